"""How often something that comes round comes round: "monthly", "March (annually)", "every six months", "each April"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.plan import Due, DueKind
from bot.reading.months import MONTH_NAMES, month_number
from bot.reading.numbers import NUMBER_WORDS, number_value

_COUNT = rf"(?P<count>\d{{1,2}}|{NUMBER_WORDS})"
_INTERVALS = tuple(
    (re.compile(pattern, re.IGNORECASE), months)
    for pattern, months in (
        (rf"\b(?:every|each)\s{_COUNT}\smonths?\b", 1),
        (rf"\b(?:every|each)\s{_COUNT}\syears?\b", 12),
        (r"\b(?:biennial(?:ly)?|every\s(?:other|second)\syear)\b", 24),
        (r"\b(?:six|6)[\s-]?monthly\b|\bbi-?annual(?:ly)?\b|\bhalf[\s-]?yearly\b|\btwice\sa\syear\b", 6),
        (r"\bquarterly\b|\b(?:every|each)\squarter\b|\bchwarterol\b", 3),
        (r"\bbi-?monthly\b|\bevery\s(?:other|second)\smonth\b", 2),
        (r"\b(?:annual(?:ly)?|yearly|(?:every|each)\syear|blynyddol)\b", 12),
        (r"\b(?:monthly|(?:every|each)\smonth|misol)\b", 1),
    )
)
"""Each pattern with the months that one of its count is; the first that fits is meant."""
_MONTH = re.compile(rf"\b(?P<month>{MONTH_NAMES})\b", re.IGNORECASE)
_EACH_MONTH_NAMED = re.compile(rf"\b(?:each|every)\s(?:{MONTH_NAMES})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that comes round every so many months, in its `anchor` month (1 to 12) where one is named."""

    months: int
    anchor: int | None = None

    def from_day(self, day: date) -> date:
        """The end of the first occurrence that ends on a day or after it; only where there is an anchor."""
        month = day.year * 12 + day.month - 1
        while not self._falls_in(month):
            month += 1
        return _last_day(month)

    def before_day(self, day: date) -> date:
        """The end of the last occurrence that ended before a day; only where there is an anchor."""
        month = day.year * 12 + day.month - 2
        while not self._falls_in(month):
            month -= 1
        return _last_day(month)

    def after(self, end: date) -> date:
        """The end of the occurrence after the one that ends on a day."""
        return self.from_day(_last_day(end.year * 12 + end.month))

    def _falls_in(self, month: int) -> bool:
        assert self.anchor is not None
        return (month - (self.anchor - 1)) % self.months == 0


def _last_day(month: int) -> date:
    year, number = divmod(month, 12)
    return date(year, number + 1, monthrange(year, number + 1)[1])


def read_recurrence(due: Due) -> Recurrence | None:
    """How a due phrase comes round; None where it does not, or names no interval ("regularly")."""
    if due.kind is not DueKind.RECURRING:
        return None
    return _read(due.text, due.end.month if due.end else None)


@lru_cache(maxsize=4096)
def _read(text: str, month_of_end: int | None) -> Recurrence | None:
    named = {month_number(each["month"]) for each in _MONTH.finditer(text)}
    anchor = month_of_end or (named.pop() if len(named) == 1 else None)
    for pattern, unit in _INTERVALS:
        found = pattern.search(text)
        if found:
            count = found.groupdict().get("count")
            number = number_value(count) if count else 1
            return Recurrence(number * unit, anchor) if number else None
    return Recurrence(12, anchor) if anchor and _EACH_MONTH_NAMED.search(text) else None
