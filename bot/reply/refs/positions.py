"""Actions named by where they stand in our mail: "the first one", "the second", "the last two", "the former"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FIRST = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "latter": -1}
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_POSITION = re.compile(
    rf"(?:^\W*|[,;:]\s*|\b(?:and|but|while)\s+)(?:(?:on|for|re|regarding|with|and|but)\s+)?(?P<place>(?:the "
    rf"|(?=\w+(?: (?:one|action|item)\b|:)))(?P<which>{'|'.join(_FIRST)})(?: (?P<count>{'|'.join(_NUMBERS)}))?"
    r"(?: (?:ones?|actions?|items?)\b| of (?:them|these|those|the (?:two|three|four|five|six))\b)?)"
    r"(?=\s*[:–—-]\s|,\s|\s+(?:is|isn['’]t|are|aren['’]t|was|were|has|have|will|won['’]t|should|can|needs?|slips|now|still"
    r"|done|complete|finished|in progress|on (?:track|hold)|not|under ?way|ongoing|delayed|going)\b)",
    re.IGNORECASE,
)


def places(text: str, refs: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where `text` names one of `refs`, in the order of our mail, by its place among them."""
    for found in _POSITION.finditer(text):
        count = _NUMBERS.get((found["count"] or "").lower(), 1)
        which = _FIRST[found["which"].lower()]
        meant = refs[-count:] if which < 0 else refs[which : which + count]
        of_two = found["which"].lower() in ("former", "latter")
        if len(meant) == count and (len(refs) == 2 or not of_two):
            start, end = found.span("place")
            yield from ((start, start, each) for each in reversed(meant[1:]))
            yield (start, end, meant[0])
