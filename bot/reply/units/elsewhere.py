"""Words elsewhere in a mail that may change what is said of an action."""

from __future__ import annotations

import re
from datetime import date

from bot.reply.beside import doubts, harmless
from bot.reply.meaning.read_words import read_words
from bot.reply.meaning.said import UNREAD
from bot.reply.meaning.snooze import without_requests
from bot.reply.units.courtesy import is_courtesy
from bot.reply.units.later import LATER
from bot.reply.units.unit import Unit
from bot.reply.words.times import DAY

_QUALIFIES = re.compile(
    r"\?|\b(?:not|but|however|except\w*|apart from|although|unless|wait|awaiting|pending|still|actually|mistake|wrong"
    r"|draft|proposed|sorry|other|all|rest)\b|n['’]t\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:(?:the|as|see|per|all|both) above|above(?=\W*$| (?:actions?|ones?|items?|dates?|applies|is|are|was|were)\b)"
    r"|the (?:first|second|last|other) one|the first(?! \w)|the (?:former|latter|others)|both(?= (?:are"
    r"|is|of|were|have|done|complete|closed|actions?|items?)\b|\W*$)|neither"
    r"|none(?! (?:is |are )?(?:left|outstanding|remaining)\b)"
    r"|swap|ignore|forget|scrap|correction|meant|should read|assuming|on reflection|reopen"
    r"|nothing (?:of|above|here|is|in))\b"
    rf"|\b{doubts.PROVIDED}",
    re.IGNORECASE,
)
"""Words under one action that may speak of another."""
_TOGETHER = re.compile(r"\bboth\b", re.IGNORECASE)


def qualifies(words: str) -> bool:
    """Whether words about an action of somebody else's may limit an answer all the same."""
    return bool(_QUALIFIES.search(words))


def names_other_plan(words: str) -> bool:
    """Whether a reference in brackets is said to be of another plan ("(action 3.1 in the Digital plan)")."""
    return bool(_OTHER_PLAN.search(words))


_OTHER_PLAN = re.compile(
    r"\((?:see |now |as )?(?:action |ref |reference )?[\w./-]{1,10} (?:in|of|on|under) (?:the|our) (?:[\w'’&-]+ ){1,5}"
    r"(?:plan|programme|strategy)\)",
    re.IGNORECASE,
)


def introduces(unit: Unit, said_on: date) -> bool:
    """Whether words that name no action only lead up to the answers ("My comments are in blue below.")."""
    if _VOCATIVE.match(unit.words):
        return True
    told = unit.words
    if _OF_SENDER.search(told):
        told = _SPANS.sub(" ", harmless.without_dates(_OF_SENDER.sub("we", told), said_on))
    words = _OF_MAIL.sub(" mail", _TO_WHOM.sub("", told))
    unsure = qualifies(_SORRY.sub(" ", told)) or _SOME.search(told) or doubts.DOUBTS.search(told)
    if unit.foreign or unsure or not _LEADS_IN.search(words):
        return False
    return is_courtesy(words) or read_words(words, said_on).rule == UNREAD


_SORRY = re.compile(r"\b(?:sorry|too)\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"^\W*(?:[A-Z]?[a-z]+ )?[A-Z][\w'’-]+\s?[,–-]\s+(?=\w)")
"""Whom a line is to, be it April."""
_OF_MAIL = re.compile(rf" (?:e-?mail|message|reminder|letter|note) (?:of|dated|from|on) (?:the )?{DAY}", re.IGNORECASE)
"""The day of a mail, which is none of any action."""
_LEADS_IN = re.compile(
    r"\b(?:i|me|we|my|our|us|your?|they|these|those|see|below|here|following|updates?|answers|replies|comments|happy"
    r"|apologies|apols)\b|^\W*sorry\b",
    re.IGNORECASE,
)
_VOCATIVE = re.compile(r"^\W*(?:dear |hi |hello )?(?:all|both|team|colleagues|everyone)\W*$", re.IGNORECASE)
_OF_SENDER = re.compile(
    r"\b(?:i|we)(?: was| were|['’]ve been| have been) (?:on|at|off|away|out|in)\b"
    r"|\bonly (?:just )?(?:back|got (?:to|round to))\b",
    re.IGNORECASE,
)
"""What tells where the sender has been: the days in it are theirs."""
_SPANS = re.compile(r"\ball (?:day|week|month|morning|afternoon|summer)\b|\bhalf[- ]term\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:only|half|some|none|few|part)\b", re.IGNORECASE)
"""How much of what stands below is so."""


def points_back(unit: Unit) -> bool:
    """Whether words under one action may speak of another, or take back what was said."""
    words = LATER.sub(" ", without_requests(unit.said if unit.is_placed and not unit.topics[0].beside else unit.words))
    return bool(_POINTS_BACK.search(_TOGETHER.sub(" ", words) if len(unit.refs) > 1 else words))
