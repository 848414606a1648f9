"""The one day in the past that words name as the day of something: "on 11 March", "last Thursday", "since the 12th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.plan import Precision
from bot.reading.dates import read_past_date
from bot.reading.dates.mentions import find_mentions

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RELATIVE = re.compile(
    r"\b(?P<ago>today|this (?:morning|afternoon)|yesterday|last night)\b"
    r"|\b(?P<last>last )?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\bthe (?P<number>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of |[A-Z]|century|floor|round|meeting|time|one))",
    re.IGNORECASE,
)

_NOT_ON = re.compile(r"\b(?:by|before|until|till|after|for|between|and)(?: the)? *$", re.IGNORECASE)


def day_told(words: str, said_on: date) -> date | None:
    """The day that words of `said_on` name; None for none, several, or one that may be another ("last May").

    A written date goes before one counted from the day of the mail.
    """
    found = {*_written(words, said_on)} or {_relative(each, said_on) for each in _RELATIVE.finditer(words)}
    day = found.pop() if len(found) == 1 else None
    return day if day and day <= said_on else None


def _written(words: str, said_on: date) -> Iterator[date | None]:
    for each in find_mentions(words, said_on):
        past = None
        if not _NOT_ON.search(words[: each.low]):
            past = read_past_date(words[each.low : each.high], said_on)
        yield past.end if past and past.precision is Precision.DAY else None


def _relative(found: re.Match[str], said_on: date) -> date | None:
    if found["ago"]:
        return said_on - timedelta(days=found["ago"].casefold() in ("yesterday", "last night"))
    if found["number"]:
        return _of_month(int(found["number"]), said_on)
    day = said_on - timedelta(days=(said_on.weekday() - _DAYS.index(found["weekday"][:3].casefold())) % 7)
    this_week = day > said_on - timedelta(days=said_on.weekday() + 1)
    return None if day == said_on or (found["last"] and this_week) else day


def _of_month(number: int, said_on: date) -> date | None:
    """The latest day of this number that has been, of this month or the one before it."""
    before = said_on.replace(day=1) - timedelta(days=1)
    month = said_on if number <= said_on.day else before
    return month.replace(day=number) if 1 <= number <= 28 or month == said_on else None
