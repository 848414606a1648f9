"""Actions noted in the text of minutes beside their tables: the log of earlier ones, or a summary of the same.

Each is read unless a row of a table says it already; where that is not sure, it is read and asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.importing.pasted.minutes import HEADS, noted
from bot.importing.pasted.strips import CUT, Line, Strip, is_finished
from bot.importing.tables import Cell, Row, Table

_SAME, _ALIKE = 0.8, 0.5
"""The share of its words from which an action stands in a row already, or may."""
_HEADING_WORDS, _LONGEST_QUOTE = 12, 80
_BREAK = Line(0, "", apart=True)


@dataclass(frozen=True, slots=True)
class Beside:
    """The actions noted as a table, None for none, and the numbers of the lines that hold them."""

    table: Table | None = None
    lines: frozenset[int] = frozenset()


def noted_beside(blocks: Sequence[Sequence[Line]], rows: Sequence[str]) -> Beside:
    """The actions noted in blocks of lines that stand between tables; `rows` are the words of the tables' rows."""
    found = noted([line for block in blocks for line in (*block, _BREAK)], fewest=1)
    notes = [strip for strip in found if not strip.across]
    if not notes:
        return Beside()
    made = list(_rows(found, [_words(row) for row in rows]))
    lines = frozenset(number for strip in notes for number in (strip.number, *strip.others))
    head = Row(notes[0].number, tuple(Cell((name,)) for name in HEADS))
    return Beside(Table((head, *made), heads_printed=False) if made else None, lines)


def beside_lines(lines: Sequence[Line]) -> Beside:
    """The actions noted between the tables of a pasted text: in lines without a gap between cells."""
    blocks: list[list[Line]] = [[]]
    rows = []
    for line in lines:
        if CUT.search(line.text.strip()):
            rows.append(line.text)
            blocks.append([])
        else:
            blocks[-1].append(line)
    return noted_beside(blocks, rows)


def beside_in(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables of a document and, behind them, one of what is noted in the lines over them and in boxes."""
    blocks: list[list[Line]] = []
    number = 0
    for table in tables:
        texts = (*table.above, *(_box(table) or ()))
        blocks.append([Line(number + at, text, apart=True) for at, text in enumerate(texts, 1)])
        number += len(texts)
    rows = [row for table in tables if not _box(table) for row in table.rows]
    beside = noted_beside(blocks, [row.words for row in rows])
    if not beside.lines:
        return tuple(tables)
    kept = [_without(table, block, beside.lines) for table, block in zip(tables, blocks, strict=True)]
    return (*kept, *filter(None, [beside.table]))


def _box(table: Table) -> tuple[str, ...]:
    """The lines of a table that is but a box around some words."""
    boxed = all(len(row.cells) == 1 for row in table.rows)
    return tuple(line for row in table.rows for line in row.cells[0].paragraphs) if boxed else ()


def _without(table: Table, block: Sequence[Line], read: frozenset[int]) -> Table:
    above, boxed = block[: len(table.above)], block[len(table.above) :]
    rows = () if any(line.number in read for line in boxed) else table.rows
    return replace(table, above=tuple(line.text for line in above if line.number not in read), rows=rows)


def _rows(found: Sequence[Strip], known: Sequence[frozenset[str]]) -> Iterator[Row]:
    """A row for each action noted that no row of a table says, under the heading it stands under."""
    heading = ""
    for strip in found:
        if strip.across:
            heading = strip.cells[0] if _is_heading(strip.cells[0]) else heading
            continue
        words = _words(strip.cells[1])
        alike = max(known, key=lambda row: len(words & row), default=frozenset())
        share = len(words & alike) / max(1, len(words))
        if share >= _SAME and all(word in alike for word in words if word.isdecimal()):
            continue
        if heading:
            yield Row(strip.number, (Cell((heading,), span=len(HEADS)), *[Cell()] * (len(HEADS) - 1)))
            heading = ""
        cells = tuple(Cell((text,) if text else ()) for text in strip.cells)
        asked = (_perhaps_same(strip.cells[1]),) if share >= _ALIKE else ()
        yield Row(strip.number, cells, (strip.number, *strip.others), asked)


def _perhaps_same(text: str) -> str:
    return f'"{text[:_LONGEST_QUOTE]}" is noted in the text and reads like a row of a table: is it the same action?'


def _is_heading(text: str) -> bool:
    return bool(text) and len(text.split()) <= _HEADING_WORDS and not is_finished(text)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))
