"""The clock of a corporate peer challenge: what is due when, counted from the day the team came on site.

Source: the Local Government Association's terms for a corporate peer challenge.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DUTIES = (
    (3, "the peer team's report is published, with an action plan if it is ready"),
    (5, "the action plan is published at the latest"),
    (10, "the progress review with the peer team takes place"),
    (12, "the report of the progress review is published"),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, the months it counts from the on-site day, and the last day for it."""

    months: int
    what: str
    by: date


def duties(on_site: date | None) -> tuple[Duty, ...]:
    """The duties of a challenge whose team came on site that day; none without one."""
    return tuple(Duty(months, what, months_after(on_site, months)) for months, what in _DUTIES) if on_site else ()


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
