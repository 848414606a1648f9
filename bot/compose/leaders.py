"""The leaders' mail ready to print: the month's key numbers and what is longest overdue."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compose import wording
from bot.compose.views import SltView
from bot.summary import Figures, OverdueRow


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A headline figure; `change` is in words, "" when there was no month to compare with."""

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
class SltMail:
    """The leaders' mail ready to print."""

    plan: str
    month: str
    as_of: str
    numbers: tuple[KeyNumber, ...]
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
        numbers=key_numbers(summary.figures, summary.previous),
        worst=tuple(_worst(row) for row in summary.overdue[:5]),
        overdue=len(summary.overdue),
        moved=len(summary.moved),
        link=view.link,
        sender_name=view.sender_name,
        contact=view.contact,
    )


def key_numbers(now: Figures, before: Figures | None) -> tuple[KeyNumber, ...]:
    """The five headline figures in the order every paper and mail shows them."""
    rows = (
        ("Open", "open"),
        ("Overdue", "overdue"),
        ("Due in 30 days", "due_soon"),
        ("Completed this month", "completed"),
        ("No reply", "no_reply"),
    )
    return tuple(
        KeyNumber(label, getattr(now, field), _change(getattr(now, field) - getattr(before, field)) if before else "")
        for label, field in rows
    )


def _change(difference: int) -> str:
    return "no change" if not difference else f"{'up' if difference > 0 else 'down'} {abs(difference)}"


def _worst(row: OverdueRow) -> Worst:
    action = row.action
    return Worst(
        f"{wording.count(row.days_late, 'day')} late",
        wording.shown_ref(action),
        wording.short(action.text, 240),
        wording.short(action.owner_text, 120) or "nobody named",
        wording.update_sentence(action),
    )
