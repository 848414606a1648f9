"""Dates promised in replies: relative words count from the day they were said, doubt gives none."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading import read_promised_date
from bot.reading.dates import read_past_date

MONDAY = date(2027, 10, 4)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("by Friday", date(2027, 10, 8)),
        ("on Friday next week", date(2027, 10, 15)),
        ("tomorrow", date(2027, 10, 5)),
        ("end of this week", date(2027, 10, 8)),
        ("next week", date(2027, 10, 17)),
        ("in two weeks", date(2027, 10, 18)),
        ("Friday week", date(2027, 10, 15)),
        ("by Thursday week", date(2027, 10, 14)),
        ("within 10 days", date(2027, 10, 14)),
        ("in 3 months' time", date(2028, 1, 4)),
        ("end of the month", date(2027, 10, 31)),
        ("end of next month", date(2027, 11, 30)),
        ("by the 14th", date(2027, 10, 14)),
        ("by the 2nd", date(2027, 11, 2)),
        ("new date 14 March", date(2028, 3, 14)),
        ("December 2027, once the adviser has reported", date(2027, 12, 31)),
        ("moved from July 2027 to November 2027", date(2027, 11, 30)),
    ],
)
def test_a_promise_names_its_day(text: str, end: date) -> None:
    due = read_promised_date(text, MONDAY)
    assert due is not None
    assert due.end == end
    assert due.text == text


@pytest.mark.parametrize(
    "text",
    [
        "it may slip",
        "next Friday",
        "Monday week",
        "Dec 27",
        "31 September",
        "after Christmas",
        "not July but October",
        "three weeks ago",
        "from May 2028",
        "May 2028 or so, or June 2029",
        "",
        "end of Q2",
    ],
)
def test_what_is_not_certain_is_no_promise(text: str) -> None:
    assert read_promised_date(text, MONDAY) is None


def test_next_friday_is_certain_when_this_week_has_none_to_come() -> None:
    due = read_promised_date("next Friday", date(2027, 10, 9))
    assert due is not None
    assert due.end == date(2027, 10, 15)


def test_a_day_without_a_year_is_the_next_to_come_and_says_so() -> None:
    due = read_promised_date("6 March", MONDAY)
    assert due is not None
    assert (due.end, due.assumption) == (date(2028, 3, 6), "No year is written: taken as 2028.")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3 March", date(2026, 3, 3)),
        ("30 November", date(2025, 11, 30)),
        ("in October", date(2026, 10, 31)),
        ("today", date(2026, 11, 22)),
        ("next week", None),
        ("tomorrow", None),
        ("in two weeks", None),
        ("3 March 2027", None),
    ],
)
def test_a_day_that_has_been_is_the_latest_and_one_to_come_is_none(text: str, end: date | None) -> None:
    found = read_past_date(text, date(2026, 11, 22))
    assert (found.end if found else None) == end
