"""Actions counted by theme, and how each theme is doing by the rule printed in the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.plan import Action, Status
from bot.summary.figures import Standing, ThemeFigures
from bot.summary.overrides import Override
from bot.summary.rules import Rules

NO_THEME = "No theme"

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


def theme_figures(
    actions: tuple[Action, ...], as_of: date, rules: Rules, overrides: Iterable[Override] = ()
) -> tuple[ThemeFigures, ...]:
    """One row per theme in printed order; `overrides` are the plan's, of the month."""
    by_theme: dict[str, list[Action]] = {}
    for action in actions:
        by_theme.setdefault(action.theme or NO_THEME, []).append(action)
    told = {each.theme or NO_THEME: each for each in overrides}
    return tuple(_with(told.get(theme), _theme(theme, theirs, as_of, rules)) for theme, theirs in by_theme.items())


def _with(override: Override | None, figures: ThemeFigures) -> ThemeFigures:
    if override is None:
        return figures
    return replace(figures, set_to=override.standing, set_by=override.by, set_why=override.why)


def _theme(theme: str, actions: list[Action], as_of: date, rules: Rules) -> ThemeFigures:
    counts = Counter(_COLUMN[action.status] for action in actions)
    late = [days for action in actions if (days := action.days_late(as_of))]
    return ThemeFigures(
        theme,
        _standing(counts, late, rules),
        not_started=counts["not_started"],
        under_way=counts["under_way"],
        at_risk=counts["at_risk"],
        not_stated=counts["not_stated"],
        closed=counts["closed"],
        overdue=len(late),
    )


def _standing(counts: Counter[str], late: list[int], rules: Rules) -> Standing:
    is_open = counts.total() - counts["closed"]
    if not is_open:
        return Standing.COMPLETE
    too_many = rules.late_share and len(late) * 100 >= rules.late_share * is_open
    if max(late, default=0) > rules.late_days or too_many or (rules.at_risk_is_late and counts["at_risk"]):
        return Standing.LATE
    if late or counts["at_risk"]:
        return Standing.ATTENTION
    return Standing.NOT_KNOWN if counts["not_stated"] == is_open else Standing.ON_TRACK
