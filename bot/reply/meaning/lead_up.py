"""What leads up to a date that is given outright: it tells why, and casts no doubt on the date."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Due
from bot.reading.dates.mentions import find_mentions
from bot.reply.beside import doubts
from bot.reply.beside.around_date import is_heading
from bot.reply.meaning.promise import promise_in
from bot.reply.meaning.promise_rules import ASKS_TO_SET, OUTRIGHT, USES_DATE
from bot.reply.meaning.statuses import sentence_of


def without_lead_up(rule: str, found: re.Match[str], due: Due, said_on: date) -> str:
    """The words in which a date was `found`, without the account before it and the days in its why.

    A condition stays, and so does a heading; before a date that only moved no more is left out than earlier days.
    """
    words = found.string
    start = _clause_of(rule, found)
    if rule in OUTRIGHT:
        kept = (
            each if _STAYS.search(each) or is_heading(each) else _blank(each) for each in _PARTS.split(words[:start])
        )
        words = "".join(kept) + words[start:]
    return _without_earlier(words, start, found.end(), due, said_on)


def _clause_of(rule: str, found: re.Match[str]) -> int:
    """Where the clause that gives a date begins: with what asks for it, behind "and we need", or with its sentence."""
    if rule in (ASKS_TO_SET, USES_DATE):
        return found.start()
    start = found.string.find(sentence_of(found.string, found))
    joint = _NEEDS.search(found.string[start : found.start()])
    return start + joint.start() if joint else start


def _without_earlier(words: str, start: int, behind: int, due: Due, said_on: date) -> str:
    """`words` with days before the new date blanked out, where they stand before `start`, or in its why behind it.

    ("The end of June, as the residents want a second meeting in May.")
    """
    at = words.find(due.text, behind) + len(due.text)
    why = _WHY.match(words[at:])
    why_ends = at + len(why[0]) if why else at
    for each in find_mentions(words, said_on):
        aside = each.low < start or at <= each.low < why_ends
        named = promise_in(words[each.low : each.high], said_on) if aside else None
        of_part = doubts.SHAKES_DATE.search(words[each.low : each.high])
        if named and not of_part and named.due.end and due.end and named.due.end <= due.end:
            words = words[: each.low] + _blank(words[each.low : each.high]) + words[each.high :]
    return words


def _blank(words: str) -> str:
    return " " * len(words)


_PARTS = re.compile(r"(?<=[.,:;!?\n])")
_STAYS = re.compile(r"\b(?:if|unless|provided|subject to|depend\w*|assuming)\b", re.IGNORECASE)
_NEEDS = re.compile(
    r"\b(?:and|so|but|hence|therefore)(?: (?:we|i|it|this|will|would|now|please|need|needs|want|propose|suggest|have"
    r"|agreed|request|asking|like|for|to|with|a|the|our|my))* $",
    re.IGNORECASE,
)
_WHY = re.compile(r"^,? (?:as|because|since|so that|to allow|to give) [^.;\n]*", re.IGNORECASE)
