"""A body as marked lines: nothing is thrown away, every line says what it was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

MAX_CHARACTERS = 48_000
MAX_LINES = 1_000
MAX_LINE = 1_000

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
