"""Parties printed one behind the other without a joiner, as when the lines of a cell were lost.

A seam is seen only where a party surely ends and another surely begins; else the words stay together.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.kinds import (
    begins_post,
    is_acronym,
    is_body,
    is_councillor,
    is_person,
    is_post,
    is_whole,
    key,
)
from bot.reading.owners.patterns import ABOUT, ABSTRACT, REMIT_OF_MEMBER, TITLE_ALONE
from bot.reading.owners.posts import holds_two_posts, is_said_in_two_languages
from bot.reading.owners.words import (
    BODIES,
    CODES,
    COUNCILLOR_POSTS,
    ENDS_ALONE,
    ENDS_PARTIES_TOO,
    GOES_ON_BEFORE,
    HEADS_OF,
    OWNS_POSTS,
    PLAIN_RANKS,
    POST_CODES,
    RANKS,
    RANKS_WITH_SERVICE,
    ROLES,
    SERVICES,
    TAKES_BODY_BEFORE,
)

_OF_OTHERS = frozenset({"team", "teams", "service", "services", "training", "development", "support", "recruitment"})
"""What there is of those named in front, so that no post is named with it alone: "Park Ranger Services Manager"."""
_MOST_TOKENS = 40
_LONGEST_CODE = 5
"""Letters that codes listed without joiners stay below: "JO PRYCE" in capitals is a name."""
_LETTERS_OF_COUNCIL = re.compile(r"[A-Z]{1,3}[BCD]C")
_LINKS = frozenset({"of", "for", "the", "and", "&", "to", "with", "in", "a"})


_NO_NAMES_END = ("Mc", "Mac", "Van", "De", "Del", "Des", "Di", "Du", "Le", "La", "Fitz")
_SEAM_IN_WORD = re.compile("".join(rf"(?<!\b{each})" for each in _NO_NAMES_END) + r"(?<=[a-z])(?=[A-Z])")
"""Where two parties meet within a word, as in "OfficerHead"; "McCabe" is but one name."""


def run_together(party: str) -> list[str]:
    """The parties of a stretch without joiners; the stretch itself where no seam is certain."""
    if is_said_in_two_languages(party):
        return [party]
    first, *rest = _SEAM_IN_WORD.split(party)
    stretches = [first]
    for words in rest:
        if _closes(stretches[-1]) and _opens(stretches[-1], words):
            stretches.append(words)
        else:
            stretches[-1] += words
    return [found for stretch in stretches for found in _parted(stretch)]


def perhaps_run_together(party: str) -> bool:
    """Whether a capital within a word stands between what may be two parties: "Jane PooleFinance Manager"."""
    stretches = _SEAM_IN_WORD.split(party)
    return any(
        len(words.split()) > 1 and len(left.split()) > 1 and is_whole(left) and is_whole(words)
        for left, words in pairwise(stretches)
    )


def _closes(left: str) -> bool:
    """Whether a party surely ends before a capital within a word."""
    tokens = left.split()
    if len(tokens) < 2:
        return False
    return is_person(left) or ((is_post(left) or is_body(left)) and key(tokens[-1]) in ROLES | BODIES | SERVICES)


def _opens(left: str, right: str) -> bool:
    """Whether a party of the same sort as the one before surely begins at a capital within a word."""
    tokens = right.split()
    if len(tokens) < 2:
        return False
    if is_person(left):
        begins = key(tokens[0]) in FORENAMES or TITLE_ALONE.fullmatch(tokens[0]) or len(key(tokens[0])) == 1
        return bool(begins) and is_person(right)
    ended = key(left.split()[-1]) in ROLES | BODIES
    return begins_post(left.split(), tokens) or (ended and (is_post(right) or is_body(right)))


def _parted(party: str) -> list[str]:
    tokens = party.split()
    if not 2 <= len(tokens) <= _MOST_TOKENS or "(" in party or ", " in party or holds_two_posts(party):
        return [party]
    found, start = [], 0
    for at in range(1, len(tokens)):
        if _is_seam(tokens[start:at], tokens[at:]):
            found.append(" ".join(tokens[start:at]))
            start = at
    found.append(" ".join(tokens[start:]))
    return found if all(is_whole(each) for each in found) else [party]


def _is_seam(left: list[str], right: list[str]) -> bool:
    """Whether a party ends at the end of `left` and another begins with `right`."""
    words = " ".join(left)
    if not right[0][:1].isupper() or _goes_on(left) or not is_whole(words) or not is_whole(" ".join(right)):
        return False
    if is_councillor(left):
        return _seam_behind_councillor(left, right)
    if is_person(words):
        return len(left) == 2 and ((_is_name_pair(right) and len(right) % 2 == 0) or is_councillor(right))
    if is_councillor(right):
        return COUNCILLOR_POSTS.isdisjoint(map(key, left))
    if is_acronym(words):
        return _seam_behind_code(words, right)
    if REMIT_OF_MEMBER.fullmatch(words) and key(right[0]) in SERVICES:
        return False
    if key(words) == "cabinet" and key(right[0]) == "portfolio":
        return False
    if _is_rank_with_service(left):
        return key(left[0]) == key(right[0])
    if begins_post(left, right):
        return bool(ABOUT.search(words)) or _ends_party(left)
    if is_post(words) and key(left[-1]) not in BODIES and is_person(" ".join(right[:2])) and not is_councillor(right):
        return False
    return not ABOUT.search(words) and _ends_party(left) and _begins_party(left, right)


def _is_rank_with_service(left: list[str]) -> bool:
    """Whether `left` is a post named by rank, its service behind it or still to come: "Assistant Director Housing"."""
    words = [key(token) for token in left]
    head = next((at for at, word in enumerate(words) if word not in PLAIN_RANKS), len(words))
    return (
        words[head : head + 1] != []
        and words[head] in HEADS_OF | RANKS_WITH_SERVICE
        and set(words[head + 1 :]) <= SERVICES
    )


def _goes_on(left: list[str]) -> bool:
    """Whether what follows belongs to the last word of `left`: "Director of", "Deputy", "Lead", "Lead:"."""
    last = key(left[-1])
    if TITLE_ALONE.fullmatch(left[-1]) or left[-1].endswith(":"):
        return True
    return last in _LINKS or last in RANKS - ENDS_PARTIES_TOO or (len(left) == 1 and last in RANKS - ENDS_ALONE)


def _seam_behind_councillor(left: list[str], right: list[str]) -> bool:
    if len(left) < 2:
        return False
    if is_councillor(right):
        return True
    if begins_post(left, right) or _stands_alone(right):
        return COUNCILLOR_POSTS.isdisjoint(map(key, right))
    named_in_full = key(left[1]) in FORENAMES
    return len(left) == 2 and len(right) >= 2 and not named_in_full and _is_name_pair(right)


def _seam_behind_code(code: str, right: list[str]) -> bool:
    of_body = code.lower() in POST_CODES and key(right[-1]) in OWNS_POSTS and len(right) > 1
    of_body = of_body or (_LETTERS_OF_COUNCIL.fullmatch(code) is not None and key(right[0]) in POST_CODES)
    if of_body or code.lower() in OWNS_POSTS | RANKS_WITH_SERVICE:
        return False
    if all(is_acronym(token) and len(token) < _LONGEST_CODE for token in [code, *right]):
        return True
    if code.lower() not in CODES:
        return False
    return key(right[0]) not in TAKES_BODY_BEFORE or begins_post([code], right) or _stands_alone(right)


def _ends_party(left: list[str]) -> bool:
    left = _behind_dash(left)
    last = key(left[-1]) if left else ""
    if last == "executive":
        return len(left) > 1 and key(left[-2]) in ("district", "borough", "county", "city", "chief")
    if len(left) == 1:
        return last in ENDS_ALONE
    if last in TAKES_BODY_BEFORE and key(left[-2]) in ROLES - RANKS:
        return False
    return last in (ROLES | BODIES) - GOES_ON_BEFORE - OWNS_POSTS


def _behind_dash(left: list[str]) -> list[str]:
    """The words behind the last dash, where a name opens anew: "Ranger" of "Mary Holt - Ranger"."""
    dashes = [at for at, word in enumerate(left) if word == "-"]
    return left[dashes[-1] + 1 :] if dashes else left


def _begins_party(left: list[str], right: list[str]) -> bool:
    """Not with a post that bodies and posts stand in front of ("Team Leader"), unless the left is closed to that."""
    last, first = key(left[-1]), key(right[0])
    if len(right) == 1:
        return _stands_alone(right) and (last not in BODIES or last == "executive")
    if first in _OF_OTHERS and last not in ENDS_ALONE:
        return False
    if first in ("member", "members"):
        return last in ROLES and key(right[-1]) in BODIES and len(right) > 2
    if is_acronym(right[0]) and first not in CODES:
        return False
    return first not in TAKES_BODY_BEFORE or (last == "executive" and len(left) > 1)


def _stands_alone(right: list[str]) -> bool:
    return len(right) == 1 and key(right[0]) in ENDS_ALONE | CODES


def _is_name_pair(tokens: list[str]) -> bool:
    if any(ABSTRACT.search(token) for token in tokens[:2]):
        return False
    return is_person(" ".join(tokens[:2])) and all(token[:1].isupper() for token in tokens[:2])
