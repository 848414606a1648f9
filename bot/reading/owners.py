"""An owner phrase as people print it -> the separate parties in it, each as written.

A joiner ("and", "/", a comma) divides only where both sides are whole parties: a post, a body, a person or initials.
"Head of HR and OD" is one post, "Leader and CEO" are two; what cannot be told apart stays together and is doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.plan import OwnersReading
from bot.reading import owner_patterns as patterns
from bot.reading.owner_words import BODIES, ENDS_ALONE, FORENAMES, GOES_ON_BEFORE, ROLES, SERVICES, TAKES_BODY_BEFORE
from bot.reading.text import tidy

_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class ExplainedOwners:
    """An owners reading; `doubtful` where words may hold more or fewer parties than were read."""

    reading: OwnersReading
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch between two joiners, and the joiner in front of it ("" for the first)."""

    joiner: str
    words: str


def read_owners(text: str) -> OwnersReading:
    """The separate parties of an owner phrase, in printed order, each once. Any text is read; "TBC" names nobody."""
    return explain_owners(text).reading


def explain_owners(text: str) -> ExplainedOwners:
    """`read_owners`, and whether a person should check it."""
    lines = [tidy(line) for line in patterns.LINES.split(text[:_LONGEST]) if line.strip()]
    parties: list[str] = []
    doubtful = False
    for line in _mend_lines(lines):
        named, addresses = _addresses(line)
        parties.extend(addresses)
        for piece in _merge(_pieces(_clean(named))):
            found = _run_together(piece)
            doubtful = doubtful or not _is_whole(piece)
            parties.extend(each for each in found if not patterns.NOBODY.fullmatch(each))
    unique = tuple(dict.fromkeys(party for party in parties if patterns.WORD.search(party)))
    return ExplainedOwners(OwnersReading(text.strip(), unique), doubtful and bool(unique))


def _addresses(line: str) -> tuple[str, list[str]]:
    """The line without the addresses that are parties by themselves, and these; one behind a name is only a detail."""
    if not patterns.WORD.search(_clean(line)):
        return "", patterns.ADDRESS.findall(line)
    named = patterns.ADDRESS_ALONE.sub("; ", line)
    return patterns.LOOSE_JOINERS.sub("", named), patterns.ADDRESS_ALONE.findall(line)


def _mend_lines(lines: list[str]) -> list[str]:
    """Lines of one cell; a line that begins or ends in the middle of a party belongs to its neighbour."""
    mended: list[str] = []
    for line in lines:
        if mended and (
            patterns.GOES_ON.search(mended[-1])
            or patterns.CONTINUES.match(line)
            or not _is_whole(_clean(line))
            or not _is_whole(_clean(mended[-1]))
        ):
            mended[-1] = f"{mended[-1]} {line}"
        else:
            mended.append(line)
    return mended


def _clean(line: str) -> str:
    """Without telephone numbers, labels, marks of a lead and remarks in brackets about time."""
    line = patterns.LED_IN_BRACKETS.sub(r"; \1", line)
    for noise in (patterns.REMARK, patterns.TELEPHONE, patterns.ADDRESS, patterns.LABEL, patterns.EMPTY_BRACKETS):
        line = noise.sub(" ", line)
    if line.count("(") != line.count(")"):
        line = line.replace("(", " ").replace(")", " ")
    return re.sub(r"\s{2,}", " ", line).strip(" ,;:/&+-•*·")


