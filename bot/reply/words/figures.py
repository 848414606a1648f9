"""Shares told in words, in figures: "seven of nine" is "7 of 9", and so is "7/9 done"."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS, number_value

_NUMBER = rf"(?:\d[\d,]*|{NUMBER_WORDS})"
_SHARE = re.compile(
    r"(?<!every )(?<!each )(?<!any )(?<!no )(?<!last )"
    rf"\b(?P<some>{_NUMBER})(?P<of>(?: [a-z]+)? (?:out )?of (?:the |our |all )?)(?P<all>{_NUMBER})\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?:\b(?:two|2)[- ]thirds|(?:(?<=about )|(?<=around )|(?<=roughly )|(?<=over ))(?P<some>\d)/(?P<all>\d))"
    r" (?=(?:of the way )?(?:done|complete|completed|finished|through|there)\b)",
    re.IGNORECASE,
)
"""Fractions of the work; "2/3 done" by itself may name a day."""


def in_figures(words: str) -> str:
    """`words` with both numbers of a share in figures."""
    words = _FRACTION.sub(lambda found: f"{found['some'] or 2} of {found['all'] or 3} ", words)
    return _SHARE.sub(lambda found: f"{number_value(found['some'])}{found['of']}{number_value(found['all'])}", words)
