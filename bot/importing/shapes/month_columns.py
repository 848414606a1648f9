"""Sheets drawn as a calendar, a column a month or week with marks below: the last one marked is an action's date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.importing.columns.fitting import field_of
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import EMPTY, Cell, Row, Table

_FEWEST, _HEAD_WITHIN, _LONGEST_MARK = 4, 10, 2
_YEAR, _SHORT_YEAR = re.compile(r"(?:19|20)\d\d"), re.compile(r"([^\W\d_]{3,9})[\s'’-]{1,2}(\d\d)(?!\d)")
_WEEK = re.compile(r"(?:w/?[bce]|week (?:beginning|commencing|ending))[\s:]+", re.IGNORECASE)
"""What stands before the day of a week."""
_COUNTED_WEEK = re.compile(r"(?:wk|week)\s?\d{1,2}", re.IGNORECASE)
"""A week that is no date: whoever knows when the first one was is asked."""
_DOUBT = "No column says when actions are due: the last of the {count} columns marked for each is taken. Is that right?"


def with_last_month(table: Table) -> Table:
    """The table with one column of dates in place of those of weeks, months, quarters or years with marks below."""
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        months = {at: _with_year(cell.text, table.rows[:index], at) for at, cell in row.own_cells if _is_time(cell)}
        below = table.rows[index + 1 :]
        says_when = any(field_of(cell.text) == "due" for at, cell in row.own_cells if at not in months)
        if len(months) >= _FEWEST and not says_when and _are_marked(below, list(months)):
            rows = (
                *table.rows[:index],
                _folded(row, months, "Due date"),
                *(_folded(each, months, _last(each, months)) for each in below),
            )
            asked = _DOUBT.format(count=len(months))
            return replace(table, rows=rows, questions=(*table.questions, asked))
    return table


def with_whole_year(month: str) -> str:
    """ "Sept 26" among months is that of 2026, and no day."""
    return _SHORT_YEAR.sub(r"\1 20\2", month)


def _is_time(cell: Cell) -> bool:
    text = _WEEK.sub("", cell.text, count=1)
    return len(text.split()) <= 3 and (kind_of(text) is Kind.DATE or bool(_COUNTED_WEEK.fullmatch(text)))


def _with_year(month: str, over: Sequence[Row], at: int) -> str:
    """The name of a month with its whole year, which may be printed over it, or the day that a week is known by.

    Among months "May-26" is no day.
    """
    month = with_whole_year(_WEEK.sub("", month, count=1))
    cells = [cell for row in over for column, cell in row.own_cells if column <= at < column + cell.span]
    year = next((cell.text for cell in cells if _YEAR.fullmatch(cell.text)), "")
    return f"{month} {year}" if year and not re.search(r"\d", month) else month


def _are_marked(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether columns hold nothing but marks and colours, and half of the rows have some."""
    said = [row for row in rows if len(row.own_cells) > 1]
    short = all(len(row.cell(at).text) <= _LONGEST_MARK for row in said for at in columns)
    return short and sum(any(_is_marked(row.cell(at)) for at in columns) for row in said) * 2 >= len(said) > 0


def _is_marked(cell: Cell) -> bool:
    return bool(cell.paragraphs or cell.fill)


def _last(row: Row, months: dict[int, str]) -> str:
    return next((months[at] for at in sorted(months, reverse=True) if _is_marked(row.cell(at))), "")


def _folded(row: Row, months: dict[int, str], text: str) -> Row:
    """The row with `text` where the first of the months stood, and nothing in the others."""
    first = min(months)
    cells = [EMPTY if at in months else cell for at, cell in enumerate(row.cells)]
    if first < len(cells) and text:
        cells[first] = Cell((text,))
    return replace(row, cells=tuple(cells))
