"""A document -> the actions in it, each word read, with a question wherever a clerk would have to ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.importing.columns import Columns, find_columns, named_columns, settle_by_content
from bot.importing.delimited import read_delimited
from bot.importing.errors import UnreadableDocument
from bot.importing.excel import read_excel
from bot.importing.files import kind_of
from bot.importing.pasted import read_pasted, read_tabbed
from bot.importing.plan_reading import PlanReading, ReadAction
from bot.importing.refs import Place, number_actions
from bot.importing.repeats import declared_repeat, link_repeats
from bot.importing.rows import Carried, Draft, drafts_of
from bot.importing.tables import Table
from bot.importing.word import read_word
from bot.plan import Due, DueKind, Status, StatusReading
from bot.reading.dates import DueReading, explain_due
from bot.reading.owners import explain_owners
from bot.reading.statuses import ExplainedStatus, explain_status

OnProgress = Callable[[int, int], None]
_READERS = {
    ".docx": read_word,
    ".xlsx": read_excel,
    ".csv": read_delimited,
    ".tsv": read_tabbed,
    ".txt": read_pasted,
}
_LONGEST_ACTION = 2_500
_PASTED_HINT = (
    " In text from a PDF the columns may be lost: extract it again with its layout kept, or use the original."
)
_PLAN_WORDS = re.compile(
    r"\b(?:plan|tracker|register|actions?|log|monitoring|report|recommendations?|programme)\b", re.IGNORECASE
)


def read_plan(
    path: Path, as_of: date, on_progress: OnProgress | None = None, columns: Mapping[str, str] | None = None
) -> PlanReading:
    """Reads an action plan from a .docx, .xlsx, .csv, .tsv or .txt file, as of a day.

    `columns` (field -> printed head) overrules what the heads suggest; `on_progress` is told (actions read, of how
    many). Raises `UnreadableDocument` with a sentence for the admin; nothing is guessed from a broken file.
    """
    tables = _READERS[kind_of(path)](path)
    drafts, found, title, questions = _drafts(tables, columns)
    if found is None:
        raise UnreadableDocument(_no_table(path, columns))
    if not drafts:
        raise UnreadableDocument(
            f"{path.name} has the head row of an action plan and no action below it: fill it in and import it again."
        )
    actions = _read_all(drafts, as_of, found, on_progress)
    linked, about_repeats = link_repeats(actions, [declared_repeat(draft.action) for draft in drafts])
    asked = (*_missing_columns(found), *questions, *about_repeats)
    return PlanReading(path.name, title or path.stem, dict(found.heads), linked, asked)


def _missing_columns(columns: Columns) -> list[str]:
    says = {"owner": "who owns the actions", "due": "when the actions are due"}
    return [f"No column says {what}: is there one?" for field, what in says.items() if field not in columns.indexes]


def _no_table(path: Path, columns: Mapping[str, str] | None) -> str:
    if columns:
        heads = ", ".join(f'"{head}"' for head in columns.values())
        return f"No table of {path.name} has a head row with {heads}: check how the columns are written."
    return (
        f"{path.name} holds no table of actions: look for a table whose head row names an Action and an Owner, a "
        f"Date or a Status. "
        f"It may stand in an annex or in another file.{_PASTED_HINT if path.suffix.lower() == '.txt' else ''}"
    )


def _drafts(
    tables: tuple[Table, ...], named: Mapping[str, str] | None
) -> tuple[list[Draft], Columns | None, str, list[str]]:
    """The actions of every table that has a plan's head, and of those that go on from one without repeating it."""
    drafts: list[Draft] = []
    first: Columns | None = None
    last: Columns | None = None
    title = ""
    carried = Carried()
    for table in tables:
        columns = named_columns(table, named) if named else find_columns(table)
        if columns and not named:
            columns = settle_by_content(table, columns)
        goes_on = columns is None and last is not None and not table.name and _same_width(table, last)
        if columns is None and not goes_on:
            continue
        if columns is not None and (first is None or table.name):
            above = [*table.above, *(cell.text for row in table.rows[: columns.row] for _, cell in row.own_cells[:1])]
            title = title or _title(above)
            carried = Carried(section="")
        first, last = first or columns, columns or last
        assert last is not None
        drafts.extend(drafts_of(table.rows[columns.row + 1 :] if columns else table.rows, last, carried))
    questions = [f'"{text[:120]}" has no action below it: what is to be done?' for text in carried.waiting]
    return drafts, first, title, [*questions, *(asked for table in tables for asked in table.questions)]


