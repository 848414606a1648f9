"""An owner printed once over a table that has no column of owners: "Lead: Head of Digital"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import find_columns
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import EMPTY, Cell, Row, Table, cell_of

_LABELLED = re.compile(r"(?P<label>[A-Z][\w ]{2,30}?)\s?(?::|[–—-]\s)\s*(?P<who>\S.{2,80})")
_ASKED = '"{line}" stands over a table without owners and is read as the owner of its actions: is that right?'


def with_owner_over(table: Table) -> Table:
    """The table with a column for the owner that the last line of its kind over it names, and asked about once."""
    columns = find_columns(table)
    if columns is None or "owner" in columns.indexes or not table.above:
        return table
    line = next((line for line in reversed(table.above) if _owner(line)), "")
    if not line:
        return table
    label, who = _owner(line)
    wide = max(len(row.cells) for row in table.rows)
    rows = [
        _with(row, wide, label if at == columns.row else who) if at >= columns.row and len(row.own_cells) > 1 else row
        for at, row in enumerate(table.rows)
    ]
    return replace(table, rows=tuple(rows), questions=(*table.questions, _ASKED.format(line=line)))


def _owner(line: str) -> tuple[str, ...]:
    """(label, owner) of a line that names an owner and says nothing else; () of any other."""
    found = _LABELLED.fullmatch(line.strip())
    named = found is not None and field_of(found["label"]) == "owner" and kind_of(found["who"]) is Kind.PARTY
    return (found["label"], found["who"]) if found and named else ()


def _with(row: Row, wide: int, text: str) -> Row:
    cells: list[Cell] = [*row.cells, *[EMPTY] * (wide - len(row.cells)), cell_of(text)]
    return replace(row, cells=tuple(cells))
