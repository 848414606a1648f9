"""What a reply says, lowered to what its sender and its occasion allow."""

from __future__ import annotations

from dataclasses import replace

from bot.ledger import Intent
from bot.plan import Action
from bot.policy import ReminderKind
from bot.reply import Decision, Mail, Role, Update, settle
from jobs.people.entitled import Asked, role_of

_WOULD = {Decision.APPLY: "applied", Decision.ASK: "asked about", Decision.HOLD: "held"}


def lowered(mail: Mail, answered: Intent, update: Update, action: Action | None, asked: Asked) -> Update:
    """The update as this sender may make it in answer to that mail."""
    if answered.redirected_to:
        return _of_a_rehearsal(update, answered)
    settled = _settled(mail, update, action, asked)
    return _asked_once(settled, action, asked) if answered.kind == "receipt" else settled


def _settled(mail: Mail, update: Update, action: Action | None, asked: Asked) -> Update:
    """The update lowered to what this sender may do."""
    # Who owns an action is read only from somebody whom we asked that.
    role = Role.OWNER if action is None or update.owner else role_of(mail.sender.address, action, asked)
    return settle([update], mail.trust, role)[0]


def _asked_once(update: Update, action: Action | None, asked: Asked) -> Update:
    """An answer to our question that is in doubt again waits for a person: nobody is asked a second time.

    Whoever was told from above was asked nothing: their words are kept, however often they write.
    """
    told = action is not None and asked.get((action.plan, action.item_id)) is ReminderKind.ESCALATED
    if update.decision is not Decision.ASK or told:
        return update
    return replace(update, decision=Decision.HOLD, reason=f"asked once already: {update.reason}")


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
