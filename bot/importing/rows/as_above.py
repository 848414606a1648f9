"""Cells that point at the one above them: "As above", a ditto mark, or nothing where the document says that it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from bot.importing.rows.drafts import Draft

_AS_ABOVE = re.compile(r"\W*(?:(?:same\s)?as\sabove|see\sabove|ditto|same)\W*|\s*(?:[\"“”„〃]|''|,,)\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s")
_BLANK = re.compile(
    r"\b(?:blanks?|empty|(?:is|are) not (?:shown|filled|repeated|given|stated)"
    r"|no (?:\w+ ){1,4}(?:is |are )?(?:shown|named|given|stated|listed|entered|printed))\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\b(?:above|previous|preceding|carr(?:y|ies|ied) (?:on|down|over|forward))\b", re.IGNORECASE)
_NAMED = {
    "owner": re.compile(r"\b(?:leads?|owners?|officers?|responsib\w+|who|whom|person)\b", re.IGNORECASE),
    "due": re.compile(r"\b(?:dates?|deadlines?|timescales?|when|due)\b", re.IGNORECASE),
}
"""What a line calls the columns whose blanks it explains; where it names none, all of them."""
_POINTING = ("owner", "due")
"""What people answer for, and by when; a status must be said of each action by itself."""


def with_words_above(drafts: Iterable[Draft], carried_down: Set[str] = frozenset()) -> list[Draft]:
    """The drafts, each that points at the one above it with that one's owner or date.

    A blank in a field of `carried_down` points too, up to where its section begins.
    """
    whole: list[Draft] = []
    for draft in drafts:
        above = whole[-1] if whole else None
        pointing = [name for name in _POINTING if above and _points(draft, name, above, carried_down)]
        whole.append(replace(draft, **{name: getattr(above, name) for name in pointing}))
    return whole


def _points(draft: Draft, name: str, above: Draft, carried_down: Set[str]) -> bool:
    printed = getattr(draft, name)
    blank = name in carried_down and not printed.strip() and draft.section == above.section
    return blank or bool(_AS_ABOVE.fullmatch(printed))


def fields_carried_down(lines: Iterable[str]) -> frozenset[str]:
    """The fields whose blanks, as a line of the document says, stand for what is printed above them."""
    said = [part for line in lines for part in _SENTENCE.split(line) if _BLANK.search(part) and _ABOVE.search(part)]
    return frozenset(
        name
        for part in said
        for name, words in _NAMED.items()
        if words.search(part) or not any(each.search(part) for each in _NAMED.values())
    )
