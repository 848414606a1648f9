"""Shares told in words, in figures: "seven of nine" is "7 of 9"."""

from __future__ import annotations

import re

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: at for at, word in enumerate(_ONES, 1)} | {word: 10 * at for at, word in enumerate(_TENS, 3)}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = rf"(?:\d[\d,]*|{_WORD})"
_SHARE = re.compile(
    r"(?<!every )(?<!each )(?<!any )(?<!no )(?<!last )"
    rf"\b(?P<some>{_NUMBER})(?P<of>(?: [a-z]+)? (?:out )?of (?:the |our |all )?)(?P<all>{_NUMBER})\b",
    re.IGNORECASE,
)


def in_figures(words: str) -> str:
    """`words` with both numbers of a share in figures."""
    return _SHARE.sub(lambda found: f"{_figure(found['some'])}{found['of']}{_figure(found['all'])}", words)


def _figure(number: str) -> str:
    return str(_VALUES.get(number.lower(), number))
