"""The rows among which a table's head is looked for, heads printed on two rows put together."""

from __future__ import annotations

from dataclasses import replace

from bot.importing.tables import Cell, Row, Table

_HEAD_WITHIN = 25
"""Rows at the top of a table among which its head row is looked for."""


def head_rows(table: Table) -> list[Row]:
    """The rows among which a head is looked for; a row with cells merged into the one above says more of its heads."""
    rows = table.rows[:_HEAD_WITHIN]
    return [_with_upper(row, rows[at - 1]) if at else row for at, row in enumerate(rows)]


def _with_upper(row: Row, upper: Row) -> Row:
    """A row with the words above it: "officer" and "date" under "Lead" and "Target", or "Start" and "End" under a
    "Timescale" that spans both, beside heads merged over both rows.
    """
    if _goes_on_with(row, upper):
        wide = range(max(len(row.cells), len(upper.cells)))
        return Row(row.number, tuple(Cell(upper.cell(at).paragraphs + row.cell(at).paragraphs) for at in wide))
    if not row.own_cells or sum(cell.carried and bool(cell.paragraphs) for cell in row.cells) < 2:
        return row
    cells = [replace(cell, carried=False) for cell in row.cells]
    for at, over in upper.own_cells:
        for below in range(at, min(at + over.span, len(cells))):
            if not row.cell(below).carried:
                cells[below] = replace(cells[below], paragraphs=over.paragraphs + cells[below].paragraphs)
    return Row(row.number, tuple(cells))


def _goes_on_with(row: Row, upper: Row) -> bool:
    """Whether a row holds the second lines of the heads above it: short words in small letters or brackets."""
    texts = [cell.text for at, cell in row.own_cells if upper.cell(at).paragraphs]
    small = all((text[0].islower() or text[0] == "(") and len(text.split()) <= 3 for text in texts)
    return len(texts) > 1 and small and len(texts) == len(row.own_cells) and len(upper.own_cells) > 2
