"""When an action is due for a word: days only, nothing about people.

Every rule asks "has its moment come, and has nothing been said since?", so a day on which nothing ran heals itself with
one word on the next, and asking twice on one day yields nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.policy.rules import Policy, Unit
from bot.working_days import WorkingDays


def upcoming(end: date, policy: Policy, calendar: WorkingDays, today: date) -> date | None:
    """The latest moment up to `today` at which something due on `end`, not late yet, was to be mentioned."""
    found = None
    for moment in _moments(end, policy, calendar):
        if moment > today:
            break
        found = moment
    return found


def first(end: date, policy: Policy, calendar: WorkingDays) -> date:
    """The day from which something due on `end` is mentioned at all."""
    return next(_moments(end, policy, calendar), end + timedelta(days=1))


def _moments(end: date, policy: Policy, calendar: WorkingDays) -> Iterator[date]:
    """The earliest first, each worked out only when it is asked for."""
    for days in sorted(policy.before, reverse=True):
        yield _offset(end, days, policy, calendar)
    if policy.on_the_day:
        yield _sendable(end, end, policy, calendar)


def _offset(end: date, days: int, policy: Policy, calendar: WorkingDays) -> date:
    if policy.unit is Unit.WORKING:
        return calendar.before(end, days)
    return _sendable(end - timedelta(days=days), end, policy, calendar)


def _sendable(day: date, end: date, policy: Policy, calendar: WorkingDays) -> date:
    """The working day on which a moment is seen to; never one after the due date itself."""
    if not policy.earlier:
        later = calendar.on_or_after(day)
        if later <= end:
            return later
    return calendar.on_or_before(day)


def overdue(end: date, nudges: Sequence[date], policy: Policy) -> date:
    """The first day on which something due on `end` is mentioned again after the overdue `nudges` so far, in order."""
    if not nudges:
        return end + timedelta(days=1)
    gaps = policy.overdue_every
    return nudges[-1] + timedelta(days=gaps[min(len(nudges), len(gaps)) - 1])


def again(last: date | None, every: int, today: date) -> bool:
    """Whether something that comes round every so many days is due again."""
    return last is None or (today - last).days >= every
