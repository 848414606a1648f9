"""A newer version of a document against the list: what moves, what a person must decide, what stays. Pure.

Three things are compared: what the document said when it was brought in last, what it says now, and what the list says.
Where only the document moved, the list follows. Where only the list moved, it stays. Where both did, it is asked, and
so is an action, an owner or a status that the document says no more. What was asked is taken back where the document
and the list agree again. The date first promised stays in any case: a later one becomes the revised date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
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
_NEEDED = ("text", "owner", "status")
"""What no document empties by saying it no more."""
_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Clash:
    """A question about a value that document and list both changed, and the words by field that both had before."""

    asked: str
    was: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a document, or the list, says of an action: words by field, dates as ISO text, a status by its value.

    `updates` are what the document tells beyond the status, each with its head; `questions` what its reader asks, or
    what stands in the list's column; `clashes` are those that were asked and not taken back, by field ("due" for all
    its dates).
    """

    words: Mapping[str, str]
    updates: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    clashes: Mapping[str, Clash] = field(default_factory=dict)

    @property
    def current_due(self) -> str:
        """The date that counts, else the words that stand for one."""
        return self.words.get("revised_due") or self.words.get("due_date") or self.words.get("due", "")

    def value(self, name: str) -> str:
        """What it says in a field; for "due" the date that counts."""
        return self.current_due if name == "due" else self.words.get(name, "")

    def asks(self, question: str) -> bool:
        return any(question in each for each in self.questions)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Said:
        updates = tuple((head, words) for head, words in said["updates"])
        clashes = {name: Clash(each["asked"], each["was"]) for name, each in said.get("clashes", {}).items()}
        return cls(dict(said["words"]), updates, tuple(said["questions"]), clashes)


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
    `settled` are questions of the earlier document that this one answers. `open` are the clashes to remember, by field.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    updates: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    open: Mapping[str, Clash] = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        return bool(self.values or self.updates or self.questions or self.clashes or self.settled)


def newer(before: Said, now: Said, listed: Said, progress: str) -> Newer:
    """What a document changes in a row, given what it said `before`; `progress` is what was told in the list."""
    waiting = {name: each for name, each in before.clashes.items() if _still_clashes(name, before, now, listed)}
    answered = [each.asked for name, each in before.clashes.items() if name not in waiting]
    base = _before_the_clashes(before, now, listed)
    values: dict[str, str] = {}
    moves: list[Move] = []
    clashes: dict[str, Clash] = {}
    for name, called in WORDS.items():
        was, new, there = (each.words.get(name, "") for each in (base, now, listed))
        if _same(was, new) or _same(there, new) or (name == "status_text" and not _follows(base, now, listed)):
            continue
        if _same(there, was) and not (name in _NEEDED and _is_nothing(new)):
            values[name] = new
            moves.append(Move(called, _worded(name, there), _worded(name, new)))
        elif name != "status_text":
            asked = _clash(called, *(_worded(name, each) for each in (was, new, there)))
            clashes[name] = Clash(asked, {name: was})
    dated, moved, clash = _due(base, now, listed)
    if clash:
        clashes["due"] = Clash(clash, {name: base.words.get(name, "") for name in _DATES})
    return Newer(
        values | dated,
        (*moves, *moved),
        tuple(each for each in now.updates if each not in before.updates and fold(each[1]) not in fold(progress)),
        tuple(each for each in now.questions if each not in before.questions),
        tuple(each.asked for each in clashes.values()),
        tuple(each for each in (*before.questions, *answered) if each not in now.questions and listed.asks(each)),
        waiting | clashes,
    )


def _still_clashes(name: str, before: Said, now: Said, listed: Said) -> bool:
    """Whether the document says what it said when it was asked about a field, and the list still something else."""
    return _same(now.value(name), before.value(name)) and not _same(listed.value(name), now.value(name))


def _before_the_clashes(before: Said, now: Said, listed: Said) -> Said:
    """What a document said before, with what both had before a clash where the list has not taken its side since."""
    words = dict(before.words)
    for name, clash in before.clashes.items():
        if not _same(now.value(name), before.value(name)) and not _same(listed.value(name), before.value(name)):
            words |= clash.was
    return replace(before, words=words)


def _due(before: Said, now: Said, listed: Said) -> tuple[dict[str, str], tuple[Move, ...], str]:
    """The date that counts: the list's follows the document's; the one first promised is only written where none is."""
    was, new, there = before.current_due, now.current_due, listed.current_due
    if _same(was, new) or _same(there, new):
        return {}, (), ""
    promised, date_now = listed.words.get("due_date", ""), _date_of(now)
    if not _same(there, was) or (promised and not date_now):
        return {}, (), _clash("due", *map(_day, (was, new, there)))
    if promised:
        values = {"revised_due": "" if date_now == promised else date_now}
    else:
        values = {name: now.words.get(name, "") for name in _DATES}
    return values, (Move("due", _day(there), _day(new)),), ""


def _follows(before: Said, now: Said, listed: Said) -> bool:
    """Whether the list's status is still a document's, so that its printed words may be one's too."""
    if not now.words.get("status_text"):
        return False
    return listed.words.get("status", "") in (before.words.get("status", ""), now.words.get("status", ""))


def _date_of(said: Said) -> str:
    return said.words.get("revised_due") or said.words.get("due_date") or ""


def _is_nothing(value: str) -> bool:
    return value in ("", Status.UNKNOWN.value)


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
