"""The bodies that people sit in, behind the post they have there: "Chair, Audit and Standards Committee"."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.kinds import is_bare_rank, is_post, is_whole, key
from bot.reading.owners.pieces import AND, BEHIND, Piece
from bot.reading.owners.words import BODIES, ROLES

_CHAIR = re.compile(
    r"(?:(?:independent|vice|deputy|co|acting|interim)[\s-])*(?:chair(?:man|woman|person)?|convenor|convener)",
    re.IGNORECASE,
)
_CHAIR_OF = re.compile(rf"(?:{_CHAIR.pattern}|members?|secretary|clerk)\s(?:of|to)\s(?P<about>.+)", re.IGNORECASE)
_SITTING = frozenset({"committee", "sub-committee", "board", "panel", "group", "forum", "partnership", "team"})


def with_bodies(pieces: list[Piece]) -> list[Piece]:
    """The pieces, what stands behind a post put together where it is one body's name; a chair's body is the chair's.

    "Chair, Audit and Standards Committee" is one party, "Head of Audit, Audit and Standards Committee" are two.
    """
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        until = _body_ends(pieces, at) if _may_have_body_behind(found) else at
        if found and piece.joiner == "," and _CHAIR_OF.fullmatch(found[-1].words) and _body_ends(pieces, at) > at + 1:
            chair, until = found.pop(), _body_ends(pieces, at)
            return [*found, chair.with_behind(*pieces[at:until]), *with_bodies(pieces[until:])]
        if until > at and _opens_body(found, piece, several=until > at + 1):
            body = piece.with_behind(*pieces[at + 1 : until])
            if _CHAIR.fullmatch(found[-1].words):
                body = found.pop().with_behind(body)
            return [*found, body, *with_bodies(pieces[until:])]
        found.append(piece)
    return found


def _opens_body(before: list[Piece], piece: Piece, *, several: bool) -> bool:
    """Whether a joiner leads to a body: any mark does, an "and" only to one of several words behind a whole post."""
    whole = key(before[-1].words.split()[-1]) in ROLES | BODIES
    article = piece.words.lower().startswith("the ")
    return piece.joiner in BEHIND | {"/"} or article or (several and whole and piece.joiner in AND)


def _may_have_body_behind(pieces: list[Piece]) -> bool:
    """Whether a chair is named, or a post that needs no more: what a bare rank is about may sound like a body."""
    if not pieces or _CHAIR.fullmatch(pieces[-1].words):
        return bool(pieces)
    return any(is_post(piece.words) for piece in pieces) and not is_bare_rank(pieces[-1].words)


def _body_ends(pieces: list[Piece], start: int) -> int:
    """Behind the last piece of a body's name that opens at `start`; there itself where no body is named."""
    for at, piece in enumerate(pieces[start:], start):
        last = key(piece.words.split()[-1])
        if at == start and last in BODIES:
            return start if patterns.ABOUT.search(piece.words) else at + 1
        if last in _SITTING:
            return at + 1 if piece.joiner in AND else start
        if is_whole(piece.words) or (at > start and piece.joiner not in AND | {","}):
            return start
    return start
