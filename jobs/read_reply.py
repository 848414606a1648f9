"""One message read: its class, the mail of ours that it answers, and the updates it asks for, kept in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.directory import same_mailbox
from bot.labels import fold_ref, labels
from bot.ledger import Intent, PlannedUpdate, StoredMessage
from bot.plan import Action
from bot.reply import (
    Decision,
    Mail,
    MailClass,
    Mentioned,
    Update,
    check,
    find_tokens,
    open_mail,
    read_mail,
    said_on,
    settle,
)
from jobs.kit import Kit
from jobs.names import known_name

_HELD_CLASSES = {
    MailClass.UNREADABLE: "it could not be opened or is encrypted: ask for a plain reply",
    MailClass.BOUNCE: "a mail of ours could not be delivered: check the address in it",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a message was read as. `reason` says why a person must look at it, "" when nobody must."""

    mail: Mail
    answered: Intent | None
    reason: str
    updates: tuple[PlannedUpdate, ...]


def read_reply(kit: Kit, message: StoredMessage) -> None:
    """Read a stored message and keep what it says; nothing is written to a list yet."""
    verdict = judge(kit, message.raw)
    kit.ledger.inbox.read(
        message.key,
        mail_class=verdict.mail.mail_class.value,
        sender=verdict.mail.sender.address,
        intent=verdict.answered.number if verdict.answered else None,
        reason=verdict.reason,
        updates=verdict.updates,
    )


def judge(kit: Kit, raw: bytes) -> Verdict:
    """What a message says about which actions, with nothing kept."""
    mail = open_mail(raw)
    answered = _answered(kit, mail)
    return Verdict(mail, answered, *_read(kit, mail, answered))


def _read(kit: Kit, mail: Mail, answered: Intent | None) -> tuple[str, tuple[PlannedUpdate, ...]]:
    """Why a person must look at the mail ("" when nobody must), and its updates; only a reply has any."""
    if mail.mail_class is not MailClass.REPLY:
        return _HELD_CLASSES.get(mail.mail_class, ""), ()
    if same_mailbox(mail.sender.address, kit.settings.tenant.mailbox):
        return "", ()
    if answered is None:
        return "it answers no mail of ours", ()
    asked = labelled(kit, answered)
    others = _others(kit, mail, asked)
    known = (*_mentioned(asked, asked=True), *_mentioned(others, asked=False))
    day = said_on(mail) if mail.date else kit.today
    _, said = read_mail(mail, answered.text, known, day, names=(known_name(kit, mail.sender, answered),))
    actions = others | asked
    settled = [_settled(mail, update, actions.get(update.ref)) for update in said]
    if answered.kind == "receipt":
        settled = [_asked_once(update) for update in settled]
    if answered.redirected_to:
        settled = [_of_a_rehearsal(update, answered) for update in said]
    planned = tuple(_planned(update, actions.get(update.ref)) for update in settled)
    held = [update.reason for update in settled if update.decision is Decision.HOLD]
    return "; ".join(dict.fromkeys(held)), planned


def _answered(kit: Kit, mail: Mail) -> Intent | None:
    """The mail of ours that this one answers: by its token, else by the Message-IDs it refers to; never by guess."""
    secret = kit.ledger.register.token_secret()
    for token in find_tokens(mail):
        number = _number(kit, secret, token)
        if number is not None:
            return kit.ledger.outbox.intent(number)
    referred = [mail.in_reply_to, *reversed(mail.references)]
    return kit.ledger.outbox.intent_by_message_id(referred)


def _number(kit: Kit, secret: bytes, token: str) -> int | None:
    """The intent a token of ours names; a token is bound to the address that the mail left for."""
    intent = kit.ledger.outbox.intent_by_token(token)
    return check(secret, token, intent.goes_to) if intent else None


def labelled(kit: Kit, answered: Intent) -> dict[str, Action]:
    """The actions our mail spoke of, as they stand now, by the labels that it gave them."""
    mentions = kit.ledger.outbox.mentions(answered.number)
    plans = dict.fromkeys(mention.plan for mention in mentions)
    rows = {(each.plan, each.item_id): each for plan in plans for each in kit.ledger.snapshot.actions(plan)}
    named = zip(labels([(each.plan, each.ref) for each in mentions]), mentions, strict=True)
    return {label: rows[each.plan, each.item_id] for label, each in named if (each.plan, each.item_id) in rows}


def _others(kit: Kit, mail: Mail, asked: Mapping[str, Action]) -> dict[str, Action]:
    """The sender's own open actions, of every plan, that we did not ask about; what we asked about goes first."""
    taken = {fold_ref(action.ref) for action in asked.values()}
    theirs = [
        action
        for plan in kit.plans
        for action in kit.ledger.snapshot.actions(plan.name)
        if action.is_open and fold_ref(action.ref) not in taken and _owns(mail, action)
    ]
    return dict(zip(labels([(action.plan, action.ref) for action in theirs]), theirs, strict=True))


def _mentioned(actions: Mapping[str, Action], *, asked: bool) -> Iterator[Mentioned]:
    for label, action in actions.items():
        shared = action.ref if label.startswith(f"{action.ref} (") else ""
        yield Mentioned(label, action.text, shared, asked, action.theme, action.due.end)


def _owns(mail: Mail, action: Action) -> bool:
    return any(person.address == mail.sender.address for person in action.people)


def _settled(mail: Mail, update: Update, action: Action | None) -> Update:
    """The update lowered to what this sender may do."""
    return settle([update], mail.trust, action is None or _owns(mail, action))[0]


def _asked_once(update: Update) -> Update:
    """An answer to our question that is in doubt again waits for a person: nobody is asked a second time."""
    if update.decision is not Decision.ASK:
        return update
    return replace(update, decision=Decision.HOLD, reason=f"asked once already: {update.reason}")


_WOULD = {Decision.APPLY: "applied", Decision.ASK: "asked about", Decision.HOLD: "held"}


def _of_a_rehearsal(update: Update, answered: Intent) -> Update:
    """Whoever answers a redirected mail is not the one it is meant for: nothing is done but to say what would be."""
    status = update.status.label.lower() if update.status else ""
    due = f"new date {update.due.end.isoformat()}" if update.due and update.due.end else ""
    read_as = ", ".join(filter(None, (status, due))) or "words alone"
    reason = (
        f"it answers a redirected mail, so nothing of it is written; from {answered.person.address} it would have been "
        f"{_WOULD[update.decision]} ({f'{update.ref}: ' if update.ref else ''}{read_as})"
    )
    return replace(update, decision=Decision.HOLD, reason=reason)


def _planned(update: Update, action: Action | None) -> PlannedUpdate:
    changes: dict[str, str] = {}
    if update.decision is Decision.APPLY:
        if update.status:
            changes["status"] = update.status.value
        if update.completed_on:
            changes["completed_on"] = update.completed_on.isoformat()
        if update.due and update.due.end:
            changes["revised_due"] = update.due.end.isoformat()
    return PlannedUpdate(
        plan=action.plan if action else "",
        item_id=action.item_id if action else "",
        ref=action.ref if action else update.ref,
        decision=update.decision.value,
        rule=update.rule,
        comment=update.comment,
        sentence=update.reason,
        changes=changes,
    )
