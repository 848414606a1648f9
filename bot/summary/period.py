"""The month a paper is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_LAST_DAYS = 10


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month, both ends included."""

    start: date
    end: date

    @property
    def label(self) -> str:
        return f"{self.start:%B %Y}"


def period_for(today: date) -> Period:
    """The month a summary made on `today` is about: this month in its last ten days, else the month before.

    Ten, because the last working day of December may lie before a long closure.
    """
    this = _month(today)
    return this if (this.end - today).days < _LAST_DAYS else _month(this.start - timedelta(days=1))


def _month(day: date) -> Period:
    start = day.replace(day=1)
    return Period(start, (start + timedelta(days=31)).replace(day=1) - timedelta(days=1))
