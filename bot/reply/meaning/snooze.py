"""An owner who asks to be reminded later: until which day, where that is plainly said.

It is never a new date: only words about our asking are read here ("remind me in two weeks", "leave this until Monday").
Words about the work ("we will leave this until May", "push it to May") stay with the rules of dates, which ask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.plan import Precision
from bot.reading.dates.promises import read_promised_date
from bot.reply.beside.pieces import split_pieces
from bot.reply.words.times import WEEKDAY

RULE = "asks to be reminded later"
UNTIL_WHEN = "Until which day may we leave this alone, or is there a new date?"

_OPENS = (
    r"(?:(?:please|pls|hi|yes|ok|okay|so|sorry|and|then|just|you|could|can|would|will|perhaps|maybe|if|you['’]d"
    r"|kindly)\b[ ,]*)*"
)
_US = r"(?:me|us)(?: (?:again|back|(?:about|on|for|of) (?:this|it|that)(?: one| action)?))*"
_STOP = r"(?:do not|don['’]?t|no need to|there(?: is|['’]s) no need to|need not|needn['’]?t|stop)"
_WHEN = r"(?P<when>.+)"
_ASKING = r"(?:remind(?:ing)?|chas(?:e|ing)|ask(?:ing)?|nudg(?:e|ing)|prompt(?:ing)?|e-?mail(?:ing)?|contact(?:ing)?)"
_REQUESTS = tuple(
    re.compile(rf"^{_OPENS}{pattern}$", re.IGNORECASE)
    for pattern in (
        rf"(?:remind|chase|ask|nudge|prompt|ping|e-?mail|contact|check in with|(?:come|get) back to) {_US} {_WHEN}",
        r"(?:remind|ask|try|check|come back) again (?P<when>.+)",
        r"(?:leave|snooze)(?: (?:this|that|it|me|us|one|alone|be|with|for now))+ (?P<when>(?:until|till|for) .+)",
        r"snooze(?:,? please)? (?P<when>(?:until|till|for|to) .+)",
        rf"{_STOP} {_ASKING}(?: {_US}| again)* (?P<when>(?:until|till|before) .+)",
    )
)
_JOINT = re.compile(
    r"^(?P<joint>(?:until|till|to|before|for|in|on|at|by|from|after)?)\b\s*(?P<rest>.*)$", re.IGNORECASE
)
_DATE_WORDS = re.compile(
    r"^(?:(?:\d[\d/.:-]*(?:st|nd|rd|th)?|the|of|in|on|at|next|this|coming|end|start|beginning|early|late|mid|a|an|one"
    r"|two|three|four|five|six|eight|ten|days?|weeks?|months?|fortnight|times?|week['’]?s|weeks['’]|months?['’]s?"
    rf"|fortnight['’]s|tomorrow|{WEEKDAY}"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|please|again|now)[ ,'’]*)+$",
    re.IGNORECASE,
)
"""All that may stand in a day to be reminded on; any other word may be a condition."""
_ENDS = re.compile(r"\bend\b", re.IGNORECASE)
_REQUEST_TO_US = re.compile(r"\b(?:can|could|would|will) you\b", re.IGNORECASE)


_BUSY = re.compile(
    r"^(?!.*\b(?:but|if|unless|and|once|until|done|finished|complete\w*|not|no)\b)(?:(?:sorry|as|because"
    r"|since) )*(?:(?:i|we|we all|(?:the|my|our) (?:\w+ )?team|everyone)(?:['’](?:m|re|ve been)| am| are| is"
    r"| have been| has been)? )?(?:(?:all|very|rather|too|quite|really|currently|still|so|a bit) )*"
    r"(?:busy|tied up|snowed under|stretched|swamped|short[- ]staffed)(?: (?:with|by|on|preparing) [\w '’-]{2,60})?$",
    re.IGNORECASE,
)


def is_why(piece: str) -> bool:
    """Whether a piece says that its sender has no time now ("busy with the inspection"), and nothing of the work."""
    return bool(_BUSY.match(piece))


@dataclass(frozen=True, slots=True)
class Snooze:
    """A request to be reminded later: the piece of the mail that makes it, and the day, None where it is not plain."""

    piece: str
    until: date | None


def find_snooze(words: str, said_on: date) -> Snooze | None:
    """The first request in a mail to be left alone for a while."""
    for piece in split_pieces(words):
        for request in _REQUESTS:
            found = request.match(piece)
            if found:
                wonders = "?" in words and not _REQUEST_TO_US.search(piece)
                return Snooze(piece, None if wonders else _day(found["when"], said_on))
    return None


def without_requests(words: str) -> str:
    """`words` without what asks to be reminded later, so that nothing else is read into it."""
    for piece in split_pieces(words):
        if any(request.match(piece) for request in _REQUESTS):
            words = words.replace(piece, " ")
    return words


def _day(when: str, said_on: date) -> date | None:
    """The day on which somebody wants to be asked again: the first of a period, but for its end where that is said."""
    found = _JOINT.match(when.strip(" .,"))
    if not found or not _DATE_WORDS.match(found["rest"]):
        return None
    joint, rest = found["joint"].lower(), found["rest"]
    forms = (f"in {rest}", f"on {rest}", f"by {rest}") if joint in ("for", "in") else (rest, f"on {rest}", f"by {rest}")
    due = next((due for form in forms if (due := read_promised_date(form, said_on))), None)
    if due is None or due.start is None or due.end is None:
        return None
    if joint == "after":
        day = due.end + timedelta(days=1)
    else:
        day = due.end if due.precision is Precision.DAY or _ENDS.search(rest) else due.start
    return day if day > said_on else None
