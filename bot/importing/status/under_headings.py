"""What the heading or the sheet over actions says of them all: "Completed actions", "Recommended for closure"."""

from __future__ import annotations

import re

from bot.plan import Status

_THINGS = r"(?:actions?|recommendations?|items?|tasks?|projects?|milestones?|commitments?|objectives?)"
_WORDS = (
    (Status.COMPLETED, r"(?:completed?|closed|finished|discharged|implemented|delivered|achieved|done)"),
    (Status.CANCELLED, r"(?:withdrawn|cancelled|abandoned)"),
    (Status.SUPERSEDED, r"superseded"),
)
_NUMBER = re.compile(
    r"\s*(?:(?:table|part|section|appendix|annex|sheet)\s\w{1,3}\s?[.:)–—-]?|(?:\d+(?:\.\d+)*|[A-Z])\s?[.:)–—-]|\d+)\s+",
    re.IGNORECASE,
)
_BEFORE = r"(?:(?:the|all|our|previously|recently|fully|already|newly|list of|log of)\s)*"
_BEHIND = (
    r"(?:\W+(?:to date|log|list|register|tab|(?:and )?(?:signed off|removed)|(?:since|during|at|this|last|before"
    r"|in (?!part\b)|\(?\d|q[1-4]\b).*))?"
)
_PLAIN = tuple(
    (
        value,
        re.compile(
            rf"{_BEFORE}(?:{word}(?:\s{_THINGS})?|{_THINGS}\s(?:(?:now|already)\s)?{word}){_BEHIND}\W*", re.IGNORECASE
        ),
    )
    for value, word in _WORDS
)
_ANY = "|".join(word for _, word in _WORDS)
_PERHAPS = re.compile(
    rf"\b(?:{_ANY})\s(?:\w+\s){{0,3}}{_THINGS}|\b{_THINGS}\s(?:\w+\s){{0,2}}(?:{_ANY})\b|\barchived?\b"
    r"|\b(?:for|pending|awaiting|to)\s(?:be\s)?(?:closure|closing|sign.?off|removal|deletion|withdrawal|removed|closed|archived)\b",
    re.IGNORECASE,
)
_STILL_OPEN = re.compile(
    r"\b(?:not|non|in|un|yet|until|to\sbe\s(?:completed?|delivered|implemented|achieved)|open|live|current|outstanding"
    r"|remaining|partly|part|nearly|almost|or|how|when)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 10


def stated_by(heading: str) -> Status | None:
    """The status that a heading plainly states of all below it."""
    words = _NUMBER.sub("", heading, count=1).strip(" :.")
    return next((value for value, pattern in _PLAIN if pattern.fullmatch(words)), None)


def perhaps_closes(heading: str) -> bool:
    """Whether a heading may say that all below it is over, in words that can be meant otherwise."""
    if len(heading.split()) > _MOST_WORDS or _STILL_OPEN.search(heading):
        return False
    return bool(_PERHAPS.search(heading))


def speaks_of_status(heading: str) -> bool:
    return stated_by(heading) is not None or perhaps_closes(heading)


def about_heading(heading: str) -> str:
    """The question about actions without a status under a heading that may say that they are over."""
    return f'No status is written under "{heading[:80]}": are these actions closed?'


def about_open(printed: str, heading: str, value: Status) -> str:
    """The question about an action that is open by its own words, under a heading that says otherwise."""
    return f'"{printed}" stands under "{heading[:80]}": is it {value.label.lower()}?'
