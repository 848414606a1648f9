"""A column that holds two things, "Lead officer and target date": divided into a column for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.importing.columns.fitting import field_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row, Table

_JOINED = re.compile(r"(?P<owner>.+?)\s?(?:\band\b|&|/|,|\n)\s?(?P<due>.+)", re.IGNORECASE | re.DOTALL)
_WITHIN = 15
_PARTS = re.compile(r"\s*(?:[,;|]|\s[–—/-])\s+|\s*\((?=[^()]*\)$)")


def divided(table: Table) -> Table:
    """The table with a column for the owner and one for the date where one head names both."""
    for index, row in enumerate(table.rows[:_WITHIN]):
        fields = [field_of(cell.text) for _, cell in row.own_cells]
        for at, cell in row.own_cells:
            heads = _heads(cell)
            if heads and {"action", "recommendation"} & set(fields) and _is_alone(row, at):
                rows = (_with(each, at, _values(each.cell(at))) for each in table.rows[index + 1 :])
                before = (_with(each, at, (each.cell(at), Cell())) for each in table.rows[:index])
                return replace(table, rows=(*before, _with(row, at, heads), *rows))
    return table


def _heads(cell: Cell) -> tuple[Cell, Cell] | None:
    found = _JOINED.fullmatch("\n".join(cell.paragraphs))
    if not found or field_of(found["owner"]) != "owner" or field_of(found["due"]) not in ("due", "revised_due"):
        return None
    return Cell((found["owner"],)), Cell((found["due"],))


def _is_alone(row: Row, at: int) -> bool:
    """Whether no other column says when."""
    return not any(field_of(cell.text) == "due" for column, cell in row.own_cells if column != at)


def _values(cell: Cell) -> tuple[Cell, Cell]:
    parts = [part for line in cell.paragraphs for part in _pieces(line)]
    dates = tuple(part for part in parts if kind_of(part) is Kind.DATE)
    owners = tuple(part for part in parts if part not in dates)
    return replace(cell, paragraphs=owners, span=1), replace(cell, paragraphs=dates, span=1)


def _pieces(line: str) -> Iterator[str]:
    """A line, or what stands before and behind its last comma, dash or bracket where that is a date."""
    cuts = [found for found in _PARTS.finditer(line) if kind_of(line[found.end() :].strip(" )")) is Kind.DATE]
    if cuts:
        yield from (line[: cuts[0].start()].strip(), line[cuts[0].end() :].strip(" )"))
    else:
        yield line


def _with(row: Row, at: int, cells: tuple[Cell, Cell]) -> Row:
    return replace(row, cells=(*row.cells[:at], *cells, *row.cells[at + 1 :]))
