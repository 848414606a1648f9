"""An out-of-office note: from which day its sender is back, and whom it says to contact meanwhile. Pure.

A note is a machine's and never an answer; all that follows from it is when its sender is asked again. What is not
plainly said is not read: then nobody waits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.plan import Due
from bot.reading.dates.promises import read_promised_date
from bot.reply.lines import cap
from bot.reply.message.mail import Mail
from bot.reply.message.shown import visible_text

LONGEST = timedelta(days=366)
_DAY = r"(?P<day>[^.;!?\n]{3,60})"
_SPAN = re.compile(rf"\b(?:from|between)\b[^.;!?\n]{{3,40}}?\b(?:to|until|till|and|-|–)\s+{_DAY}", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:return(?:ing|s)?|back)\b(?: (?:to|in|at|from)(?: (?:the|my))?"
    rf" (?:work|office|annual leave|leave|desk|post))?,?(?: again)?(?: on| from| by)? {_DAY}",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:away|out of (?:the )?office|on (?:annual |sick |maternity |parental |special )?leave|absent|unavailable"
    rf"|not (?:in|at|available|working))\b[^.;!?\n]{{0,60}}?\b(?:until|till|through|up to) {_DAY}",
    re.IGNORECASE,
)
_CUT = re.compile(r"\b(?:and|with|when|but|so|if|for|please|inclusive|i|my|we|at|due to|as)\b|[,(]", re.IGNORECASE)
_CONTACT = re.compile(
    r"\b(?:contact|speak (?:to|with)|e-?mail|get in touch with|refer to|write to|call)\s+"
    r"(?:my (?:colleague|deputy)s?,?\s+)?"
    r"(?P<who>[^\s<>@,;:]{1,60}@[^\s<>@,;:]{1,60}\w|[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){1,3})"
)


@dataclass(frozen=True, slots=True)
class Away:
    """An absence as it was announced: the first day on which its sender is back, None where that is not plain."""

    back: date | None
    contact: str = ""


def read_away(words: str, said_on: date) -> Away:
    """What a note written on `said_on` says."""
    text = "\n".join(cap(words))
    ways = ((_BACK, 0), (_SPAN, 1), (_UNTIL, 0))
    found = (_first_day(match["day"], said_on, after) for pattern, after in ways for match in pattern.finditer(text))
    back = next((day for day in found if day and said_on < day <= said_on + LONGEST), None)
    contact = _CONTACT.search(text)
    return Away(back, contact["who"].rstrip(".") if contact else "")


def note_of(mail: Mail, said_on: date) -> Away:
    """What an out-of-office mail says, in its subject or its text."""
    return read_away(f"{mail.subject}\n{visible_text(mail)}", said_on)


def _first_day(words: str, said_on: date, after: int) -> date | None:
    """The day named at the beginning of the words, and so many days after it."""
    cut = _CUT.search(words)
    named = words[: cut.start()] if cut else words
    due: Due | None = next(
        (found for form in (f"on {named}", f"by {named}") if (found := read_promised_date(form, said_on))), None
    )
    day = due.end if due and due.start == due.end else None
    return day + timedelta(days=after) if day else None
