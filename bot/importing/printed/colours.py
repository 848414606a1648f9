"""Colours and signals that say how far an action is, in words where they stand for words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.importing.columns.found import Columns
from bot.importing.tables import Row

_SIGNALS = {
    signal: name
    for name, signals in {
        "red": "🔴🟥",
        "amber": "🟠🟧",
        "yellow": "🟡🟨",
        "green": "🟢🟩",
        "blue": "🔵🟦",
        "purple": "🟣🟪",
        "white": "⚪⬜",
        "black": "⚫⬛",
    }.items()
    for signal in signals
}
"""Pictures of a signal -> what people call their colour."""


def with_colours(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with the colour of a blank status cell in words, where the row as a whole is not filled with it.

    A signal alone in its cell is a colour too.
    """
    rows = [
        _spelt(row, [columns.indexes[name] for name in ("rag", "status") if name in columns.indexes]) for row in rows
    ]
    at = [columns.indexes[name] for name in ("rag", "status") if name in columns.indexes][:1]
    if not at:
        return tuple(rows)
    return tuple(_coloured(row, at[0], columns.indexes["action"]) for row in rows)


def _spelt(row: Row, places: Sequence[int]) -> Row:
    cells = list(row.cells)
    for at in [at for at in places if row.cell(at).text]:
        signal, words = row.cell(at).text[0], row.cell(at).text[1:].strip(" \ufe0f").lower()
        if signal in _SIGNALS and words in ("", _SIGNALS[signal]):
            cells[at] = replace(cells[at], paragraphs=(_SIGNALS[signal].capitalize(),))
    return replace(row, cells=tuple(cells))


def _coloured(row: Row, at: int, action: int) -> Row:
    cell = row.cell(at)
    if cell.paragraphs or not cell.fill or cell.fill == row.cell(action).fill:
        return row
    cells = list(row.cells)
    cells[at] = replace(cell, paragraphs=(cell.fill.capitalize(),))
    return replace(row, cells=tuple(cells))
