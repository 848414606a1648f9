"""Facts in the present beside a plain completion: what is there."""

from __future__ import annotations

import re

from bot.reply.beside.doubts import DOUBTS_DONE, LIMITS_DONE
from bot.reply.words.phrases import any_of

_WORDS = r"(?:[a-z'’-]+ )"
_AN = r"(?:an? |its |the )?"
_THING = r"(?:scan|copy|photo|map|plan|owner|date|label|number|record|file|reference|lead)"
_MET = r"(?:the |our )?target (?:(?:has been|was|is|now) )?(?:met|hit|reached|achieved|exceeded)"
_MEASURE = re.compile(
    rf"\b\d{{1,3}}(?:\.\d+)? ?%(?: (?:in|for|during|at the end of|this|last) [a-z]{{3,9}})?(?:,| and| so"
    rf"| -)? (?={_MET}\b)",
    re.IGNORECASE,
)
_EXISTS = re.compile(
    rf"^(?:and )?(?:{_MET}|there are(?P<count> \d+ of) (?:them|these)(?: (?:in total|altogether|in all))?"
    rf"|each (?:has|with|one has) {_AN}{_WORDS}{{0,3}}?{_THING}(?: of (?:the |its )?{_WORDS}{{0,3}}?[a-z'’-]+)?"
    rf"(?: and {_AN}{_WORDS}{{0,3}}[a-z'’-]+)?)$",
    re.IGNORECASE,
)
_WANTING = any_of(
    r"empty, blank, wanted, required, due, owed, lost, missing, old, wrong, poor, spare, no, nobody, fail\w*, "
    r"refus\w*, to, for"
)
"""What makes of a thing that is there one that is not as it should be."""


def is_fact(piece: str) -> bool:
    """Whether a piece tells only what exists ("there are 57 of them")."""
    found = _EXISTS.match(piece)
    counted = piece.replace(found["count"] or " of", "", 1) if found else ""
    return bool(found) and not any(table.search(counted) for table in (_WANTING, DOUBTS_DONE, LIMITS_DONE))


def without_measures(words: str) -> str:
    """`words` without a share of which they say that it meets its target ("96 % in May, target met")."""
    return _MEASURE.sub("", words)
