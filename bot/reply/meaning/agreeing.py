"""A yes to what we asked, with more behind it that only repeats the question or tells how it came about."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Status
from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside import doubts, harmless
from bot.reply.beside.around_date import is_only_date
from bot.reply.beside.pieces import SAYS_STATUS, split_pieces
from bot.reply.meaning.assent import yes_of
from bot.reply.meaning.promise import promise_in
from bot.reply.meaning.question import Question
from bot.reply.words import completing, phrases
from bot.reply.words.times import WEEKDAY

_SURE = rf"(?:{yes_of('sure')})\b"
SAYS_YES = re.compile(rf"^(?:(?:no|sorry|oh|well|actually) )*{_SURE}", re.IGNORECASE)
_OPENS = re.compile(
    rf"^(?:{_SURE}|that['’]s (?:right|correct|it)\b"
    r"|(?:all of it|the (?:lot|whole (?:thing|lot|action))|everything)$)[ ,:–-]*",
    re.IGNORECASE,
)
_WHOLE_OF_IT = (
    rf"(?:(?:it )?all|everything|all (?:of (?:it|them)|\d+|{NUMBER_WORDS})|the (?:whole (?:thing|lot|action)|lot))"
)
_WELL = r"(?:right|correct|fine|good|great|ok|okay|all right|perfect)"
_IS_THE_DAY = (
    r"(?: it is| works|(?: is|['’]s| will be|['’]ll be) (?:(?:all |just |still )?"
    rf"{_WELL}|(?:the|our|its|my) (?:(?:new|right|due|target) )?(?:date|day|deadline|one)))"
)
_FOR_IT = rf"(?: (?:for|with) (?:this|it|us|me|{_WHOLE_OF_IT}))?"
_THE_DAY = re.compile(
    rf"^(?:(?:to|for|on|by|until|till|it['’]s|it is|it will be|that['’]s|make it|still) )*(?P<day>.{{3,40}}?)"
    rf"{_IS_THE_DAY}?{_FOR_IT}$",
    re.IGNORECASE,
)
"""The day asked about, named once more ("to the 22nd", "19 March it is", "Friday's the day for all of it")."""
_ORDINAL = re.compile(rf"(?:(?P<weekday>{WEEKDAY}),? )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)", re.IGNORECASE)
DATE_IS_RIGHT = re.compile(
    r"^(?:the|that|this|your) (?:(?:new|revised|proposed|due|target) )*(?:date|day|deadline)(?:['’]s| is)(?: all)? "
    r"(?:right|correct|good|fine|ok|okay)(?: (?:please|thanks|thank you))?$",
    re.IGNORECASE,
)
CONSENTS = re.compile(
    rf"^(?:(?:{yes_of('named')})[ ,]+)?(?:and )?"
    rf"(?:(?:that|this)(?:['’]s| is| will be| would be| looks| sounds) (?:all |absolutely |perfectly |quite )?{_WELL}"
    r"|(?:that|this) (?:works|suits|will do)|sounds (?:good|fine|ok|okay)|(?:i(?:['’]m| am) )?"
    rf"(?:{_WELL}|happy)(?= (?:by|with|for) (?:me|us|this|that))|no objections?|go ahead)"
    r"(?: (?:by|with|for|to|from) (?:me|us|that|this|it))*(?: (?:thanks|thank you|please|too))*$",
    re.IGNORECASE,
)
"""Says that what was proposed may be; to whether something is complete it is no answer."""


def agrees(words: str, question: Question, said_on: date) -> bool:
    """Whether words of `said_on` open with a yes to a question, or say its day again, and nothing beside bends that."""
    pieces = split_pieces(harmless.without_friendly_signs(words))
    opening = _OPENS.match(pieces[0]) if pieces else None
    other_end = question.status is not None and question.status.is_closed and question.status is not Status.COMPLETED
    says_it = bool(opening) or any(_is_day_asked(piece, question, said_on) for piece in pieces)
    if not question.proposes or other_end or not says_it:
        return False
    if "?" in words or harmless.odd_sign(words):
        return False
    first = pieces[0][opening.end() :] if opening else ""
    return all(_bears(piece, question, said_on) for piece in (first.strip(harmless.EDGES), *pieces[1:]) if piece)


def _bears(piece: str, question: Question, said_on: date) -> bool:
    """Whether what stands behind a yes names no other date or status and holds no doubt, limit or denial."""
    if harmless.is_polite(piece) or _WHOLE.match(piece):
        return True
    if _day_asked(question) and (CONSENTS.match(piece) or _is_day_asked(piece, question, said_on)):
        return True
    plain = harmless.without_dates(piece, said_on)
    other = any(rule.pattern.search(plain) for rule in phrases.STATUS_RULES if rule.status is not question.status)
    if other or any(table.search(plain) for table in (doubts.DOUBTS, doubts.DENIES_DONE, doubts.SHAKES_DATE, _BENDS)):
        return False
    if question.status is Status.COMPLETED:
        states = completing.STATES_DONE.match(piece) or harmless.is_past_day(piece, said_on)
        return bool(states) or not harmless.shakes(piece, said_on, wished=True)
    return bool(SAYS_STATUS.fullmatch(piece))


_WHOLE = re.compile(
    rf"^(?:for |to |of )?(?:this|{_WHOLE_OF_IT})(?: (?:by|before) then)?$"
    r"|^(?:by|before) then$|^decided$|^as (?:discussed|agreed|above|i said)$",
    re.IGNORECASE,
)
"""What only says that all of it is meant."""
_BENDS = re.compile(
    r"\b(?:but|however|although|though|only|just|except\w*|apart|still|wait\w*|await\w*|nearly|almost|mostly|largely"
    r"|some|half|slowly|dates?|deadlines?)\b",
    re.IGNORECASE,
)


def _day_asked(question: Question) -> date | None:
    return question.due or question.snooze


def _is_day_asked(piece: str, question: Question, said_on: date) -> bool:
    """Whether a piece says the very day that was asked about, and nothing else."""
    said, asked = _THE_DAY.match(piece), _day_asked(question)
    if said is None or asked is None:
        return False
    number = _ORDINAL.fullmatch(said["day"])
    if number:
        weekday = number["weekday"] or f"{asked:%A}"
        return (int(number["day"]), weekday.lower()) == (asked.day, f"{asked:%A}".lower())
    named = promise_in(said["day"], said_on) if is_only_date(said["day"], said_on) else None
    return named is not None and named.due.end == asked
