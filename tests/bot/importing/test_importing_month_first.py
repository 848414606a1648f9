"""Days with the month first: several of them show how all are printed, and where that is not sure it is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, *days: str) -> PlanReading:
    path = tmp_path / "plan.csv"
    rows = [f"{at},Weed moat number {at},Town Clerk,{day},In progress" for at, day in enumerate(days, 1)]
    path.write_text("\n".join(["Ref,Action,Owner,Due,Status", *rows]), encoding="utf-8")
    return read_plan(path, AS_OF)


def test_days_that_can_only_have_the_month_first_show_how_all_of_them_are_printed(tmp_path: Path) -> None:
    plan = _read(tmp_path, "05/31/2028", "06/07/2028", "12/25/2028", "08/08/2028")
    assert plan.questions == (
        '"05/31/2028" and "12/25/2028" have the month first, and all days of their columns are read so: is that right?',
    )
    assert [each.due.end for each in plan.actions] == [
        *(date(2028, 5, 31), date(2028, 6, 7), date(2028, 12, 25), date(2028, 8, 8))
    ]
    assert plan.actions[1].due.text == "06/07/2028"
    assert not any(each.held_by for each in plan.actions)


def test_a_day_that_may_have_the_month_first_is_held_beside_days_of_both_kinds(tmp_path: Path) -> None:
    plan = _read(tmp_path, "05/31/2028", "06/07/2028", "12/25/2028", "30/09/2028")
    asked = '"05/31/2028" and "12/25/2028" have the month first: is that so for all dates of the column?'
    assert plan.questions == (f"{asked} If so, print them day first.",)
    assert [each.due.end for each in plan.actions[::2]] == [date(2028, 5, 31), date(2028, 12, 25)]
    assert [bool(each.held_by) for each in plan.actions] == [False, True, False, False]
    assert plan.actions[1].held_by == (
        '"06/07/2028" is read as 6 July 2028, and "05/31/2028" beside it has the month first: which day is meant?',
    )


def test_a_sheet_may_have_turned_some_of_its_days_so_they_are_asked_about(tmp_path: Path) -> None:
    rows = [(at, f"Weed moat number {at}", "Town Clerk", day) for at, day in enumerate(_TURNED, 1)]
    book = excel(tmp_path / "plan.xlsx", [("Ref", "Action", "Owner", "Due"), *rows])
    plan = read_plan(book, AS_OF)
    assert [each.due.end for each in plan.actions] == [date(2028, 5, 31), date(2028, 12, 25), date(2028, 7, 6)]
    assert [each.held_by for each in plan.actions] == [
        *((), ()),
        ('"6 July 2028" is a date of the sheet, and "05/31/2028" beside it has the month first: was it turned?',),
    ]


_TURNED = ("05/31/2028", "12/25/2028", date(2028, 7, 6))


def test_revised_days_show_the_habit_and_follow_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    rows = ("1,Weed the moat,Town Clerk,02/03/2028,05/31/2028", "2,Oil the gate,Town Clerk,04/05/2028,12/25/2028")
    path.write_text("\n".join(["Ref,Action,Owner,Due,Revised due", *rows]), encoding="utf-8")
    weed, oil = read_plan(path, AS_OF).actions
    assert (weed.due.end, oil.due.end) == (date(2028, 2, 3), date(2028, 4, 5))
    assert weed.status.revised_due is not None
    assert weed.status.revised_due.end == date(2028, 5, 31)


def test_one_day_with_its_month_first_is_read_and_asked_about(tmp_path: Path) -> None:
    alone, other = _read(tmp_path, "05/31/2028", "06/07/2028").actions
    assert alone.due.end == date(2028, 5, 31)
    assert alone.held_by == ('"05/31/2028" has the month first and is read as 31 May 2028: is that right?',)
    assert (other.due.end, other.held_by) == (date(2028, 7, 6), ())


@pytest.mark.parametrize(
    "days",
    [("05/31/2028", "06/07/2028"), ("31/05/2028", "06/07/2028"), ("05/32/2028", "05/41/2028", "06/07/2028")],
)
def test_one_slip_makes_no_habit(tmp_path: Path, days: tuple[str, ...]) -> None:
    plan = _read(tmp_path, *days)
    assert plan.questions == ()
    assert plan.actions[-1].held_by == ()
