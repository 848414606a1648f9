"""Tables of which each cell stands on a line of its own, the heads first: the lines are dealt to the columns.

Cells may be missing or take several lines, and headings stand between the rows. Every way of dealing the lines has a
cost (a date among the owners, a column left out); the cheapest is found line by line, as Viterbi does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.columns.found import find_columns
from bot.importing.kinds import Kind, kind_of
from bot.importing.pasted.dealing import (
    deal_lines,
    is_spaced_out,
    kinds_of_columns,
    learned_kinds,
    learned_skip_costs,
    skip_costs,
)
from bot.importing.pasted.strips import Line, Strip, row_strip
from bot.importing.tables import Row, Table, cell_of

MOST_LINES_DEALT = 6_000
_TOO_DEAR = 0.6
"""Cost of a line from which the lines are no cells of these columns: half of the misfits of chance."""
_LOOKED_AT, _MOST_HEADS, _UNKNOWN_EDGE = 160, 60, 0.25


@dataclass(frozen=True, slots=True)
class _Cell:
    """Neighbouring lines of one paragraph that a head is printed on, or one line."""

    text: str
    first: int
    last: int


def one_a_line(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """The lines as a head strip and a strip for each row; nothing where no run of lines is the head of a plan."""
    best: tuple[float, int, int, list[str], tuple[int, ...]] | None = None
    if len(lines) > MOST_LINES_DEALT:
        return ()
    for begin, end, heads in _heads(lines):
        sample = lines[end : end + _LOOKED_AT]
        kinds = kinds_of_columns(heads)
        deal = deal_lines(sample, kinds, skip_costs(heads))
        cost = deal.cost / max(1, len(sample)) + _UNKNOWN_EDGE * ((not kinds[0]) + (not kinds[-1]))
        if sample and (best is None or cost < best[0]):
            best = (cost, begin, end, heads, deal.columns)
    if best is None:
        return ()
    _, begin, end, heads, columns = best
    body = _without_heads(lines[end:], heads)
    sample = lines[end : end + _LOOKED_AT]
    dealt = deal_lines(body, learned_kinds(sample, columns, heads), learned_skip_costs(columns, len(heads)))
    unread = sum(column > len(heads) for column in dealt.columns)
    if dealt.cost > _TOO_DEAR * len(body) or unread > 0.5 * len(body):
        return ()
    above = tuple(Strip(line.number, (line.text.strip(),), line.apart, across=True) for line in lines[:begin])
    head = Strip(lines[begin].number, tuple(heads), apart=True)
    return (*above, head, *_strips(body, dealt.columns, len(heads)))


def _heads(lines: tuple[Line, ...]) -> list[tuple[int, int, list[str]]]:
    """Runs of lines that may be the heads: where they begin and end, and the heads."""
    cells = _head_cells(lines[:400])
    found: list[tuple[int, tuple[int, int, list[str]]]] = []
    for first in range(len(cells)):
        if len(found) >= _MOST_HEADS or (found and cells[first].first > found[0][1][1]):
            break
        for count in range(min(12, len(cells) - first), 2, -1):
            run = cells[first : first + count]
            if run[-1].first - run[0].first > 30 or not all(_could_be_head(cell.text) for cell in run):
                continue
            columns = find_columns(Table((Row(1, tuple(cell_of(cell.text) for cell in run)),)))
            if columns and len(columns.indexes) >= max(3, 0.4 * count):
                heads = [cell.text for cell in run]
                found.append((len(columns.indexes), (run[0].first, run[-1].last + 1, heads)))
    most = max((fields for fields, _ in found), default=0)
    return [run for fields, run in found if fields == most]


def _head_cells(lines: Sequence[Line]) -> list[_Cell]:
    spaced = is_spaced_out(lines)
    cells: list[_Cell] = []
    for at, line in enumerate(lines):
        text = line.text.strip()
        if cells and spaced and not line.apart:
            cells[-1] = _Cell(f"{cells[-1].text} {text}", cells[-1].first, at)
        else:
            cells.append(_Cell(text, at, at))
    return cells


def _could_be_head(text: str) -> bool:
    if len(text) > 45 or len(text.split()) > 6 or re.search(r"\d|[.;:]$", text.replace("No.", "No")):
        return False
    return kind_of(text) in (Kind.WORDS, Kind.TEXT, Kind.PARTY)


def _without_heads(lines: tuple[Line, ...], heads: list[str]) -> tuple[Line, ...]:
    """The lines without the heads that are printed again on later pages."""
    words = " ".join(heads).split()
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        taken, seen = 0, ""
        while at + taken < len(lines) and len(seen.split()) < len(words) and taken < 40:
            seen = f"{seen} {lines[at + taken].text}"
            taken += 1
        if seen.split() == words:
            at += taken
        else:
            kept.append(lines[at])
            at += 1
    return tuple(kept)


def _strips(body: Sequence[Line], columns: Sequence[int], width: int) -> list[Strip]:
    strips: list[Strip] = []
    cells: list[list[str]] = []
    numbers: list[int] = []
    last = -1

    def close() -> None:
        nonlocal cells, numbers, last
        if cells:
            strips.append(row_strip(numbers, ["\n".join(cell) for cell in cells]))
        cells, numbers, last = [], [], -1

    for line, column in zip(body, columns, strict=True):
        text = line.text.strip()
        if column >= width:
            close()
            strips.append(Strip(line.number, (text,), apart=True, across=True))
            continue
        if column < last:
            close()
        if not cells:
            cells = [[] for _ in range(width)]
        numbers.append(line.number)
        cells[column].append(text)
        last = column
    close()
    return strips
