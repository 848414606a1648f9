"""Cells that list several actions, each ending in who is to do it and when: a row for each, with columns for both.

"1. Train all drivers (Lead: Fleet Manager - by May)" or "- Train all drivers - Fleet Manager, May".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.importing.columns.fitting import field_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.refs import starts_item
from bot.importing.shapes.sharing import shared_out
from bot.importing.tables import EMPTY, Cell, Row, Table
from bot.importing.tasks import is_task

_ENOUGH, _SOME, _HEAD_WITHIN = 0.5, 0.3, 15
_SHORTEST = 8
"""Characters of the words before an owner and a date."""
_BRACKET, _DASH = re.compile(r"\s*[(\[]([^()\[\]]{3,})[)\]][.;]?$"), re.compile(r"\s[–—-]\s")
_CUT = re.compile(r"\s*[,;|/]\s+|\s+[–—-]\s+|\s+(?=(?:by|due)\s)")
_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z ]{1,24}):\s*")
_ASIDE = re.compile(r"\s*[(\[].*[)\]]\s*|,.*|\s[–—-]\s.*")


@dataclass(frozen=True, slots=True)
class Item:
    """An action of a list as printed, without its tail; `owner` and `due` are "" where it has none."""

    words: str
    owner: str = ""
    due: str = ""


def itemised(table: Table) -> Table:
    """The table as it stands or, where a column lists actions with owners and dates, a row for each of them."""
    index = next((at for at, row in enumerate(table.rows[:_HEAD_WITHIN]) if len(row.own_cells) > 1), None)
    if index is None:
        return table
    head, below = table.rows[index], table.rows[index + 1 :]
    wide = max((len(row.cells) for row in below), default=0)
    at = next((at for at in range(wide) if _is_free(head, at) and _lists([row.cell(at) for row in below])), None)
    if at is None:
        return table
    made = [_padded(row, wide) for row in table.rows[:index]]
    made.append(_with(_padded(head, wide), at, (_head(head.cell(at)), Cell(("Owner",)), Cell(("Due date",)))))
    fields = [field_of(head.cell(each).text) if each != at else "action" for each in range(wide)]
    for row in below:
        made.extend(_rows(_padded(row, wide), at, fields))
    return replace(table, rows=tuple(made))


def _is_free(head: Row, at: int) -> bool:
    """Whether no other column says who or when."""
    return not {"owner", "due"} & {field_of(cell.text) for column, cell in head.own_cells if column != at}


def _lists(cells: Sequence[Cell]) -> bool:
    items = [item for cell in cells if not cell.carried for item in _items(cell)]
    whole = [item for item in items if item.due]
    tasks = sum(is_task(item.words) for item in whole)
    return len(whole) > 1 and len(whole) >= _ENOUGH * len(items) and tasks >= _SOME * len(whole)


def _items(cell: Cell) -> list[Item]:
    """The actions of a cell: each begins with a number or a bullet, or behind the tail of the one before."""
    found: list[Item] = []
    for line in cell.paragraphs:
        if found and not found[-1].due and not starts_item(line):
            found[-1] = item_of(f"{found[-1].words} {line}")
        else:
            found.append(item_of(line))
    return found


def item_of(text: str) -> Item:
    """The end of a text read as an owner and a date, in brackets or behind a dash; the text alone where it is none."""
    bracket = _BRACKET.search(text)
    ends = [(bracket.start(), bracket[1])] if bracket else []
    ends += [(dash.start(), text[dash.end() :]) for dash in _DASH.finditer(text)]
    for start, tail in ends:
        told = _owner_and_date(tail)
        if told and start >= _SHORTEST:
            return Item(text[:start].strip(), *told)
    return Item(text)


def _owner_and_date(tail: str) -> tuple[str, str] | None:
    """ "Lead: Fleet Manager - by May" or "May, Fleet Manager" as the owner and the date; None where it is not both."""
    for cut in reversed(list(_CUT.finditer(tail))):
        parts = tail[: cut.start()], tail[cut.end() :]
        for owner, due in (parts, parts[::-1]):
            date = _LABEL.sub("", due, count=1).strip(" .")
            label = _LABEL.match(owner)
            party = owner[label.end() if label else 0 :].strip(" .")
            named = field_of(label["label"]) == "owner" if label else kind_of(party) is Kind.PARTY
            if named and party and kind_of(date) is Kind.DATE:
                return party, date
    return None


def _head(cell: Cell) -> Cell:
    """The head without what it says of owner and date: "Actions (lead and deadline)" -> "Actions"."""
    plain = _ASIDE.sub("", cell.text)
    return Cell((plain if field_of(plain) == "action" else "Action",))


def _rows(row: Row, at: int, fields: Sequence[str]) -> Iterator[Row]:
    items = _items(row.cell(at))
    if len(row.own_cells) < 2 or not items or row.cell(at).carried:
        yield _with(row, at, (row.cell(at), EMPTY, EMPTY))
        return
    for item, shared in zip(items, shared_out(row, fields, len(items)), strict=True):
        yield _with(shared, at, (_cell(item.words), _cell(item.owner), _cell(item.due)))


def _cell(text: str) -> Cell:
    return Cell((text,) if text else ())


def _padded(row: Row, wide: int) -> Row:
    return replace(row, cells=(*row.cells, *[EMPTY] * (wide - len(row.cells))))


def _with(row: Row, at: int, cells: tuple[Cell, Cell, Cell]) -> Row:
    """The row with the cell `at` in place of its list, and the owner and the date behind the last."""
    action, owner, due = cells
    return replace(row, cells=(*row.cells[:at], action, *row.cells[at + 1 :], owner, due))
