"""Lists of one kind of party, known by their shape alone: people turned round, surnames, initials, services, teams."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.bodies import is_kind_of_council, stands_alone
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.holders import has_one_holder
from bot.reading.owners.kinds import (
    is_acronym,
    is_department,
    is_post,
    is_service,
    is_surname,
    is_told_with_service,
    is_whole,
    key,
    opens_party,
)
from bot.reading.owners.own_names import has_own_name
from bot.reading.owners.pieces import AND, Piece
from bot.reading.owners.services import are_services, may_be_service
from bot.reading.owners.shared import sharing
from bot.reading.owners.words import BODIES, PARTNERS, ROLES, SERVICES, SUPPORTING_DEPARTMENTS

_PLAIN_COMMA = frozenset({",", ";"})
_GROUPS = frozenset({"team", "teams", "unit"})
_COMMA = _PLAIN_COMMA | {", and", ", &"}


def listed(pieces: list[Piece]) -> list[str]:
    """The parties of a line that is a list of one kind of them; none where it is not."""
    if len(pieces) < 2:
        return []
    parties = sharing(pieces)
    if parties:
        return parties
    if all(is_surname(piece.words) for piece in pieces):
        return _surnames(pieces)
    return [piece.words for piece in pieces] if _are_initials(pieces) or are_services(pieces) else []


def are_listed_by_slashes(pieces: list[Piece]) -> bool:
    """Whether three or more parties stand between slashes alone: "HR / SLT / Town Clerk", "Schools/Nurses/Carers".

    A slash without spaces may stand within a name, unless it is between several of a kind each time.
    """
    several = all(key(piece.words).endswith("s") for piece in pieces)
    if len(pieces) < 3 or any(piece.joiner != "/" or not (piece.spaced or several) for piece in pieces[1:]):
        return False
    return all(
        is_whole(piece.words)
        or is_department(piece.words)
        or stands_alone(piece.words)
        or piece.words.lower() in (PARTNERS if several else SUPPORTING_DEPARTMENTS)
        for piece in pieces
    )


def are_told_of_one(before: list[Piece], piece: Piece) -> bool:
    """Whether a dash leads from one post to several councillors, none its holder: "Clerk - Cllrs Holt & Vane"."""
    return has_one_holder(before[0].words) and patterns.COUNCILLORS.match(piece.words) is not None


def teams(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces grouped at the commas where these part teams, for an "and" stands within the names of some.

    "Leisure and Culture, Highways and Transport" are two teams; "Children, Families and Education" is one.
    """
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and piece.joiner in AND and not _is_apart(groups[-1][-1].words, piece.words):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    commas = all(piece.joiner in AND | _COMMA for piece in pieces[1:])
    if len(groups) < 2 or not commas or not (_is_team(groups[0]) or _is_group(groups[0])):
        return [pieces]
    if not all(_is_team(group) or _is_party(group) for group in groups[1:]):
        return [pieces]
    listed_alone = len(groups) == len(pieces) and (len(groups) > 2 or _is_party(groups[-1]))
    return groups if listed_alone or any(len(group) > 1 for group in groups[:-1]) else [pieces]


def _is_apart(left: str, words: str) -> bool:
    """Whether an "and" stands between two parties: "Parks Manager and Tree Officer", or in front of "Head of Waste"."""
    two_posts = is_post(left) and is_post(words) and not patterns.ABOUT.search(left)
    another_body = stands_alone(words) and not is_kind_of_council(left)
    two_codes = is_acronym(left) and is_acronym(words)
    return two_posts or two_codes or another_body or opens_party([], words.split())


def _is_team(group: list[Piece]) -> bool:
    """Whether services are named, or what may be one beside the name of a service."""
    if SERVICES.isdisjoint(map(key, group[0].words.split())) and not has_own_name(group[0].words):
        return False
    return all(is_service(piece.words) or may_be_service(piece.words) for piece in group)


def _is_group(group: list[Piece]) -> bool:
    """Whether a team is named by that word, which no comma goes on with: "Parks Team"."""
    return len(group) == 1 and key(group[0].words.split()[-1]) in _GROUPS and not is_post(group[0].words)


def _is_party(group: list[Piece]) -> bool:
    """Whether a whole party is named: no comma is within "Parks, Heritage Manager", for no "and" follows it."""
    joiner, words = group[0].joiner, group[0].words
    if len(group) > 1 or is_told_with_service(words):
        return False
    of_two_words = joiner in _PLAIN_COMMA | AND and len(words.split()) > 1 and is_whole(words)
    several = key(words).endswith("s") and key(words) in ROLES | BODIES
    return of_two_words or several or is_acronym(words) or opens_party([], words.split())


def turned_names(line: str) -> list[str]:
    """People named surname first, "Holt, Mary; Vane, Owen", a stronger joiner than the comma between them."""
    names = re.split(r"\s*[;|/]\s*|\s(?:and|&)\s", line)
    turned = [found for name in names if (found := patterns.TURNED.fullmatch(name))]
    if len(turned) < len(names) or (len(names) == 1 and key(turned[0]["given"]) not in FORENAMES):
        return []
    known = (key(word) in ROLES | BODIES | SERVICES for name in turned for word in name["name"].split())
    return names if not any(known) else []


def _surnames(pieces: list[Piece]) -> list[str]:
    """People named by one word each; "Holt, Mary" is one of them, turned round."""
    words = [piece.words for piece in pieces]
    pairs = list(zip(words[::2], words[1::2], strict=False))
    commas = len(words) % 2 == 0 and all(piece.joiner == "," for piece in pieces[1:])
    turned = commas and all(key(second) in FORENAMES and key(first) not in FORENAMES for first, second in pairs)
    # Of one pair nobody can tell: better a question than half a name for a party.
    lone = commas and len(words) == 2 and not any(" " in word for word in words)
    turned = turned or (lone and FORENAMES.isdisjoint(map(key, words)))
    return [f"{first}{pieces[1].printed}{second}" for first, second in pairs] if turned else words


def _are_initials(pieces: list[Piece]) -> bool:
    """Whether codes alone are listed, of which one is no service's, so that "PR" beside "LSW" is a person too."""
    codes = [piece.words for piece in pieces]
    return all(map(patterns.CODE.fullmatch, codes)) and any(map(is_acronym, codes))
