"""What a mail says about one action, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.plan import Due, Status


class Decision(StrEnum):
    """What becomes of an update: written by itself, asked about once, kept as words alone, or held for a person."""

    APPLY = "apply"
    ASK = "ask"
    NOTE = "note"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Update:
    """A reading tied to an action; `ref` is "" when nobody can tell which. `comment` holds the words as written.

    `rule` names the rule that read it. `reason` is why it was not simply applied: where it is asked about, the question
    as its sender is asked it; where it is held, a remark for the admin. `completed_on` is the day a completion names,
    `snooze` the day until which the sender asks to be left alone, `owner` the person it names as owner, as written.
    """

    ref: str
    status: Status | None = None
    due: Due | None = None
    comment: str = ""
    rule: str = ""
    decision: Decision = Decision.ASK
    reason: str = ""
    completed_on: date | None = None
    snooze: date | None = None
    owner: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """What it would set: "completed on 4 May 2027", "in progress with the new date 30 June 2027"."""
        status = self.status.label.lower() if self.status else ""
        done = f"{status} on {_day(self.completed_on)}" if self.completed_on else status
        due = f"the new date {_day(self.due.end)}" if self.due and self.due.end else ""
        peace = f"the wish to be reminded on {_day(self.snooze)}" if self.snooze else ""
        return " with ".join(filter(None, (done, due, peace, " ".join(self.owner))))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
