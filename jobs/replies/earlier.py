"""An earlier message's update, as a later one names it in its changes: "message number.place", counted from 1."""

from __future__ import annotations

from bot.ledger import PlannedUpdate, StoredMessage
from jobs.kit import Kit


def naming(number: int, place: int) -> str:
    """The name of the update at `place`, counted from 0."""
    return f"{number}.{place + 1}"


def earlier(kit: Kit, name: str) -> tuple[StoredMessage, int, PlannedUpdate]:
    """The message, the place counted from 0, and the update that `name` stands for."""
    number, _, place = name.partition(".")
    message = kit.ledger.inbox.message(int(number))
    assert message is not None, "what names an update was planned from its message"
    return message, int(place) - 1, kit.ledger.inbox.updates(message.key)[int(place) - 1]
