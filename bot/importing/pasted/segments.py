"""Strips -> stretches of a table under one head row each, with every cell under the name of what it holds.

A head that is repeated on a later page may have shifted: each stretch is read with the columns of its own head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.importing.columns.by_content import action_by_content
from bot.importing.columns.found import FIELDS, find_columns, named_columns
from bot.importing.columns.head_rows import could_be_head_cell, is_second_line
from bot.importing.pasted.strips import Strip, goes_on
from bot.importing.refs import take_number
from bot.importing.tables import Row, Table, cell_of

NUMBERS = "#"
"""The column without a head that holds numbers."""

_MOST_HEAD_ROWS = 3
_PAGE_NUMBER = re.compile(r"(?:p(?:age|\.)?\s?)?\d{1,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip under a head: what it holds -> its text; a lone text across the table stands under ""."""

    number: int
    texts: Mapping[str, str]
    apart: bool = False
    ruled: bool = False
    others: tuple[int, ...] = ()
    doubt: str = ""
    new_page: bool = False

    @property
    def lines(self) -> tuple[int, ...]:
        return (self.number, *self.others)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces under one head; `heads` is what a column holds -> its printed head, in printed order."""

    heads: Mapping[str, str]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Segments:
    above: tuple[Strip, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    names: Mapping[int, str]
    heads: Mapping[str, str]
    height: int


def find_segments(strips: tuple[Strip, ...], named: Mapping[str, str] | None = None) -> Segments:
    """The stretches of a text, and what stands above the first."""
    strips = _without_page_heads(strips)
    above: list[Strip] = []
    under: list[tuple[_Head, list[Strip]]] = []
    at = 0
    while at < len(strips):
        found = _head_at(strips, at, named, under[-1][0] if under else None)
        if found is None:
            (under[-1][1] if under else above).append(strips[at])
            at += 1
            continue
        if under and under[-1][1] and _is_page_foot(under[-1][1][-1]) and _printed(found) == _printed(under[-1][0]):
            under[-1][1].pop()
        under.append((found, []))
        at += found.height
    alike: dict[tuple[str, ...], list[Strip]] = defaultdict(list)
    for head, body in under:
        alike[tuple(_cells(head))] += body
    settled = [(_settled(head, alike[tuple(_cells(head))]), body) for head, body in under]
    return Segments(tuple(above), tuple(_stretch(head, body) for head, body in settled))


def _without_page_heads(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Without the lines across the table that are printed on each page; the first stays, for it may be the title."""
    masked = [re.sub(r"\d+", "#", strip.cells[0]) if strip.across and strip.cells else "" for strip in strips]
    seen: set[str] = set()
    kept = []
    for strip, words in zip(strips, masked, strict=True):
        if words and words in seen:
            continue
        seen.add(words)
        kept.append(strip)
    return tuple(kept)


def _is_page_foot(strip: Strip) -> bool:
    """Whether a line over a head that is printed again is the foot of the page: words, and its number beside them."""
    texts = [text for _, text in strip.own]
    return strip.apart and len(texts) == 2 and sum(bool(_PAGE_NUMBER.fullmatch(text)) for text in texts) == 1


def _head_at(strips: tuple[Strip, ...], at: int, named: Mapping[str, str] | None, before: _Head | None) -> _Head | None:
    """The head row that begins at a strip; it may be printed on several lines."""
    if not _could_be_head(strips[at]):
        return None
    best: _Head | None = None
    for height in range(1, _MOST_HEAD_ROWS + 1):
        block = strips[at : at + height]
        if len(block) < height or not all(_could_be_head(strip) for strip in block):
            break
        cells = _above_each_other(block)
        if height > 1 and (_is_long(block[-1]) or _is_whole_head(block[-1], cells, named)):
            break
        head = _read_head(cells, height, named)
        if head and before and _printed(head) == _printed(before):
            return head
        if head and before and (height > 1 or not _could_follow(head, before)):
            continue
        if head and (best is None or len(head.heads) > len(best.heads) or _is_tail(block, head, best)):
            best = head
    return best


def _is_long(strip: Strip) -> bool:
    return any(len(text.split()) > 3 for _, text in strip.own)


def _is_whole_head(strip: Strip, cells: list[str], named: Mapping[str, str] | None) -> bool:
    """Whether a line is a head by itself, so that what stands above it is something else."""
    covers = len(strip.own) >= len([text for text in cells if text])
    return covers and _read_head(list(strip.cells), 1, named) is not None


