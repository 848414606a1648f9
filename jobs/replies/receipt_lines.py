"""What a receipt says of each update of a reply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from bot.compose import ReceiptLine, wording
from bot.ledger import OVERTAKEN, PlannedUpdate
from bot.plan import Action, Person, Status
from bot.progress import without_ref
from bot.reply.decide.undo import RULE as UNDO
from jobs.kit import Kit
from jobs.people.disowned import disowned_in, says_not_theirs
from jobs.people.entitled import owns, was_told
from jobs.people.standing import read_standing
from jobs.people.unsettled import WISHED, undoes_nothing
from jobs.reader import read_directory
from jobs.replies.name_owner import STAYS
from jobs.replies.undo import is_undone, original_of, put_back_sentence

WITH_COLLEAGUE = "Nothing was changed for this yet: a colleague will read your words first."

Became = Literal["apply", "wished", "note", "ask", "hold", "undone", "refused"]
"""What became of an update, as a receipt shows it."""


def _label(update: PlannedUpdate, asked: Mapping[tuple[str, str], str]) -> str:
    """What the mail answered calls an action; the printed reference of one that it did not speak of."""
    return asked.get(update.key, update.ref)


def line_of(kit: Kit, sender: str, update: PlannedUpdate, labels: Mapping[tuple[str, str], str]) -> ReceiptLine:
    """The line of one update of a sender; `labels` is what the mail answered calls each action."""
    actions = {action.item_id: action for action in kit.ledger.snapshot.actions(update.plan)} if update.plan else {}
    action = actions.get(update.item_id)
    named, decision = _put_to_lead(kit, sender, update, action), _became(update)
    sentence = put_back_sentence(original_of(kit, update)) if is_undone(update) else _sentence(kit, update)
    since = _settled_since(kit, sender, update, action)
    if since or named:
        decision, sentence = "note", since or _put(kit, sender, update, named)
    elif decision in ("ask", "hold") and action and action.status.is_closed:
        sentence = f"It stands as “{action.status.label}” in the plan. {sentence}"
    return ReceiptLine(
        ref=_label(update, labels),
        text=action.text if action else "",
        decision=decision,
        sentence=sentence,
        quoted="" if update.rule == UNDO else without_ref(update.comment, update.ref),
    )


def _put(kit: Kit, sender: str, update: PlannedUpdate, named: Person | None) -> str:
    """To whom the person named is put, and what holds until they have answered."""
    lead = read_standing(kit).lead(update.plan)
    whom = "you in a mail of its own" if lead and lead.address == sender else "the plan's lead"
    until = "nothing changes" if was_told(kit, sender, update.key) else "it stays in your name"
    who = named.name if named else ""
    yes = "you" if whom.startswith("you") else "they"
    return f"Your words are kept beside it. We ask {whom} whether {who} has it now; until {yes} say yes, {until}."


def _put_to_lead(kit: Kit, sender: str, update: PlannedUpdate, action: Action | None) -> Person | None:
    """Whom an owner, or somebody told from above, names and the plan's lead is asked about; None where somebody else
    has to say it."""
    if (update.decision, update.state) != ("ask", "noted") or action is None:
        return None
    its_owner = owns(sender, action)
    disowned = disowned_in(update, action, read_directory(kit), sender)
    lead = read_standing(kit).lead(update.plan)
    judge = lead is not None and (lead.address != sender if its_owner else was_told(kit, sender, update.key))
    return disowned.named if disowned and judge else None


def asks_back(kit: Kit, sender: str, update: PlannedUpdate, action: Action | None) -> bool:
    """Whether the receipt put the question about an update to its sender, and not to the plan's lead or a colleague."""
    return update.was_asked and not (_is_with_colleague(update) or _put_to_lead(kit, sender, update, action))


