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
    is_whole,
    key,
    post_of,
)
from bot.reading.owners.pieces import Piece, pieces_of
from bot.reading.owners.words import BODIES, DEPARTMENTS, NAMES_NOBODY_ALONE, OWNS_POSTS, ROLES, SERVICES

_PART_OF_BODY = re.compile(
    r"(?:school|department|faculty|institute|college|division|directorate|centre|office|bureau|unit)\s(?:of|for)\s",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?:(?:independent|vice|deputy|co|acting|interim)[\s-])*(?:chair(?:man|woman|person)?|convenor|convener)",
    re.IGNORECASE,
)
_CHAIR_OF = re.compile(rf"(?:{_CHAIR.pattern}|members?|secretary|clerk)\s(?:of|to)\s(?P<about>.+)", re.IGNORECASE)
_BEHIND = frozenset({",", "-"})
_AND = frozenset({"and", "&"})
_SITTING = frozenset({"committee", "sub-committee", "board", "panel", "group", "forum", "partnership", "team"})
_COUNCILS = frozenset({"council", "authority", "cyngor"})
_SHORT_COUNCILS = frozenset({"dc", "bc", "cc", "mbc", "mdc", "lbc", "tc"})
_EMPLOYERS = _COUNCILS | frozenset(
    {
        *("trust", "police", "constabulary", "nhs", "icb", "hscp", "university", "college", "school", "association"),
        *("homes", "partnership"),
    }
)
"""Bodies with posts like a council's own, so that their name behind a post says whose it is."""
_PLACES = frozenset(
    {
        *("place", "area", "locality", "neighbourhood", "district", "town", "ward", "regional", "region", "community"),
        *("divisional", "station", "sector", "borough", "county", "zone", "centre", "site", "cluster", "patch"),
    }
)
"""Words in the name of a post that somebody has for one place of several."""
_POINTS = frozenset({"north", "south", "east", "west", "central", "upper", "lower", "mid"})
_INITIALED = re.compile(r"(?:[A-Z]\.?\s?){1,3}[A-Z][\w'-]+")


def with_bodies(pieces: list[Piece]) -> list[Piece]:
    """The pieces, what stands behind a post put together where it is one body's name; a chair's body is the chair's.

    "Chair, Audit and Standards Committee" is one party, "Head of Audit, Audit and Standards Committee" are two.
    """
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        until = _body_ends(pieces, at) if _may_have_body_behind(found) else at
        if found and piece.joiner == "," and _CHAIR_OF.fullmatch(found[-1].words) and _body_ends(pieces, at) > at + 1:
            chair, until = found.pop(), _body_ends(pieces, at)
            whole = Piece(chair.joiner, f"{chair.words}{_printed(pieces[at:until])}", chair.printed)
            return [*found, whole, *with_bodies(pieces[until:])]
        if until > at and _opens_body(found, piece, several=until > at + 1):
            body = Piece(piece.joiner, _printed(pieces[at:until]).removeprefix(piece.printed), piece.printed)
            if _CHAIR.fullmatch(found[-1].words):
                chair = found.pop()
                body = Piece(chair.joiner, _printed([chair, body]).removeprefix(chair.printed), chair.printed)
            return [*found, body, *with_bodies(pieces[until:])]
        found.append(piece)
    return found


def _opens_body(before: list[Piece], piece: Piece, *, several: bool) -> bool:
    """Whether a joiner leads to a body: any mark does, an "and" only to one of several words behind a whole post."""
    whole = key(before[-1].words.split()[-1]) in ROLES | BODIES
    article = piece.words.lower().startswith("the ")
    return piece.joiner in _BEHIND | {"/"} or article or (several and whole and piece.joiner in _AND)


def _may_have_body_behind(pieces: list[Piece]) -> bool:
    """Whether a chair is named, or a post that needs no more: what a bare rank is about may sound like a body."""
    if not pieces or _CHAIR.fullmatch(pieces[-1].words):
        return bool(pieces)
    return any(is_post(piece.words) for piece in pieces) and not is_bare_rank(pieces[-1].words)


def _printed(pieces: list[Piece]) -> str:
    return "".join(f"{piece.printed}{piece.words}" for piece in pieces)


def _body_ends(pieces: list[Piece], start: int) -> int:
    """Behind the last piece of a body's name that opens at `start`; there itself where no body is named."""
    for at, piece in enumerate(pieces[start:], start):
        last = key(piece.words.split()[-1])
        if at == start and last in BODIES:
            return at + 1
        if last in _SITTING:
            return at + 1 if piece.joiner in _AND else start
        if is_whole(piece.words) or (at > start and piece.joiner not in _AND | {","}):
            return start
    return start


def works_at(left: str, body: str) -> bool:
    """Whether a post, or a person's, stands in front of the council that has it, or a person's of any employer."""
    post = post_of(left)
    return may_work_at(post, body) and (
        post != left or not _COUNCILS.isdisjoint({key(body.split()[0]), key(body.split()[-1])})
    )


def may_work_at(post: str, body: str) -> bool:
    """Whether a post stands in front of a body that bears a name of its own and has posts like it."""
    words = [key(word) for word in body.split()]
    if not has_one_holder(post) or is_councillor(post.split()) or is_post(body) or stands_alone(body):
        return False
    named = not (SERVICES | BODIES | _AND).issuperset(words) and body[0].isupper()
    employer = not (_EMPLOYERS | _SHORT_COUNCILS).isdisjoint({words[0], words[-1]}) or patterns.BODY.search(body)
    return named and len(words) > 1 and bool(employer)


