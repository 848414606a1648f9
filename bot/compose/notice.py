"""The admins' mail: what waits for a person, ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compose import wording
from bot.compose.views import NoticeView, Waiting

MAX_LINES = 30


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing that waits: its heading, what to do about it, and the things, cut to size."""

    heading: str
    advice: str
    lines: tuple[str, ...]
    unlisted: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice ready to print. `headline` counts everything that waits."""

    headline: str
    sections: tuple[Section, ...]
    sender_name: str


def notice(view: NoticeView) -> Notice:
    number = sum(len(each.lines) for each in view.waiting)
    return Notice(
        headline=f"{number} {'thing waits' if number == 1 else 'things wait'} for you",
        sections=tuple(map(_section, view.waiting)),
        sender_name=view.sender_name,
    )


def _section(waiting: Waiting) -> Section:
    lines = tuple(wording.short(line, 300) for line in waiting.lines[:MAX_LINES])
    return Section(waiting.heading, waiting.advice, lines, len(waiting.lines) - len(lines))
