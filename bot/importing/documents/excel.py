"""Sheets of an Excel workbook, streamed: merged cells resolved, dates printed as precisely as they are shown."""

from __future__ import annotations

import re
import warnings
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from bot.importing.documents.excel_comments import comments_of
from bot.importing.documents.files import damaged
from bot.importing.documents.fills import colour_name
from bot.importing.documents.marks import commented, settled, struck
from bot.importing.documents.notes import raised
from bot.importing.documents.xml import read_part
from bot.importing.errors import UnreadableDocument
from bot.importing.tables import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, Row, Table, cell_of, too_many_rows

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,80}?ref="([A-Z0-9:$]{2,30})"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]{0,300}>")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]{0,600}>")
_HIDDEN, _NUMBER = re.compile(rb'\shidden="(?:1|true)"'), re.compile(rb'\sr="(\d{1,7})"')
_VALUES = (b"v>", b"is>")
"""What the end of every value in a sheet reads like, whatever prefix its elements have."""
_CELLS_BEGIN, _CELLS_END = b"sheetData", b"sheetData>"
_MOST_NAMED, _MOST_BLANK = 20, 50_000
_SAID = re.compile(rb'(min|max|hidden)="(\w{1,5})"')
_THEME = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")
"""The colours of the theme that Office gives a new workbook."""
_DECIMALS = re.compile(r"0\.(0{1,6})(?:_\))?")
"""A format that shows so many decimals, as of the reference "1.10"."""
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    ParseError,
    SyntaxError,
    EOFError,
    OSError,
)


def read_excel(path: Path) -> tuple[Table, ...]:
    """Every visible sheet of an .xlsx that holds anything, as a table. Raises `UnreadableDocument`."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                read_part(path, archive, name)
        try:
            with path.open("rb") as file, warnings.catch_warnings():
                warnings.simplefilter("ignore")
                workbook = openpyxl.load_workbook(
                    file, read_only=True, data_only=True, keep_links=False, rich_text=True
                )
                return tuple(_tables(path, archive, workbook))
        except _BROKEN as error:
            raise UnreadableDocument(damaged(path)) from error


def _tables(path: Path, archive: zipfile.ZipFile, workbook: Any) -> list[Table]:
    tables = []
    try:
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                tables.append(Table((), name=sheet.title, hidden=True))
                continue
            part = read_part(path, archive, sheet._worksheet_path)
            filled = _filled(part)
            comments = comments_of(path, archive, sheet._worksheet_path)
            rows = _rows(path.name, sheet, _merged(part), _last_number(filled), frozenset(comments))
            hidden = _hidden_columns(part)
            shown = _without(rows, hidden)
            if shown:
                unseen = _without(rows, frozenset(range(MOST_COLUMNS)) - hidden)
                asked = _about_hidden_rows(sheet.title, shown, filled)
                table = Table(shown, name=sheet.title, unseen=unseen, questions=asked)
                tables.append(settled(table, {f"comment {cell}": words for cell, words in comments.items()}))
    finally:
        workbook.close()
    return tables


def _filled(part: bytes) -> bytes:
    """A sheet as far as its last value: rows that are only formatted may follow by the hundred thousand."""
    end = max(part.rfind(value) for value in _VALUES)
    return part[: end + 1] if end >= 0 else part


def _last_number(filled: bytes) -> int | None:
    """The number of the last row that holds a value, where the rows are numbered."""
    found = _NUMBER.search(filled, max(0, filled.rfind(b"<row ")))
    return int(found[1]) if found else None


def _merged(part: bytes) -> list[tuple[int, int, int, int]]:
    """First column, first row, last column and last row of every merged range, counted from 1."""
    behind = max(0, part.rfind(_CELLS_END))
    ranges = (range_boundaries(match[1].decode()) for match in _MERGED.finditer(part, behind))
    return [(a, b, c, d) for a, b, c, d in ranges if a and b and c and d]


def _about_hidden_rows(name: str, rows: tuple[Row, ...], part: bytes) -> tuple[str, ...]:
    """A question about the rows that a filter or a hand has hidden: they are read like the others."""
    hidden = {int(number[1]) for tag in _ROW.findall(part) if _HIDDEN.search(tag) and (number := _NUMBER.search(tag))}
    read = [str(row.number) for row in rows if row.number in hidden]
    if not read:
        return ()
    shown = ", ".join(read[:_MOST_NAMED]) + (f" and {len(read) - _MOST_NAMED} more" if len(read) > _MOST_NAMED else "")
    return (f'The sheet "{name}" hides rows that are read all the same ({shown}): are they part of the plan?',)


def _hidden_columns(part: bytes) -> frozenset[int]:
    """The columns, counted from 0, that the sheet does not show."""
    found: set[int] = set()
    for match in _COLUMN.finditer(part, 0, part.find(_CELLS_BEGIN)):
        said = dict(_SAID.findall(match[0]))
        if said.get(b"hidden") in (b"1", b"true"):
            found.update(range(int(said[b"min"]) - 1, min(int(said[b"max"]), MOST_COLUMNS)))
    return frozenset(found)


def _without(rows: tuple[Row, ...], columns: frozenset[int]) -> tuple[Row, ...]:
    """The rows with some of their columns blank, and none that then says nothing."""
    kept = (
        Row(row.number, tuple(Cell() if at in columns else cell for at, cell in enumerate(row.cells))) for row in rows
    )
    return tuple(row for row in kept if any(cell.paragraphs for cell in row.cells))


def _rows(
    name: str, sheet: Any, merged: list[tuple[int, int, int, int]], last: int | None, commented_on: frozenset[str]
) -> tuple[Row, ...]:
    starts = {(top, left): (bottom, right) for left, top, right, bottom in merged}
    open_ranges: dict[int, tuple[int, Cell]] = {}
    rows: list[Row] = []
    looks: dict[int, _Look] = {}
    sheet.reset_dimensions()
    for number, printed in enumerate(sheet.iter_rows(max_row=last), 1):
        if number - (rows[-1].number if rows else 0) > _MOST_BLANK:
            raise UnreadableDocument(_far_below(name, sheet.title))
        cells = [_cell(cell, looks) for cell in printed[:MOST_COLUMNS]]
        for column in [at for at in range(len(cells)) if commented_on and _called(at, number) in commented_on]:
            mark = commented(f"comment {_called(column, number)}")
            cells[column] = replace(cells[column], paragraphs=(*cells[column].paragraphs, mark))
        for column in range(len(cells)):
            bottom, right = starts.get((number, column + 1), (number, column + 1))
            if right > column + 1:
                cells[column] = replace(cells[column], span=right - column)
            if bottom > number:
                open_ranges[column] = (bottom, cells[column])
        for column, (bottom, cell) in list(open_ranges.items()):
            if number > bottom:
                del open_ranges[column]
            elif (number, column + 1) not in starts:
                cells.extend([Cell()] * (column + 1 - len(cells)))
                cells[column] = replace(cell, carried=True)
        if any(cell.paragraphs for cell in cells):
            if len(rows) == MOST_ROWS:
                raise too_many_rows(name)
            rows.append(Row(number, tuple(cells)))
    return tuple(rows)


def _far_below(name: str, sheet: str) -> str:
    return (
        f'The sheet "{sheet}" of {name} holds a value more than {_MOST_BLANK:,} rows below the rest: delete the rows '
        "under the plan, save it and import that."
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style shows a cell: the name of its colour, and whether it is struck through."""

    fill: str = ""
    struck: bool = False


