"""The escalation ladder: from the owners to those above them, after a warning that the owners had time to answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Person
from bot.policy.day import Day
from bot.policy.reminders import Escalation, Mentioned, ReminderKind
from bot.policy.rules import Rung


@dataclass(frozen=True, slots=True)
class Step:
    """The next escalation of an action that was due on `end`: whom `to`, from which `rung`, since when its owners are
    `warned`, whether it is due today, and the day before which it was `promised` not to come."""

    to: Person
    rung: Rung
    end: date
    warned: date | None
    is_due: bool
    promised: date = date.min

    @property
    def must_warn(self) -> bool:
        """Whether the owners have to hear of it today, whatever else they are asked."""
        return self.warned is None

    def announced(self, action: Action, day: Day) -> Escalation | None:
        """What a nudge of today warns of; nothing where it is due already."""
        if self.is_due:
            return None
        had_time = day.calendar.after(self.warned or day.today, day.policy.grace)
        on = max(had_time, day.calendar.after(self.end, self.rung.after), self.promised)
        above = day.people.above(action)
        absent = day.people.replaced(self.to, above.values())
        meant = absent[0] if absent else self.to
        post = next((post for post, holder in above.items() if holder.address == meant.address), None)
        return Escalation(self.to, on, post, absent)


def next_step(
    action: Action,
    owners: Sequence[Person],
    end: date,
    since: Sequence[Mentioned],
    day: Day,
    until: date | None = None,
) -> Step | None:
    """What the ladder asks for about an action that was due on `end`; `since` is what was said since then and since it
    was last answered. A nudge of today looks ahead `until` the last day before the next one: a warning that would have
    to be sent in between goes with it, rather than in a mail of its own.

    A warning counts from the day it was sent and only for the rung after it: told once, the next rung warns anew. The
    day that it named is kept, however the policy was tightened since. No rung is told twice, whoever holds its post
    then, and none below it comes up again.
    """
    policy = day.policy
    if not policy.ladder:
        return None
    warn_from = day.calendar.between(end, until or day.today) + policy.grace
    if warn_from < policy.ladder[0].after:
        return None
    told = [each for each in since if each.kind is ReminderKind.ESCALATED]
    people = {person.address for person in (*owners, *action.people)} | {each.to for each in told}
    found = _next_rung(action, _above(told, policy.ladder), people, day)
    if found is None:
        return None
    rung, to = found
    last_told = max((each.on for each in told), default=date.min)
    warnings = [each for each in since if each.warned and each.on >= last_told]
    if not warnings:
        return Step(to, rung, end, None, is_due=False) if warn_from >= rung.after else None
    warned = warnings[0].on
    promised = max(each.promised or date.min for each in warnings)
    late, had = day.calendar.between(end, day.today), day.calendar.between(warned, day.today)
    is_due = late >= rung.after and had >= policy.grace and day.today >= promised
    return Step(to, rung, end, warned, is_due, promised)


def _above(told: Sequence[Mentioned], ladder: Sequence[Rung]) -> Sequence[Rung]:
    """The rungs above the highest that was told."""
    posts = {each.post for each in told}
    return ladder[max((number for number, rung in enumerate(ladder, start=1) if rung.to in posts), default=0) :]


def _next_rung(
    action: Action, rungs: Sequence[Rung], passed_over: Collection[str], day: Day
) -> tuple[Rung, Person] | None:
    """The first rung whose person is known, not an owner of the action, and has not been told yet."""
    for rung in rungs:
        to = day.people.at(rung.to, action)
        if to and to.address not in passed_over:
            return rung, to
    return None
