"""The columns of a table that no field of an action holds: what they are called, so that an admin can be told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.importing.columns import Columns
from bot.importing.tables import Cell, Row


def left_out(rows: Sequence[Row], columns: Columns, head: Row) -> list[str]:
    """The heads of the columns in which `rows` say something that is not read; a column without a head is counted."""
    read = set(columns.indexes.values())
    beside = [row for row in rows if len(row.own_cells) > 1]
    wide = max((len(row.cells) for row in beside), default=0)
    said = [at for at in range(wide) if at not in read and any(_says(row.cell(at)) for row in beside)]
    return [head.cell(at).text or _unnamed(head, at) for at in said]


def _says(cell: Cell) -> bool:
    return bool(cell.paragraphs) and not cell.carried


def _unnamed(head: Row, at: int) -> str:
    over = next((cell for index, cell in head.own_cells if index < at < index + cell.span), None)
    return f"column {at + 1}, under {over.text}" if over else f"column {at + 1}, without a head"
