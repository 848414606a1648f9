"""What the month's paper says, table by table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Status
from bot.summary.figures import Figures
from bot.summary.period import Period


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """An action past its date; `settled_on` is set when it was closed after the position was taken."""

    action: Action
    days_late: int
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class CompletedRow:
    action: Action
    on: date


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A date that is no longer the one it was. `on` is the day of the last recorded move, None when none is recorded.

    `days` is how much later the new date is (negative: earlier), None when either end is unknown.
    """

    action: Action
    old: date | None
    new: date | None
    days: int | None
    times: int
    why: str
    on: date | None


@dataclass(frozen=True, slots=True)
class NoReplyRow:
    """One owner phrase and the open actions it was asked about without a word since."""

    owner: str
    actions: tuple[Action, ...]
    last_asked: date
    last_heard: date | None


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """An action as it is now, and the status it had when the position was taken.

    `settled_on` is set when it was closed after that.
    """

    action: Action
    status: Status
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """Something only a person can settle, as a sentence."""

    action: Action
    question: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything the month's paper says about one plan. `annex` holds every action in printed order."""

    plan: str
    period: Period
    as_of: date
    figures: Figures
    previous: Figures | None
    overdue: tuple[OverdueRow, ...]
    completed: tuple[CompletedRow, ...]
    moved: tuple[MovedRow, ...]
    no_reply: tuple[NoReplyRow, ...]
    questions: tuple[QuestionRow, ...]
    annex: tuple[AnnexRow, ...]
