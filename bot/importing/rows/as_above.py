"""Cells that point at the one above them: "As above", "ditto", a ditto mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.importing.rows.drafts import Draft

_AS_ABOVE = re.compile(r"\W*(?:(?:same\s)?as\sabove|see\sabove|ditto|same)\W*|\s*(?:[\"“”„〃]|''|,,)\s*", re.IGNORECASE)
_POINTING = ("owner", "due")
"""What people answer for, and by when; a status must be said of each action by itself."""


def with_words_above(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each that points at the one above it with that one's owner or date."""
    whole: list[Draft] = []
    for draft in drafts:
        pointing = [name for name in _POINTING if whole and _AS_ABOVE.fullmatch(getattr(draft, name))]
        whole.append(replace(draft, **{name: getattr(whole[-1], name) for name in pointing}))
    return whole
