"""What a mail says about one action, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
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

    def asked(self, question: str) -> Update:
        """The update asked about where it would be written; as it is where it waits already."""
        return replace(self, decision=Decision.ASK, reason=question) if self.decision is Decision.APPLY else self

    @property
    def in_words(self) -> str:
        """What it would set: "completed on 4 May 2027", "in progress with the new date 30 June 2027"."""
        status = self.status.label.lower() if self.status else ""
        done = f"{status} on {_day(self.completed_on)}" if self.completed_on else status
        due = f"the new date {_day(self.due.end)}" if self.due and self.due.end else ""
        peace = f"the wish to be reminded on {_day(self.snooze)}" if self.snooze else ""
        return " with ".join(filter(None, (done, due, peace, " ".join(self.owner))))


def within_bound(update: Update, today: date, most: int) -> Update:
    """An update that asks for at most so many days of peace: one that asks for more gets those and says so, and where
    there are none to give it is asked about."""
    asked, last = update.snooze, today + timedelta(days=most)
    if asked is None or asked <= last:
        return update
    if not most:
        return replace(update, snooze=None).asked("Reminders cannot be put off here. Is there a new date?")
    if update.decision is Decision.APPLY:
        reason = f"You asked for {_day(asked)}, and we leave an action alone for at most {most} days."
        return replace(update, snooze=last, reason=reason)
    return replace(update, snooze=last, reason=update.reason.replace(_day(asked), _day(last)))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
