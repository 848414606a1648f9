"""One update written into its row: only if nobody changed the row meanwhile, and only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot import rows
from bot.columns import Columns
from bot.ledger import Event, PlannedUpdate, StoredMessage
from bot.m365 import Row
from bot.plan import Action, Status
from bot.policy import comes_round
from bot.progress import (
    entry,
    named,
    on_when_to_be_reminded,
    on_whose_it_is,
    stays,
    to_our_question,
    unchecked,
    without_ref,
)
from bot.reply import Role
from bot.settings import PlanSettings
from jobs.kit import Kit
from jobs.people.disowned import says_not_theirs
from jobs.people.entitled import asked_of, role_of
from jobs.people.names import known_name
from jobs.people.unsettled import is_only_ours
from jobs.reader import Reader
from jobs.replies.change_words import in_words, state_in_words
from jobs.replies.evidence import with_links
from jobs.replies.handed_over import tell_those_before
from jobs.replies.name_owner import ALONE, STAYS, still_unowned, write_owner
from jobs.replies.review import close_disowned
from jobs.replies.undo import TAKES_BACK, undo
from jobs.replies.wishes import decide, decided
from jobs.replies.write_once import NotWritten, keep, write_once


def write_back(kit: Kit, reader: Reader, message: StoredMessage, position: int, update: PlannedUpdate) -> None:
    """Put an update into the list, or only the owner's words where the reading is in doubt; a held one stays out."""
    plan = kit.settings.plan(update.plan)
    if update.decision == "hold" or plan is None:
        kit.ledger.inbox.update_done(message.key, position, "noted" if update.decision == "note" else "held")
        return
    if TAKES_BACK in update.changes:
        undo(kit, reader, plan, message, position, update)
        return
    if decided(update.changes):
        decide(kit, reader, plan, message, position, update)
        return
    columns = reader.columns(plan)
    trouble = write_owner(kit, reader, columns, update) if "owner" in update.changes else ""
    state, trouble = ("held", trouble) if trouble else _write(kit, reader, plan, message, position, update)
    if trouble:
        kit.ledger.inbox.hold(message.key, f"{update.ref}: {trouble}")
    elif "owner" in update.changes:
        tell_those_before(kit, message, update)
        close_disowned(kit, update)
    what = f"{state_in_words(state, update.changes)}: {trouble or in_words(update.changes) or 'words kept'}"
    trail = Event(kit.now(), "update", what, update.plan, update.ref, message.sender, _cause(message, update))
    kit.ledger.inbox.update_done(message.key, position, state, trouble, trail)


def _cause(message: StoredMessage, update: PlannedUpdate) -> str:
    """The reply by its number, and how it was read."""
    return f"reply {message.number}{f', read by “{update.rule}”' if update.rule else ''}"


def _write(
    kit: Kit, reader: Reader, plan: PlanSettings, message: StoredMessage, position: int, update: PlannedUpdate
) -> tuple[str, str]:
    """Write the owner's words and what they set; what became of it, and what is wrong."""
    columns = reader.columns(plan)
    day = message.said_on
    answered = kit.ledger.outbox.intent(message.intent) if message.intent else None
    asked = asked_of(kit, message.sender, answered)
    name = known_name(kit, message.person, answered)
    known = kit.ledger.snapshot.action(update.plan, update.item_id)
    is_others = known is not None and role_of(message.sender, known, asked) is Role.OTHER
    words = kept_words(update)
    checked = "owner" in update.changes or not is_others
    line = with_links(kit, message, entry(day, name, words if checked else unchecked(words)))
    lacking = lacking_in(update, columns)
    if lacking and _comes_again(update):
        update = replace(update, changes={})

    def fields_of(action: Action, row: Row) -> dict[str, object]:
        values = values_of(action, update, line, day)
        if role_of(message.sender, action, asked) is Role.OWNER:
            values["last_reply"] = day
        return rows.as_fields(values, columns)

    try:
        row, kept = write_once(kit, reader, plan, message, position, update, line, fields_of)
    except NotWritten as why:
        return "held", str(why)
    keep(kit, plan, row, kept, name, update.comment)
    lacking = lacking or still_unowned(kept, update)
    return ("written" if update.changes and not lacking else "noted"), lacking


def kept_words(update: PlannedUpdate) -> str:
    """An answer's words as Progress keeps them, marked where they tell nothing of how the action goes."""
    if STAYS in update.changes:
        return stays(without_ref(update.comment, update.ref), update.changes["owner_name"])
    if "owner" in update.changes:
        words = without_ref(update.comment, update.ref)
        before, alone = update.changes.get("instead_of", ""), ALONE in update.changes
        return named(words, update.changes["owner_name"], before, alone=alone)
    if says_not_theirs(update):
        return on_whose_it_is(update.comment)
    if is_only_ours(update):
        return to_our_question(update.comment)
    return on_when_to_be_reminded(update.comment) if set(update.read) == {"snoozed_until"} else update.comment


def lacking_in(update: PlannedUpdate, columns: Columns) -> str:
    """What the list cannot take of an answer, as a sentence for the admin; "" when it takes everything."""
    again = _comes_again(update)
    if again and not columns.has("completed_on"):
        return "this comes round, and the list has no column Completed on that could say it was done this time: add one"
    if "snoozed_until" in update.changes and not columns.has("snoozed_until"):
        return "the list has no column Snoozed until: add one, or the reminders go on"
    if "status" in update.changes and not again and Status(update.changes["status"]) not in columns.statuses:
        return "the list has no choice that means what was answered: set the status by hand"
    return ""


def _comes_again(update: PlannedUpdate) -> bool:
    return bool({"due_again", "asked_again"} & set(update.changes))


def values_of(action: Action, update: PlannedUpdate, line: str, day: date) -> dict[str, object]:
    """What goes into the row: the owner's words always, status and dates where they were sure."""
    values: dict[str, object] = {"progress": f"{action.progress}\n{line}".strip()}
    dates = {name: date.fromisoformat(update.changes[name]) for name in _DATES if name in update.changes}
    if "status" in update.changes:
        values["status"] = Status(update.changes["status"])
        if values["status"] is Status.COMPLETED:
            values["completed_on"] = day
        elif action.completed_on and not comes_round(action):
            values["completed_on"] = None
    if "owner" in update.changes and update.changes.get("instead_of", "") == action.owner_text:
        values["owner"] = update.changes["owner_name"]
    if _comes_again(update) and action.revised_due:
        values["revised_due"] = None  # that date was kept: from now on the date that comes round counts again
    return values | dates


_DATES = ("completed_on", "revised_due", "snoozed_until")
