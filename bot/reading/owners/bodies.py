"""Bodies of which a joiner is a part: "Canal & River Trust", "Devon and Somerset Fire and Rescue Service"."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import is_acronym, is_body, is_person, is_post, key
from bot.reading.owners.pieces import AND, Piece
from bot.reading.owners.words import BODIES, COMPOUNDS, ROLES, SERVICES

_NAMED_AFTER_PLACES = frozenset({"police", "constabulary", "icb", "icp", "lep", "nhs", "frs", "ambulance"})
"""The last words of bodies that are named after all the places they work for."""
_NAMED_AFTER_TWO = _NAMED_AFTER_PLACES | frozenset(
    {
        *("trust", "trusts", "society", "museum", "museums", "gallery", "association", "federation", "commission"),
        *("authority", "partnership", "university", "college", "school", "academy", "institute", "foundation"),
        *("charity", "alliance", "forum", "network", "union", "hospital", "hospitals", "service", "services"),
        *("centre", "railway", "conservancy", "chamber", "agency", "council", "board", "bc", "dc", "mbc"),
    }
)
"""The last words of bodies that are often named after two places or subjects."""
_KINDS_OF_COUNCIL = frozenset(
    {"town", "parish", "district", "borough", "county", "city", "community", "local", "north", "south", "east", "west"}
)
_COMPASS = frozenset({"north", "south", "east", "west", "central"})
_STANDS_ALONE = re.compile(
    r"(?:the\s)?(?:(?:(?:parish|town|county|district|borough|city|local|combined|unitary)\s)?(?:councils?|authorit(?:y|ies))"
    r"|(?:lead\s)?local\s(?:flood|planning|highway)\sauthority|environment\sagency|(?:wildlife|woodland|national)\strust|(?:local\s)?health\sboard|housing\sassociations?|(?:trades?|staff)\sunions?|police|nhs|contractors?|(?:[\w'-]+\s){0,2}(?:operators|providers|landowners|landlords|employers)|(?:fire|ambulance|probation)\sservice)",
    re.IGNORECASE,
)
"""Bodies whose name nothing in front of a joiner belongs to."""
_CHARITY_OF_PLACE = re.compile(
    r"(?:age\s(?:uk|concern|cymru)|citizens\sadvice|healthwatch|mind\sin|home-start|nhs|relate|groundwork|shelter"
    r"|samaritans\sof|crossroads|community\saction)\s[\w'-]+(?:\s[\w'-]+)?",
    re.IGNORECASE,
)
"""Bodies that are told with the places they work for."""
_PLACE = re.compile(
    r"^(?:loch|lough|strath|glen|isles?|mount|inch|upper|lower|great|little)\s"
    r"|(?:shire|\b(?:valley|vale|coast|wolds|dales|downs|buildings|places|sites))$",
    re.IGNORECASE,
)
"""Two words that are no person's name, though they are written as one."""
_HEALTH_BODIES = frozenset({"icb", "icp", "icbs", "trust", "board", "nhs", "partnership", "system"})
_OF_A_PLACE = re.compile(r"\b(?:for|of)\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?$")
_SEVERAL_COUNCILS = re.compile(
    r"(?!Parish|Town|District|County|Borough|Community)[A-Z][\w'-]+\s(?:[Cc]ouncils|[Tt]rusts|[Bb]oroughs)"
)
_TWO_PLACES = re.compile(r"^(?P<one>[\w'-]+)\sand\s(?P<body>.+)$", re.IGNORECASE)


def joined_bodies(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those put together that are one body's name: half of one, and the half that says what body it is."""
    joined: list[Piece] = []
    for piece in _with_places(pieces):
        whole = piece
        if joined and piece.joiner in AND and _are_halves(joined[-1].words, piece.words):
            whole = joined.pop().with_behind(piece)
            while joined and whole.joiner == "," and _is_half(joined[-1].words) and _names_places(whole.words):
                whole = joined.pop().with_behind(whole)
        joined.append(whole)
    return joined


def _with_places(pieces: list[Piece]) -> list[Piece]:
    """A health body and all the places it is named after, where nothing else follows: "NHS Fen, Tamber and Vale"."""
    first = next((at for at, piece in enumerate(pieces) if patterns.NHS_OF_PLACE.fullmatch(piece.words)), len(pieces))
    places = pieces[first + 1 :]
    if len(places) < 2 or places[-1].joiner not in AND or not all(_is_half(piece.words) for piece in places):
        return pieces
    return [*pieces[:first], pieces[first].with_behind(*places)]


def is_one_place(left: str, words: str) -> bool:
    """Whether two places name one health body, "NHS Tamber and Vale ICB", or whom one post is for: "Fen Councils"."""
    if patterns.NHS_OF_PLACE.fullmatch(left):
        *place, kind = map(key, words.split())
        another = not set(place).isdisjoint(map(key, left.split())) or SERVICES.issuperset(place) or stands_alone(words)
        return kind in _HEALTH_BODIES and not another
    return bool(_OF_A_PLACE.search(left) and _SEVERAL_COUNCILS.fullmatch(words))


def perhaps_two_bodies(party: str) -> bool:
    """Whether an "and" within a body's name may as well stand between two: "Serco and Tamber Trust"."""
    halves = _TWO_PLACES.match(party)
    if halves is None or not _is_half(halves["one"]) or _names_places(party):
        return False
    return is_body(halves["body"]) and " and " not in halves["body"]


def stands_alone(words: str) -> bool:
    """Whether a body is named that is nobody's other half: "Parish Council"."""
    return bool(_STANDS_ALONE.fullmatch(words))


def is_kind_of_council(words: str) -> bool:
    """Whether words say only what councils are meant, so that the others follow: "Town" and parish councils."""
    return _KINDS_OF_COUNCIL.issuperset(map(key, words.split()))


def is_charity_of_place(words: str) -> bool:
    """Whether a body is told with the place it works for: "Age UK Tamber"."""
    return bool(_CHARITY_OF_PLACE.fullmatch(words))


def _are_halves(left: str, words: str) -> bool:
    if is_charity_of_place(left):
        return len(words.split()) == 1 and _is_half(words)
    first, *_, last = map(key, [*words.split()[:1], *words.split()])
    if (key(left), first) in COMPOUNDS and is_body(words):
        return True
    if last == "trust" and key(left.split()[-1]) == "nhs" and " " in left:
        return True
    if last not in _NAMED_AFTER_TWO and not _names_places(words):
        return False
    of_nothing_known = any(key(word) not in SERVICES | BODIES | ROLES for word in words.split()[:-1])
    return of_nothing_known and _is_half(left) and not is_post(words) and not stands_alone(words)


def _is_half(words: str) -> bool:
    """Whether words name a place or a subject and no party: "Devon", "Isle of Wight"."""
    known = {key(word) for word in words.split()} - _COMPASS
    known |= {word.removesuffix("s") for word in known} & BODIES
    if (
        not words[0].isupper()
        or is_body(words)
        or is_post(words)
        or is_acronym(words.split()[-1])
        or words.isupper()
        or len(words) < len("Ely")
    ):
        return False
    if " " in words and is_person(words) and not _PLACE.search(words):
        return False
    return not known <= SERVICES and known.isdisjoint(BODIES | ROLES | FORENAMES)


def _names_places(words: str) -> bool:
    """Whether a body is one of those that are named after the places they work for."""
    return key(words.split()[-1]) in _NAMED_AFTER_PLACES or bool(re.search(r"\brescue\sservice$", words, re.IGNORECASE))
