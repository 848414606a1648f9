"""Columns told by what stands below them, where no head says it: people own, dates are due, sentences are actions.

What is told so is asked about: content shows what a cell holds, not what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import FIELDS, Columns, find_promises, head_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row, Table
from bot.importing.tasks import is_task, lists_promises

_LOOKED_AT, _FEWEST = 60, 3
_NEARLY_HALF, _MOST = 0.4, 0.6
"""The share of a column's cells that must be of one kind: with nothing but content to go by, beside other heads."""

HOLDS: dict[str, tuple[Kind, ...]] = {"due": (Kind.DATE,), "status": (Kind.STATUS,), "owner": (Kind.PARTY,)}
_SAYS_WHAT = 'The column "{head}" says what is to be done and is read as action: is that right?'


def columns_by_content(table: Table) -> Columns | None:
    """The columns of a table without a head that says anything; None where it does not look like actions at all."""
    rows = [row for row in table.rows if len(row.own_cells) > 2][:_LOOKED_AT]
    wide = max((len(row.cells) for row in rows), default=0)
    indexes: dict[str, int] = {}
    for field, kinds in HOLDS.items():
        fitting = [at for at in range(wide) if at not in indexes.values() and share(rows, at, kinds) >= _MOST]
        if fitting:
            indexes[field] = fitting[-1] if field == "due" else fitting[0]
    free = [at for at in range(wide) if at not in indexes.values()]
    tasks = _tasks(rows, free)
    action = tasks if tasks is not None else _wordiest(rows, free)
    if action is None or len(indexes) < (1 if tasks is not None else 2):
        return None
    indexes["action"] = action
    refs = [at for at in range(action) if at not in indexes.values() and _are_refs(rows, at)]
    indexes |= {"ref": refs[0]} if refs else {}
    begins = next((at for at, row in enumerate(table.rows) if _fits(row, indexes)), None)
    return None if begins is None else _made(table, indexes, begins - 1)


def action_by_content(table: Table) -> tuple[Columns | None, list[str]]:
    """The columns where heads name owner and date but no action, and one says what to do; what to ask."""
    columns = find_promises(table)
    if columns is None:
        return None, []
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1][:_LOOKED_AT]
    head = head_of(table, columns)
    free = [at for at in range(len(head.cells)) if at not in columns.read]
    shares = _saying_what(rows, free)
    at = max(free, key=lambda each: (shares[each], -each), default=None)
    if at is None or shares[at] < max(1, _NEARLY_HALF * len(rows)):
        return None, []
    indexes = {**columns.indexes, "action": at}
    heads = {**columns.heads, "action": printed_head(head, at)}
    ordered = {field: indexes[field] for field in FIELDS if field in indexes}
    made = replace(columns, indexes=MappingProxyType(ordered), heads=MappingProxyType(heads))
    return made, [_SAYS_WHAT.format(head=heads["action"])]


_ADVISES = re.compile(r"\b(?:should|must|ought to|needs? to)\b", re.IGNORECASE)
"""Words of whoever recommends; beside a response that says what to do, they are no action."""


def _saying_what(rows: Sequence[Row], columns: Iterable[int]) -> dict[int, int]:
    """Column -> how many of its cells say what is to be done; where some list it under "We will:", these alone."""
    listed = {at: sum(lists_promises(row.cell(at).paragraphs) for row in rows) for at in columns}
    return listed if any(listed.values()) else {at: sum(is_task(row.cell(at).text) for row in rows) for at in listed}


