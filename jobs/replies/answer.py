"""The receipt: what was understood of a reply, said once, and never to a machine or to somebody nobody vouches for.

At most one a day to one sender in one conversation: what comes later on the day is said in one receipt on the next. A
conversation is a mail of ours with all that was answered to it and to its receipts. A reply that was taken back is
confirmed at once, for that can happen only once to each receipt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from bot.compose import News, ReceiptLine, ReceiptView, wording
from bot.guards import may_be_answered
from bot.ledger import Intent, Mention, NewIntent, Run, RunState, StoredMessage
from bot.plan import Person
from bot.policy import ReminderKind
from bot.reply import MailClass, Trust
from jobs.kit import Kit
from jobs.people.entitled import Asked, asked_of
from jobs.people.heard import VOUCHED
from jobs.people.names import known_name
from jobs.replies.asked_about import labelled
from jobs.replies.evidence import told_of_files
from jobs.replies.receipt_lines import WITH_COLLEAGUE, line_of
from jobs.replies.undo import can_be_undone, is_undone
from jobs.sending.letters import as_sent, intent_of, mail_key, reply_address

KIND = "receipt"


_UNASKED = News(
    "Thank you: your mail is with a colleague", "It answers no mail of ours, so a person reads it.", "you wrote to us"
)


def deserves_answer(kit: Kit, message: StoredMessage) -> bool:
    """Whether a message is a reply of a person of which something was understood, or which waits for the administrator
    and comes from somebody whom Exchange vouches for; of what answers no mail of ours only a colleague hears."""
    answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
    answerable = may_be_answered(message.sender, kit.settings.tenant.mailbox)
    if message.mail_class != MailClass.REPLY or not answerable:
        return False
    vouched = message.trust == Trust.INTERNAL if answered is None else message.trust in VOUCHED
    rehearsed = answered is not None and bool(answered.redirected_to)
    understood = any(update.decision != "hold" for update in kit.ledger.inbox.updates(message.key))
    return (understood and answered is not None) or (bool(message.reason) and vouched and not rehearsed)


def answer_all(kit: Kit) -> int:
    """Intend one receipt for each sender and conversation of which one is due; how many replies have to wait."""
    groups: dict[tuple[str, int], list[StoredMessage]] = {}
    for message in kit.ledger.inbox.awaiting_receipt():
        groups.setdefault((message.sender, _conversation(kit, message)), []).append(message)
    run = Run(f"receipts-{kit.today}", KIND, kit.today, RunState.APPROVED)
    said = _said_today(kit, run)
    waiting = 0
    for talk, messages in groups.items():
        full = len(said) >= kit.settings.guards.answers_a_day
        if full or (talk in said and not _takes_back(kit, messages)):
            waiting += len(messages)
            continue
        kit.ledger.outbox.add(run, [_receipt(kit, messages)], kit.now())
        said.append(talk)
    return waiting


def _said_today(kit: Kit, run: Run) -> list[tuple[str, int]]:
    """The sender and the conversation of each receipt of today."""
    intents = kit.ledger.outbox.intents(run.id)
    return [(each.person.address, _root(kit, each)) for each in intents]


def _conversation(kit: Kit, message: StoredMessage) -> int:
    """The number of the mail with which a conversation began; 0 for all that somebody writes unasked."""
    answered = kit.ledger.outbox.intent(message.intent or 0)
    return _root(kit, answered) if answered else 0


def _root(kit: Kit, intent: Intent) -> int:
    """The number of the mail with which a conversation began; 0 where that was none of ours."""
    while intent.answers:
        message = kit.ledger.inbox.message(intent.answers[0])
        before = kit.ledger.outbox.intent(message.intent) if message and message.intent else None
        if before is None:
            return 0
        intent = before
    return intent.number


def _takes_back(kit: Kit, messages: Sequence[StoredMessage]) -> bool:
    return any(is_undone(update) for each in messages for update in kit.ledger.inbox.updates(each.key))


def _receipt(kit: Kit, messages: Sequence[StoredMessage]) -> NewIntent:
    """One receipt for all that somebody said in one conversation; its key is the first reply's."""
    pairs = [(each, kit.ledger.outbox.intent(each.intent or 0)) for each in messages]
    first, answered = pairs[0]
    number = kit.ledger.outbox.next_number()
    person = Person(known_name(kit, first.person, answered), first.sender)
    token, reply_to = reply_address(kit, number, person)
    view = ReceiptView(
        person=person,
        lines=tuple(chain.from_iterable(_lines(kit, *pair) for pair in pairs)),
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
        can_undo=any(can_be_undone(update) for each in messages for update in kit.ledger.inbox.updates(each.key)),
        news=None if answered else _UNASKED,
    )
    mail = as_sent(kit, person, kit.composer.receipt(view))
    mentions = {each.key: each for pair in pairs for each in _mentions(kit, *pair)}
    return intent_of(
        kit,
        KIND,
        number,
        mail_key(kit, KIND, first.identity),
        view,
        mail,
        mentions=tuple(mentions.values()),
        answers=tuple(each.number for each in messages),
    )


def _lines(kit: Kit, message: StoredMessage, answered: Intent | None) -> list[ReceiptLine]:
    called = {each.key: label for label, each in labelled(kit, answered).items()} if answered else {}
    updates = kit.ledger.inbox.updates(message.key)
    if answered is None and not updates:
        day = wording.day(message.said_on)
        return [ReceiptLine("", f"Your mail of {day}", "hold", WITH_COLLEAGUE, message.words)]
    lines = [line_of(kit, message.sender, update, called) for update in updates]
    files = told_of_files(kit, message)
    return (
        [replace(lines[0], sentence=f"{lines[0].sentence} {files}".strip()), *lines[1:]] if files and lines else lines
    )


def _mentions(kit: Kit, message: StoredMessage, answered: Intent | None) -> tuple[Mention, ...]:
    """What the receipt speaks of; when no action could be told, all that was asked, so that an answer still lands.

    Answering it gives nobody more right than answering the mail before: what was not asked of them is only told.
    """
    asked: Asked = asked_of(kit, message.sender, answered)
    updates = kit.ledger.inbox.updates(message.key)
    named = [(each.plan, each.item_id, each.ref) for each in updates if each.item_id]
    if answered and (not named or len(named) < len(updates)):
        named = [(each.plan, each.item_id, each.ref) for each in kit.ledger.outbox.mentions(answered.number)]
    return tuple(
        Mention(plan, item_id, ref, asked.get((plan, item_id), ReminderKind.COPY)) for plan, item_id, ref in named
    )