def _settled_since(kit: Kit, sender: str, update: PlannedUpdate, action: Action | None) -> str:
    """What became of words that were in doubt, where it was settled before their receipt could leave; "" where not."""
    if update.decision not in ("ask", "hold") or update.state not in ("settled", "written", "dismissed", OVERTAKEN):
        return ""
    if says_not_theirs(update) and action and action.people and not owns(sender, action):
        now = wording.listed([each.name for each in action.people])
        asked = f"{now} {'is' if len(action.people) == 1 else 'are'} asked about it now"
        return f"{asked}." if was_told(kit, sender, update.key) else f"{asked}, and you are not any more."
    if update.state in ("settled", "written") and update.changes:
        return f"A colleague has settled this since. {' '.join(_applied(kit, update))}"
    if update.state == OVERTAKEN:
        return "The action has moved on since, so there is nothing more to ask about this."
    return "A colleague has read this; nothing was changed."


def _became(update: PlannedUpdate) -> Became:
    """What became of an update."""
    if is_undone(update):
        return "undone"
    if undoes_nothing(update) or (update.rule == UNDO and update.state == "refused"):
        return "refused"
    if update.state == "refused":
        return "note"
    if _is_with_colleague(update):
        return "hold"
    if set(update.changes) == {WISHED} and update.state == "written":
        return "wished"
    return "note" if update.decision == "apply" and not update.changes else _BECAME[update.decision]


_BECAME: dict[str, Became] = {"apply": "apply", "note": "note", "ask": "ask"}


def _is_with_colleague(update: PlannedUpdate) -> bool:
    """Whether it waits for a person: nobody could tell what it means, or its row would not take it."""
    return update.decision == "hold" or (update.state == "held" and bool(update.item_id))


def _sentence(kit: Kit, update: PlannedUpdate) -> str:
    """What became of an update, for the owner."""
    if update.state == "refused" or undoes_nothing(update):
        return update.sentence
    if update.decision == "hold":
        return WITH_COLLEAGUE
    if _is_with_colleague(update):
        return "This one could not be written into the plan; a colleague will see to it. You need do nothing."
    if update.decision != "apply":
        kept = "Your words are kept beside it" if update.item_id else "Your words are kept"
        return f"{kept}, but nothing else was changed. {update.sentence}"
    if update.state == "noted" and update.changes:
        return "Your words are kept beside it; a colleague will set the rest by hand."
    return " ".join(filter(None, _applied(kit, update))) or "Your words are kept beside it."


def _applied(kit: Kit, update: PlannedUpdate) -> Iterator[str]:
    """Each thing that was set."""
    days = {field: wording.day(date.fromisoformat(update.changes[field])) for field in _DAYS if field in update.changes}
    if "due_again" in days or "asked_again" in days:
        when = (
            f"the next time is {days['due_again']}" if "due_again" in days else f"we ask again on {days['asked_again']}"
        )
        yield f"It is marked as done on {days['completed_on']}. As it comes round, it stays open: {when}."
    elif "status" in update.changes:
        on = f", on {days['completed_on']}" if "completed_on" in days else ""
        yield f"It is now marked {Status(update.changes['status']).label.lower()}{on}."
    if STAYS in update.changes:
        yield f"It stays with {update.changes['owner_name']}, whom we tell so and go on asking about it."
    elif "owner" in update.changes:
        name, post = update.changes["owner_name"], update.changes["owner_of"]
        yield f"We ask {name} about it from now on{f', as about all that “{post}” stands behind' if post else ''}."
    if "revised_due" in days:
        yield f"Its new date is {days['revised_due']}."
    if WISHED in days:
        plan = kit.settings.plan(update.plan)
        lead = read_directory(kit).person_at(plan.lead).name if plan and plan.lead else "The plan's lead"
        yield f"You ask for {days[WISHED]}. {lead} is asked to agree; until then its date stays."
    if "agreed" in update.changes:
        yield "You agreed: the new date is in the plan, and its owner is told."
    if "declined" in update.changes:
        yield "You did not agree: its date stays as it was, and its owner is told."
    if "snoozed_until" in days:
        yield f"We do not remind you of it before {days['snoozed_until']}. Its date stays as it is."
        yield update.sentence


_DAYS = ("completed_on", "due_again", "asked_again", "revised_due", "snoozed_until", WISHED)
