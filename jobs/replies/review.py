"""What a person has seen to: a mail that an admin moved out of the folder Needs review waits no more."""

from __future__ import annotations

from bot.ledger import MessageState
from jobs.kit import Kit

NEEDS_REVIEW = "Needs review"


def tick_off(kit: Kit) -> None:
    """Tick off the held messages that are no longer in the folder where they were put for a person."""
    held = kit.ledger.inbox.held()
    if not held:
        return
    there = kit.mailbox.ids_in(NEEDS_REVIEW)
    for message in held:
        if message.state is MessageState.FILED and message.graph_id not in there:
            kit.ledger.inbox.move(message.key, MessageState.REVIEWED)
