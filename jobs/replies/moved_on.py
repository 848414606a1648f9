"""Whether a row has moved on since a reply was read, so that settling the reply would write over newer work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.ledger import PlannedUpdate, StoredMessage
from bot.plan import Action, Status
from jobs.kit import Kit
from jobs.people.unsettled import WISHED, standing_of

_INSTEAD = "look at the row, then dismiss the reply, or write over it with --anyway"
_ON_STATUS = ("status", "completed_on")
_WRITES = {"status": _ON_STATUS, "completed_on": _ON_STATUS, "revised_due": ("due",), WISHED: ("due",)}
"""What of an action's standing each change writes over."""


def written_over(kit: Kit, message: StoredMessage, update: PlannedUpdate, action: Action) -> str:
    """What newer work an update would write over in its row, and what to do instead; "" where it harms none.

    An action that only the admin told was never compared with the words: these never open it again by themselves.
    """
    now, was = standing_of(action), update.basis or _stood(kit, message, action)
    fields = {field for name in update.changes for field in _WRITES.get(name, ())}
    if not action.is_open:
        fields.add("status")
    moved = [
        f"{name.replace('_', ' ')} was {was[name] or 'blank'} and is {now[name] or 'blank'}"
        for name in now
        if name in fields and now[name] != was[name]
    ]
    if moved:
        return f"it has moved on since the reply was read ({'; '.join(moved)}): {_INSTEAD}"
    if not update.basis and not action.is_open and _opens(update):
        return f"it is {action.status.label.lower()}, and this would open it again: {_INSTEAD}"
    return ""


def _stood(kit: Kit, message: StoredMessage, action: Action) -> Mapping[str, str]:
    """How an action stood when a reply came in, as far as the ledger knows it."""
    known = kit.ledger.snapshot.action(action.plan, action.item_id) or action
    since = kit.ledger.snapshot.changes(action.plan, message.day - timedelta(days=1), kit.today)
    moved = {each.field: each.old for each in reversed(since) if each.item_id == action.item_id}
    stood = standing_of(known)
    return {name: moved.get(name, value) for name, value in stood.items()}


def _opens(update: PlannedUpdate) -> bool:
    return "status" in update.changes and not Status(update.changes["status"]).is_closed