def is_head(cells: Iterable[str]) -> bool:
    """Whether cells are the head row of an action plan."""
    return _read_head(list(cells), 1, None) is not None


def _could_be_head(strip: Strip) -> bool:
    own = strip.own
    return bool(own) and not strip.across and all(could_be_head_cell(text) for _, text in own)


def _is_tail(block: tuple[Strip, ...], head: _Head, best: _Head) -> bool:
    """Whether a second line goes on with the words of the first instead of being the first row."""
    above = _above_each_other(block[:-1])
    return len(head.names) >= len(best.names) and all(
        goes_on(above[column]) or is_second_line(text) for column, text in block[-1].own if column < len(above)
    )


def _above_each_other(block: tuple[Strip, ...]) -> list[str]:
    width = max(len(strip.cells) for strip in block)
    return [" ".join(filter(None, (strip.cell(column) for strip in block))) for column in range(width)]


def _read_head(cells: list[str], height: int, named: Mapping[str, str] | None) -> _Head | None:
    table = Table((Row(1, tuple(cell_of(text) for text in cells)),))
    columns = named_columns(table, named) if named else find_columns(table)
    if columns is None or len([text for text in cells if text]) < 2:
        return None
    fields = {column: field for field, column in columns.indexes.items()}
    names = {column: fields.get(column, text) for column, text in enumerate(cells) if text}
    return _Head(names, {name: cells[column] for column, name in names.items()}, height)


def _could_follow(head: _Head, before: _Head) -> bool:
    """Whether a head under a table repeats that table's or is plainly the head of another, not a short row."""
    again = set(_printed(head)) & set(_printed(before))
    fields = [name for name in head.heads if name in FIELDS]
    return len(again) >= max(2, len(head.heads) / 2) or (len(fields) >= 3 and len(fields) >= 0.75 * len(head.heads))


def _printed(head: _Head) -> list[str]:
    return [text.lower() for text in head.heads.values()]


def _stretch(head: _Head, body: list[Strip]) -> Stretch:
    names, heads = dict(head.names), dict(head.heads)
    blank = [column for column in range(max(names) + 1) if column not in names]
    for column in blank:
        texts = [strip.cell(column) for strip in body if strip.cell(column)]
        if texts and sum(_is_number(text) for text in texts) >= 0.6 * len(texts):
            name = NUMBERS if "recommendation" in heads else "ref"
            if name not in heads:
                names[column], heads = name, {name: "No", **heads}
    return Stretch(MappingProxyType(heads), tuple(_piece(strip, names) for strip in body if strip.own))


def _is_number(text: str) -> bool:
    numbered = take_number(f"{text} X")
    return (bool(numbered.label) and numbered.text == "X") or bool(
        re.fullmatch(r"[A-Z]{0,3}\d{1,3}(?:\.\d{1,2})*\.?", text)
    )


def _settled(head: _Head, body: Iterable[Strip]) -> _Head:
    """The head again where what is called the action holds something else and another column the actions."""
    names = head.names
    rows = [Row(1, tuple(cell_of(names_text) for names_text in _cells(head)))]
    rows += [Row(strip.number, tuple(cell_of(text) for text in strip.cells)) for strip in body]
    table = Table(tuple(rows))
    columns = find_columns(Table(table.rows[:1]))
    if columns is None or "action" not in names.values():
        return head
    settled = find_columns(table) or action_by_content(table)[0]
    if settled is None or settled.indexes == columns.indexes:
        return head
    fields = {column: field for field, column in settled.indexes.items()}
    swapped = {column: fields.get(column, text) for column, text in enumerate(_cells(head)) if text}
    return replace(head, names=swapped, heads={name: _cells(head)[column] for column, name in swapped.items()})


def _cells(head: _Head) -> list[str]:
    return [head.heads[head.names[column]] if column in head.names else "" for column in range(max(head.names) + 1)]


def _piece(strip: Strip, names: Mapping[int, str]) -> Piece:
    if strip.across:
        return _named(strip, {"": " ".join(strip.cells).strip()})
    texts: dict[str, str] = {}
    for column, text in strip.own:
        name = names.get(column) or names.get(column - 1) or names.get(column + 1) or ""
        texts[name] = f"{texts[name]}\n{text}" if name in texts else text
    return _named(strip, texts)


def _named(strip: Strip, texts: Mapping[str, str]) -> Piece:
    return Piece(
        strip.number, MappingProxyType(texts), strip.apart, strip.ruled, strip.others, strip.doubt, strip.new_page
    )
