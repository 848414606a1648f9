"""What people are called: the name we know them by, where their own mail program may send an address alone."""

from __future__ import annotations

from bot.ledger import Intent
from bot.plan import Person
from jobs.kit import Kit


def known_name(kit: Kit, sender: Person, answered: Intent | None) -> str:
    """The name of a sender: as we addressed them, as the plans know them, as they sign, else the bare address."""
    ours = [answered.person] if answered else []
    if not any(_names(each, sender.address) for each in ours):
        ours = [person for plan in kit.plans for each in kit.ledger.snapshot.actions(plan.name) for person in each.people]
    named = next((each.name for each in ours if _names(each, sender.address)), "")
    return named or sender.name or sender.address


def _names(person: Person, address: str) -> bool:
    return person.address == address and bool(person.name) and person.name.casefold() != address
