"""Numbers in words and in figures: "twelve" is 12, "1,200" is 1200."""

from __future__ import annotations

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: at for at, word in enumerate(_ONES, 1)} | {word: 10 * at for at, word in enumerate(_TENS, 3)}
NUMBER_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
"""A pattern for one number in words, in lower case."""


def number_value(printed: str) -> int:
    """The number that `NUMBER_WORDS`, or figures with or without commas, stand for; ValueError for anything else."""
    return _VALUES.get(printed.lower()) or int(printed.replace(",", ""))
