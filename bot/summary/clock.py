"""The clock of a corporate peer challenge: what is due when, counted from the day the team came on site.

Source: the Local Government Association's terms for a corporate peer challenge.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DUTIES = (
    (3, "the peer team's report is published, with an action plan if it is ready"),
    (5, "the action plan is published at the latest"),
    (10, "the progress review with the peer team takes place"),
    (12, "the report of the progress review is published"),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, the months it counts from the on-site day, the last day for it, and the agenda deadline before that."""

    months: int
    what: str
    by: date
    agenda: date


def duties(on_site: date | None, agenda_days: int = 0) -> tuple[Duty, ...]:
    """The duties of a challenge whose team came on site that day; none without one.

    What a committee is to agree must be with its clerks `agenda_days` before the meeting.
    """
    if not on_site:
        return ()
    days = ((months, what, months_after(on_site, months)) for months, what in _DUTIES)
    return tuple(Duty(months, what, by, by - timedelta(days=agenda_days)) for months, what, by in days)


def to_be_told(duty: Duty, today: date, before: Sequence[int]) -> int | None:
    """How many days ahead its lead is to be told by now: the nearest of `before` that has come; None when none has."""
    left = (duty.agenda - today).days
    return min((days for days in before if 0 <= left <= days), default=None)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
