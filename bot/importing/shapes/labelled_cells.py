"""Cells that hold small forms ("Action: ...", "Owner: ..."): each becomes rows and columns of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.importing.columns.fitting import field_of
from bot.importing.shapes.sharing import shared_out
from bot.importing.tables import EMPTY, Cell, Row, Table

_LABEL = re.compile(r"(?:[•·▪○\uf0b7*–-]\s*)?(?P<label>[A-Z][\w/ ]{1,28}?)(?:\s\d{1,2})?\s?:\s*(?P<words>.*)")
_INSIDE = re.compile(r"(?:(?<=[.;,)])|\s[|–-])\s+(?=[A-Z][\w/ ]{1,28}:\s)")
_PROMISES = frozenset({"owner", "due", "status"})
_ENOUGH = 0.5

Record = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Made:
    """What the columns of the table made hold: those that stood `beside` the forms, and the `fields` of the forms."""

    beside: list[str]
    fields: list[str]


def unfolded(table: Table) -> Table:
    """The table as it stands or, where a column holds small forms, a row for each action in them."""
    head, *rows = table.rows or [Row(0, ())]
    wide = max((len(row.cells) for row in rows), default=0)
    at = next((at for at in range(wide) if _holds_forms([row.cell(at) for row in rows])), None)
    if at is None:
        return table
    beside = any(field_of(cell.text) == "action" for column, cell in head.own_cells if column != at)
    records = [_records(row.cell(at), beside) for row in rows]
    heads = {field: label for each in reversed(rows) for field, label in _labels(each.cell(at))}
    if not beside:
        heads.setdefault("action", "Action")
    made = [Row(head.number, (*_without(head, at, wide), *(Cell((heads[field],)) for field in heads)))]
    columns = _Made([field_of(head.cell(column).text) for column in range(wide)], list(heads))
    for row, found in zip(rows, records, strict=True):
        made.extend(_rows(row, _without(row, at, wide), found, columns))
    return replace(table, rows=tuple(made))


def _holds_forms(cells: Sequence[Cell]) -> bool:
    said = [cell for cell in cells if cell.paragraphs]
    forms = [cell for cell in said if len({field for field, _ in _labels(cell)} & (_PROMISES | {"action"})) > 1]
    return bool(forms) and len(forms) >= _ENOUGH * len(said)


def _lines(cell: Cell) -> Iterator[tuple[str, str, str]]:
    """(field, label, words) of each labelled part; field and label are "" for words that go on."""
    for part in (part for line in cell.paragraphs for part in _INSIDE.split(line)):
        found = _LABEL.fullmatch(part)
        field = field_of(found["label"]) if found else ""
        words = found["words"] if found else part
        words = words.removesuffix(".") if field in ("owner", "due") else words
        yield (field, found["label"].strip(), words) if found and field else ("", "", part)


def _labels(cell: Cell) -> list[tuple[str, str]]:
    return [(field, label) for field, label, _ in _lines(cell) if field]


def _records(cell: Cell, beside: bool) -> list[Record]:
    """What a cell says of each action; words before the first label are the action unless one stands beside."""
    records: list[Record] = []
    last = ""
    named = any(field == "action" for field, _ in _labels(cell))
    for field, _, words in _lines(cell):
        begins = not records or field in records[-1] or (not field and last in _PROMISES and not named and not beside)
        if begins:
            records.append({})
        last = field or ("action" if begins or not last else last)
        records[-1][last] = (*records[-1].get(last, ()), *([words] if words else []))
    return records


def _without(row: Row, at: int, wide: int) -> list[Cell]:
    cells = [replace(row.cell(column), span=1) for column in range(wide)]
    cells[at] = EMPTY
    return cells


def _rows(row: Row, beside: list[Cell], records: Sequence[Record], made: _Made) -> Iterator[Row]:
    shares = shared_out(replace(row, cells=tuple(beside)), made.beside, max(1, len(records)))
    for record, shared in zip(records or [{}], shares, strict=True):
        yield replace(shared, cells=(*shared.cells, *(Cell(record.get(field, ())) for field in made.fields)))
