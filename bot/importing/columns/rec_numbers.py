"""Numbers of recommendations in a column of their own, "Rec" beside "Recommendation"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.importing.columns.found import Columns, head_of
from bot.importing.columns.words import plain_head
from bot.importing.refs import take_number
from bot.importing.tables import EMPTY, Row, Table

_REC = re.compile(r"rec(?:om|s)?")


def with_number(table: Table, columns: Columns) -> Columns:
    """The columns with the one that numbers recommendations whose words stand in another."""
    if "recommendation" not in columns.indexes:
        return columns
    heads = ((at, plain_head(cell.text)) for at, cell in head_of(table, columns).own_cells if at not in columns.read)
    return replace(columns, number=next((at for at, head in heads if _REC.fullmatch(head)), None))


def with_recommendation_numbers(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows, each recommendation with its number before its words."""
    number = columns.number
    return tuple(rows) if number is None else tuple(_numbered(row, number, columns) for row in rows)


def _numbered(row: Row, number: int, columns: Columns) -> Row:
    at = columns.indexes["recommendation"]
    printed, said = row.cell(number), row.cell(at)
    if not printed.paragraphs or not said.paragraphs or take_number(said.text).label:
        return row
    first, *rest = said.paragraphs
    cells = list(row.cells)
    cells[number] = EMPTY
    cells[at] = replace(said, paragraphs=(f"{printed.text.rstrip('.)')}. {first}", *rest))
    return replace(row, cells=tuple(cells))
