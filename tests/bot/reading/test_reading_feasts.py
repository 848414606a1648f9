"""Due phrases that name a feast day, or that come round with the terms and weeks of a year."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import DueKind
from bot.reading.dates import explain_due

AS_OF = date(2027, 8, 31)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("St David's Day 2028", date(2028, 3, 1)),
        ("by St Patrick’s Day", date(2028, 3, 17)),
        ("Lady Day 2028", date(2028, 3, 25)),
        ("Saint Georges Day, 2028", date(2028, 4, 23)),
        ("May Day 2028", date(2028, 5, 1)),
        ("Early May bank holiday 2028", date(2028, 5, 1)),
        ("Spring Bank Holiday 2028", date(2028, 5, 29)),
        ("August bank holiday 2028", date(2028, 8, 28)),
        ("Remembrance Sunday 2028", date(2028, 11, 12)),
        ("Michaelmas 2028", date(2028, 9, 29)),
        ("St Andrew's Day", date(2027, 11, 30)),
        ("Christmas Eve", date(2027, 12, 24)),
        ("before Christmas", date(2027, 12, 24)),
        ("Boxing Day", date(2027, 12, 26)),
        ("New Year's Eve 2027", date(2027, 12, 31)),
        ("New Year's Day", date(2028, 1, 1)),
        ("Good Friday 2028", date(2028, 4, 14)),
        ("Easter 2028", date(2028, 4, 16)),
        ("Whitsun 2028", date(2028, 6, 4)),
        ("Gŵyl Dewi 2028", date(2028, 3, 1)),
    ],
)
def test_a_feast_is_its_day_and_says_so(text: str, end: date) -> None:
    due = explain_due(text, AS_OF).due
    assert (due.end, due.kind) == (end, DueKind.DEADLINE)
    assert due.assumption is not None


@pytest.mark.parametrize(
    "text", ["Christmas lights", "St Andrews Road", "St George's Day parade", "Easter holidays 2028"]
)
def test_what_is_only_called_after_a_feast_is_no_date(text: str) -> None:
    assert explain_due(text, AS_OF).due.end is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Every half term", DueKind.RECURRING),
        ("Each half-term from January 2028", DueKind.RECURRING),
        ("1st Tuesday of month", DueKind.RECURRING),
        ("Half term", DueKind.UNKNOWN),
        ("By the last Friday of the month", DueKind.RELATIVE),
    ],
)
def test_what_comes_round_with_a_term_or_a_week_recurs(text: str, kind: DueKind) -> None:
    assert explain_due(text, AS_OF).due.kind is kind


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("FY27/28 Q3", date(2027, 12, 31)),
        ("Revised target: 28 Nov 2027 (orig. 29 Aug 2027)", date(2027, 11, 28)),
        ("Gorff 2028", date(2028, 7, 31)),
    ],
)
def test_short_words_of_a_date_are_known(text: str, end: date) -> None:
    assert explain_due(text, AS_OF).due.end == end
