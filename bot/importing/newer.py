"""A newer version of a document against the list: what moves, what a person must decide, what stays. Pure.

Three things are compared: what the document said when it was brought in last, what it says now, and what the list says.
Where only the document moved, the list follows. Where only the list moved, it stays. Where both did, it is asked. The
date first promised stays in any case: a later one becomes the revised date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from bot.directory import fold
from bot.plan import Status

WORDS = {
    "text": "action",
    "theme": "theme",
    "recommendation": "recommendation",
    "response": "response",
    "owner": "owner",
    "status": "status",
    "status_text": "status as printed",
}
"""The fields whose words are compared as they stand, and what an admin calls them."""

_DATES = ("due", "due_date", "revised_due")
_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Said:
    """What a document, or the list, says of an action: words by field, dates as ISO text, a status by its value.

    `updates` are what the document tells beyond the status, each with its head; `questions` what its reader asks.
    """

    words: Mapping[str, str]
    updates: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def current_due(self) -> str:
        """The date that counts, else the words that stand for one."""
        return self.words.get("revised_due") or self.words.get("due_date") or self.words.get("due", "")

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Said:
        updates = tuple((head, words) for head, words in said["updates"])
        return cls(dict(said["words"]), updates, tuple(said["questions"]))


@dataclass(frozen=True, slots=True)
class Move:
    """A value that the list takes over: what it is called, and the words of both for a person."""

    called: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Newer:
    """What a newer document changes in one row: `values` by field ("" clears), and the same in words.

    `updates` are what it tells anew; `clashes` are questions about values that both the document and the list changed;
    `settled` are questions of the earlier document that this one answers.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    updates: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        return bool(self.values or self.updates or self.questions or self.clashes or self.settled)


def newer(before: Said, now: Said, listed: Said, progress: str) -> Newer:
    """What a document changes in a row, given what it said `before`; `progress` is what was told in the list."""
    values: dict[str, str] = {}
    moves: list[Move] = []
    clashes: list[str] = []
    for name, called in WORDS.items():
        was, new, there = (each.words.get(name, "") for each in (before, now, listed))
        if _same(was, new) or _same(there, new) or (name == "status_text" and not _follows(before, now, listed)):
            continue
        if _same(there, was):
            values[name] = new
            moves.append(Move(called, _worded(name, there), _worded(name, new)))
        elif name != "status_text":
            clashes.append(_clash(called, *(_worded(name, each) for each in (was, new, there))))
    dated, moved, clash = _due(before, now, listed)
    return Newer(
        values | dated,
        (*moves, *moved),
        tuple(each for each in now.updates if each not in before.updates and fold(each[1]) not in fold(progress)),
        tuple(each for each in now.questions if each not in before.questions),
        (*clashes, *clash),
        tuple(each for each in before.questions if each not in now.questions),
    )


def _due(before: Said, now: Said, listed: Said) -> tuple[dict[str, str], tuple[Move, ...], tuple[str, ...]]:
    """The date that counts: the list's follows the document's; the one first promised is only written where none is."""
    was, new, there = before.current_due, now.current_due, listed.current_due
    if _same(was, new) or _same(there, new):
        return {}, (), ()
    promised, date_now = listed.words.get("due_date", ""), _date_of(now)
    if not _same(there, was) or (promised and not date_now):
        return {}, (), (_clash("due", *map(_day, (was, new, there))),)
    if promised:
        values = {"revised_due": "" if date_now == promised else date_now}
    else:
        values = {name: now.words.get(name, "") for name in _DATES}
    return values, (Move("due", _day(there), _day(new)),), ()


def _follows(before: Said, now: Said, listed: Said) -> bool:
    """Whether the list's status is still a document's, so that its printed words may be one's too."""
    return listed.words.get("status", "") in (before.words.get("status", ""), now.words.get("status", ""))


def _date_of(said: Said) -> str:
    return said.words.get("revised_due") or said.words.get("due_date") or ""


def _same(one: str, other: str) -> bool:
    """Whether words are the same but for case and punctuation; a list may have cut the end off."""
    cut, whole = sorted((one, other), key=len)
    return fold(one) == fold(other) or (cut.endswith("…") and whole.startswith(cut[:-1]))


def _worded(name: str, value: str) -> str:
    return Status(value).label if name == "status" and value else value


def _day(words: str) -> str:
    """An ISO date as people write it; other words as they stand."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return words
    return f"{day.day} {day:%B %Y}"


def _clash(called: str, was: str, new: str, there: str) -> str:
    """The question where the document moved and the list did too."""
    return (
        f"The document said {_quoted(was)} as {called} and now says {_quoted(new)}; "
        f"the list says {_quoted(there)}: which holds?"
    )


def _quoted(words: str) -> str:
    short = words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"
    return f'"{short}"' if words else "nothing"
