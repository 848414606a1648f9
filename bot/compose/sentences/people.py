"""The people of an action, as a card names them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.compose import wording
from bot.plan import Action, Holder, Owner, Person
from bot.policy import Reminder
from bot.progress import handover


def name_of(person: Person) -> str:
    return wording.short(person.name, 80)


def names_of(people: Sequence[Person]) -> str:
    return wording.listed([name_of(each) for each in people])


def with_address(person: Person) -> str:
    """A name with its address; the address alone where no name is known."""
    named = person.name.casefold() != person.address
    return f"{wording.short(person.name, 60)} ({person.address})" if named else person.address


def whose(action: Action) -> str:
    """Who answers for an action, as whoever is told of it from above reads it."""
    people = wording.listed([with_address(each) for each in action.people])
    party = wording.short(action.owner_text, 120)
    if any(party == each.name for each in action.people):
        return f"It is with {people}."
    vacant = vacant_posts(action.owners)
    held = f"; nobody holds {vacant} at present" if vacant else ""
    return f"{people} {'answers' if len(action.people) == 1 else 'answer'} for it (the plan names {party}{held})."


def vacant_posts(owners: Sequence[Owner]) -> str:
    """The posts for which a deputy is asked because nobody holds them."""
    return wording.listed([wording.short(each.text, 80) for each in owners if each.holder is Holder.DEPUTY])


def in_place_of(replaced: Sequence[Person], lost: Collection[str]) -> str:
    """In whose place a deputy reads a card, and why; "" where in nobody's."""
    away = [each for each in replaced if each.address not in lost]
    unreached = [each for each in replaced if each.address in lost]
    are = "is" if len(away) == 1 else "are"
    places = (
        f"{names_of(away)}, who {are} away" if away else "",
        f"{names_of(unreached)}, whom our mail does not reach" if unreached else "",
    )
    told = ", and of ".join(filter(None, places))
    return f"You get this in place of {told}." if told else ""


def for_posts(reminder: Reminder) -> str:
    """For which posts that nobody holds somebody is asked as their deputy."""
    meant = _meant(reminder)
    posts = vacant_posts([each for each in reminder.action.owners if any(who.address in meant for who in each.people)])
    return f"You stand in for {posts}, which nobody holds at present." if posts else ""


def handed_over(reminder: Reminder) -> str:
    """On whose word an action is its reader's, and whose it was before, until somebody tells how it goes."""
    moved = handover(reminder.action)
    names = (reminder.to.name, reminder.to.address)
    if moved is None or moved.to not in names:
        return ""
    became = "is yours alone since" if moved.alone else "became yours on"
    if moved.by in names:
        return f"It {became} {moved.day}, on your own word."
    if not moved.before or moved.before == moved.to:
        return f"On {moved.day} {moved.by} named you for it."
    before = wording.short(moved.before, 120)
    return f"It {became} {moved.day}: {moved.by} named you, where the plan had named {before}."


def shared(reminder: Reminder) -> str:
    """With whom somebody shares an action, any of whom may answer for all; "" for its only owner."""
    others = [each for each in reminder.action.people if each.address not in _meant(reminder)]
    names = wording.listed([wording.short(reminder.action.called(each), 80) for each in others])
    return f"Shared with {names}: one answer is enough." if others else ""


def _meant(reminder: Reminder) -> set[str]:
    """The addresses of the reader and of those in whose place they read it."""
    return {each.address for each in (reminder.to, *reminder.instead_of)}
