"""What `summary.docx` may print: the month's paper as values, section by section, every cell ready worded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from docxtpl import RichText

from bot.compose.views import PaperHead

Row = TypeVar("Row")


class Rows(tuple[Row, ...]):
    """A table's rows that count how many of them a template has printed, so that none can be lost unseen."""

    printed = 0

    def __iter__(self) -> Iterator[Row]:
        yield from super().__iter__()
        self.printed += len(self)


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
class ThemeLine:
    theme: str
    standing: RichText
    before: str
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
    """All that the template may print, ready worded. Tables are `Rows`; everything else is text or a number."""

    title: str
    month: str
    position: str
    covers: str
    made: str
    head: PaperHead
    recommended: tuple[str, ...]
    numbers: NumbersLine
    changes: Rows[NumbersLine]
    themes: Rows[ThemeLine]
    theme_rule: str
    overdue: Rows[OverdueLine]
    completed: Rows[CompletedLine]
    moved: Rows[MovedLine]
    no_reply: Rows[NoReplyLine]
    questions: Rows[QuestionLine]
    annex: Rows[AnnexLine]
