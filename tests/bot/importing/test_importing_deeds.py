"""What is told in the place of a status: deeds, endings that say how, and dates that were promised first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import ReadAction, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def _only(tmp_path: Path, head: tuple[str, ...], *cells: str) -> ReadAction:
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", [head, cells]), AS_OF).actions
    return action


def _told(tmp_path: Path, action: str, told: str) -> ReadAction:
    return _only(tmp_path, ("Action", "Owner", "Due", "Update"), action, "Town Clerk", "May 2027", told)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("Publish the pond survey", "Published 12 June 2027"),
        ("Mend the clock", "Mended by the guides."),
        ("Pay the bellringers", "Paid"),
        ("Reply to the county about buses", "Sent 1 September"),
        ("Inspect all bridges", "All inspected in June"),
        ("Build the booking pages", "Went live 3 September 2027"),
    ],
)
def test_a_deed_that_ends_the_action_is_taken_as_completed_and_asked_about(
    tmp_path: Path, action: str, told: str
) -> None:
    read = _told(tmp_path, action, told)
    assert read.status.value is Status.COMPLETED
    assert any("is it completed?" in question for question in read.held_by)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("Hold two fairs", "October fair held"),
        ("Train wardens every year", "Trained"),
        ("Ask the county to clear the ditch", "Letter sent 3 September, chased twice, no reply."),
        ("Publish the pond survey", "To be published 12 June 2028"),
        ("Publish the pond survey", "Published in draft"),
        ("Paint 30 benches", "Painted 12 benches"),
        ("Train wardens", "22 trained this year"),
    ],
)
def test_a_deed_that_may_be_a_part_of_it_completes_nothing(tmp_path: Path, action: str, told: str) -> None:
    assert _told(tmp_path, action, told).status.value is not Status.COMPLETED


def test_a_word_that_only_says_that_it_ended_is_told_by_the_words_beside_it(tmp_path: Path) -> None:
    head = ("Action", "Owner", "Due", "Status", "Comments")
    read = _only(tmp_path, head, "Mend the clock", "Town Clerk", "May 2027", "Closed", "Withdrawn by the Board in June")
    assert (read.status.value, read.status.text) == (Status.CANCELLED, "Closed")


@pytest.mark.parametrize("turned", [False, True])
def test_a_date_first_promised_stands_before_the_one_that_is_called_the_date_now(tmp_path: Path, turned: bool) -> None:
    heads, days = ("Due date", "Original due date"), ("31 May 2028", "30 June 2027")
    head = ("Action", "Owner", *(heads[::-1] if turned else heads))
    read = _only(tmp_path, head, "Mend the clock", "Town Clerk", *(days[::-1] if turned else days))
    assert read.due.end == date(2027, 6, 30)
    assert read.status.revised_due is not None
    assert read.status.revised_due.end == date(2028, 5, 31)


@pytest.mark.parametrize(("day", "end"), [("31 July", date(2027, 7, 31)), ("31 October", date(2027, 10, 31))])
def test_a_closed_action_was_due_on_the_nearest_day_of_that_name(tmp_path: Path, day: str, end: date) -> None:
    head = ("Action", "Owner", "Due", "Status")
    assert _only(tmp_path, head, "Mend the clock", "Town Clerk", day, "Completed").due.end == end
