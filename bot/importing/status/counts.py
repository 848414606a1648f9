"""Counts of things that an action is for, and of those that are told to be done: 84 of 300 homes are not all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COUNTED = re.compile(
    r"(?<![\w£.,/-])(?!(?:19|20)\d\d\s)(?P<number>\d{1,3}(?:,\d{3})+|\d{1,7})\s"
    r"(?:(?P<done>(?:[a-z]+ed|done|built|met)\b)|(?:[a-z-]+\s){0,2}?(?P<things>[a-z]+s)\b)",
    re.IGNORECASE,
)
"""A number of things, or of what was done to them: "300 council homes", "84 refitted"."""


def falls_short(action: str, told: str) -> bool:
    """Whether fewer of the things that an action counts are told of than it is for; things are told by their name."""
    wanted = dict(_counts(action))
    return any(
        number < wanted[things] if things in wanted else not things and number < min(wanted.values(), default=0)
        for things, number in _counts(told)
    )


def _counts(text: str) -> Iterator[tuple[str, int]]:
    """(name of the things, how many); "" for what was done to things without a name."""
    for found in _COUNTED.finditer(text):
        yield (found["things"] or "").lower(), int(found["number"].replace(",", ""))
