"""The receipt: what was understood of a reply, said once, and never to a machine or to somebody nobody vouches for."""

from __future__ import annotations

from datetime import date

from bot.compose import ReceiptLine, ReceiptView
from bot.ledger import Mention, NewIntent, PlannedUpdate, Run, RunState, StoredMessage
from bot.plan import Person, Status
from bot.reply import MailClass, open_mail
from jobs.kit import Kit
from jobs.letters import mail_key, reply_address

KIND = "receipt"


def answer(kit: Kit, message: StoredMessage) -> None:
    """Intend the receipt of a reply; its key is the reply's, so a reply that is met twice is answered once."""
    updates = kit.ledger.inbox.updates(message.key)
    answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
    understood = [update for update in updates if update.decision != "hold"]
    if message.mail_class != MailClass.REPLY or answered is None or not understood:
        return
    sender = open_mail(message.raw).sender
    number = kit.ledger.outbox.next_number()
    person = Person(sender.name or sender.address, sender.address)
    token, reply_to = reply_address(kit, number, person)
    view = ReceiptView(
        person=person,
        lines=tuple(_line(kit, update) for update in understood),
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
    )
    mail = kit.composer.receipt(view)
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
    )
    kit.ledger.outbox.add(Run(f"receipts-{kit.today}", KIND, kit.today, RunState.APPROVED), [intent], kit.now())


def _mentions(kit: Kit, answered: int, understood: list[PlannedUpdate]) -> tuple[Mention, ...]:
    """What the receipt speaks of; when no action could be told, all that was asked, so that an answer still lands."""
    named = tuple(Mention(each.plan, each.item_id, each.ref) for each in understood if each.item_id)
    return named if len(named) == len(understood) else kit.ledger.outbox.mentions(answered)


def _line(kit: Kit, update: PlannedUpdate) -> ReceiptLine:
    actions = {action.item_id: action for action in kit.ledger.snapshot.actions(update.plan)} if update.plan else {}
    action = actions.get(update.item_id)
    return ReceiptLine(
        ref=update.ref,
        text=action.text if action else "",
        decision="apply" if update.decision == "apply" else "ask",
        sentence=_sentence(update),
        quoted=update.comment,
    )


def _sentence(update: PlannedUpdate) -> str:
    """What became of an update, for the owner."""
    if update.decision != "apply":
        return f"Your words are kept, but nothing else was changed: {update.sentence}"
    if update.state != "written":
        return "It could not be written into the plan just now; the performance team will see to it."
    said = []
    if "status" in update.changes:
        said.append(f"It is now marked {Status(update.changes['status']).label.lower()}.")
    if "revised_due" in update.changes:
        day = date.fromisoformat(update.changes["revised_due"])
        said.append(f"Its new date is {day.day} {day:%B %Y}.")
    return " ".join(said) or "Your words are kept beside it."
