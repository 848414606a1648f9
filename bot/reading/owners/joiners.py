"""The parties of one line, parted at joiners that stand between two whole parties.

"Head of HR and OD" is one post, "Leader and CEO" are two; what cannot be told apart stays together.
"""

from __future__ import annotations

from bot.reading.owners import patterns, remarks
from bot.reading.owners.bare_lists import bare_list
from bot.reading.owners.belongs import LONGEST_NAME, belongs_to, is_told_apart
from bot.reading.owners.bodies import is_kind_of_council, joined_bodies, stands_alone
from bot.reading.owners.cleaning import is_lead, without_leading
from bot.reading.owners.holders import with_holders, with_holders_behind, with_places
from bot.reading.owners.kinds import (
    is_acronym,
    is_body,
    is_person,
    is_post,
    is_service,
    is_surname,
    is_told_with_service,
    is_whole,
    key,
    opens_party,
)
from bot.reading.owners.lists import are_listed_by_slashes, are_told_of_one, listed, teams, turned_names
from bot.reading.owners.name_pairs import are_named_apart, are_named_by_letters, are_two_bodies
from bot.reading.owners.pieces import AND, Piece, pieces_of
from bot.reading.owners.posts import (
    is_post_behind_slash,
    is_said_in_two_languages,
    is_service_behind_slash,
    parted_posts,
    with_posts_behind,
)
from bot.reading.owners.remits import with_remits
from bot.reading.owners.services import are_names_around, named_apart
from bot.reading.owners.sittings import with_bodies
from bot.reading.owners.topics import with_topics
from bot.reading.owners.words import (
    BODIES,
    COMPOUNDS,
    ENDS_PARTIES_TOO,
    EVERYBODY,
    RANKS,
    ROLES,
    SERVICES,
    SUPPORTING_DEPARTMENTS,
)
from bot.reading.owners.workplaces import with_workplaces

_NOTHING = Piece("", "")


def part(line: str) -> list[str]:
    """The parties of a cleaned line, in printed order."""
    if is_said_in_two_languages(line):
        return [line]
    return turned_names(line) or [party for stretch in _stretches(pieces_of(line)) for party in _parted(stretch)]


