"""Actions named by where they stand in our mail: "the first one", "the second", "the last two", "the former"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FIRST = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "latter": -1}
_MIDDLE = "middle"
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_PLACES = "|".join((*_FIRST, _MIDDLE))
_POSITION = re.compile(
    rf"(?:^\W*|[,;:]\s*|\b(?:and|but|while)\s+)(?:(?:on|for|re|regarding|with|and|but)\s+)?(?P<place>(?:the "
    rf"|(?=\w+(?: (?:one|action|item)\b|:)))(?P<which>{_PLACES})(?: (?P<count>{'|'.join(_NUMBERS)}))?"
    r"(?: (?:ones?|actions?|items?)\b| of (?:them|these|those|the (?:two|three|four|five|six))\b)?)"
    r"(?=\s*[:–—-]\s|,\s|\s+(?:is|isn['’]t|are|aren['’]t|was|were|has|have|will|won['’]t|should|can|needs?|slips|now|still"
    r"|done|complete|finished|in progress|on (?:track|hold)|not|under ?way|ongoing|delayed|going)\b)",
    re.IGNORECASE,
)


_NUMBER = re.compile(
    r"\b(?:for|on|with|re|regarding|about|of|and|is) (?:number |no\.? ?|#)(?P<number>\d{1,4})"
    r"(?=\W*$|[.,;:](?!\d)|\s(?:is|has|was|will|needs?|until|till|by|now|still|please|as|and|but)\b)",
    re.IGNORECASE,
)
"""A bare number that is said to be one, in the middle of a sentence ("two more months for number 8")."""


def numbers(text: str, refs: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where `text` speaks of one of `refs` as a number."""
    for found in _NUMBER.finditer(text):
        if found["number"] in refs:
            yield (*found.span("number"), found["number"])


def places(text: str, refs: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where `text` names one of `refs`, in the order of our mail, by its place among them."""
    for found in _POSITION.finditer(text):
        count = _NUMBERS.get((found["count"] or "").lower(), 1)
        middle = found["which"].lower() == _MIDDLE
        if middle and (len(refs) % 2 == 0 or count > 1):
            continue
        which = len(refs) // 2 if middle else _FIRST[found["which"].lower()]
        meant = refs[-count:] if which < 0 else refs[which : which + count]
        of_two = found["which"].lower() in ("former", "latter")
        if len(meant) == count and (len(refs) == 2 or not of_two):
            start, end = found.span("place")
            yield from ((start, start, each) for each in reversed(meant[1:]))
            yield (start, end, meant[0])


def counts_off(words: str) -> bool:
    """Whether words open with some of a number ("the last four"): of a count before them rather than of our actions."""
    found = _POSITION.match(words)
    return bool(found and found["count"])
