"""What the month's paper says, table by table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.plan import Action, Status
from bot.summary.clock import Duty
from bot.summary.figures import Figures, Kept
from bot.summary.period import Period
from bot.summary.rules import Rules


@dataclass(frozen=True, slots=True)
class Closed:
    """How an action was closed after the date of the paper; `on` is its *Completed on*, None where it gives none."""

    status: Status
    on: date | None


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """An action past its date, as it stood; `since` says how it was closed after the position was taken, `moved` which
    date it was given."""

    action: Action
    days_late: int
    since: Closed | None = None
    moved: date | None = None


@dataclass(frozen=True, slots=True)
class CompletedRow:
    """An action completed within the period; `on` is None where nothing says when."""

    action: Action
    on: date | None


@dataclass(frozen=True, slots=True)
class Move:
    """One time that a date moved. `by` is who wrote it, `why` the owner's words; `approved` by whoever decides."""

    old: date | None
    new: date | None
    on: date
    by: str
    why: str
    approved: bool


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A date that is no longer the one it was.

    `old` is the date at the start of the period, or the one first promised; `days` is how much later the new one is
    (negative: earlier), None when either end is unknown. `months` counts whole months from the date first promised.
    `moves` are those recorded, oldest first; `times` is at least one, for a date may come moved from a document.
    """

    action: Action
    old: date | None
    new: date | None
    days: int | None
    months: int | None
    times: int
    why: str
    on: date | None
    approved: bool
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class NoReplyRow:
    """One owner phrase and the open actions it was asked about without a word since."""

    owner: str
    actions: tuple[Action, ...]
    last_asked: date
    last_heard: date | None


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """An action as it stood when the position was taken, and how it was closed or `moved` to another date after that.

    `unconfirmed` is set where its status is; `confirmed` is the day on which somebody last vouched for the status.
    """

    action: Action
    since: Closed | None = None
    confirmed: date | None = None
    unconfirmed: bool = False
    moved: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """Something only a person can settle, as a sentence."""

    action: Action
    question: str


class Doubt(StrEnum):
    """What in a row speaks against itself."""

    ON_TRACK_BUT_LATE = "on_track_but_late"
    HIDDEN_DATE = "hidden_date"
    DOUBTED_COMPLETION = "doubted_completion"
    COMPLETED_BUT_OPEN = "completed_but_open"
    NO_PROBLEMS_HOWEVER = "no_problems_however"
    BOTH_BOXES = "both_boxes"


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A row that says two things; `says` are the words, `against` what stands against them, as a sentence."""

    action: Action
    doubt: Doubt
    says: str
    against: str


@dataclass(frozen=True, slots=True)
class Named:
    """A row behind a change, and why it came or went."""

    ref: str
    why: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What entered a headline figure since the last paper, and what left it."""

    figure: str
    came: tuple[Named, ...]
    went: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A theme, or an action where `ref` is set, that stands in another plan too, with that plan's open and overdue."""

    text: str
    ref: str
    other_plan: str
    other_refs: tuple[str, ...]
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A month's open actions on time, those overdue, and those completed in it."""

    month: date
    on_time: int
    overdue: int
    completed: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything the month's paper says about one plan. `annex` holds every action in printed order.

    `known_from` is the day the plan was first read where that lies within the period, else None: movements before it
    are not known.
    """

    plan: str
    period: Period
    as_of: date
    figures: Figures
    earlier: tuple[Kept, ...]
    rules: Rules
    known_from: date | None
    overdue: tuple[OverdueRow, ...]
    completed: tuple[CompletedRow, ...]
    moved: tuple[MovedRow, ...]
    no_reply: tuple[NoReplyRow, ...]
    questions: tuple[QuestionRow, ...]
    doubts: tuple[DoubtRow, ...]
    changes: tuple[ChangeRow, ...]
    repeated: tuple[RepeatedRow, ...]
    trend: tuple[TrendPoint, ...]
    duties: tuple[Duty, ...]
    annex: tuple[AnnexRow, ...]

    @property
    def has_themes(self) -> bool:
        return any(row.action.theme for row in self.annex)

    @property
    def previous(self) -> Kept | None:
        """The latest paper before this one, of whatever month."""
        return self.earlier[-1] if self.earlier else None
