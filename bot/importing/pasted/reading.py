"""Text pasted from a PDF -> tables, whatever layout the extraction left: the reading that finds a plan's head wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from bot.importing.documents.delimited import decode, read_delimited, read_quoted
from bot.importing.pasted.aligned import aligned
from bot.importing.pasted.emitting import left_over, table_of
from bot.importing.pasted.joining import join
from bot.importing.pasted.labelled import labelled
from bot.importing.pasted.listed import listed
from bot.importing.pasted.minutes import minutes
from bot.importing.pasted.noted_beside import beside_lines
from bot.importing.pasted.one_a_line import one_a_line
from bot.importing.pasted.run_on import run_on
from bot.importing.pasted.segments import NUMBERS, Segments, Stretch, find_segments, is_head
from bot.importing.pasted.separated import by_strokes, by_tabs
from bot.importing.pasted.strips import Line, Strip, is_lower, lines_of
from bot.importing.tables import Table

_TITLE_LINES, _LINES_ABOVE = 4, 8


def read_pasted(path: Path, named: Mapping[str, str] | None = None) -> tuple[Table, ...]:
    """The tables of a text file. Raises `UnreadableDocument` where the text is far longer than a plan."""
    return read_quoted(path) or tables_of(decode(path.read_bytes()), named)


def read_tabbed(path: Path, named: Mapping[str, str] | None = None) -> tuple[Table, ...]:
    """A .tsv file: a clean table as it stands, one that was flattened by an extraction put together again."""
    clean = read_delimited(path)
    flattened = read_pasted(path, named)
    return flattened if flattened and _was_flattened(clean) else clean


def _was_flattened(tables: tuple[Table, ...]) -> bool:
    """Whether rows begin in the middle of a sentence or the head is printed again, as exports never do."""
    rows = [row for table in tables for row in table.rows]
    texts = [max((cell.text for _, cell in row.own_cells), key=len, default="") for row in rows]
    heads = Counter(tuple(cell.text for _, cell in row.own_cells) for row in rows if len(row.own_cells) > 2)
    again = any(count > 1 and is_head(row) for row, count in heads.items())
    return again or sum(is_lower(text) for text in texts) >= 0.1 * len(texts)


def tables_of(text: str, named: Mapping[str, str] | None = None) -> tuple[Table, ...]:
    lines = lines_of(text)
    beside = beside_lines(lines)
    drawn = tuple(line for line in lines if line.number not in beside.lines)
    for cut in _CUTS:
        strips = cut(drawn if cut in _OF_DRAWN else lines)
        segments = find_segments(strips, named) if strips else None
        if segments and segments.stretches:
            tables = _tables(segments, _known(text))
            made = (replace(each, heads_printed=cut not in (listed, minutes)) for each in tables)
            return (*made, *filter(None, [beside.table if cut in _OF_DRAWN else None]))
    return ()


def _known(text: str) -> frozenset[str]:
    """Words that a document uses more than once."""
    counted = Counter(re.findall(r"\w+", text.lower()))
    return frozenset(word for word, count in counted.items() if count > 1)


def _tabs(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    return by_tabs(lines) if any("\t" in line.text for line in lines) else ()


def _strokes(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    return by_strokes(lines) if any("|" in line.text for line in lines) else ()


_CUTS: tuple[Callable[[tuple[Line, ...]], tuple[Strip, ...]], ...] = (
    _tabs,
    _strokes,
    aligned,
    labelled,
    listed,
    one_a_line,
    run_on,
    minutes,
)

_OF_DRAWN = (_tabs, _strokes, aligned)
"""The layouts in which tables stand apart from the text around them."""


def _tables(segments: Segments, known: frozenset[str]) -> tuple[Table, ...]:
    tables = []
    above = [" ".join(text for _, text in strip.own) for strip in segments.above]
    unread = segments.above[_TITLE_LINES:-_LINES_ABOVE]
    for group in _alike(segments.stretches):
        joined = join(group, known)
        first = next((piece.number for stretch in group for piece in stretch.pieces), 1)
        tables.append(
            table_of(
                joined,
                _heads(group),
                max(1, first - 1),
                [*above[:_TITLE_LINES], *above[_TITLE_LINES:][-_LINES_ABOVE:]],
                known,
            )
        )
        above = []
    if unread and tables:
        questions = left_over([(strip.number, " ".join(text for _, text in strip.own)) for strip in unread])
        tables[0] = Table(tables[0].rows, above=tables[0].above, questions=(*tables[0].questions, *questions))
    return tuple(tables)


def _alike(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """Stretches grouped into tables: those that follow each other under the same heads."""
    groups: list[list[Stretch]] = []
    for stretch in stretches:
        if groups and _names(groups[-1][0]) == _names(stretch):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return groups


def _names(stretch: Stretch) -> set[str]:
    return {name for name in stretch.heads if name not in (NUMBERS, "ref")}


def _heads(group: list[Stretch]) -> dict[str, str]:
    heads: dict[str, str] = {}
    for stretch in group:
        heads = {**heads, **{name: head for name, head in stretch.heads.items() if name not in heads}}
    return heads
