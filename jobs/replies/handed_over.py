"""Whoever says that an action is not theirs hears what the plan's lead made of it: that it has moved, or stays."""

from __future__ import annotations

from collections.abc import Iterator

from bot.compose import News, ReceiptLine, ReceiptView, wording
from bot.ledger import Mention, PlannedUpdate, Run, RunState, StoredMessage
from bot.plan import Action, Person
from bot.policy import ReminderKind
from bot.progress import without_ref
from jobs.kit import Kit
from jobs.people.disowned import may_say_whose
from jobs.people.entitled import owns, was_told
from jobs.people.names import known_name
from jobs.replies.write_once import sender_name
from jobs.sending.letters import as_sent, intent_of, mail_key, reply_address

KIND = "owner_told"
_NEWS = News("Whose it is has been settled", "This has come of what you wrote to us.", "you wrote to us about it")


def tell_those_before(kit: Kit, message: StoredMessage, named: PlannedUpdate) -> None:
    """Intend a mail to everybody whose open "not mine" a name in this message settles; safe to do again.

    Whoever has their receipt still to come reads in it that the action has moved.
    """
    action = kit.ledger.snapshot.action(named.plan, named.item_id)
    if action is None:
        return
    to_be_told = {each.key for each in kit.ledger.inbox.awaiting_receipt()}
    for source, position, update in _disowning(kit, named):
        stays = owns(source.sender, action)
        if source.sender != message.sender and (stays or source.key not in to_be_told):
            free = "" if was_told(kit, source.sender, action.key) else ", so you are not asked about it any more"
            sentence = _sentence(sender_name(kit, message), named, action, "" if stays else free, stays=stays)
            _intend(kit, source, position, update, action, sentence)


def _disowning(kit: Kit, named: PlannedUpdate) -> Iterator[tuple[StoredMessage, int, PlannedUpdate]]:
    """The last "not mine" or "ask her" that is open about an action, of each who said so, with its place."""
    found = {}
    for source in sorted((*kit.ledger.inbox.held(), *kit.ledger.review.asked()), key=lambda each: each.number):
        for position, update in enumerate(kit.ledger.inbox.updates(source.key)):
            if update.key == named.key and update.waits and may_say_whose(update):
                found[source.sender] = source, position, update
    yield from found.values()


def _intend(
    kit: Kit, source: StoredMessage, position: int, update: PlannedUpdate, action: Action, sentence: str
) -> None:
    person = Person(known_name(kit, source.person, None), source.sender)
    number = kit.ledger.outbox.next_number()
    token, reply_to = reply_address(kit, number, person)
    line = ReceiptLine(action.ref, action.text, "settled", sentence, without_ref(update.comment, update.ref))
    of_us = kit.settings.summary.council, kit.settings.mail.contact
    view = ReceiptView(person, (line,), reply_to, token, *of_us, news=_NEWS)
    mail = as_sent(kit, person, kit.composer.receipt(view))
    asked = ReminderKind.OVERDUE if owns(source.sender, action) else ReminderKind.COPY
    mentions = (Mention(action.plan, action.item_id, action.ref, asked),)
    key = mail_key(kit, KIND, source.identity, str(position))
    intent = intent_of(kit, KIND, number, key, view, mail, mentions=mentions)
    run = Run(f"owners-{kit.today}", KIND, kit.today, RunState.APPROVED)
    kit.ledger.outbox.add(run, [intent], kit.now())


def _sentence(lead: str, named: PlannedUpdate, action: Action, free: str, *, stays: bool) -> str:
    if stays:
        words = wording.quoted(without_ref(named.comment, named.ref), 150)
        return f"{lead} says that it stays with you. They wrote {words}."
    now = wording.listed([each.name for each in action.people])
    has = "has" if len(action.people) == 1 else "have"
    return f"{lead} says that {now} {has} it now{free}."
