"""Words about some or all of the things that one action is about, and not about several actions."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS

THINGS = r"(?:ones|actions|items|recommendations|pieces of work|of (?:them|these|those|mine|my actions))"
"""What several actions are called, as part of an expression."""
_ALL_THINGS = re.compile(
    rf"^\W*all (?:the |our |of (?:the|our) )?(?:(?:{NUMBER_WORDS}|\d+) )?"
    rf"(?!{THINGS}|tasks|points|dates|deadlines|updates|others|progress|these"
    r"|those|this|always)(?:[a-z]{3,}s|staff|people|children)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?<![\d/])\d{1,6}\s?(?:of|out of|/)\s?(?:the |our |all )?\d{1,6}(?![\d/])"
    r"|\b\d{1,2} ?%|\b(?:half|most|some|first \w+ (?:held|done|run|met))\b",
    re.IGNORECASE,
)


def counts(words: str) -> bool:
    """Whether words tell of some of the things that one action is about: "the rest" behind them are the others."""
    return bool(_COUNTS.search(words))


def is_of_things(words: str) -> bool:
    """Whether "all" is said of what one action is about ("all flats surveyed"), and not of actions."""
    return bool(_ALL_THINGS.match(words))


def of_each(said: str, many: int) -> str:
    """What is said of so many actions, each of them named, as it would be said of one: "were both completed"."""
    of_one = _WERE.sub("was", said) if many > 1 else said
    return _BOTH.sub(r"\g<opens>", of_one) if many == 2 else of_one


_WERE = re.compile(r"^were\b", re.IGNORECASE)
_BOTH = re.compile(r"^(?P<opens>(?:(?:are|was|have|can|will|now|been|be) )*)both (?!of\b)", re.IGNORECASE)
