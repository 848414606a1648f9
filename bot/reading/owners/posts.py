"""Two posts around the joiners of what they are about: "Area Manager Response and Fleet & Stores Manager"."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.kinds import (
    is_code_of_remit,
    is_department,
    is_person,
    is_post,
    is_service,
    is_surname,
    key,
    needs_remit,
    opens_party,
)
from bot.reading.owners.pieces import Piece, pieces_of
from bot.reading.owners.words import (
    CODES,
    COMPOUNDS,
    HEADS_OF,
    RANKS,
    RANKS_WITH_SERVICE,
    ROLES,
    SUPPORTING_DEPARTMENTS,
)

_STAFF = frozenset({"team", "contractor", "contractors"})
"""Bodies that are told by what they are about, as posts are."""
_LONGEST_SUBJECT = 2
_AND = re.compile(r"\s(?:and|&)\s")
_IN_ENGLISH = {
    "pennaeth": "head",
    "cyfarwyddwr": "director",
    "arweinydd": "lead(?:er)?",
    "swyddog": "officer",
    "prif": "chief",
    "rheolwr": "manager",
    "cadeirydd": "chair(?:man|person)?",
    "clerc": "clerk",
    "dirprwy": "deputy",
    "maer": "mayor",
    "uwch": "senior",
    "aelod": "member",
    "cyng": "cllr",
}
"""Welsh words that open a post, and what stands in the same post in English."""
_CHIEF_OF = re.compile(r"(?:deputy\s|interim\s|acting\s)?chief\s(?P<about>.+)", re.IGNORECASE)
_SLASH = re.compile(r"\s?/\s?")
_TWO_LISTS = re.compile(rf"{_AND.pattern}[^,]*,\s.*{_AND.pattern}", re.IGNORECASE)
"""Two lists around a comma: "Parks and Play, Waste & Fleet Manager"."""


def with_posts_behind(pieces: list[Piece]) -> list[Piece]:
    """The pieces, a post of several services put together behind a whole one: "Clerk, Parks and Markets Manager"."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        behind = bool(found) and (is_post(found[0].words) or is_person(found[-1].words))
        until = _post_ends(pieces, at) if behind and not needs_remit(found[-1].words) else at
        whole = bool(found) and key(found[-1].words.split()[-1]) in ROLES
        if until > at and (piece.joiner in (",", "/") or (whole and piece.joiner in ("and", "&"))):
            return [*found, piece.with_behind(*pieces[at + 1 : until]), *with_posts_behind(pieces[until:])]
        found.append(piece)
    return found


def _post_ends(pieces: list[Piece], start: int) -> int:
    """Behind the last piece of a post that opens at `start` with a service, an "and" behind it; else there itself."""
    for at, piece in enumerate(pieces[start:], start):
        if at > start and piece.joiner not in ("and", "&"):
            return start
        if at > start and (is_post(piece.words) or key(piece.words.split()[-1]) in _STAFF):
            return at + 1 if _ends_post(pieces[at - 1].words, piece) else start
        if not (is_service(piece.words) or (at == start and _may_be_subject(piece.words))):
            return start
    return start


def _may_be_subject(words: str) -> bool:
    """Whether a word that is no service's may be what a post is about: "Trees", of "Trees & Woodlands Officer"."""
    return is_surname(words) and not is_person(words)


def _ends_post(left: str, piece: Piece) -> bool:
    """Whether a post is about services and another in front of it; any word may be its subject behind an "&", and two
    that are told in plural are so behind any joiner: "Bats and Newts Officer"."""
    about = patterns.BRACKETED_END.sub("", piece.words).split()[:-1]
    both_plural = not is_service(left) and all(word.endswith("s") for word in (left, *about))
    subject = 0 < len(about) <= _LONGEST_SUBJECT or is_service("".join(about[-1:]))
    any_word = subject and (piece.joiner == "&" or both_plural) and left.lower() not in SUPPORTING_DEPARTMENTS
    return (any_word or is_service(" ".join(about))) and not opens_party([], piece.words.split())


