"""What people and mails are called: the name we know a person by, and what a mail is found by in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.compose import wording
from bot.ledger import Intent, StoredMessage
from bot.plan import Action, Person
from jobs.kit import Kit


def known_name(kit: Kit, sender: Person, answered: Intent | None) -> str:
    """The name of a sender: as we addressed them, as the plans know them, as they sign, else the bare address."""
    people = chain((answered.person,) if answered else (), _everybody(kit))
    return next((each.name for each in people if _names(each, sender.address)), sender.name or sender.address)


def whose(kit: Kit, person: Person) -> str:
    """An address with whose it is: by name, else by the post or body that a plan names for it; alone where neither is
    known."""
    theirs = ((action, each) for action in _actions(kit) for each in action.people if each.address == person.address)
    called = chain((person.name,), (action.called(each) for action, each in theirs))
    name = next((each for each in called if each and each.casefold() != person.address), "")
    return f"{name} ({person.address})" if name else person.address


def _everybody(kit: Kit) -> Iterator[Person]:
    for action in _actions(kit):
        yield from action.people


def _actions(kit: Kit) -> Iterator[Action]:
    for plan in kit.plans:
        yield from kit.ledger.snapshot.actions(plan.name)


def _names(person: Person, address: str) -> bool:
    return person.address == address and bool(person.name) and person.name.casefold() != address


def where_to_find(message: StoredMessage) -> str:
    """The day and the subject of a mail, as its folder lists it; "" where it has neither."""
    day = f", {wording.day(message.written.date())}" if message.written else ""
    return f"{day}, “{wording.short(message.subject, 80)}”" if message.subject else day
