"""The receipt ready to print: what became of one reply, action by action."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compose import wording
from bot.compose.views import ReceiptLine, ReceiptView

MAX_LINES = 20


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
    "note": ("Noted", "blue"),
    "ask": ("A question for you", "amber"),
    "hold": ("With a colleague", "blue"),
}


def receipt(view: ReceiptView) -> Receipt:
    decisions = [line.decision for line in view.lines]
    return Receipt(
        name=wording.short(view.person.name, 80),
        headline=_headline(*(decisions.count(each) for each in ("apply", "note", "ask", "hold"))),
        asks=decisions.count("ask"),
        lines=tuple(_outcome(line) for line in view.lines[:MAX_LINES]),
        unlisted=max(0, len(view.lines) - MAX_LINES),
        can_undo=view.can_undo and "apply" in decisions,
        reply_to=view.reply_to,
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )


def _headline(applied: int, noted: int, asked: int, held: int) -> str:
    parts = []
    if applied:
        parts.append(f"{wording.count(applied, 'update')} recorded")
    if noted:
        parts.append(f"{wording.count(noted, 'note')} kept")
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
