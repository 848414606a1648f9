"""A body as marked lines: nothing is thrown away, every line says what it was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, pairwise

MAX_CHARACTERS = 48_000
MAX_LINES = 1_000
MAX_LINE = 1_000

_NARROWEST = 72
"""Characters of a line within which no mail program wraps."""
_JOINS = re.compile(r"(?:and|but|or|so|as|because|since|while|whereas|then|which)\b")
"""What begins a statement of its own."""
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad\ufeff]")


class Mark(Enum):
    """What a line was taken for. Only OWN lines are read.

    NOTICE and SIGNATURE are the sender's, but say nothing; FORWARDED is what the sender passes on of others.
    """

    OWN = auto()
    QUOTED = auto()
    HEADER = auto()
    SIGNATURE = auto()
    NOTICE = auto()
    FORWARDED = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a body; `ref` names the action whose quoted text it stands under, "" for none."""

    text: str
    mark: Mark = Mark.OWN
    ref: str = ""


def typed(lines: Iterable[Line]) -> list[Line]:
    """The lines with words that the sender wrote for this mail."""
    return [line for line in lines if line.mark is Mark.OWN and line.text.strip()]


def as_typed(words: str, lines: Sequence[Line]) -> str:
    """Words for which lines were joined, with the ends of the lines that their sender made, and no mail program."""
    own = [line.text.strip() for line in typed(lines)]
    ends = [" " if _is_wrapped(*pair) else "\n" for pair in pairwise(own)]
    joined, on_lines = " ".join(own), "".join(chain.from_iterable(zip(own, [*ends, ""], strict=False)))
    found = [(joined.find(line), line) for line in words.split("\n")]
    return "\n".join(line if at < 0 else on_lines[at : at + len(line)] for at, line in found)


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a mail program may have parted two lines: the next word had no room, and goes on inside a statement."""
    too_long = len(line) + 1 + len(following.partition(" ")[0]) > _NARROWEST
    return too_long and following[0].islower() and not _JOINS.match(following)


def cap(text: str) -> tuple[str, ...]:
    """Lines within the caps that every rule below relies on: 48,000 characters, 1,000 lines, 1,000 characters a line.

    A longer line is broken at a space rather than cut, so that a paragraph on one line keeps all its words.
    """
    pieces = (piece for line in text[:MAX_CHARACTERS].split("\n") for piece in _pieces(line))
    return tuple(piece for piece, _ in zip(pieces, range(MAX_LINES), strict=False))


def is_cut(text: str) -> bool:
    """Whether a text is longer than `cap` lets through."""
    return len(text) > MAX_CHARACTERS or len(cap(text)) == MAX_LINES


def _pieces(line: str) -> Iterator[str]:
    rest = _INVISIBLE.sub("", _SPACES.sub(" ", line)).rstrip()
    while len(rest) > MAX_LINE:
        at = rest.rfind(" ", 1, MAX_LINE)
        at = at if at > 0 else MAX_LINE
        yield rest[:at]
        rest = rest[at:].lstrip()
    yield rest


def tidy(lines: Iterable[str]) -> str:
    """Lines as one text, without blank edges and with at most one blank line in a row."""
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
