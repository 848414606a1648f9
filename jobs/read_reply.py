"""One message read: its class, the mail of ours that it answers, and the updates it asks for, kept in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.directory import same_mailbox
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
    asked = _actions(kit, answered)
    said = _updates(kit, mail, answered, asked)
    actions = {action.ref: action for action in (*_others(kit, mail, asked), *asked)}
    doubled = {ref for ref, times in Counter(action.ref for action in asked).items() if times > 1}
    settled = [_settled(mail, update, actions.get(update.ref), doubled) for update in said]
    if answered.kind == "receipt":
        settled = [_asked_once(update) for update in settled]
    planned = tuple(_planned(update, actions.get(update.ref)) for update in settled)
    held = [update.reason for update in settled if update.decision is Decision.HOLD]
    return "; ".join(dict.fromkeys(held)), planned


def _updates(kit: Kit, mail: Mail, answered: Intent, asked: Sequence[Action]) -> tuple[Update, ...]:
    """The updates on what we asked about; where words name something else, on the sender's other actions too."""
    day = said_on(mail) if mail.date else kit.today
    _, updates = read_mail(mail, answered.text, _mentioned(asked), day)
    if all(update.ref for update in updates):
        return updates
    _, wider = read_mail(mail, answered.text, _mentioned((*asked, *_others(kit, mail, asked))), day)
    return wider if all(update.ref for update in wider) else updates


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
    """The intent a token of ours names; a token is bound to the address that the mail went to."""
    intent = kit.ledger.outbox.intent_by_token(token)
    return check(secret, token, intent.person.address) if intent else None


def _actions(kit: Kit, answered: Intent) -> tuple[Action, ...]:
    """The actions our mail spoke of, as they stand now."""
    found = []
    snapshots: dict[str, dict[str, Action]] = {}
    for mention in kit.ledger.outbox.mentions(answered.number):
        if mention.plan not in snapshots:
            snapshots[mention.plan] = {each.item_id: each for each in kit.ledger.snapshot.actions(mention.plan)}
        action = snapshots[mention.plan].get(mention.item_id)
        if action:
            found.append(action)
    return tuple(found)


def _others(kit: Kit, mail: Mail, asked: Sequence[Action]) -> tuple[Action, ...]:
    """The sender's own open actions of the same plans that we did not ask about, where their reference is unique."""
    refs = {action.ref for action in asked}
    theirs = [
        action
        for plan in dict.fromkeys(action.plan for action in asked)
        for action in kit.ledger.snapshot.actions(plan)
        if action.is_open and action.ref not in refs and _owns(mail, action)
    ]
    times = Counter(action.ref for action in theirs)
    return tuple(action for action in theirs if times[action.ref] == 1)


def _mentioned(actions: Sequence[Action]) -> tuple[Mentioned, ...]:
    return tuple(Mentioned(action.ref, action.text) for action in actions)


def _owns(mail: Mail, action: Action) -> bool:
    return any(person.address == mail.sender.address for person in action.people)


def _settled(mail: Mail, update: Update, action: Action | None, doubled: set[str]) -> Update:
    """The update lowered to what this sender may do, and asked about where a reference stands for two actions."""
    if action is None:
        return settle([update], mail.trust, is_owner=True)[0]
    settled = settle([update], mail.trust, _owns(mail, action))[0]
    if settled.ref in doubled and settled.decision is Decision.APPLY:
        return replace(settled, decision=Decision.ASK, reason="two of these actions have the same reference")
    return settled


def _asked_once(update: Update) -> Update:
    """An answer to our question that is in doubt again waits for a person: nobody is asked a second time."""
    if update.decision is not Decision.ASK:
        return update
    return replace(update, decision=Decision.HOLD, reason=f"asked once already: {update.reason}")


def _planned(update: Update, action: Action | None) -> PlannedUpdate:
    changes: dict[str, str] = {}
    if update.decision is Decision.APPLY:
        if update.status:
            changes["status"] = update.status.value
        if update.due and update.due.end:
            changes["revised_due"] = update.due.end.isoformat()
    return PlannedUpdate(
        plan=action.plan if action else "",
        item_id=action.item_id if action else "",
        ref=update.ref,
        decision=update.decision.value,
        rule=update.rule,
        comment=update.comment,
        sentence=update.reason,
        changes=changes,
    )
