"""The receipt: what was understood of a reply, said once, and never to a machine or to somebody nobody vouches for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.compose import ReceiptLine, ReceiptView
from bot.ledger import Mention, NewIntent, PlannedUpdate, Run, RunState, StoredMessage
from bot.plan import Person, Status
from bot.reply import MailClass, open_mail
from jobs.kit import Kit
from jobs.letters import as_sent, mail_key, reply_address
from jobs.names import known_name
from jobs.read_reply import labelled

KIND = "receipt"


def answer(kit: Kit, message: StoredMessage) -> None:
    """Intend the receipt of a reply; its key is the reply's, so a reply that is met twice is answered once."""
    updates = kit.ledger.inbox.updates(message.key)
    answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
    understood = [update for update in updates if update.decision != "hold"]
    if message.mail_class != MailClass.REPLY or answered is None or not understood:
        return
    sender = open_mail(message.raw).sender
    asked = {(each.plan, each.item_id): label for label, each in labelled(kit, answered).items()}
    number = kit.ledger.outbox.next_number()
    person = Person(known_name(kit, sender, answered), sender.address)
    token, reply_to = reply_address(kit, number, person)
    view = ReceiptView(
        person=person,
        lines=tuple(_line(kit, update, _label(update, asked)) for update in updates),
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
    )
    mail = as_sent(kit, person, kit.composer.receipt(view))
    intent = NewIntent(
        number=number,
        key=mail_key(kit, KIND, message.key),
        kind=KIND,
        person=person,
        reply_to=reply_to,
        token=token,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        mentions=_mentions(kit, answered.number, understood),
        redirected_to=kit.settings.guards.redirect_to,
    )
    kit.ledger.outbox.add(Run(f"receipts-{kit.today}", KIND, kit.today, RunState.APPROVED), [intent], kit.now())


def _mentions(kit: Kit, answered: int, understood: list[PlannedUpdate]) -> tuple[Mention, ...]:
    """What the receipt speaks of; when no action could be told, all that was asked, so that an answer still lands."""
    named = tuple(Mention(each.plan, each.item_id, each.ref) for each in understood if each.item_id)
    return named if len(named) == len(understood) else kit.ledger.outbox.mentions(answered)


def _label(update: PlannedUpdate, asked: Mapping[tuple[str, str], str]) -> str:
    """What the mail answered calls an action; the printed reference of one that it did not speak of."""
    return asked.get((update.plan, update.item_id), update.ref)


def _line(kit: Kit, update: PlannedUpdate, label: str) -> ReceiptLine:
    actions = {action.item_id: action for action in kit.ledger.snapshot.actions(update.plan)} if update.plan else {}
    action = actions.get(update.item_id)
    return ReceiptLine(
        ref=label,
        text=action.text if action else "",
        decision="hold" if _is_with_colleague(update) else "apply" if update.decision == "apply" else "ask",
        sentence=_sentence(update),
        quoted=update.comment,
    )


def _is_with_colleague(update: PlannedUpdate) -> bool:
    """Whether it waits for a person: nobody could tell what it means, or its row would not take it."""
    return update.decision == "hold" or (update.state == "held" and bool(update.item_id))


def _sentence(update: PlannedUpdate) -> str:
    """What became of an update, for the owner."""
    if update.decision == "hold":
        return "Nothing was changed for this; a colleague will read it."
    if _is_with_colleague(update):
        return "This one could not be written into the plan; a colleague will see to it. You need do nothing."
    if update.decision != "apply":
        kept = "Your words are kept beside it" if update.item_id else "Your words are kept"
        return f"{kept}, but nothing else was changed. {update.sentence}"
    if update.state == "noted" and update.changes:
        return "Your words are kept beside it; a colleague will set the rest by hand."
    said = []
    if "status" in update.changes:
        label = Status(update.changes["status"]).label.lower()
        said.append(f"It is now marked {label}{_on_day(update)}.")
    if "revised_due" in update.changes:
        day = date.fromisoformat(update.changes["revised_due"])
        said.append(f"Its new date is {day.day} {day:%B %Y}.")
    return " ".join(said) or "Your words are kept beside it."


def _on_day(update: PlannedUpdate) -> str:
    named = update.changes.get("completed_on")
    day = date.fromisoformat(named) if named else None
    return f", on {day.day} {day:%B %Y}" if day else ""
