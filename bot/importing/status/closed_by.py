"""A status that says plainly that an action is closed: by the body that closed it, in capitals, by a sign behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.importing.status.signs import PERHAPS_COMPLETED
from bot.plan import Status
from bot.reading.dates import find_dates
from bot.reading.statuses import ExplainedStatus, explain_status, names_something_left

_BODIES = (
    r"board|committee|cabinet|council|panel|group|meeting|executive|forum|commission|assembly|governors|trustees"
    r"|cmt|slt"
)
_BY_BODY = re.compile(
    r"\W*(?:closed|signed[\s-]off|closure\s(?:was\s)?(?:agreed|approved|confirmed|accepted))\s(?:at|by|in|with)\s"
    rf"(?:[\w&'’-]+\s){{0,6}}?(?:{_BODIES})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_IN_CAPITALS = re.compile(r"(?P<told>.+?)\s?(?:[–—;:.-]\s|\()(?:ACTION\s)?(?:CLOSED|DISCHARGED)\W*", re.DOTALL)
_OF_A_PART = re.compile(r"\b(?:phase|stage|part|lot|tranche|step|milestone)s?\b", re.IGNORECASE)
_SIGN_BEHIND = re.compile(rf"\s*[{PERHAPS_COMPLETED}]\ufe0f?\s*$")


def plainly_closed(told: ExplainedStatus, printed: str, as_of: date) -> ExplainedStatus:
    """What was read of a status as printed or, where a body closed it or a sign says the same behind it, completed."""
    if told.reading.value.is_closed:
        return told
    closed = _was_closed(printed, as_of) or _ends_in_closed(printed)
    plain = "Closed" if closed else _SIGN_BEHIND.sub("", printed)
    found = explain_status(plain, as_of)
    if plain == printed or found.doubtful or found.reading.value is not Status.COMPLETED:
        return told
    return replace(found, reading=replace(found.reading, text=printed.strip()))


def _ends_in_closed(printed: str) -> bool:
    """Whether capitals at the end say so behind words of what was done: "Circulated 2 October – CLOSED"."""
    found = _IN_CAPITALS.fullmatch(printed)
    if found is None or found["told"].isupper() or _OF_A_PART.search(found["told"]):
        return False
    return not names_something_left(found["told"])


def _was_closed(printed: str, as_of: date) -> bool:
    """Whether words say that a body closed it and nothing else, unless the day on which it did."""
    closed = _BY_BODY.fullmatch(printed)
    if closed is None:
        return False
    rest = closed["rest"]
    days = find_dates(rest, as_of)
    for each in days:
        rest = rest[: each.low] + " " * (each.high - each.low) + rest[each.high :]
    ahead = any(each.period and each.period.start > as_of and not each.year_missing for each in days)
    return not ahead and not re.search(r"[^\W_]", rest) and len(days) < 2
