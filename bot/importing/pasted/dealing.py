"""Dealing lines to columns: every way has a cost, a date among the owners or a column left out; the cheapest is found.

It is found line by line, as Viterbi does, so that the time grows with the lines and not with the ways.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.columns.found import find_columns
from bot.importing.kinds import Kind, kind_of
from bot.importing.pasted.strips import Line, goes_on, is_lower
from bot.importing.tables import Row, Table, cell_of

_SHORTEST_FULL = 40
"""Characters from which a line can be one that the next goes on with."""
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
class Deal:
    """A way of dealing: for each line its column, `width` for a heading, `width` + 1 for what was not read."""

    cost: float
    columns: tuple[int, ...]


def kinds_of_columns(heads: Sequence[str]) -> list[tuple[Kind, ...]]:
    """What each column should hold by its head; anything short where the head does not say."""
    columns = find_columns(Table((Row(1, tuple(cell_of(head) for head in heads)),)))
    fields = {at: field for field, at in columns.indexes.items()} if columns else {}
    wanted = []
    for at, head in enumerate(heads):
        by_head = (Kind.DATE,) if re.search(r"\bdates?\b", head, re.IGNORECASE) else ()
        wanted.append(_WANTED.get(fields.get(at, ""), by_head))
    return wanted


def learned_kinds(body: Sequence[Line], columns: Sequence[int], heads: Sequence[str]) -> list[tuple[Kind, ...]]:
    """What each column holds as far as a first dealing shows; its head's word where that is too little."""
    learned = []
    for at, by_head in enumerate(kinds_of_columns(heads)):
        kinds = Counter(kind_of(line.text.strip()) for line, column in zip(body, columns, strict=False) if column == at)
        total = sum(kinds.values())
        often = tuple(kind for kind, count in kinds.items() if count >= 0.3 * total)
        learned.append(often if total >= 3 and (not by_head or not set(often) & set(by_head)) else by_head)
    return learned


def skip_costs(heads: Sequence[str]) -> list[float]:
    """What it costs to leave out each column, before anything is known but the heads."""
    columns = find_columns(Table((Row(1, tuple(cell_of(head) for head in heads)),)))
    action = columns.indexes["action"] if columns else -1
    return [_SKIP_ACTION if at == action else _SKIP for at in range(len(heads))]


def learned_skip_costs(columns: Sequence[int], width: int) -> list[float]:
    """What it costs to leave out each column: more, the more of the rows have it."""
    rows: list[set[int]] = [set()]
    for before, column in zip([-1, *columns], columns, strict=False):
        if column < before:
            rows.append(set())
        rows[-1].add(column)
    rows = [row for row in rows if len(row) > 1] or rows
    return [0.7 + 2.8 * (sum(at in row for row in rows) / len(rows)) ** 2 for at in range(width)]


def deal_lines(body: Sequence[Line], wanted: Sequence[tuple[Kind, ...]], skips: list[float]) -> Deal:
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
    spaced = is_spaced_out(body)
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


def _trace(costs: list[float], back: list[list[int]]) -> Deal:
    state = min(range(len(costs)), key=costs.__getitem__)
    cost, path = costs[state], []
    for origin in reversed(back):
        path.append(state)
        state = origin[state]
    return Deal(cost, tuple(reversed(path)))


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


def is_spaced_out(lines: Sequence[Line]) -> bool:
    """Whether blank lines stand between most of the lines, so that neighbouring lines are one cell."""
    return sum(line.apart for line in lines) >= 0.5 * len(lines)
