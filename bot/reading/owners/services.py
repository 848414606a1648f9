"""Lists of services: of which words it is plain that a list is meant and no long name of one of them."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import is_acronym, is_body, is_department, is_person, is_post, is_service, key
from bot.reading.owners.own_names import has_own_name
from bot.reading.owners.pieces import AND, Piece
from bot.reading.owners.words import (
    COMPOUNDS,
    DEPARTMENTS,
    LINE_DEPARTMENTS,
    NO_DEPARTMENTS,
    PARTNERS,
    SUPPORTING_DEPARTMENTS,
)

_ADULTS = re.compile(r"adults?\'?s?\'?\s(?:social\scare|services)")
_CHILDREN = re.compile(r"children\'?s?\'?\s(?:social\scare|services)")
_SAID_TOGETHER = frozenset({"finance", "planning"})
_TOLD_WITH_OTHERS = frozenset({"licensing"})
"""Departments that as often belong to the service beside them: "Environmental Health and Licensing"."""
_NEVER_HALF = PARTNERS - {"health"}
"""Those listed by one word of which none is half of a name, as health is of "Health and Social Care"."""
_CLOSED = frozenset({"service", "services"})


def named_apart(pieces: list[Piece]) -> list[str]:
    """The services of a line on which the "&" stands within names and something else between them; else none.

    "Museums & Heritage Service and Legal", "Waste & Fleet, Parks & Trees" are two; so is "Legal/Health & Safety".
    """
    if not all(is_service(piece.words) for piece in pieces):
        return []
    names = with_ampersands(pieces)
    bound = len(pieces) - len(names)
    joiners = [piece.joiner for piece in names[1:]]
    if not bound or not joiners:
        return []
    if joiners == ["/"] * len(joiners):
        return [name.words for name in names] if all(map(_is_plain_name, names)) else []
    several = sum(" & " in name.words for name in names) > 1
    parted = all(_parts(left, name, several=several) for left, name in pairwise(names))
    return [name.words for name in names] if parted else []


def are_names_around(before: list[Piece], pieces: list[Piece]) -> bool:
    """Whether a slash between spaces parts services, with a joiner in the name of one: "Parks & Play / Legal"."""
    first, *rest = pieces
    if first.joiner != "/" or not first.spaced:
        return False
    until = next((at for at, piece in enumerate(rest) if piece.joiner not in AND), len(rest))
    behind = [first, *rest[:until]]
    joiners = {piece.joiner for piece in [*before[1:], *behind[1:]]}
    joined = joiners != set() and joiners <= AND
    services = is_service(before[0].words) and is_service(first.words)
    return joined and services and all(may_be_service(piece.words) for piece in [*before, *behind])


def with_ampersands(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those put together that an "&" joins, with the commas in front of it: "Data, Web & Telephony"."""
    joined: list[Piece] = []
    for piece in pieces:
        whole = piece
        if joined and piece.joiner == "&":
            whole = joined.pop().with_behind(piece)
            while joined and whole.joiner == "," and " & " not in joined[-1].words:
                whole = joined.pop().with_behind(whole)
        joined.append(whole)
    return joined


def _is_plain_name(name: Piece) -> bool:
    """Whether a name holds no joiner but within a compound that everybody knows: "Health & Safety"."""
    words = name.words.lower().split(" & ")
    return len(words) == 1 or tuple(words) in COMPOUNDS


def _parts(left: Piece, name: Piece, *, several: bool) -> bool:
    if name.joiner == ",":
        return several or has_own_name(name.words)
    closed = key(left.words.split()[-1]) in _CLOSED
    both_bound = " & " in left.words and " & " in name.words
    return name.joiner == "and" and (
        both_bound or closed or _is_department_alone(name.words) or has_own_name(name.words)
    )


def _is_department_alone(words: str) -> bool:
    return words.lower() in DEPARTMENTS or is_department(words)


def are_services(pieces: list[Piece]) -> bool:
    """Whether every piece is a service by itself."""
    return _are_names_of_services(pieces) or _are_departments(pieces) or _are_partners(pieces)


def may_be_service(words: str) -> bool:
    known_person = is_person(words) and (key(words.split()[0]) in FORENAMES or patterns.NAME_WITH_TITLE.match(words))
    return not (known_person or is_post(words) or is_body(words) or is_acronym(words))


def _are_names_of_services(pieces: list[Piece]) -> bool:
    """Whether services alone are listed with one kind of joiner that no name of a service holds."""
    joiners = {piece.joiner for piece in pieces[1:]}
    if joiners == {"/"} and len(pieces) > 2 and all(_is_short(piece.words) for piece in pieces):
        return True
    unknown = joiners == {","} and len(pieces) > 2 and all(may_be_service(piece.words) for piece in pieces)
    if joiners not in ({"/"}, {","}) or not (unknown or all(is_service(piece.words) for piece in pieces)):
        return False
    return (key(pieces[0].words.split()[-1]), key(pieces[1].words.split()[0])) not in COMPOUNDS


def _is_short(words: str) -> bool:
    """Whether letters or one word name a group or a department: "PMO", "Finance"."""
    return is_acronym(words) or words.lower() in DEPARTMENTS


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
    if joined[:-1] != [","] * (len(joined) - 1) or len(joined) < 2 or joined[-1] not in AND:
        return False
    known = agency.lower() in NO_DEPARTMENTS or stands_alone(agency) or patterns.BODY.search(agency)
    return bool(known) and all(
        (" " in name and (is_service(name) or is_body(name)) and not is_post(name)) or name.lower() in _NEVER_HALF
        for name in others
    )


def _are_departments(pieces: list[Piece]) -> bool:
    """Whether departments are listed that are no one's long name: "Finance, HR and Legal", "Legal and Planning".

    Of three or more it is enough that one serves the others, or has a name of its own: "Housing, Public Health and IT".
    """
    names = [piece.words.lower().removeprefix("internal ") for piece in pieces]
    if SUPPORTING_DEPARTMENTS.issuperset(names):
        return COMPOUNDS.isdisjoint(pairwise(names))
    pairs = zip(names, pieces[1:], strict=False)
    compound = any((left, key(piece.words)) in COMPOUNDS and piece.joiner in AND for left, piece in pairs)
    if compound or any(piece.joiner in AND for piece in pieces[1:-1]):
        return False
    if len(names) == 2:
        one_serves = len(SUPPORTING_DEPARTMENTS & set(names)) == len(LINE_DEPARTMENTS & set(names)) == 1
        each_told = all(map(is_department, names)) and len({name.split()[-1] for name in names}) == 1
        return each_told or (one_serves and pieces[1].joiner != "&" and set(names) != _SAID_TOGETHER)
    known = all(name in DEPARTMENTS or has_own_name(name) or is_department(name) for name in names)
    if all(name in DEPARTMENTS for name in names):
        return not SUPPORTING_DEPARTMENTS.isdisjoint(names)
    one_named = any(map(has_own_name, names)) or any(map(is_department, names[:-1]))
    two_named = sum(has_own_name(name) or name in SUPPORTING_DEPARTMENTS for name in names) > 1
    listed = (known and one_named) or (two_named and all(map(is_service, names)))
    return listed and _TOLD_WITH_OTHERS.isdisjoint(names)
