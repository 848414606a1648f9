"""Words of statuses one letter off, spelt right before a status is read."""

from __future__ import annotations

import re

from bot.reading.misprints import one_letter_off

_STATUS_WORDS = (
    *("complete", "completed", "started", "progress", "ongoing", "delayed", "implemented", "cancelled", "superseded"),
    *("deferred", "postponed", "overdue", "withdrawn", "underway", "commenced", "suspended"),
)
"""Words of statuses so long that a word one letter off them can hardly mean another."""
_OTHER_WORDS = frozenset(
    {"competed", "compete", "stated", "starter", "implement", "competes", "completes", "delays", "referred"}
)
_WORD = re.compile(r"[A-Za-z]{6,}")


def mend_statuses(plain: str) -> str:
    """The text with each long word of a status one letter off spelt right; words of their own stay."""

    def mended(match: re.Match[str]) -> str:
        word = match[0].lower()
        if word in _STATUS_WORDS or word in _OTHER_WORDS:
            return match[0]
        return next((name for name in _STATUS_WORDS if one_letter_off(word, name)), match[0])

    return _WORD.sub(mended, plain)
