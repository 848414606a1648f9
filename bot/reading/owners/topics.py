"""A topic and the post or the body behind its "and" that is about both: "Burial Ground and Play Area Working Party".

An "and" parts two parties only where each could stand alone. Two words that no forename opens are written as a name
is, yet in front of such a post they are a topic, unless people are listed there.
"""

from __future__ import annotations

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.kinds import (
    ends_in_letters,
    is_acronym,
    is_bare_rank,
    is_body,
    is_department,
    is_person,
    is_post,
    is_service,
    is_surely_party,
    is_whole,
    key,
    opens_party,
)
from bot.reading.owners.organisations import is_organisation
from bot.reading.owners.own_names import has_own_name
from bot.reading.owners.pieces import AND, Piece
from bot.reading.owners.remits import is_about_something
from bot.reading.owners.words import BODIES, CODES, DIVISIONS, OWNS_POSTS, POST_CODES, ROLES, SUPPORTING_DEPARTMENTS

_OPENS_ANEW = frozenset({"", "-", "/"})
"""Joiners behind which no list goes on, so that a service behind one is no party of a list."""
_NAMED = OWNS_POSTS - {"partnership", "alliance", "network"}
"""The last words of bodies that bear a name of their own, so that a topic in front is no part of it."""


def with_topics(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each topic put together with the post or the body that is about it."""
    found: list[Piece] = []
    for piece in pieces:
        start = _topics_start(found, piece.words) if piece.joiner in AND else len(found)
        if start < len(found) and _is_about_more(piece.words, found[:start]):
            found, piece = found[:start], found[start].with_behind(*found[start + 1 :], piece)
        found.append(piece)
    return found


def _topics_start(pieces: list[Piece], behind: str) -> int:
    """Where the topics begin that end some pieces; behind them all where none does."""
    start = len(pieces)
    while start and (start == len(pieces) or pieces[start].joiner == ",") and _may_be_topic(pieces[start - 1].words):
        start -= 1
    several = len(pieces) - start > 1 and any(_is_unsure(piece.words) for piece in pieces[start:])
    if several and not (start and is_person(pieces[start - 1].words)):
        return start
    return len(pieces) - 1 if pieces and _is_topic(pieces, behind) else len(pieces)


def _is_topic(pieces: list[Piece], behind: str) -> bool:
    """Whether the last of some pieces is no party: services that open a name, or what may be a name where none is."""
    *before, last = pieces
    if has_own_name(behind) and (has_own_name(last.words) or SUPPORTING_DEPARTMENTS.issuperset(_plain(last, behind))):
        return False
    if is_service_in_letters(last.words) and is_acronym(behind.split()[0]):
        return False
    where = before != [] and _may_be_where(before[-1].words, last.words, behind)
    of_post = last.joiner == "-" and before != [] and is_about_something(before[-1].words)
    if (where or last.joiner in _OPENS_ANEW) and _is_service_of_body(last.words) and not of_post:
        return True
    if before and last.joiner == "-" and is_body(before[-1].words) and not is_whole(last.words):
        return True
    people = last.joiner == "," and len(before) > 1 and all(is_person(piece.words) for piece in before[-2:])
    return _is_unsure(last.words) and not people


def _plain(last: Piece, behind: str) -> set[str]:
    return {last.words.lower(), behind.lower().removeprefix("internal ")}


def _may_be_topic(words: str) -> bool:
    one_word = " " not in words and not is_whole(words) and words.lower() not in SUPPORTING_DEPARTMENTS
    return one_word or _is_unsure(words)


def _is_unsure(words: str) -> bool:
    """Whether several words are written as a name may be and nothing shows that they are one: "Domestic Abuse"."""
    if " " not in words or is_service(words) or (is_whole(words) and not is_person(words)) or is_surely_party(words):
        return False
    named = ends_in_letters(words) or _is_in_letters_too(words) or is_organisation(words) or stands_alone(words)
    return not (named or is_post(words) or is_body(words))


def _is_in_letters_too(words: str) -> bool:
    """Whether a name is followed by its letters in brackets, as an organisation's is: "Tamber Homes (ALMO)"."""
    behind = patterns.BRACKETED_END.search(words)
    return behind is not None and is_acronym(behind["who"]) and len(behind["who"]) > len("AB")


def _may_be_where(before: str, words: str, behind: str) -> bool:
    """Whether services and what is behind them may be where somebody works: "Mary Holt, Parks and Play Team"."""
    if is_post(before):
        return key(behind.split()[-1]) in DIVISIONS
    return is_person(before) and is_body(behind) and words.lower() not in SUPPORTING_DEPARTMENTS


def _is_service_of_body(words: str) -> bool:
    """Whether a service is named, or one of a body by its letters."""
    return not (is_department(words) or is_post(words)) and (is_service(words) or is_service_in_letters(words))


def is_service_in_letters(words: str) -> bool:
    """Whether a body's letters open the name of a service: "WVCA Housing"."""
    first, _, rest = words.partition(" ")
    return rest != "" and is_acronym(first) and is_service(rest)


def _is_about_more(words: str, before: list[Piece]) -> bool:
    """Whether a post or a body is named with what it is about, and with no name of its own."""
    tokens = words.split()
    last = key(tokens[-1])
    # of several that share their last word, each topic is one's: "Finance and HR Managers"
    shared = last.endswith("s") and last.removesuffix("s") in ROLES | BODIES
    if shared or len(tokens) < 2 or opens_party([], tokens) or stands_alone(words):
        return False
    if is_post(words):
        rank = bool(before) and is_bare_rank(before[-1].words)
        return not (rank or patterns.NAME_WITH_TITLE.match(words))
    if is_department(words):
        return True
    if is_acronym(tokens[-1]):
        return len(last) > len("ABC") and last not in CODES | POST_CODES
    return last in BODIES - _NAMED
