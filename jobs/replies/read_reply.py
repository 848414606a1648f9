"""One message read: its class, the mail of ours that it answers, and the updates it asks for, kept in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from bot.directory import same_mailbox
from bot.ledger import Envelope, Intent, PlannedUpdate, StoredMessage
from bot.plan import Person
from bot.reply import (
    Away,
    Decision,
    Mail,
    MailClass,
    check,
    find_tokens,
    key_of,
    quotable,
    said_on,
    within_bound,
)
from bot.reply.decide.verdict import verdict_in
from jobs.apart import ReaderDied
from jobs.kit import Kit
from jobs.papers.ask_leads import ASK, keep_answer, reason_not_to_keep
from jobs.people.absences import take_note_of_absence
from jobs.people.bounces import reason_to_look, take_note
from jobs.people.entitled import asked_here, asked_of
from jobs.people.heard import VOUCHED
from jobs.people.names import known_name
from jobs.people.unsettled import WISH
from jobs.replies.agreed_owner import as_whose
from jobs.replies.asked_about import labelled, mentioned, not_asked, others
from jobs.replies.lowered import lowered
from jobs.replies.meant_instead import as_meant
from jobs.replies.name_owner import without_contradictions
from jobs.replies.needless import says_nothing, without_needless
from jobs.replies.planned import planned_update
from jobs.replies.undo import plan_undo
from jobs.replies.wishes import as_wish, plan_answer

TRIES = 2
_UNASKED = "it answers no mail of ours"
_DEADLY = "reading it stopped the reader twice, so it was not read: open it yourself, with care"
_HELD_CLASSES = {
    MailClass.UNREADABLE: "it could not be opened or is encrypted: ask for a plain reply",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a message was read as. `reason` says why a person must look at it, "" when nobody must."""

    mail: Mail
    answered: Intent | None
    reason: str
    updates: tuple[PlannedUpdate, ...]
    words: str = ""
    away: Away | None = None


def read_reply(kit: Kit, message: StoredMessage) -> None:
    """Read a stored message and keep what it says; nothing is written to a list yet.

    One over which the reader dies is tried once more, and then held.
    """
    try:
        verdict = judge(kit, message.raw)
    except ReaderDied:
        if kit.ledger.inbox.tried(message.key) < TRIES:
            read_reply(kit, message)
        else:
            unread = Envelope("", Person("", ""), "", None, MailClass.UNREADABLE.value)
            kit.ledger.inbox.read(message.key, unread, intent=None, reason=_DEADLY, updates=())
        return
    identity = f"{verdict.mail.message_id} {sha256(verdict.mail.identity or message.raw).hexdigest()}"
    if kit.ledger.inbox.is_copy(message.key, identity):
        return
    take_note(kit, verdict.mail, verdict.answered, verdict.away)
    take_note_of_absence(kit, verdict.mail, verdict.answered, verdict.away)
    _keep_for_the_paper(kit, verdict, message.key)
    kit.ledger.inbox.read(
        message.key,
        _envelope(verdict, identity),
        intent=verdict.answered.number if verdict.answered else None,
        reason=verdict.reason,
        updates=verdict.updates,
    )


def _envelope(verdict: Verdict, identity: str) -> Envelope:
    mail = verdict.mail
    return Envelope(
        identity, mail.sender, mail.subject, mail.date, mail.mail_class.value, verdict.words, mail.trust.value
    )


def _keep_for_the_paper(kit: Kit, verdict: Verdict, message_key: str) -> None:
    """What a lead was asked for a highlight report; no row is about it."""
    answered, mail = verdict.answered, verdict.mail
    if answered and answered.kind == ASK and mail.mail_class is MailClass.REPLY and not verdict.reason:
        keep_answer(kit, mail, answered, message_key)


def judge(kit: Kit, raw: bytes) -> Verdict:
    """What a message says about which actions, with nothing kept."""
    mail = kit.reads.open(raw)
    answered = _answered(kit, mail)
    reason, updates = _read(kit, mail, answered)
    unplaced = mail.mail_class is MailClass.REPLY and reason and not updates
    words = kit.reads.read(mail, None, (), kit.today, ())[0].text if unplaced else ""
    is_note = mail.mail_class is MailClass.AUTO_REPLY and answered
    away = kit.reads.away(mail, said_on(mail) if mail.date else kit.today) if is_note else None
    return Verdict(mail, answered, reason, updates, words, away)


