"""Whether words behind a joiner go on with the party in front of it: what it is about, who holds it, where it sits."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.reading.owners import patterns
from bot.reading.owners.bodies import is_one_place, stands_alone
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.holders import has_one_holder, may_work_at, works_at
from bot.reading.owners.kinds import (
    is_acronym,
    is_bare_rank,
    is_body,
    is_code_of_remit,
    is_councillor,
    is_department,
    is_person,
    is_post,
    is_remit,
    is_service,
    is_service_of,
    is_surely_party,
    is_surname,
    is_whole,
    key,
    needs_remit,
    opens_party,
    post_of,
    without_holder,
)
from bot.reading.owners.offices import is_office_of
from bot.reading.owners.organisations import is_organisation
from bot.reading.owners.pieces import AND, BEHIND, Piece
from bot.reading.owners.posts import is_rest_of_chief, opens_with_post
from bot.reading.owners.remits import ends_with_remit, is_about_something
from bot.reading.owners.words import (
    BODIES,
    CODES,
    COMPOUNDS,
    COUNCILLOR_POSTS,
    DIVISIONS,
    HONOURS,
    POST_CODES,
    ROLES,
    SERVICES,
    SUBJECTS_TOO,
)

LONGEST_NAME = 150
"""Characters that no party's name exceeds; what was gathered by then stands as one, whatever follows."""
_LISTS = re.compile(r"\s(?:and|&)\s")
_BEHIND_PERSON = re.compile(r",\s|\s-\s")
_SECOND = re.compile(r"(?:deputy|vice|assistant)\b", re.IGNORECASE)


def belongs_to(left: str, piece: Piece, words: str) -> bool:
    """Whether `words` go on with the party to their left instead of being one of their own."""
    if piece.joiner in patterns.STRONG or len(left) > LONGEST_NAME or is_told_apart(piece, words):
        return False
    if any(rule(left, piece, words) for rule in _ALWAYS):
        return True
    if is_councillor(left.split()) and piece.joiner == ",":
        another_post = not is_surname(words) and not COUNCILLOR_POSTS.isdisjoint(map(key, words.split()))
        if another_post or not patterns.ABOUT.search(left):
            return another_post
    if _is_about(left, piece, words):
        return True
    if not is_whole(words):
        return _is_open_for(left, piece, words)
    return any(rule(left, piece, words) for rule in _WHOLE)


def is_told_apart(piece: Piece, words: str) -> bool:
    """Whether a whole party stands behind an "and": with an article, "and the Ranger", or as "Housing Associations"."""
    if piece.joiner in AND | {"/"} and stands_alone(words) and not is_body(words):
        return True
    return piece.joiner in AND and piece.words.lower().startswith("the ") and is_surely_party(words)


def _is_honour(left: str, piece: Piece, words: str) -> bool:
    return piece.joiner == "," and words.lower() in HONOURS and is_person(left)


def _is_rest_of_remit(left: str, piece: Piece, words: str) -> bool:
    return piece.joiner in AND and ends_with_remit(left) and (is_code_of_remit(words) or not is_surely_party(words))


def _is_end_of_remit(left: str, piece: Piece, words: str) -> bool:
    """Whether words close what a post is about, as all do that are not surely a party: "Head of Play and Net Zero"."""
    told = without_holder(words)
    about = patterns.ABOUT.search(left) and not patterns.WHOLE_POST.search(left) and "(" not in left + told
    return bool(about) and piece.joiner in AND and not is_surely_party(told)


def _is_compound(left: str, piece: Piece, words: str) -> bool:
    last = "" if left.endswith(")") else key(left.split()[-1])
    return piece.joiner in AND and ((last, key(words.split()[0])) in COMPOUNDS or is_one_place(left, words))


def _is_remit_of_named(left: str, piece: Piece, words: str) -> bool:
    """Whether somebody's rank is followed by what it is about: "Mary Holt - Assistant Director, Housing"."""
    post = post_of(left)
    of_service = is_service(words) or (is_remit(words) and not SERVICES.isdisjoint(map(key, words.split())))
    return piece.joiner == "," and post != left and is_bare_rank(post) and of_service


def _is_where_named(left: str, piece: Piece, words: str) -> bool:
    """Whether a post or a person stands in front of the body that has it: "Clerk, Tamber Town Council"."""
    return piece.joiner in BEHIND and works_at(left, words)


def _is_part_of_body(left: str, piece: Piece, words: str) -> bool:
    """Whether a dash leads from a body or a department to a part of it: "Planning Partnership - Skills Board"."""
    if piece.joiner != "-" or is_acronym(words) or stands_alone(words):
        return False
    of_letters = is_acronym(left) and len(left) > len("AB") and key(left) not in CODES | POST_CODES
    if is_post(words):
        return of_letters or key(left.split()[-1]) in DIVISIONS or may_work_at(words, left)
    return (of_letters and is_body(words)) or (
        (is_body(left) or is_department(left)) and not is_post(left) and (is_body(words) or is_service(words))
    )


def _is_second_post(left: str, piece: Piece, words: str) -> bool:
    """Whether a councillor who is named with a post has another: "Cllr Holt, Leader and Cabinet Member for Growth"."""
    named = is_councillor(left.split()) and post_of(left) != left and _is_councillors_post(post_of(left))
    return piece.joiner in AND and named and _is_councillors_post(words) and not _SECOND.match(words)