def with_places(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each post for a place put together with the place behind it, unless a list goes on there."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        post = found[-1] if found else piece
        listed = piece.joiner == "," == post.joiner and not any(is_person(each.words) for each in found[-2:-1])
        listed = listed or any(each.joiner == "," for each in pieces[at + 1 : at + 2])
        if found and piece.joiner in _BEHIND and not listed and _is_of_place(post.words, piece.words):
            found[-1] = Piece(post.joiner, f"{post.words}{piece.printed}{piece.words}", post.printed)
        else:
            found.append(piece)
    return found


def _is_of_place(post: str, words: str) -> bool:
    """Whether what stands behind a post for a place may be its place, or its holder: "Place Director, East Wold"."""
    of_place = (
        not _PLACES.isdisjoint(map(key, post.split())) and has_one_holder(post) and not patterns.ABOUT.search(post)
    )
    known = ROLES | BODIES | SERVICES - _POINTS
    unknown = is_surname(words) or (is_person(words) and not is_surely_party(words)) or _is_part_of_place(words)
    return of_place and unknown and known.isdisjoint(map(key, words.split()))


def _is_part_of_place(words: str) -> bool:
    """Whether a point of the compass opens a name: "East Wold"."""
    point, _, name = words.partition(" ")
    return key(point) in _POINTS and all(each[:1].isupper() for each in name.split())


def with_holders(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each post put together with its holder, or the body it sits in, where one follows every post."""
    return _pairs(pieces) or pieces


def with_holders_behind(parties: list[str], line: str) -> list[str]:
    """The parties, each post with joiners in its name put together with its holder, where one follows every post."""
    pairs = list(zip(parties[::2], parties[1::2], strict=False))
    held = [f"{post}, {name}" for post, name in pairs if _is_held_by(post, name)]
    return held if len(held) * 2 == len(parties) and all(each in line for each in held) else parties


def perhaps_holder(stretch: str) -> bool:
    """Whether what stands behind the comma of a post may be its holder, or a list may be what a rank is about."""
    post, *behind = pieces_of(stretch) or [Piece("", "")]
    if not behind or any(piece.joiner != "," for piece in behind):
        return False
    if len(behind) > 1:
        return is_bare_rank(post.words) and all(piece.words.lower() in DEPARTMENTS for piece in behind)
    name = behind[0].words
    if may_work_at(post.words, name) and not works_at(post.words, name):
        return True
    may_hold = (
        (is_person(name) or is_surname(name)) and not is_councillor(name.split()) and not _is_held_by(post.words, name)
    )
    return may_hold and has_one_holder(post.words)


def _pairs(pieces: list[Piece]) -> list[Piece]:
    """Every two pieces as one party; none where they are not all such pairs."""
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    each_of_body = len(pairs) > 1 and all(_is_of_body(who, behind) for who, behind in pairs)
    if len(pieces) % 2 or not (each_of_body or all(_is_one(post, behind) for post, behind in pairs)):
        return []
    return [Piece(post.joiner, f"{post.words}{behind.printed}{behind.words}", post.printed) for post, behind in pairs]


def _is_one(post: Piece, behind: Piece) -> bool:
    if behind.joiner in _BEHIND and (may_work_at(post.words, behind.words) or _is_of_place(post.words, behind.words)):
        return True
    held = _is_held_by(post.words, behind.words) or _sits_in(post.words, behind.words)
    return behind.joiner == "," and (held or _works_for(post.words, behind.words))


def _is_of_body(person: Piece, behind: Piece) -> bool:
    """Whether somebody stands in front of a body, as is plain where several do: "M Holt, NRW; P Vane, Sport Wales"."""
    body = is_body(behind.words) and not is_post(behind.words)
    return behind.joiner == "," and _is_surely_person(person.words) and body


def _is_surely_person(words: str) -> bool:
    return is_person(words) and is_surely_party(words) and not is_councillor(words.split())


def _works_for(person: str, body: str) -> bool:
    """Whether somebody surely named stands in front of an organisation: "Insp. Holt, Tamber Police"."""
    if not _is_surely_person(person):
        return False
    ends = {key(body.split()[0]), key(body.split()[-1])}
    organisation = " " in body and is_body(body) and not ends.isdisjoint(OWNS_POSTS | _SHORT_COUNCILS)
    return organisation and not is_post(body) and not stands_alone(body)


def _is_held_by(post: str, name: str) -> bool:
    """Whether somebody stands behind a post who surely is a person; a councillor holds posts of another kind."""
    tokens = name.split()
    if not has_one_holder(post) or not is_person(name) or is_councillor(tokens):
        return False
    titled = patterns.NAME_WITH_TITLE.match(name)
    return bool(titled or _INITIALED.fullmatch(name)) or (len(tokens) > 1 and key(tokens[0]) in FORENAMES)


def has_one_holder(post: str) -> bool:
    named = patterns.ABOUT.split(post)[0] + "".join(patterns.ABOUT.findall(post)[:1])
    plural = (key(word).removesuffix("s") in ROLES and key(word).endswith("s") for word in named.split())
    return is_post(post) and not is_person(post) and not any(plural)


def _sits_in(post: str, body: str) -> bool:
    """Whether a rank stands in front of the body it is one of: "Senior Lecturer, School of Law"."""
    if not is_bare_rank(post):
        return False
    if _PART_OF_BODY.match(body):
        return True
    named_body = " " in body and is_body(body) and not is_post(body) and not stands_alone(body)
    return key(post) in NAMES_NOBODY_ALONE and named_body
