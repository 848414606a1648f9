"""Any text at all is read, and quickly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import read_due, read_owners, read_promised_date, read_status

_WORDS = """by end of early mid w/c Q3 2027 27 16/17 May Sept 31 30th Feb , . - / & ( ) and or to from not completed
in progress except % 100 Head of HR CEO Cllr Holt Director led by Board winter TBC ongoing annually
within 3 months + ½ İ was 2027/28 budget Chwarter academic year half of elections S151 Officer Cabinet Member vacant
Mary Green Director Assistant Housing Lead: decided not proceed reopened previously [ ] 3/5 cancelled now held"""
_ALIASES = {"Mary / Green": "Head of Waste", "CEO": "Chief Executive", "(": "Clerk"}
_SCRAPS = st.sampled_from([*_WORDS.split(), "\n", "\0"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(_SCRAPS, max_size=14).map(" ".join))
DAYS = st.dates()


@given(text=TEXTS, day=DAYS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_a_date_reading_raise(text: str, day: date) -> None:
    due = read_due(text, day)
    assert due.end is None or due.start is None or due.start <= due.end
    promised = read_promised_date(text, day)
    assert promised is None or promised.end is not None


@given(text=TEXTS, day=DAYS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_a_status_reading_raise(text: str, day: date) -> None:
    assert read_status(text, day).text == text.strip()


@given(text=TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_an_owners_reading_raise(text: str) -> None:
    assert all(owner.strip() for owner in (*read_owners(text).owners, *read_owners(text, _ALIASES).owners))


@pytest.mark.parametrize(
    "scrap",
    [
        "April ",
        "1/",
        "(",
        "to be ",
        "a, ",
        "new date is ",
        "Director of ",
        " ",
        "9",
        "S151 Officer ",
        "Lead: ",
        "- vacant ",
    ],
)
@pytest.mark.timeout(30)
def test_a_very_long_text_does_not_hang_the_reader(scrap: str) -> None:
    text = scrap * (200_000 // len(scrap))
    read_due(text, date(2027, 1, 1))
    read_status(text, date(2027, 1, 1))
    read_owners(text)
