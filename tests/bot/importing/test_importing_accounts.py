"""Statuses told in sentences: a diary, a comment beside a blank status, a day of closing with what came of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing.plan_reading import ReadAction
from bot.importing.reader import read_plan
from bot.plan import Status
from tests.bot.importing.importing_documents import excel

AS_OF = date(2028, 6, 1)


def told(tmp_path: Path, head: str, text: str, *, due: str = "May 2029") -> ReadAction:
    """An action whose own status column is blank, with `text` in another one."""
    rows = [("Action", "Owner", "Due", head, "Done?"), ("Dredge the pond", "Clerk", due, text, "")]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    return action


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two quotes in, third awaited", Status.IN_PROGRESS),
        ("Form sent back by the bank. Handed in anew 5/5", Status.IN_PROGRESS),
        ("Met once", Status.IN_PROGRESS),
        ("Not yet", Status.NOT_STARTED),
        ("", Status.UNKNOWN),
    ],
)
def test_a_comment_beside_a_blank_status_says_how_far_it_is(tmp_path: Path, text: str, value: Status) -> None:
    assert told(tmp_path, "Comments", text).status.value is value


def test_an_account_that_names_no_status_at_all_is_asked_about(tmp_path: Path) -> None:
    assert '"Third one hopeful" does not say how far it is: is it in progress?' in (
        told(tmp_path, "Comments", "Third one hopeful").questions
    )
    closed = told(tmp_path, "Comments", "The county sees to it. No further action")
    assert (closed.status.value, bool(closed.questions)) == (Status.CANCELLED, True)
    assert not told(tmp_path, "Comments", "The first one was held in May").questions


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Brief agreed. 09.05.28: completed and handed over", Status.COMPLETED),
        ("12/05/28: Completed. 03/02/28: work started", Status.COMPLETED),
        ("03/02/28: survey done, completed. 12/05/28: pump has failed", Status.AT_RISK),
        ("03/02/28: completed. 12/05/28: reopened after the flood", Status.IN_PROGRESS),
        ("3 February 2028 - not started; 12 May 2028 - on hold", Status.ON_HOLD),
        ("03/02/28: completed. 12/05/28: leaflets were printed", Status.IN_PROGRESS),
    ],
)
def test_of_a_diary_the_newest_entry_says_how_far_it_is(tmp_path: Path, text: str, value: Status) -> None:
    rows = [("Action", "Owner", "Due", "Progress"), ("Dredge the pond", "Clerk", "May 2029", text)]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.status.value is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 May 2028. All nine sluices mended.", Status.COMPLETED),
        ("12.05.28 – new rules in use", Status.COMPLETED),
        ("12 May 2029. All nine sluices mended.", Status.UNKNOWN),
        ("12 May 2028 expected", Status.UNKNOWN),
        ("12 May 2028, but one sluice remains", Status.UNKNOWN),
        ("Partly complete", Status.PART_COMPLETED),
        ("Delayed by the flood", Status.AT_RISK),
    ],
)
def test_a_day_of_completion_with_its_outcome_closes_where_nothing_is_left(
    tmp_path: Path, text: str, value: Status
) -> None:
    assert told(tmp_path, "Date of completion and outcome", text).status.value is value


def test_a_due_cell_that_says_on_hold_goes_before_an_account_of_waiting(tmp_path: Path) -> None:
    assert told(tmp_path, "Comments", "Waiting for the county", due="On hold").status.value is Status.ON_HOLD
