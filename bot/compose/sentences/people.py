"""The people of an action, as a card names them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose import wording
from bot.plan import Action, Holder, Owner, Person
from bot.policy import Reminder


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


def in_place_of(absent: Sequence[Person]) -> str:
    """In whose place a deputy reads a card; "" where in nobody's."""
    are = "is" if len(absent) == 1 else "are"
    return f"You get this in place of {names_of(absent)}, who {are} away." if absent else ""


def for_posts(reminder: Reminder) -> str:
    """For which posts that nobody holds somebody is asked as their deputy."""
    meant = _meant(reminder)
    posts = vacant_posts([each for each in reminder.action.owners if any(who.address in meant for who in each.people)])
    return f"You stand in for {posts}, which nobody holds at present." if posts else ""


def shared(reminder: Reminder) -> str:
    """With whom somebody shares an action, any of whom may answer for all; "" for its only owner."""
    others = [each for each in reminder.action.people if each.address not in _meant(reminder)]
    return f"Shared with {names_of(others)}: one answer is enough." if others else ""


def _meant(reminder: Reminder) -> set[str]:
    """The addresses of the reader and of those in whose place they read it."""
    return {each.address for each in (reminder.to, *reminder.instead_of)}
