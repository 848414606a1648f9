"""What people say of a theme's standing against the rule: read from the rows of a list, each with who and why. Pure.

The rule is never silenced: a paper prints what it says beside an override, and an override without a reason or a name
does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.summary.figures import Standing

_STANDINGS: Mapping[str, Standing] = {each.label.casefold(): each for each in Standing} | {
    "red": Standing.LATE,
    "amber": Standing.ATTENTION,
    "green": Standing.ON_TRACK,
    "blue": Standing.COMPLETE,
}
_MONTHS = ("%Y-%m", "%B %Y", "%b %Y", "%m/%Y")


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """A row as somebody filled it in: all in words, `by` from its column or, where that is empty, its last editor."""

    plan: str
    theme: str
    month: str
    standing: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Override:
    """A theme's standing in the paper of one month (its first day) as a person sees it."""

    plan: str
    theme: str
    month: date
    standing: Standing
    why: str
    by: str


def read_overrides(
    rows: Iterable[OverrideRow], themes: Mapping[str, Sequence[str]]
) -> tuple[tuple[Override, ...], tuple[str, ...]]:
    """The overrides that count, and what keeps others from counting as sentences; `themes` are those of each plan.

    Of two rows for one theme and month neither counts. The one standing of a plan without themes is overridden by a row
    that names no theme.
    """
    found: dict[tuple[str, str, date], list[Override]] = {}
    faults: list[str] = []
    for row in rows:
        read = _read(row, themes)
        if isinstance(read, Override):
            found.setdefault((read.plan, read.theme, read.month), []).append(read)
        else:
            faults.append(f"{_named(row)}: {read}")
    for (plan, theme, month), several in found.items():
        if len(several) > 1:
            faults.append(f"“{theme or plan}”, {month:%B %Y}: it has {len(several)} rows: keep one of them")
    return tuple(each for each, *more in found.values() if not more), tuple(faults)


def _read(row: OverrideRow, themes: Mapping[str, Sequence[str]]) -> Override | str:
    plan = _same(row.plan, themes)
    if plan is None:
        return f"no plan is called “{row.plan}”: write its name as it is configured"
    theme = _same(row.theme, themes[plan]) if row.theme or any(themes[plan]) else ""
    if theme is None:
        return f"the plan “{plan}” has no theme “{row.theme}”: write it as in the plan"
    month, standing = _month(row.month), _STANDINGS.get(row.standing.casefold())
    if month is None:
        return f"“{row.month}” is no month: write it like 2027-03"
    if standing is None:
        return f"“{row.standing}” is no standing: write {', '.join(each.label for each in Standing)}"
    if not row.why:
        return "it gives no reason: write one"
    if not row.by:
        return "it names nobody: write who says so"
    return Override(plan, theme, month, standing, row.why, row.by)


def _same(text: str, names: Iterable[str]) -> str | None:
    return next((name for name in names if name.strip().casefold() == text.casefold()), None)


def _month(text: str) -> date | None:
    for form in _MONTHS:
        try:
            return datetime.strptime(text, form).date().replace(day=1)  # noqa: DTZ007 - a month has no zone
        except ValueError:
            continue
    return None


def _named(row: OverrideRow) -> str:
    return f"“{row.theme or row.plan}”, {row.month or 'no month'}"