def with_tasks_beside(table: Table, columns: Columns) -> tuple[Columns, list[str]]:
    """The columns where what was taken for the actions only stands beside another column that says what to do."""
    called = columns.indexes["action"]
    if field_of(columns.heads["action"]) not in ("recommendation", ""):
        return columns, []
    head, rows = head_of(table, columns), table.rows[columns.row + 1 :][:_LOOKED_AT]
    response = columns.indexes.get("response")
    beside = [at for at, _ in head.own_cells if at not in columns.read or at == response]
    tasks = _saying_what(rows, (called, *beside))
    if response is not None and tasks[response]:
        tasks[called] -= sum(bool(_ADVISES.search(row.cell(called).text)) for row in rows)
    fullest = max(tasks, key=lambda at: (tasks[at], at == called))
    filled = sum(bool(row.cell(fullest).paragraphs) for row in rows)
    if fullest == called or tasks[fullest] < max(2, _NEARLY_HALF * filled):
        return columns, []
    indexes = {**columns.indexes, "recommendation": called, "action": fullest}
    ordered = {
        field: indexes[field]
        for field in FIELDS
        if field in indexes and not (field == "response" and fullest == response)
    }
    heads = {field: printed_head(head, at) for field, at in ordered.items()}
    made = replace(columns, indexes=MappingProxyType(ordered), heads=MappingProxyType(heads))
    return made, [_SAYS_WHAT.format(head=heads["action"])]


def question_about(columns: Columns) -> str:
    """Asks whether columns without heads are what their content suggests."""
    told = ", ".join(f"{field} = {head}" for field, head in columns.heads.items())
    return f"No row names what the columns hold. By what stands in them: {told}. Is that right?"


def share(rows: Sequence[Row], at: int, kinds: tuple[Kind, ...]) -> float:
    """The share of the filled cells of a column that are of these kinds; 0 where too few are filled."""
    cells = [cell for row in rows if (cell := row.cell(at)).paragraphs and not cell.carried]
    if len(cells) < _FEWEST or len(cells) < len(rows) / 3:
        return 0.0
    return sum(_holds(cell, kinds) for cell in cells) / len(cells)


def _holds(cell: Cell, kinds: tuple[Kind, ...]) -> bool:
    """Whether a cell is of one of these kinds, or each of its lines is."""
    return kind_of(cell.text) in kinds or all(kind_of(line) in kinds for line in cell.paragraphs)


def _tasks(rows: Sequence[Row], free: Sequence[int]) -> int | None:
    """The column most of whose cells say what is to be done."""
    shares = {at: sum(is_task(row.cell(at).text) for row in rows if not row.cell(at).carried) for at in free}
    at = max(free, key=lambda each: (shares[each], -each), default=None)
    return at if at is not None and shares[at] >= max(_FEWEST, _MOST * len(rows)) else None


def _wordiest(rows: Sequence[Row], free: Sequence[int]) -> int | None:
    """The column that holds most words, four in a cell and more."""
    words = {at: sum(len(row.cell(at).text.split()) for row in rows if not row.cell(at).carried) for at in free}
    at = max(words, key=words.__getitem__, default=None)
    return at if at is not None and words[at] >= 4 * len(rows) > 0 else None


def _are_refs(rows: Sequence[Row], at: int) -> bool:
    texts = [row.cell(at).text for row in rows if row.cell(at).text]
    return share(rows, at, (Kind.CODE, Kind.NUMBER, Kind.LETTER)) >= _MOST and len(set(texts)) == len(texts)


def _fits(row: Row, indexes: dict[str, int]) -> bool:
    """Whether a row holds an action: two of its cells are of the kind of their columns, or as many as are known."""
    known = [field for field in HOLDS if field in indexes]
    return sum(kind_of(row.cell(indexes[field]).text) in HOLDS[field] for field in known) >= min(2, len(known))


def _made(table: Table, indexes: dict[str, int], row: int) -> Columns:
    head = table.rows[row] if row >= 0 else Row(0, ())
    named = head if len(head.own_cells) > 1 else Row(0, ())
    ordered = {field: indexes[field] for field in FIELDS if field in indexes}
    heads = {field: printed_head(named, at) for field, at in ordered.items()}
    return Columns(MappingProxyType(ordered), MappingProxyType(heads), row)


def printed_head(head: Row, at: int) -> str:
    """The head of a column, or its place where it has none."""
    return head.cell(at).text or f"column {at + 1}"
