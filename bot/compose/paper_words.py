"""The sentences of a paper: what leaders are asked to decide, how far the plan has come, what the chart shows."""

from __future__ import annotations

from collections.abc import Iterable

from bot.compose.paper_actions import called, day, spoken
from bot.compose.wording import count, listed
from bot.summary import Standing, Summary, ThemeFigures, TrendPoint, verified_by


def recommended(summary: Summary, public: bool, lettered: bool = False) -> Iterable[str]:
    """What leaders are asked to decide, each with the section it rests on, or with its lettered table."""
    overdue, moved = ("in Table D", "in Table C") if lettered else (_OVERDUE, _MOVED)
    requested = [row for row in summary.moved if not row.approved]
    which = "" if lettered or len(requested) == len(summary.moved) else " not agreed yet"
    asks = [f"notes the position at {day(summary.as_of)}"]
    if summary.overdue and not public:
        asks.append(f"agrees what is to be done about the {_those(len(summary.overdue), 'overdue action')} {overdue}")
    if requested:
        asks.append(f"agrees or rejects the {_those(len(requested), 'revised date')}{which} {moved}")
    if summary.no_reply and not public:
        asks.append(f"asks for an answer on the {_those(summary.figures.no_reply, 'action')} {_NO_REPLY}")
    if summary.questions and not public:
        asks.append(f"settles the {_those(len(summary.questions), 'question')} {_QUESTIONS}")
    ends = [";"] * len(asks)
    ends[-1] = "."
    if len(asks) > 1:
        ends[-2] = "; and"
    return (f"{ask}{end}" for ask, end in zip(asks, ends, strict=True))


_OVERDUE, _MOVED = "under “Overdue actions”", "under “Dates that moved”"
_NO_REPLY, _QUESTIONS = "under “No reply”", "under “Questions to settle”"


def _those(number: int, noun: str) -> str:
    return noun if number == 1 else f"{number} {noun}s"


def progress(summary: Summary, public: bool) -> Iterable[str]:
    """How far the plan has come, in sentences of figures alone."""
    counted = [row.action for row in summary.annex if not row.action.repeat_of]
    closed = sum(not action.is_open for action in counted)
    figures = summary.figures
    if not counted:
        yield from _nothing(summary, public)
        return
    under = f" under {count(len(figures.themes), 'theme')}" if summary.has_themes else ""
    yield f"The plan has {count(len(counted), 'action')}{under}."
    done, now = f"{closed} of them" if closed else "None of them", figures.completed
    vouched = sum(bool(verified_by(action)) for action in counted)
    checked = f", {vouched} of these verified by somebody other than the owner" if vouched else ""
    yield f"{done} {'is' if closed == 1 else 'are'} closed{checked}."
    yield f"{now or 'None'} {'was' if now == 1 else 'were'} completed in {summary.period.label}."
    late = figures.overdue
    yield f"{figures.open} {'is' if figures.open == 1 else 'are'} open, and {late or 'none'} of these overdue."
    moved = len(summary.moved)
    if moved:
        yield f"{count(moved, 'action')} {'has' if moved == 1 else 'have'} a date that is not the one first agreed."


def _nothing(summary: Summary, public: bool) -> Iterable[str]:
    yield "This plan has no actions to show." if public else "This plan has no actions."
    before = summary.previous
    if before and before.figures.open:
        yield f"The paper for {before.label} counted {count(before.figures.open, 'open action')}."


def risks(summary: Summary) -> Iterable[str]:
    """The themes that are late or need attention, with the figures behind it."""
    for row in summary.figures.themes:
        if {row.shown, row.standing} & {Standing.LATE, Standing.ATTENTION}:
            behind = [count(row.overdue, "overdue action")] if row.overdue else []
            behind += [f"{row.at_risk} at risk or on hold"] if row.at_risk else []
            with_them = f", with {listed(behind)}" if behind else ""
            yield f"{theme_name(row, summary)}: {row.shown.label.lower()}{with_them}. {override_note(row)}".strip()


def override_note(row: ThemeFigures) -> str:
    """Who set a theme's standing against the rule, why, and what the rule says; "" where nobody did."""
    if row.set_to is None:
        return ""
    by = f"Set by {called(row.set_by)}: {spoken(row.set_why).rstrip('.')}" if row.set_by else "Set by hand"
    return f"{by}. By the rule: {row.standing.label}."


def theme_name(row: ThemeFigures, summary: Summary) -> str:
    """A theme as printed; the whole plan where it has none."""
    return called(row.theme) if summary.has_themes else "All actions"


def trend_alt(summary: Summary) -> str:
    """What the chart shows, for those who cannot see it: the message first, then where the figures stand."""
    if not summary.trend:
        return ""
    first, last = summary.trend[0], summary.trend[-1]
    span = f"from {first.month:%B %Y} to {last.month:%B %Y}"
    completed = sum(point.completed for point in summary.trend)
    done = f"{count(completed, 'action')} {'was' if completed == 1 else 'were'} completed in these months"
    return (
        f"{_moved_words('Overdue actions', first.overdue, last.overdue)} {span}; "
        f"{_moved_words('open actions not overdue', first.on_time, last.on_time)}; "
        f"{done}.{_worst(summary)} "
        "The figures stand in the table below the chart."
    )


def _moved_words(what: str, first: int, last: int) -> str:
    if first == last:
        return f"{what} stayed at {last}"
    return f"{what} {'rose' if last > first else 'fell'} from {first} to {last}"


def _worst(summary: Summary) -> str:
    worst: TrendPoint = max(summary.trend, key=lambda point: point.overdue)
    if worst.overdue in (summary.trend[0].overdue, summary.trend[-1].overdue):
        return ""
    return f" Most were overdue in {worst.month:%B %Y}: {worst.overdue}."
