"""Removing the mail we sent by its content: quote marks, wrapping and language of the client do not matter then."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

WINDOW = 6
SHARE = 0.8
SHARE_BETWEEN = 0.5
FEWEST_BETWEEN = 4

_LINK = re.compile(r"<?\b(?:https?|mailto|tel):[^\s>]{1,2000}>?|\[(?:cid|image|inline)[^\]]{0,200}\]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def words(line: str) -> list[str]:
    """The words of a line as they are compared: folded, without punctuation, quote marks and link targets."""
    return _WORD.findall(unicodedata.normalize("NFKC", _LINK.sub(" ", line)).casefold())


def known_lines(body: Sequence[str], parent: str) -> tuple[bool, ...]:
    """For each body line whether it is the parent's: at least 80 % of its words stand inside 6-word runs of the parent.

    Between two such lines half is enough, of four words at least, as the HTML part of a mail words some lines otherwise
    than the plain part ("On track, no concerns" above our button "On track" is an answer). A short line cut off between
    two answers is the parent's when it is, whole, a line of three or more words of it.
    """
    runs = _mark_words(body, parent)
    shares = [_share_known(line) for line in runs]
    marked = [share >= SHARE and not _is_typed(body, at, parent) for at, share in enumerate(shares)]
    whole = _lines_of(parent)
    for at, line in enumerate(body):
        own = tuple(words(line))
        if marked[at] or not own or _is_typed(body, at, parent):
            continue
        above, below = _neighbours(marked, body, at)
        short_line = len(own) >= 3 and own in whole and (above or below)
        half = shares[at] >= SHARE_BETWEEN and sum(runs[at]) >= FEWEST_BETWEEN
        marked[at] = short_line or (half and above and below)
    return tuple(marked)


def _is_typed(body: Sequence[str], at: int, parent: str) -> bool:
    """Whether a line is an answer, although its words stand in the parent where they are: "Done", and no button."""
    return (_is_repeated(body, at) or _is_lone_button(body, at)) and not _ends_sentence(body, at, parent)


def _ends_sentence(body: Sequence[str], at: int, parent: str) -> bool:
    """Whether a line is the end of a sentence of the parent, broken off by a client ("was “9 of 14" and "done”.")."""
    above = next((found for line in reversed(body[:at]) if (found := words(line))), [])[-3:]
    return len(above) == 3 and f" {' '.join([*above, *words(body[at])])} " in _prose(parent)


@lru_cache(maxsize=4)
def _prose(parent: str) -> str:
    """The words of the parent without its buttons, which stand on lines of their own and end without a mark."""
    lines = (line for line in parent.split("\n") if _folded(line) not in _BUTTONS or line.rstrip().endswith((".", "”")))
    return f" {' '.join(map(_folded, lines))} "


def _is_lone_button(body: Sequence[str], at: int) -> bool:
    """Whether a line is one of our buttons' words outside the row of buttons: alone, behind its end, or twice in it."""
    word = _folded(body[at])
    if word not in _BUTTONS or body[at].lstrip().startswith(">"):
        return False
    above = list(takewhile(_BUTTONS.__contains__, filter(None, map(_folded, reversed(body[max(0, at - 12) : at])))))
    below = list(takewhile(_BUTTONS.__contains__, filter(None, map(_folded, body[at + 1 : at + 13]))))
    return not (above or below) or _LAST_BUTTON in above or (not above and word in below)


_BUTTONS = frozenset({"done", "on track", "new date", "give a date", "not mine"})
_LAST_BUTTON = "not mine"


def _folded(line: str) -> str:
    return " ".join(words(line))


def _is_repeated(body: Sequence[str], at: int) -> bool:
    """Whether a word or two stand right above a line that begins with them: "Done", typed above our "Done" button."""
    own = words(body[at])
    below = next((found for line in body[at + 1 : at + 6] if (found := words(line))), [])
    return 0 < len(own) <= 2 and below[: len(own)] == own and not body[at].lstrip().startswith(">")


def tails(body: Sequence[str], parent: str) -> tuple[str, ...]:
    """What follows our own words on each line ("8.iii Review the policy - done"), "" where nothing does."""
    return tuple(_tail(line, known) for line, known in zip(body, _mark_words(body, parent), strict=True))


def _tail(line: str, known: Sequence[bool]) -> str:
    if not known or known[-1] or not any(known):
        return ""
    own = len(known) - 1 - max(at for at, is_known in enumerate(known) if is_known)
    places = [found.start() for found in _WORD.finditer(_LINK.sub(lambda link: " " * len(link[0]), line))]
    return line[places[-own] :] if len(places) >= own else ""


def _mark_words(body: Sequence[str], parent: str) -> list[list[bool]]:
    windows = _windows(parent)
    lines = [words(line) for line in body]
    flat = [word for line in lines for word in line]
    marks = [False] * len(flat)
    for at in range(len(flat) - WINDOW + 1):
        if tuple(flat[at : at + WINDOW]) in windows:
            marks[at : at + WINDOW] = [True] * WINDOW
    return _split(marks, [len(line) for line in lines])


@lru_cache(maxsize=4)
def _lines_of(parent: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words(line)) for line in parent.split("\n"))


@lru_cache(maxsize=4)
def _windows(parent: str) -> frozenset[tuple[str, ...]]:
    """Every run of six words of the parent."""
    known = words(parent)
    return frozenset(tuple(known[at : at + WINDOW]) for at in range(len(known) - WINDOW + 1))


def _split(marks: list[bool], lengths: list[int]) -> list[list[bool]]:
    found, start = [], 0
    for length in lengths:
        found.append(marks[start : start + length])
        start += length
    return found


def _share_known(marks: list[bool]) -> float:
    return sum(marks) / len(marks) if marks else 0.0


def _neighbours(marked: list[bool], body: Sequence[str], at: int) -> tuple[bool, bool]:
    """Whether the nearest line with words above, and the nearest below, are known to be the parent's."""
    above = next((marked[other] for other in range(at - 1, -1, -1) if words(body[other])), False)
    below = next((marked[other] for other in range(at + 1, len(body)) if words(body[other])), False)
    return above, below
