"""What comes round each school term, or each half of one, and never in a month in which the schools are closed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.plan import Due
from bot.reading.dates import Recurrence, read_recurrence
from bot.working_days import Nation

_EACH_TERM = re.compile(r"\btermly\b|\b(?:each|every)\s(?:\w+\s)?term\b", re.IGNORECASE)
_TERMS = (2, 4)
_JUNE, _JULY, _AUGUST = 6, 7, 8
_SUMMER = {
    Nation.ENGLAND: {_AUGUST: _JULY},
    Nation.WALES: {_AUGUST: _JULY},
    Nation.SCOTLAND: {_JULY: _JUNE},
    Nation.NORTHERN_IRELAND: {_JULY: _JUNE, _AUGUST: _JUNE},
}
"""The months of the summer holidays, and the one before them: Scotland's are over by the middle of August."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terms(Recurrence):
    """Every four months, or two, which is the same kind of moment in the next term, or half of one; what falls into the
    summer holidays of a `nation` is in the month before."""

    nation: Nation = Nation.ENGLAND

    def from_day(self, day: date) -> date:
        end = Recurrence.from_day(self, day)
        while self._in_term(end) < day:
            end = Recurrence.from_day(self, end + _DAY)
        return self._in_term(end)

    def before_day(self, day: date) -> date | None:
        coming = self._in_term(Recurrence.from_day(self, day))
        last = Recurrence.before_day(self, day)
        return coming if coming < day else self._in_term(last) if last else None

    def _in_term(self, end: date) -> date:
        """The day of a round; the one that is printed stands as printed."""
        month = _SUMMER[self.nation].get(end.month)
        if month is None or end == self.first:
            return end
        return end.replace(month=month, day=min(end.day, monthrange(end.year, month)[1]))


def rounds_of(due: Due, nation: Nation = Nation.ENGLAND) -> Recurrence | None:
    """How a due phrase comes round, day by day, in a nation; None where it does not, or names no interval."""
    found = read_recurrence(due)
    if found is None or found.months not in _TERMS or not _EACH_TERM.search(due.text):
        return found
    return Terms(found.months, found.anchor, found.day, found.first, nation)


def next_terms(due: Due) -> tuple[date, ...]:
    """The two times after the one that is printed, of what comes round each term from a date on; else none."""
    found = rounds_of(due)
    if not isinstance(found, Terms) or found.first is None:
        return ()
    following = found.after(found.first)
    return following, found.after(following)
