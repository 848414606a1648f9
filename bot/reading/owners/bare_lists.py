"""Lists that neither a post nor a unit governs: what stands between their commas is a party each.

In real plans such a list is several owners nearly always, whatever its items are called. A unit at the end governs the
subjects in front of it ("Health, Safety and Wellbeing Team"), and three subjects closed by an "and" may be one
department's long name ("Culture, Leisure and Tourism"). A comma parts before an "and" does; an "&" binds closer than a
comma ("Highways, Waste & Recycling").
"""

from __future__ import annotations

from itertools import pairwise

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.kinds import (
    is_acronym,
    is_bare_rank,
    is_body,
    is_councillor,
    is_person,
    is_post,
    is_service,
    is_surely_party,
    is_surname,
    key,
)
from bot.reading.owners.own_names import has_own_name
from bot.reading.owners.pieces import AND, Piece
from bot.reading.owners.words import BODIES, COMPOUNDS, DEPARTMENTS, OWNS_POSTS, ROLES, SERVICES, SUPPORTING_DEPARTMENTS

_COMMA = frozenset({",", ", and", ", &"})
_NO_UNITS = OWNS_POSTS - {"partnership", "alliance", "network"}
_UNITS = frozenset(word for word in BODIES - _NO_UNITS if not word.endswith("s")) | {"service"}
"""The last word of one unit, which may be about all that is listed in front of it."""
_CLOSED = _UNITS | {"services"}


def bare_list(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each item of a bare list of three or more; none where no such list is printed."""
    joiners = {piece.joiner for piece in pieces[1:]}
    if not joiners <= AND | _COMMA or not _is_bare(pieces, closed=joiners != {","}):
        return []
    *items, last = _between_commas(pieces)
    if not items or (len(items) == 1 and len(last) > 2):
        return []
    closing = [last] if _hold_names(items) else _closing_items(last)
    items += closing
    pair = len(items) == 2 and all(len(item) == 2 and item[1].joiner == "&" for item in items)
    listed = len(closing) < 3 and (len(items) > 2 or pair)
    return items if listed and not _is_one_name(items) else []


def _is_bare(pieces: list[Piece], *, closed: bool) -> bool:
    """Whether no piece may go on with another, as behind a colon; commas alone part a whole post too, or one person."""
    names = [piece.words for piece in pieces]
    posts = [name for name in names if is_post(name) and not _is_group(name)]
    known = [name for name in names if is_surely_party(name) and _may_be_person(name)]
    unsure = [name for name in names if _may_be_person(name) and name not in known]
    if all(map(is_surname, names)) or 2 * len(unsure) >= len(names) or any(":" in name for name in names):
        return False
    if closed:
        return not (posts or known or any(map(patterns.BODY_ABOUT.match, names)))
    return len(known) < 2 and not (known and posts) and all(map(_is_whole_post, posts))


def _is_group(words: str) -> bool:
    """Whether people are named together by what they are: "Rangers", "Bus operators"."""
    return stands_alone(words) or (" " not in words and key(words) in ROLES and words.endswith("s"))


def _is_whole_post(words: str) -> bool:
    return not (patterns.ABOUT.search(words) or is_bare_rank(words) or is_councillor(words.split()))


def _may_be_person(words: str) -> bool:
    return is_person(words) and not is_body(words)


def _hold_names(items: list[list[Piece]]) -> bool:
    """Whether an "and" stands within names of the list, so that it closes none."""
    pairs = [pair for item in items for pair in pairwise(item)]
    return any(piece.joiner == "and" and not _are_compound(left, piece) for left, piece in pairs)


def _between_commas(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each item; a unit that an item ends with, and the list goes on behind, has the subjects before."""
    items: list[list[Piece]] = []
    for piece in pieces:
        if items and piece.joiner in AND:
            items[-1].append(piece)
            continue
        while items and _is_unit_of_several(items[-1]) and len(items) > 1 and _is_subject(items[-2]):
            items[-2:] = [[*items[-2], *items[-1]]]
        items.append([piece])
    return items


def _is_unit_of_several(item: list[Piece]) -> bool:
    return len(item) > 1 and key(item[-1].words.split()[-1]) in _UNITS and is_service(item[0].words)


def _is_subject(item: list[Piece]) -> bool:
    return len(item) == 1 and is_service(item[0].words) and not _is_named(item[0].words)


def _closing_items(last: list[Piece]) -> list[list[Piece]]:
    """What stands behind the last comma, parted at the joiner that closes the list."""
    items = [last[:1]]
    for left, piece in pairwise(last):
        if _binds(left, piece):
            items[-1].append(piece)
        else:
            items.append([piece])
    return items


def _binds(left: Piece, piece: Piece) -> bool:
    """Whether a joiner stands within an item: a compound, a body of two subjects, or an "&" between two of them."""
    if _are_compound(left, piece):
        return True
    if not is_service(left.words) or _is_named(left.words):
        return False
    first, *_, last = map(key, [piece.words.split()[0], *piece.words.split()])
    if first in SERVICES and last in BODIES and left.words.lower() not in DEPARTMENTS:
        return not stands_alone(piece.words)
    departments = DEPARTMENTS.issuperset((left.words.lower(), piece.words.lower()))
    return piece.joiner == "&" and is_service(piece.words) and not (_is_named(piece.words) or departments)


def _are_compound(left: Piece, piece: Piece) -> bool:
    return (key(left.words.split()[-1]), key(piece.words.split()[0])) in COMPOUNDS


def _is_named(words: str) -> bool:
    """Whether words are a party's name wherever they stand, and no subject that a unit is about."""
    return has_own_name(words) or words.lower() in SUPPORTING_DEPARTMENTS or words.islower() or _is_closed(words)


def _is_one_name(items: list[list[Piece]]) -> bool:
    """Whether a list that an "and" closes may be one name: a unit's, or a department's of three subjects."""
    *before, last = [piece.words for item in items for piece in item]
    closed = items[-1][0].joiner != ","
    joined = any(not _are_compound(left, piece) for left, piece in pairwise(items[-1]))
    if any(map(_is_closed, before)) or not (closed or joined):
        return False
    if key(last.split()[-1]) in _UNITS:
        return True
    return closed and len(items) == 3 and sum(map(_is_named, [*before, last])) < 2


def _is_closed(words: str) -> bool:
    """Whether a name goes on with nothing: a body's, an organisation's letters, a service's that says so."""
    return is_acronym(words) or is_body(words) or key(words.split()[-1]) in _CLOSED
