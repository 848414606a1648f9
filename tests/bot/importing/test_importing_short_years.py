"""A column of months with short years: read as such where its cells show it, asked about where nothing does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel

from bot.importing import PlanReading, read_plan

AS_OF = date(2026, 10, 1)


def read(tmp_path: Path, *dues: str) -> PlanReading:
    rows = [FLAT, *((str(at), f"Walk path {at}", "Ranger", due, "Not started") for at, due in enumerate(dues, 1))]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)


@pytest.mark.parametrize(
    "others", [("May 32",), ("May 2028",), ("June '27", "TBC"), ("Aug-26", "Nov 25"), ("Feb 31", "30 June 2027")]
)
def test_a_neighbour_shows_that_a_short_year_is_one(tmp_path: Path, others: tuple[str, ...]) -> None:
    action = read(tmp_path, "Apr 27", *others).actions[0]
    assert (action.due.end, action.due.text, action.questions) == (date(2027, 4, 30), "Apr 27", ())


@pytest.mark.parametrize(
    "others",
    [(), ("Aug 26",), ("Aug 28", "Nov 30", "Dec 31"), ("Nov 3rd", "May 32"), ("Nov 07", "May 2028"), ("30 May 2027",)],
)
def test_a_short_year_that_may_be_a_day_is_asked_about(tmp_path: Path, others: tuple[str, ...]) -> None:
    [question] = read(tmp_path, "Apr 27", *others).actions[0].questions
    assert question.startswith('"Apr 27" may be a day of the month')
