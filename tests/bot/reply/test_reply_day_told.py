"""The day that words name as the day of something; all are said on Monday 12 April 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply.meaning.day_told import day_told


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Finished last Thursday", date(2027, 4, 8)),
        ("Members agreed it on Friday evening", date(2027, 4, 9)),
        ("It went live yesterday", date(2027, 4, 11)),
        ("Done this morning", date(2027, 4, 12)),
        ("In use since the 5th", date(2027, 4, 5)),
        ("Signed on the 29th", None),
        ("Signed on the 28th", date(2027, 3, 28)),
        ("Sold on 11 March", date(2027, 3, 11)),
        ("Signed off on Wednesday and in force from 1 April", date(2027, 4, 1)),
        ("Held on Wednesday, 7 April", date(2027, 4, 7)),
    ],
)
def test_the_day_is_the_one_that_is_named(words: str, day: date | None) -> None:
    assert day_told(words, date(2027, 4, 12)) == day


@pytest.mark.parametrize(
    "words",
    [
        "Done",
        "Done on Monday",
        "Done by 1 April",
        "Done in March",
        "Begun on 1 March and done on 2 April",
        "By the 9th floor",
    ],
)
def test_no_day_is_taken_where_none_or_several_are_named(words: str) -> None:
    assert day_told(words, date(2027, 4, 12)) is None
