"""A question as it is put to each owner of an action, with what they read of those above them.

Its values are made for every open action on every day: tuples with names are quicker than frozen dataclasses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from bot.plan import Action, Holder, Person
from bot.policy import reasons
from bot.policy.day import Day
from bot.policy.heard import unsettled
from bot.policy.reminders import Escalation, Reminder, ReminderKind
from bot.policy.rules import Joint, Post
from bot.policy.standing import Standing


class Ask(NamedTuple):
    """What is asked, and how many days the date lies back (negative: ahead)."""

    kind: ReminderKind
    days: int
    reason: str


class About(NamedTuple):
    """What one action asks for: the reminders of `today`, which may `wait` for a mail of the next working day, those
    that come `soon` unless a mail of today takes them along, and why its owners are asked no more ("" when they
    are)."""

    today: tuple[Reminder, ...] = ()
    soon: tuple[Reminder, ...] = ()
    given_up: str = ""
    wait: bool = False


NOTHING = About()

Rise = tuple[Person, date]
"""Somebody above the owners who is told, and the day."""


class Told(NamedTuple):
    """Who stands `above` the owners; who of them was told last, who is told today, and who comes next, by which
    rung."""

    above: Mapping[Post, Person] = MappingProxyType({})
    last: Rise | None = None
    today: Rise | None = None
    coming: Rise | None = None
    post: Post | None = None


_NOBODY = Told()
_DEPUTY = Holder.DEPUTY


def to_owners(standing: Standing, ask: Ask, day: Day, told: Told = _NOBODY) -> Iterator[Reminder]:
    """A reminder for everybody whom the policy asks, and for those whom it tells that somebody is asked."""
    (lead, *others), action = standing.owners, standing.action
    joint, words, people = day.policy.joint, standing.words, day.people
    reason = f"{ask.reason}; {reasons.waits_for(standing.waiting)}" if standing.waiting else ask.reason
    for person in standing.owners if joint is Joint.EACH else (lead,):
        coming = None if people.back and day.is_away(person) else told.coming
        yield Reminder(
            action,
            ask.kind,
            ask.days,
            reason,
            person,
            warning=_as_read_by(person, coming, told.above, action, day) if coming else None,
            told=_as_read_by(person, told.last, told.above, action, day) if told.last else None,
            tells=_as_read_by(person, told.today, told.above, action, day) if told.today else None,
            wrote=unsettled(person, action, words) if words else None,
            post=told.post if coming else None,
            instead_of=people.replaced_owners(person, action) if people.deputies else (),
            lost=people.unreachable,
            wish=standing.wish,
        )
    if joint is Joint.COPY:
        for person in others:
            yield Reminder(action, ReminderKind.COPY, ask.days, reasons.copied(lead.name), person)


def _as_read_by(reader: Person, rise: Rise, above: Mapping[Post, Person], action: Action, day: Day) -> Escalation:
    """An escalation as it is put to one owner: in whose place, in which post, and whether it is their own manager."""
    (to, on), people = rise, day.people
    absent = people.replaced_above(to, above) or people.once_replaced_above(to, above)
    meant, manager = absent[0] if absent else to, people.manager(action, reader)
    yours = manager is not None and manager.address == meant.address and not _only_for_posts(reader, action)
    posts = [post for post, holder in above.items() if holder.address == meant.address]
    told_as = posts[0] if posts else None
    if len(posts) > 1:  # told as what the ladder calls them
        rungs = [rung.to for rung in day.policy.ladder]
        told_as = next((post for post in posts if post in rungs), told_as)
    return Escalation(to, on, told_as, absent, yours)


def _only_for_posts(reader: Person, action: Action) -> bool:
    """Whether somebody owns an action only as the deputy of posts that nobody holds, whose manager is not theirs."""
    vacant = [owner for owner in action.owners if owner.holder is _DEPUTY]
    return bool(vacant) and all(owner in vacant for owner in action.owners if reader in owner.people)
