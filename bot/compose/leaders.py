"""The leaders' mail ready to print: the month's key numbers and what is longest overdue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.compose import wording
from bot.compose.views import SltView
from bot.plan import Action
from bot.summary import HEADLINES, SILENCE, Figures, Named, OverdueRow, Summary


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A headline figure; `change` is in words, "" when there is nothing to compare with."""

    label: str
    number: int
    change: str


@dataclass(frozen=True, slots=True)
class Worst:
    """An overdue action as leaders see it."""

    chip: str
    ref: str
    text: str
    owner: str
    update: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What came into a headline figure since the last paper and what left it; "" where nothing did."""

    label: str
    came: str
    went: str


@dataclass(frozen=True, slots=True)
class SltMail:
    """The leaders' mail ready to print."""

    plan: str
    month: str
    as_of: str
    numbers: tuple[KeyNumber, ...]
    since: str
    changed: tuple[Changed, ...]
    worst: tuple[Worst, ...]
    overdue: int
    moved: int
    link: str
    sender_name: str
    contact: str


def slt(view: SltView) -> SltMail:
    summary = view.summary
    return SltMail(
        plan=wording.short(summary.plan, 100),
        month=summary.period.label,
        as_of=wording.day(summary.as_of),
        numbers=key_numbers(summary.figures, summary.previous.figures if summary.previous else None),
        since=since_label(summary),
        changed=tuple(Changed(FIGURE_LABELS[row.figure], named(row.came), named(row.went)) for row in summary.changes),
        worst=tuple(_worst(row) for row in summary.overdue[:5]),
        overdue=len(summary.overdue),
        moved=len(summary.moved),
        link=view.link,
        sender_name=view.sender_name,
        contact=view.contact,
    )


FIGURE_LABELS = {
    **dict(zip(HEADLINES, ("Open", "Overdue", "Due soon", "Completed", "No reply"), strict=True)),
    "unconfirmed": "Unconfirmed",
}
"""What each headline figure is called where there is no room for more."""


def named(rows: tuple[Named, ...], most: int = 12, ref: Callable[[str], str] = str) -> str:
    """ "Date passed: 3.ii, 4.i; new in the plan: 5.i", the first few of many, each as `ref` prints it; "" for none."""
    by_reason: dict[str, list[str]] = {}
    for each in rows[:most]:
        by_reason.setdefault(each.why, []).append(ref(wording.short(each.ref, 40)))
    told = [f"{why}: {', '.join(refs)}" if why else ", ".join(refs) for why, refs in by_reason.items()]
    words = "; ".join([*told, f"and {len(rows) - most} more"] if len(rows) > most else told)
    return f"{words[:1].upper()}{words[1:]}"


def since_label(summary: Summary) -> str:
    """ "since last month", or the month of the last paper where there was none for the month before."""
    previous, start = summary.previous, summary.period.start
    if previous is None:
        return ""
    was_last_month = (start.year - previous.month.year) * 12 + start.month - previous.month.month == 1
    return "since last month" if was_last_month else f"since {previous.label}"


def key_numbers(now: Figures, before: Figures | None) -> tuple[KeyNumber, ...]:
    """The five headline figures in the order every paper and mail shows them.

    Silence is not compared with a time in which nobody had been asked.
    """
    rows = (
        ("Open", "open"),
        ("Overdue", "overdue"),
        ("Due in 30 days", "due_soon"),
        ("Completed this month", "completed"),
        ("No reply", SILENCE),
    )
    return tuple(KeyNumber(label, getattr(now, field), _since(field, now, before)) for label, field in rows)


def _since(field: str, now: Figures, before: Figures | None) -> str:
    if before is None or (field == SILENCE and not before.anybody_asked):
        return ""
    return _change(getattr(now, field) - getattr(before, field))


def _change(difference: int) -> str:
    return "no change" if not difference else f"{'up' if difference > 0 else 'down'} {abs(difference)}"


def _worst(row: OverdueRow) -> Worst:
    action = row.action
    return Worst(
        f"{wording.count(row.days_late, 'day')} late",
        wording.shown_ref(action),
        wording.short(action.text, 240),
        _with(action),
        wording.update_sentence(action),
    )


def _with(action: Action) -> str:
    """Who is asked about an action by now, and whom the plan names where that is somebody else or a post."""
    party = wording.short(action.owner_text, 120)
    people = wording.listed([wording.short(each.name, 60) for each in action.people])
    if not people or people == party:
        return party or "nobody named"
    return f"{people} (the plan names {party})"
