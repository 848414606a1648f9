"""What sort of thing a short printed text is: a date, a status, a number, a party, a sentence."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from bot.importing.tasks import is_task
from bot.plan import DueKind
from bot.reading.dates import explain_due
from bot.reading.months import MONTH_NAMES, SEASON_NAMES
from bot.reading.owners import explain_owners
from bot.reading.statuses import opening_status

_SOME_DAY = date(2020, 1, 1)
_NUMBER = re.compile(r"(?!\W*\d\d\.\d\d\.\d\d\W*$)\W*\d{1,3}(?:\.\d{1,2}){0,3}\s?%?\W*")
"""A number of a list or a share; "30.09.27" is a day."""
_CODE = re.compile(r"(?=\D{0,16}\d)[A-Z]{0,8}[\s(./-]{0,3}[\w()./-]{1,16}(?:\s\d{1,4})?")
_UNSETTLED = re.compile(
    r"\W*(?:tb[acd]|n/?a|asap|on-?going|immediate(?:ly)?|continuous|as required|throughout(?: the \w+)?)\W*",
    re.IGNORECASE,
)
_NAMES_TIME = re.compile(rf"\d|\b(?:{MONTH_NAMES}|{SEASON_NAMES}|quarterly|annually|monthly|year)\b", re.IGNORECASE)
_COLOURS = re.compile(r"(?:red|amber|yellow|green|blue|grey|white|[rag])(?:\s?/\s?\w+)?", re.IGNORECASE)
_MOST_WORDS, _FEWEST_OF_TASK = 9, 4


class Kind(Enum):
    NUMBER = "a number or percentage"
    CODE = "a reference"
    LETTER = "a single letter"
    DATE = "a date, or words that stand for one"
    STATUS = "a status"
    PARTY = "people, posts or bodies"
    WORDS = "a few words"
    TEXT = "a sentence"


@lru_cache(maxsize=8_192)
def kind_of(text: str) -> Kind:
    """The sort of a text as far as its words tell; a sentence is told by its length."""
    words = text.split()
    if len(words) == 1 and len(text.strip(".")) == 1:
        return Kind.NUMBER if text.isdigit() else Kind.LETTER
    if _NUMBER.fullmatch(text):
        return Kind.NUMBER
    if len(words) > _MOST_WORDS:
        return Kind.TEXT
    if _is_task_in_small_letters(text, words):
        return Kind.TEXT
    if _UNSETTLED.fullmatch(text) or _is_date(text):
        return Kind.DATE
    if opening_status(text) or _COLOURS.fullmatch(text):
        return Kind.STATUS
    if _CODE.fullmatch(text):
        return Kind.CODE
    if _is_party(text):
        return Kind.PARTY
    return Kind.TEXT if len(words) >= 5 else Kind.WORDS


def _is_task_in_small_letters(text: str, words: list[str]) -> bool:
    """Whether a text says what to do, which names of posts and bodies do not: "Move to monthly budget monitoring"."""
    small = sum(word[0].islower() for word in words[1:])
    return len(words) >= _FEWEST_OF_TASK and 2 * small > len(words) and is_task(text) and not opening_status(text)


def _is_date(text: str) -> bool:
    if not _NAMES_TIME.search(text):
        return False
    due = explain_due(text, _SOME_DAY).due
    return len(text.split()) <= 5 and (due.end is not None or due.kind in (DueKind.ONGOING, DueKind.RECURRING))


def _is_party(text: str) -> bool:
    if not text[:1].isupper() or re.search(r"\b\d{2}\b|\d{4}|[.?!]$|\bto\b", text):
        return False
    explained = explain_owners(text)
    return bool(explained.reading.owners) and not explained.doubtful
