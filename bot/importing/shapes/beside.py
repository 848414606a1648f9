"""Tables that stand side by side in one sheet, blank columns between them: each is a table of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.importing.columns.found import find_columns
from bot.importing.printed.key_tables import is_key
from bot.importing.tables import Row, Table


def side_by_side(table: Table) -> Iterator[Table]:
    """The table, or those it holds beside each other, from the left.

    Both sides must have the heads of a plan, or the right one must be a key.
    """
    for gap in _gaps(table):
        left, right = _cut(table, 0, gap), _cut(table, gap, None)
        if is_key(right):
            yield left
            yield Table(right.rows)
            return
        if find_columns(left) and find_columns(right):
            yield left
            yield from side_by_side(replace(right, above=(), heading="", questions=(), unseen=()))
            return
    yield table


def _gaps(table: Table) -> Iterator[int]:
    """The first of each run of columns in which no row says anything, others standing on both sides."""
    said = {at for row in table.rows for at, _ in row.own_cells}
    yield from (at for at in range(1, max(said, default=0)) if at not in said and at - 1 in said)


def _cut(table: Table, first: int, behind: int | None) -> Table:
    rows = (Row(row.number, row.cells[first:behind], row.lines, row.questions) for row in table.rows)
    return replace(table, rows=tuple(row for row in rows if row.own_cells))
