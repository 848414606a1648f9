"""What people are called: the name we know them by, where their own mail program may send an address alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.ledger import Intent
from bot.plan import Person
from jobs.kit import Kit


def known_name(kit: Kit, sender: Person, answered: Intent | None) -> str:
    """The name of a sender: as we addressed them, as the plans know them, as they sign, else the bare address."""
    people = chain((answered.person,) if answered else (), _everybody(kit))
    return next((each.name for each in people if _names(each, sender.address)), sender.name or sender.address)


def _everybody(kit: Kit) -> Iterator[Person]:
    for plan in kit.plans:
        for action in kit.ledger.snapshot.actions(plan.name):
            yield from action.people


def _names(person: Person, address: str) -> bool:
    return person.address == address and bool(person.name) and person.name.casefold() != address
