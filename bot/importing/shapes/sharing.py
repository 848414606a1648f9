"""What of a row belongs to each of several actions that one of its cells lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row

_BY_LINE = frozenset({"owner", "due", "revised_due", "closed", "status", "rag", "percent", "update"})
"""Columns whose lines may belong each to one of the actions beside them."""
_VALUES = (Kind.STATUS, Kind.DATE, Kind.PARTY)


def shared_out(row: Row, fields: Sequence[str], of: int) -> Iterator[Row]:
    """The row once for each of its actions: with their own lines of cells that have one for each, else with all.

    `fields` are what its columns hold. Lines that are not as many as the actions are asked about.
    """
    asked = tuple(
        f"{len(cell.paragraphs)} lines of {fields[at]} stand beside {of} actions: which belongs to which?"
        for at, cell in row.own_cells
        if at < len(fields) and fields[at] in _BY_LINE and of > 1 and len(cell.paragraphs) not in (1, of)
    )
    for number in range(of):
        cells = (_share(cell, field, number, of) for cell, field in zip(row.cells, fields, strict=True))
        yield replace(row, cells=tuple(cells), questions=(*row.questions, *asked))


def _share(cell: Cell, field: str, number: int, of: int) -> Cell:
    if len(cell.paragraphs) == of > 1 and (field in _BY_LINE or _holds_values(cell)):
        return replace(cell, paragraphs=(cell.paragraphs[number],))
    goes_on = number > 0 and field not in _BY_LINE and bool(cell.paragraphs)
    return replace(cell, carried=cell.carried or goes_on)


def _holds_values(cell: Cell) -> bool:
    return all(kind_of(text) in _VALUES for text in cell.paragraphs)
