"""What a reply wrote, taken back by an UNDO in answer to its receipt: once, and only if nobody changed the row since.

The words stay in Progress, and a line below them says that they were taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.compose import wording
from bot.ledger import Intent, PlannedUpdate, StoredMessage
from bot.m365 import Row
from bot.plan import Action
from bot.progress import entry, took_back
from bot.reply import Decision, Mail, Undo, Update, settle
from bot.reply.decide.undo import RULE
from bot.row_states import as_it_was, moved, row_state
from bot.settings import PlanSettings
from jobs.kit import Kit
from jobs.people.entitled import Asked, role_of
from jobs.people.unsettled import WISHED
from jobs.reader import Reader
from jobs.replies.change_words import put_back_in_words
from jobs.replies.earlier import earlier, naming
from jobs.replies.write_once import NotWritten, keep, sender_name, trail_of, write_once

TAKES_BACK = "takes_back"
"""The change of an UNDO: the name of the update that it takes back."""

_NOTHING = "That answer changed nothing in the plan that an UNDO could put back."
_NO_RECEIPT = (
    "There is nothing in the mail you replied to that an UNDO could put back. To take an answer back, reply UNDO to "
    "the mail in which we thanked you for it."
)


def can_be_undone(update: PlannedUpdate) -> bool:
    """Whether a reply's update changed its row alone; who is asked from now on stands in *Who is who*."""
    return update.state == "written" and bool(update.after) and not {"owner", TAKES_BACK} & set(update.changes)


def plan_undo(
    kit: Kit, mail: Mail, answered: Intent, undo: Undo, actions: Mapping[str, Action], asked: Asked
) -> tuple[PlannedUpdate, ...]:
    """One update for each of those that an UNDO takes back, as far as its sender may."""
    theirs = [
        (naming(number, place), each)
        for number in answered.answers
        if (message := kit.ledger.inbox.message(number))
        for place, each in enumerate(kit.ledger.inbox.updates(message.key))
    ]
    labels = {action.key: label for label, action in actions.items()}
    planned = [
        planned_undo(kit, mail, undo, each, number, actions, asked)
        for number, each in theirs
        if (can_be_undone(each) or each.state == "undone") and (not undo.refs or labels.get(each.key) in undo.refs)
    ]
    nothing = _NOTHING if answered.kind == "receipt" else _NO_RECEIPT
    return tuple(planned) or (PlannedUpdate("", "", "", "note", RULE, _words(undo), nothing),)


def planned_undo(
    kit: Kit,
    mail: Mail,
    undo: Undo,
    original: PlannedUpdate,
    number: str,
    actions: Mapping[str, Action],
    asked: Asked,
) -> PlannedUpdate:
    """The update that takes back the `original`, called `number`, as far as its sender may."""
    action = next((each for each in actions.values() if each.key == original.key), None)
    wanted = Update(original.ref, comment=_words(undo), rule=RULE, decision=Decision.APPLY)
    if undo.doubt or action is None:
        wanted = replace(wanted, decision=Decision.HOLD, reason=undo.doubt or "the row is gone from the list")
    else:
        [wanted] = settle([wanted], mail.trust, role_of(mail.sender.address, action, asked))
        if wanted.decision in (Decision.ASK, Decision.NOTE):
            wanted = replace(wanted, decision=Decision.HOLD, reason="it would undo what somebody else answered")
    return PlannedUpdate(
        plan=original.plan,
        item_id=original.item_id,
        ref=original.ref,
        decision=wanted.decision.value,
        rule=RULE,
        comment=wanted.comment,
        sentence=wanted.reason,
        changes={TAKES_BACK: number} if wanted.decision is Decision.APPLY else {},
    )


def _words(undo: Undo) -> str:
    return f"UNDO\n{undo.comment}".strip()


def undo(
    kit: Kit, reader: Reader, plan: PlanSettings, message: StoredMessage, position: int, update: PlannedUpdate
) -> None:
    """Put one row back as it was before the update that is taken back, or leave it and say why."""
    source, place, original = earlier(kit, update.changes[TAKES_BACK])
    columns, zone = reader.columns(plan), kit.settings.zone
    name = sender_name(kit, message)
    comment = update.comment.removeprefix("UNDO").strip()
    words = took_back(wording.short(original.comment, 200), comment)
    line = entry(message.said_on, name, words)

    def fields_of(action: Action, row: Row) -> dict[str, object]:
        if original.state == "undone":
            raise NotWritten("It was put back already.")
        if moved(original.after, row_state(row.fields, columns, zone)):
            raise NotWritten("The row was changed since, so nothing was put back. Please reply with how things stand.")
        progress = {columns.names["progress"]: f"{action.progress}\n{line}".strip()}
        return progress | as_it_was(original.before, original.after, columns)

    try:
        row, kept = write_once(kit, reader, plan, message, position, update, line, fields_of)
    except NotWritten as why:
        trail = trail_of(kit, message, update, f"not undone: {why}")
        kit.ledger.inbox.update_done(message.key, position, "refused", str(why), trail)
        return
    keep(kit, plan, row, kept, name, words)
    put_back = put_back_in_words(original.before, moved(original.before, original.after))
    trail = trail_of(kit, message, update, f"undone: {put_back or 'the words alone had been kept'}")
    kit.ledger.inbox.undone(message.key, position, (source.key, place), trail)


def is_undone(update: PlannedUpdate) -> bool:
    return TAKES_BACK in update.changes and update.state == "written"


def original_of(kit: Kit, update: PlannedUpdate) -> PlannedUpdate:
    """The update that an UNDO takes back."""
    return earlier(kit, update.changes[TAKES_BACK])[2]


def put_back_sentence(original: PlannedUpdate) -> str:
    """How an action stands again, for its owner."""
    before = original.before
    fields = set(moved(before, original.after))
    stands = [f"It is marked “{before['status'] or 'no status'}” again."] if "status" in fields else []
    if "revised_due" in fields:
        due = before["revised_due"]
        stands.append(f"Its date is {_day(due)} again." if due else "The new date is taken out again.")
    if "snoozed_until" in fields:
        until = before["snoozed_until"]
        stands.append(f"We wait until {_day(until)} again." if until else "We remind you of it as before.")
    if WISHED in original.changes:
        wished = _day(original.changes[WISHED])
        stands.append(f"You do not ask for {wished} any more, and whoever was asked to agree is told so.")
    return " ".join([*stands, "Your words stay in its history, with a line that they were taken back."])


def _day(printed: str) -> str:
    return wording.day(date.fromisoformat(printed))
