"""Columns headed by a month or a year, or by a status of one, with statuses below: the newest that is filled counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.importing.columns.found import FIELDS, Columns, head_of
from bot.importing.columns.updates import oldest_first
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row, Table
from bot.reading.months import MONTH_NAMES, YEARS

TIMED = re.compile(
    rf"(?:(?:{MONTH_NAMES})\b\.?[\s'’-]{{0,2}}(?:{YEARS})?|q[1-4][\s'’-]{{0,2}}(?:{YEARS})?(?:\s?\([^()]{{2,20}}\))?|20\d\d(?:\s?[/-]\s?\d\d)?)",
    re.IGNORECASE,
)
_STATED = r"(?:b?rag|status|rating|progress)\b"
_STATUS_OF = re.compile(
    rf"(?:{_STATED}[\s:–-]*){{0,2}}(?:{TIMED.pattern})[\s:–-]*(?:{_STATED}\s?){{0,2}}", re.IGNORECASE
)
"""A month, also with the words of a status before or behind it: "RAG Nov-26", "Q2 status"."""
_LETTER = re.compile(r"[RAGB]", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{1,2}")
"""What may be a letter of the key that stands for a status as the lights do: "C", "NS"."""
_FEWEST = 2
_MOST, _SOME = 0.6, 0.3
"""The share of the cells that must be statuses: of those that are no codes, and of all."""


def with_monthly_statuses(table: Table, columns: Columns) -> Columns:
    """The columns with those of statuses that are called by their months, where no other head says status."""
    stated = {columns.indexes[field] for field in ("status", "rag", "percent") if field in columns.indexes}
    head, taken = head_of(table, columns), columns.read - stated
    timed = [(at, cell.text) for at, cell in head.own_cells if at not in taken and _STATUS_OF.fullmatch(cell.text)]
    if not stated <= {at for at, _ in timed}:
        return columns
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1]
    said = [row.cell(at).text for row in rows for at, _ in timed if row.cell(at).paragraphs]
    if len(timed) < _FEWEST or not _are_statuses(said):
        return columns
    *_, (newest, called) = ordered = oldest_first(timed)
    kept = {field: at for field, at in columns.indexes.items() if at not in stated}
    indexes, heads = {**kept, "status": newest}, {**columns.heads, "status": called}
    return replace(
        columns,
        indexes=MappingProxyType({field: indexes[field] for field in FIELDS if field in indexes}),
        heads=MappingProxyType({field: heads[field] for field in FIELDS if field in heads}),
        statuses=ordered,
    )


def with_newest_status(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with the newest status that each of them bears in the column of the newest month."""
    if not columns.statuses:
        return tuple(rows)
    return tuple(_moved(row, [at for at, _ in columns.statuses]) for row in rows)


def _moved(row: Row, oldest_first: Sequence[int]) -> Row:
    filled = [row.cell(at) for at in oldest_first if row.cell(at).paragraphs or row.cell(at).fill]
    if not filled:
        return row
    newest = oldest_first[-1]
    cells = [*row.cells, *[Cell()] * (newest + 1 - len(row.cells))]
    cells[newest] = filled[-1]
    return replace(row, cells=tuple(cells))


def _are_statuses(said: Sequence[str]) -> bool:
    stated = sum(map(_is_status, said))
    codes = sum(bool(_CODE.fullmatch(text)) and not _is_status(text) for text in said)
    return stated > _MOST * (len(said) - codes) and stated > _SOME * len(said)


def _is_status(text: str) -> bool:
    return kind_of(text) is Kind.STATUS or bool(_LETTER.fullmatch(text))
