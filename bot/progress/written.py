"""What Planminder writes into the progress column: an answer as an entry, and what it adds or marks by itself."""

from __future__ import annotations

import re
from datetime import date

IMPORTED = "imported from "
"""What a document said, and not a person."""

# What Planminder adds by itself, and words that it marks, as the functions below write them.
OURS = re.compile(
    r"settled the answer of \d|took back “|named who it is with[:,] |said that it stays with “"
    r"|(?:agreed to|did not agree to) the new date \d{1,2} [A-Z][a-z]{2,8} \d{4}\."
    r"|(?P<aside>on whose it is: |on when to be reminded: |to our question: "
    r"|not named in the plan, so not checked yet: )"
)
"""None of it is anybody's word on how an action goes; an `aside` is somebody's words that we marked."""
NAMED_OWNER = re.compile(
    r"named who it is with, “(?P<to>[^”\n]+)”(?P<alone> alone)?(?: instead of “(?P<before>[^”\n]+)”)?: "
)
AGREED = re.compile(r"agreed to the new date (?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})\.")
REFUSED = re.compile(r"did not agree to the new date \d{1,2} [A-Z][a-z]{2,8} \d{4}\.")
TOOK_BACK = re.compile(r"took back “(?P<words>.*)”(?::|$)", re.MULTILINE)

LONGEST = 2_000
"""Characters of one answer that the column keeps; the mail itself keeps all of them."""

CUT = "[cut here: the whole answer is in the mail]"


def entry(day: date, by: str, words: str) -> str:
    """An answer as it is appended to the column: the owner's words untouched, but cut where they are very long."""
    return f"{day.day} {day:%B %Y}, {by.replace(':', ' ')}: {_kept(words.strip())}"


def _kept(words: str) -> str:
    """At most `LONGEST` characters, cut between words, and said where something was left out."""
    if len(words) <= LONGEST:
        return words
    head = words[:LONGEST]
    at = max(head.rfind(" "), head.rfind("\n"))
    return f"{head[: at if at > LONGEST // 2 else LONGEST].rstrip()} … {CUT}"


def imported(day: date, source: str, words: str, head: str = "") -> str:
    """What a document said about an action when it was brought in, under a head; nobody knows who wrote it, or when."""
    under = f" ({' '.join(head.split())[:50]})" if head else ""
    return entry(day, f"{IMPORTED}{source[-100 + len(under) :]}{under}", words)


def settled(answered: str, what: str) -> str:
    """What an admin made of an answer of a day."""
    return f"settled the answer of {answered}: {what}"


def took_back(words: str, comment: str) -> str:
    """That an answer, as one line that may be cut by "…", counts no longer."""
    return f"took back “{words}”{f': {comment}' if comment else ''}"


def decided(agreed: bool, wished: str, comment: str) -> str:
    """What a lead said of a new date."""
    verdict = f"{'agreed to' if agreed else 'did not agree to'} the new date {wished}."
    return f"{verdict} {reason_given(comment)}".strip()


_VERDICT = re.compile(r"^\W*(?:not )?agreed\b[\s,.;:–-]*", re.IGNORECASE)


def reason_given(comment: str) -> str:
    """What a lead wrote behind the AGREED or NOT AGREED that our mail asks for."""
    return _VERDICT.sub("", comment)


def named(words: str, to: str, before: str = "", *, alone: bool = False) -> str:
    """That somebody named an owner, or one of several as the only one (`alone`): nothing of how the action goes."""
    instead = f" instead of “{_bare(before)}”" if before else ""
    return f"named who it is with, “{_bare(to)}”{' alone' if alone else ''}{instead}: {words}"


def stays(words: str, owner: str) -> str:
    """That somebody said an action stays with the owner who says that it is not theirs."""
    return f"said that it stays with “{_bare(owner)}”: {words}"


def _bare(name: str) -> str:
    """A name on one line, without what would end its quotation."""
    return " ".join(name.replace("”", "").split())


def unchecked(words: str) -> str:
    """What somebody said of an action that is not theirs, before a person has looked at it."""
    return f"not named in the plan, so not checked yet: {words}"


def on_whose_it_is(words: str) -> str:
    """That somebody wrote whose an action is, or that it is not theirs: it tells nothing of how the action goes."""
    return f"on whose it is: {words}"


def on_when_to_be_reminded(words: str) -> str:
    """That somebody asked to be reminded later: it tells nothing of how the action goes."""
    return f"on when to be reminded: {words}"


def to_our_question(words: str) -> str:
    """That somebody answered what we asked, and no more: it tells nobody anything without the question."""
    return f"to our question: {words}"
