"""The receipt ready to print: what became of one reply, action by action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.compose import wording
from bot.compose.links import Link, undo_link
from bot.compose.views import News, ReceiptLine, ReceiptView

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
    """A receipt ready to print. `headline` tells what became of the reply as a whole, `asks` counts its questions.

    `preview` is what a list of mails shows of it: its first two sentences, each once, with their actions. `undo` is the
    button that takes everything recorded back; none where nothing was recorded. `intro` leads up to the lines, and
    `because` says why its reader gets it.
    """

    name: str
    headline: str
    intro: str
    because: str
    preview: str
    asks: int
    lines: tuple[Outcome, ...]
    unlisted: int
    undo: Link | None
    reply_to: str
    token: str
    sender_name: str
    contact: str


_UNDERSTOOD = "This is what we understood from your reply."
_PASSED_ON = "We have your reply. A colleague will read it."

_OUTCOMES = {
    "apply": ("Recorded", "green"),
    "wished": ("Needs a yes", "blue"),
    "note": ("Noted", "blue"),
    "ask": ("A question for you", "amber"),
    "hold": ("With a colleague", "blue"),
    "settled": ("Settled", "green"),
    "declined": ("Not agreed", "amber"),
    "undone": ("Put back", "green"),
    "refused": ("Not put back", "amber"),
}


def receipt(view: ReceiptView) -> Receipt:
    decisions = [line.decision for line in view.lines]
    lines = tuple(_outcome(line) for line in view.lines[:MAX_LINES])
    news = view.news or News(_headline(Counter(decisions)), _UNDERSTOOD if lines else _PASSED_ON, "you replied to us")
    return Receipt(
        name=wording.short(view.person.name, 80),
        headline=wording.short(news.headline, 120),
        intro=news.intro,
        because=news.because,
        preview=_preview(lines),
        asks=decisions.count("ask"),
        lines=lines,
        unlisted=max(0, len(view.lines) - MAX_LINES),
        undo=undo_link(view.reply_to, view.token) if view.can_undo and {"apply", "wished"} & set(decisions) else None,
        reply_to=view.reply_to,
        token=view.token,
        sender_name=view.sender_name,
        contact=view.contact,
    )


_COUNTED = {
    "apply": "{} {noun} recorded",
    "wished": "{} {noun} asked for",
    "note": "{} {noun} kept",
    "ask": "{} {noun} for you",
    "hold": "{} {noun} passed to a colleague",
    "settled": "{} {noun} settled",
    "declined": "{} {noun} not agreed to",
    "undone": "{} {noun} put back",
    "refused": "{} {noun} not put back",
}
_NOUNS = {
    "apply": "update",
    "wished": "new date",
    "note": "note",
    "ask": "question",
    "hold": "answer",
    "settled": "answer",
    "declined": "new date",
    "undone": "answer",
    "refused": "answer",
}


def _preview(lines: Sequence[Outcome]) -> str:
    """The first two things that a receipt says, each with the actions that it is about where there are several."""
    about: dict[str, list[str]] = {}
    for line in lines:
        about.setdefault(line.sentence, []).append(line.ref)
    told = [
        f"{wording.listed(refs)}: {sentence}" if len(lines) > 1 and all(refs) else sentence
        for sentence, refs in about.items()
    ]
    return " ".join(told[:2])


def _headline(decisions: Mapping[str, int]) -> str:
    parts = [
        phrase.format(number, noun=f"{_NOUNS[kind]}{'' if number == 1 else 's'}")
        for kind, phrase in _COUNTED.items()
        if (number := decisions.get(kind, 0))
    ]
    return "Thank you: " + ", ".join(parts) if parts else "Thank you for your reply"


def _untold(line: ReceiptLine) -> str:
    """What stands where an action belongs, for words that could be tied to none."""
    return _UNTOLD if not line.ref and line.decision in ("ask", "note", "hold") else ""


_UNTOLD = "We could not tell which action this is about"


def _outcome(line: ReceiptLine) -> Outcome:
    chip, tone = _OUTCOMES[line.decision]
    return Outcome(
        chip,
        tone,
        wording.short(line.ref, 100),
        wording.short(line.text, 200) or _untold(line),
        wording.short(line.sentence, 400),
        wording.quoted(line.quoted, 300),
    )
