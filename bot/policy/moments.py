"""When an action is due for a word: days only, nothing about people.

Every rule asks "has its moment come, and has nothing been said since?", so a day on which nothing ran heals itself with
one word on the next, and asking twice on one day yields nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.policy.rules import Policy, Unit
from bot.working_days import WorkingDays

_A_DAY = timedelta(days=1)
_CLOSED = 60
"""More days than ever lie between a moment and the working day on which it is seen to."""


def comes_up(end: date, policy: Policy, calendar: WorkingDays, today: date, last: date | None) -> bool:
    """Whether something due on `end`, not late yet, has come to a moment at which it is to be mentioned, and was not.

    It was where it was `last` spoken of at that moment or since, or the day before in a word that only caught up.
    """
    moment = _latest(end, policy, calendar, today)
    if moment is None or last is None or last < moment - _A_DAY:
        return moment is not None
    return last < moment and _latest(end, policy, calendar, last) == last


def comes_between(end: date, policy: Policy, calendar: WorkingDays, today: date, tomorrow: date) -> bool:
    """Whether something due on `end` has a moment behind today and up to `tomorrow`."""
    longest = max(policy.before, default=0)
    if (end - tomorrow).days > 2 * longest + _CLOSED:  # quicker for what is far ahead
        return False
    return any(today < on <= tomorrow for _, on in _planned(end, policy, calendar))


def first(end: date, policy: Policy, calendar: WorkingDays) -> date:
    """The day from which something due on `end` is mentioned at all."""
    found = None
    for planned in _planned(end, policy, calendar):
        if found and not _stands_for(planned, found):
            break
        found = planned
    return found[1] if found else end + _A_DAY


def _latest(end: date, policy: Policy, calendar: WorkingDays, today: date) -> date | None:
    """The latest moment up to `today`."""
    before = found = None
    for planned in _planned(end, policy, calendar):
        if found and _stands_for(planned, found):
            found = before
        if planned[1] > today:
            break
        before, found = found, planned
    return found[1] if found else None


_Planned = tuple[int, date]
"""How long before its end something is to be mentioned, and the working day on which that is."""


def _stands_for(later: _Planned, earlier: _Planned) -> bool:
    """Whether closed days pushed two moments together, on one day or on two running, so that the later is enough; two
    that an admin sets on neighbouring days stay as they are."""
    apart = (later[1] - earlier[1]).days
    return apart < 2 and apart < earlier[0] - later[0]


def _planned(end: date, policy: Policy, calendar: WorkingDays) -> Iterator[_Planned]:
    """The earliest first, each worked out only when it is asked for."""
    for days in sorted(policy.before, reverse=True):
        yield days, _offset(end, days, policy, calendar)
    if policy.on_the_day:
        yield 0, _sendable(end, end, policy, calendar)


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


def overdue(end: date, nudges: Sequence[date], policy: Policy, wished: date | None = None, ahead: int = 0) -> date:
    """The first day on which something due on `end` is mentioned again after the overdue `nudges` so far, in order, and
    after the day on which its owner `wished` for another date, if that waits for somebody else; `ahead`: see `_turn`.
    """
    if wished:
        gap, last = max(policy.overdue_every), max([wished, *nudges[-1:]])
    elif nudges:
        gap, last = _gap(len(nudges), policy), nudges[-1]
    else:
        return end + _A_DAY
    return last + timedelta(days=_turn(gap, ahead) if ahead else gap)


def turns(nudges: Sequence[date], policy: Policy) -> int:
    """How many of the overdue `nudges`, in order, came no sooner than the policy's own days since the first of them:
    what came sooner, with something else or for a warning, is none more."""
    found, own = 0, date.min
    for on in nudges:
        if on >= own:
            found += 1
            own = max(own, nudges[0]) + timedelta(days=_gap(found, policy))
    return found


def _gap(nudges: int, policy: Policy) -> int:
    """The days of the turn behind so many nudges."""
    return policy.overdue_every[min(nudges, len(policy.overdue_every)) - 1]


def again(last: date | None, every: int, today: date, ahead: int = 0) -> bool:
    """Whether something that comes round every so many days is due again; `ahead`: see `_turn`."""
    return last is None or (today - last).days >= _turn(every, ahead)


def _turn(every: int, ahead: int) -> int:
    """The days of a turn that may come up to `ahead` days sooner, but by no more than half of it."""
    return every - min(ahead, every // 2)
