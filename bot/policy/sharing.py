"""On which of the days within reach what is asked again comes, so that what is one person's shares a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from bot.plan import Action, Person
from bot.policy import moments
from bot.policy.asking import about
from bot.policy.day import NEAR, Day
from bot.policy.heard import Heard
from bot.policy.reminders import History, Mentioned, Reminder
from bot.policy.to_owners import About


class Group(NamedTuple):
    """What all who are asked about one action read of it, and the addresses of those who are asked."""

    reminders: tuple[Reminder, ...]
    asked: frozenset[str]


class Silent(NamedTuple):
    """An open action of which nothing comes today or soon, with all that says when something will."""

    action: Action
    owners: tuple[Person, ...]
    said: Sequence[Mentioned]
    words: Sequence[Heard]


@dataclass(slots=True)
class Within:
    """All that the open actions ask for within reach: what goes out today (`firm`), what may wait for the next working
    day, what comes soon, and the rest."""

    firm: list[Reminder] = field(default_factory=list)
    waiting: list[Group] = field(default_factory=list)
    soon: list[Group] = field(default_factory=list)
    silent: list[Silent] = field(default_factory=list)

    def add(self, found: About, action: Silent) -> None:
        if found.wait:
            self.waiting.append(Group(found.today, asked_by(found.today)))
        elif found.today:
            self.firm += found.today
        elif action.owners and not found.soon:
            self.silent.append(action)
        if found.soon:
            self.soon.append(Group(found.soon, asked_by(found.soon)))


def asked_by(reminders: Iterable[Reminder]) -> frozenset[str]:
    return frozenset([each.to.address for each in reminders if each.kind.asks_owner])


def share(within: Within, said: History, day: Day) -> Iterator[Group]:
    """Of what may wait and of what comes soon all that goes out today.

    Nobody who gets no other mail today is mailed on a day beside another of theirs: what may wait goes with the mail of
    the next working day, or lets one pass after a mail of the day before; what comes soon is not drawn along.
    """
    today, waiting, soon = asked_by(within.firm), within.waiting, within.soon
    busy = frozenset[str]()
    if waiting or any(len(each.asked) > 1 for each in soon):
        busy = _busy(today, [*waiting, *soon], within.silent, said, day)
    while found := [each for each in waiting if each.asked & today or not each.asked & busy]:
        yield from found
        waiting = [each for each in waiting if not (each.asked & today or not each.asked & busy)]
        today = today.union(*[each.asked for each in found])
    while found := [each for each in soon if each.asked & today and not (each.asked - today) & busy]:
        yield from found
        soon = [each for each in soon if not (each.asked & today and not (each.asked - today) & busy)]
        today = today.union(*[each.asked for each in found])


def is_near(address: str, within: Within, day: Day) -> bool:
    """Whether somebody who gets no mail today is asked of something within the next few working days."""
    if any(address in each.asked for each in (*within.waiting, *within.soon)):
        return True
    theirs = [each for each in within.silent if any(person.address == address for person in each.owners)]
    coming = [day.calendar.after(day.today, number) for number in range(1, NEAR + 1)] if theirs else ()
    later = [replace(day, today=each) for each in coming if day.wakes(each)]
    return any(address in asked_by(about(*each, then).today) for then in later for each in theirs)


def _busy(
    firm: frozenset[str], groups: Sequence[Group], silent: Sequence[Silent], said: History, day: Day
) -> frozenset[str]:
    """Who of those that get no mail today but of these groups had one on the working day before or is asked on the
    next; with them their joint owners, for what waits comes to all."""
    free = [each.asked for each in groups if not each.asked & firm]
    concerned = frozenset[str]().union(*free)
    busy = (_mailed_on(day.before, said) & concerned) | _asked_tomorrow(concerned, silent, day)
    joint = [each for each in free if len(each) > 1]
    while more := [each for each in joint if each & busy and not each <= busy]:
        busy = busy.union(*more)
    return busy


def _mailed_on(before: date, said: History) -> frozenset[str]:
    """Everybody who got a mail on a day, of whatever kind."""
    late = [theirs for theirs in said.values() if theirs and theirs[-1].on >= before]
    return frozenset([each.to for theirs in late for each in theirs if each.on == before])


def _asked_tomorrow(concerned: frozenset[str], silent: Sequence[Silent], day: Day) -> frozenset[str]:
    """Who of some people is asked on the next working day of what cannot come today."""
    if day.tomorrow is None:
        return frozenset()
    later, found = replace(day, today=day.tomorrow), set[str]()
    for each in silent:
        theirs = concerned.intersection([person.address for person in each.owners])
        if theirs and not theirs <= found and _may_come(each, day, day.tomorrow):
            found |= asked_by(about(*each, later).today)
    return frozenset(found)


def _may_come(silent: Silent, day: Day, tomorrow: date) -> bool:
    """Whether a closer look at the next working day is worth while: a date comes up, or peace may end."""
    action, end = silent.action, silent.action.current_due.end
    if end is None or end < day.today:
        return bool(action.last_reply or action.snoozed_until or silent.words)
    return end < tomorrow or moments.comes_between(end, day.policy, day.calendar, day.today, tomorrow)
