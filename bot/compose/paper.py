"""What a paper's template may print: the month as values, section by section, every cell ready worded."""

from __future__ import annotations

from dataclasses import dataclass

from docxtpl import RichText

from bot.compose.counted import Rows
from bot.compose.views import PaperHead


@dataclass(frozen=True, slots=True)
class NumbersLine:
    """A row of the headline table, as printed."""

    label: str
    open: str
    overdue: str
    due_soon: str
    completed: str
    no_reply: str


@dataclass(frozen=True, slots=True)
class SinceLine:
    """What entered a headline figure since the last paper, and what left it, with the reasons."""

    label: str
    came: str
    went: str


@dataclass(frozen=True, slots=True)
class TrendLine:
    month: str
    on_time: int
    overdue: int
    completed: int


@dataclass(frozen=True, slots=True)
class ThemeLine:
    theme: str
    standing: RichText
    was: str
    note: str
    not_started: int
    under_way: int
    at_risk: int
    not_stated: int
    closed: int
    overdue: int


@dataclass(frozen=True, slots=True)
class OverdueLine:
    ref: str
    action: str
    owner: str
    due: str
    days_late: int
    latest: str


@dataclass(frozen=True, slots=True)
class CompletedLine:
    ref: str
    action: str
    owner: str
    on: str
    verified: str


@dataclass(frozen=True, slots=True)
class MovedLine:
    ref: str
    action: str
    first: str
    old: str
    new: str
    days: str
    times: str
    why: str
    agreed: str


@dataclass(frozen=True, slots=True)
class NoReplyLine:
    owner: str
    count: int
    refs: str
    last_asked: str
    last_heard: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    ref: str
    action: str
    question: str


@dataclass(frozen=True, slots=True)
class DoubtLine:
    ref: str
    action: str
    says: str
    against: str


@dataclass(frozen=True, slots=True)
class UnconfirmedLine:
    ref: str
    action: str
    owner: str
    status: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class RepeatedLine:
    """A theme or an action of this plan, and where it stands elsewhere."""

    here: str
    elsewhere: str
    position: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    what: str
    by: str
    agenda: str
    left: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a theme's highlight report: what its lead answered, word for word, and what the list says."""

    heading: str
    said: tuple[str, ...]
    listed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    item: str
    position: str


@dataclass(frozen=True, slots=True)
class Section:
    """One theme's highlight report; `blank` names the headings whose lead supplied nothing, "" where there is none."""

    theme: str
    lead: str
    standing: RichText
    note: str
    facts: Rows[FactLine]
    parts: tuple[Part, ...]
    blank: str


@dataclass(frozen=True, slots=True)
class LiveLine:
    """An action of the lettered tables."""

    ref: str
    action: str
    owner: str
    due: str
    status: RichText


@dataclass(frozen=True, slots=True)
class AnnexLine:
    ref: str
    action: str
    recommendation: str
    theme: str
    owner: str
    first_due: str
    current_due: str
    status: RichText
    late: RichText | None
    latest: str


@dataclass(frozen=True, slots=True)
class Paper:
    """All that a template may print, ready worded. Tables are `Rows`; everything else is text or a number.

    `exempt` names the paragraphs of Schedule 12A under which rows are exempt, "" where none is.
    """

    title: str
    month: str
    position: str
    covers: str
    made: str
    head: PaperHead
    exempt: str
    known: str
    recommended: tuple[str, ...]
    progress: tuple[str, ...]
    risks: tuple[str, ...]
    blank: str
    numbers: NumbersLine
    changes: Rows[NumbersLine]
    uncompared: str
    since: str
    moved_since: Rows[SinceLine]
    trend: Rows[TrendLine]
    trend_alt: str
    themes_title: str
    themes: Rows[ThemeLine]
    overridden: tuple[str, ...]
    theme_rule: str
    rules: tuple[str, ...]
    overdue: Rows[OverdueLine]
    completed: Rows[CompletedLine]
    moved: Rows[MovedLine]
    no_reply: Rows[NoReplyLine]
    questions: Rows[QuestionLine]
    doubts: Rows[DoubtLine]
    unconfirmed: Rows[UnconfirmedLine]
    repeated: Rows[RepeatedLine]
    duties: Rows[DutyLine]
    sections: tuple[Section, ...]
    live: Rows[LiveLine]
    requested: Rows[MovedLine]
    governance: Rows[LiveLine]
    annex_note: str
    annex: Rows[AnnexLine]
