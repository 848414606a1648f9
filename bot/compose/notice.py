"""The admins' mail: what waits for a person, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
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
    folded = _folded(waiting.lines)
    lines = tuple(wording.short(line, 300) for line in folded[:MAX_LINES])
    return Section(waiting.heading, waiting.advice, lines, len(folded) - len(lines))


def _folded(lines: Sequence[str]) -> list[str]:
    """Lines of one plan that say the same of several actions as one: "Plan, 1.1, 1.4: has no owner"."""
    groups: dict[tuple[str, str], list[str]] = {}
    for line in dict.fromkeys(lines):
        head, colon, said = line.partition(": ")
        plan, comma, ref = head.rpartition(", ") if colon else (head, "", "")
        groups.setdefault((plan + comma, colon + said), []).append(ref)
    return [f"{before}{wording.first_few(refs)}{after}" for (before, after), refs in groups.items()]
