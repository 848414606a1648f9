"""A post and what stands behind its comma: who holds it, or the part of a body it sits in, which are no other party."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import (
    is_bare_rank,
    is_body,
    is_councillor,
    is_person,
    is_post,
    is_surely_party,
    is_surname,
    key,
)
from bot.reading.owners.pieces import Piece, pieces_of
from bot.reading.owners.words import DEPARTMENTS, NAMES_NOBODY_ALONE, OWNS_POSTS, ROLES

_PART_OF_BODY = re.compile(
    r"(?:school|department|faculty|institute|college|division|directorate|centre|office|bureau|unit)\s(?:of|for)\s",
    re.IGNORECASE,
)
_INITIALED = re.compile(r"(?:[A-Z]\.?\s?){1,3}[A-Z][\w'-]+")


def with_holders(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each post put together with its holder, or the body it sits in, where one follows every post."""
    return _pairs(pieces) or pieces


def perhaps_holder(stretch: str) -> bool:
    """Whether what stands behind the comma of a post may be its holder, or a list may be what a rank is about."""
    post, *behind = pieces_of(stretch) or [Piece("", "")]
    if not behind or any(piece.joiner != "," for piece in behind):
        return False
    if len(behind) > 1:
        return is_bare_rank(post.words) and all(piece.words.lower() in DEPARTMENTS for piece in behind)
    name = behind[0].words
    may_hold = (
        (is_person(name) or is_surname(name)) and not is_councillor(name.split()) and not _is_held_by(post.words, name)
    )
    return may_hold and _has_one_holder(post.words)


def _pairs(pieces: list[Piece]) -> list[Piece]:
    """Every two pieces as one party; none where they are not all such pairs."""
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    if len(pieces) % 2 or not all(_is_one(post, behind) for post, behind in pairs):
        return []
    return [Piece(post.joiner, f"{post.words}{behind.printed}{behind.words}", post.printed) for post, behind in pairs]


def _is_one(post: Piece, behind: Piece) -> bool:
    held = _is_held_by(post.words, behind.words) or _sits_in(post.words, behind.words)
    return behind.joiner == "," and (held or _works_for(post.words, behind.words))


def _works_for(person: str, body: str) -> bool:
    """Whether somebody surely named stands in front of an organisation: "Insp. Holt, Tamber Police"."""
    if not is_person(person) or not is_surely_party(person) or is_councillor(person.split()):
        return False
    organisation = is_body(body) and not {key(body.split()[0]), key(body.split()[-1])}.isdisjoint(OWNS_POSTS)
    return organisation and not is_post(body) and not stands_alone(body)


def _is_held_by(post: str, name: str) -> bool:
    """Whether somebody stands behind a post who surely is a person; a councillor holds posts of another kind."""
    tokens = name.split()
    if not _has_one_holder(post) or not is_person(name) or is_councillor(tokens):
        return False
    titled = patterns.NAME_WITH_TITLE.match(name)
    return bool(titled or _INITIALED.fullmatch(name)) or (len(tokens) > 1 and key(tokens[0]) in FORENAMES)


def _has_one_holder(post: str) -> bool:
    plural = (key(word).removesuffix("s") in ROLES and key(word).endswith("s") for word in post.split())
    return is_post(post) and not is_person(post) and not any(plural)


def _sits_in(post: str, body: str) -> bool:
    """Whether a rank stands in front of the body it is one of: "Senior Lecturer, School of Law"."""
    if not is_bare_rank(post):
        return False
    if _PART_OF_BODY.match(body):
        return True
    named_body = " " in body and is_body(body) and not is_post(body) and not stands_alone(body)
    return key(post) in NAMES_NOBODY_ALONE and named_body
