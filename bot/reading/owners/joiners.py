"""The parties of one line, parted at joiners that stand between two whole parties.

"Head of HR and OD" is one post, "Leader and CEO" are two; what cannot be told apart stays together.
"""

from __future__ import annotations

import re

from bot.reading.owners import patterns, remarks
from bot.reading.owners.bodies import is_one_place, joined_bodies, stands_alone
from bot.reading.owners.holders import with_holders
from bot.reading.owners.kinds import (
    is_acronym,
    is_bare_rank,
    is_body,
    is_code_of_remit,
    is_councillor,
    is_person,
    is_post,
    is_remit,
    is_service,
    is_surely_party,
    is_surname,
    is_told_with_service,
    is_whole,
    key,
    needs_remit,
    opens_party,
)
from bot.reading.owners.lists import listed, teams, turned_names
from bot.reading.owners.pieces import Piece, pieces_of
from bot.reading.owners.posts import is_post_behind_slash, opens_with_post, parted_posts
from bot.reading.owners.words import (
    BODIES,
    COMPOUNDS,
    COUNCILLOR_POSTS,
    ENDS_PARTIES_TOO,
    EVERYBODY,
    HONOURS,
    OWNS_POSTS,
    POST_CODES,
    RANKS,
    ROLES,
    SERVICES,
)

_LONGEST_NAME = 150
"""Characters that no party's name exceeds; what was gathered by then stands as one, whatever follows."""


_REMIT = re.compile(r"(.+?)(\s-\s|:\s|,\s)(.+)")
"""A post, the mark behind it and what it is about."""
_AND = frozenset({"and", "&"})
_CHAIRS = frozenset({"chair", "vice-chair", "chairman", "chairwoman", "chairperson"})


def part(line: str) -> list[str]:
    """The parties of a cleaned line, in printed order."""
    return turned_names(line) or [party for stretch in _stretches(pieces_of(line)) for party in _parted(stretch)]


