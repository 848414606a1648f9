"""An earlier message's update, named in the changes of a later one ("message number.place", counted from 1) or answered
by it."""

from __future__ import annotations

from bot.ledger import PlannedUpdate, StoredMessage
from bot.progress import without_ref
from bot.reply import is_only_date
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
    """What somebody wrote; of a bare yes or a day alone in answer to our receipt, the words that it was about."""
    return _telling(kit, message, update) or without_ref(update.comment, update.ref)


def _telling(kit: Kit, message: StoredMessage, update: PlannedUpdate) -> str:
    """The latest words of a conversation about an action that tell more than a yes or a day; "" for none."""
    said = without_ref(update.comment, update.ref)
    if not (is_only_ours(update) or is_only_date(said.removeprefix(update.ref).strip(), message.said_on)):
        return said
    asked = kit.ledger.outbox.intent(message.intent) if message.intent else None
    before = [found for number in (asked.answers if asked else ()) if (found := kit.ledger.inbox.message(number))]
    told = (
        _telling(kit, each, about)
        for each in before
        for about in kit.ledger.inbox.updates(each.key)
        if about.key == update.key
    )
    return next(filter(None, told), "")
