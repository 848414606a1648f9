"""Lists of one kind of party, known by their shape alone: people turned round, surnames, initials, services, teams."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import (
    is_acronym,
    is_body,
    is_department,
    is_person,
    is_post,
    is_service,
    is_surname,
    is_told_with_service,
    is_whole,
    key,
    opens_party,
)
from bot.reading.owners.pieces import Piece
from bot.reading.owners.shared import sharing
from bot.reading.owners.words import (
    BODIES,
    COMPOUNDS,
    DEPARTMENTS,
    NO_DEPARTMENTS,
    PARTNERS,
    ROLES,
    SERVICES,
    SUPPORTING_DEPARTMENTS,
)

_AND = frozenset({"and", "&"})
_PLAIN_COMMA = frozenset({",", ";"})
_ADULTS = re.compile(r"adults?\'?s?\'?\s(?:social\scare|services)")
_CHILDREN = re.compile(r"children\'?s?\'?\s(?:social\scare|services)")
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
    if _are_initials(pieces) or _are_names_of_services(pieces) or _are_departments(pieces) or _are_partners(pieces):
        return [piece.words for piece in pieces]
    return []


def teams(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces grouped at the commas where these part teams, for an "and" stands within the names of some.

    "Leisure and Culture, Highways and Transport" are two teams; "Children, Families and Education" is one.
    """
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and piece.joiner in _AND and not _is_apart(groups[-1][-1].words, piece.words):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    commas = all(piece.joiner in _AND | _COMMA for piece in pieces[1:])
    if len(groups) < 2 or not commas or not _is_team(groups[0]):
        return [pieces]
    if not all(_is_team(group) or _is_party(group) for group in groups):
        return [pieces]
    listed_alone = len(groups) == len(pieces) and (len(groups) > 2 or _is_party(groups[-1]))
    return groups if listed_alone or any(len(group) > 1 for group in groups[:-1]) else [pieces]


def _is_apart(left: str, words: str) -> bool:
    """Whether an "and" stands between two parties: "Parks Manager and Tree Officer", or in front of "Head of Waste"."""
    two_posts = is_post(left) and is_post(words) and not patterns.ABOUT.search(left)
    return two_posts or opens_party([], words.split())


def _is_team(group: list[Piece]) -> bool:
    """Whether services are named, or what may be one beside the name of a service."""
    if SERVICES.isdisjoint(map(key, group[0].words.split())):
        return False
    return all(is_service(piece.words) or _may_be_service(piece.words) for piece in group)


def _may_be_service(words: str) -> bool:
    known_person = is_person(words) and (key(words.split()[0]) in FORENAMES or patterns.NAME_WITH_TITLE.match(words))
    return not (known_person or is_post(words) or is_body(words) or is_acronym(words))


def _is_party(group: list[Piece]) -> bool:
    """Whether a whole party is named: no comma is within "Parks, Heritage Manager", for no "and" follows it."""
    joiner, words = group[0].joiner, group[0].words
    if len(group) > 1 or is_told_with_service(words):
        return False
    of_two_words = joiner in _PLAIN_COMMA | _AND and len(words.split()) > 1 and is_whole(words)
    return of_two_words or is_acronym(words) or opens_party([], words.split())


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


def _are_names_of_services(pieces: list[Piece]) -> bool:
    """Whether services alone are listed with one kind of joiner that no name of a service holds."""
    joiners = {piece.joiner for piece in pieces[1:]}
    unknown = joiners == {","} and len(pieces) > 2 and all(_may_be_service(piece.words) for piece in pieces)
    if joiners not in ({"/"}, {","}) or not (unknown or all(is_service(piece.words) for piece in pieces)):
        return False
    return (key(pieces[0].words.split()[-1]), key(pieces[1].words.split()[0])) not in COMPOUNDS


def _are_partners(pieces: list[Piece]) -> bool:
    """Whether the services of an area are listed: "Police, Health and Children's Social Care"."""
    if _are_led_by_agency(pieces):
        return True
    *before, left, last = [piece.words.lower() for piece in pieces]
    if _ADULTS.fullmatch(left) and _CHILDREN.fullmatch(last) and not before:
        return True
    several = PARTNERS.issuperset([*before, left]) and not NO_DEPARTMENTS.isdisjoint([*before, left])
    one_each = (key(left), key(last.split()[0])) not in COMPOUNDS and (is_service(last) or is_body(last))
    return bool(before) and several and one_each and not is_post(last)


def _are_led_by_agency(pieces: list[Piece]) -> bool:
    """Whether an agency opens a list of services of several words each: "Police, Trading Standards and Parks Team"."""
    agency, *others = [piece.words for piece in pieces]
    joined = [piece.joiner for piece in pieces[1:]]
    if joined[:-1] != [","] * (len(joined) - 1) or len(joined) < 2 or joined[-1] not in _AND:
        return False
    known = agency.lower() in NO_DEPARTMENTS or stands_alone(agency) or patterns.BODY.search(agency)
    return bool(known) and all(
        " " in name and (is_service(name) or is_body(name)) and not is_post(name) for name in others
    )


def _are_departments(pieces: list[Piece]) -> bool:
    """Whether three departments or more are listed, of which one serves the others: "Finance, HR and Legal"."""
    names = [piece.words.lower().removeprefix("internal ") for piece in pieces]
    if SUPPORTING_DEPARTMENTS.issuperset(names):
        return COMPOUNDS.isdisjoint(pairwise(names))
    pairs = zip(names, pieces[1:], strict=False)
    compound = any((left, key(piece.words)) in COMPOUNDS and piece.joiner in _AND for left, piece in pairs)
    if compound or any(piece.joiner in _AND for piece in pieces[1:-1]):
        return False
    known = all(name in DEPARTMENTS or is_department(name) for name in names)
    return len(names) > 2 and known and not SUPPORTING_DEPARTMENTS.isdisjoint(names)
