"""Shares of one that a sheet holds as bare numbers (0.2, 1), printed as the percentages that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.importing.columns.found import Columns
from bot.importing.tables import Cell, Row

_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?|\.\d+")


def with_percentages(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with the numbers of a status or percentage column times a hundred, where all of them are shares of one.

    At least one fraction must stand among them: a 1 alone may be one per cent.
    """
    shares = [at for at in _measured(columns) if _holds_shares([row.cell(at).text for row in rows])]
    return tuple(_printed(row, shares) for row in rows)


def _measured(columns: Columns) -> list[int]:
    return [columns.indexes[name] for name in ("status", "percent") if name in columns.indexes]


def _holds_shares(texts: Sequence[str]) -> bool:
    numbers = [float(text) for text in texts if _NUMBER.fullmatch(text)]
    return any(0 < number < 1 for number in numbers) and all(number <= 1 for number in numbers)


def _printed(row: Row, shares: Sequence[int]) -> Row:
    cells = tuple(_as_percentage(cell) if at in shares else cell for at, cell in enumerate(row.cells))
    return replace(row, cells=cells)


def _as_percentage(cell: Cell) -> Cell:
    if not _NUMBER.fullmatch(cell.text):
        return cell
    return replace(cell, paragraphs=(f"{float(cell.text) * 100:.4g}%",))