def _is_subject_of_post(left: str, piece: Piece, words: str) -> bool:
    """Whether a word for a body is no body, but what a post is about first: "Network and Infrastructure Manager"."""
    of_services = (
        has_one_holder(words) and is_service(" ".join(words.split()[:-1])) and not opens_party([], words.split())
    )
    return key(left) in SUBJECTS_TOO and piece.joiner in AND and of_services


_ALWAYS: tuple[Callable[[str, Piece, str], bool], ...] = (
    _is_honour,
    _is_rest_of_remit,
    _is_end_of_remit,
    _is_compound,
    _is_remit_of_named,
    _is_where_named,
    _is_part_of_body,
    _is_second_post,
    _is_subject_of_post,
    is_rest_of_chief,
    is_office_of,
)


def _is_about(left: str, piece: Piece, words: str) -> bool:
    """Whether `words` are what a post in front of them is about."""
    if piece.joiner == "," and is_bare_rank(left):
        of_compound = key(words.split()[0]) in SERVICES and _LISTS.search(words)
        if (is_service(words) and not is_post(words)) or (needs_remit(left) and (is_remit(words) or of_compound)):
            return True
    if is_service_of(words) and piece.joiner in AND:
        return is_about_something(left) and "(" not in left
    if not is_code_of_remit(words):
        return False
    of_codes = piece.joiner in AND or _are_codes(left, piece)
    return (is_about_something(left) and of_codes) or (piece.joiner == "-" and is_bare_rank(left))


def _is_open_for(left: str, piece: Piece, words: str) -> bool:
    """Whether a party goes on with words that name nobody: a subject behind a post, a department behind a person."""
    if piece.joiner == "-" or (piece.joiner == "," and (is_person(left) or needs_remit(post_of(left)))):
        return True
    about = patterns.ABOUT.search(left) or patterns.BODY_ABOUT.match(left) or ends_with_remit(left)
    last = "" if left.endswith(")") else key(left.split()[-1])
    subject_last = last in SERVICES - BODIES - ROLES and not (patterns.BODY.search(left) or is_organisation(left))
    named_in_front = piece.joiner in AND and is_service(words) and opens_with_post(list(map(key, left.split())))
    return bool(about or subject_last or named_in_front) and not patterns.WHOLE_POST.search(left)


def _is_councillor_of_post(left: str, piece: Piece, words: str) -> bool:
    return piece.joiner == "," and is_councillor(words.split()) and _is_councillors_post(left)


def _is_post_of_person(left: str, piece: Piece, words: str) -> bool:
    post_of_one = _names_post(words) and (has_one_holder(words) or is_acronym(words))
    return piece.joiner in BEHIND and is_person(left) and not stands_alone(left) and post_of_one


def _is_body_of_person(left: str, piece: Piece, words: str) -> bool:
    """Whether a dash leads from somebody to a body: "Mary Holt - Environment Agency"; two letters may be a person."""
    known_body = is_body(words) or (is_acronym(words) and len(words) > len("MH"))
    known_person = is_person(words) and key(words.split()[0]) in FORENAMES
    return piece.joiner == "-" and is_person(left) and known_body and not known_person


def _is_post_of_service(left: str, piece: Piece, words: str) -> bool:
    parted = not _is_person_of_service(left) or opens_party(left.split(), words.split())
    return piece.joiner in AND and _names_post(words) and not parted


def _is_holder(left: str, piece: Piece, words: str) -> bool:
    about = patterns.ABOUT.search(left)
    by_code = key(left) in POST_CODES
    of_one = about or key(left.split()[-1]) not in BODIES
    held_by_one = by_code or (is_post(left) and of_one and not is_acronym(left))
    held = is_person(words) or (is_post(words) and not is_acronym(words))
    return piece.joiner == "-" and bool(held_by_one) and held


def _is_second_body(left: str, piece: Piece, words: str) -> bool:
    about = patterns.ABOUT.search(left)
    chairs = about is not None and about["post"].lower() in patterns.SITS_IN_BODY and key(left.split()[-1]) not in ROLES
    if patterns.REMIT_OF_MEMBER.match(left) or opens_party([], words.split()):
        return False
    return chairs and piece.joiner in AND and key(words.split()[-1]) in BODIES and not is_acronym(words)


_WHOLE: tuple[Callable[[str, Piece, str], bool], ...] = (
    _is_councillor_of_post,
    _is_post_of_person,
    _is_body_of_person,
    _is_post_of_service,
    _is_holder,
    _is_second_body,
)


def _names_post(words: str) -> bool:
    return key(words) in POST_CODES if is_acronym(words) else is_post(words)


def _are_codes(left: str, piece: Piece) -> bool:
    """Whether a slash without spaces stands between two codes of one remit: "Head of CIN/CP"."""
    return piece.joiner == "/" and not piece.spaced and is_code_of_remit(left.split()[-1])


def _is_person_of_service(left: str) -> bool:
    """Whether somebody is named with the first word of a post: "Mary Holt, Parks" of "… and Markets Manager"."""
    person, *about = _BEHIND_PERSON.split(left)
    return len(about) == 1 and is_person(person) and is_service(about[0])


def _is_councillors_post(left: str) -> bool:
    """Whether a post that a councillor holds is named without its holder: "Portfolio Holder for Climate"."""
    about = patterns.COUNCILLORS_POST.match(left)
    return about is not None and not patterns.COUNCILLOR_ANYWHERE.search(left)
