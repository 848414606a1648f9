"""Minutes drawn as a table with a column for actions and none for owners or dates: their sentences say who and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.importing.columns.fitting import field_of
from bot.importing.columns.words import plain_head
from bot.importing.tables import Row, Table

_ACTIONS = re.compile(r"actions?(?: (?:points?|required|agreed|arising|needed))?")
_NUMBER = re.compile(r"[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3}){0,2}")
_NONE = re.compile(r"\W*(?:none|nil|noted|n/?a|no action)?\W*", re.IGNORECASE)


def lines_of_table(table: Table) -> Iterator[str]:
    """The rows as lines of text, cells divided by tabs; of minutes the actions alone, as they note them in the text."""
    at = _column_of_actions(table)
    for row in table.rows:
        if at is None or row is table.rows[0]:
            yield "\t".join(cell.text for cell in row.cells)
        else:
            yield from _noted(row, at)


def left_beside(table: Table) -> list[str]:
    """The heads of the columns beside the actions of minutes, which are no part of any."""
    at = _column_of_actions(table)
    return [] if at is None else [cell.text for column, cell in table.rows[0].own_cells if column != at]


def _column_of_actions(table: Table) -> int | None:
    """The column of a table whose heads name actions and nothing else that an action has."""
    head = table.rows[0].own_cells if table.rows else []
    if {"owner", "due", "status"} & {field_of(cell.text) for _, cell in head}:
        return None
    return next((at for at, cell in head if _ACTIONS.fullmatch(plain_head(cell.text))), None)


def _noted(row: Row, at: int) -> Iterator[str]:
    beside = [cell.text for column, cell in row.own_cells if column != at]
    number = f" {beside[0]}" if beside and _NUMBER.fullmatch(beside[0]) else ""
    yield from (f"Action{number}: {line}" for line in row.cell(at).paragraphs if not _NONE.fullmatch(line))
