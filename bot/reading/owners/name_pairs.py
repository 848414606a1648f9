"""Whether a joiner stands between two names, of departments, organisations or ministries, or within that of one.

"Internal Audit and Tamber Safeguarding Board" are two, "Audit and Safeguarding Board" is one.
"""

from __future__ import annotations

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.kinds import (
    ends_in_letters,
    is_acronym,
    is_body,
    is_department,
    is_post,
    is_service,
    is_surname,
    key,
)
from bot.reading.owners.organisations import is_organisation
from bot.reading.owners.own_names import has_own_name
from bot.reading.owners.pieces import Piece
from bot.reading.owners.topics import is_service_in_letters
from bot.reading.owners.words import BODIES, OWNS_POSTS, SERVICES, SUPPORTING_DEPARTMENTS

_WITHOUT_NAME = frozenset({"team", "unit", "group", "committee", "panel", "hub"})
"""The last words of bodies that are mostly told by what they are about."""
_MEETINGS = frozenset({"forum", "board"})
"""Bodies that no department shares its name with."""
_GROUPS_OF_STAFF = frozenset({"line", "budget", "ward", "all", "other", "relevant", "individual"})
"""Words that open the name of those who are told together, and whom no service in front is part of: "line managers"."""


def are_named_apart(left: str, words: str) -> bool:
    """Whether an "and" stands between two that each have a name: a department, an organisation, a ministry."""
    if are_named_by_letters(left, words) or patterns.BODY_ABOUT.match(words):
        return True
    if _is_in_capitals(left, words) and is_body(words) and not is_post(words):
        return True
    closed = _ends_in_service(left) or has_own_name(left) or is_service_in_letters(left)
    if closed and (_is_named_body(words) or is_acronym(words)):
        return True
    if is_service(left) and key(words.split()[0]) in _GROUPS_OF_STAFF and is_post(words):
        return True
    if (closed or is_service(left)) and (patterns.BODY.search(words) or is_organisation(words)):
        return True
    return ends_in_letters(left) or (" " in left and stands_alone(left))


def _is_in_capitals(left: str, words: str) -> bool:
    """Whether more letters than a code has are a body's, for beside them not all is in capitals: "SENDIASS"."""
    return left.isalpha() and left.isupper() and key(left) not in SERVICES and not words.isupper()


def _ends_in_service(words: str) -> bool:
    """Whether a service is named to its end: "Internal Audit", "Family Mediation Service"."""
    return is_department(words) or (" " in words and key(words.split()[-1]) in ("service", "services"))


def are_named_by_letters(left: str, words: str) -> bool:
    """Whether letters open the names of two organisations: "NI Water and DfI Roads"."""
    names = [left.split(), words.split()]
    return not is_post(words) and all(len(name) > 1 and is_acronym(name[0]) for name in names)


def _is_named_body(words: str) -> bool:
    """Whether a body's own name opens with no word for a service: "Tamber Safeguarding Board"."""
    first, *_, last = map(key, [words.split()[0], *words.split()])
    return is_body(words) and not is_post(words) and first not in SERVICES | BODIES and last not in _WITHOUT_NAME


def are_two_bodies(left: str, piece: Piece, words: str) -> bool:
    """Whether a slash stands between two names: "County Highways / Parish Council", "Schools / Nurseries"."""
    if piece.joiner != "/" or patterns.ABOUT.search(left):
        return False
    named_in_letters = is_department(left) and is_acronym(words)
    if named_in_letters or (left.lower() in SUPPORTING_DEPARTMENTS and _bears_a_name(words)):
        return True
    if min(len(left.split()), len(words.split())) < 2:
        return piece.spaced and (is_surname(left) or not is_post(words))
    return piece.spaced or is_department(left) or key(words.split()[-1]) in OWNS_POSTS | _MEETINGS


def _bears_a_name(words: str) -> bool:
    """Whether several words that no service opens name others than a post: "NHS Wales", "LGR Board"."""
    return " " in words and key(words.split()[0]) not in SERVICES and not is_post(words)
