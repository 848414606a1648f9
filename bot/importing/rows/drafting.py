"""Rows of a plan's table -> drafts of actions: what is printed once is carried down, stacked cells are divided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
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
from bot.importing.tasks import is_task

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
_FEWEST_OF_NOTE = 4
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
            carried.lost.append(row.words)
        elif drafts and is_told_beneath(row):
            drafts[-1] = _told_by(row, drafts[-1], Update("", words_beneath(row)))
        elif is_aside(row) or _is_footnote(row, rows[at + 1 :], columns, drafts):
            carried.lost.append(row.words)
        elif heading := heading_of(row, rows[at + 1 :], columns):
            take_heading(row, heading, columns, carried)
        else:
            _take(row, columns, carried, drafts)
    return join_lettered(with_words_above(drafts, carried_down))


def _take(row: Row, columns: Columns, carried: Carried, drafts: list[Draft]) -> None:
    """A row of the plan itself: it has actions of its own, or tells more of the one above it, or is lost."""
    _carry(row, columns, carried)
    found = [] if _goes_on(row, columns, drafts) else _own_drafts(row, columns, carried)
    if found:
        carried.take_actions(found[0].action)
        drafts.extend(found)
    elif drafts and _tells_more(row, columns):
        drafts[-1] = _with_more(drafts[-1], row, columns)
    elif _is_lost(row, columns):
        carried.lost.append(row.words)


def _own_drafts(row: Row, columns: Columns, carried: Carried) -> list[Draft]:
    found = [each for each in divide(row, columns, carried) if _says_something(each)]
    if carried.begun and len(found) == 1 and _holds_words_alone(row, columns):
        return [replace(found[0], questions=(*found[0].questions, _PERHAPS_CONTINUED))]
    return found


def _is_footnote(row: Row, below: Sequence[Row], columns: Columns, drafts: Sequence[Draft]) -> bool:
    """Whether words alone that ask for nothing stand below the last action, where each action has a reference."""
    if not _holds_words_alone(row, columns) or not drafts or not all(draft.own_ref for draft in drafts):
        return False
    text = row.own_cells[0][1].text
    closed = len(text.split()) >= _FEWEST_OF_NOTE and not text[0].islower() and not is_task(text)
    return closed and all(len(each.own_cells) == 1 or is_sum(each, columns) for each in below)


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
    draft = _told_by(row, draft, *_own_updates(row, columns), *([Update("", status.text)] if status else []))
    asked = [f'Row {row.number} holds nothing but "{status.text[:80]}": does it belong here?'] if status else []
    return replace(draft, questions=(*draft.questions, *asked))


def _told_by(row: Row, draft: Draft, *more: Update) -> Draft:
    """An action with what a row below it tells."""
    return replace(draft, updates=with_more(draft.updates, more), rows=(*draft.rows, row.number))


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
