"""What words about one action come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.plan import Due, Status

WHERE = "Is it complete, on track, or is there a new date?"
"""The question that any answer settles."""
UNREAD, NAMES_DATE, PROMISES_DAY = "unread", "names a date", "promises a day"
"""The rules of words in which no status is read: without a date, with one, with one that is told as an end."""
GOING = (None, Status.IN_PROGRESS, Status.ONGOING)
"""What leaves open how words go on: no status, or one of work that goes on."""

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Said:
    """What words say: at most one status and one date, by which rule, and why they cannot simply be applied.

    `completed_on` is the day that a completion names, `snooze` the day until which its sender asks to be left alone.
    `wished` when it asks outright to close the action or to put a status down, and does not only tell of it.
    """

    rule: str
    status: Status | None = None
    due: Due | None = None
    doubt: str = ""
    completed_on: date | None = None
    snooze: date | None = None
    wished: bool = False


def short(words: str) -> str:
    """Words as a question quotes them: at most 40 characters, cut between words where it can be."""
    if len(words) <= _SHORT:
        return words
    head, _, last = words[:_SHORT].rpartition(" ")
    return f"{head or last[:-1]}…"
