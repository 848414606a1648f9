"""A highlight report for each theme: what the list says under each heading, a marked blank where it says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.compose.chips import standing_chip
from bot.compose.counted import Rows
from bot.compose.paper import FactLine, Part, Section
from bot.compose.paper_actions import day, slippage, spoken, words_of
from bot.compose.paper_words import override_note, theme_name
from bot.compose.views import PaperHead
from bot.compose.wording import clean, count, one_line, shown_ref
from bot.plan import Action, Status
from bot.progress import latest
from bot.summary import HEADINGS, Summary, ThemeFigures
from bot.summary.themes import NO_THEME


def blank_for(lead: str, what: Sequence[str] = ()) -> str:
    """The words that mark what nobody has supplied, `what` being its headings."""
    missing = f": {'; '.join(what)}" if what else ""
    return f"Not supplied{missing}. To be written by: {one_line(lead) or 'the lead of this plan'}."


def sections(summary: Summary, head: PaperHead) -> Iterable[Section]:
    for row in summary.figures.themes:
        yield _section(_Theme(row, summary), head)


@dataclass(frozen=True, slots=True)
class _Theme:
    figures: ThemeFigures
    summary: Summary

    def has(self, action: Action) -> bool:
        return (action.theme or NO_THEME) == self.figures.theme and not action.repeat_of


def _section(theme: _Theme, head: PaperHead) -> Section:
    name = theme.figures.theme
    lead = head.leads.get(name, "") or head.lead
    answers = head.answers.get(name, {})
    missing = [heading for heading in HEADINGS if not _lines(answers, heading)]
    return Section(
        theme=theme_name(theme.figures, theme.summary),
        lead=one_line(lead) or "Nobody named",
        standing=standing_chip(theme.figures.shown),
        note=override_note(theme.figures),
        facts=Rows(_facts(theme)),
        parts=tuple(each for each in _parts(theme, answers, head.public) if each.said or each.listed),
        blank=blank_for(lead, missing) if missing else "",
    )


def _facts(theme: _Theme) -> Iterable[FactLine]:
    row, summary = theme.figures, theme.summary
    worst = max((each.days_late for each in summary.overdue if theme.has(each.action)), default=0)
    behind = f"Behind: {count(row.overdue, 'action')} overdue, the worst by {count(worst, 'day')}"
    yield FactLine("Period", f"{day(summary.period.start)} to {day(summary.period.end)}")
    yield FactLine("Schedule", behind if row.overdue else "No action is overdue")
    yield FactLine("Actions", f"{row.open} open, {row.closed} closed")


def _lines(answers: Mapping[str, str], heading: str) -> tuple[str, ...]:
    return tuple(line for line in map(clean, answers.get(heading, "").splitlines()) if line.strip())


def _parts(theme: _Theme, answers: Mapping[str, str], public: bool) -> Iterable[Part]:
    summary = theme.summary
    none = "None in the list."

    def part(heading: str, listed: Iterable[str], empty: str = none) -> Part:
        said, lines = _lines(answers, heading), tuple(listed)
        return Part(heading, said, lines if lines or heading in HEADINGS else (empty,))

    yield part(
        "Products completed this period", (_named(row.action) for row in summary.completed if theme.has(row.action))
    )
    yield part("Due in the next period", _due_next(theme))
    yield part("Budget", ())
    yield part("Actual or potential problems", _problems(theme, public))
    yield part("Risk update", ())
    yield part(
        "Issues to settle",
        ()
        if public
        else (f"{_named(row.action)}: {spoken(row.question)}" for row in summary.questions if theme.has(row.action)),
    )
    yield part("Effect of changes on schedule", _slipped(theme), "No date has moved.")
    yield part("Effect of changes on budget", ())
    yield part("Tolerance: time, cost and quality", ())


def _due_next(theme: _Theme) -> Iterable[str]:
    soon = set(theme.summary.figures.members.get("due_soon", ()))
    for row in theme.summary.annex:
        end = row.action.current_due.end
        if row.action.item_id in soon and theme.has(row.action) and end:
            yield f"{_named(row.action)}, by {day(end)}"


def _problems(theme: _Theme, public: bool) -> Iterable[str]:
    """What the list knows to be in trouble, with its owner's words."""
    for row in theme.summary.annex:
        action = row.action
        late = action.days_late(theme.summary.as_of)
        if not theme.has(action) or not (late or action.status in (Status.AT_RISK, Status.ON_HOLD)):
            continue
        state = f"{count(late, 'day')} late" if late else action.status.label.lower()
        words = "" if public else spoken(latest(action).words)
        told = f". {words}" if words.casefold() not in ("", action.status.label.casefold()) else ""
        yield f"{_named(action)}: {state}{told}"


def _slipped(theme: _Theme) -> Iterable[str]:
    for row in theme.summary.moved:
        if theme.has(row.action) and row.old and row.new:
            yield f"{_named(row.action)}: {day(row.old)} became {day(row.new)}. {slippage(row)}"


def _named(action: Action) -> str:
    return f"{shown_ref(action)} {words_of(action).rstrip('.')}"
