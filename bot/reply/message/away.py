"""An out-of-office note: from which day its sender is back, or that they are gone for good, and whom it says to
contact. Pure.

A note is a machine's and never an answer; all that follows from it is when its sender is asked again, or that somebody
else is. What is not plainly said is not read: then nobody waits, and nobody is gone.
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

_EMPLOYER = (
    r"(?:[\w’'&-]+ ){0,4}?(?:council|authority|organi[sz]ation|company|employer|employment|trust|university|association"
    r"|partnership)\b"
)
_NOT_ALL = r"(?![^.;!?\n]*\b(?:team|service|department|directorate|section|unit)\b)"
_PART_OF_THE_TIME = r"(?! (?:\w+ )?(?:at|during|outside|out of|after|before|between|over|while|when|until|every|on)\b)"
_NOW = r"(?: (?:now|since|recently|unfortunately|sadly))*"
_SOMEBODY = (
    r"(?:this|that) (?:person|colleague|user|employee|officer|member of staff)|the (?:person|owner) [^.;!?\n]{3,40}"
)
_MAILBOX = (
    r"(?:this|the|my) (?:[\w.@-]+ )?(?:mailbox|inbox|account|(?:e-?mail|mail)(?: address)?|address)"
    r"(?: [\w.-]+@[\w.-]+\w)?"
)
_GONE = re.compile(
    rf"\b(?P<who>i|{_SOMEBODY}|(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}}))(?:{_NOW}"
    rf"(?: am| is|['’]m|['’]s)? no longer (?:(?:work(?:ing|s)?|employed)(?: here\b| (?:for|by|with|at)"
    rf" {_NOT_ALL}(?:us\b|(?:the )?{_EMPLOYER}|(?-i:[A-Z])))|(?:with|at|(?:an employee|a member of staff) of)"
    rf" {_NOT_ALL}(?:us\b|(?:the )?{_EMPLOYER}))"
    rf"|(?: have| has|['’]ve|['’]s)?{_NOW} (?:left (?:us\b|{_EMPLOYER})|retired\b))"
    rf"|\b{_MAILBOX} (?:is no longer (?:being )?(?:monitored|in use|active|checked|used|read|valid)"
    rf"|(?:has been|is(?: now)?) (?:permanently )?(?:closed|deactivated|disabled)\b){_PART_OF_THE_TIME}",
    re.IGNORECASE,
)
"""That nobody reads what is sent there any more: of somebody named, where it is the sender's own name."""
_NOT_NAMED = re.compile(rf"i|{_SOMEBODY}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Away:
    """An absence as it was announced: the first day on which its sender is back, None where that is not plain.

    `gone` where nobody reads what is sent to them any more.
    """

    back: date | None
    contact: str = ""
    gone: bool = False


def read_away(words: str, said_on: date, sender: str = "") -> Away:
    """What a note written on `said_on` by somebody of that name says."""
    text = "\n".join(cap(words))
    ways = ((_BACK, 0), (_SPAN, 1), (_UNTIL, 0))
    found = (_first_day(match["day"], said_on, after) for pattern, after in ways for match in pattern.finditer(text))
    back = next((day for day in found if day and said_on < day <= said_on + LONGEST), None)
    contact = _CONTACT.search(text)
    gone = back is None and any(_is_of(each["who"], sender) for each in _GONE.finditer(text))
    return Away(back, contact["who"].rstrip(".") if contact else "", gone)


def _is_of(who: str | None, sender: str) -> bool:
    """Whether it is the sender who is gone, or their mailbox."""
    named = set(re.findall(r"\w+", (who or "").lower()))
    return who is None or bool(_NOT_NAMED.fullmatch(who)) or named <= set(re.findall(r"\w+", sender.lower()))


def note_of(mail: Mail, said_on: date) -> Away:
    """What an out-of-office mail says, in its subject or its text."""
    return read_away(f"{mail.subject}\n{visible_text(mail)}", said_on, mail.sender.name)


def _first_day(words: str, said_on: date, after: int) -> date | None:
    """The day named at the beginning of the words, and so many days after it."""
    cut = _CUT.search(words)
    named = words[: cut.start()] if cut else words
    due: Due | None = next(
        (found for form in (f"on {named}", f"by {named}") if (found := read_promised_date(form, said_on))), None
    )
    day = due.end if due and due.start == due.end else None
    return day + timedelta(days=after) if day else None
