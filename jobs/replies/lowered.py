"""What a reply says, lowered to what its sender and its occasion allow."""

from __future__ import annotations

from dataclasses import replace

from bot.ledger import ASKED_ONCE, Intent, PlannedUpdate
from bot.plan import Action, Status
from bot.policy import ReminderKind
from bot.reply import Decision, Mail, Role, Update, settle
from bot.reply.meaning.answers import AGREES
from bot.reply.meaning.dated import PASSED
from jobs.kit import Kit
from jobs.people.disowned import is_not_theirs, named_in
from jobs.people.entitled import Asked, owns, role_of
from jobs.reader import read_directory
from jobs.replies.asked_about import told_in
from jobs.replies.needless import OF_DATE

_WOULD = {
    Decision.APPLY: "applied",
    Decision.ASK: "asked about",
    Decision.NOTE: "kept as words",
    Decision.HOLD: "held",
}

_TELLS_WHOSE = "somebody who was told of it from above tells whose it is: enter that in the list or in Who is who"


def lowered(
    kit: Kit, mail: Mail, answered: Intent, update: Update, action: Action | None, asked: Asked, here: Asked
) -> Update:
    """The update as this sender may make it in answer to that mail; of what it was `asked`, `here` by that mail."""
    if answered.redirected_to:
        return _of_a_rehearsal(update, answered)
    role = _role(mail, update, action, asked, here)
    settled = _not_opened_again(settle([update], mail.trust, role)[0], action)
    if role is Role.ABOVE and settled.decision is Decision.NOTE and is_not_theirs(update.rule):
        for_lead = action is not None and _is_for_the_lead(kit, mail, update, action)
        return update if for_lead else replace(settled, decision=Decision.HOLD, reason=_TELLS_WHOSE)
    if action and owns(mail.sender.address, action) and _is_for_the_lead(kit, mail, settled, action):
        return settled
    told = {each.key: each for each in told_in(kit, answered)}.get(action.key if action else NO_ACTION)
    return settled if told is None or _is_new(settled, told) else _asked_once(settled)


def _is_new(update: Update, told: PlannedUpdate) -> bool:
    """Whether we ask for the first time: of a date where the question before was of none, or for another one where the
    day that a yes agrees to has passed since."""
    first = update.due is not None and bool(OF_DATE.search(update.reason)) and "revised_due" not in told.read
    return first or (update.rule == AGREES and update.reason == PASSED)


def _not_opened_again(update: Update, action: Action | None) -> Update:
    """A new date of what its row calls complete waits for a person: a date alone leaves it complete in every paper."""
    opens = action is not None and not action.is_open and update.due is not None and update.status is None
    if not opens or update.decision not in (Decision.APPLY, Decision.ASK):
        return update
    return replace(update, status=Status.IN_PROGRESS, decision=Decision.HOLD, reason=_OPENS)


_OPENS = "it gives a new date of an action that its row no longer calls open: is it open again?"


def _is_for_the_lead(kit: Kit, mail: Mail, update: Update, action: Action) -> bool:
    """Whether somebody is named whom the plan's lead is asked about now: that needs no other person, but for a lead who
    owns the action, and is nobody's judge in that."""
    plan, sender = kit.settings.plan(action.plan), mail.sender.address
    if plan is None or not plan.lead or not is_not_theirs(update.rule):
        return False
    itself = plan.lead == sender and owns(sender, action)
    return not itself and named_in(update.comment, read_directory(kit), sender) is not None


def _role(mail: Mail, update: Update, action: Action | None, asked: Asked, here: Asked) -> Role:
    """What the sender is to what they speak of; of words on no action, to all that the mail spoke of."""
    if action is None:
        only_told = bool(here) and all(kind is ReminderKind.ESCALATED for kind in here.values())
        return Role.ABOVE if only_told else Role.OWNER
    # Who owns an action is read only from somebody whom we asked that.
    return Role.OWNER if update.owner else role_of(mail.sender.address, action, asked)


NO_ACTION = ("", "")
"""The key of words of which nobody could tell which action they are about."""


def _asked_once(update: Update) -> Update:
    """An answer to our question that is in doubt again waits for a person: nobody is asked a second time."""
    if update.decision is not Decision.ASK:
        return update
    return replace(
        update, decision=Decision.HOLD, reason=f"{ASKED_ONCE}, and the answer leaves it open: {update.reason}"
    )


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
