"""The deed that an action asks for, and the thing that it is done to: "publish" and "the list of grants"."""

from __future__ import annotations

import re

from bot.reading.deeds import OF_EACH, ONCE
from bot.reply.words.phrases import words_of

_ASKS = re.compile(r"^\W*(?:to )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_IN_PLACE = re.compile(r"^\W*(?:to )?(?:put (?:in place|in|together)|bring in)\b", re.IGNORECASE)
_SET_UP = re.compile(r"^\W*(?:to )?set up\b", re.IGNORECASE)
_CARRY_OUT = re.compile(
    r"^\W*(?:to )?(?:carry out|undertake|conduct) (?:an? |the )?(?:[a-z]+ )?(?P<verb>review|survey|audit) of\b",
    re.IGNORECASE,
)
_MORE_THAN_ONCE = re.compile(
    r"[;:&]|(?<!\d)/|/(?!\d)|,(?!\d)|\b(?:and|or|then|every|each|weekly|monthly|quarterly|termly|yearly|annually"
    r"|annual(?! (?:[\w-]+ )?(?:reports?|statement|review|accounts|return|budget)\b)|regular(?:ly)?|rolling"
    r"|draft|interim|initial|pilot|phases?|stages?|first)\b",
    re.IGNORECASE,
)
"""What makes of an action more than one deed, or of its deed a step."""
_PLAN = re.compile(r"\bplan\b", re.IGNORECASE)
_BEFORE_WHOM = re.compile(r"\b(?:for|with|of|on|to|in|at|about|by|from|under|within|across|that|which)\b")
WRITES = words_of(
    "adopt agree approve circulate compile create develop issue make prepare produce publish send sign submit write"
)
"""Verbs of an action that may be all about a plan; elsewhere a plan tells of a step on the way."""
_CALLED = (
    "adopt adoption, appoint appointment, approve approval, audit audit, clear clearance, commission commissioning, "
    "construct construction, convert conversion, deliver delivery, consult consultation, demolish demolition, "
    "digitise digitisation, evaluate evaluation, fit fitting, inspect inspection, install installation, issue "
    "issue, launch launch, migrate migration, procure procurement, publish publication, reconcile reconciliation, "
    "recruit recruitment, refurbish refurbishment, register registration, renew renewal, replace replacement, "
    "resurface resurfacing, review review, survey survey, train training"
)
NOUNS = dict(pair.split() for pair in _CALLED.split(", "))
"""Verbs and what the deed is called: "review complete" says it all where the action is to review."""
COMPLETE_WITH = words_of(
    "appoint build clear compile complete construct create demolish design develop fit hold host install make paint"
    " plant prepare produce recruit redesign refresh refurbish repaint repair repave replace replant restore"
    " resurface rewrite run update upgrade write"
)
"""Verbs of an action that is complete when the thing it names is."""
THING = re.compile(r"[a-z0-9][\w'’-]*")


def verb_of(action: str) -> str:
    """The verb that an action begins with; "" where it begins with none."""
    asks = _ASKS.match(action)
    return asks["verb"].lower() if asks else ""


def asked_deed(action: str, *, joined: bool = False) -> tuple[str, str]:
    """The verb of an action that asks for one thing once, and what it names; nothing of any other.

    With `joined` also of one whose thing is named by two nouns ("the damp and mould policy").
    """
    action = _CARRY_OUT.sub(r"\g<verb> ", _SET_UP.sub("establish", _IN_PLACE.sub("introduce", action)))
    asks = _ASKS.match(action)
    verb = asks["verb"].lower() if asks else ""
    single = _DRAFT.sub(" ", JOINED.sub(" ", action)) if joined else action
    if asks is None or _MORE_THAN_ONCE.search(single) or (verb not in WRITES and _PLAN.search(action)):
        return "", ""
    return verb, action[asks.end() :]


_DEEDS = frozenset((*ONCE, *OF_EACH, *WRITES, *COMPLETE_WITH)) | words_of(
    "consult deliver embed ensure establish evaluate identify implement make monitor promote provide put report review"
    " roll set share start take use"
)
_OF_ITS_OWN = r"the|an?|our|its|all|any"
JOINED = re.compile(
    rf"(?<=\w) and (?!(?:then|{_OF_ITS_OWN}|{'|'.join(sorted(_DEEDS))})\b)(?!\w+ (?:{_OF_ITS_OWN}|how|what)\b)(?=\w)",
    re.IGNORECASE,
)
"""What joins two nouns of a text, and no second deed or thing of its own."""
_DRAFT = re.compile(r"(?<=\bthe )(?:draft|interim|initial)(?= )", re.IGNORECASE)
"""What an action may ask for itself ("publish the draft accounts")."""
LETS = re.compile(
    r"\b(?:procur|appoint|recruit|commission|tender|re-?tender|contract|award|let|buy|purchas|engag|sign)\w*\b",
    re.IGNORECASE,
)
"""What an action asks for that has come about with a contract."""


def thing_of(asked: str) -> str:
    """What an action is about, without for whom or where it is."""
    return _BEFORE_WHOM.split(asked.lower(), maxsplit=1)[0]
