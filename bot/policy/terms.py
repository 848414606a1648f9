"""What comes round each school term: once in autumn, once in spring and once in summer, and never in August."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.plan import Due
from bot.reading.dates import Recurrence, read_recurrence

_EACH_TERM = re.compile(r"\btermly\b|\b(?:each|every)\s(?:\w+\s)?term\b", re.IGNORECASE)
_TERM, _AUGUST, _JULY = 4, 8, 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terms(Recurrence):
    """Every four months, which is the same kind of moment in the next term, but for August: that one is in July."""

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
        return end.replace(month=_JULY) if end.month == _AUGUST and end != self.first else end


def rounds_of(due: Due) -> Recurrence | None:
    """How a due phrase comes round, day by day; None where it does not, or names no interval."""
    found = read_recurrence(due)
    if found is None or found.months != _TERM or not _EACH_TERM.search(due.text):
        return found
    return Terms(found.months, found.anchor, found.day, found.first)


def next_terms(due: Due) -> tuple[date, ...]:
    """The two times after the one that is printed, of what comes round each term from a date on; else none."""
    found = rounds_of(due)
    if not isinstance(found, Terms) or found.first is None:
        return ()
    following = found.after(found.first)
    return following, found.after(following)
