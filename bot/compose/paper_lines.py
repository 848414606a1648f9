"""A summary put into the words of the month's paper: its head, its figures and its tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.compose.chips import standing_chip
from bot.compose.counted import Rows
from bot.compose.hyphens import whole
from bot.compose.leaders import FIGURE_LABELS, key_numbers, named, since_label
from bot.compose.paper import DutyLine, NumbersLine, Paper, SinceLine, ThemeLine, TrendLine
from bot.compose.paper_actions import (
    annex_lines,
    called,
    completed_line,
    day,
    doubt_line,
    live_line,
    moved_line,
    no_reply_line,
    overdue_line,
    question_line,
    repeated_line,
    unconfirmed_lines,
)
from bot.compose.paper_sections import blank_for, sections
from bot.compose.paper_words import override_note, progress, recommended, risks, theme_name, trend_alt
from bot.compose.views import PaperHead
from bot.compose.wording import short
from bot.summary import (
    SILENCE,
    AnnexRow,
    Duty,
    Standing,
    Summary,
    ThemeFigures,
    exempt_paragraphs,
    is_exempt,
    without_silence,
)

MOST_NAMED = 100
"""Rows that are named behind one change; a page has room for no more."""


def paper_of(summary: Summary, made: datetime, head: PaperHead) -> Paper:
    """The paper of `summary`, made at `made` in the council's own time."""
    period, as_of, public = summary.period, summary.as_of, head.public
    exempt = [row.action for row in summary.annex if is_exempt(row.action)]
    labels = {figure: label for figure, label in FIGURE_LABELS.items() if not (public and figure == SILENCE)}
    return Paper(
        title=short(summary.plan, 200),
        month=period.label,
        position=day(as_of),
        covers=f"{day(period.start)} to {day(period.end)}",
        made=f"{day(made.date())} at {made:%H:%M}",
        head=head,
        exempt=exempt_paragraphs(exempt) if exempt else "",
        known=f"The plan is known from {day(summary.known_from)} on." if summary.known_from else "",
        recommended=tuple(recommended(summary, public, head.lettered)),
        progress=tuple(progress(summary, public)),
        risks=tuple(risks(summary)),
        blank=blank_for(head.report_of or head.lead),
        numbers=_numbers(summary, public),
        changes=Rows(_changes(summary, public)),
        uncompared=_uncompared(summary, public),
        since=since_label(summary),
        moved_since=Rows(_moved_since(summary, public)),
        trend=Rows(
            TrendLine(f"{each.month:%B %Y}", each.on_time, each.overdue, each.completed) for each in summary.trend
        ),
        trend_alt=trend_alt(summary),
        themes_title="Status by theme" if summary.has_themes else "Status of the plan",
        themes=Rows(_themes(summary)),
        overridden=tuple(_overridden(summary)),
        theme_rule=_theme_rule(summary),
        rules=tuple(f"{label}: {summary.rules.of(figure)}" for figure, label in labels.items()),
        overdue=Rows(overdue_line(row, as_of, public) for row in summary.overdue),
        completed=Rows(completed_line(row, public) for row in summary.completed),
        moved=Rows(moved_line(row, public) for row in summary.moved),
        no_reply=Rows(() if public else map(no_reply_line, summary.no_reply)),
        questions=Rows(() if public else map(question_line, summary.questions)),
        doubts=Rows(() if public else map(doubt_line, summary.doubts)),
        unconfirmed=Rows(() if public else unconfirmed_lines(summary)),
        repeated=Rows(() if public else map(repeated_line, summary.repeated)),
        duties=Rows(_duty(each, summary) for each in summary.duties),
        sections=tuple(sections(summary, head)),
        live=Rows(map(live_line, _live(summary) if head.lettered else ())),
        requested=Rows(moved_line(row, public) for row in summary.moved if head.lettered and not row.approved),
        governance=Rows(map(live_line, _of_theme(summary, head.governance) if head.lettered else ())),
        annex_note=_annex_note(summary),
        annex=Rows(annex_lines(summary, public)),
    )


