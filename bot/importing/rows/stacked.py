"""Values that stand one below the other in a cell, each beside one of the actions of its row."""

from __future__ import annotations

import re

from bot.importing.kinds import Kind, kind_of
from bot.importing.refs import split_inline, take_label, without_bullet
from bot.importing.tables import Cell

_INITIAL = re.compile(r"[A-Z]\.\s?(?:[A-Z]\.\s?){0,2}[A-Z]")
_DAY, _STATE = (Kind.DATE,), (Kind.STATUS, Kind.LETTER, Kind.NUMBER, Kind.PARTY)
STACKED = {
    "owner": (Kind.PARTY,),
    "due": _DAY,
    "revised_due": _DAY,
    "closed": _DAY,
    "status": _STATE,
    "rag": _STATE,
    "percent": _STATE,
}
"""Columns whose lines may belong each to one of several actions in a row, and what such a line holds there.

Letters that stand for a status look like those that stand for a party.
"""
_EACH_ITS_OWN = ("closed", "status", "rag", "percent")
"""Columns in which one value does not plainly hold for all actions beside it, as a person or a deadline does."""


def stack(name: str, cell: Cell) -> tuple[str, ...]:
    """The lines of a cell, those of a list without their numbers and bullets; "J. Hallam" has no number."""
    paragraphs = tuple(map(without_bullet, cell.paragraphs))
    lines = [part for paragraph in paragraphs for part in split_inline(paragraph)]
    labels = [take_label(line).label for line in lines]
    initials = name == "owner" and any(map(_INITIAL.match, lines))
    if len(lines) > 1 and all(labels) and len(set(labels)) == len(labels) and not initials:
        return tuple(take_label(line).text for line in lines)
    return paragraphs


def in_place(name: str, lines: tuple[str, ...], cell: Cell, action: Cell, of: int) -> tuple[str, ...]:
    """The lines of a cell, with "" for each of the `of` actions beside which it was left blank.

    As they are where its blank lines do not show that.
    """
    if not cell.blank or len(lines) != len(cell.paragraphs) or len(lines) == of or not _are_values(name, lines):
        return lines
    spread = cell.of_lines(lines)
    if not action.blank:
        placed = spread
    elif len(action.paragraphs) == of:
        at_actions = [at for at in range(len(action.paragraphs) + len(action.blank)) if at not in action.blank]
        placed = tuple(spread[at] if at < len(spread) else "" for at in at_actions)
    else:
        return lines
    return placed if len(placed) == of and [*filter(None, placed)] == [*lines] else lines


def _are_values(name: str, lines: tuple[str, ...]) -> bool:
    """Whether lines may each be the value of one action: a person or a day alone holds for all of them."""
    return (len(lines) > 1 or name in _EACH_ITS_OWN) and all(kind_of(line) in STACKED[name] for line in lines)


def joined(name: str, lines: tuple[str, ...]) -> str:
    """The lines of a cell: parties keep theirs, they divide what is said."""
    return ("\n" if name == "owner" else " ").join(filter(None, lines))


def about_blank(name: str, lines: tuple[str, ...], at: int) -> str:
    """The question about a blank beside one action, where one value alone is printed in the cell of several."""
    said = [*filter(None, lines)]
    if len(lines) < 2 or len(said) != 1 or lines[at] or name not in _EACH_ITS_OWN:
        return ""
    return f'"{said[0]}" stands once beside {len(lines)} actions: does it hold for this one too?'
