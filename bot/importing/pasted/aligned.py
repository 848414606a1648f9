"""Tables whose columns are kept apart by spaces, as `pdftotext -layout` prints them.

The heads say roughly where the columns stand; each border is laid where the fewest lines have a letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.importing.columns.fitting import field_of
from bot.importing.columns.head_rows import could_be_head_cell
from bot.importing.pasted.segments import is_head
from bot.importing.pasted.strips import Line, Strip

_GAP = re.compile(r"\S+(?: \S+)*")
_WIDEST = 400
_FEWEST_HEADS = 3
_FEWEST_UNNAMED, _FAR, _UNNAMED = 2, 24, "Action"
"""Heads beside actions that have none themselves, where these begin, and what the actions are called then."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Words with single spaces between them, and where on the line they stand."""

    start: int
    end: int
    text: str


def aligned(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """The lines cut at the borders of their columns; nothing where no line of spaced words is the head of a plan."""
    printed = [line.text.expandtabs(8).replace("\n", " ") for line in lines]
    spread = [text if _is_below_heads(printed, lines, at) else _with_action(text) for at, text in enumerate(printed)]
    chunks = [_chunks(text) for text in spread]
    heads = _heads(chunks)
    if not heads:
        return ()
    starts = [_start(lines, chunks, head) for head in heads]
    strips = [_alone(line) for line in lines[: starts[0]]]
    for head, begin, end in zip(heads, starts, [*starts[1:], len(lines)], strict=True):
        below = [at for at in range(head + 1, end) if at > head + 1 or lines[at].apart]
        last = next((at for at in below if _heads_another(chunks[at])), end)
        borders = _borders(chunks[head], [(spread[each], chunks[each]) for each in range(begin, last)])
        strips.extend(_cut(lines[each], spread[each], chunks[each], borders) for each in range(begin, last))
        strips.extend(_alone(lines[each]) for each in range(last, end))
    return tuple(strips)


def _start(lines: Sequence[Line], chunks: Sequence[list[_Chunk]], head: int) -> int:
    """The first line of a head: the one above it where that is a part of it, standing apart from what is before."""
    if head == 0 or lines[head].apart or not all(could_be_head_cell(chunk.text) for chunk in chunks[head - 1]):
        return head
    return head - 1 if lines[head - 1].apart or head == 1 else head


def _chunks(text: str) -> list[_Chunk]:
    return [_Chunk(match.start(), match.end(), match[0]) for match in _GAP.finditer(text)]


def _is_below_heads(printed: Sequence[str], lines: Sequence[Line], at: int) -> bool:
    """Whether the line above is of heads too, so that one may be their second line."""
    above = _chunks(printed[at - 1]) if at and not lines[at].apart else []
    return len(above) >= _FEWEST_HEADS and all(could_be_head_cell(chunk.text) for chunk in above)


def _with_action(text: str) -> str:
    """A line of heads of owner and date that begin far to the right, with one for the actions, which has none."""
    found = _chunks(text)
    if len(found) < _FEWEST_UNNAMED or found[0].start < _FAR:
        return text
    fields = [field_of(each.text) for each in found if could_be_head_cell(each.text)]
    unnamed = len(fields) == len(found) and all(fields) and {"owner", "due"} <= set(fields) - {"action"} == set(fields)
    return f"{_UNNAMED}{text[len(_UNNAMED) :]}" if unnamed else text


def _heads(chunks: Sequence[list[_Chunk]]) -> list[int]:
    """The lines with heads; below the first, only those that print its heads again or are heads throughout."""
    heads: list[int] = []
    first: set[str] = set()
    for at, found in enumerate(chunks):
        if not _is_head(chunks, at, found):
            continue
        words = {chunk.text for chunk in found}
        if heads and at - heads[-1] == 1:
            heads[-1] = max(heads[-1], at, key=lambda each: len(chunks[each]))
        elif not first or len(words & first) >= 2 or all(field_of(word) for word in words):
            heads.append(at)
        first = first or words
    return heads


def _is_head(chunks: Sequence[list[_Chunk]], at: int, found: list[_Chunk]) -> bool:
    """Whether a line holds heads, by itself or with the line under it."""
    if len(found) < _FEWEST_HEADS or not all(could_be_head_cell(chunk.text) for chunk in found):
        return False
    if is_head(chunk.text for chunk in found):
        return True
    below = chunks[at + 1] if at + 1 < len(chunks) else []
    return bool(below) and is_head(_with_below(chunk, below) for chunk in found)


def _heads_another(found: Sequence[_Chunk]) -> bool:
    """Whether a line heads a table that is no plan: labels throughout, two of them of a plan's fields, no action."""
    fields = {field_of(chunk.text) for chunk in found} - {""}
    plain = all(chunk.text[:1].isupper() and could_be_head_cell(chunk.text) for chunk in found)
    return len(found) >= _FEWEST_HEADS and plain and len(fields) > 1 and "action" not in fields


def _with_below(chunk: _Chunk, below: list[_Chunk]) -> str:
    under = next((each.text for each in below if each.start < chunk.end + 2 and each.end > chunk.start - 2), "")
    return f"{chunk.text} {under}".strip()


def _borders(head: list[_Chunk], lines: list[tuple[str, list[_Chunk]]]) -> list[int]:
    """Where each column but the first begins: between two heads, where the fewest lines have a letter."""
    filled = [0] * (_WIDEST + 1)
    for _, chunks in lines:
        if len(chunks) > 1 or (chunks and chunks[0].start > 1):
            for chunk in chunks:
                for place in range(min(chunk.start, _WIDEST), min(chunk.end, _WIDEST)):
                    filled[place] += 1
    borders = []
    for left, right in pairwise(head):
        places = range(min(left.start + 1, _WIDEST - 1), min(right.end, _WIDEST))
        borders.append(min(places, key=lambda place: (_crossing(filled, place), abs(place - right.start))))
    return borders


def _crossing(filled: list[int], place: int) -> int:
    """How many letters stand right before a border or, at half the weight, one further to the left."""
    return 2 * filled[place - 1] + (filled[place - 2] if place > 1 else 0)


def _cut(line: Line, text: str, chunks: list[_Chunk], borders: list[int]) -> Strip:
    """A line cut at the borders; a word that stands over one belongs where it begins."""
    if len(chunks) == 1 and sum(chunks[0].start < border < chunks[0].end - 2 for border in borders) > 0:
        return _alone(line)
    cells = [""] * (len(borders) + 1)
    for match in re.finditer(r"\S+", text):
        column = sum(match.start() >= border for border in borders)
        cells[column] = f"{cells[column]} {match[0]}".strip()
    return Strip(line.number, tuple(cells), line.apart, line.ruled, new_page=line.new_page)


def _alone(line: Line) -> Strip:
    return Strip(
        line.number, (" ".join(line.text.split()),), line.apart, line.ruled, across=True, new_page=line.new_page
    )
