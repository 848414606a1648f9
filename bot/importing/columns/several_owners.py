"""Two columns of owners, "SRO" and "Delivery lead": everybody whom either of them names owns the action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import Columns, head_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row, Table

_SUPPORTS = re.compile(r"support(?:ed by|ing(?: \w+)?| (?:officer|lead|manager)s?)?", re.IGNORECASE)
ANSWER_FOR_OTHERS = re.compile(
    r"\b(?:risks?|issues?|budget|benefits?|data|raised|requested|approv\w+|reports? to|reporting|contacts?|portfolio"
    r"|cabinet|councillor|members?|sponsor|customers?|signed|assured|managed by|reviewed"
    r"|closed|updated|monitor\w*|audit\w*|partners?)\b",
    re.IGNORECASE,
)
"""Heads of people who ask, approve, answer to the public, are told or are only worked with."""
_LABEL = re.compile(r"(?:external|internal)\s?(?:[–—:]|-\s)\s?", re.IGNORECASE)
_LOOKED_AT = 40


def with_other_owners(table: Table, columns: Columns) -> Columns:
    """The columns with those beside the owner's whose heads name owners too and whose cells name parties."""
    owner = columns.indexes.get("owner")
    if owner is None or ANSWER_FOR_OTHERS.search(columns.heads["owner"]):
        return columns
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1][:_LOOKED_AT]
    found = [
        (at, cell.text)
        for at, cell in head_of(table, columns).own_cells
        if at not in columns.read and _names_owners(cell.text) and _hold_parties([row.cell(at) for row in rows])
    ]
    return replace(columns, other_owners=tuple(found))


def _names_owners(head: str) -> bool:
    owns = field_of(head) == "owner" or bool(_SUPPORTS.fullmatch(head.strip(" :")))
    return owns and not ANSWER_FOR_OTHERS.search(head)


def _hold_parties(cells: Sequence[Cell]) -> bool:
    said = [cell for cell in cells if cell.paragraphs]
    return bool(said) and 2 * sum(kind_of(cell.text) is Kind.PARTY for cell in said) >= len(said)


def with_all_owners(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with everybody in the column of the owner whom another column of owners names."""
    if not columns.other_owners:
        return tuple(rows)
    at, others = columns.indexes["owner"], [other for other, _ in columns.other_owners]
    return tuple(_joined(row, at, others, len(row.cell(columns.indexes["action"]).paragraphs)) for row in rows)


def _joined(row: Row, at: int, others: Sequence[int], actions: int) -> Row:
    """One line for each of several `actions` keeps its place; who stands beside all of them is named in each."""
    cell = row.cell(at)
    lines = cell.paragraphs
    for other in others:
        more = tuple(_LABEL.sub("", line, count=1) for line in row.cell(other).paragraphs)
        if len(lines) == 1 and len(more) == actions > 1:
            lines *= actions
        if len(more) == len(lines):
            lines = tuple(line if line == also else f"{line}; {also}" for line, also in zip(lines, more, strict=True))
        elif more:
            lines = tuple(f"{line}; {'; '.join(more)}" for line in lines) or more
    if lines == cell.paragraphs:
        return row
    cells = [*row.cells, *[Cell()] * (at + 1 - len(row.cells))]
    cells[at] = replace(cell, paragraphs=lines)
    return replace(row, cells=tuple(cells))
