"""Months one letter off, as scans and slips of the pen make them: mended where only one can be meant, else asked."""

from __future__ import annotations

import re

from bot.reading import due_words as words
from bot.reading.months import MONTHS

_LONG_MONTHS = tuple(name for name in words.FULL_MONTHS if len(name) > 5)
"""Names so long that a word one letter off them can mean nothing else: "Febuary", but not "Juny"."""

_STATUS_WORDS = (
    *("complete", "completed", "started", "progress", "ongoing", "delayed", "implemented", "cancelled", "superseded"),
    *("deferred", "postponed", "overdue", "withdrawn", "underway", "commenced", "suspended"),
)
"""Words of statuses so long that a word one letter off them can hardly mean another."""
_OTHER_WORDS = frozenset(
    {"competed", "compete", "stated", "starter", "implement", "competes", "completes", "delays", "referred"}
)
_WORD = re.compile(r"[A-Za-z]{6,}")
_NO_YEAR = re.compile(r"[\s,./'-]{0,3}(?:\d{4,}|(?:19|20)\d|2(?=\d*[Oo])[\dOo]{3})(?=\s*(?:$|[.,;:)&/-](?!\d)))")
"""A number right behind a date without a year that can only have been meant for one: "20226", "202", "2O26"."""


def misprinted_year(behind: str) -> str:
    """What stands right behind a date in the place of its year and is none; "" where nothing does."""
    found = _NO_YEAR.match(behind)
    return found[0] if found else ""


def mend_months(plain: str) -> tuple[str, str | None]:
    """The text with each long month one letter off spelt right, and a sentence that tells of the last one."""
    told = None
    for match in words.WORD_BY_NUMBER.finditer(plain):
        word = match["word"] or match["later"]
        month = next((name for name in _LONG_MONTHS if one_letter_off(word.lower(), name)), None)
        if month and word.isalpha() and word.lower() not in MONTHS:
            plain, told = plain.replace(word, month.capitalize()), f'"{word}" is taken as {month.capitalize()}.'
    return plain, told


def misread_month(plain: str) -> str | None:
    """A sentence about a word one letter off a month's name beside a number, as scans and typing slips make them."""
    for match in words.WORD_BY_NUMBER.finditer(plain):
        word = (match["word"] or match["later"]).lower()
        month = next((name for name in words.FULL_MONTHS if one_letter_off(word, name)), None)
        if month and word not in MONTHS:
            meant = match[0].replace(match["word"] or match["later"], month.capitalize())
            return f'"{match[0]}" may mean {meant}: which date is meant?'
    return None


def mend_statuses(plain: str) -> str:
    """The text with each long word of a status one letter off spelt right; words of their own stay."""

    def mended(match: re.Match[str]) -> str:
        word = match[0].lower()
        if word in _STATUS_WORDS or word in _OTHER_WORDS:
            return match[0]
        return next((name for name in _STATUS_WORDS if one_letter_off(word, name)), match[0])

    return _WORD.sub(mended, plain)


def one_letter_off(word: str, name: str) -> bool:
    """Whether one letter changed, added, lost or swapped with its neighbour makes `word` into `name`."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, wanted = word[same:], name[same:]
    swapped = len(rest) > 1 and len(wanted) > 1 and rest[1] + rest[0] + rest[2:] == wanted
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped
