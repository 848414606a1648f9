"""The lines of an owner cell: parties stand one below the other, and a long name is broken at the end of a line."""

from __future__ import annotations

import re

from bot.reading.owners import patterns
from bot.reading.owners.bodies import stands_alone
from bot.reading.owners.cleaning import clean
from bot.reading.owners.kinds import (
    is_acronym,
    is_bare_rank,
    is_body,
    is_department,
    is_person,
    is_post,
    is_service,
    is_surely_party,
    is_surname,
    is_whole,
    key,
    opens_party,
)
from bot.reading.owners.organisations import is_organisation
from bot.reading.owners.own_names import has_own_name
from bot.reading.owners.posts import opens_with_post
from bot.reading.owners.words import (
    BODIES,
    CODES,
    DEPARTMENTS,
    ENDS_ALONE,
    HEADS_OF,
    LINE_DEPARTMENTS,
    OWNS_POSTS,
    PLAIN_RANKS,
    POST_CODES,
    RANKS,
    RANKS_WITH_SERVICE,
    ROLES,
    SERVICES,
    SUPPORTING_DEPARTMENTS,
    TAKES_BODY_BEFORE,
    WHOLE_ALONE,
)

_HEADS = (ROLES | BODIES) - ENDS_ALONE - CODES - POST_CODES - SERVICES - {"contractor", "contractors"}
_GROUPS = frozenset({"team", "committee", "board", "forum", "panel", "partnership"})
"""Words that a body's name ends with, so that what stands below is another party."""
_DESCRIBES = RANKS | frozenset({"internal", "external", "business", "commercial", "digital", "customer", "democratic"})
"""Words that the name of a department goes on behind: "Head of Internal" / "Audit"."""


def mend_lines(lines: list[str]) -> list[str]:
    """The lines of one cell, those put together again that a party's name was broken over."""
    names = {line.lower() for line in lines}
    if names <= DEPARTMENTS and (names <= LINE_DEPARTMENTS or not names.isdisjoint(SUPPORTING_DEPARTMENTS)):
        return lines
    if patterns.COUNCILLORS.match(lines[0]) and all(map(is_surname, lines[1:])):
        return [", ".join(lines)]
    mended: list[str] = []
    width = max(map(len, lines), default=0)
    for above, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        has_room = len(above) + len(" ") + len(line.partition(" ")[0]) <= width
        if mended and has_room and _are_apart(clean(mended[-1]), clean(line)):
            mended.append(line)
        elif mended and patterns.BROKEN_WORD.search(mended[-1]) and line[0].isalpha():
            mended[-1] += line
        elif mended and _goes_on(mended[-1], line, after):
            mended[-1] = f"{mended[-1]} {line}"
        else:
            mended.append(line)
    return mended


def _are_apart(left: str, right: str) -> bool:
    """Whether two lines name a department and another party, where the second would have begun on the first.

    No cell is so narrow that a name is broken there: whoever wrote "ICT" above "Legal Services" meant two.
    """
    if is_department(right):
        return left.lower() in (DEPARTMENTS if has_own_name(right) else SUPPORTING_DEPARTMENTS)
    named = (
        patterns.BODY.search(right) or is_organisation(right) or key(right.split()[-1] if right else "") in OWNS_POSTS
    )
    return left.lower() in SUPPORTING_DEPARTMENTS and bool(named) and not is_post(right)


def _goes_on(before: str, line: str, after: str) -> bool:
    """Whether `line` goes on with the party of the line `before` it; `after` is the line that follows."""
    if patterns.GOES_ON.search(before) or patterns.CONTINUES.match(line) or key(before) in PLAIN_RANKS | {"team"}:
        return True
    left, right = clean(before), clean(line)
    if _is_head(right):
        return _is_open_for_head(left, key(right))
    if key(left.split()[-1] if left else "") in _GROUPS and is_whole(left) and right[:1].isupper():
        return False
    if _begins_below(left, right) or (is_whole(left) and is_service(right) and _is_head(after)):
        return False
    return not (_is_whole(left) and _is_whole(right))


def _is_open_for_head(left: str, head: str) -> bool:
    """Whether the last word of a post or a body goes on with a line, as none does with "Head of Legal"."""
    whole_post = left.lower() in WHOLE_ALONE or opens_with_post(list(map(key, left.split())))
    whole_body = is_whole(left) and key(left.split()[-1]) in BODIES and head not in TAKES_BODY_BEFORE
    if (whole_post or whole_body) and head not in BODIES:
        return False
    last = "" if not left or left.endswith(")") or is_organisation(left) else key(left.split()[-1])
    return not is_whole(left) or last in SERVICES | RANKS


def _is_whole(line: str) -> bool:
    """Whether a line names a party, or a person and behind a dash or a comma what the person is."""
    return is_whole(line) or stands_alone(line) or is_person(re.split(r"\s-\s|,\s", line)[0])


def _is_head(line: str) -> bool:
    """Whether a line holds but the last word of a post's or a body's name."""
    return key(line) in _HEADS


def _begins_below(left: str, right: str) -> bool:
    """Whether one of two lines is a department that serves the others, and the other is a party without it."""
    if (left.lower() in DEPARTMENTS and is_person(right)) or (is_person(left) and is_service(right)):
        return True
    if left.lower() in WHOLE_ALONE and right.lower() in SUPPORTING_DEPARTMENTS:
        return True
    if is_service(left) and right and (is_acronym(right) or opens_party([left], right.split())):
        return True
    if is_service(right) and " " in right and is_whole(left):
        last = key(left.split()[-1])
        if is_person(left) or (is_acronym(left) and last not in RANKS_WITH_SERVICE):
            return is_surely_party(left)
        return last in ENDS_ALONE or is_body(left) or (last in ROLES and not is_bare_rank(left))
    if is_department(left) and " " in right and key(right.split()[0]) not in ("management", "leadership"):
        return not is_bare_rank(right) if is_post(right) else is_body(right)
    if right.lower() not in SUPPORTING_DEPARTMENTS or not left:
        return False
    last = key(left.split()[-1])
    if last in HEADS_OF and is_bare_rank(left):
        return False
    return (is_whole(left) and last not in _DESCRIBES) or left.lower() in DEPARTMENTS or last in ("services", "service")
