"""Rows of a plan's table -> drafts of actions: what is printed once is carried down, stacked cells are divided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.importing.columns import Columns, is_head_again
from bot.importing.refs import is_roman, split_inline, starts_item, take_label, take_number
from bot.importing.tables import Cell, Row

_LONG = 15
"""Words from which a line across the table is a recommendation rather than the name of a section."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An action as printed, before its words are read."""

    own_ref: str
    label: str
    section: str
    number: str
    recommendation: str
    response: str
    action: str
    owner: str
    due: str
    revised_due: str
    status: str
    update: str
    rows: tuple[int, ...]
    questions: tuple[str, ...] = ()


@dataclass(slots=True)
class Carried:
    """What holds for the rows below until something else is printed."""

    section: str = ""
    number: str = ""
    recommendation: str = ""
    response: str = ""
    waiting: list[str] = field(default_factory=list)
    """Recommendations printed for which no action has followed yet."""


def drafts_of(rows: Iterable[Row], columns: Columns, carried: Carried) -> list[Draft]:
    """The actions of the rows below a head; `carried` goes on from one table to the next."""
    drafts: list[Draft] = []
    for row in rows:
        if not row.own_cells or is_head_again(row, columns):
            continue
        if _is_band(row, columns):
            _take_band(row, columns, carried)
            continue
        _carry(row, columns, carried)
        if row.cell(columns.indexes["action"]).carried and drafts and not _says_anything_of_its_own(row, columns):
            continue
        found = _divide(row, columns, carried)
        if found and found[0].action:
            carried.waiting.clear()
        drafts.extend(each for each in found if each.action or each.owner or each.due)
    return _join_lettered(drafts)


def _is_band(row: Row, columns: Columns) -> bool:
    """Whether a row only names a section: one value across the table, or one outside the column of actions."""
    own = row.own_cells
    if len(own) != 1:
        return False
    column, cell = own[0]
    if cell.span >= max(3, len(columns.indexes) - 1):
        return True
    shouted = cell.text.isupper() and len(cell.text) > 3
    return column not in (
        columns.indexes[name] for name in ("action", "owner", "due", "status") if name in columns.indexes
    ) or (shouted and column == columns.indexes["action"])


def _take_band(row: Row, columns: Columns, carried: Carried) -> None:
    column, cell = row.own_cells[0]
    numbered = take_number(cell.text)
    recommends = "recommendation" in columns.indexes and (column == columns.indexes["recommendation"] or cell.span > 1)
    carried.response = ""
    if recommends and (
        len(cell.text.split()) >= _LONG or (numbered.label and column == columns.indexes.get("recommendation"))
    ):
        carried.number, carried.recommendation = numbered.label, numbered.text
        carried.waiting.append(cell.text)
        return
    carried.section, carried.number, carried.recommendation = cell.text.strip(" :"), "", ""


def _carry(row: Row, columns: Columns, carried: Carried) -> None:
    section = _own(row, columns, "section")
    if section:
        carried.section = section.text
    recommendation = _own(row, columns, "recommendation")
    response = _own(row, columns, "response")
    if recommendation:
        numbered = take_number(recommendation.text)
        if numbered.text != carried.recommendation or numbered.label != carried.number:
            carried.response = ""
        carried.number, carried.recommendation = numbered.label, numbered.text or recommendation.text
    if response:
        carried.response = response.text


def _own(row: Row, columns: Columns, name: str) -> Cell | None:
    at = columns.indexes.get(name)
    cell = row.cell(at) if at is not None else None
    return cell if cell and cell.paragraphs and not cell.carried else None


def _says_anything_of_its_own(row: Row, columns: Columns) -> bool:
    return any(_own(row, columns, name) for name in ("owner", "due", "status"))


def _divide(row: Row, columns: Columns, carried: Carried) -> list[Draft]:
    """The actions of one row: one, or as many as its cells hold by position."""
    cells = {name: row.cell(at) for name, at in columns.indexes.items()}
    items = _items(cells["action"].paragraphs)
    stacks = {
        name: cell.paragraphs
        for name, cell in cells.items()
        if name in ("owner", "due", "revised_due", "status", "update")
    }
    count = _how_many(items, cells["action"].paragraphs, stacks)
    if count == 1:
        return [
            _draft(
                row,
                carried,
                cells,
                cells["action"].text,
                {name: " ".join(lines) if name != "owner" else "\n".join(lines) for name, lines in stacks.items()},
                (),
            )
        ]
    texts = items if len(items) == count else list(cells["action"].paragraphs)
    questions = tuple(
        f"{len(lines)} lines of {columns.heads[name]} stand beside {count} actions: which belongs to which?"
        for name, lines in stacks.items()
        if len(lines) not in (0, 1, count) and name != "update"
    )
    drafts = []
    for at, text in enumerate(texts):
        values = {name: lines[at] if len(lines) == count else " ".join(lines) for name, lines in stacks.items()}
        drafts.append(_draft(row, carried, cells, text, values, questions))
    return drafts


def _items(paragraphs: tuple[str, ...]) -> list[str]:
    """The labelled items of an action cell; a paragraph without a label goes on with the one before it."""
    lines = [part for paragraph in paragraphs for part in split_inline(paragraph)]
    if sum(starts_item(line) and bool(take_label(line).label) for line in lines) < 2 or not starts_item(lines[0]):
        return [" ".join(lines)] if lines else []
    items: list[str] = []
    for line in lines:
        if items and not take_label(line).label:
            items[-1] = f"{items[-1]} {line}"
        else:
            items.append(line)
    return items


def _how_many(items: list[str], paragraphs: tuple[str, ...], stacks: dict[str, tuple[str, ...]]) -> int:
    """How many actions a row holds: its labelled items, or its paragraphs where dates or statuses are as many."""
    if len(items) > 1:
        return len(items)
    beside = [len(stacks[name]) for name in ("due", "status") if stacks.get(name)]
    many = len(paragraphs)
    return many if many > 1 and beside and all(count == many for count in beside) else 1


def _draft(
    row: Row, carried: Carried, cells: dict[str, Cell], action: str, values: dict[str, str], questions: tuple[str, ...]
) -> Draft:
    labelled = take_label(action)
    return Draft(
        own_ref=cells["ref"].text if "ref" in cells else "",
        label=labelled.label,
        section=carried.section,
        number=carried.number,
        recommendation=carried.recommendation,
        response=carried.response,
        action=labelled.text,
        owner=values.get("owner", ""),
        due=values.get("due", ""),
        revised_due=values.get("revised_due", ""),
        status=values.get("status", ""),
        update=values.get("update", ""),
        rows=row.lines or (row.number,),
        questions=(*row.questions, *questions),
    )


_FIRST_PART = re.compile(r"^(?P<stem>.{8,}?)\s\(?a\)\s(?P<part>.+?)(?:\sand)?$", re.DOTALL)


def _join_lettered(drafts: list[Draft]) -> list[Draft]:
    """ "i) Ensure resources a) during and" followed by "b) after": both parts get the words that they share."""
    mended = list(drafts)
    for at in range(1, len(mended)):
        before, here = mended[at - 1], mended[at]
        shared = _FIRST_PART.match(before.action) if here.label == "b" and is_roman(before.label) else None
        if shared:
            mended[at - 1] = replace(before, label=f"{before.label}(a)", action=f"{shared['stem']} {shared['part']}")
            mended[at] = replace(here, label=f"{before.label}(b)", action=f"{shared['stem']} {here.action}")
    return mended