def _pieces(line: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start, joiner, depth_end = 0, "", 0
    for match in patterns.JOINERS.finditer(line):
        if match.start() < depth_end:
            continue
        if match[0] == "(":
            closing = line.find(")", match.start())
            depth_end = closing + 1 if closing >= 0 else 0
            continue
        pieces.append(_Piece(joiner, line[start : match.start()].strip(" ,")))
        start, joiner = match.end(), match[0].strip().lower() or ","
    pieces.append(_Piece(joiner, line[start:].strip(" ,")))
    return [piece for piece in pieces if piece.words]


def _merge(pieces: list[_Piece]) -> list[str]:
    """Pieces put together again where one of them is no party by itself."""
    if len(pieces) > 1 and all(patterns.CODE.fullmatch(piece.words) for piece in pieces):
        codes = [piece.words for piece in pieces]
        return codes if any(_is_acronym(code) for code in codes) else ["/".join(codes)]
    parties: list[str] = []
    waiting = ""
    plural = ""
    for piece in pieces:
        words = re.sub(r"^(?:the|by|with)\s", "", piece.words, flags=re.IGNORECASE)
        if waiting:
            words, waiting = f"{waiting}{_glue(piece.joiner)}{words}", ""
        elif (
            plural
            and patterns.SURNAME.fullmatch(words)
            and words.lower() not in ROLES | BODIES
            and not _is_acronym(words)
        ):
            parties.append(f"{plural} {words}")
            continue
        if parties and _belongs_to(parties[-1], piece, words):
            parties[-1] = f"{parties[-1]}{_glue(piece.joiner)}{words}"
            continue
        councillors = patterns.COUNCILLORS.match(words)
        plural = councillors["one"] if councillors else ""
        words = f"{plural} {words[councillors.end() :]}" if councillors else words
        if _is_whole(words) or (parties and not _first_is_subject(words)):
            parties.append(words)
        else:
            waiting = words
    if waiting:
        parties.append(waiting)
    return parties


def _belongs_to(left: str, piece: _Piece, words: str) -> bool:
    """Whether `words` go on with the party to their left instead of being one of their own."""
    if piece.joiner in patterns.STRONG:
        return False
    person, about = _is_person(left), patterns.ABOUT.search(left)
    if not _is_whole(words):
        open_ended = about or _key(left.split()[-1]) in SERVICES
        return bool(open_ended) or piece.joiner == "-" or (piece.joiner == "," and person)
    named = patterns.NAME_WITH_TITLE.match(words)
    if piece.joiner in (",", "-") and person and _is_post(words) and not _is_acronym(words) and not named:
        return True
    if piece.joiner == "-" and _is_post(left) and _is_person(words) and not _is_acronym(left) and not _is_body(left):
        return True
    chairs = about and about["post"].lower() in patterns.SITS_IN_BODY
    return (
        bool(chairs) and piece.joiner in ("and", "&") and _key(words.split()[-1]) in BODIES and not _is_acronym(words)
    )


def _first_is_subject(words: str) -> bool:
    return words.split()[0].lower() in SERVICES


def _glue(joiner: str) -> str:
    return {",": ", ", "/": "/", "-": " - "}.get(joiner, f" {joiner} ")


def _is_whole(words: str) -> bool:
    """Whether words name a post, a body, a person or initials without any help."""
    return bool(words) and (_is_post(words) or _is_acronym(words) or _is_person(words) or _is_body(words))


def _is_post(words: str) -> bool:
    plain = re.sub(r"\s?\([^()]*\)", "", words).strip()
    tokens = plain.split()
    if not tokens:
        return False
    if patterns.ABOUT.search(plain) or patterns.NAME_WITH_TITLE.match(plain):
        return True
    return tokens[-1].lower().strip(".,'’") in ROLES or any(
        _key(token) in ROLES - {"deputy", "executive"} for token in tokens
    )


def _is_body(words: str) -> bool:
    tokens = re.sub(r"\s?\([^()]*\)", "", words).split()
    return bool(tokens) and (_key(tokens[-1]) in BODIES or any(_key(token) in BODIES for token in tokens))


def _key(token: str) -> str:
    return token.lower().strip(".,;:'\"()")


def _is_acronym(words: str) -> bool:
    """ "SLT", "DM", "NED-WT", "DoSCE": initials and codes of posts, as opposed to those of services ("HR")."""
    return bool(patterns.ACRONYM.fullmatch(words)) and words.lower() not in SERVICES


def _is_person(words: str) -> bool:
    plain = re.sub(r"\s?\([^()]*\)", "", words).strip()
    if patterns.NAME_WITH_TITLE.match(plain):
        return True
    tokens = plain.split()
    if len(tokens) == 1:
        return plain.lower() in FORENAMES and plain[:1].isupper()
    known = any(_key(token) in SERVICES or _key(token) in ROLES or _key(token) in BODIES for token in tokens)
    return bool(patterns.PERSON.fullmatch(plain)) and not known and not patterns.ABSTRACT.search(tokens[0])


def _run_together(party: str) -> list[str]:
    """Parties printed one behind the other without a joiner, as when the lines of a cell were lost."""
    tokens = party.split()
    if len(tokens) < 2 or len(tokens) > 40 or "(" in party:
        return [party]
    found, start = [], 0
    for at in range(1, len(tokens)):
        left, right = tokens[start:at], tokens[at:]
        if _is_seam(left, right):
            found.append(" ".join(left))
            start = at
    found.append(" ".join(tokens[start:]))
    return found if all(_is_whole(each) for each in found) else [party]


def _is_seam(left: list[str], right: list[str]) -> bool:
    """Whether a party ends at the end of `left` and another begins with `right`."""
    last, first = left[-1], right[0]
    if not first[:1].isupper() or not _is_whole(" ".join(left)) or not _is_whole(" ".join(right)):
        return False
    if _councillor_name(left):
        return len(left) == 2 and len(right) >= 2 and _key(right[0]) not in ROLES | BODIES and _is_name_pair(right)
    if _is_person(" ".join(left)):
        return len(left) == 2 and (
            (_is_name_pair(right) and len(right) % 2 == 0) or _key(first) in ("cllr", "councillor")
        )
    if patterns.ABOUT.search(" ".join(left)):
        return False
    return _ends_party(left, last) and _begins_party(left, right)


def _ends_party(left: list[str], last: str) -> bool:
    if _key(last) == "executive":
        return len(left) > 1 and _key(left[-2]) in ("district", "borough", "county", "city", "chief")
    if _is_acronym(last):
        return len(left) == 1
    if len(left) == 1:
        return _key(last) in ENDS_ALONE
    return _key(last) in (ROLES | BODIES) - GOES_ON_BEFORE


def _begins_party(left: list[str], right: list[str]) -> bool:
    """Not with a post that bodies and posts stand in front of ("Team Leader"), unless the left is closed to that."""
    return _key(right[0]) not in TAKES_BODY_BEFORE or (_key(left[-1]) == "executive" and len(left) > 1)


def _councillor_name(tokens: list[str]) -> bool:
    return _key(tokens[0]) in ("cllr", "councillor")


def _is_name_pair(tokens: list[str]) -> bool:
    return _is_person(" ".join(tokens[:2])) and all(token[:1].isupper() for token in tokens[:2])
