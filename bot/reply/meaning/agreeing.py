"""A yes to what we asked, with more behind it that only repeats the question or tells how it came about."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Status
from bot.reading.dates.mentions import find_mentions
from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside import doubts, harmless
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning.promise import promise_in
from bot.reply.meaning.question import Question
from bot.reply.words import completing, phrases

_OPENS = re.compile(
    r"^(?:(?:yes|yep|yup|yeah|aye|correct|confirmed|absolutely|definitely|exactly)\b|that['’]s (?:right|correct|it)\b"
    r"|(?:all of it|the (?:lot|whole (?:thing|lot|action))|everything)$)[ ,:–-]*",
    re.IGNORECASE,
)
_IT_IS = re.compile(r"^(?P<day>.{3,40}?) (?:it is|is right|is correct|is the date)$", re.IGNORECASE)
"""A day that is said to be the one asked about ("19 March it is")."""


def agrees(words: str, question: Question, said_on: date) -> bool:
    """Whether words of `said_on` open with a yes to a question, and nothing behind it bends that."""
    pieces = split_pieces(harmless.without_friendly_signs(words))
    opening = _OPENS.match(pieces[0]) if pieces else None
    named = _IT_IS.match(pieces[0]) if pieces and question.due else None
    other_end = question.status is not None and question.status.is_closed and question.status is not Status.COMPLETED
    if not question.proposes or question.snooze or other_end or not (opening or named):
        return False
    if "?" in words or harmless.odd_sign(words):
        return False
    first = pieces[0][opening.end() :] if opening else named["day"] if named else ""
    return all(_bears(piece, question, said_on) for piece in (first.strip(harmless.EDGES), *pieces[1:]) if piece)


def _bears(piece: str, question: Question, said_on: date) -> bool:
    """Whether what stands behind a yes names no other date or status and holds no doubt, limit or denial."""
    if harmless.is_polite(piece) or _WHOLE.match(piece):
        return True
    plain = harmless.without_dates(piece, said_on)
    other = any(rule.pattern.search(plain) for rule in phrases.STATUS_RULES if rule.status is not question.status)
    if other or any(table.search(plain) for table in (doubts.DOUBTS, doubts.DENIES_DONE, doubts.SHAKES_DATE, _BENDS)):
        return False
    if question.status is Status.COMPLETED:
        states = completing.STATES_DONE.match(piece) or harmless.is_past_day(piece, said_on)
        return bool(states) or not harmless.shakes(piece, said_on, wished=True)
    days = find_mentions(piece, said_on)
    rest = plain.strip(harmless.EDGES)
    only_days = bool(days) and (not rest or bool(_WHOLE.match(rest)))
    return only_days and all(_is_asked(piece[each.low : each.high], question, said_on) for each in days)


_WHOLE = re.compile(
    rf"^(?:for |to |of )?(?:(?:it )?all|everything|all (?:of (?:it|them)|\d+|{NUMBER_WORDS})"
    r"|the (?:whole (?:thing|lot|action)|lot))(?: (?:by|before) then)?$"
    r"|^(?:by|before) then$|^decided$|^as (?:discussed|agreed|above|i said)$",
    re.IGNORECASE,
)
"""What only says that all of it is meant."""
_BENDS = re.compile(
    r"\b(?:but|however|although|though|only|just|except\w*|apart|still|wait\w*|await\w*|nearly|almost|mostly|largely"
    r"|some|half|slowly|dates?|deadlines?)\b",
    re.IGNORECASE,
)


def _is_asked(day: str, question: Question, said_on: date) -> bool:
    named = promise_in(day, said_on)
    return named is not None and named.due.end == question.due
