"""Whom words name where a name opens them: somebody, a post, a part of the council or another body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from bot.reading.owners.kinds import is_body, is_person, is_post, is_service, is_surname
from bot.reading.owners.words import RANKS, ROLES, SUPPORTING_DEPARTMENTS
from bot.reply.words.times import MONTH, WEEKDAY


class Kind(Enum):
    """What bears a name: SUPPORT is a department to whom others send things, DECIDES a body to which papers go."""

    PERSON = "person"
    FORENAME = "forename"
    POST = "post"
    TEAM = "team"
    SUPPORT = "support"
    SMALL = "a service in small letters"
    BODY = "body"
    DECIDES = "a body that decides"


SOMEBODY = frozenset({Kind.PERSON, Kind.FORENAME})
STAFF = SOMEBODY | {Kind.POST, Kind.TEAM, Kind.SUPPORT}


@dataclass(frozen=True, slots=True)
class Party:
    """A party by its kind, with the words behind it.

    `person` is the full name of one, `owns` tells of an "'s" behind it, `held` of a team told with its person, `placed`
    of a person told with their team.
    """

    kind: Kind
    rest: str
    person: str = ""
    owns: bool = False
    held: bool = False
    placed: bool = False


NO_NAME = re.compile(
    r"\b(?:again|an?|another|and|any(?:body|one)?|around|as|ask|at|be|been|but|by|can|contact|could|do|does|for|from"
    r"|ha[ds]|have|he|her|him|his|i|if|in|is|its?|later|left|maybe|me|mine|might|my|next|no|nobody|not|of|on|or"
    r"|other|ours?|perhaps|post|probably|s?he|should|since|some(?:body|one)|soon|speak|still|talk|that|the|their"
    r"|them|then|they"
    r"|think|this|till?|to|tomorrow|try|unless|until|us|used|vacant|was|we|were|when|who|with|would|you)\b",
    re.IGNORECASE,
)
"""Words that are part of no name: a name with one of them in it is more than a name."""
_STOPS = re.compile(
    rf"{NO_NAME.pattern}|^(?:are|will|now|these|those|both|all|which|because|please|instead|either|really|i'm|we're"
    r"|leads|leading|owns?|runs?|deals?|looks?|picks?|picked|took|takes|taken|covers?|handles?|manages|rather|than"
    r"|instead|according|regarding|about|re|over|after|any|under|across|via|within)$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:(?:the|our|your|their|his|her|my|new|a|colleagues? in|some(?:body|one) in) )*", re.IGNORECASE)
_STRETCH = re.compile(r"[^\W_][\w'&/-]*(?:\.(?=\w))?[\w'&/-]*(?: (?:&|[^\W_][\w'&/-]*))*")
_NOBODY = re.compile(
    rf"(?:{WEEKDAY}|{MONTH}|today|tomorrow|yesterday|easter|christmas|new|year|spring|summer|autumn|winter|red|amber"
    r"|green|appendix|annex|page|table|figure|item|paragraph|minute|report|let|thanks|please|ongoing|done|complete)s?\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\b(?:team|services?|department|directorate|unit|section|division)$", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:cabinet|committee|council|board|executive|scrutiny|members?|panel|forum|group|slt|smt|cmt|clt|parliament"
    r"|government|solicitors|contractors?|suppliers?|consultants?|printers)$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:street|road|hall|house|centre|park|lane|school|estates?)$", re.IGNORECASE)
_APPOSED = re.compile(r"(?:,| -| –|:)? \(?|:")
_WITHIN = re.compile(
    rf" (?:(?:over|up|down) )?(?:in|at|from|of) (?!{MONTH}\b|{WEEKDAY}\b)(?=(?:the |our )?[A-Z]|the |our )"
)
_CAPITALS = re.compile(r"(?:the |our )?[A-Z][\w'&-]*(?: (?:&|[A-Z][\w'&-]*))*")
_RANKS = re.compile(rf"(?:(?:{'|'.join(sorted(ROLES | RANKS))}) )+(?=[A-Z])", re.IGNORECASE)
_LONGEST = 6


def party_at(words: str) -> Party | None:
    """The party whose name opens `words`, with the team or the person told beside it; None where none does."""
    first = _named(words)
    if first is None or first.owns:
        return first
    beside = _APPOSED.match(first.rest)
    holder = _named(first.rest[beside.end() :]) if beside else None
    if beside and holder and Kind.PERSON in (holder.kind, first.kind) and holder.kind in STAFF | {Kind.SMALL}:
        closes = "(" not in beside[0] or holder.rest.startswith(")")
        if closes and beside[0].strip():
            person = first.person or holder.person
            first = Party(Kind.PERSON, holder.rest.removeprefix(")"), person, holder.owns, held=True)
    within = _WITHIN.match(first.rest)
    return _in_team(first, first.rest[within.end() :]) if within else first


def _in_team(somebody: Party, words: str) -> Party:
    """Somebody with the team that opens the words behind them, whether or not its name is known for one."""
    team, field = _named(words), _CAPITALS.match(words)
    rest = words[field.end() :] if field else words
    if team and len(team.rest) <= len(rest):
        return replace(somebody, rest=team.rest, owns=team.owns, placed=True)
    return replace(somebody, rest=rest, placed=True) if field else somebody


def _named(words: str) -> Party | None:
    """The longest name that opens `words`."""
    opens = _OPENS.match(words)
    at = opens.end() if opens else 0
    stretch = _STRETCH.match(words, at)
    tokens: list[str] = []
    for word in stretch[0].split(" ") if stretch else ():
        if _STOPS.search(word) and not (word == "of" and tokens):  # "Head of Housing"
            break
        tokens.append(word)
    for count in range(min(len(tokens), _LONGEST), 0, -1):
        printed = " ".join(tokens[:count])
        name = re.sub(r"'s$|(?<=s)'$", "", printed)
        kind = _kind(name, at > 0)
        if kind:
            person = _RANKS.sub("", name) if kind is Kind.PERSON else ""
            return Party(kind, words[at + len(printed) :], person, owns=name != printed)
    return None


@lru_cache(maxsize=4_096)
def _kind(name: str, article: bool) -> Kind | None:
    """What bears a name; only posts, teams and bodies may be written small, behind an article."""
    if _NOBODY.match(name) or name.endswith(" of"):
        return None
    if _DECIDES.search(name):
        return Kind.DECIDES
    if name[0].isupper() and (somebody := _somebody(name)):
        return somebody
    if not (name[0].isupper() or article):
        return Kind.SMALL if is_service(name) else None
    if _TEAM.search(name):
        return Kind.TEAM
    if is_post(name):
        return Kind.POST
    parts = [part for part in re.split(r" ?& ?", name) if part]
    if all(map(is_service, parts)) and name[0].isupper():
        return Kind.SUPPORT if name.casefold() in SUPPORTING_DEPARTMENTS else Kind.TEAM
    return Kind.BODY if is_body(name) else None


def _somebody(name: str) -> Kind | None:
    last = name.split()[-2:]
    if _PLACE.search(name) or not all(word[0].isupper() or "-" in word for word in last):
        return None
    if len(last) > 1:
        return Kind.PERSON if is_person(" ".join(last)) else None
    return Kind.FORENAME if is_person(name) or is_surname(name) else None
