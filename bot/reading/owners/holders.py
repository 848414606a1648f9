"""A post and what stands behind its comma: who holds it, or the part of a body it sits in, which are no other party."""

from __future__ import annotations

import re
from itertools import starmap

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import (
    is_bare_rank,
    is_body,
    is_councillor,
    is_person,
    is_post,
    is_service,
    is_surely_party,
    is_surname,
    key,
    post_of,
    without_holder,
)
from bot.reading.owners.pieces import AND, BEHIND, Piece, pieces_of
from bot.reading.owners.words import (
    BODIES,
    DEPARTMENTS,
    NAMED_KINDS,
    NAMES_NOBODY_ALONE,
    OWNS_POSTS,
    ROLES,
    SERVICES,
    WHOLE_ALONE,
)

_PART_OF_BODY = re.compile(
    r"(?:school|department|faculty|institute|college|division|directorate|centre|office|bureau|unit)\s(?:of|for)\s",
    re.IGNORECASE,
)
_COUNCILS = frozenset({"council", "authority", "cyngor"})
_SHORT_COUNCILS = frozenset({"dc", "bc", "cc", "mbc", "mdc", "lbc", "tc"})
_EMPLOYERS = _COUNCILS | frozenset(
    {
        *("trust", "police", "constabulary", "nhs", "icb", "hscp", "university", "college", "school", "association"),
        *("homes", "partnership"),
    }
)
"""Bodies with posts like a council's own, so that their name behind a post says whose it is."""
_ORGANISATIONS = OWNS_POSTS | NAMED_KINDS | _SHORT_COUNCILS | _EMPLOYERS
_SEVERAL = frozenset({f"{body}s" for body in OWNS_POSTS})
"""Bodies told together, where nobody works: "Community Councils"."""
_BOARD_WITH_STAFF = re.compile(r"\b(?:joint|health|care|drainage|burial|harbour|navigation)\sboard$", re.IGNORECASE)
"""A board set up by law, which has a chief officer or a clerk of its own."""
_KIND_ALONE = 2
"""How many words such a board has that is named by its kind alone: "Health Board"."""
_WORKPLACE = re.compile(
    r"\b(?:(?:record|register|registry|registration)s?\soffice|museums?|(?:art\s)?gallery|library|archives?|surgery"
    r"|hospital|theatre|centre|depot|nursery|crematorium|observatory)$",
    re.IGNORECASE,
)
"""Places with staff of their own, so that a post in front of one by name is held there."""
_PLACES = frozenset(
    {
        *("place", "area", "locality", "neighbourhood", "district", "town", "ward", "regional", "region", "community"),
        *("divisional", "station", "sector", "borough", "county", "zone", "centre", "site", "cluster", "patch"),
    }
)
"""Words in the name of a post that somebody has for one place of several."""
_POINTS = frozenset({"north", "south", "east", "west", "central", "upper", "lower", "mid"})
_INITIALED = re.compile(r"(?:[A-Z]\.?\s?){1,3}[A-Z][\w'-]+")


def works_at(left: str, body: str) -> bool:
    """Whether a post, or a person's, stands in front of the council that has it, or a person's of any employer."""
    post = post_of(left)
    if patterns.RANKED.match(left) and is_person(left) and patterns.FORCE.fullmatch(body):
        return True
    of_council = not _COUNCILS.isdisjoint({key(body.split()[0]), key(body.split()[-1])})
    return may_work_at(post, body) and (post != left or of_council or bool(_BOARD_WITH_STAFF.search(body)))


def may_work_at(post: str, body: str) -> bool:
    """Whether a post stands in front of a body that bears a name of its own and has posts like it."""
    words = [key(word) for word in body.split()]
    if not has_one_holder(post) or is_councillor(post.split()) or is_post(body) or stands_alone(body):
        return False
    named = not (SERVICES | BODIES | AND).issuperset(words) and body[0].isupper()
    if _BOARD_WITH_STAFF.search(body):
        return named or len(words) > _KIND_ALONE
    employer = not (_EMPLOYERS | _SHORT_COUNCILS).isdisjoint({words[0], words[-1]}) or (
        patterns.BODY.search(body) or (post.lower() not in WHOLE_ALONE and _WORKPLACE.search(body))
    )
    return named and len(words) > 1 and bool(employer)


