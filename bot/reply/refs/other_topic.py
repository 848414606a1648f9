"""Topics of something else: another open action of the sender's own, or no action that we know of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reply.refs.actions import Mentioned
from bot.reply.refs.topics import all_in, is_alike, telling

_WORDS = r"(?:the |my |our )?(?P<head>[^\W\d_][\w'’-]*(?: [\w'’&-]+){0,5}?)"
_TOLD = re.compile(
    rf"(?:^|[.;:,!?\n]\s*|\s[–—-]\s+|\b(?:and|but|also)\s+){_WORDS}\s+(?:is|are|has|have|was|were)\b", re.IGNORECASE
)
_HEADED = re.compile(rf"(?:^|[.;!?\n]\s*)(?:on|re|regarding|as for|about) {_WORDS}\s*(?:[:,]|\s[–—-])\s", re.IGNORECASE)
"""A topic that is led up to, and parted from what is told of it: one word of it is enough."""
_LONGEST = 1_000


def of_another(words: str, known: Sequence[Mentioned]) -> tuple[str, ...]:
    """The one action asked about, and the sender's others that a clause of `words` is headed by; none for none."""
    asked = [each for each in known if each.may_be_meant]
    others = [each for each in known if not each.asked and each.text]
    if len(asked) != 1 or not others or len(words) > _LONGEST:
        return ()
    heads = [(found["head"], 2) for found in _TOLD.finditer(words)]
    heads += [(found["head"], 1) for found in _HEADED.finditer(words)]
    theirs = [
        each.ref
        for head, fewest in heads
        for each in others
        if len(telling(head)) >= fewest and all_in(head, each.text) and not all_in(head, asked[0].text)
    ]
    return (asked[0].ref, *dict.fromkeys(theirs)) if theirs else ()


_STRANGE = re.compile(
    r"^\W*(?P<head>[A-Z][\w'’&/-]*(?: [\w'’&/-]+){0,2}):\s|\bthe (?P<one>[a-z][\w'’-]*(?: [a-z][\w'’-]*)?) one\b"
)
_OF_ANY = frozenset(
    (
        *("action", "additional", "all", "comment", "comments", "completed", "completion", "current", "date", "delay"),
        *("done", "due", "end", "evidence", "first", "last", "latest", "main", "new", "next", "nice", "note", "notes"),
        *("old", "only", "other", "outcome", "outstanding", "position", "previous", "progress", "rag", "reason"),
        *("regarding", "remaining", "response", "result", "revised", "right", "risk", "risks", "same", "second"),
        *("status", "step", "steps", "still", "target", "third", "timescale", "update", "wrong"),
    )
)
"""Words that head what is told of any action."""


def is_strange(words: str, text: str) -> bool:
    """Whether words are headed by a topic, or speak of "the … one", of which an action's text has no word."""
    for found in _STRANGE.finditer(words):
        told = telling(found["head"] or found["one"])
        if told and not any(word.lower() in _OF_ANY or is_alike(word.lower(), text) for word in told):
            return True
    return False
