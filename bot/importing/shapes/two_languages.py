"""A table that says everything in Welsh and in English, in each cell or in columns side by side: read in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.importing.columns.fitting import field_of
from bot.importing.tables import EMPTY, Cell, Row, Table
from bot.reading.languages import welshness

_HEAD_WITHIN, _LOOKED_AT, _FEWEST = 15, 40, 2
_MOST, _PLAINLY, _MORE = 0.6, 0.3, 0.2
"""The share of cells in two languages; how Welsh a column is; and by how much one half of a cell is more Welsh."""
_STROKE = re.compile(r"\s[/|]\s")
_ALIKE = 0.7
_SAID = "The table says everything in Welsh and in English, and its English is read: is that right?"

_Halves = tuple[tuple[str, ...], tuple[str, ...]]


def in_one_language(table: Table) -> Table:
    """The table as it stands or, where it is in two languages, in English alone, with a question that says so."""
    index = next((at for at, row in enumerate(table.rows[:_HEAD_WITHIN]) if len(row.own_cells) > 1), None)
    if index is None:
        return table
    head, below = table.rows[index], table.rows[index + 1 :]
    beside = [row for row in below if len(row.own_cells) > 1][:_LOOKED_AT]
    side, columns = _welsh_half(beside), _welsh_columns(head, beside)
    if side is None and not columns:
        return table
    rows = [_without(row, columns) for row in table.rows[index:]]
    if side is not None:
        rows[1:] = [replace(row, cells=tuple(_in_english(cell, side) for cell in row.cells)) for row in rows[1:]]
    return replace(table, rows=(*table.rows[:index], *rows), questions=(*table.questions, _SAID))


def _welsh_half(rows: Sequence[Row]) -> int | None:
    """Which half of the longest cells is the Welsh one, 0 or 1; None where they are in one language."""
    longest = [max((cell for _, cell in row.own_cells), key=lambda cell: len(cell.text)) for row in rows]
    sides = [side for cell in longest if (side := _more_welsh(_halves(cell))) is not None]
    side = max(set(sides), key=sides.count, default=None)
    return side if len(sides) >= _FEWEST and side is not None and sides.count(side) >= _MOST * len(longest) else None


def _welsh_columns(head: Row, rows: Sequence[Row]) -> frozenset[int]:
    """The columns in Welsh beside one with the same field in English."""
    fields = {at: field for at, cell in head.own_cells if (field := field_of(cell.text))}
    twice = {at for at, field in fields.items() if list(fields.values()).count(field) > 1}
    welsh = {at: [welshness(cell.text) for row in rows if (cell := row.cell(at)).paragraphs] for at in twice}
    shares = {at: sum(found) / len(found) for at, found in welsh.items() if len(found) >= _FEWEST}
    return frozenset(
        at
        for at, share in shares.items()
        if share >= _PLAINLY
        and any(fields[other] == fields[at] and shares[other] <= share - _PLAINLY for other in shares if other != at)
    )


def _halves(cell: Cell) -> _Halves | None:
    """The two halves of a cell: as many lines in each, or what stands on both sides of its one stroke."""
    lines = cell.paragraphs
    if len(lines) == 1:
        lines = tuple(part.strip() for part in _STROKE.split(lines[0]))
        lines = lines if len(lines) == 2 else ()
    middle = len(lines) // 2
    return (lines[:middle], lines[middle:]) if lines and len(lines) % 2 == 0 else None


def _more_welsh(halves: _Halves | None) -> int | None:
    first, second = (welshness(" ".join(half)) for half in halves) if halves else (0.0, 0.0)
    return None if abs(first - second) < _MORE else int(second > first)


def _in_english(cell: Cell, side: int) -> Cell:
    halves = _halves(cell)
    if halves is None or (_more_welsh(halves) != side and not _are_alike(*halves)):
        return cell
    return replace(cell, paragraphs=halves[1 - side])


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two halves say the same word in two spellings: "Clerc / Clerk"."""
    return SequenceMatcher(None, " ".join(one).lower(), " ".join(other).lower()).ratio() >= _ALIKE


def _without(row: Row, columns: frozenset[int]) -> Row:
    return replace(row, cells=tuple(EMPTY if at in columns else cell for at, cell in enumerate(row.cells)))
