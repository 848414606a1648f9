"""States told in people's own words: which of them is likely enough to be asked about by name."""

from __future__ import annotations

import re
from functools import cache

from bot.plan import Status
from bot.reading.deeds import told_as_done
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning import cues
from bot.reply.words.phrases import words_of

_TABLE = (
    (Status.SUPERSEDED, cues.TAKEN_OVER),
    (Status.CANCELLED, cues.DROPPED),
    (Status.ON_HOLD, cues.HELD),
    (Status.PART_COMPLETED, cues.LEFT_OVER),
    (Status.NOT_STARTED, cues.NOT_BEGUN),
    (Status.AT_RISK, cues.TROUBLE),
    (Status.ONGOING, cues.ENDLESS),
    (Status.IN_PROGRESS, cues.GOES_ON),
)
"""What ends an action first, for it was held up or amber before; what merely goes on last."""
_NOT_WEIGHED = frozenset({Status.SUPERSEDED, Status.CANCELLED, Status.PART_COMPLETED})
"""What is not supposed where words only weigh it, or tell it of a part."""
_WEIGHED = re.compile(
    r"\b(?:if|unless|might|may|could|whether|consider\w*|propos(?:e[sd]?|ing)|suggest\w*|not cancel\w*)\b|\?", re.I
)
_PLEASE = re.compile(r"\b(?:can|could) (?:we|you) (?:please )?(?=\w)|\bplease\b", re.IGNORECASE)


def likely_state(words: str) -> Status | None:
    """The status that `words` tell without naming it; None where none is told, or an end is only weighed."""
    plain = _PLEASE.sub(" ", words.rstrip(" ?")) if _PLEASE.search(words) else words
    unsure = _WEIGHED.search(plain)
    found = (status for status, pattern in _TABLE if pattern.search(words))
    return next((status for status in found if not (unsure and status in _NOT_WEIGHED)), None)


_STEPS = words_of(
    "review consider explore investigate develop draft prepare work continue improve monitor ensure increase reduce"
    " consult engage support promote maintain keep seek look progress begin start plan complete finish"
)
"""Verbs whose past form tells of a beginning as well as of an end."""
_VERB = re.compile(r"^\W*(?:to )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_STILL_OPEN = re.compile(
    r"\b(?:in principle|ratif\w*|subject to|not|n['’]t|no|never|will|to be|being|still|yet|next(?! day)|but|except|half"
    r"|some|most|part|of|if|when|once|until|till|before|left|remain\w*|draft\w*|interim|due|should|would|could|might"
    r"|\w+n['’]t|only|so far|tomorrow)\b|\?|%",
    re.IGNORECASE,
)
"""What beside a deed tells that it is not done, or not all of it."""


def own_deed_told(words: str, action: str) -> bool:
    """Whether `words` tell as done, in its own verb, what `action` asks for, and nothing beside it is open."""
    asks = _VERB.match(action)
    done = _past(asks["verb"].lower()) if asks else None
    if done is None or not done.search(words):
        return False
    return not any(map(_STILL_OPEN.search, split_pieces(words)))


_FOR_NOW = re.compile(
    r"\b(?:until|till|yet|before|unless|without|currently|in time|for now|by (?:\d|the)|at (?:the moment|present)"
    r"|this (?:year|month|week|quarter|term))\b",
    re.IGNORECASE,
)


def own_deed_refused(words: str, action: str) -> bool:
    """Whether `words` tell for good that what `action` asks for, in its own verb, is not being done."""
    asks = _VERB.match(action)
    verb = asks["verb"].lower() if asks else ""
    if not verb or verb in _STEPS or _FOR_NOW.search(words):
        return False
    doing = rf"(?:going to (?:be )?)?{re.escape(verb.removesuffix('e'))}(?:e|\w?ing)?"
    return bool(re.search(rf"(?:\b(?:are|is|am)|['’](?:re|s|m))(?: not |n['’]t ){doing}\b", words, re.IGNORECASE))


@cache
def _past(verb: str) -> re.Pattern[str] | None:
    if verb in _STEPS:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(told_as_done(verb)))})\b", re.IGNORECASE)