def _called(column: int, row: int) -> str:
    return f"{get_column_letter(column + 1)}{row}"


def _cell(cell: Any, looks: dict[int, _Look]) -> Cell:
    """A cell as it is shown; `looks` are those of the styles as far as they are known."""
    style = getattr(cell, "_style_id", 0)
    if cell.value is None and not style:
        return EMPTY
    if style not in looks:
        looks[style] = _Look(_fill_name(cell.fill), bool(cell.font and cell.font.strike)) if style else _Look()
    text = "" if cell.value is None else _text(cell.value, cell.number_format or "")
    shown = cell_of(text, fill=looks[style].fill)
    return replace(shown, paragraphs=tuple(map(struck, shown.paragraphs))) if looks[style].struck else shown


def _fill_name(fill: Any) -> str:
    colour = fill.fgColor if fill is not None and fill.fill_type == "solid" else None
    if colour is None:
        return ""
    if colour.type == "theme":
        return colour_name(_THEME[colour.theme]) if 0 <= colour.theme < len(_THEME) else ""
    if colour.type == "indexed":
        return colour_name(COLOR_INDEX[colour.indexed][-6:]) if colour.indexed < len(COLOR_INDEX) else ""
    return colour_name(str(colour.rgb)[-6:])


def _text(value: object, shown_as: str) -> str:
    """A cell's value as it is shown: a date without its day where the format shows only month and year."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime | date):
        shape = _QUOTED.sub("", shown_as).lower()
        return f"{value:%B %Y}" if "y" in shape and "d" not in shape else f"{value.day} {value:%B %Y}"
    if isinstance(value, int | float):
        if "%" in shown_as:
            return f"{value * 100:g}%"
        decimals = _DECIMALS.fullmatch(shown_as)
        if decimals and isinstance(value, float):
            return f"{value:.{len(decimals[1])}f}"
        return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else f"{value:.0f}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, CellRichText):
        return "".join(map(_run, value))
    return str(value)


def _run(run: object) -> str:
    """A part of a text that is set in its own way: raised, or struck through."""
    if not isinstance(run, TextBlock):
        return str(run)
    text = raised(run.text) if run.font.vertAlign == "superscript" else run.text
    return "\n".join(map(struck, text.split("\n"))) if run.font.strike else text
