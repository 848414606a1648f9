"""The escalation ladder: from the owners to those above them, after a warning that the owners had time to answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.plan import Action, Person
from bot.policy.day import Day
from bot.policy.reminders import Escalation, Mentioned, ReminderKind
from bot.policy.rules import Joint, Rung


@dataclass(frozen=True, slots=True)
class Step:
    """The next escalation of an action that was due on `end`: whom `to`, from which `rung`, since when its owners are
    `warned`, the day from which their time to answer `counts`, whether it is due today, and the day before which it was
    `promised` not to come."""

    to: Person
    rung: Rung
    end: date
    warned: date | None
    counts: date
    is_due: bool
    promised: date = date.min

    @property
    def must_warn(self) -> bool:
        """Whether the owners have to hear of it today, whatever else they are asked."""
        return self.warned is None

    def telling(self, action: Action, day: Day) -> Escalation:
        """The escalation itself, as the owners hear of it on its day."""
        return _named(self.to, day.today, action, day)

    def told(self, day: Day) -> Mentioned:
        """The escalation as it is remembered once it is told today."""
        return Mentioned(day.today, ReminderKind.ESCALATED, self.to.address, post=self.rung.to)

    def announced(self, action: Action, day: Day) -> Escalation | None:
        """What a nudge of today warns of; nothing where it is due already."""
        if self.is_due:
            return None
        had_time = day.calendar.after(self.counts, day.policy.grace)
        on = max(had_time, day.calendar.after(self.end, self.rung.after), self.promised)
        return _named(self.to, on, action, day)


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

    Nobody is warned while they are away: the ladder rests while no owner is there, and goes on with those who are. What
    somebody was warned of before counts anew from the day they are back.

    A warning counts from the day it was sent and only for the rung after it: told once, the next rung warns anew. The
    day that it named is kept, however the policy was tightened since. No rung is told twice, whoever holds its post
    then, and none below it comes up again.
    """
    policy, there = day.policy, _there(owners, day)
    if not policy.ladder or not there:
        return None
    late = day.calendar.between(end, day.today)
    warn_from = (day.calendar.between(end, until) if until else late) + policy.grace
    if warn_from < policy.ladder[0].after:
        return None
    told = [each for each in since if each.kind is ReminderKind.ESCALATED]
    found = _next_rung(action, owners, told, day)
    if found is None:
        return None
    rung, to = found
    warnings = _warnings(since, told, rung)
    counting = _counting(warnings, there, day)
    if counting is None:
        return Step(to, rung, end, None, day.today, is_due=False) if warn_from >= rung.after else None
    counts, warned = counting
    promised = max([each.promised or date.min for each in warnings])
    had_time = day.calendar.between(counts, day.today) >= policy.grace
    is_due = late >= rung.after and had_time and day.today >= promised
    return Step(to, rung, end, warned, counts, is_due, promised)


def _warnings(since: Sequence[Mentioned], told: Sequence[Mentioned], rung: Rung) -> list[Mentioned]:
    """The warnings of a rung since somebody was told last; of an older one it is not known which rung it was of."""
    ours = (None, rung.to)
    return [each for each in since if each.warned and each.post in ours and (not told or each.on >= told[-1].on)]


def was_warned(person: Person, on: date, since: Sequence[Mentioned]) -> bool:
    """Whether somebody was warned on a day: of joint owners not one who was away or whose mail came back."""
    return any(each.warned and each.on == on and each.to == person.address for each in since)


def told_last(action: Action, since: Sequence[Mentioned], day: Day) -> Escalation | None:
    """Who above the owners was told last, of what was said `since` it fell due and was last answered.

    A deputy stood in for whoever is back by now, where they are nothing to the action themselves.
    """
    last = next((each for each in reversed(since) if each.kind is ReminderKind.ESCALATED), None)
    if last is None:
        return None
    people = day.people
    above = people.above(action).values()
    known = (*above, *people.deputies.values(), *people.named.values())
    to = next((each for each in known if each.address == last.to), Person(last.to, last.to))
    found = _named(to, last.on, action, day)
    back = tuple(dict.fromkeys(each for each in above if people.named.get(each.address) == to))
    if found.post or not back:
        return found
    return replace(found, post=people.post_of(back[0], action), instead_of=back)


def as_read_by(reader: Person, told: Escalation | None, action: Action, day: Day) -> Escalation | None:
    """An escalation as it is put to one owner: whether it is their own manager who is meant."""
    if told is None:
        return None
    own = day.people.manager(action, reader)
    if own is None or own.address != _meant(told.to, told.instead_of).address:
        return told
    return Escalation(told.to, told.on, told.post, told.instead_of, yours=True)


def _named(to: Person, on: date, action: Action, day: Day) -> Escalation:
    absent = day.people.replaced_above(to, action)
    return Escalation(to, on, day.people.post_of(_meant(to, absent), action), absent)


def _meant(to: Person, absent: Sequence[Person]) -> Person:
    return absent[0] if absent else to


def _there(owners: Sequence[Person], day: Day) -> list[Person]:
    """Those of the owners who are asked and are not away."""
    asked = owners if day.policy.joint is Joint.EACH else owners[:1]
    return [person for person in asked if not day.is_away(person)]


def _counting(warnings: Sequence[Mentioned], there: Iterable[Person], day: Day) -> tuple[date, date] | None:
    """From when the time to answer counts of whoever has had it longest, and when they were warned."""
    found = []
    for person in there:
        warned = next((each.on for each in warnings if each.to == person.address), None)
        back = day.people.back.get(person.address)
        if warned:
            found.append((max(warned, day.calendar.on_or_after(back)) if back else warned, warned))
    return min(found, default=None)


def _above(told: Sequence[Mentioned], ladder: Sequence[Rung]) -> Sequence[Rung]:
    """The rungs above the highest that was told."""
    if not told:
        return ladder
    posts = {each.post for each in told}
    return ladder[max((number for number, rung in enumerate(ladder, start=1) if rung.to in posts), default=0) :]


def _next_rung(
    action: Action, owners: Sequence[Person], told: Sequence[Mentioned], day: Day
) -> tuple[Rung, Person] | None:
    """The first rung whose person is known, not an owner of the action, and has not been told yet."""
    passed_over = [each.address for each in (*owners, *action.people)] + [each.to for each in told]
    for rung in _above(told, day.policy.ladder):
        to = day.people.at(rung.to, action)
        if to and to.address not in passed_over:
            return rung, to
    return None
