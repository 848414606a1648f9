"""Months one letter off, as scans and slips of the pen make them: mended where only one can be meant, else asked."""

from __future__ import annotations

import re

from bot.reading.dates import words
from bot.reading.misprints import one_letter_off
from bot.reading.months import MONTHS

_LONG_MONTHS = tuple(name for name in words.FULL_MONTHS if len(name) > 5)
"""Names so long that a word one letter off them can mean nothing else: "Febuary", but not "Juny"."""

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
