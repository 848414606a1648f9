"""A deed told in the place of a status: "Sent 1 October" may well be all that an action asked for.

Where it is the action's own deed, or one that ends things with its past day, the action is taken as completed; whether
that was all of it is still asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.importing.rows.drafts import Draft
from bot.importing.status.counts import falls_short
from bot.plan import Status
from bot.reading.dates import find_dates
from bot.reading.deeds import BY_HAND, ONCE, told_as_done
from bot.reading.statuses import ExplainedStatus, explain_status, names_something_left

_OPEN = (Status.UNKNOWN, Status.IN_PROGRESS)
_ENDING = frozenset((*ONCE.values(), *BY_HAND))
_ENDED_ONLY = re.compile(r"\W*(?:closed|stopped|ended|removed|finished)\W*", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_WITHIN = 5
"""Words among which the deed is told: "Letter to the bus company sent"."""
_LITTLE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|some|most|many|several|few|first|second|draft|advert\w*"
    r"|tenders?|quotes?|surveys?|consult\w+|order\w*|next|will|to be|starts?|begins?|due|waiting|chas\w+|more|reply|no"
    r"|(?:every|each)\s(?:\w+day|week|fortnight|month|quarter|term|year)s?|weekly|monthly|quarterly|\d+%)\b",
    re.IGNORECASE,
)
"""What in an account says that it tells of a part, of a step on the way, or of what is done again and again."""
_SEVERAL = re.compile(
    r"(?<![\d/])\d{1,3}(?![\d/])|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|each|every|all|both"
    r"|weekly|monthly|quarterly|termly|yearly|annual(?:ly)?|regular(?:ly)?|rolling)\b",
    re.IGNORECASE,
)
"""What of an action is to be done to many or again and again, so that one deed is not all of it."""
_ALL = re.compile(r"\b(?:all|both|every|each)\b", re.IGNORECASE)
_NOT = re.compile(r"\d|\b(?:no|not|never|none|without|before|be|to)\b", re.IGNORECASE)
_AT_ONCE = 4
"""Characters within which a day behind a deed is its day."""
_VERB = re.compile(r"\W*(?:to\s)?(?P<verb>[a-z]+)(?:\s?(?:,|and)\s(?P<other>[a-z]+))?\b", re.IGNORECASE)


def as_deed(draft: Draft, told: str, explained: ExplainedStatus, as_of: date) -> ExplainedStatus:
    """What was read of `told` or, where that is a deed which ends the action, completed: doubtful, so it is asked."""
    if not explained.doubtful or explained.reading.value not in _OPEN or not _ends(draft.action, told, as_of):
        return explained
    completed = replace(explained.reading, value=Status.COMPLETED, revised_due=None)
    return replace(explained, reading=completed, rule="a deed told as done", perhaps=None)


def going_on(draft: Draft, stated: ExplainedStatus, as_of: date) -> ExplainedStatus:
    """A word that only says that an action ended, "Closed" or "Stopped", with what is told beside it: how it did."""
    if not draft.latest or not _ENDED_ONLY.fullmatch(draft.status):
        return stated
    together = explain_status(f"{draft.status.strip(' .')}. {draft.latest}", as_of)
    if together.doubtful or together.reading.value not in (Status.CANCELLED, Status.SUPERSEDED):
        return stated
    return replace(together, reading=replace(together.reading, text=draft.status, note=draft.latest))


def _ends(action: str, told: str, as_of: date) -> bool:
    if _LITTLE.search(told) or names_something_left(told) or falls_short(action, told):
        return False
    own = _own(action)
    deed = next((word for word in list(_WORD.finditer(told))[:_WITHIN] if word[0].lower() in own | _ENDING), None)
    if deed is None or _NOT.search(told[: deed.start()]):
        return False
    days = find_dates(told[deed.end() :], as_of)
    if any(found.period and found.period.start > as_of and not found.year_missing for found in days):
        return False
    if deed[0].lower() in own:
        return bool(_ALL.search(told)) or not _SEVERAL.search(action)
    return bool(days) and days[0].low <= _AT_ONCE and not re.search(r"[,;]", told)


def _own(action: str) -> frozenset[str]:
    """The deeds that an action asks for by its first verbs, as they are told when done."""
    asks = _VERB.match(action)
    verbs = [verb.lower() for verb in asks.groups() if verb] if asks else []
    return frozenset(told for verb in verbs for told in told_as_done(verb))