def with_places(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each post for a place put together with the place behind it, unless a list goes on there."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        post = found[-1] if found else piece
        listed = piece.joiner == "," == post.joiner and not any(is_person(each.words) for each in found[-2:-1])
        listed = listed or any(each.joiner == "," for each in pieces[at + 1 : at + 2])
        if found and piece.joiner in BEHIND and not listed and _is_of_place(post.words, piece.words):
            found[-1] = post.with_behind(piece)
        else:
            found.append(piece)
    return found


def _is_of_place(post: str, words: str) -> bool:
    """Whether what stands behind a post for a place may be its place, or its holder: "Place Director, East Wold"."""
    of_place = (
        not _PLACES.isdisjoint(map(key, post.split()))
        and has_one_holder(post)
        and not (patterns.ABOUT.search(post) or post.lower() in WHOLE_ALONE)
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
    each_told = len(pairs) > 1 and any(all(starmap(told, pairs)) for told in (_is_of_body, _is_person_of_service))
    if len(pieces) % 2 or not (each_told or all(_is_one(post, behind) for post, behind in pairs)):
        return []
    return [post.with_behind(behind) for post, behind in pairs]


def _is_one(post: Piece, behind: Piece) -> bool:
    if behind.joiner in BEHIND and (may_work_at(post.words, behind.words) or _is_of_place(post.words, behind.words)):
        return True
    held = _is_held_by(post.words, behind.words) or _sits_in(post.words, behind.words)
    return behind.joiner == "," and (held or _works_for(post.words, behind.words))


def _is_of_body(person: Piece, behind: Piece) -> bool:
    """Whether somebody stands in front of a body, as is plain where several do: "M Holt, NRW; P Vane, Sport Wales"."""
    body = is_body(behind.words) and not is_post(behind.words)
    return behind.joiner == "," and _is_surely_person(person.words) and body


def _is_person_of_service(service: Piece, behind: Piece) -> bool:
    """Whether a dash leads from a service to its person, as in each of several: "Parks - M Holt, Legal - P Vane"."""
    return behind.joiner == "-" and is_service(service.words) and _is_surely_person(behind.words)


def _is_surely_person(words: str) -> bool:
    return is_person(words) and is_surely_party(words) and not is_councillor(words.split())


def _works_for(person: str, body: str) -> bool:
    """Whether somebody surely named stands in front of an organisation: "Insp. Holt, Tamber Police"."""
    if not _is_surely_person(person):
        return False
    ends = {key(body.split()[0]), key(body.split()[-1])} - _SEVERAL
    has_staff = not ends.isdisjoint(_ORGANISATIONS) or _BOARD_WITH_STAFF.search(body)
    return bool(has_staff) and " " in body and is_body(body) and not (is_post(body) or stands_alone(body))


def _is_held_by(post: str, name: str) -> bool:
    """Whether somebody stands behind a post who surely is a person; a councillor holds posts of another kind."""
    tokens = name.split()
    if without_holder(post) != post or not has_one_holder(post) or not is_person(name) or is_councillor(tokens):
        return False
    if patterns.RANKED.match(post) and patterns.RANKED.match(name):
        return False
    titled = patterns.NAME_WITH_TITLE.match(name)
    return bool(titled or _INITIALED.fullmatch(name)) or (len(tokens) > 1 and key(tokens[0]) in FORENAMES)


def has_one_holder(post: str) -> bool:
    named = patterns.ABOUT.split(post)[0] + "".join(patterns.ABOUT.findall(post)[:1])
    plural = (
        key(word).removesuffix("s") in ROLES and key(word).endswith("s")
        for word in named.split()
        if word[-1] not in "'’"
    )
    return is_post(post) and not is_person(post) and not any(plural)


def _sits_in(post: str, body: str) -> bool:
    """Whether a rank stands in front of the body it is one of: "Senior Lecturer, School of Law"."""
    if not is_bare_rank(post):
        return False
    if _PART_OF_BODY.match(body):
        return True
    named_body = " " in body and is_body(body) and not is_post(body) and not stands_alone(body)
    return key(post) in NAMES_NOBODY_ALONE and named_body
