"""An update in doubt or sure, as what is kept of it and what it would set; nothing is written here."""

from __future__ import annotations

import re
from datetime import date

from bot.ledger import PlannedUpdate
from bot.plan import Action, Status
from bot.policy import asked_again, comes_round
from bot.reply import Decision, Update
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning.day_told import day_told
from jobs.kit import Kit
from jobs.people.standing import calendar_of
from jobs.people.unsettled import basis_of
from jobs.replies.name_owner import resolved


def planned_update(kit: Kit, update: Update, action: Action | None, day: date) -> PlannedUpdate:
    changes: dict[str, str] = {}
    asks = update.decision is Decision.ASK
    # Whoever says yes to our question confirms what they told before, and not that it was done on the day of the yes.
    done_on = told_done_on(update.comment, day) if asks else day
    read = changes_of(kit, update, action, done_on)
    if update.decision is Decision.APPLY and update.owner and action:
        update, changes = resolved(kit, update, action)
    elif update.decision is Decision.APPLY:
        changes = read
    return PlannedUpdate(
        plan=action.plan if action else "",
        item_id=action.item_id if action else "",
        ref=action.ref if action else update.ref,
        decision=update.decision.value,
        rule=update.rule,
        comment=update.comment,
        sentence=update.reason,
        changes=changes,
        read=read,
        basis=basis_of(action) if action else {},
    )


def told_done_on(words: str, said_on: date) -> date:
    """The day on which words in doubt tell of the end of an action: the one day in them that has been, or their own.

    What comes next does not take it away ("published 2 October, the spring one follows in January").
    """
    clauses = [clause for piece in split_pieces(words) for clause in _AND.split(piece)]
    told = [each for each in clauses if not (_OTHER_DAY.search(each) or NEXT_TIME.search(each))]
    days = {day for each in told if (day := day_told(each, said_on))}
    return days.pop() if len(days) == 1 else said_on


NEXT_TIME = re.compile(
    r"\bnext (?:one|time|meeting|report|update|round|issue|edition|review|session|is|are|due|follows)\b"
    r"|\b(?:one|term|round|issue|edition) (?:follows|will)\b|\bto follow\b|\bagain (?:in|on|at)\b",
    re.IGNORECASE,
)
"""Words about the next time of what comes round."""
_AND = re.compile(r",? (?:and|but|with) ", re.IGNORECASE)


_OTHER_DAY = re.compile(
    r"\b(?:since|due|from|until|till|start\w*|began|begun|(?:e-?mail|mail|letter|note|minutes|update|reply)s?"
    r" (?:of|on|dated))\b",
    re.IGNORECASE,
)
"""Words that a day may well go with which is not the day of completion."""


def changes_of(kit: Kit, update: Update, action: Action | None, day: date) -> dict[str, str]:
    """What a sure answer of a day sets, by our field names; what comes round is never closed by being done once."""
    if update.status is Status.COMPLETED and action and comes_round(action):
        return _done_once(kit, action, update.completed_on or day)
    changes: dict[str, str] = {}
    if update.status:
        changes["status"] = status_of(update, action).value
    if update.status is Status.COMPLETED:
        told_before = action.completed_on if action and action.status is Status.COMPLETED else None
        changes["completed_on"] = (update.completed_on or told_before or day).isoformat()
    if update.due and update.due.end:
        changes["revised_due"] = update.due.end.isoformat()
    if update.snooze:
        changes["snoozed_until"] = update.snooze.isoformat()
    return changes


def status_of(update: Update, action: Action | None) -> Status:
    """The status that words come to: what goes on without an end is no less ongoing for being on track."""
    assert update.status is not None, "only an answer with a status sets one"
    goes_on = action is not None and action.status is Status.ONGOING and update.status is Status.IN_PROGRESS
    return Status.ONGOING if goes_on and update.rule and not _NAMES_IT.search(update.comment) else update.status


_NAMES_IT = re.compile(r"\bin\s+progress\b", re.IGNORECASE)


def _done_once(kit: Kit, action: Action, done_on: date) -> dict[str, str]:
    again, is_due = asked_again(action, done_on, kit.settings.policy.policy(), kit.today, calendar_of(kit.settings))
    return {
        "status": Status.ONGOING.value,
        "completed_on": done_on.isoformat(),
        "due_again" if is_due else "asked_again": again.isoformat(),
    }