def _same_width(table: Table, columns: Columns) -> bool:
    widest = max((len(row.cells) for row in table.rows), default=0)
    return widest > max(columns.indexes.values()) and widest >= len(columns.indexes) > 2


def _title(lines: list[str]) -> str:
    lines = [line for line in lines if 3 < len(line) <= 200]
    return next((line for line in lines if _PLAN_WORDS.search(line)), lines[0] if lines else "")


def _read_all(drafts: list[Draft], as_of: date, columns: Columns, on_progress: OnProgress | None) -> list[ReadAction]:
    places = [Place(each.own_ref, each.section, each.number, each.recommendation, each.label) for each in drafts]
    actions = []
    for at, (ref, draft) in enumerate(zip(number_actions(places), drafts, strict=True), 1):
        actions.append(_read(ref, draft, as_of, columns))
        if on_progress:
            on_progress(at, len(drafts))
    return actions


def _read(ref: str, draft: Draft, as_of: date, columns: Columns) -> ReadAction:
    owners = explain_owners(draft.owner)
    due = explain_due(draft.due, as_of)
    status = _status(draft, as_of, columns)
    questions = [*draft.questions, *_questions(draft, columns, due, status, owners.reading.owners, owners.doubtful)]
    return ReadAction(
        ref=ref,
        section=draft.section,
        recommendation=draft.recommendation,
        response=draft.response,
        action=declared_repeat(draft.action).text,
        owners=owners.reading.owners,
        owner_text=" ".join(draft.owner.split()),
        due=due.due,
        status=status.reading,
        confidence=max(0.1, (0.9 if status.doubtful and draft.status else 1.0) - 0.25 * len(questions)),
        questions=tuple(questions),
        source_rows=draft.rows,
    )


def _status(draft: Draft, as_of: date, columns: Columns) -> ExplainedStatus:
    """The status as printed in its column; the update beside it, or the words of the date, where that says nothing."""
    explained = explain_status(draft.status, as_of)
    reading = explained.reading
    if draft.update:
        told = explain_status(draft.update, as_of)
        if reading.value is Status.UNKNOWN and not told.doubtful:
            explained, reading = told, replace(told.reading, text=draft.status or draft.update)
        reading = replace(reading, note=draft.update, revised_due=reading.revised_due or told.reading.revised_due)
    if "status" not in columns.indexes and reading.value is Status.UNKNOWN:
        told = explain_status(draft.due, as_of)
        if not told.doubtful and told.rule not in ("empty", "not stated", "percentage only"):
            reading = StatusReading(draft.due, told.reading.value, told.reading.note)
    if draft.revised_due:
        revised = explain_due(draft.revised_due, as_of).due
        reading = replace(reading, revised_due=revised if revised.end else reading.revised_due)
    return replace(explained, reading=reading)


def _questions(
    draft: Draft, columns: Columns, due: DueReading, status: ExplainedStatus, owners: tuple[str, ...], unsure: bool
) -> list[str]:
    """What a person must say before anybody is nudged about this action; nothing about one that is closed."""
    asked = []
    if not draft.action:
        asked.append("No action is written in this row: what is to be done?")
    if len(draft.action) > _LONGEST_ACTION:
        asked.append("This cell is very long: is it one action?")
    if draft.status and status.doubtful and status.rule != "narrative":
        asked.append(
            f'"{_short(draft.status)}" does not say how far it is: is it {status.reading.value.label.lower()}?'
        )
    if status.reading.value.is_closed:
        return asked
    if not owners and "owner" in columns.indexes:
        asked.append(
            f'"{_short(draft.owner)}" names nobody: who is the owner?'
            if draft.owner
            else "No owner is written: who is it?"
        )
    if unsure:
        asked.append(f'"{_short(draft.owner)}" may be more or fewer parties than {len(owners)}: who is meant?')
    if due.doubtful and not (status.reading.revised_due and status.reading.revised_due.end):
        asked.append(due.due.assumption or f'"{_short(draft.due)}" is no date: which date is meant?')
    elif _is_undated(due.due) and "due" in columns.indexes and not status.reading.revised_due:
        asked.append("No date is written: when is it due?")
    return asked


def _is_undated(due: Due) -> bool:
    return due.end is None and due.kind is DueKind.UNKNOWN


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:79].rstrip() + "…"
