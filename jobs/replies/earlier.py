"""An earlier message's update, named in the changes of a later one ("message number.place", counted from 1) or answered
by it."""

from __future__ import annotations

from bot.ledger import PlannedUpdate, StoredMessage
from bot.progress import without_ref
from jobs.kit import Kit
from jobs.people.unsettled import is_only_ours


def naming(number: int, place: int) -> str:
    """The name of the update at `place`, counted from 0."""
    return f"{number}.{place + 1}"


def earlier(kit: Kit, name: str) -> tuple[StoredMessage, int, PlannedUpdate]:
    """The message, the place counted from 0, and the update that `name` stands for."""
    number, _, place = name.partition(".")
    message = kit.ledger.inbox.message(int(number))
    assert message is not None, "what names an update was planned from its message"
    return message, int(place) - 1, kit.ledger.inbox.updates(message.key)[int(place) - 1]


def own_words(kit: Kit, message: StoredMessage, update: PlannedUpdate) -> str:
    """What somebody wrote; of a bare yes to a question in our receipt, the words that it was about."""
    if is_only_ours(update):
        asked = kit.ledger.outbox.intent(message.intent) if message.intent else None
        for number in asked.answers if asked else ():
            before = kit.ledger.inbox.message(number)
            about = kit.ledger.inbox.updates(before.key) if before else ()
            for each in about:
                if each.key == update.key and not is_only_ours(each):
                    return without_ref(each.comment, each.ref)
    return without_ref(update.comment, update.ref)
