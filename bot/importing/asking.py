"""What a person must be asked about one action before anybody is nudged about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from bot.importing.columns.found import Columns
from bot.importing.rows.drafts import Draft
from bot.importing.status.how_far import how_far
from bot.plan import Due, DueKind
from bot.reading.dates import DueReading
from bot.reading.owners import ExplainedOwners
from bot.reading.owners.kinds import is_service
from bot.reading.owners.now import is_for_a_time
from bot.reading.statuses import ExplainedStatus

_NO_OWNER, _NO_DATE = "No owner is written: who is it?", "No date is written: when is it due?"
_QUOTED = re.compile(r'"[^"]+"')
_YEAR = 4
"""Digits of a year; a number with more counts days."""
_LONGEST_ACTION = 2_500
_NAMED_SERVICE = re.compile(r"\w+|[\w &]+\s(?:services?|team)", re.IGNORECASE)
"""A service by its own name, which is one party: "Highways", "Democratic Services"."""
_PERHAPS_GONE = re.compile(
    r"\b(?:left|leaving|leaves|retired|departed|resigned|gone|no longer)\b|^\W*not\s", re.IGNORECASE
)


def about_ref(ref: str, draft: Draft, first: Draft) -> list[str]:
    """A reference that the plan prints for another action before; bare numbers may begin anew in each section.

    `first` is the first action of its plan that has the reference.
    """
    if first is draft or not draft.own_ref or draft.ref_shared or ref == draft.own_ref:
        return []
    if draft.own_ref.replace(".", "").isdecimal() and first.section != draft.section:
        return []
    return [f"The document calls another action {draft.own_ref} too, this one is {ref} here: which reference is right?"]


def questions_of(draft: Draft, status: ExplainedStatus, owners: ExplainedOwners) -> list[str]:
    """What a person must say before anybody is nudged about this action; nothing about one that is closed."""
    asked = []
    if not draft.action:
        asked.append("No action is written in this row: what is to be done?")
    if len(draft.action) > _LONGEST_ACTION:
        asked.append("This cell is very long: is it one action?")
    if draft.status and status.doubtful and status.rule != "narrative":
        asked.append(how_far(draft.status, status.perhaps or status.reading.value))
    plain = owners.rule == "one party" and _NAMED_SERVICE.fullmatch(draft.owner.strip()) and is_service(draft.owner)
    if owners.doubtful and not plain and not status.reading.value.is_closed:
        asked.append(_which_parties(draft.owner, owners.reading.owners))
    return asked


def about_owner(draft: Draft, columns: Columns, status: ExplainedStatus, owners: ExplainedOwners) -> str:
    """The question who owns an open action; "" when somebody does, or nobody could be written."""
    if status.reading.value.is_closed or owners.reading.owners or "owner" not in columns.indexes:
        return ""
    return f'"{_short(draft.owner)}" names nobody: who is the owner?' if draft.owner else _NO_OWNER


def about_date(draft: Draft, columns: Columns, due: DueReading, status: ExplainedStatus) -> str:
    """What a person must say about the date of an open action; "" when it is clear."""
    revised = status.reading.revised_due
    if status.reading.value.is_closed:
        return ""
    if due.due.end and draft.due.isdecimal() and due.doubtful and len(draft.due) > _YEAR:
        day = f"{due.due.end.day} {due.due.end:%B %Y}"
        return f'"{draft.due}" is a day as a spreadsheet counts it, read as {day}: is that right?'
    if due.doubtful and not (revised and revised.end):
        return due.due.assumption or f'"{_short(draft.due)}" is no date: which date is meant?'
    if _is_undated(due.due) and "due" in columns.indexes and not revised:
        return _NO_DATE
    return ""


def not_again(asked: Sequence[str], more: Sequence[str]) -> list[str]:
    """Of further questions those whose words none that is asked already quotes: one about a cell is enough."""
    quoted = {question: found[0] for question in more if question and (found := _QUOTED.match(question))}
    return [each for each in more if each and not any(quoted.get(each, each) in question for question in asked)]


def unless_held(asked: Collection[str], missing: Iterable[str]) -> list[str]:
    """The questions about an owner and a date without those about blanks, where others hold the row all the same.

    One question is enough to look at a row; when it is answered, mail asks for what is still blank.
    """
    return [each for each in missing if not (asked and each in (_NO_OWNER, _NO_DATE))]


def _which_parties(printed: str, owners: tuple[str, ...]) -> str:
    if is_for_a_time(printed):
        return f'"{_short(printed)}" names an owner for a time: who is it now?'
    if _PERHAPS_GONE.search(printed):
        return f'"{_short(printed)}" may name somebody who does not have it: who is the owner?'
    if len(owners) == 1:
        return f'"{_short(printed)}" is taken as one party: is it one, or several?'
    return f'"{_short(printed)}" is taken as {len(owners)} parties ({"; ".join(owners)}): is that right?'


def _is_undated(due: Due) -> bool:
    return due.end is None and due.kind is DueKind.UNKNOWN


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:79].rstrip() + "…"
