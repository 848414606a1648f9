"""How often something that comes round comes round: "monthly", "March (annually)", "every six months", "each April"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.plan import Due, DueKind
from bot.reading.months import MONTH_NAMES, month_number
from bot.reading.numbers import NUMBER_WORDS, number_value

_COUNT = rf"(?P<count>\d{{1,2}}|{NUMBER_WORDS})"
_A_YEAR = r"\s(?:a|each|every|per)\s(?:year|annum)\b"
_INTERVALS = tuple(
    (re.compile(pattern, re.IGNORECASE), months)
    for pattern, months in (
        (rf"\b(?:every|each)\s{_COUNT}\smonths?\b", 1),
        (rf"\b(?:every|each)\s{_COUNT}\syears?\b", 12),
        (r"\b(?:biennial(?:ly)?|every\s(?:other|second)\syear)\b", 24),
        (rf"\b(?P<count>\d(?=-)|{NUMBER_WORDS})[\s-]monthly\b", 1),
        (
            rf"\b(?:six|6)[\s-]?monthly\b|\bbi-?annual(?:ly)?\b|\bhalf[\s-]?yearly\b|\b(?:twice|(?:two|2)\stimes){_A_YEAR}",
            6,
        ),
        (r"\bhalf[\s-]?termly\b|\b(?:every|each)\shalf[\s-]?term\b", 2),
        (rf"\btermly\b|\b(?:every|each)\s(?:\w+\s)?term\b|\b(?:three|3)\stimes{_A_YEAR}", 4),
        (rf"\bquarterly\b|\b(?:every|each)\squarter\b|\bchwarterol\b|\b(?:four|4)\stimes{_A_YEAR}", 3),
        (r"\bbi-?monthly\b|\bevery\s(?:other|second)\smonth\b", 2),
        (r"\b(?:annual(?:ly)?|yearly|(?<!times\s)(?:every|each)\syear|blynyddol)\b", 12),
        (r"\b(?:monthly|(?:every|each)\smonth|misol)\b", 1),
    )
)
"""Each pattern with the months that one of its count is; the first that fits is meant."""
_MONTH = re.compile(rf"\b(?P<month>{MONTH_NAMES})\b", re.IGNORECASE)
_EACH_MONTH_NAMED = re.compile(rf"\b(?:each|every)\s(?:{MONTH_NAMES})\b", re.IGNORECASE)


_DAY_OF_MONTH = re.compile(
    rf"\b(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s(?:of\s)?(?:{MONTH_NAMES})\b", re.IGNORECASE
)
_LAST = 31
"""The day of a round that falls on the last of its month, however long that is."""
_COMMON_YEAR = 2027
"""A year whose February has 28 days, for what is printed without one."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that comes round every so many months, counted from its `anchor` month (1 to 12) where one is named.

    A round ends on the `day` of its month, or on its last day where it has no such day. There is none before the
    `first`, the one that is printed with its year.
    """

    months: int
    anchor: int | None = None
    day: int = _LAST
    first: date | None = None

    @property
    def ends_month(self) -> bool:
        return self.day == _LAST

    def from_day(self, day: date) -> date:
        """The end of the first round that ends on a day or after it; only where there is an anchor."""
        day = max(day, self.first or day)
        month = _month_of(day)
        while not self._falls_in(month) or self._end_in(month) < day:
            month += 1
        return self._end_in(month)

    def before_day(self, day: date) -> date | None:
        """The end of the last round that ended before a day, if there was one; only where there is an anchor."""
        month = _month_of(day)
        while not self._falls_in(month) or self._end_in(month) >= day:
            month -= 1
        end = self._end_in(month)
        return None if self.first and end < self.first else end

    def after(self, end: date) -> date:
        """The end of the round after the one that ends on a day."""
        return self.from_day(end + timedelta(days=1))

    def _falls_in(self, month: int) -> bool:
        assert self.anchor is not None
        origin = _month_of(self.first) if self.first else self.anchor - 1
        return (month - origin) % self.months == 0

    def _end_in(self, month: int) -> date:
        year, number = divmod(month, 12)
        return date(year, number + 1, min(self.day, monthrange(year, number + 1)[1]))


def _month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def read_recurrence(due: Due) -> Recurrence | None:
    """How a due phrase comes round; None where it does not, or names no interval ("regularly")."""
    if due.kind is not DueKind.RECURRING:
        return None
    return _read(due.text, due.end)


@lru_cache(maxsize=4096)
def _read(text: str, first: date | None) -> Recurrence | None:
    anchor, day = (first.month, first.day) if first else _printed(text)
    months = _months_of_interval(text) or (12 if anchor and _EACH_MONTH_NAMED.search(text) else 0)
    if not months:
        return None
    ends_month = anchor and day >= monthrange(first.year if first else _COMMON_YEAR, anchor)[1]
    return Recurrence(months, anchor, _LAST if ends_month else day, first)


def _printed(text: str) -> tuple[int | None, int]:
    """The one month that is named without a year, and its day where that is printed too."""
    named = {month_number(each["month"]) for each in _MONTH.finditer(text)}
    dayed = _DAY_OF_MONTH.search(text)
    return (named.pop() if len(named) == 1 else None), int(dayed["day"]) if dayed else _LAST


def _months_of_interval(text: str) -> int:
    """How many months lie between two rounds, 0 where no interval is named."""
    for pattern, unit in _INTERVALS:
        found = pattern.search(text)
        if found:
            count = found.groupdict().get("count")
            return (number_value(count) or 0) * unit if count else unit
    return 0
