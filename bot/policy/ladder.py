"""The escalation ladder: from the owners to those above them, after a warning that the owners had time to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Due, Person
from bot.policy.people import People
from bot.policy.reminders import Escalation, Mentioned, ReminderKind
from bot.policy.rules import Policy, Rung
from bot.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Step:
    """The next escalation of an overdue action: whom `to`, since when its owners are `warned`, and what to `warn` of.

    It is due today where nothing is left to warn of.
    """

    to: Person
    warned: date | None
    warn: Escalation | None

    @property
    def must_warn(self) -> bool:
        """Whether the owners have to hear of it today, whatever else they are asked."""
        return self.warn is not None and self.warned is None


def next_step(
    action: Action,
    due: Due,
    since: Sequence[Mentioned],
    policy: Policy,
    people: People,
    calendar: WorkingDays,
    today: date,
) -> Step | None:
    """What the ladder asks for today; `since` is what was said since the action fell due and was last answered.

    A warning counts from the day it was sent and only for the rung after it: told once, the next rung warns anew.
    """
    end = due.end
    if not policy.ladder or end is None:
        return None
    late = calendar.between(end, today)
    if late < policy.ladder[0].after - policy.grace:
        return None
    told = {each.to: each.on for each in since if each.kind is ReminderKind.ESCALATED}
    found = _next_rung(action, frozenset(told), policy, people)
    if found is None:
        return None
    rung, to = found
    last_told = max(told.values(), default=None)
    warned = min((each.on for each in since if each.warned and (not last_told or each.on >= last_told)), default=None)
    on = max(calendar.after(warned or today, policy.grace), calendar.after(end, rung.after))
    if warned and today >= on:
        return Step(to, warned, None)
    nearly = late >= rung.after - policy.grace
    return Step(to, warned, Escalation(to, on, people.post_of(to, action))) if warned or nearly else None


def _next_rung(action: Action, told: frozenset[str], policy: Policy, people: People) -> tuple[Rung, Person] | None:
    """The first rung whose person is known, not an owner of the action, and has not been told yet."""
    owners = {person.address for person in people.asked(action)} | {person.address for person in action.people}
    for rung in policy.ladder:
        to = people.at(rung.to, action)
        if to and to.address not in owners and to.address not in told:
            return rung, to
    return None
