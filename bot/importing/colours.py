"""Colours that say how far an action is: what a cell's fill is called, and what a document's key says each means."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.importing.columns import Columns
from bot.importing.tables import Cell, Row, Table
from bot.plan import Status
from bot.reading.conventions import COLOURS
from bot.reading.statuses import explain_status

_HUES = (
    (0.04, "red"),
    (0.14, "amber"),
    (0.19, "yellow"),
    (0.47, "green"),
    (0.72, "blue"),
    (0.92, "purple"),
    (1, "red"),
)
"""The hue (0 to 1, red to red) up to which a colour bears a name."""

_PALE, _WHITE, _BLACK = 0.15, 0.96, 0.15
_NAMED = r"(?P<colour>red|amber|yellow|green|blue|gr[ea]y|white|purple|orange)"
_COLOURS = ("red", "amber", "yellow", "green", "blue", "grey", "gray", "white", "purple", "orange")
_OF_INITIALS, _FEWEST_INITIALS = ("red", "amber", "green", "blue"), 2
_IN_WORDS = re.compile(
    rf"\b{_NAMED}\b(?:\s(?:rating|status|rag))?\s?(?:=|:|[–—-]\s|means|indicates)\s?(?P<means>[^;.|=]{{3,80}}?)"
    rf"(?=\s*(?:[;.|]|$|,?\s\b(?:red|amber|yellow|green|blue|gr[ea]y|white|purple|orange)\b\s?(?:=|:|[–—-]\s|means)))",
    re.IGNORECASE,
)


_ENTRY = re.compile(rf"{_NAMED}\s?=\s?(?P<means>[^=]{{3,40}})", re.IGNORECASE)
"""An entry of a key that stands in a cell beside a plan: "Blue = done"."""


def colour_name(rgb: str) -> str:
    """What people call a colour of six hexadecimal digits; "" for white, black and what is no colour."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", rgb):
        return ""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if value < _BLACK or (saturation < _PALE and value > _WHITE):
        return ""
    return "grey" if saturation < _PALE else next(name for below, name in _HUES if hue <= below)


def colour_key(tables: Sequence[Table], usual: Mapping[str, Status] = COLOURS) -> Mapping[str, Status]:
    """What each colour means in a document: as its key says, in words or beside filled cells, else as `usual`."""
    said: dict[str, set[Status]] = {}
    for colour, words in _explained(tables):
        meaning = explain_status(words, date.min)
        if not meaning.doubtful and meaning.reading.value is not Status.UNKNOWN:
            said.setdefault(colour, set()).add(meaning.reading.value)
    return {**usual, **{colour: next(iter(values)) for colour, values in said.items() if len(values) == 1}}


def _explained(tables: Sequence[Table]) -> Iterable[tuple[str, str]]:
    for table in tables:
        called = _names(table)
        for line in table.above:
            yield from ((_plain(found["colour"]), found["means"]) for found in _IN_WORDS.finditer(line))
        for row in table.rows:
            own = row.own_cells
            if len(own) == 1 and not _beside_fill(row, own[0][0]):
                yield from ((_plain(found["colour"]), found["means"]) for found in _IN_WORDS.finditer(own[0][1].text))
            elif len(own) == 1:
                yield _beside_fill(row, own[0][0]), own[0][1].text
            elif len(own) in (2, 3) and own[0][1].text.lower() in called:
                yield called[own[0][1].text.lower()], own[1][1].text
            else:
                found = [entry for _, cell in own if (entry := _ENTRY.fullmatch(cell.text))]
                yield from ((_plain(each["colour"]), each["means"]) for each in found)


def _names(table: Table) -> Mapping[str, str]:
    """How a table writes colours in its first cells -> what they are called; initials where there are several."""
    names = {each: _plain(each) for each in _COLOURS}
    initials = {each[0]: _plain(each) for each in _OF_INITIALS}
    firsts = {row.own_cells[0][1].text.lower() for row in table.rows if len(row.own_cells) in (2, 3)}
    return {**names, **initials} if len(firsts & set(initials)) >= _FEWEST_INITIALS else names


def _beside_fill(row: Row, at: int) -> str:
    """The colour of the blank cell in front of the one that says something."""
    cell = row.cell(at - 1) if at else Cell()
    return cell.fill if cell.fill != row.cell(at).fill else ""


def _plain(colour: str) -> str:
    return {"gray": "grey", "orange": "amber"}.get(colour.lower(), colour.lower())


def with_colours(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with the colour of a blank status cell in words, where the row as a whole is not filled with it."""
    at = [columns.indexes[name] for name in ("rag", "status") if name in columns.indexes][:1]
    if not at:
        return tuple(rows)
    return tuple(_coloured(row, at[0], columns.indexes["action"]) for row in rows)


def _coloured(row: Row, at: int, action: int) -> Row:
    cell = row.cell(at)
    if cell.paragraphs or not cell.fill or cell.fill == row.cell(action).fill:
        return row
    cells = list(row.cells)
    cells[at] = replace(cell, paragraphs=(cell.fill.capitalize(),))
    return replace(row, cells=tuple(cells))
