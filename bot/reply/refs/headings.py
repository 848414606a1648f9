"""A heading that is an action's own words: "Review the tenancy agreement: done"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reply.refs.actions import Mentioned

_HEADING = re.compile(r"^(?P<head>[^\n]{3,300}?)\s*(?::|\s[-–—]+)(?:\s+|$)(?P<rest>.*)$", re.DOTALL)
_STOP = re.compile(
    r"\b(?:all?|an|and|are|as|at|be|been|by|for|from|ha[sv]e?|in|i[st]|its|my|o[fnr]|our|re|regarding|so|that|the|their"
    r"|these|this|to|update|was|we|were|will|with|actions?|item|ref|status)\b"
)
_PLAIN = re.compile(r"^\W*(?:the |this |my |your )?(?:action|item|one|status|update)\W*$", re.IGNORECASE)


def without_own_heading(said: str, action: Mentioned, others: Sequence[Mentioned]) -> str:
    """`said` without a heading, or a line, that is plainly this action's: half of its words or more, and no others.

    Words that could as well head one of the `others` stay, and so make the answer a question.
    """
    if _is_own(said, action, others):
        return ""
    found = _HEADING.match(said)
    return found["rest"] if found and _is_own(found["head"], action, others) else said


def _is_own(head: str, action: Mentioned, others: Sequence[Mentioned]) -> bool:
    if _PLAIN.match(head):
        return True
    words = _content(head)
    return _heads(words, action) and not any(words <= _content(f"{each.text} {each.theme}") for each in others)


def _heads(words: frozenset[str], action: Mentioned) -> bool:
    text, theme = _content(action.text), _content(action.theme)
    return (len(words) > 1 and words <= text and 2 * len(words) >= len(text)) or bool(words and words == theme)


def _content(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", _STOP.sub(" ", words.casefold())))
