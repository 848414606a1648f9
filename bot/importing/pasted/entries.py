"""One action under way while its pieces are put together, and what each new piece says about where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.importing.pasted.segments import Piece
from bot.importing.pasted.strips import goes_on, is_finished, is_lower
from bot.plan import DueKind
from bot.reading.dates import explain_due
from bot.reading.statuses import opening_status

VALUES = ("owner", "due", "revised_due", "status", "update")
_BULLETS = ("•", "·", "▪", "○", "\uf0b7")
_LOOKED_BACK = 60
"""Fragments of a cell; a longer one is no cell, and must not be read anew with each line."""
CONTINUED = re.compile(
    r"^[(\[]?\s?(?:cont(?:inued|['’]?d)?|cont\.)\s?(?:[)\]:.…-]|\bfrom\b[^)]{0,30}[)])+\s?", re.IGNORECASE
)
"""What stands before the rest of an action on the next page."""
_FEWEST_NUMBERED = 3
"""Rows from which it shows that each has a reference."""
_SOME_DAY = date(2020, 1, 1)
_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*")
_REF = re.compile(r"[\w()/. -]{0,24}\d[\w()/.-]{0,12}|[A-Z]{1,4}")


@dataclass(slots=True)
class Recommendation:
    """What actions answer: the fragments of its text and of the response to it."""

    fragments: list[str] = field(default_factory=list)
    response: list[str] = field(default_factory=list)
    section: str = ""
    lines: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.fragments[-_LOOKED_BACK:])


@dataclass(slots=True)
class Entry:
    """An action under way. `shared` values were printed once for several actions; `fragments` by what they are."""

    recommendation: Recommendation
    label: str = ""
    fragments: dict[str, list[str]] = field(default_factory=dict)
    shared: bool = False
    lines: list[int] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """What a column holds so far, as far back as it is looked at."""
        return " ".join(" ".join(self.fragments.get(name, [])[-_LOOKED_BACK:]).split())

    def add(self, name: str, fragment: str) -> None:
        again = name == "ref" and fragment == self.text("ref")  # as a row that goes on over the page prints it
        if fragment and not again:
            self.fragments.setdefault(name, []).append(fragment)

    def note(self, lines: tuple[int, ...]) -> None:
        last = self.lines[-1] if self.lines else 0
        self.lines.extend(line for line in lines if line > last)


def values_of(piece: Piece) -> dict[str, str]:
    """What a piece holds besides the action and what it answers: owner, due, status, and columns nobody asked for."""
    return {name: text for name, text in piece.texts.items() if name not in _NOT_VALUES}


_NOT_VALUES = ("", "#", "ref", "section", "recommendation", "response", "action")


def carries_values(piece: Piece) -> bool:
    return any(piece.texts.get(name) for name in ("owner", "due", "status"))


def is_ref(text: str) -> bool:
    return bool(_REF.fullmatch(text.strip()))


def may_be_row(piece: Piece) -> bool:
    """Whether a line has what the first line of a row has: a reference, or an owner or a date beside words."""
    return any(piece.texts.get(name) for name in ("ref", "owner", "due"))


def are_all_numbered(pieces: Sequence[Piece]) -> bool:
    """Whether a table gives each of its rows a reference, so that a line without one and without more is no row."""
    rows = [piece for piece in pieces if may_be_row(piece) and not is_lower(piece.texts.get("action", "a"))]
    return len(rows) >= _FEWEST_NUMBERED and all(is_ref(piece.texts.get("ref", "")) for piece in rows)


def begins_action(text: str, piece: Piece, entry: Entry | None, wrapped: bool, before: Piece | None) -> bool:
    """Whether unlabelled words in the action column begin an action instead of going on with the one above."""
    if entry is None or piece.ruled:
        return True
    ref = piece.texts.get("ref", "")
    if CONTINUED.match(text) and ref in ("", entry.text("ref")):
        return False
    if ref and is_ref(ref) and not (wrapped and is_lower(text)):
        return True
    if not ref and entry.text("ref") and _goes_on_beside(piece):
        return False
    values = carries_values(piece)
    if entry.shared and values and not is_finished(entry.text("action")):
        return False
    if is_lower(text) or (text.startswith(_BULLETS) and not values):
        return False
    if piece.apart and values and not goes_on(entry.text("action")):
        return True
    if restarts_due(entry.text("due"), piece.texts.get("due", "")):
        return True
    if restarts_status(entry.text("status"), piece.texts.get("status", "")):
        return True
    if goes_on(entry.text("action")):
        return False
    if wrapped and before and any(_after_a_gap(name, piece, before, entry) for name in ("owner", "due", "status")):
        return True
    if not wrapped:
        return values or is_finished(entry.text("action")) or not piece.apart
    return values and is_finished(entry.text("action"))


def _goes_on_beside(piece: Piece) -> bool:
    """Whether the cells beside words without a number begin in the middle of a sentence, and none is of a row's own."""
    beside = values_of(piece)
    return not {"owner", "due"} & set(beside) and any(map(is_lower, beside.values()))


def _after_a_gap(name: str, piece: Piece, before: Piece, entry: Entry) -> bool:
    """Whether a column is printed in again after a line without it: the lines of one cell follow each other."""
    return bool(piece.texts.get(name) and entry.text(name)) and not before.texts.get(name)


def restarts_due(before: str, new: str) -> bool:
    """Whether a due phrase is one of its own rather than the rest of the one above."""
    if not before or not new or is_lower(new) or goes_on(before) or _YEAR.fullmatch(new):
        return False
    return _is_due(new) and _is_due(before)


def _is_due(text: str) -> bool:
    due = explain_due(text, _SOME_DAY).due
    return due.end is not None or due.kind is not DueKind.UNKNOWN or bool(re.search(r"\bTB[ACD]\b", text))


def is_whole(text: str) -> bool:
    """Whether a reference or a due phrase is one by itself, not the end of one."""
    return not is_lower(text) and not _YEAR.fullmatch(text) and (_is_due(text) or is_ref(text))


def restarts_status(before: str, new: str) -> bool:
    if not before or not new or is_lower(new) or goes_on(before):
        return False
    return opening_status(new) > 0 and opening_status(before) > 0


def is_wrapped(pieces: Iterable[Piece]) -> bool:
    """Whether each piece is one printed line of its cells: actions then often begin in the middle of a sentence.

    The first piece of a page may go on with a row of the page before and tells nothing of the others.
    """
    texts = [piece.texts["action"] for piece in pieces if piece.texts.get("action")]
    return sum(is_lower(text) for text in texts[1:]) >= 0.2 * len(texts) and len(texts) > 1


def is_spaced(pieces: tuple[Piece, ...]) -> bool:
    """Whether blank lines stand between the rows, and not only where a page ends."""
    return sum(piece.apart for piece in pieces if len(piece.texts) > 1) >= 0.6 * sum(
        bool(piece.texts.get("due")) for piece in pieces
    )


def is_blank(texts: Mapping[str, str], *names: str) -> bool:
    return not any(texts.get(name) for name in names)
