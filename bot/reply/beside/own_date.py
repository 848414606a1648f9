"""The day of what an action asks for: "the launch date" is its date where the action is to launch.

Elsewhere the same words may speak of a step on the way, and are asked about.
"""

from __future__ import annotations

import re
from datetime import date

from bot.reading.dates import read_promised_date
from bot.reading.deeds import OF_EACH, ONCE
from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside.asked_deed import NOUNS, THING, asked_deed, thing_of
from bot.reply.words.times import DAY_NAME, SHORT_MONTH

_BEFORE_DATE = re.compile(
    r"(?P<kept>^\W{0,3}|[.,;:!\n] ?|\s[-–—] )(?P<of>(?:[\w'’-]+ ){1,6}?)(?=(?:date|deadline"
    r"|(?:(?:will|has|have|was|is|are|been|now|currently) )*(?:moved|put back|postponed|rescheduled|deferred"
    r"|slip(?:ped|s)?|on hold|paused|suspended|frozen|stalled))\b)",
    re.IGNORECASE,
)
_BEHIND_DATE = re.compile(
    r"(?P<kept>\b(?:date|deadline|agreed|said|set)\b[^.;!?\n]{0,30}?)"
    r" for (?P<of>(?:[\w'’-]+ ){0,6}[\w'’-]+)(?=\s*(?:$|[.,;\n]))",
    re.IGNORECASE,
)
_ANEW = rf"\b(?:new|revised) NOUN(?: date)?[: ]+(?=(?:(?:is|the|end of|{DAY_NAME}) )*(?:\d|{SHORT_MONTH}))"
"""The day of the deed put anew ("revised opening date 4 May")."""
_LINKS = frozenset(("both", "all", "the", "our", "a", "an", "of", "reaching", "completing", "achieving"))
_FURTHER_NOUNS = {"agree": "agreement", "close": "closure", "open": "opening", "publish": "publication"}
_FURTHER_DEEDS = {"agree": "agreed", "clear": "cleared"}
_MANY_DAYS = frozenset((*OF_EACH, "review", "consult"))
"""Verbs of deeds that have days of their own on the way: a "review date" may be the next one, or that of a part."""


def as_own_date(words: str, action: str) -> str:
    """`words` with the date of what `action` asks for as its own, and its deed to come as its completion."""
    first = THING.search(action.lower())
    verb, _ = asked_deed(action)
    asked = first[0] if first else ""
    noun = "" if asked in _MANY_DAYS else _FURTHER_NOUNS.get(asked) or NOUNS.get(asked, "")
    things = THING.findall(action.lower())[1:]
    head = THING.findall(thing_of(action))[1:][-1:]

    def without(found: re.Match[str]) -> str:
        told = {*THING.findall(found["of"].lower())} - _LINKS
        whole = (verb and noun in told) or not told.isdisjoint(head)
        return found["kept"] if told and whole and told <= {*things, noun} else found[0]

    words = re.sub(_ANEW.replace("NOUN", noun), "new date ", words, flags=re.IGNORECASE) if noun else words
    for said_of in (_BEHIND_DATE, _BEFORE_DATE):
        words = said_of.sub(without, words)
    done = _FURTHER_DEEDS.get(verb) or ONCE.get(verb)
    return _to_come(f"{done}|{verb}").sub(r"\g<will> be completed by", words) if done else words


def counted_on(words: str, ends: date | None) -> str:
    """`words` with the time by which an action slips as the day that it slips to, where it is known when it `ends`."""

    def moved(found: re.Match[str]) -> str:
        length = found["length"].lower().replace("a fortnight", "two weeks")
        due = read_promised_date(f"in {length}", ends) if ends else None
        return f"{found['slips']} to {due.end.day} {due.end:%B %Y}" if due and due.end else found[0]

    return _SLIPS_BY.sub(moved, words)


_SLIPS_BY = re.compile(
    r"\b(?P<slips>slip(?:ped|s)?)(?: by)?"
    rf" (?P<length>a fortnight|(?:an?|\d{{1,2}}|{NUMBER_WORDS}) (?:day|week|month)s?)"
    r"(?= ?(?:$|[.,;\n]|because|as|since|due to|owing to|while|please|sorry))",
    re.IGNORECASE,
)


def _to_come(done: str) -> re.Pattern[str]:
    """A deed told as to come, of nothing less than the action ("will be published by")."""
    return re.compile(
        rf"(?P<will>(?:^|(?<=[.;!\n] ))(?:(?:it|this|they|all) )?will(?: now| all)?) be (?:{done}) by\b", re.IGNORECASE
    )
