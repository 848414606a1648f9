"""Tables of which each cell stands on a line of its own, the heads first: the lines are dealt to the columns.

Cells may be missing or take several lines, and headings stand between the rows. Every way of dealing the lines has a
cost (a date among the owners, a column left out); the cheapest is found line by line, as Viterbi does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.columns import find_columns
from bot.importing.pasted.kinds import Kind, kind_of
from bot.importing.pasted.strips import Line, Strip, goes_on, is_lower, row_strip
from bot.importing.tables import Row, Table, cell_of

MOST_LINES_DEALT = 6_000
_SHORTEST_FULL = 40
_TOO_DEAR = 0.6
"""Cost of a line from which the lines are no cells of these columns: half of the misfits of chance."""
_LOOKED_AT, _MOST_HEADS, _UNKNOWN_EDGE = 160, 60, 0.25
_NO_COST = 0.0
_WANTED: dict[str, tuple[Kind, ...]] = {
    "ref": (Kind.NUMBER, Kind.CODE, Kind.LETTER),
    "due": (Kind.DATE,),
    "revised_due": (Kind.DATE,),
    "owner": (Kind.PARTY,),
    "status": (Kind.STATUS, Kind.NUMBER, Kind.TEXT),
    "action": (Kind.TEXT, Kind.WORDS),
    "recommendation": (Kind.TEXT, Kind.WORDS),
    "response": (Kind.TEXT, Kind.WORDS),
    "update": (Kind.TEXT, Kind.WORDS, Kind.STATUS),
    "section": (Kind.WORDS, Kind.PARTY, Kind.CODE, Kind.TEXT),
}
_MISFIT, _SKIP, _SKIP_ACTION, _AGAIN, _AGAIN_LOWER = 3.0, 1.0, 3.5, 1.6, 0.7
_HEADING, _UNREAD, _INTO_UNREAD, _OUT_OF_UNREAD = 2.5, 0.8, 2.5, 1.0
_SINGLE, _SECOND = frozenset({Kind.NUMBER, Kind.CODE, Kind.LETTER, Kind.DATE}), 4.0
"""Sorts of cells that hold one line only, and what a second line of them costs."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Neighbouring lines of one paragraph that a head is printed on, or one line."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Deal:
    """A way of dealing: for each line its column, `width` for a heading, `width` + 1 for what was not read."""

    cost: float
    columns: tuple[int, ...]


