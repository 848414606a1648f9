"""Several columns of revised dates, "1st revised date" and "2nd revised date": the last one that is filled counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import Columns, head_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row, Table


def with_later_dates(table: Table, columns: Columns) -> Columns:
    """The columns with those behind the revised date whose heads are of revised dates too and which hold dates."""
    first = columns.indexes.get("revised_due")
    if first is None:
        return columns
    rows = table.rows[columns.row + 1 :]
    found = [
        (at, cell.text)
        for at, cell in head_of(table, columns).own_cells
        if at > first and at not in columns.read and field_of(cell.text) in ("revised_due", "due")
        if any(kind_of(row.cell(at).text) is Kind.DATE for row in rows)
    ]
    return replace(columns, later_dates=tuple(found))


def with_latest_date(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with the last revised date that each of them bears in the column of the first."""
    if not columns.later_dates:
        return tuple(rows)
    at = columns.indexes["revised_due"]
    return tuple(_moved(row, at, [later for later, _ in columns.later_dates]) for row in rows)


def _moved(row: Row, at: int, later: Sequence[int]) -> Row:
    filled = [row.cell(each) for each in later if kind_of(row.cell(each).text) is Kind.DATE]
    if not filled:
        return row
    cells = [*row.cells, *[Cell()] * (at + 1 - len(row.cells))]
    cells[at] = filled[-1]
    return replace(row, cells=tuple(cells))