def parted_posts(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each of two posts, parted at the last of several seams: the post behind it is mostly about one."""
    seams = _seams_that_part(pieces)
    return [pieces[: seams[-1]], pieces[seams[-1] :]] if seams else [pieces]


def is_post_behind_slash(pieces: list[Piece]) -> bool:
    """Whether a slash between spaces leads to one post whose own "and" binds closer: "/ Assets & Waste Manager"."""
    first, *rest = pieces
    until = next((at for at, piece in enumerate(rest) if piece.joiner not in ("and", "&")), len(rest))
    words = [first.words, *(piece.words for piece in rest[:until])]
    if first.joiner != "/" or not first.spaced or len(words) < 2:
        return False
    return all(map(is_service, words[:-1])) and is_post(words[-1]) and not opens_party([], words[-1].split())


def is_said_in_two_languages(line: str) -> bool:
    """Whether a slash stands between a Welsh post and an English one, as between "Pennaeth Tai / Head of Housing"."""
    posts = _SLASH.split(line)
    if len(posts) != 2 or not all(" " in post and is_post(post) and not _AND.search(post) for post in posts):
        return False
    one, other = (key(post.split()[0]) for post in posts)
    english = _IN_ENGLISH.get(one) or _IN_ENGLISH.get(other, "")
    return (one in _IN_ENGLISH) != (other in _IN_ENGLISH) and bool(re.search(rf"\b{english}\b", line, re.IGNORECASE))


def is_service_behind_slash(before: list[Piece], piece: Piece) -> bool:
    """Whether a slash between spaces leads from a post whose own "and" binds closer: "Head of HR & OD / Legal"."""
    if piece.joiner != "/" or not piece.spaced or not (is_service(piece.words) or key(piece.words) in CODES):
        return False
    joined = any(each.joiner in ("and", "&", "-") for each in before[1:])
    return is_post(before[0].words) and (joined or is_department(piece.words))


def is_rest_of_chief(left: str, piece: Piece, words: str) -> bool:
    """Whether a chief's officer is still to come: "Chief Information and Digital Officer"."""
    about, _, head = words.rpartition(" ")
    chief = _CHIEF_OF.fullmatch(left)
    open_still = chief is not None and is_service(chief["about"])
    return open_still and piece.joiner in ("and", "&") and key(head) == "officer" and is_service(about)


def has_open_seam(line: str) -> bool:
    """Whether two posts are named and more than one joiner may stand between them."""
    return len(_seams(pieces_of(line))) > 1


def _seams_that_part(pieces: list[Piece]) -> list[int]:
    """The seams; where both an "&" and an "and" are, the "&" binds closer."""
    seams = _seams(pieces)
    return [at for at in seams if pieces[at].joiner == "and"] or seams


def _seams(pieces: list[Piece]) -> list[int]:
    """Where one post may end and another begin; none where they are not two."""
    joiners = {piece.joiner for piece in pieces[1:]}
    if not joiners or not joiners <= {"and", "&"} or not _are_two_posts([piece.words for piece in pieces]):
        return []
    return [at for at in range(1, len(pieces)) if not _is_compound(pieces[at - 1], pieces[at])]


def holds_two_posts(party: str) -> bool:
    """Whether one post opens a party that nothing parted and another ends it, or a dash or comma stands between two.

    A department that serves the others may be a party of its own behind a slash: "Director of Parks / ICT".
    """
    one, _, other = party.partition(" - ")
    parted = is_post(one) and is_post(other) and not is_person(other)
    left, _, beside = party.partition(" / ")
    parted = parted or (is_post(left) and beside.lower() in SUPPORTING_DEPARTMENTS)
    return parted or bool(_TWO_LISTS.search(party)) or _are_two_posts(_AND.split(party))


def ends_in_code(party: str) -> bool:
    """Whether letters end what a post is about, which may as well be a person's initials: "Head of Finance and JB"."""
    *post, code = _AND.split(party)
    return bool(post) and patterns.CODE.fullmatch(code) is not None and is_code_of_remit(code)


def _are_two_posts(stretches: list[str]) -> bool:
    if opens_party(stretches[0].split(), stretches[-1].split()):
        return False
    *before, last = [[key(token) for token in stretch.split()] for stretch in stretches]
    if len(before) < 2 or len(last) < 2 or last[-1] not in ROLES:
        return False
    about = [*before[1:], last[:-1]]
    return opens_with_post(before[0]) and not any(word in ROLES | RANKS for words in about for word in words)


def opens_with_post(words: list[str]) -> bool:
    """ "Area Manager Response", "Head of Fleet": a post whose head word stands before what it is about."""
    heads = [at for at, word in enumerate(words) if word in ROLES | RANKS_WITH_SERVICE]
    if not heads or heads[-1] == len(words) - 1:
        return False
    return bool(patterns.ABOUT.search(" ".join(words))) or words[heads[-1]] in HEADS_OF | RANKS_WITH_SERVICE


def _is_compound(left: Piece, right: Piece) -> bool:
    return (key(left.words.split()[-1]), key(right.words.split()[0])) in COMPOUNDS