def one_a_line(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """The lines as a head strip and a strip for each row; nothing where no run of lines is the head of a plan."""
    best: tuple[float, int, int, list[str], tuple[int, ...]] | None = None
    if len(lines) > MOST_LINES_DEALT:
        return ()
    for begin, end, heads in _heads(lines):
        sample = lines[end : end + _LOOKED_AT]
        kinds = _kinds(heads)
        deal = _deal(sample, kinds, _skips(heads))
        cost = deal.cost / max(1, len(sample)) + _UNKNOWN_EDGE * ((not kinds[0]) + (not kinds[-1]))
        if sample and (best is None or cost < best[0]):
            best = (cost, begin, end, heads, deal.columns)
    if best is None:
        return ()
    _, begin, end, heads, columns = best
    body = _without_heads(lines[end:], heads)
    sample = lines[end : end + _LOOKED_AT]
    dealt = _deal(body, _learned(sample, columns, heads), _learned_skips(columns, len(heads)))
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
    spaced = _is_spaced(lines)
    cells: list[_Cell] = []
    for at, line in enumerate(lines):
        text = line.text.strip()
        if cells and spaced and not line.apart:
            cells[-1] = _Cell(f"{cells[-1].text} {text}", cells[-1].first, at)
        else:
            cells.append(_Cell(text, at, at))
    return cells


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines stand between most of the lines, so that neighbouring lines are one cell."""
    return sum(line.apart for line in lines) >= 0.5 * len(lines)


def _could_be_head(text: str) -> bool:
    if len(text) > 45 or len(text.split()) > 6 or re.search(r"\d|[.;:]$", text.replace("No.", "No")):
        return False
    return kind_of(text) in (Kind.WORDS, Kind.TEXT, Kind.PARTY)


def _kinds(heads: Sequence[str]) -> list[tuple[Kind, ...]]:
    """What each column should hold by its head; anything short where the head does not say."""
    columns = find_columns(Table((Row(1, tuple(cell_of(head) for head in heads)),)))
    fields = {at: field for field, at in columns.indexes.items()} if columns else {}
    wanted = []
    for at, head in enumerate(heads):
        by_head = (Kind.DATE,) if re.search(r"\bdates?\b", head, re.IGNORECASE) else ()
        wanted.append(_WANTED.get(fields.get(at, ""), by_head))
    return wanted


def _learned(body: Sequence[Line], columns: Sequence[int], heads: Sequence[str]) -> list[tuple[Kind, ...]]:
    """What each column holds as far as a first dealing shows; its head's word where that is too little."""
    learned = []
    for at, by_head in enumerate(_kinds(heads)):
        kinds = Counter(kind_of(line.text.strip()) for line, column in zip(body, columns, strict=False) if column == at)
        total = sum(kinds.values())
        often = tuple(kind for kind, count in kinds.items() if count >= 0.3 * total)
        learned.append(often if total >= 3 and (not by_head or not set(often) & set(by_head)) else by_head)
    return learned


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


def _skips(heads: Sequence[str]) -> list[float]:
    """What it costs to leave out each column, before anything is known but the heads."""
    columns = find_columns(Table((Row(1, tuple(cell_of(head) for head in heads)),)))
    action = columns.indexes["action"] if columns else -1
    return [_SKIP_ACTION if at == action else _SKIP for at in range(len(heads))]


def _learned_skips(columns: Sequence[int], width: int) -> list[float]:
    """What it costs to leave out each column: more, the more of the rows have it."""
    rows: list[set[int]] = [set()]
    for before, column in zip([-1, *columns], columns, strict=False):
        if column < before:
            rows.append(set())
        rows[-1].add(column)
    rows = [row for row in rows if len(row) > 1] or rows
    return [0.7 + 2.8 * (sum(at in row for row in rows) / len(rows)) ** 2 for at in range(width)]


def _deal(body: Sequence[Line], wanted: Sequence[tuple[Kind, ...]], skips: list[float]) -> _Deal:
    """The cheapest column for each line."""
    width = len(wanted)
    states = range(width + 2)
    glued = _glued(body)
    steps = {
        (close, again): _steps(width, skips, close, again)
        for close in (True, False)
        for again in (_AGAIN, _AGAIN + _SECOND, _AGAIN_LOWER)
    }
    costs = [sum(skips[:state]) if state < width else _NO_COST for state in states]
    back: list[list[int]] = []
    for line, close in zip(body, glued, strict=True):
        text = line.text.strip()
        step = steps[close, _again(text)]
        emit = _costs(text, wanted)
        origin, new = [], []
        for state in states:
            into = step[state]
            best = min(states, key=lambda before, into=into, costs=costs: costs[before] + into[before])  # type: ignore[misc]
            origin.append(best)
            new.append(costs[best] + into[best] + emit[state])
        if not back:
            new = [costs[state] + emit[state] for state in states]
        back.append(origin)
        costs = new
    return _trace(costs, back)


def _glued(body: Sequence[Line]) -> list[bool]:
    """For each line whether it goes on with the one before: it stands close to it, or that one is full."""
    spaced = _is_spaced(body)
    lengths = sorted(len(line.text.strip()) for line in body)
    full = max(_SHORTEST_FULL, 0.85 * lengths[int(0.98 * (len(lengths) - 1))]) if lengths else 0
    before = ["", *(line.text.strip() for line in body)]
    return [
        not line.apart and (spaced or len(last) >= full or goes_on(last))
        for line, last in zip(body, before, strict=False)
    ]


def _again(text: str) -> float:
    """What a line costs as a further line of the cell before it."""
    if kind_of(text) in _SINGLE:
        return _AGAIN + _SECOND
    return _AGAIN_LOWER if is_lower(text) else _AGAIN


def _trace(costs: list[float], back: list[list[int]]) -> _Deal:
    state = min(range(len(costs)), key=costs.__getitem__)
    cost, path = costs[state], []
    for origin in reversed(back):
        path.append(state)
        state = origin[state]
    return _Deal(cost, tuple(reversed(path)))


def _costs(text: str, wanted: Sequence[tuple[Kind, ...]]) -> list[float]:
    """What a line costs in each column, as a heading, and left unread."""
    kind = kind_of(text)
    costs = []
    for kinds in wanted:
        if not kinds:
            costs.append(0.6 if kind is not Kind.TEXT else 1.2)
        elif kind in kinds:
            costs.append(0.8 if kind is Kind.WORDS and kinds[0] is Kind.TEXT else _NO_COST)
        elif Kind.TEXT in kinds and kind is Kind.PARTY:
            costs.append(1.2)
        elif kind is Kind.WORDS and Kind.PARTY in kinds:
            costs.append(1.0)
        else:
            costs.append(_MISFIT)
    plain = kind in (Kind.WORDS, Kind.TEXT, Kind.PARTY)
    shouted = plain and text.isupper() and len(text) > 2
    heading = 0.2 if shouted else _HEADING if plain and len(text.split()) <= 8 and not text.endswith(".") else 6.0
    return [*costs, heading, _UNREAD]


def _steps(width: int, skips: list[float], glued: bool, again: float) -> list[list[float]]:
    """For each state, what it costs to come to it from each other; `glued` where the line stands close to the last."""
    after = [sum(skips[at + 1 :]) for at in range(width)] + [0.0, _OUT_OF_UNREAD]
    table = []
    for to in range(width + 2):
        row = []
        for before in range(width + 2):
            if to < width:
                cost = sum(skips[before + 1 : to]) if before < to else after[before] + sum(skips[:to])
                cost = cost if before < width else after[before] + sum(skips[:to])
                cost += 1.2 if glued else 0.0
                if before == to:
                    cost = min(cost, 0.3 if glued and again <= _AGAIN else again)
            elif to == width:
                cost = after[before] + (1.0 if before == width else 0.0)
            else:
                cost = 0.0 if before == to else after[before] + _INTO_UNREAD
            row.append(cost)
        table.append(row)
    return table


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