def _stretches(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces between the joiners that surely part; the names of several councillors stay together."""
    found: list[list[Piece]] = []
    if are_listed_by_slashes(pieces):
        return [[piece] for piece in pieces]
    for at, piece in enumerate(pieces):
        named = is_surname(piece.words) or is_person(piece.words)
        listed_on = named and found and patterns.COUNCILLORS.match(found[-1][0].words)
        parts = piece.joiner in patterns.STRONG or is_post_behind_slash(pieces[at:])
        parts = parts or (found != [] and piece.joiner == "-" and are_told_of_one(found[-1], piece))
        parts = parts or (
            found != [] and (is_service_behind_slash(found[-1], piece) or are_names_around(found[-1], pieces[at:]))
        )
        if found and (not parts or listed_on):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _parted(stretch: list[Piece]) -> list[str]:
    pieces = with_holders(joined_bodies(with_bodies(with_posts_behind(with_remits(with_topics(with_places(stretch)))))))
    items = bare_list(pieces)
    if items:
        return [party for item in items for party in _parted(item)]
    services = named_apart(stretch)
    if services:
        return services
    groups = [group for posts in parted_posts(pieces) for group in teams(posts)]
    parties = listed(pieces) if len(groups) == 1 else []
    parties = parties or [party for group in groups for party in _merge(group)]
    line = "".join(f"{piece.printed}{piece.words}" for piece in stretch)
    return with_workplaces(with_holders_behind(parties, line), line)


def _merge(pieces: list[Piece]) -> list[str]:
    """Pieces put together again where one of them is no party by itself."""
    parties: list[str] = []
    waiting, councillors = _NOTHING, ""
    among_leads = any(is_lead(piece.words) for piece in pieces)
    for piece in pieces:
        words = without_leading(piece.words, among_leads=among_leads)
        apart = waiting.words != "" and _is_apart(waiting.words, piece, words)
        if apart:
            parties.append(waiting.words)
            waiting = _NOTHING
        if waiting.words:
            words = f"{waiting.words}{piece.printed}{words}"
            piece, waiting = Piece(waiting.joiner, words, waiting.printed), _NOTHING
        elif councillors and _is_another_name(words, parties[-1]):
            parties.append(f"{councillors} {words}")
            continue
        if parties and not apart and not _ends_people(parties, piece, words) and belongs_to(parties[-1], piece, words):
            parties[-1] = f"{parties[-1]}{piece.printed}{piece.words}"
            continue
        plural = patterns.COUNCILLORS.match(words)
        councillors = plural["one"] if plural else ""
        words = f"{councillors} {words[plural.end() :]}" if plural else words
        if _stands_by_itself(words, behind=bool(parties)):
            parties.append(words)
        else:
            waiting = Piece(piece.joiner, words, piece.printed)
    return [*parties, waiting.words] if waiting.words else parties


def _ends_people(parties: list[str], piece: Piece, words: str) -> bool:
    """Whether a service ends a list of people and is not where the last of them works: "Mary Holt, Paul Vane, HR"."""
    behind_people = len(parties) > 1 and is_person(parties[-1]) and is_person(parties[-2])
    return behind_people and piece.joiner != "-" and _opens_with_service(words) and not is_whole(words)


def _stands_by_itself(words: str, *, behind: bool) -> bool:
    """Whether words need nothing that follows; `behind` another party, only services and titles do."""
    if _is_title_only(words):
        return False
    return (
        is_whole(words)
        or bool(remarks.NOBODY.fullmatch(words))
        or (behind and not _opens_with_service(words))
        or len(words) > LONGEST_NAME
    )


def _is_title_only(words: str) -> bool:
    """Whether a title stands there whose name is still to come: "Mr" of "Cllrs Mr & Mrs Holt"."""
    last = words.split()[-1]
    named = words.lower() in EVERYBODY or key(last) in ROLES
    return bool(patterns.TITLE_ALONE.fullmatch(last)) and not named


def _is_apart(waiting: str, piece: Piece, words: str) -> bool:
    """Whether words that are no party yet are left by themselves, for what follows cannot go on with them."""
    if piece.joiner in patterns.STRONG or is_told_apart(piece, words) or are_two_bodies(waiting, piece, words):
        return True
    if piece.joiner in AND and not is_kind_of_council(waiting):
        named_council = is_service(waiting) and key(words.split()[-1]) == "council"
        two_departments = SUPPORTING_DEPARTMENTS.issuperset((waiting.lower(), words.lower()))
        two_departments = two_departments and (waiting.lower(), words.lower()) not in COMPOUNDS
        if two_departments or named_council or are_named_apart(waiting, words) or stands_alone(words):
            return True
    if piece.joiner == "," and (stands_alone(words) or are_named_by_letters(waiting, words)):
        return True
    if piece.joiner in AND | {",", "/"} and is_acronym(words) and key(words) in BODIES:
        return True
    left = waiting.split()
    open_still = key(left[-1]) in RANKS - ENDS_PARTIES_TOO or _is_title_only(waiting)
    if piece.joiner == "," and is_service(waiting) and is_told_with_service(words):
        return False
    if is_surname(waiting) and ((piece.joiner == "/" and is_surname(words)) or _is_body_behind_comma(piece)):
        return True
    return piece.joiner != "-" and not open_still and opens_party(left, words.split())


def _is_body_behind_comma(piece: Piece) -> bool:
    named_after_several = any(f" {word} " in piece.words for word in AND)
    return piece.joiner == "," and is_body(piece.words) and not (is_post(piece.words) or named_after_several)


def _is_another_name(words: str, before: str) -> bool:
    """Whether `words` go on with a list of councillors: a surname, or a full name behind another full name."""
    if patterns.SURNAME.fullmatch(words):
        return key(words) not in ROLES | BODIES and not is_acronym(words)
    return is_person(words) and not patterns.NAME_WITH_TITLE.match(words) and len(before.split()) > len(words.split())


def _opens_with_service(words: str) -> bool:
    return words.split()[0].lower() in SERVICES
