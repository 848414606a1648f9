"""The days on which people are at work: Monday to Friday, less the days on which the council is closed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class Nation(StrEnum):
    """Whose bank holidays are kept."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A calendar of a `nation`. `closed` holds, in order, the bank holidays and closure days that fall on a weekday;
    `_after` keeps what was worked out, for a decision asks the same again and again."""

    closed: tuple[date, ...] = ()
    nation: Nation = Nation.ENGLAND
    _closed: frozenset[date] = field(init=False, repr=False, compare=False)
    _numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _after: dict[tuple[date, int], date] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_closed", frozenset(self.closed))
        object.__setattr__(self, "_numbers", tuple(_weekdays_until(day) for day in self.closed))

    @classmethod
    def without(cls, closed: Iterable[date], nation: Nation = Nation.ENGLAND) -> WorkingDays:
        return cls(tuple(sorted({day for day in closed if day.weekday() < _SATURDAY})), nation)

    def works_on(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in self._closed

    def on_or_before(self, day: date) -> date:
        while not self.works_on(day):
            day -= _DAY
        return day

    def on_or_after(self, day: date) -> date:
        while not self.works_on(day):
            day += _DAY
        return day

    def before(self, day: date, days: int) -> date:
        """The working day so many working days before a day: one before Monday is Friday, and so it is for Sunday."""
        if not days:
            return day
        passed = bisect_left(self._numbers, number := _weekdays_until(day - _DAY) + 1)
        number -= days
        # Each weekday passed over on which nobody works puts the day off by one.
        while (closed := bisect_left(self._numbers, number)) < passed:
            number, passed = number - (passed - closed), closed
        return _weekday(number)

    def after(self, day: date, days: int) -> date:
        """The working day so many working days after a day: one after Friday is Monday, and so it is for Saturday."""
        found = self._after.get((day, days))
        if found is None:
            found = self._after[day, days] = self._days_after(day, days) if days else day
        return found

    def _days_after(self, day: date, days: int) -> date:
        passed = bisect_right(self._numbers, number := _weekdays_until(day))
        number += days
        while (closed := bisect_right(self._numbers, number)) > passed:
            number, passed = number + (closed - passed), closed
        return _weekday(number)

    def between(self, day: date, later: date) -> int:
        """How many working days there are after `day` up to and with `later`; 0 where `later` is no later."""
        if later <= day:
            return 0
        first, last = _weekdays_until(day), _weekdays_until(later)
        return last - first - (bisect_right(self._numbers, last) - bisect_right(self._numbers, first))


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays since the first Monday of the calendar, up to and with a day: the number of a weekday."""
    weeks, rest = divmod(day.toordinal(), 7)  # ordinal 1 is a Monday
    return weeks * 5 + (rest if rest < 5 else 5)


def _weekday(number: int) -> date:
    """The weekday of a number: the reverse of `_weekdays_until`."""
    weeks, rest = divmod(number - 1, 5)
    return date.fromordinal(weeks * 7 + rest + 1)
