"""What befell something else than the action, and the comment below a button: neither speaks of the action itself."""

from __future__ import annotations

import re
from datetime import date

from bot.reading.dates.mentions import find_mentions
from bot.reply.beside import doubts
from bot.reply.words import completing, phrases
from bot.reply.words.times import MONTH

_MISHAP = (
    rf"(?:(?:sorry|unfortunately) )*(?:the |our |a )?(?:{MONTH}['’]s(?: one)?|(?:[\w'’-]+ ){{0,3}}?(?:meetings?"
    r"|committee|cabinet|council|board|sessions?|workshops?|consultation|supplier|contractor|courses?|events?|hearing"
    r"|election|survey|inspection)) (?:(?:was|were|has|have|had|having|is|are|been|to be|got) ){1,4}(?:cancel+ed"
    r"|postponed|deferred|called off|pulled|delayed|moved|rearranged|suspended)"
)
_TELLS_MISHAP = re.compile(
    rf"(?:^|[.,;:(–-]|\b(?:as|because|since))\s*{_MISHAP}(?=\s*(?:$|[.,;)]|(?:as|because|since|but)\b))", re.I | re.M
)


def without_mishaps(words: str) -> str:
    """`words` without what befell something else than the action ("the meeting was cancelled")."""
    return _TELLS_MISHAP.sub(" ", words)


def without_meetings(words: str) -> str:
    """`words` without the month that only says which meeting is meant ("the October committee")."""
    return _WHICH_MEETING.sub(r"\g<1> ", words)


_WHICH_MEETING = re.compile(
    r"\b(the|our) (?!may\b)[a-z]{3,9} (?=meeting|committee|cabinet|council|board|deadline|date)", re.IGNORECASE
)


def is_plain_reason(words: str, said_on: date) -> bool:
    """Whether words typed below a new date, where we invite to give the reason, can be read as nothing else.

    They name no other date or status, are no question, and hold no second thought.
    """
    other = (doubts.DOUBTS, doubts.SHAKES_DATE, completing.MENTIONS_DONE, phrases.LOOK_ELSEWHERE)
    statuses = (rule.pattern for rule in phrases.STATUS_RULES)
    told = any(table.search(words) for table in (*other, *statuses))
    return not told and not find_mentions(words, said_on)
