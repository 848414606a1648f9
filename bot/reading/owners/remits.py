"""What a post is about, behind its mark or its rank: "Divisional Director - Surgery", "Assistant Director Waste"."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.kinds import (
    is_bare_rank,
    is_code_of_remit,
    is_post,
    is_surely_party,
    is_whole,
    key,
    without_holder,
)
from bot.reading.owners.pieces import Piece
from bot.reading.owners.posts import opens_with_post
from bot.reading.owners.words import PARTS_OF_BODIES

_REMIT = re.compile(r"(.+?)(\s-\s|:\s|,\s)(.+)")
"""A post, the mark behind it and what it is about."""


def with_remits(pieces: list[Piece]) -> list[Piece]:
    """The pieces, a rank put together with the list behind its dash, codes in it too: "Commissioner - SEND, LD and YP".

    Nothing is put together where somebody stands in the list who is surely named, or where no "and" closes it.
    """
    at = next((at for at, piece in enumerate(pieces) if at and piece.joiner == "-"), 0)
    if not at or not is_bare_rank(pieces[at - 1].words):
        return pieces
    until = next((end + 1 for end, piece in enumerate(pieces) if end > at and piece.joiner in ("and", "&")), 0)
    about = pieces[at:until]
    if len(about) < 3 or any(piece.joiner != "," for piece in about[1:-1]) or not all(map(_may_be_about, about)):
        return pieces
    return [*pieces[: at - 1], pieces[at - 1].with_behind(*about), *pieces[until:]]


def is_about_something(left: str) -> bool:
    """Whether what a post is about has begun: "Head of HR", "Assistant Director Waste", "Service Director - Growth"."""
    opened = opens_with_post(list(map(key, left.split())))
    return not left.endswith(")") and (opened or bool(patterns.ABOUT.search(left)) or ends_with_remit(left))


def ends_with_remit(left: str) -> bool:
    """Whether what a post is about stands behind a mark: "Divisional Director - Surgery", "Service Lead, Speech"."""
    found = _REMIT.fullmatch(left)
    if found is None or (is_surely_party(found[3]) and key(found[3]) not in PARTS_OF_BODIES):
        return False
    return is_bare_rank(found[1]) or (found[2] != ", " and is_post(found[1]) and not is_whole(found[3]))


def _may_be_about(piece: Piece) -> bool:
    words = without_holder(piece.words)
    return is_code_of_remit(words) or not is_surely_party(words)
