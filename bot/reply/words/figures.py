"""Shares told in words, in figures: "seven of nine" is "7 of 9"."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS, number_value

_NUMBER = rf"(?:\d[\d,]*|{NUMBER_WORDS})"
_SHARE = re.compile(
    r"(?<!every )(?<!each )(?<!any )(?<!no )(?<!last )"
    rf"\b(?P<some>{_NUMBER})(?P<of>(?: [a-z]+)? (?:out )?of (?:the |our |all )?)(?P<all>{_NUMBER})\b",
    re.IGNORECASE,
)


def in_figures(words: str) -> str:
    """`words` with both numbers of a share in figures."""
    return _SHARE.sub(lambda found: f"{number_value(found['some'])}{found['of']}{number_value(found['all'])}", words)
