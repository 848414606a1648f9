"""Whoever had an action, or says that it is not theirs, hears what the plan's lead made of it: it moved, or stays."""

from __future__ import annotations

from collections.abc import Iterator

from bot.compose import News, ReceiptLine, ReceiptView, wording
from bot.ledger import Mention, PlannedUpdate, Run, RunState, StoredMessage
from bot.plan import Action, Person
from bot.policy import ReminderKind
from bot.progress import without_ref
from jobs.kit import Kit
from jobs.people.bounces import unreachable
from jobs.people.disowned import may_say_whose
from jobs.people.entitled import owns, present_of, was_told
from jobs.replies.write_once import sender_name
from jobs.sending.letters import as_sent, intent_of, mail_key, reply_address

KIND = "owner_told"
_FREE = ", so you are not asked about it any more"
_SETTLED = News("Whose it is has been settled", "This has come of what you wrote to us.", "you wrote to us about it")
_MOVED = News("An action is not yours any more", "We asked you about this before.", "we asked you about it before")


def tell_those_before(kit: Kit, message: StoredMessage, named: PlannedUpdate) -> None:
    """Intend a mail to everybody whose open "not mine" a name in this message settles, and to whoever was asked about
    the action until now and has it no more; safe to do again.

    Whoever has their receipt still to come reads in it that the action has moved.
    """
    action = kit.ledger.snapshot.action(named.plan, named.item_id)
    if action is None:
        return
    to_be_told = {each.key for each in kit.ledger.inbox.awaiting_receipt()}
    lead, wrote = sender_name(kit, message), {message.sender}
    for source, position, update in _disowning(kit, named):
        wrote.add(source.sender)
        stays = owns(source.sender, action)
        if source.sender != message.sender and (stays or source.key not in to_be_told):
            free = "" if was_told(kit, source.sender, action.key) else _FREE
            sentence = _sentence(lead, named, action, "" if stays else free, stays=stays)
            line = _line(action, sentence, without_ref(update.comment, update.ref))
            person = Person(sender_name(kit, source), source.sender)
            _intend(kit, person, line, action, _SETTLED, (source.identity, str(position)))
    passed_over = wrote.union(unreachable(kit.ledger, kit.today), present_of(kit, action))
    for person in kit.ledger.outbox.owners_asked(named.key):
        if person.address not in passed_over:
            line = _line(action, _sentence(lead, named, action, _FREE, stays=False), "")
            _intend(kit, person, line, action, _MOVED, (message.identity, *named.key, person.address))


def _disowning(kit: Kit, named: PlannedUpdate) -> Iterator[tuple[StoredMessage, int, PlannedUpdate]]:
    """The last "not mine" or "ask her" that is open about an action, of each who said so, with its place."""
    found = {}
    for source in sorted((*kit.ledger.inbox.held(), *kit.ledger.review.asked()), key=lambda each: each.number):
        for position, update in enumerate(kit.ledger.inbox.updates(source.key)):
            if update.key == named.key and update.waits and may_say_whose(update):
                found[source.sender] = source, position, update
    yield from found.values()


def _line(action: Action, sentence: str, quoted: str) -> ReceiptLine:
    return ReceiptLine(action.ref, action.text, "settled", sentence, quoted)


def _intend(kit: Kit, person: Person, line: ReceiptLine, action: Action, news: News, occasion: tuple[str, ...]) -> None:
    number = kit.ledger.outbox.next_number()
    token, reply_to = reply_address(kit, number, person)
    of_us = kit.settings.summary.council, kit.settings.mail.contact
    view = ReceiptView(person, (line,), reply_to, token, *of_us, news=news)
    mail = as_sent(kit, person, kit.composer.receipt(view))
    asked = ReminderKind.OVERDUE if owns(person.address, action) else ReminderKind.COPY
    mentions = (Mention(action.plan, action.item_id, action.ref, asked),)
    intent = intent_of(kit, KIND, number, mail_key(kit, KIND, *occasion), view, mail, mentions=mentions)
    run = Run(f"owners-{kit.today}", KIND, kit.today, RunState.APPROVED)
    kit.ledger.outbox.add(run, [intent], kit.now())


def _sentence(lead: str, named: PlannedUpdate, action: Action, free: str, *, stays: bool) -> str:
    if stays:
        words = wording.quoted(without_ref(named.comment, named.ref), 150)
        return f"{lead} says that it stays with you. They wrote {words}."
    now = wording.listed([each.name for each in action.people])
    has = "has" if len(action.people) == 1 else "have"
    return f"{lead} says that {now} {has} it now{free}."
