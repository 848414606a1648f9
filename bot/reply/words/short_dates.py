"""Days and months as people shorten them in an answer, written out so that the date reader knows them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.words.times import DAY, MONTH

_DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"}
_SHORT_DAY = re.compile(
    r"\b(?P<lead>(?:by|on|until|till|for|next|this|last) )(?P<day>mon|tues?|weds?|thur?s?|fri)\b\.?(?! \d)",
    re.IGNORECASE,
)
_COUNT = rf"(?:(?:\d+|{NUMBER_WORDS}) (?:days?|weeks?|months?)|a (?:week|month))"
_FORTNIGHT = re.compile(r"(?<!every )(?<!each )(?<!once )\b(?:an? |one )?fortnight\b(?:['’]s)?", re.IGNORECASE)
_FROM_TODAY = re.compile(
    rf"\b(?:in )?(?P<count>{_COUNT})(?:['’]s?)? (?:(?:late |more )?from (?:today|now|this date)|time)\b(?! on\b)",
    re.IGNORECASE,
)
_END_OF_MONTH = re.compile(r"(?<!by )(?<!by the )\b(?:end of (?:the )?month|month[- ]end)\b", re.IGNORECASE)
_END_OF_YEAR = re.compile(
    r"\b(?:before the (?:(?:calendar )?year is|year['’]s) out|(?:by )?(?:the )?end of the calendar year)\b",
    re.IGNORECASE,
)
_TIL = re.compile(r"(?<![\w'’])['’]?til\b", re.IGNORECASE)
_PERIOD = (
    r"(?:(?:the )?(?:end|middle|start) of |(?:early|mid|late)[- ])?"
    rf"(?:{DAY}|{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th))?)(?: \d{{4}})?"
)
_REALISTIC = re.compile(
    rf"(?:^|(?<=[.;!?] )|(?<=\n))(?P<date>{_PERIOD}) (?:(?:is|looks|seems|would be) )?(?:more )?(?:realistic|achievable"
    r"|doable)(?=\s*(?:$|[.,;!\n]))",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    rf"(?:(?<=\bto )|(?<=\bfor )|(?<=\buntil ))(?:the )?(?P<month>{MONTH}) (?:[a-z]+ )?(?:board|committee|cabinet"
    rf"|council|executive|meeting)"
    r"(?: meeting)?(?:,|,? on| [–-]| \()\s?(?:(?:the|[a-z]{3,6}day) )*"
    r"(?:(?P<whole>\d{1,2}[/.]\d{1,2}[/.]\d{2,4})|(?P<day>\d{1,2}(?:st|nd|rd|th)?))(?![\d/])"
    r"(?: (?:of )?(?P=month))?\b\)?",
    re.IGNORECASE,
)
"""The meeting to which something was moved by its month, and its day ("the June board, 25th June")."""
_REQUEST = re.compile(
    r"\b(?:(?:(?:i|we)(?: would|['’]d) (?:be )?)?(?:grateful|obliged|appreciate it) if you (?:would|could|can)"
    r"|(?:please )?(?:would|if|can|could) you"
    r"(?: would| could)?|(?:i|we) would ask you to)(?: please| kindly)? (?=(?:move|change|push|put|use|show|amend"
    r"|update|extend|revise|record|set|make|alter|shift|reset)\b)",
    re.IGNORECASE,
)
"""How a request is dressed up; "would" and "if" in it are no doubt."""
_CLOCK = re.compile(
    r"(?P<by> by)?(?(by) | (?:at |from |around )?)(?:(?:1[0-2]|[1-9])(?:[.:][0-5]\d)? ?(?:am|pm|a\.m\.|p\.m\.)"
    r"|[01]\d[0-5]\d ?(?:hrs|hours))(?!\w)(?(by) on)",
    re.IGNORECASE,
)
"""The time of a day, which no answer turns on."""
_MONTH_PLEASE = re.compile(rf"\b(?P<month>{MONTH}) (?=(?:please|pls|thanks|thank you)\W*(?:$|\n))", re.IGNORECASE)


def written_out(words: str) -> str:
    """`words` with "by Fri" as "by Friday", "a fortnight from today" as "in two weeks", "May please" as "May, please".

    "Month end" is "end of this month", "grateful if you would move" is "please move", and the time of a day goes.
    """
    words = _FORTNIGHT.sub("two weeks", _REQUEST.sub("please ", words))
    words = _CLOCK.sub(lambda found: found["by"] or "", words)
    words = _END_OF_MONTH.sub("end of this month", _TIL.sub("till", words))
    words = _END_OF_YEAR.sub("by the end of December", words)
    words = _OF_MEETING.sub(lambda found: found["whole"] or f"{found['day']} {found['month']}", words)
    words = _REALISTIC.sub(r"realistic date \g<date>", words)
    words = _SHORT_DAY.sub(lambda found: f"{found['lead']}{_DAYS[found['day'][:3].lower()]}", words)
    words = _FROM_TODAY.sub(lambda found: f"in {found['count']}", words)
    return _MONTH_PLEASE.sub(lambda found: f"{found['month']}, ", words)


def with_days_of_month(words: str, said_on: date) -> str:
    """`words` with "Monday 21st" as "the 21st", where the next 21st from `said_on` is a Monday.

    "May next year" has its year.
    """
    words = _NEXT_YEAR.sub(rf"\g<part> {said_on.year + 1}", words)
    return _DAY_OF_MONTH.sub(lambda found: _checked(found, said_on), words)


def _checked(found: re.Match[str], said_on: date) -> str:
    coming = (said_on + timedelta(days=ahead) for ahead in range(62))
    day = next((each for each in coming if each.day == int(found["number"])), None)
    alike = day and f"{day:%a}".casefold() == found["day"][:3].casefold()
    return f"the {found['number']}{found['ending']}" if alike else found[0]


_NEXT_YEAR = re.compile(rf"\b(?P<part>{MONTH}|spring|summer|autumn) (?:of )?next year\b", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(
    r"\b(?:the )?(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thur?s?|fri|sat|sun),?"
    rf" (?:the )?(?P<number>\d{{1,2}})(?P<ending>st|nd|rd|th)\b(?! (?:of\b|{MONTH}))",
    re.IGNORECASE,
)
