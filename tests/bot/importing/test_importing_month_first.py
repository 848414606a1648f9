"""A column in which several days can only have the month first is asked about, and no other day of it read silently."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, *days: str) -> PlanReading:
    path = tmp_path / "plan.csv"
    rows = [f"{at},Weed moat number {at},Town Clerk,{day},In progress" for at, day in enumerate(days, 1)]
    path.write_text("\n".join(["Ref,Action,Owner,Due,Status", *rows]), encoding="utf-8")
    return read_plan(path, AS_OF)


def test_a_day_that_may_have_the_month_first_is_held_beside_days_that_have(tmp_path: Path) -> None:
    plan = _read(tmp_path, "05/31/2028", "06/07/2028", "12/25/2028", "08/08/2028")
    asked = '"05/31/2028" and "12/25/2028" have the month first: is that so for all dates of the column?'
    assert plan.questions == (f"{asked} If so, print them day first.",)
    assert [bool(each.held_by) for each in plan.actions] == [False, True, False, False]
    assert plan.actions[1].held_by == (
        '"06/07/2028" is read as 6 July 2028, and "05/31/2028" beside it has the month first: which day is meant?',
    )


@pytest.mark.parametrize(
    "days",
    [("05/31/2028", "06/07/2028"), ("31/05/2028", "06/07/2028"), ("05/32/2028", "05/41/2028", "06/07/2028")],
)
def test_one_slip_makes_no_habit(tmp_path: Path, days: tuple[str, ...]) -> None:
    plan = _read(tmp_path, *days)
    assert plan.questions == ()
    assert plan.actions[-1].held_by == ()
