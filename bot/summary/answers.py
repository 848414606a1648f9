"""What a theme's lead is asked each month, and their answer divided by the headings it was written under. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

HEADINGS = (
    "Budget",
    "Actual or potential problems",
    "Risk update",
    "Effect of changes on budget",
    "Tolerance: time, cost and quality",
)
"""The headings of a highlight report that only a theme's lead can fill."""

_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_LONGEST = 4_000

Answers = Mapping[str, Mapping[str, str]]
"""Words by theme and heading."""


def answers_in(text: str, themes: tuple[str, ...], ours: str = "") -> Answers:
    """What stands below each heading of each theme, word for word; lines of `ours`, the mail that asked, are no words.

    Where one theme was asked about its name need not be repeated. What stands before the first heading is no answer.
    """
    asked = {_folded(line) for line in ours.splitlines()}
    found: dict[tuple[str, str], list[str]] = {}
    theme, heading = themes[0] if len(themes) == 1 else "", ""
    for line in (_QUOTED.sub("", each) for each in text.splitlines()):
        named = next((each for each in themes if _folded(line) == _folded(each)), None)
        begun = _begun(line)
        if named is not None:
            theme, heading = named, ""
        elif begun:
            heading, rest = begun
            found.setdefault((theme, heading), []).extend([rest] if rest else [])
        elif heading and theme and (not line.strip() or _folded(line) not in asked):
            found.setdefault((theme, heading), []).append(line.rstrip())
    return _by_theme(found)


def _by_theme(found: Mapping[tuple[str, str], list[str]]) -> dict[str, dict[str, str]]:
    by_theme: dict[str, dict[str, str]] = {}
    for (theme, heading), lines in found.items():
        words = "\n".join(lines).strip()[:_LONGEST]
        if theme and words:
            by_theme.setdefault(theme, {})[heading] = words
    return by_theme


def _begun(line: str) -> tuple[str, str] | None:
    """The heading that a line begins with, and what stands behind it on the same line."""
    bare = _BULLET.sub("", line).strip()
    for heading in _longest_first(HEADINGS):
        if _folded(bare) == _folded(heading):
            return heading, ""
        begins = re.match(rf"{re.escape(heading)}\s*[:–-]\s*(?P<rest>\S.*)", bare, re.IGNORECASE)
        if begins:
            return heading, begins["rest"]
    return None


def _longest_first(words: Iterable[str]) -> Iterator[str]:
    yield from sorted(words, key=len, reverse=True)


def _folded(line: str) -> str:
    return " ".join(_BULLET.sub("", line).casefold().split()).rstrip(":")