def _numbers(summary: Summary, public: bool) -> NumbersLine:
    line = NumbersLine(f"At {day(summary.as_of)}", *(str(each.number) for each in key_numbers(summary.figures, None)))
    return replace(line, no_reply="") if public else line


def _changes(summary: Summary, public: bool) -> Iterable[NumbersLine]:
    if summary.previous:
        numbers = key_numbers(summary.figures, summary.previous.figures)
        line = NumbersLine(f"Change {since_label(summary)}", *(each.change or "–" for each in numbers))
        yield replace(line, no_reply="") if public else line


def _uncompared(summary: Summary, public: bool) -> str:
    """Why a headline figure has nothing to compare with although there is an earlier paper, "" where each has."""
    previous = summary.previous
    if public or not previous or previous.figures.anybody_asked:
        return ""
    return "Nobody had been asked when the last paper was made, so “No reply” has nothing to compare with."


def _moved_since(summary: Summary, public: bool) -> Iterable[SinceLine]:
    for row in summary.changes if not public else without_silence(summary).changes:
        yield SinceLine(
            FIGURE_LABELS[row.figure],
            *(named(rows, MOST_NAMED, whole) or "–" for rows in (row.came, row.went)),
        )


def _themes(summary: Summary) -> Iterable[ThemeLine]:
    before = _standings_before(summary)
    for row in summary.figures.themes:
        changed = before.get(row.theme) not in (None, row.shown)
        yield _theme(row, summary, before[row.theme].label if changed else "")


def _standings_before(summary: Summary) -> dict[str, Standing]:
    return {each.theme: each.shown for each in summary.previous.figures.themes} if summary.previous else {}


def _theme(row: ThemeFigures, summary: Summary, before: str) -> ThemeLine:
    moved = f"{summary.previous.label}: {before}." if before and summary.previous else ""
    return ThemeLine(
        called(row.theme) if summary.has_themes else "",
        standing_chip(row.shown),
        f"Was: {before}" if before else "",
        f"{override_note(row)} {moved}".strip(),
        row.not_started,
        row.under_way,
        row.at_risk,
        row.not_stated,
        row.closed,
        row.overdue,
    )


def _overridden(summary: Summary) -> Iterable[str]:
    """The standings that a person set, each with who, why and what the rule says."""
    for row in summary.figures.themes:
        if note := override_note(row):
            yield f"{theme_name(row, summary)}: {row.shown.label.lower()}. {note}"


def _theme_rule(summary: Summary) -> str:
    """How a standing is worked out, and of which paper the former one is where any changed."""
    was = any(line.was for line in _themes(summary))
    former = f" “Was” is the standing in the paper for {summary.previous.label}." if was and summary.previous else ""
    return f"{summary.rules.themes}{former}"


def _annex_note(summary: Summary) -> str:
    recommends = any(row.action.recommendation for row in summary.annex)
    return "A recommendation stands beside the first action that answers it." if recommends else ""


def _live(summary: Summary) -> Iterable[AnnexRow]:
    """Open actions that are not past their date: those have a table of their own."""
    for row in summary.annex:
        if row.action.is_open and not row.action.repeat_of and not row.action.days_late(summary.as_of):
            yield row


def _of_theme(summary: Summary, theme: str) -> Iterable[AnnexRow]:
    return (row for row in summary.annex if theme and row.action.theme.casefold() == theme.strip().casefold())


def _duty(duty: Duty, summary: Summary) -> DutyLine:
    days = (duty.by - summary.as_of).days
    agenda = f"Papers by {day(duty.agenda)}." if duty.agenda != duty.by else ""
    left = f"in {days} days" if days > 1 else "tomorrow" if days == 1 else "today" if not days else "date has passed"
    return DutyLine(f"By {duty.months} months: {duty.what}", day(duty.by), agenda, left)
