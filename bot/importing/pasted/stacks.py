"""Rows that hold several actions one below the other, their owners, dates and statuses stacked beside them.

Printed line by line the stacks slip: the second date stands beside the second line of the first action. Such a row is
put together whole, for its parts to be told apart by position.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from bot.importing.pasted.labels import divide_values, items_of
from bot.importing.pasted.segments import NUMBERS, Piece
from bot.importing.pasted.strips import is_lower
from bot.importing.refs import take_number

_STACKED = ("due", "status")


def put_stacks_together(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those of one row merged where its values slipped away from the actions they belong to."""
    found: list[Piece] = []
    row: list[Piece] = []
    for piece in pieces:
        if row and _begins_row(piece, row):
            found.extend(_closed(row))
            row = []
        row.append(piece)
    return found + _closed(row)


def _closed(row: list[Piece]) -> list[Piece]:
    """A row put together; lines behind it that may be headings of what follows stay as they are."""
    end = len(row)
    while end > 1 and len(row[end - 1].texts) == 1 and _may_be_heading(row[end - 1]):
        end -= 1
    return _together(row[:end]) + row[end:]


def _may_be_heading(piece: Piece) -> bool:
    name, text = next(iter(piece.texts.items()))
    return name != "action" and not is_lower(text)


def _begins_row(piece: Piece, row: list[Piece]) -> bool:
    texts = piece.texts
    if "" in texts or "" in row[0].texts:
        return True
    recommendation, action = texts.get("recommendation", ""), texts.get("action", "")
    if texts.get(NUMBERS) or texts.get("ref") or take_number(recommendation).label:
        return True
    return bool(recommendation and action) and not is_lower(recommendation) and not is_lower(action) and _has_due(piece)


def _has_due(piece: Piece) -> bool:
    return bool(piece.texts.get("due") or piece.texts.get("status"))


def _together(row: list[Piece]) -> list[Piece]:
    if len(row) < 2 or not _slipped(row):
        return row
    action = "\n".join(piece.texts["action"] for piece in row if piece.texts.get("action"))
    count = len([item for item in items_of(action, "") if item.label])
    texts = {name: _column(row, name) for name in dict.fromkeys(name for piece in row for name in piece.texts)}
    if count < 2 or all(divide_values(name, texts.get(name, ""), count) is None for name in _STACKED):
        return row
    lines = tuple(line for piece in row for line in piece.lines)
    return [replace(row[0], texts=MappingProxyType(texts), others=lines[1:])]


def _slipped(row: list[Piece]) -> bool:
    """Whether an action begins without values beside it, and values stand beside a line in the middle of an action."""
    labelled = [bool(items_of(piece.texts.get("action", ""), "x")[:1]) and _has_label(piece) for piece in row]
    bare = any(label and not _has_due(piece) for label, piece in zip(labelled, row, strict=True))
    stray = any(not label and piece.texts.get("due") for label, piece in zip(labelled, row, strict=True))
    return bare and stray


def _has_label(piece: Piece) -> bool:
    return bool(items_of(piece.texts["action"], "x")[0].label)


def _column(row: list[Piece], name: str) -> str:
    separator = "\n" if name in ("action", "owner", "due", "status") else " "
    return separator.join(piece.texts[name] for piece in row if piece.texts.get(name))
