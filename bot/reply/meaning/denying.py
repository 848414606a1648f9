"""A no to what we asked: what it denies is proposed no more, and what stands behind it may say what holds instead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.reading.dates.mentions import find_mentions
from bot.reply.beside import harmless
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning import going
from bot.reply.meaning.agreeing import SAYS_YES
from bot.reply.meaning.dated import LONE_DATE
from bot.reply.meaning.likely import likely_state
from bot.reply.meaning.promise import promise_in
from bot.reply.meaning.question import Question
from bot.reply.meaning.read_words import NOT_MINE, POINTS_ELSEWHERE
from bot.reply.meaning.said import GOING, UNREAD, WHERE, Said

RULE = "answers no"

NO = re.compile(
    r"^(?:no|nope|not yet|(?:(?:no )?(?:it|that|this)(?:['’]s| is)(?:n['’]t| not) |not )(?:yet |all |quite )?"
    r"(?:complete|completed|done|finished)(?: yet)?|(?:no )?it(?:['’]s| is)(?:n['’]t| not)(?: yet)?"
    r"|(?:that|this)(?:['’]s| is) (?:wrong|not right|not correct))(?: (?:thanks|thank you|sorry|not yet|afraid))*$",
    re.IGNORECASE,
)
"""A piece that is a no and nothing else."""
_NO_FIRST = re.compile(r"^(?:no|nope) (?=(?:it|that|this|we|the|i|they|not|still)\b)", re.IGNORECASE)
_NO_CHANGE = re.compile(
    r"^(?:so |and |hence |then )*(?:there(?:['’]s| is) )?no change(?: (?:to (?:the|that) date|there|then|of date))?$"
    r"|^(?:the )?(?:old|original|existing|current|first|same) (?:date|deadline)(?: still)? (?:stands|stays|holds)$",
    re.IGNORECASE,
)
"""A no to a new date, by its other side: the date of the plan stands."""
_SETS_IT = re.compile(
    r"[,;:.–-]*\s*(?:\b(?:so|and|which|therefore|hence) )*\b(?:(?:that|this|it|which)(?:['’]s| is| will be)|is|will be)"
    r"(?: now)? (?:the|our|its) (?:new|right|real|actual|correct) (?:date|deadline|day|one)"
    r"(?: (?:please|then|now))*\W*$",
    re.IGNORECASE,
)
"""What makes of the day before it the new date outright."""


def behind_no(words: str, question: Question, said_on: date) -> str | None:
    """What is told behind a no to what a question proposes, without what only explains the day denied; None for no
    such answer."""
    pieces = split_pieces(harmless.without_friendly_signs(words))
    if not pieces or not question.proposes or question.check_in:
        return None
    if question.due and any(map(_NO_CHANGE.match, pieces)):
        return ""
    if any(map(SAYS_YES.match, pieces)) or not (NO.match(pieces[0]) or _NO_FIRST.match(pieces[0])):
        return None
    opening = pieces[0] if NO.match(pieces[0]) else pieces[0].partition(" ")[0]
    rest = harmless.without_friendly_signs(words).partition(opening)[2].lstrip(_MARKS)
    while rest and (first := _first_sentence(rest, question, said_on)):
        rest = rest[len(first) :].lstrip(_MARKS)
    return rest


_MARKS = " ,.;:!–-\n"
_SENTENCE = re.compile(r"[^.;!\n]*[.;!\n]*")


def _first_sentence(words: str, question: Question, said_on: date) -> str:
    """The first sentence of words, where it only says the no again or what the day denied was; else ""."""
    found = _SENTENCE.match(words)
    first = found[0] if found else words
    said = first.strip(_MARKS)
    again = bool(NO.match(said)) or harmless.is_polite(said)
    return first if again or (_WAS_THAT_DAY.search(said) and _is_denied(said, question, said_on)) else ""


_WAS_THAT_DAY = re.compile(r"\b(?:was|is|are|were|just|only|['’]s)\b", re.IGNORECASE)


def _is_denied(words: str, question: Question, said_on: date) -> bool:
    """Whether the only day in words is the one that a question proposes."""
    days = find_mentions(words, said_on)
    named = [promise_in(words[each.low : each.high], said_on) for each in days] or [promise_in(words, said_on)]
    return question.due is not None and all(each is not None and each.due.end == question.due for each in named)


def as_new_date(words: str, said_on: date) -> str:
    """Words that call the one day in them the new date, as we ask for it; others as they are."""
    tail = _SETS_IT.search(words)
    before = words[: tail.start()] if tail else ""
    days = find_mentions(before, said_on)
    return f"The new date is {before[days[0].low : days[0].high]}" if len(days) == 1 else words


def without_denied(said: Said, behind: str, question: Question) -> Said:
    """What words `behind` a no say for sure, else what of them the no does not deny."""
    again = question.due and said.due and said.due.end == question.due
    closes = said.status is not None and said.status.is_closed
    if (again and not said.doubt) or (closes and said.status is question.status):
        return Said(RULE, doubt=f"You say no, and also something else. {WHERE}")
    bare = said.rule == LONE_DATE and not (question.wants_date or PLEASE.search(behind))
    if closes or (bare and said.due):
        asked = f"Is “{said.due.text}” the new date?" if said.due else "Is the whole action complete?"
        return replace(said, rule=RULE, doubt=said.doubt or asked)
    said = replace(said, due=None) if again else said
    if not said.doubt or said.rule in _OF_OTHERS:
        return said
    tells_more = said.due or said.snooze or said.status not in GOING or likely_state(behind) not in GOING
    tells_no_more = again or (said.rule in _TELLS_NO_MORE and not _NUMBERED.search(behind))
    return replace(said, rule=RULE) if tells_more or not tells_no_more else Said(RULE)


PLEASE = re.compile(r"\bplease\b", re.IGNORECASE)
"""Words that ask us to do as they say."""
_OF_OTHERS = frozenset({NOT_MINE.rule, POINTS_ELSEWHERE, "asks a question"})
"""Rules of words that somebody has to see to, whatever was denied."""
_NUMBERED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
"""A day of a month that nobody names."""
_TELLS_NO_MORE = frozenset({UNREAD, going.RULE})
