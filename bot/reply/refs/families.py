"""Several actions named by what their references begin with: "both R7s", "the R1 actions", "all three HW ones"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.labels import fold_ref
from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.refs.series import Place

_FAMILY = re.compile(
    rf"(?<![\w£$€.-])(?P<place>(?:(?:both|all)(?: of)? )?(?:(?:the|my|our|these) )?(?:(?P<count>{NUMBER_WORDS}|\d) )?"
    r"(?P<stem>(?!(?:all|both|the|my|our|these)\b)[a-z]{1,5}[-./ ]?\d{0,3}|\d{1,3}(?:[.-]\d{1,3})?)"
    r"(?:['’]?s|(?<! \d)(?<! \d\d) (?:ones|actions|items)|(?= (?:both|all)\b)))(?![\w-])(?P<behind>(?: are)? both\b)?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bboth\b", re.IGNORECASE)


def families(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """Where `text` names all of `refs` that begin alike, if they are as many as it says."""
    for found in _FAMILY.finditer(text):
        prefix = fold_ref(found["stem"])
        meant = [ref for ref in refs if fold_ref(ref)[: len(prefix)] == prefix != fold_ref(ref)]
        told = 2 if _BOTH.search(found[0]) else number_value(found["count"] or "0")
        counted = told == len(meant) or (not told and re.search(r"\d", found["stem"]))
        if prefix and len(meant) > 1 and counted:
            start, end = found.span("place")
            yield from ((start, start, each) for each in reversed(meant[1:]))
            yield (start, end, meant[0])