def _read(kit: Kit, mail: Mail, answered: Intent | None) -> tuple[str, tuple[PlannedUpdate, ...]]:
    """Why a person must look at the mail ("" when nobody must), and its updates; only a reply has any."""
    if mail.mail_class is MailClass.BOUNCE:
        return reason_to_look(mail, answered), ()
    if mail.mail_class is not MailClass.REPLY:
        return _HELD_CLASSES.get(mail.mail_class, ""), ()
    if same_mailbox(mail.sender.address, kit.settings.tenant.mailbox):
        return "", ()
    if answered is None:
        return _UNASKED, _unasked(kit, mail)
    if answered.kind == ASK:
        return reason_not_to_keep(kit, mail, answered), ()
    planned = _updates(kit, mail, answered)
    held = [update.sentence for update in planned if update.decision == Decision.HOLD]
    return "; ".join(dict.fromkeys(held)), planned


def _unasked(kit: Kit, mail: Mail) -> tuple[PlannedUpdate, ...]:
    """What somebody who answers no mail of ours says of their own actions by name: for a person to settle."""
    actions = others(kit, mail, {}, {}) if mail.trust in VOUCHED else {}
    day = said_on(mail) if mail.date else kit.today
    known = tuple(not_asked(kit, mail.sender.address, actions, {}))
    _, said = kit.reads.read(mail, None, known, day, (known_name(kit, mail.sender, None),)) if known else (None, ())
    held = [replace(update, decision=Decision.HOLD, reason=_UNASKED) for update in said]
    named = any(update.ref in actions for update in held)
    return (
        tuple(planned_update(kit, each, actions.get(each.ref), min(day, kit.today)) for each in held) if named else ()
    )


def _updates(kit: Kit, mail: Mail, answered: Intent) -> tuple[PlannedUpdate, ...]:
    """What a reply says about each action, lowered to what its sender and its occasion allow."""
    asked = labelled(kit, answered)
    here = asked_here(kit, mail.sender.address, answered)
    theirs = asked_of(kit, mail.sender.address, answered)
    more = others(kit, mail, asked, theirs)
    known = (*mentioned(kit, answered, asked, here), *not_asked(kit, mail.sender.address, more, theirs))
    day = said_on(mail) if mail.date else kit.today
    parent = quotable(answered.text, answered.html)
    found, said = kit.reads.read(mail, parent, known, day, (known_name(kit, mail.sender, answered),))
    if answered.kind == WISH and not answered.redirected_to:
        return plan_answer(kit, mail, answered, verdict_in(found.lines), found.text)
    undo = None if answered.redirected_to else kit.reads.undo(found.lines, known)
    if undo and (answered.kind == "receipt" or not undo.comment):
        return plan_undo(kit, mail, answered, undo, asked, theirs)
    meant = as_meant(kit, mail, answered, found, known, asked, theirs)
    said, day = (meant.said, meant.day) if meant else (said, day)
    said = tuple(update for update in said if not says_nothing(update, found.lines))
    actions = more | asked
    most = kit.settings.policy.snooze_most
    named = [as_whose(kit, answered, update, found.lines, known, asked, here) for update in said]
    bound = [within_bound(update, kit.today, most) for update in named]
    needed = [without_needless(kit, mail, update, actions.get(update.ref), day) for update in bound]
    settled = [lowered(kit, mail, answered, update, actions.get(update.ref), theirs, here) for update in needed]
    done_on = min(day, kit.today)
    planned = [planned_update(kit, update, actions.get(update.ref), done_on) for update in settled]
    wishes = [
        as_wish(kit, mail.sender.address, each, actions.get(update.ref))
        for each, update in zip(planned, settled, strict=True)
    ]
    return (*(meant.taken_back if meant else ()), *without_contradictions(kit, wishes))


def _answered(kit: Kit, mail: Mail) -> Intent | None:
    """The mail of ours that this one answers: by its token, else by the Message-IDs it refers to; never by guess.

    A bounce is no answer of the person that the token went to: it must name the Message-ID of what came back.
    """
    referred = [mail.in_reply_to, *reversed(mail.references), *mail.report.returned]
    if mail.mail_class is MailClass.BOUNCE:
        return kit.ledger.outbox.intent_by_message_id(referred)
    for token in find_tokens(mail):
        number = _number(kit, token)
        if number is not None:
            return kit.ledger.outbox.intent(number)
    return kit.ledger.outbox.intent_by_message_id(referred)


def _number(kit: Kit, token: str) -> int | None:
    """The intent a token of ours names; a token is bound to the address that the mail left for, and to its key."""
    intent, key = kit.ledger.outbox.intent_by_token(token), key_of(token)
    if intent is None or key is None or key not in kit.settings.mail.token_keys:
        return None
    return check(kit.ledger.register.token_secret(key), token, intent.goes_to)
