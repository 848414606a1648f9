"""One message read: its class, the mail of ours that it answers, and the updates it asks for, kept in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.directory import same_mailbox
from bot.labels import fold_ref, labels
from bot.ledger import Intent, PlannedUpdate, StoredMessage
from bot.plan import Action, Status
from bot.policy import ReminderKind, asked_again, comes_round
from bot.reply import (
    Decision,
    Mail,
    MailClass,
    Mentioned,
    Role,
    Update,
    check,
    find_tokens,
    open_mail,
    quotable,
    read_mail,
    said_on,
    settle,
    within_bound,
)
from jobs.ask_leads import ASK, keep_answer, reason_not_to_keep
from jobs.bounces import reason_to_look, take_note
from jobs.entitled import Asked, asked_of, owns, role_of
from jobs.kit import Kit
from jobs.name_owner import resolved, without_contradictions
from jobs.names import known_name

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


def read_reply(kit: Kit, message: StoredMessage) -> None:
    """Read a stored message and keep what it says; nothing is written to a list yet."""
    verdict = judge(kit, message.raw)
    take_note(kit, verdict.mail, verdict.answered)
    _keep_for_the_paper(kit, verdict, message.key)
    kit.ledger.inbox.read(
        message.key,
        mail_class=verdict.mail.mail_class.value,
        sender=verdict.mail.sender.address,
        intent=verdict.answered.number if verdict.answered else None,
        reason=verdict.reason,
        updates=verdict.updates,
    )


def _keep_for_the_paper(kit: Kit, verdict: Verdict, message_key: str) -> None:
    """What a lead was asked for a highlight report; no row is about it."""
    answered, mail = verdict.answered, verdict.mail
    if answered and answered.kind == ASK and mail.mail_class is MailClass.REPLY and not verdict.reason:
        keep_answer(kit, mail, answered, message_key)


def judge(kit: Kit, raw: bytes) -> Verdict:
    """What a message says about which actions, with nothing kept."""
    mail = open_mail(raw)
    answered = _answered(kit, mail)
    return Verdict(mail, answered, *_read(kit, mail, answered))


def _read(kit: Kit, mail: Mail, answered: Intent | None) -> tuple[str, tuple[PlannedUpdate, ...]]:
    """Why a person must look at the mail ("" when nobody must), and its updates; only a reply has any."""
    if mail.mail_class is MailClass.BOUNCE:
        return reason_to_look(mail, answered), ()
    if mail.mail_class is not MailClass.REPLY:
        return _HELD_CLASSES.get(mail.mail_class, ""), ()
    if same_mailbox(mail.sender.address, kit.settings.tenant.mailbox):
        return "", ()
    if answered is None:
        return "it answers no mail of ours", ()
    if answered.kind == ASK:
        return reason_not_to_keep(kit, mail, answered), ()
    asked = labelled(kit, answered)
    others = _others(kit, mail, asked)
    theirs = asked_of(kit, mail.sender.address, answered)
    known = (*_mentioned(asked, theirs, asked=True), *_mentioned(others, theirs, asked=False))
    day = said_on(mail) if mail.date else kit.today
    parent = quotable(answered.text, answered.html)
    _, said = read_mail(mail, parent, known, day, names=(known_name(kit, mail.sender, answered),))
    actions = others | asked
    most = kit.settings.policy.snooze_most
    bound = [within_bound(update, kit.today, most) for update in said]
    settled = [_settled(mail, update, actions.get(update.ref), theirs) for update in bound]
    if answered.kind == "receipt":
        settled = [_asked_once(update) for update in settled]
    if answered.redirected_to:
        settled = [_of_a_rehearsal(update, answered) for update in said]
    done_on = min(day, kit.today)
    planned = without_contradictions([_planned(kit, update, actions.get(update.ref), done_on) for update in settled])
    held = [update.sentence for update in planned if update.decision == Decision.HOLD]
    return "; ".join(dict.fromkeys(held)), planned


def _answered(kit: Kit, mail: Mail) -> Intent | None:
    """The mail of ours that this one answers: by its token, else by the Message-IDs it refers to; never by guess.

    A bounce is no answer of the person that the token went to: it must name the Message-ID of what came back.
    """
    referred = [mail.in_reply_to, *reversed(mail.references), *mail.report.returned]
    if mail.mail_class is MailClass.BOUNCE:
        return kit.ledger.outbox.intent_by_message_id(referred)
    secret = kit.ledger.register.token_secret()
    for token in find_tokens(mail):
        number = _number(kit, secret, token)
        if number is not None:
            return kit.ledger.outbox.intent(number)
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
        if action.is_open and fold_ref(action.ref) not in taken and owns(mail.sender.address, action)
    ]
    return dict(zip(labels([(action.plan, action.ref) for action in theirs]), theirs, strict=True))


def _mentioned(actions: Mapping[str, Action], theirs: Asked, *, asked: bool) -> Iterator[Mentioned]:
    for label, action in actions.items():
        shared = action.ref if label.startswith(f"{action.ref} (") else ""
        who = theirs.get((action.plan, action.item_id)) is ReminderKind.ASK_WHO
        yield Mentioned(label, action.text, shared, asked, action.theme, action.due.end, who)


def _settled(mail: Mail, update: Update, action: Action | None, asked: Asked) -> Update:
    """The update lowered to what this sender may do."""
    # Who owns an action is read only from somebody whom we asked that.
    role = Role.OWNER if action is None or update.owner else role_of(mail.sender.address, action, asked)
    return settle([update], mail.trust, role)[0]


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


def _planned(kit: Kit, update: Update, action: Action | None, day: date) -> PlannedUpdate:
    changes: dict[str, str] = {}
    if update.decision is Decision.APPLY and update.owner and action:
        update, changes = resolved(kit, update, action)
    elif update.decision is Decision.APPLY:
        changes = _changes(kit, update, action, day)
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


def _changes(kit: Kit, update: Update, action: Action | None, day: date) -> dict[str, str]:
    """What a sure answer of a day sets, by our field names; what comes round is never closed by being done once."""
    if update.status is Status.COMPLETED and action and comes_round(action):
        return _done_once(kit, action, update.completed_on or day)
    changes: dict[str, str] = {}
    if update.status:
        changes["status"] = update.status.value
    if update.completed_on:
        changes["completed_on"] = update.completed_on.isoformat()
    if update.due and update.due.end:
        changes["revised_due"] = update.due.end.isoformat()
    if update.snooze:
        changes["snoozed_until"] = update.snooze.isoformat()
    return changes


def _done_once(kit: Kit, action: Action, done_on: date) -> dict[str, str]:
    again, is_due = asked_again(action, done_on, kit.settings.policy.policy(), kit.today)
    return {
        "status": Status.ONGOING.value,
        "completed_on": done_on.isoformat(),
        "due_again" if is_due else "asked_again": again.isoformat(),
    }
