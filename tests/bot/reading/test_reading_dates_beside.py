"""Dates beside other dates: said in two languages, of a later review, of what they are to be in time for."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import DueKind
from bot.reading.dates import read_due

AS_OF = date(2027, 1, 15)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("31 Rhagfyr / 31 December 2027", date(2027, 12, 31)),
        ("30 June / 30 Mehefin 2027", date(2027, 6, 30)),
        ("Mawrth 2028 / March 2028", date(2028, 3, 31)),
        ("Finish by 31 May 2027, review in November 2027", date(2027, 5, 31)),
        ("June 2027 (review June 2028)", date(2027, 6, 30)),
        ("School summer holidays 2027", date(2027, 8, 31)),
        ("In time for D-Day 85 – 6th June 2029", date(2029, 6, 6)),
        ("March 2027 (year end)", date(2027, 3, 31)),
        ("Year end (March 2028)", date(2028, 3, 31)),
        ("Mar 2028, end of financial year", date(2028, 3, 31)),
        ("December 2027 (end of the year)", date(2027, 12, 31)),
    ],
)
def test_a_date_said_twice_or_before_a_later_review_is_one_that_needs_no_question(text: str, end: date) -> None:
    due = read_due(text, AS_OF)
    assert (due.end, due.kind, due.assumption) == (end, DueKind.DEADLINE, None)


def test_the_day_of_a_feast_may_be_named_with_it() -> None:
    assert read_due("In time for Remembrance Sunday, 14 November 2027", AS_OF).end == date(2027, 11, 14)


@pytest.mark.parametrize(
    "text",
    [
        "31 Rhagfyr / 30 November 2027",
        "In time for the May 2027 elections",
        "Review June 2027, finish by July 2027",
        "40-8 June 2027",
        "Final code May 2027, draft code July 2027",
        "June 2027 (year end)",
        "March 2027 and year end",
        "31/3/27 & 30/9/27",
        "31 March 2027 + 30 September 2027",
    ],
)
def test_two_dates_that_differ_and_a_month_in_passing_are_asked_about(text: str) -> None:
    due = read_due(text, AS_OF)
    assert due.end is None
    assert due.assumption


@pytest.mark.parametrize(
    "text",
    ["March 2027 for the draft, July 2027 for the final code", "Draft March 2027; final July 2027"],
)
def test_of_the_dates_of_a_draft_and_of_what_it_becomes_the_last_is_the_due_date(text: str) -> None:
    due = read_due(text, AS_OF)
    assert due.end == date(2027, 7, 31)
    assert due.assumption


def test_an_annual_meeting_does_not_make_an_action_come_round() -> None:
    assert read_due("Before the Annual Town Meeting", AS_OF).kind is DueKind.RELATIVE


@pytest.mark.parametrize(
    ("text", "as_of", "end"),
    [
        ("Before winter", date(2027, 2, 20), date(2027, 11, 30)),
        ("Ahead of the winter period", date(2027, 10, 1), date(2027, 11, 30)),
        ("Before January", date(2027, 4, 1), date(2027, 12, 31)),
        ("Before March", date(2027, 3, 10), date(2027, 2, 28)),
        ("Before spring", date(2027, 10, 1), date(2028, 2, 29)),
    ],
)
def test_what_is_due_before_something_without_a_year_ends_in_the_year_told(text: str, as_of: date, end: date) -> None:
    due = read_due(text, as_of)
    assert (due.end, due.assumption) == (end, f"No year is written: taken as {end.year}.")
