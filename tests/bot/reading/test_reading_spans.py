"""Dates that tell of a span: from when work began to when it ends, a quarter with its months."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import DueKind
from bot.reading.dates import read_due

AS_OF = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Started March 2026 - complete by October 2027", date(2027, 10, 31)),
        ("Began May 2025, finish by June 2027", date(2027, 6, 30)),
        ("Began May 2025, to finish June 2027", date(2027, 6, 30)),
        ("Commenced March 2026; due to complete by October 2027", date(2027, 10, 31)),
        ("Quarter 2 (Jul-Sep) 2026/27", date(2026, 9, 30)),
        ("Q4 (January to March) 2026/27", date(2027, 3, 31)),
        ("Q2 (July - September) 2026", date(2026, 9, 30)),
        ("Q4 (Jan-Mar) 2027", date(2027, 3, 31)),
        ("Q1 (Jan-Mar) 2027", date(2027, 3, 31)),
        ("H2 (October to March) 2026/27", date(2027, 3, 31)),
        ("H1 (Apr-Sep) of 2027", date(2027, 9, 30)),
    ],
)
def test_a_span_ends_when_its_last_part_does(text: str, end: date) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.kind) == (end, DueKind.DEADLINE)


@pytest.mark.parametrize(("text", "end"), [("Summer 26", date(2026, 8, 31)), ("spring '27", date(2027, 5, 31))])
def test_the_year_of_a_season_may_have_two_digits(text: str, end: date) -> None:
    assert read_due(text, AS_OF).end == end


def test_what_a_season_counts_is_no_year() -> None:
    assert read_due("Summer 26 week programme", AS_OF).end is None


def test_a_quarter_with_the_months_of_another_is_asked_about() -> None:
    assert read_due("Q2 (Oct-Dec) 2026/27", AS_OF).end is None


def test_work_that_began_has_no_end_by_that() -> None:
    assert read_due("Commenced March 2026", AS_OF).end is None
