"""Views into what the mail templates print: cut to size, in words, with their links."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compose import wording
from bot.compose.links import Link, answer_links
from bot.compose.views import NudgeView, ReceiptLine, ReceiptView, SltView
from bot.labels import labels
from bot.plan import Action
from bot.policy import Reminder, ReminderKind
from bot.progress import latest
from bot.summary import Figures, OverdueRow

MAX_CARDS = 10
MAX_LISTED = 50
MAX_LINES = 20

_TONES = {
    ReminderKind.OVERDUE: "red",
    ReminderKind.ESCALATED: "red",
    ReminderKind.DUE_TODAY: "amber",
    ReminderKind.ASK_FOR_DATE: "amber",
    ReminderKind.ASK_WHO: "amber",
    ReminderKind.UPCOMING: "blue",
    ReminderKind.CHECK_IN: "blue",
    ReminderKind.COPY: "blue",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One action of a nudge. `ref` is its label in this mail; `tone` (red, amber, blue) colours what `chip` says."""

    chip: str
    tone: str
    ref: str
    text: str
    plan: str
    recommendation: str
    due: str
    update: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Nudge:
    """A nudge ready to print: up to ten cards, then a list, then how many more there are. `plan` is "" for several."""

    name: str
    plan: str
    count: int
    overdue: int
    lead: str
    cards: tuple[Card, ...]
    listed: tuple[Card, ...]
    unlisted: int
    reply_to: str
    token: str
    sender_name: str
    contact: str


def nudge(view: NudgeView) -> Nudge:
    named = labels([(each.action.plan, shown_ref(each.action)) for each in view.reminders])
    shown = list(zip(view.reminders, named, strict=True))[: MAX_CARDS + MAX_LISTED]
    cards = tuple(_card(reminder, wording.short(label, 100), view) for reminder, label in shown)
    overdue = sum(reminder.kind is ReminderKind.OVERDUE for reminder in view.reminders)
    plans = {reminder.action.plan for reminder in view.reminders}
    return Nudge(
        name=wording.short(view.person.name, 80),
        plan=wording.short(plans.pop(), 100) if len(plans) == 1 else "",
        count=len(view.reminders),
        overdue=overdue,
        lead=_lead(overdue, len(view.reminders)),
        cards=cards[:MAX_CARDS],
        listed=cards[MAX_CARDS:],
        unlisted=len(view.reminders) - len(cards),
        reply_to=view.reply_to,
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )


def _lead(overdue: int, total: int) -> str:
    """What is late, as a sentence; "" when nothing is."""
    if not overdue:
        return ""
    if overdue == total:
        return "It is past its date." if total == 1 else "All of them are past their dates."
    return "One of them is past its date." if overdue == 1 else f"{overdue} of them are past their dates."


def _card(reminder: Reminder, ref: str, view: NudgeView) -> Card:
    action = reminder.action
    return Card(
        chip=wording.chip(reminder),
        tone=_TONES[reminder.kind],
        ref=ref,
        text=wording.short(action.text, 300),
        plan=wording.short(action.plan, 100),
        recommendation=wording.quoted(action.recommendation, 220),
        due=wording.due_sentence(action.current_due, view.today),
        update=_update(action),
        links=answer_links(ref, view.reply_to, view.token),
    )


def shown_ref(action: Action) -> str:
    """The reference an owner sees and answers with; the list's own number where the plan printed none."""
    return wording.short(action.ref, 40) or f"item {wording.short(action.item_id, 20)}"


def _update(action: Action) -> str:
    said = latest(action)
    words = wording.quoted(said.words, 240)
    if not words:
        return "There is no update yet."
    return f"The last update, {said.origin}, was {words}." if said.origin else f"The last update was {words}."


@dataclass(frozen=True, slots=True)
class Outcome:
    """One action of a receipt, with its chip."""

    chip: str
    tone: str
    ref: str
    text: str
    sentence: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt ready to print. `headline` tells what became of the reply as a whole, `asks` counts its questions."""

    name: str
    headline: str
    asks: int
    lines: tuple[Outcome, ...]
    unlisted: int
    can_undo: bool
    reply_to: str
    token: str
    sender_name: str
    contact: str


_OUTCOMES = {
    "apply": ("Recorded", "green"),
    "ask": ("A question for you", "amber"),
    "hold": ("With a colleague", "blue"),
}


def receipt(view: ReceiptView) -> Receipt:
    decisions = [line.decision for line in view.lines]
    return Receipt(
        name=wording.short(view.person.name, 80),
        headline=_headline(decisions.count("apply"), decisions.count("ask"), decisions.count("hold")),
        asks=decisions.count("ask"),
        lines=tuple(_outcome(line) for line in view.lines[:MAX_LINES]),
        unlisted=max(0, len(view.lines) - MAX_LINES),
        can_undo=view.can_undo and "apply" in decisions,
        reply_to=view.reply_to,
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )


def _headline(applied: int, asked: int, held: int) -> str:
    parts = []
    if applied:
        parts.append(f"{wording.count(applied, 'update')} recorded")
    if asked:
        parts.append(f"{wording.count(asked, 'question')} for you")
    if held:
        parts.append(f"{held} with a colleague")
    return "Thank you: " + ", ".join(parts) if parts else "Thank you for your reply"


def _outcome(line: ReceiptLine) -> Outcome:
    chip, tone = _OUTCOMES[line.decision]
    return Outcome(
        chip,
        tone,
        wording.short(line.ref, 100),
        wording.short(line.text, 200),
        wording.short(line.sentence, 400),
        wording.quoted(line.quoted, 300),
    )


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
        shown_ref(action),
        wording.short(action.text, 240),
        wording.short(action.owner_text, 120) or "nobody named",
        _update(action),
    )