def _stretches(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces between the joiners that surely part; the names of several councillors stay together."""
    found: list[list[Piece]] = []
    for at, piece in enumerate(pieces):
        named = is_surname(piece.words) or is_person(piece.words)
        listed_on = named and found and patterns.COUNCILLORS.match(found[-1][0].words)
        parts = piece.joiner in patterns.STRONG or is_post_behind_slash(pieces[at:])
        if found and (not parts or listed_on):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _parted(stretch: list[Piece]) -> list[str]:
    pieces = with_holders(joined_bodies(stretch))
    groups = [group for posts in parted_posts(pieces) for group in teams(posts)]
    parties = listed(pieces) if len(groups) == 1 else []
    return parties or [party for group in groups for party in _merge(group)]


def _merge(pieces: list[Piece]) -> list[str]:
    """Pieces put together again where one of them is no party by itself."""
    parties: list[str] = []
    waiting, councillors = "", ""
    for piece in pieces:
        words = _without_leading(piece.words)
        apart = waiting and _is_apart(waiting, piece, words)
        if apart:
            parties.append(waiting)
            waiting = ""
        if waiting:
            words, waiting = f"{waiting}{piece.printed}{words}", ""
        elif councillors and _is_another_name(words, parties[-1]):
            parties.append(f"{councillors} {words}")
            continue
        if parties and not apart and not _ends_people(parties, words) and _belongs_to(parties[-1], piece, words):
            parties[-1] = f"{parties[-1]}{piece.printed}{words}"
            continue
        plural = patterns.COUNCILLORS.match(words)
        councillors = plural["one"] if plural else ""
        words = f"{councillors} {words[plural.end() :]}" if plural else words
        if _stands_by_itself(words, behind=bool(parties)):
            parties.append(words)
        else:
            waiting = words
    return [*parties, waiting] if waiting else parties


def _ends_people(parties: list[str], words: str) -> bool:
    """Whether a service ends a list of people and is not where the last of them works: "Mary Holt, Paul Vane, HR"."""
    return is_service(words) and len(parties) > 1 and is_person(parties[-1]) and is_person(parties[-2])


def _stands_by_itself(words: str, *, behind: bool) -> bool:
    """Whether words need nothing that follows; `behind` another party, only services and titles do."""
    if _is_title_only(words):
        return False
    return (
        is_whole(words)
        or bool(remarks.NOBODY.fullmatch(words))
        or (behind and not _opens_with_service(words))
        or len(words) > _LONGEST_NAME
    )


def _is_title_only(words: str) -> bool:
    """Whether a title stands there whose name is still to come: "Mr" of "Cllrs Mr & Mrs Holt"."""
    last = words.split()[-1]
    return words.lower() not in EVERYBODY and bool(patterns.TITLE_ALONE.fullmatch(last)) and not is_councillor([last])


def _is_apart(waiting: str, piece: Piece, words: str) -> bool:
    """Whether words that are no party yet are left by themselves, for what follows cannot go on with them."""
    if piece.joiner in patterns.STRONG or _are_two_bodies(waiting, piece, words):
        return True
    if piece.joiner in _AND and stands_alone(words) and not is_service(waiting):
        return True
    left = waiting.split()
    open_still = key(left[-1]) in RANKS - ENDS_PARTIES_TOO or _is_title_only(waiting)
    if piece.joiner == "," and is_service(waiting) and is_told_with_service(words):
        return False
    if piece.joiner == "/" and is_surname(waiting) and is_surname(words):
        return True
    return piece.joiner != "-" and not open_still and opens_party(left, words.split())


def _are_two_bodies(left: str, piece: Piece, words: str) -> bool:
    """Whether a slash stands between two names: "County Highways / Parish Council", "Schools / Nurseries"."""
    if piece.joiner != "/" or patterns.ABOUT.search(left):
        return False
    if min(len(left.split()), len(words.split())) < 2:
        return piece.spaced and not is_post(words)
    return piece.spaced or key(words.split()[-1]) in OWNS_POSTS


def _without_leading(words: str) -> str:
    """Without an article, and without "lead" or "support" before somebody's name or initials."""
    leading = remarks.LEADING.match(words)
    if not leading:
        return words
    rest = words[leading.end() :]
    part_of_post = leading[0].strip().lower() in ("lead", "support") and not (is_acronym(rest) or is_person(rest))
    return words if part_of_post else rest


def _is_another_name(words: str, before: str) -> bool:
    """Whether `words` go on with a list of councillors: a surname, or a full name behind another full name."""
    if patterns.SURNAME.fullmatch(words):
        return key(words) not in ROLES | BODIES and not is_acronym(words)
    return is_person(words) and not patterns.NAME_WITH_TITLE.match(words) and len(before.split()) > len(words.split())


def _belongs_to(left: str, piece: Piece, words: str) -> bool:
    """Whether `words` go on with the party to their left instead of being one of their own."""
    if piece.joiner in patterns.STRONG or len(left) > _LONGEST_NAME:
        return False
    if piece.joiner == "," and (
        (words.lower() in HONOURS and is_person(left)) or (key(left) in _CHAIRS and key(words.split()[-1]) in BODIES)
    ):
        return True
    if piece.joiner in _AND and _ends_with_remit(left) and not is_surely_party(words):
        return True
    last = "" if left.endswith(")") else key(left.split()[-1])
    if piece.joiner in _AND and ((last, key(words.split()[0])) in COMPOUNDS or is_one_place(left, words)):
        return True
    if is_councillor(left.split()) and piece.joiner == ",":
        return not is_surname(words) and not COUNCILLOR_POSTS.isdisjoint(map(key, words.split()))
    person, about = is_person(left), patterns.ABOUT.search(left)
    if piece.joiner == "," and is_bare_rank(left) and (is_service(words) or (needs_remit(left) and is_remit(words))):
        return True
    if about and is_code_of_remit(words) and (piece.joiner in _AND or _are_codes(left, piece)):
        return True
    if piece.joiner == "-" and is_bare_rank(left) and is_code_of_remit(words):
        return True
    if not is_whole(words):
        subject_last = last in SERVICES - BODIES and not patterns.BODY.search(left)
        about = about or patterns.BODY_ABOUT.match(left)
        named_in_front = piece.joiner in _AND and is_service(words) and opens_with_post(list(map(key, left.split())))
        open_ended = (
            about or subject_last or named_in_front or _ends_with_remit(left)
        ) and not patterns.WHOLE_POST.search(left)
        named = piece.joiner == "," and (person or needs_remit(left))
        return bool(open_ended) or piece.joiner == "-" or named
    named_with_title = patterns.NAME_WITH_TITLE.match(words)
    if piece.joiner == "," and is_councillor(words.split()) and _is_councillors_post(left):
        return True
    post = key(words) in POST_CODES if is_acronym(words) else is_post(words)
    if piece.joiner in (",", "-") and person and post and not named_with_title:
        return True
    held_by_one = is_post(left) and (about or not is_body(left)) and (not is_acronym(left) or key(left) in POST_CODES)
    if piece.joiner in _AND and post and _is_person_of_service(left) and not opens_party(left.split(), words.split()):
        return True
    if piece.joiner == "-" and held_by_one and (is_person(words) or (is_post(words) and not is_acronym(words))):
        return True
    chairs = about and about["post"].lower() in patterns.SITS_IN_BODY
    return bool(chairs) and piece.joiner in _AND and key(words.split()[-1]) in BODIES and not is_acronym(words)


def _are_codes(left: str, piece: Piece) -> bool:
    """Whether a slash without spaces stands between two codes of one remit: "Head of CIN/CP"."""
    return piece.joiner == "/" and not piece.spaced and is_code_of_remit(left.split()[-1])


def _is_person_of_service(left: str) -> bool:
    """Whether somebody is named with the first word of a post: "Mary Holt, Parks" of "… and Markets Manager"."""
    person, *about = left.split(", ")
    return len(about) == 1 and is_person(person) and is_service(about[0])


def _is_councillors_post(left: str) -> bool:
    """Whether a post that a councillor holds is named without its holder: "Portfolio Holder for Climate"."""
    about = patterns.COUNCILLORS_POST.match(left)
    return about is not None and not patterns.COUNCILLOR_ANYWHERE.search(left)


def _ends_with_remit(left: str) -> bool:
    """Whether what a post is about stands behind a mark: "Divisional Director - Surgery", "Service Lead, Speech"."""
    found = _REMIT.fullmatch(left)
    if found is None or is_surely_party(found[3]):
        return False
    return is_bare_rank(found[1]) if found[2] == ", " else is_post(found[1]) and not is_whole(found[3])


def _opens_with_service(words: str) -> bool:
    return words.split()[0].lower() in SERVICES
