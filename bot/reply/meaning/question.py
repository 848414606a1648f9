"""What a mail of ours asked of one action, and what a yes to it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.plan import Status
from bot.reading.dates import read_due


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked of one action. A yes says `status`, `due`, `completed_on` or `snooze`; with none no yes answers.

    `wants_date` where a day alone answers it, `wants_day_done` where the day on which it was completed does, `check_in`
    where "going well" says as much as a yes, `of_each` where it was asked of several actions together, so that one yes
    goes for all of them, `who_instead` where its owner has said that it is not theirs, and a name says whose it is.
    """

    status: Status | None = None
    due: date | None = None
    completed_on: date | None = None
    wants_date: bool = False
    wants_day_done: bool = False
    check_in: bool = False
    snooze: date | None = None
    of_each: bool = False
    who_instead: bool = False

    @property
    def proposes(self) -> bool:
        return bool(self.status or self.due or self.snooze)


FOR_DATE = Question(wants_date=True)


def check_in(status: Status) -> Question:
    """Whether an action of this status still goes on: a yes leaves it ongoing, and makes of the rest "in progress"."""
    return Question(Status.ONGOING if status is Status.ONGOING else Status.IN_PROGRESS, check_in=True)


def asked_in(card: str) -> Question | None:
    """What the card of a nudge, on one line, asks of its action in the words of `bot/compose/sentences/card.py`."""
    if _ASKS_DATE.search(card):
        found = FOR_DATE
    else:
        found = check_in(Status.IN_PROGRESS) if _CHECKS_IN.search(card) else Question()
    found = replace(found, who_instead=bool(_ASKS_WHO.search(card)))
    return None if found == Question() else found


def due_in(card: str) -> date | None:
    """The last day of an action's date, as the card of a nudge tells it."""
    told = _DUE_BY.search(card)
    return read_due(told["day"], date(2000, 1, 1)).end if told else None


_DUE_BY = re.compile(r"\bIt (?:was|is) due by (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\b")
_ASKS_DATE = re.compile(
    r"It has no date yet\. When is it to be done\?|The plan gives its date as .+ Which day is meant\?"
)
_CHECKS_IN = re.compile(r"It goes on without an end date\. Is it still running\b|The plan says .+: how is it going\?")
_ASKS_WHO = re.compile(r"\bthat it is not yours\b|Who should we ask instead\?")
_OF_WHO = re.compile(r"Who should we ask instead\?$")
_OF_DATE = re.compile(r"the new date(?: for the whole action)?\?$")
_OF_DAY = re.compile(r"(?:the new date(?: for the whole action)?|is there a new date|Which day is it)\?$")
_OF_PEACE = re.compile(r"\balone\b")
_OF_SNOOZE = re.compile(r"May we leave this alone until [^?]+\?$")
_OF_COMPLETION = re.compile(r"Is (?:the whole action|each of them) complete\?$")
_OF_DAY_DONE = re.compile(r"\bcomplete, and on which day was that\?$")
_OF_EACH = re.compile(r"(?:Is each of them complete|Does it go for each of them)\?$")
_OF_CLOSING = re.compile(r"May we close it, although it was not completed\?$")
_IS_IT_SO = re.compile(r"We take (?:it that this is [^?.]+|this to be about “[^”]+”)\. Is that so\?$")
_AS_SAID = re.compile(r"(?:Does it stand as you say here|Is that your answer)\?$")


def asked_back(
    sentence: str,
    status: Status | None = None,
    due: date | None = None,
    completed_on: date | None = None,
    snooze: date | None = None,
) -> Question:
    """The question that a receipt put about an answer of which so much was read."""
    if _OF_SNOOZE.search(sentence):
        return Question(snooze=snooze)
    day = completed_on if status is Status.COMPLETED else None
    wants_date = bool(_OF_DAY.search(sentence)) and not _OF_PEACE.search(sentence)
    if _OF_COMPLETION.search(sentence):
        day = completed_on if status is Status.ONGOING else day  # what comes round stays ongoing for being done once
        return Question(Status.COMPLETED, completed_on=day, of_each=bool(_OF_EACH.search(sentence)))
    if _OF_DAY_DONE.search(sentence):
        return Question(wants_day_done=True)
    if _OF_EACH.search(sentence):
        return Question(status, due, day, snooze=snooze, of_each=True)
    if _IS_IT_SO.search(sentence) or _AS_SAID.search(sentence):
        return Question(status, due, day)
    if _OF_CLOSING.search(sentence):
        return Question(status)
    if _OF_DATE.search(sentence) and due:
        return Question(None if status and status.is_closed else status, due, wants_date=True)
    return Question(wants_date=wants_date, who_instead=bool(_OF_WHO.search(sentence)))
