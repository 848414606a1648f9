"""The date that follows words of promise in a clause ("new date is ...", "moved to ...").

Free text is never searched for dates: only the few words behind the promise are given to the date reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.plan import Due
from bot.reading.dates import read_due
from bot.reading.dates.mentions import find_mentions
from bot.reading.dates.promises import read_past_date, read_promised_date
from bot.reply.beside.around_date import RELATIVE

_LONGEST = 60
_STOP = re.compile(
    r"[;!?()\n\u2013\u2014]|\s-\s|[.,](?=\s|$)|\s(?=(?:because|due to|as|since|while|pending|when|if|but|owing|so"
    r"|in line|which|i['’]m|i am|for|at|please|thanks|with|after|once|though|instead of|rather than"
    r"|and (?:we|i|it|the))\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^[\s:=,]*(?:(?:is|are|of|to|by|until|till|now|be|will|would|for|in|on|at|it's|say|please)\b[\s:]*)*", re.I
)
_COUNTS = re.compile(r"\bin\s*$", re.IGNORECASE)
"""What makes a day of a length of time ("in six weeks")."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A date read from the words behind a promise; `sure` is False where a person must confirm which is meant."""

    due: Due
    sure: bool


def promise_in(words: str, said_on: date, *, back: bool = False) -> Promise | None:
    """The date at the start of `words`, relative ones counted from `said_on`; None when they name none.

    With `back` the words before it tell of the past, and a date without a year is the latest that has been.
    """
    phrases = tuple(phrase for phrase in _phrases(words) if _begins_with_date(phrase, said_on))
    for phrase in phrases:
        counted = f"in {phrase}" if _COUNTS.search(words[: _lead_length(words)]) else phrase
        past = read_past_date(phrase, said_on) if back else None
        if past:
            return Promise(replace(past, text=phrase), sure=True)
        promised = next(
            filter(None, (read_promised_date(each, said_on) for each in (phrase, f"by {phrase}", counted))), None
        )
        if promised and promised.end:
            return Promise(replace(promised, text=phrase), sure=True)
    for phrase in phrases:
        guessed = read_due(phrase, said_on)
        if guessed.end:
            return Promise(guessed, sure=False)
    return None


def _begins_with_date(phrase: str, said_on: date) -> bool:
    """Whether no words of something else stand before the date ("by the policy that was agreed in September")."""
    found = find_mentions(phrase, said_on)
    relative = RELATIVE.search(phrase)
    starts = [found[0].low] if found else [relative.start()] if relative else []
    return all(_FILLS.match(phrase[:start]) for start in starts)


_FILLS = re.compile(
    r"^\W*(?:(?:the|a|an|by|on|at|in|of|for|to|or|and|is|be|will|now|until|till|from|after|before|about|around|roughly"
    r"|approximately|circa|hopefully|probably|possibly|maybe|perhaps|another|early|mid|middle|late|later|start"
    r"|beginning"
    r"|end|ends|first|second|third|last|half|part|quarter|week|weeks|month|months|year|commencing|ending|wc|we|w/c|w/e"
    r"|next|this|coming|very|just|close|latest|hope|please|say|its|it['’]s|as|soon|sometime|some|time|\w+day|\d+(?:st"
    r"|nd|rd|th)?|meeting|cabinet|council|committee|board)\b\W*)*$",
    re.IGNORECASE,
)


def _phrases(words: str) -> tuple[str, ...]:
    """The words up to the first stop, and up to the second ("Monday, 14 March")."""
    rest = words[_lead_length(words) :][:_LONGEST]
    stops = [found.start() for found in _STOP.finditer(rest)][:2] or [len(rest)]
    return tuple(dict.fromkeys(phrase for stop in (*stops, stops[-1]) if (phrase := rest[:stop].strip(" .,"))))


def _lead_length(words: str) -> int:
    found = _LEAD.match(words)
    return found.end() if found else 0
