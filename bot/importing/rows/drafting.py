"""Rows of a plan's table -> drafts of actions: what is printed once is carried down, stacked cells are divided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from bot.importing.columns.found import Columns, is_head_again
from bot.importing.columns.updates import Update, told, with_more
from bot.importing.refs import take_number
from bot.importing.rows.as_above import with_words_above
from bot.importing.rows.asides import is_aside, is_told_beneath, words_beneath
from bot.importing.rows.bands import Carried, heading_of, take_heading
from bot.importing.rows.drafts import Draft, divide, join_lettered, joined_lines
from bot.importing.rows.sums import is_sum
from bot.importing.tables import EMPTY, Cell, Row

_NOTHING = re.compile(
    r"\W*(?:none|nil|noted|n/?a|not applicable|no (?:further |specific |new )?actions?"
    r"(?: (?:is |are |was )?(?:required|needed|proposed|planned|necessary))?)?\W*",
    re.IGNORECASE,
)
"""What a cell holds where there is nothing to say: a recommendation that was not accepted has no action."""
_REFUSED = re.compile(
    r"\W*(?:not (?:accepted|agreed|supported|upheld|taken forward)|rejected|declined|refused|disagreed?|noted)\b",
    re.IGNORECASE,
)
_PERHAPS_CONTINUED = "This row holds words alone: do they go on with the action above?"


def drafts_of(
    rows: Iterable[Row], columns: Columns, carried: Carried, carried_down: Set[str] = frozenset()
) -> list[Draft]:
    """The actions of the rows below a head; `carried` goes on from one table to the next.

    A blank in a field of `carried_down` stands for what is printed above it.
    """
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
        found = [] if _goes_on(row, columns, drafts) else divide(row, columns, carried)
        found = [each for each in found if _says_something(each)]
        if carried.begun and len(found) == 1 and _holds_words_alone(row, columns):
            found = [replace(found[0], questions=(*found[0].questions, _PERHAPS_CONTINUED))]
        if found:
            carried.take_actions(found[0].action)
            drafts.extend(found)
        elif drafts and _tells_more(row, columns):
            drafts[-1] = _with_more(drafts[-1], row, columns)
        elif _is_lost(row, columns):
            carried.lost.append(" ".join(cell.text for _, cell in row.own_cells))
    return join_lettered(with_words_above(drafts, carried_down))


def _holds_words_alone(row: Row, columns: Columns) -> bool:
    """Whether a row has words for an action and nothing else, where others have a reference: a page may break there."""
    return "ref" in columns.indexes and [at for at, _ in row.own_cells] == [columns.indexes["action"]]


def _says_something(draft: Draft) -> bool:
    printed = (draft.action, draft.owner, draft.due, *([draft.status, draft.update] if draft.own_ref else []))
    return not all(_NOTHING.fullmatch(text) for text in printed)


def _goes_on(row: Row, columns: Columns, drafts: list[Draft]) -> bool:
    """Whether a row only goes on with the words of the action above it, whose cell is merged over it."""
    return bool(drafts) and row.cell(columns.indexes["action"]).carried and not _says_anything_of_its_own(row, columns)


def _tells_more(row: Row, columns: Columns) -> bool:
    status = _own(row, columns, "status")
    return bool((status and not _NOTHING.fullmatch(status.text)) or _own_updates(row, columns))


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
        numbered = take_number(joined_lines(recommendation.paragraphs))
        if numbered.text != carried.recommendation or numbered.label != carried.number:
            carried.response = ""
        carried.number, carried.recommendation = numbered.label, numbered.text or recommendation.text
        carried.wait_for_action("" if response and _REFUSED.match(response.text) else recommendation.text)
    if response:
        carried.response = joined_lines(response.paragraphs)


def _is_merged(row: Row, columns: Columns, name: str) -> bool:
    at = columns.indexes.get(name)
    return at is not None and row.cell(at).carried


def _own(row: Row, columns: Columns, name: str) -> Cell | None:
    at = columns.indexes.get(name)
    cell = row.cell(at) if at is not None else None
    return cell if cell and cell.paragraphs and not cell.carried else None


def _says_anything_of_its_own(row: Row, columns: Columns) -> bool:
    return any(_own(row, columns, name) for name in ("owner", "due", "status"))
