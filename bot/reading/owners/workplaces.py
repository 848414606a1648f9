"""Where somebody works, behind the comma or the dash of a post: "Chief Executive, OPCC" is one party.

A department or an organisation is such a place, and behind a person and a post whatever may be one; a second post,
a person or a committee is another party, and so is everything in a list that goes on with a comma.
"""

from __future__ import annotations

from bot.reading.owners import patterns
from bot.reading.owners.bodies import is_charity_of_place
from bot.reading.owners.holders import has_one_holder, may_work_at
from bot.reading.owners.kinds import (
    is_acronym,
    is_body,
    is_councillor,
    is_person,
    is_post,
    is_surely_party,
    key,
    post_of,
)
from bot.reading.owners.organisations import is_organisation
from bot.reading.owners.words import (
    BODIES,
    CODES,
    DIVISIONS,
    NO_DEPARTMENTS,
    OWNS_POSTS,
    PARTS_OF_BODIES,
    POST_CODES,
    ROLES,
)

_MARKS = (", ", " - ")
_LEADING = CODES | POST_CODES | {"dmt"}
"""Codes of posts and of leading groups, where nobody works."""
_ENDS_ORGANISATION = OWNS_POSTS | {"homes", "housing", "hospital", "hospitals", "group", "service", "icb"}


def with_workplaces(parties: list[str], line: str) -> list[str]:
    """The parties of a line, each post put together with the place behind it where that is no other party."""
    found: list[str] = []
    for at, party in enumerate(parties):
        mark = next((mark for mark in _MARKS if found and f"{found[-1]}{mark}{party}" in line), "")
        if mark and _is_end_of_list(parties, at, line) and _is_place(found[-1], party):
            found[-1] += mark + party
        else:
            found.append(party)
    return found


def _is_end_of_list(parties: list[str], at: int, line: str) -> bool:
    """Whether no comma stands before the post nor behind the place, unless a department is no party of the list."""
    if key(parties[at].split()[-1]) in DIVISIONS:
        return True
    listed = at > 1 and any(f"{parties[at - 2]}{mark}{parties[at - 1]}" in line for mark in _MARKS)
    after = parties[at + 1 : at + 2]
    goes_on = after != [] and (f"{parties[at]}, {after[0]}" in line or not is_post(after[0]))
    return not listed and not goes_on


def _is_place(who: str, words: str) -> bool:
    post = post_of(who)
    if is_person(who) and patterns.RANKED.match(who) and _is_unit(words):
        return True
    last = key(words.split()[-1])
    if last in DIVISIONS and is_person(who):
        return True
    if not has_one_holder(post) or is_councillor(post.split()):
        return False
    if is_post(words):
        return last in DIVISIONS
    if last in DIVISIONS or is_organisation(words) or is_charity_of_place(words) or may_work_at(post, words):
        return True
    if is_acronym(words):
        return len(words) > len("AB") and key(words) not in _LEADING and not _is_of_letters(post)
    if post == who:
        return False
    unsure_person = is_person(words) and not is_surely_party(words)
    return unsure_person or (is_body(words) and last in _ENDS_ORGANISATION)


def _is_unit(words: str) -> bool:
    """Whether letters name a unit of a force, where somebody with a rank serves, and no partner: "PVP", "MASH"."""
    partners = NO_DEPARTMENTS | (BODIES - PARTS_OF_BODIES)
    letters = is_acronym(words) and len(words) > len("AB") and not is_organisation(words)
    return letters and key(words) not in _LEADING | partners


def _is_of_letters(post: str) -> bool:
    """Whether letters in front of a post say in which body it is held, so that others behind it are a second one."""
    first, _, rest = post.partition(" ")
    return rest != "" and is_acronym(first) and key(first) not in ROLES | POST_CODES
