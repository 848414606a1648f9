"""Promises to answer for an action, or for the others, another day: no answer yet, and no date either."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.words.completing import MENTIONS_DONE

_MANY = rf"(?:{NUMBER_WORDS}|ones|actions?)"
_COUNT = re.compile(rf"\b(?:{NUMBER_WORDS})$", re.IGNORECASE)
_OTHERS = rf"(?:the )?(?:others?(?: {_MANY})|others|other(?! \w)|remaining {_MANY})\b"
_REST = rf"(?:{_OTHERS}|the (?:rest|remainder)\b)"
_ABOUT = r"(?:on|about|with|regarding|for|re)"
_WILL = (
    r"(?:(?:(?:i|we|he|she|they|(?-i:[A-Z])[a-z]+)(?: will|['’]ll)|will|['’]ll) (?:(?:come|get|be) (?:back )?"
    r"(?:to (?:you|this) |in touch )?|(?:let you know|update you|answer|reply|report(?: back)?|write(?: to you)?) )"
    r"|(?:an? )?(?:more|news|updates?|answers?|details) )"
)
_DO = r"(?:(?:(?:i|we)(?: will|['’]ll))|will) (?:do|send|look at|get to|update|answer|pick up)"
LATER = re.compile(
    rf"\b(?:no (?:news|updates?|change)s?|nothing(?: new| more| else)? to (?:report|add|say)) on {_REST}"
    rf"|(?<!\w){_WILL}{_ABOUT} {_REST}|(?<!\w){_DO} {_OTHERS}",
    re.IGNORECASE,
)
"""That there is no answer for the other actions, or that it will come later."""
_PROMISE = re.compile(
    rf"^\W*(?:(?:and|but|so) )?(?:{_WILL}{_ABOUT} (?P<what>{_OTHERS})?|{_DO} (?P<others>{_OTHERS}))", re.IGNORECASE
)
_FOLLOW = re.compile(
    rf"^\W*(?:(?:(?:updates?|answers?|more|news) (?:on|for) )(?P<rest>{_REST})|(?P<what>{_OTHERS}))"
    r" (?:to (?:follow|come)|will follow)\b",
    re.IGNORECASE,
)


def promises_others(words: str, others: int) -> bool:
    """Whether words say nothing but that an answer for the others will come, of which there may be so many."""
    found = next((found for each in (_FOLLOW, _PROMISE) if (found := each.match(words))), None)
    what = next(filter(None, found.groupdict().values()), "") if found else ""
    if not found or not what or _tells(words[found.end() :]):
        return False
    count = _COUNT.search(what)
    return (number_value(count[0]) if count else 1) <= others


def promises(before: str, behind: str) -> bool:
    """Whether words around a reference say that an answer for it will come, and nothing else ("More on" 5.1)."""
    return bool(_PROMISE.fullmatch(before)) and not (_tells(behind) or behind.startswith(":"))


def answers_later(words: str) -> bool:
    """Whether words promise an answer another day, and tell nothing: what they name beside it is no topic of ours."""
    return bool(_ANSWERS_LATER.search(words)) and not _tells(words)


_ANSWERS_LATER = re.compile(
    r"\b(?:will|['’]ll) (?:(?:come|get|be) back\b|look (?:at|into) (?:this|these|it|them)\b|reply\b|respond\b|answer\b"
    r"|write (?:again|back|separately)\b|update you\b|let you know\b"
    r"|send (?:you )?(?:an? |my |the |our )?(?:updates?|answers?|repl(?:y|ies)|responses?)\b)",
    re.IGNORECASE,
)


def _tells(words: str) -> bool:
    return bool(SAYS_STATUS.search(words) or MENTIONS_DONE.search(words))
