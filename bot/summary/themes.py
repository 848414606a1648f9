"""Actions counted by theme, and how each theme is doing by the rule printed in the paper."""

from __future__ import annotations

from collections import Counter
from datetime import date

from bot.plan import Action, Status
from bot.summary.figures import Standing, ThemeFigures

LATE_DAYS = 30
NO_THEME = "No theme"

THEME_RULE = (
    f"Late: an action is more than {LATE_DAYS} days overdue. "
    "Needs attention: an action is overdue by less, at risk or on hold. "
    "Not known: nothing is late, but no open action has a stated status. "
    "On track: none of these. Complete: nothing is open."
)

_COLUMN = {
    Status.NOT_STARTED: "not_started",
    Status.IN_PROGRESS: "under_way",
    Status.ONGOING: "under_way",
    Status.PART_COMPLETED: "under_way",
    Status.AT_RISK: "at_risk",
    Status.ON_HOLD: "at_risk",
    Status.UNKNOWN: "not_stated",
    Status.COMPLETED: "closed",
    Status.CANCELLED: "closed",
    Status.SUPERSEDED: "closed",
}


def theme_figures(actions: tuple[Action, ...], as_of: date) -> tuple[ThemeFigures, ...]:
    """One row per theme in printed order."""
    by_theme: dict[str, list[Action]] = {}
    for action in actions:
        by_theme.setdefault(action.theme or NO_THEME, []).append(action)
    return tuple(_theme(theme, theirs, as_of) for theme, theirs in by_theme.items())


def _theme(theme: str, actions: list[Action], as_of: date) -> ThemeFigures:
    counts = Counter(_COLUMN[action.status] for action in actions)
    worst = max((action.days_late(as_of) for action in actions), default=0)
    overdue = sum(action.days_late(as_of) > 0 for action in actions)
    return ThemeFigures(theme, _standing(counts, worst), overdue=overdue, **counts)


def _standing(counts: Counter[str], worst: int) -> Standing:
    is_open = counts.total() - counts["closed"]
    if not is_open:
        return Standing.COMPLETE
    if worst > LATE_DAYS:
        return Standing.LATE
    if worst or counts["at_risk"]:
        return Standing.ATTENTION
    return Standing.NOT_KNOWN if counts["not_stated"] == is_open else Standing.ON_TRACK
