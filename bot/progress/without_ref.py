"""An answer without the reference that was typed before it."""

from __future__ import annotations

import re

from bot.reading.statuses import opening_status

# Words of which a reference before them is the subject: "C3 is done" says nothing without it.
_OF_WHICH = (
    r"(?:is|was|has|had|does|did|can|could|should|must|would)(?:n['’]?t)?|will|won['’]t|can(?:no|['’])t|needs?|remains?"
)
_NAMED = re.compile(r"(?:action|item|re)\s+", re.IGNORECASE)
_APART = re.compile(r"(?:\s*[:).]\s+|\s+[-–—]\s+)(?=\S)")
_APART_FROM_WORD = re.compile(
    rf"(?:\s*[:).]\s+|\s+[-–—]\s+|\s+(?!(?:and|or|to|{_OF_WHICH})\b|&|[-–—]))(?=\S)", re.IGNORECASE
)
_SUBJECT_FIRST = re.compile(rf"(?:{_OF_WHICH})\b", re.IGNORECASE)
_NEW_DATE = re.compile(r"(?:the |a )?(?:new|revised) date\b", re.IGNORECASE)


def without_ref(words: str, ref: str) -> str:
    """An answer without the reference that was typed before it: "3.1: in March" is "in March"."""
    if not ref:
        return words
    named = _NAMED.match(words)
    apart = _APART_FROM_WORD if ref[0].isalpha() else _APART
    for start in (named.end(), 0) if named else (0,):
        end = start + len(ref)
        if words[start:end].casefold() != ref.casefold():
            continue
        if said := apart.match(words, end):
            return words[said.end() :]
        if apart is _APART and not ref.isdecimal() and _opens_an_answer(words[end:]):
            return words[end:].lstrip()
    return words


def _opens_an_answer(words: str) -> bool:
    """Whether words tell of no number before them: "3.1 new date 28 May", where "2.5 days a week" does."""
    said = words.lstrip()
    if said == words or _SUBJECT_FIRST.match(said):
        return False
    return bool(_NEW_DATE.match(said)) or opening_status(said) > 0
