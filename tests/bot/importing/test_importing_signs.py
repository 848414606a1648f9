"""A sign alone is a status as far as it is plain, and asked about where it is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import read_plan
from bot.importing.plan_reading import ReadAction
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, status: str, head: str = "Status") -> ReadAction:
    path = tmp_path / "plan.csv"
    rows = (
        f"Ref,Action,Owner,Due,{head}",
        f"1,Weed the moat,Town Clerk,May 2028,{status}",
        "2,Oil it,Town Clerk,May 2028,Live",
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_plan(path, AS_OF).actions[0]


@pytest.mark.parametrize("sign", ["✅", "☑", "✔️", "👍"])
def test_a_sign_that_may_close_an_action_is_asked_about(tmp_path: Path, sign: str) -> None:
    action = _read(tmp_path, sign)
    assert action.status.value is Status.UNKNOWN
    assert action.held_by == (f'"{sign}" does not say how far it is: is it completed?',)


@pytest.mark.parametrize(
    ("sign", "value"),
    [("⏳", Status.IN_PROGRESS), ("🚧", Status.IN_PROGRESS), ("⏸️", Status.ON_HOLD)],
)
def test_a_plain_sign_says_how_far_an_action_is(tmp_path: Path, sign: str, value: Status) -> None:
    action = _read(tmp_path, sign)
    assert (action.status.value, action.status.text, action.questions) == (value, sign, ())


@pytest.mark.parametrize("sign", ["❌", "🐢"])
def test_any_other_sign_is_asked_about_and_closes_nothing(tmp_path: Path, sign: str) -> None:
    action = _read(tmp_path, sign)
    assert not action.status.value.is_closed
    assert len(action.held_by) == 1


def test_a_tick_under_done_is_an_answer(tmp_path: Path) -> None:
    action = _read(tmp_path, "✅", "Done?")
    assert (action.status.value, action.questions) == (Status.COMPLETED, ())


@pytest.mark.parametrize(
    ("status", "due", "value", "asked"),
    [
        ("✔ Done for this year", "Every year in May", Status.ONGOING, False),
        ("✔ Spring and summer issues", "Quarterly", Status.ONGOING, True),
        ("✔ Spring and summer issues", "May 2027", Status.UNKNOWN, True),
        ("✔ Done; 140 children took part", "May 2027", Status.COMPLETED, False),
        ("✅ Finished (March)", "May 2027", Status.COMPLETED, False),
        ("✔ Done except the roof", "May 2027", Status.PART_COMPLETED, False),
        ("✔ Not started", "May 2027", Status.NOT_STARTED, False),
    ],
)
def test_a_tick_before_words_says_done_where_they_do_not_speak_against_it(
    tmp_path: Path, status: str, due: str, value: Status, asked: bool
) -> None:
    rows = [("Ref", "Action", "Owner", "Due", "Status"), ("1", "Hold the pond fair", "Town Clerk", due, status)]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    doubts = [each for each in action.questions if "does not say how far" in each]
    assert (action.status.value, bool(doubts)) == (value, asked)
