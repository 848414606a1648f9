"""The rows among which a table's head is looked for, heads printed on two rows put together."""

from __future__ import annotations

import re

from bot.importing.columns.words import NOT_ASKED, WORDS, plain_head
from bot.importing.tables import Cell, Row, Table
from bot.reading.months import MONTH_NAMES

_HEAD_WITHIN, _MOST_WORDS = 25, 3
"""Rows at the top of a table among which its head row is looked for, and words of the second line of a head."""
_LONGEST_HEAD, _MOST_HEAD_WORDS = 70, 9


def head_rows(table: Table) -> list[Row]:
    """The rows among which a head is looked for; a row with cells merged into the one above says more of its heads."""
    rows = table.rows[:_HEAD_WITHIN]
    return [_with_upper(row, rows[at - 1]) if at else row for at, row in enumerate(rows)]


def _with_upper(row: Row, upper: Row) -> Row:
    """A row with the words above it: "officer" and "date" under "Lead" and "Target", or "Start" and "End" under a
    "Timescale" that spans both, beside heads merged over both rows.
    """
    merged = sum(cell.carried and bool(cell.paragraphs) for cell in row.cells) > 1
    if not row.own_cells or not (merged or _divides(row, upper) or _goes_on_with(row, upper)):
        return row
    over = {below: cell.paragraphs for at, cell in upper.own_cells for below in range(at, at + cell.span)}
    wide = range(max(len(row.cells), len(upper.cells)))
    words = {at: () if row.cell(at).carried else over.get(at, ()) for at in wide}
    return Row(row.number, tuple(Cell(words[at] + row.cell(at).paragraphs) for at in wide))


def _divides(row: Row, upper: Row) -> bool:
    """Whether a row holds nothing but what parts the heads above it that span several columns, whatever its words."""
    wide = [range(at, at + cell.span) for at, cell in upper.own_cells if cell.span > 1]
    parted = [sum(bool(row.cell(at).paragraphs) for at in columns) for columns in wide]
    if len(upper.own_cells) < 3 or max(parted, default=0) < 2:
        return False
    beneath = {at for columns in wide for at in columns}
    return all(at in beneath and len(cell.text.split()) <= _MOST_WORDS for at, cell in row.own_cells)


def _goes_on_with(row: Row, upper: Row) -> bool:
    """Whether a row holds the second lines of the heads above it: in small letters, or with nothing under the first."""
    own = row.own_cells
    if len(own) < 2 or len(upper.own_cells) < 3 or not all(is_second_line(cell.text) for _, cell in own):
        return False
    indented = own[0][0] > upper.own_cells[0][0]
    return indented or all(_is_small(cell.text) and upper.cell(at).paragraphs for at, cell in own)


def is_second_line(text: str) -> bool:
    """Whether words may go on with a head: two or three, in small letters or those of a head ("officer", "Date")."""
    words = plain_head(text)
    if len(text.split()) > _MOST_WORDS or re.search(r"\d", text):
        return False
    return _is_small(text) or bool(NOT_ASKED.search(words)) or any(each.pattern.search(words) for each in WORDS)


def _is_small(text: str) -> bool:
    return text[0].islower() or text[0] in "(%/"


_OF_MONTH = rf"(?:\d{{1,2}}\s)?(?:{MONTH_NAMES}|q[1-4])\b"
_PERIOD = re.compile(
    rf"(?<=\w)\s*(?:\([^()]*\)|(?:(?:as\s)?(?:at|to|of|by|in|for)\s)?"
    rf"(?:{_OF_MONTH}(?:\s?(?:[–-]|to)\s?{_OF_MONTH})?[\s\d/'’–-]*|(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?))$",
    re.IGNORECASE,
)
"""The time that a column of updates is of: "Progress (Sept 2027)", "Position at 30 June 2027", "RAG Q2 2027/28",
"Progress April-September 2027"."""


_DATED = re.compile(rf"\W*{_OF_MONTH}[\s\d/'’–-]*", re.IGNORECASE)
"""A date itself, which is no head."""


def could_be_head_cell(text: str) -> bool:
    """Whether words are short and plain enough to stand over a column."""
    dated, text = _DATED.fullmatch(text), _PERIOD.sub("", text)
    return (
        not dated
        and len(text) <= _LONGEST_HEAD
        and len(text.split()) <= _MOST_HEAD_WORDS
        and not (text.endswith(".") and len(text.split()) > 3)
        and not re.search(r"\d{2}|^\(?\w{1,4}\)\s", text)
    )
