"""Several posts or bodies that share a word, parted with the word for each: "Heads of Finance and HR"."""

from __future__ import annotations

import re

from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import is_body, is_code_of_remit, is_person, is_post, is_service, key
from bot.reading.owners.pieces import Piece
from bot.reading.owners.services import with_ampersands
from bot.reading.owners.words import CODES, COMPOUNDS, SUPPORTING_DEPARTMENTS

_LISTING = frozenset({"and", "&", ",", ", and", ", &"})
_RANK = (
    r"(?:(?:assistant|deputy|corporate|service|divisional|strategic|clinical|cabinet|executive|lead|shadow|portfolio|area)"
    r"\s)*"
)
_OPENS = re.compile(
    rf"(?P<one>{_RANK}(?:head|director|chair|lead|manager|member|holder))s(?P<of>\s(?:of|for)\s(?:services?\s(?:of|for)\s)?)(?!services?$)(?P<about>.+)",
    re.IGNORECASE,
)
"""Posts whose one word stands in front of all that they are about."""
_OPENS_BARE = re.compile(
    rf"(?P<one>{_RANK}(?:commander|director|manager|ad))s(?P<of>\s)(?P<about>[A-Z].*)", re.IGNORECASE
)
"""The same without "of": "Area Commanders North and South"."""
_ENDS = re.compile(
    r"(?P<about>.+?)(?P<gap>\s)(?P<one>(?:(?:service|team|operations|business|commissioning|delivery|development|project|programme)\s)?"
    r"(?:manager|lead|director)|business\spartner|team|committee|board)s",
    re.IGNORECASE,
)
"""Posts and bodies whose one word stands behind all of them: "Finance and HR Managers"."""
_KINDS_OF_POST = frozenset({"service", "team", "operations", "business", "delivery", "project", "programme"})
"""What posts of many services are called: "Legal and Service Managers" names no legal manager."""
_RANKS_OF_ONE = re.compile(
    r"(?P<one>head|director|chair|chairman|manager)\s(?:and|&)\s(?P<second>(?:deputy|assistant|vice)[\s-]?(?P=one))(?P<about>\s(?:of|for)\s.+)",
    re.IGNORECASE,
)
"""Somebody and the deputy, with what both are about named once: "Head and Deputy Head of Housing"."""
_BODIES_BEHIND = re.compile(r"(?P<about>.+)(?P<body>\s(?:committee|board|panel|group|partnership))s", re.IGNORECASE)
"""Several bodies that share their last word: "Audit and Scrutiny Committees"."""


def sharing(printed: list[Piece]) -> list[str]:
    """The parties of a list that share their first or last word; none where nothing shows that they are several."""
    bound = {piece.joiner for piece in printed[1:]} >= {"and", "&"}
    pieces = _with_compounds(with_ampersands(printed) if bound else printed)
    deputy = _RANKS_OF_ONE.fullmatch(" and ".join(piece.words for piece in pieces))
    if deputy and pieces[1].joiner in _LISTING | {"/"}:
        return [deputy["one"] + deputy["about"], deputy["second"] + deputy["about"]]
    if len(pieces) < 2 or any(piece.joiner not in _LISTING for piece in pieces[1:]):
        return []
    words = [piece.words.removeprefix("the ") for piece in pieces]
    opening = _OPENS.fullmatch(words[0])
    chairs = opening is not None and key(opening["one"]) == "chair"
    if opening and not any(_is_party(each, body_is_none=chairs) for each in words[1:]):
        bodies = _BODIES_BEHIND.fullmatch(words[-1]) if chairs else None
        last, behind = (bodies["about"], bodies["body"]) if bodies else (words[-1], "")
        return _each(opening["one"] + opening["of"], [opening["about"], *words[1:-1], last], behind)
    if opening and len(words) > 2 and not any(_is_party(each, body_is_none=chairs) for each in words[1:-1]):
        return [*_each(opening["one"] + opening["of"], [opening["about"], *words[1:-1]], ""), words[-1]]
    opening, ending = _OPENS_BARE.fullmatch(words[0]), _ENDS.fullmatch(words[-1])
    if opening and all(map(is_service, [opening["about"], *words[1:]])):
        return _each(opening["one"] + opening["of"], [opening["about"], *words[1:]], "")
    if ending and key(ending["about"]) in _KINDS_OF_POST:
        return words if SUPPORTING_DEPARTMENTS.issuperset(map(str.lower, words[:-1])) else []
    if ending and all(map(_is_subject, [*words[:-1], ending["about"]])):
        return _each("", [*words[:-1], ending["about"]], ending["gap"] + ending["one"])
    return []


def _is_subject(words: str) -> bool:
    return all(is_service(each) or is_code_of_remit(each) for each in words.split(" & "))


def _each(before: str, about: list[str], behind: str) -> list[str]:
    plain = (re.sub(r"^(?:of|for)\s", "", subject) for subject in about)
    return [f"{before}{subject}{behind}" for subject in plain]


def _with_compounds(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those put together that are one subject: "Learning and Development"."""
    joined: list[Piece] = []
    for piece in pieces:
        left = joined[-1].words.split()[-1] if joined else ""
        if (key(left), key(piece.words.split()[0])) in COMPOUNDS:
            piece = joined.pop().with_behind(piece)
        joined.append(piece)
    return joined


def _is_party(words: str, *, body_is_none: bool) -> bool:
    """Whether words are somebody by themselves; behind "Chairs of" the name of a body is not."""
    known_person = is_person(words) and key(words.split()[0]) in FORENAMES
    if known_person or is_post(words) or key(words) in CODES or is_code_of_remit(words):
        return True
    return is_body(words) and not body_is_none
