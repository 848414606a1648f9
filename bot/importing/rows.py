"""Rows of a plan's table -> drafts of actions: what is printed once is carried down, stacked cells are divided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.importing.asides import is_aside, is_told_beneath, words_beneath
from bot.importing.bands import Carried, heading_of, take_heading
from bot.importing.columns import Columns, is_head_again
from bot.importing.refs import is_roman, split_inline, starts_item, take_label, take_number
from bot.importing.sums import is_sum
from bot.importing.tables import EMPTY, Cell, Row
from bot.importing.updates import Update, told, with_more

_STACKED = ("owner", "due", "revised_due", "closed", "status", "rag", "percent")
"""Columns whose lines may belong each to one of several actions in a row."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An action as printed, before its words are read; `ref_shared` marks a reference printed once for several."""

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
    closed: str
    status: str
    rag: str
    percent: str
    updates: tuple[Update, ...]
    rows: tuple[int, ...]
    questions: tuple[str, ...] = ()
    ref_shared: bool = False

    @property
    def update(self) -> str:
        """All that is told of it, oldest first."""
        return "\n".join(map(str, self.updates))

    @property
    def latest(self) -> str:
        """What was told last."""
        return self.updates[-1].words if self.updates else ""


def drafts_of(rows: Iterable[Row], columns: Columns, carried: Carried) -> list[Draft]:
    """The actions of the rows below a head; `carried` goes on from one table to the next."""
    rows = [row for row in rows if row.own_cells and not is_head_again(row, columns)]
    drafts: list[Draft] = []
    for at, row in enumerate(rows):
        if is_sum(row, columns):
            carried.lost.append(" ".join(cell.text for _, cell in row.own_cells))
            continue
        if drafts and is_told_beneath(row):
            beneath = Update("", words_beneath(row))
            updates, numbers = with_more(drafts[-1].updates, (beneath,)), (*drafts[-1].rows, row.number)
            drafts[-1] = replace(drafts[-1], updates=updates, rows=numbers)
            continue
        if is_aside(row):
            carried.lost.append(" ".join(cell.text for _, cell in row.own_cells))
            continue
        heading = heading_of(row, rows[at + 1 :], columns)
        if heading:
            take_heading(row, heading, columns, carried)
            continue
        _carry(row, columns, carried)
        found = [] if _goes_on(row, columns, drafts) else _divide(row, columns, carried)
        found = [each for each in found if _says_something(each)]
        if found:
            carried.take_actions(found[0].action)
            drafts.extend(found)
        elif drafts and _tells_more(row, columns):
            drafts[-1] = _with_more(drafts[-1], row, columns)
        elif _is_lost(row, columns):
            carried.lost.append(" ".join(cell.text for _, cell in row.own_cells))
    return _join_lettered(drafts)


def _says_something(draft: Draft) -> bool:
    reported = draft.own_ref and (draft.status or draft.update)
    return bool(draft.action or draft.owner or draft.due or reported)


def _goes_on(row: Row, columns: Columns, drafts: list[Draft]) -> bool:
    """Whether a row only goes on with the words of the action above it, whose cell is merged over it."""
    return bool(drafts) and row.cell(columns.indexes["action"]).carried and not _says_anything_of_its_own(row, columns)


def _tells_more(row: Row, columns: Columns) -> bool:
    return bool(_own(row, columns, "status") or _own_updates(row, columns))


def _own_updates(row: Row, columns: Columns) -> tuple[Update, ...]:
    own = replace(row, cells=tuple(EMPTY if cell.carried else cell for cell in row.cells))
    return told(own, columns.updates)


def _is_lost(row: Row, columns: Columns) -> bool:
    """Whether a row that is no action says something where nothing is carried down."""
    kept = {columns.indexes.get(name) for name in ("ref", "section", "recommendation", "response")}
    return any(at not in kept for at, _ in row.own_cells)


def _with_more(draft: Draft, row: Row, columns: Columns) -> Draft:
    """The action above with the words of a row that has none of its own: an update goes on, a status is asked about."""
    status = None if columns.indexes.get("status") in dict(columns.updates) else _own(row, columns, "status")
    asked = (f'Row {row.number} holds nothing but "{status.text[:80]}": does it belong here?',) if status else ()
    stated = (Update("", status.text),) if status else ()
    rows, questions = (*draft.rows, row.number), (*draft.questions, *asked)
    return replace(
        draft, updates=with_more(draft.updates, (*_own_updates(row, columns), *stated)), rows=rows, questions=questions
    )


def _carry(row: Row, columns: Columns, carried: Carried) -> None:
    section = _own(row, columns, "section")
    if section:
        if section.text != carried.section and not _is_merged(row, columns, "recommendation"):
            # A blank cell goes on with what stands above it, but not into another section.
            carried.number = carried.recommendation = carried.response = ""
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


def _is_merged(row: Row, columns: Columns, name: str) -> bool:
    at = columns.indexes.get(name)
    return at is not None and row.cell(at).carried


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
    stacks = {name: cell.paragraphs for name, cell in cells.items() if name in _STACKED}
    count = _how_many(items, cells["action"].paragraphs, stacks)
    if count == 1:
        return [
            _draft(
                row,
                carried,
                cells,
                cells["action"].text,
                {name: _joined(name, lines) for name, lines in stacks.items()},
                told(row, columns.updates),
            )
        ]
    texts = items if len(items) == count else list(cells["action"].paragraphs)
    questions = tuple(
        f"{len(lines)} lines of {columns.heads[name]} stand beside {count} actions: which belongs to which?"
        for name, lines in stacks.items()
        if len(lines) not in (0, 1, count) and name not in ("rag", "percent")
    )
    drafts = []
    for at, text in enumerate(texts):
        values = {name: lines[at] if len(lines) == count else _joined(name, lines) for name, lines in stacks.items()}
        draft = _draft(row, carried, cells, text, values, told(row, columns.updates, at, count))
        drafts.append(replace(draft, questions=(*row.questions, *questions), ref_shared=True))
    return drafts


def _joined(name: str, lines: tuple[str, ...]) -> str:
    """The lines of a cell: parties keep theirs, they divide what is said."""
    return ("\n" if name == "owner" else " ").join(lines)


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
    """How many actions a row holds: its labelled items, or its paragraphs where its dates or statuses are as many.

    One date beside several statuses, or the other way round, holds for all of them.
    """
    if len(items) > 1:
        return len(items)
    beside = {len(stacks[name]) for name in ("due", "status") if stacks.get(name)}
    many = len(paragraphs)
    return many if many > 1 and many in beside and beside <= {1, many} else 1


def _draft(
    row: Row, carried: Carried, cells: dict[str, Cell], action: str, values: dict[str, str], updates: tuple[Update, ...]
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
        closed=values.get("closed", ""),
        status=values.get("status", ""),
        rag=values.get("rag", ""),
        percent=values.get("percent", ""),
        updates=updates,
        rows=row.lines or (row.number,),
        questions=row.questions,
        ref_shared="ref" in cells and cells["ref"].carried,
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
