"""Rows that only name a section, also where the extraction divided their words between columns."""

from __future__ import annotations

import re

from bot.importing.pasted.entries import Entry, Recommendation, carries_values, is_ref, may_be_row
from bot.importing.pasted.segments import NUMBERS, Piece
from bot.importing.pasted.strips import goes_on, is_finished, is_lower
from bot.importing.tasks import is_task
from bot.reading.owners import explain_owners

_MOST_WORDS = 12
_NAMES_ITSELF = re.compile(
    r"(?:theme|section|part|priority|objective|workstream|outcome|aim|strand|area|chapter|category|pillar)\s?\w{1,4}\b",
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]{5}")
"""Letters of a word rather than of the short name of a body."""


def is_band(
    piece: Piece,
    entry: Entry | None,
    recommendation: Recommendation,
    after: Piece | None,
    wrapped: bool,
    stands_off: bool,
    opened: bool,
) -> bool:
    """Whether a piece is the heading of a section rather than a part of the row above it.

    `opened` says that the table opens with the name of a section.
    """
    over = not wrapped and _stands_over_row(piece, entry, after, opened=opened)
    if carries_values(piece) and not over:
        return False
    if is_ref(piece.texts.get("ref", "")) or piece.texts.get(NUMBERS):
        return False
    texts = list(piece.texts.values())
    words = " ".join(texts)
    if len(words.split()) > _MOST_WORDS or is_lower(texts[0]) or is_finished(words) or goes_on(words):
        return False
    if after is None or (is_rest(after) and not words.isupper()):
        return False
    if len(texts) > 1:
        return len(texts) == 2 and is_lower(texts[1]) and (entry is None or is_finished(entry.text("action")))
    name = next(iter(piece.texts))
    if over or (words.isupper() and len(words) > 3) or _NAMES_ITSELF.match(words):
        return True
    if name == "ref":
        return not wrapped and _stands_between_refs(entry, after)
    if name == "action":
        over_numbers = _stands_over_numbers(words, entry, after, wrapped)
        return over_numbers or bool(entry and stands_off and entry.text("due"))
    above = _text_above(name, entry, recommendation)
    return not above or is_finished(above) or (not wrapped and not goes_on(above) and name == "section")


def _stands_over_row(piece: Piece, entry: Entry | None, after: Piece | None, *, opened: bool) -> bool:
    """Whether words alone in the column of owners stand over a row and are no owner of the one above.

    Those are shouted, or name nobody for sure where the table opens with such a line over a row with a reference.
    """
    words, above = piece.texts.get("owner", ""), entry.text("owner") if entry else ""
    if set(piece.texts) != {"owner"} or after is None or goes_on(above):
        return False
    if not (after.texts.get("action") and may_be_row(after)):
        return False
    if words.isupper():
        return bool(_WORD.search(words)) and not above.isupper()
    first = entry is None or opened
    return first and is_ref(after.texts.get("ref", "")) and explain_owners(words).doubtful


def _stands_between_refs(entry: Entry | None, after: Piece) -> bool:
    """Whether the rows around words in the column of references have one."""
    return is_ref(after.texts.get("ref", "")) and (entry is None or is_ref(entry.text("ref")))


def _stands_over_numbers(words: str, entry: Entry | None, after: Piece, wrapped: bool) -> bool:
    """Whether words without a number stand between rows that have one: no action, and not the end of the one above."""
    if not (is_ref(after.texts.get("ref", "")) and carries_values(after)) or is_task(words):
        return False
    return entry is None or (not wrapped and bool(entry.text("ref")) and not goes_on(entry.text("action")))


def is_rest(piece: Piece) -> bool:
    """Whether every cell of a line begins in the middle of a sentence."""
    return all(is_lower(text) for text in piece.texts.values())


def _text_above(name: str, entry: Entry | None, recommendation: Recommendation) -> str:
    if name == "recommendation":
        return recommendation.text
    if name == "response":
        return " ".join(recommendation.response)
    return entry.text(name) if entry else ""


def mended(parts: list[str], known: frozenset[str]) -> str:
    """Words divided between two columns: put together without a space where only that makes words of the document."""
    text = parts[0]
    for part in parts[1:]:
        left, right = text.split()[-1], part.split()[0]
        apart_unknown = right.lower() not in known
        text = f"{text}{part}" if apart_unknown and f"{left}{right}".lower() in known else f"{text} {part}"
    return " ".join(text.split())
