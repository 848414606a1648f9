"""What of somebody's answer is open still: a question that we asked about it, a date that waits for the lead's yes."""

from __future__ import annotations

import re
from datetime import date

from bot.compose import wording
from bot.history import due_text
from bot.ledger import PlannedUpdate
from bot.plan import Action, Status
from bot.policy import AskedBack
from bot.progress import without_ref
from bot.reply import NONE_OF_THEIRS, Question, asked_back, is_bare_yes
from bot.reply.decide.undo import RULE as UNDO
from bot.reply.decide.undo import find_undo
from bot.reply.decide.verdict import is_plain_yes
from bot.reply.lines import Line
from jobs.people.disowned import says_not_theirs

WISH = "wish"
"""The kind of the mail in which a lead is asked to agree to a later date."""

WISHED = "wished_due"
"""The change of an update that asks for a later date."""

_WHOSE = ("names the owner", "agrees to the owner", "asked who")
"""How an answer to our question who should be asked is read."""

_DAYS = ("revised_due", "completed_on", "snoozed_until")
_LONGEST = 300
_QUOTES = re.compile(r"^You wrote “[^”]*”\. (?=[A-Z])")


def standing_of(action: Action) -> dict[str, str]:
    """How an action stands, in the words by which a later look tells whether it has moved on."""
    completed = action.completed_on.isoformat() if action.completed_on else ""
    return {"status": action.status.value, "due": due_text(action), "completed_on": completed}


def basis_of(action: Action) -> dict[str, str]:
    """How an action stands and whose it is when words about it are read."""
    people = " ".join(each.address for each in action.people)
    return {**standing_of(action), "owners": action.owner_text, "people": people}


def has_moved_on(update: PlannedUpdate, action: Action) -> bool:
    """Whether an action stands otherwise than when words about it were read."""
    return any(update.basis.get(name) != value for name, value in standing_of(action).items())


def question_about(update: PlannedUpdate, action: Action) -> Question:
    """What we asked about an update; of an action that has moved on since, a yes says nothing any more."""
    read = {} if has_moved_on(update, action) else update.read
    days = {field: date.fromisoformat(read[field]) for field in _DAYS if field in read}
    status = Status(read["status"]) if "status" in read else None
    question = asked_back(
        update.sentence, status, days.get("revised_due"), days.get("completed_on"), days.get("snoozed_until")
    )
    return question if read else Question(wants_date=question.wants_date, who_instead=question.who_instead)


def as_repeated(update: PlannedUpdate) -> str:
    """The question about an update as a later nudge repeats it, which quotes the words themselves."""
    return wording.short(_QUOTES.sub("", update.sentence), _LONGEST)


def asked_about(update: PlannedUpdate, action: Action) -> AskedBack:
    """The question about an update; without its words where we asked which action is meant."""
    if not update.item_id:
        return AskedBack("")
    return AskedBack(as_repeated(update), question_about(update, action).proposes)


def wished_in(update: PlannedUpdate, action: Action, today: date) -> date | None:
    """The date that an update asks for, while the lead has not decided, nobody has set it in the list, and it is not
    past itself."""
    wished = update.changes.get(WISHED)
    stands = update.state == "written" and action.is_open and due_text(action) != wished
    day = date.fromisoformat(wished) if wished and stands else None
    return day if day and day >= today else None


def is_overtaken(update: PlannedUpdate, action: Action) -> bool:
    """Whether somebody has set another date in the list since an update was read."""
    return update.basis.get("due", "") != due_text(action)


def says_whose(update: PlannedUpdate) -> bool:
    """Whether an update answers our question who should be asked."""
    return update.rule in _WHOSE


def tells_nothing(update: PlannedUpdate) -> bool:
    """Whether an update says nothing of how an action goes: whose it is, once that is settled, an UNDO, a bare yes."""
    if update.rule == UNDO or says_whose(update) or (says_not_theirs(update) and not update.waits):
        return True
    return is_only_ours(update)


def is_only_ours(update: PlannedUpdate) -> bool:
    """Whether words answer or take back something between us and their writer, and tell nobody else anything: a bare
    yes, an UNDO."""
    words = [Line(" ".join(without_ref(update.comment, update.ref).split()))]
    return is_bare_yes(update.comment, update.ref) or is_plain_yes(words) or find_undo(words, ()) is not None


def undoes_nothing(update: PlannedUpdate) -> bool:
    """Whether an update is an UNDO that found nothing to take back: no word about any action."""
    return update.rule == UNDO and not update.item_id


def is_taken_back(update: PlannedUpdate) -> bool:
    """Whether an update was taken back, or is the UNDO that took another back."""
    return update.state == "undone" or (update.rule == UNDO and update.state == "written")


def names_none_of_theirs(update: PlannedUpdate) -> bool:
    """Whether words name an action that is not their writer's: they are of no other, whichever our mail asked about."""
    return not update.item_id and NONE_OF_THEIRS in update.sentence
