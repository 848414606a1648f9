"""The parties of one line, parted at joiners that stand between two whole parties.

"Head of HR and OD" is one post, "Leader and CEO" are two; what cannot be told apart stays together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading import owner_patterns as patterns
from bot.reading.owner_kinds import (
    is_acronym,
    is_body,
    is_councillor,
    is_person,
    is_post,
    is_service,
    is_surname,
    is_whole,
    key,
)
from bot.reading.owner_words import (
    BODIES,
    COMPOUNDS,
    COUNCILLOR_POSTS,
    DEPARTMENTS,
    FORENAMES,
    OWNS_POSTS,
    PLAIN_RANKS,
    ROLES,
    SERVICES,
    SUPPORTING_DEPARTMENTS,
)

_LONGEST_NAME = 150
"""Characters that no party's name exceeds; what was gathered by then stands as one, whatever follows."""


_CHAIRS = frozenset({"chair", "vice-chair", "chairman", "chairwoman", "chairperson"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch between two joiners, and the joiner in front of it ("" for the first)."""

    joiner: str
    words: str
    spaced: bool = False
    """Whether the joiner stands between spaces."""


def part(line: str) -> list[str]:
    """The parties of a cleaned line, in printed order."""
    turned = _turned_names(line)
    if turned:
        return turned
    pieces = _pieces(line)
    if len(pieces) > 1 and all(is_surname(piece.words) for piece in pieces):
        return _surnames(pieces)
    if len(pieces) > 1 and (_are_initials(pieces) or _are_names_of_services(pieces) or _are_departments(pieces)):
        return [piece.words for piece in pieces]
    return _merge(pieces)


def _pieces(line: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start, joiner, depth_end, spaced = 0, "", 0, False
    for match in patterns.JOINERS.finditer(line):
        if match.start() < depth_end:
            continue
        if match[0] == "(":
            closing = line.find(")", match.start())
            depth_end = closing + 1 if closing >= 0 else 0
            continue
        pieces.append(_Piece(joiner, line[start : match.start()].strip(" ,"), spaced))
        start, joiner, spaced = match.end(), match[0].strip().lower() or ",", match[0][0] == match[0][-1] == " "
    pieces.append(_Piece(joiner, line[start:].strip(" ,"), spaced))
    return [piece for piece in pieces if piece.words]


def _turned_names(line: str) -> list[str]:
    """People named surname first, "Holt, Mary; Vane, Owen", where a stronger joiner than the comma parts them."""
    names = re.split(r"\s*[;|/]\s*|\s(?:and|&)\s", line)
    turned = len(names) > 1 and all(patterns.TURNED.fullmatch(name) for name in names)
    known = (key(word) in ROLES | BODIES | SERVICES for name in names for word in name.split())
    return names if turned and not any(known) else []


def _surnames(pieces: list[_Piece]) -> list[str]:
    """People named by one word each; "Holt, Mary" is one of them, turned round."""
    words = [piece.words for piece in pieces]
    pairs = list(zip(words[::2], words[1::2], strict=False))
    commas = len(words) % 2 == 0 and all(piece.joiner == "," for piece in pieces[1:])
    turned = commas and all(key(second) in FORENAMES and key(first) not in FORENAMES for first, second in pairs)
    return [f"{first}, {second}" for first, second in pairs] if turned else words


def _are_initials(pieces: list[_Piece]) -> bool:
    """Whether codes alone are listed, of which one is no service's, so that "PR" beside "LSW" is a person too."""
    codes = [piece.words for piece in pieces]
    return all(map(patterns.CODE.fullmatch, codes)) and any(map(is_acronym, codes))


def _are_names_of_services(pieces: list[_Piece]) -> bool:
    """Whether services alone are listed with one kind of joiner that no name of a service holds."""
    joiners = {piece.joiner for piece in pieces[1:]}
    if joiners not in ({"/"}, {","}) or not all(is_service(piece.words) for piece in pieces):
        return False
    return (key(pieces[0].words.split()[-1]), key(pieces[1].words.split()[0])) not in COMPOUNDS


def _are_departments(pieces: list[_Piece]) -> bool:
    """Whether three departments or more are listed, of which one serves the others: "Finance, HR and Legal"."""
    names = [piece.words.lower() for piece in pieces]
    return len(names) > 2 and set(names) <= DEPARTMENTS and not SUPPORTING_DEPARTMENTS.isdisjoint(names)


def _merge(pieces: list[_Piece]) -> list[str]:
    """Pieces put together again where one of them is no party by itself."""
    parties: list[str] = []
    waiting, councillors = "", ""
    for piece in pieces:
        words = _without_leading(piece.words)
        apart = waiting and (piece.joiner in patterns.STRONG or _are_two_bodies(waiting, piece, words))
        if apart:
            parties.append(waiting)
            waiting = ""
        if waiting:
            words, waiting = f"{waiting}{_glue(piece.joiner)}{words}", ""
        elif councillors and _is_another_name(words, parties[-1]):
            parties.append(f"{councillors} {words}")
            continue
        if parties and not apart and _belongs_to(parties[-1], piece, words):
            parties[-1] = f"{parties[-1]}{_glue(piece.joiner)}{words}"
            continue
        plural = patterns.COUNCILLORS.match(words)
        councillors = plural["one"] if plural else ""
        words = f"{councillors} {words[plural.end() :]}" if plural else words
        if _stands_by_itself(words, behind=bool(parties)):
            parties.append(words)
        else:
            waiting = words
    return [*parties, waiting] if waiting else parties


def _stands_by_itself(words: str, *, behind: bool) -> bool:
    """Whether words need nothing that follows; `behind` another party, only services and titles do."""
    if _is_title_only(words):
        return False
    return (
        is_whole(words)
        or bool(patterns.NOBODY.fullmatch(words))
        or (behind and not _opens_with_service(words))
        or len(words) > _LONGEST_NAME
    )


def _is_title_only(words: str) -> bool:
    """Whether a title stands there whose name is still to come: "Mr" of "Cllrs Mr & Mrs Holt"."""
    last = words.split()[-1]
    return bool(patterns.TITLE_ALONE.fullmatch(last)) and not is_councillor([last])


def _are_two_bodies(left: str, piece: _Piece, words: str) -> bool:
    """Whether a slash stands between two names of several words: "County Highways / Parish Council"."""
    if piece.joiner != "/" or patterns.ABOUT.search(left) or min(len(left.split()), len(words.split())) < 2:
        return False
    return piece.spaced or key(words.split()[-1]) in OWNS_POSTS


def _without_leading(words: str) -> str:
    """Without an article, and without "lead" or "support" before somebody's name or initials."""
    leading = patterns.LEADING.match(words)
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


def _belongs_to(left: str, piece: _Piece, words: str) -> bool:
    """Whether `words` go on with the party to their left instead of being one of their own."""
    if piece.joiner in patterns.STRONG or len(left) > _LONGEST_NAME:
        return False
    if piece.joiner == "," and key(left) in _CHAIRS and key(words.split()[-1]) in BODIES:
        return True
    last = key(left.split()[-1])
    if (last, key(words.split()[0])) in COMPOUNDS and piece.joiner in ("and", "&"):
        return True
    if is_councillor(left.split()) and piece.joiner == ",":
        return not is_surname(words) and not COUNCILLOR_POSTS.isdisjoint(map(key, words.split()))
    person, about = is_person(left), patterns.ABOUT.search(left)
    if not is_whole(words):
        open_ended = about or last in SERVICES
        named = piece.joiner == "," and (
            person or ((is_service(words) or _lists_services(words)) and _is_bare_rank(left))
        )
        return bool(open_ended) or piece.joiner == "-" or named
    named_with_title = patterns.NAME_WITH_TITLE.match(words)
    if piece.joiner in (",", "-") and person and is_post(words) and not is_acronym(words) and not named_with_title:
        return True
    if piece.joiner == "-" and is_post(left) and is_person(words) and not is_acronym(left) and not is_body(left):
        return True
    chairs = about and about["post"].lower() in patterns.SITS_IN_BODY
    return bool(chairs) and piece.joiner in ("and", "&") and key(words.split()[-1]) in BODIES and not is_acronym(words)


def _is_bare_rank(post: str) -> bool:
    """Whether a post is named without what it is about: "Corporate Director", "Assistant Head"."""
    words = [key(token) for token in post.split()]
    return words[-1] in ROLES and all(word in PLAIN_RANKS for word in words[:-1])


def _lists_services(words: str) -> bool:
    return all(is_service(each) for each in re.split(r"\s(?:and|&)\s", words))


def _opens_with_service(words: str) -> bool:
    return words.split()[0].lower() in SERVICES


def _glue(joiner: str) -> str:
    return {",": ", ", "/": "/", "-": " - "}.get(joiner, f" {joiner} ")
