"""Which of several columns of work holds the actions: the steps, and not the project that they are steps of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import FIELDS, Columns, head_of
from bot.importing.columns.words import plain_head
from bot.importing.tables import EMPTY, Row, Table
from bot.importing.tasks import is_task

_NAMES, _SEVERAL, _NEARLY_ALL = 0.4, 0.6, 0.8
"""The share of rows that word a task where projects are only named, that differ where each is printed for several, and
that differ where each row has an action of its own.
"""

_NAMES_IT = re.compile(r"\W*(?:name|title|subject|topic|matter|heading|item)\W*", re.IGNORECASE)
_FEWEST_CELLS = 3
"""Filled cells from which a row is more than a heading."""
_WHOLES = re.compile(
    r"^(?:projects?|programmes?|work ?streams?|initiatives?|objectives?|priorit(?:y|ies)|phases?|outputs?)"
    r"(?: (?:name|title))?$"
)
"""Heads of what is done in several steps: above steps it is no action but what they are part of."""
_STEPS = re.compile(
    r"^(?:key |main )?(?:actions?|tasks?|milestones?|activit(?:y|ies)|steps?|deliverables?|description|details?|what)"
    r"(?: (?:name|title|description))?$"
)


def with_finest(table: Table, columns: Columns) -> Columns:
    """The columns where of several that may hold actions another says what is done in each row, and not of what.

    One printed once for several rows, or that names projects beside their tasks, is the section of the other.
    """
    head, called = head_of(table, columns), columns.indexes["action"]
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1]
    beside = [at for at, cell in head.own_cells if at not in columns.read and field_of(cell.text) == "action"]
    said = {at: len({row.cell(at).text for row in rows if row.cell(at).paragraphs}) for at in (called, *beside)}
    steps = [at for at in beside if _are_steps(rows, head, called, at)]
    finest = max(steps or said, key=lambda at: (said[at], at == called))
    covers_several = said[called] <= _SEVERAL * len(rows) or _spans_steps(rows, called, finest)
    if finest == called or not (steps or covers_several) or said[finest] < _NEARLY_ALL * len(rows):
        return columns
    indexes = {**columns.indexes, "action": finest}
    indexes.setdefault("section", called)
    ordered = {field: indexes[field] for field in FIELDS if field in indexes}
    heads = {field: head.cell(at).text for field, at in ordered.items()}
    return replace(columns, indexes=MappingProxyType(ordered), heads=MappingProxyType(heads))


def _spans_steps(rows: Sequence[Row], called: int, at: int) -> bool:
    """Whether a cell of what is called the action is merged over several rows that each say what else to do."""
    tasks = sum(is_task(row.cell(at).text) for row in rows)
    return tasks >= _SEVERAL * len(rows) and any(row.cell(called).carried and row.cell(at).paragraphs for row in rows)


def _are_steps(rows: Sequence[Row], head: Row, called: int, at: int) -> bool:
    """Whether a column tells the steps of what another only names: heads say so, and no cell lists several."""
    whole, step = (plain_head(head.cell(each).text) for each in (called, at))
    names = sum(is_task(row.cell(called).text) for row in rows) < _NAMES * len(rows)
    several = any(len(row.cell(at).paragraphs) > 1 for row in rows)
    return bool(_WHOLES.match(whole) and _STEPS.match(step)) and names and not several


def with_stand_in(table: Table, columns: Columns) -> Columns:
    """The columns with the one, "Title", that names an action in a few words where its "Description" is blank."""
    beside = (at for at, cell in head_of(table, columns).own_cells if at not in columns.read)
    heads = {at: head_of(table, columns).cell(at).text for at in beside}
    named = next((at for at, head in heads.items() if field_of(head) == "action" or _NAMES_IT.fullmatch(head)), None)
    return replace(columns, stand_in=named)


def with_names_for_blanks(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows, each that has no action and a name for it with that name."""
    return tuple(rows) if columns.stand_in is None else tuple(_named(row, columns, columns.stand_in) for row in rows)


def _named(row: Row, columns: Columns, stand_in: int) -> Row:
    at = columns.indexes["action"]
    if len(row.own_cells) < _FEWEST_CELLS or row.cell(at).paragraphs or not row.cell(stand_in).paragraphs:
        return row
    cells = [*row.cells, *[EMPTY] * (at + 1 - len(row.cells))]
    cells[at] = row.cell(stand_in)
    return replace(row, cells=tuple(cells))
