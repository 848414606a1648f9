"""Who may answer for an action: its owners, and whoever the mail that is answered asked about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot.ledger import Intent
from bot.plan import Action, Key
from bot.policy import ReminderKind
from bot.reply import Role
from jobs.kit import Kit
from jobs.people.standing import read_standing

Asked = Mapping[Key, ReminderKind]
"""What one person was asked by mail, by plan and item."""


def asked_of(kit: Kit, sender: str, answered: Intent | None) -> Asked:
    """What a sender may answer for: what the mail answered asked them, and what mails before it asked them last.

    What somebody else was asked since is theirs to answer, also where the mail answered asked this sender, if it was
    given to somebody else. Nothing where the mail answered went to somebody else.
    """
    if answered is None or answered.person.address != sender:
        return {}
    last, here = kit.ledger.outbox.last_asked(sender), asked_here(kit, sender, answered)
    return {**last, **{key: kind for key, kind in here.items() if key in last or not _moved_on(kit, sender, key)}}


def _moved_on(kit: Kit, sender: str, key: Key) -> bool:
    """Whether an action has other owners by now, who were asked about it, and the sender stands in for none of them."""
    action = kit.ledger.snapshot.action(*key)
    if action is None:
        return False
    asked = {each.address for each in kit.ledger.outbox.owners_asked(key)}
    present = present_of(kit, action)
    return sender not in present and not asked.isdisjoint(present)


def present_of(kit: Kit, action: Action) -> Collection[str]:
    """The addresses of an action's owners, and of those who stand in for them."""
    return read_standing(kit).standing_for(action.people, action)


def asked_here(kit: Kit, sender: str, answered: Intent | None) -> Asked:
    """What the mail answered asked this sender; nothing where it went to somebody else, who may have passed it on."""
    if answered is None or answered.person.address != sender:
        return {}
    return {each.key: each.kind for each in kit.ledger.outbox.mentions(answered.number)}


def role_of(sender: str, action: Action, asked: Asked) -> Role:
    """What a sender is to an action; a deputy who was asked in an owner's place answers for the owner."""
    kind = asked.get(action.key)
    if owns(sender, action) or (kind is not None and kind.asks_owner):
        return Role.OWNER
    return Role.ABOVE if kind is ReminderKind.ESCALATED else Role.OTHER


def owns(sender: str, action: Action) -> bool:
    return any(person.address == sender for person in action.people)


def was_told(kit: Kit, sender: str, key: Key) -> bool:
    """Whether somebody last read of an action because its owners kept silent."""
    return kit.ledger.outbox.last_asked(sender).get(key) is ReminderKind.ESCALATED
