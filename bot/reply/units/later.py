"""Promises to answer for an action, or for the others, another day: no answer yet, and no date either."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.words.completing import MENTIONS_DONE
from bot.reply.words.times import MONTH

_COUNT = re.compile(rf"\b(?:others?|remaining) (?P<count>{NUMBER_WORDS}|\d+)\b", re.IGNORECASE)
_MANY = rf"(?:{NUMBER_WORDS}|\d+|ones|actions?)\b"
_SOON = r"(?:later|soon|shortly|separately|tomorr?ow|tmrw|tonight)"
_WHEN = rf"(?:{_SOON}|to follow|next|this|on|by|at|in|after|before|when|once|as soon as|from me)\b"
_REST = (
    rf"(?:(?:the|my) )?(?:(?:others?|remaining) {_MANY}|others|other(?= {_WHEN}|\W*$)|rest(?! of\b)|remainder(?! of\b)"
    r"|(?:all|everything) else)\b"
)
_ABOUT = r"(?:on|about|with|regarding|for|re)"
_WILL = r"(?:(?:i|we|he|she|they|you|(?-i:[A-Z])[a-z]+)(?: will|['’]?ll)|will|['’]ll)"
_TELL = (
    r"(?:(?:come|get) back(?: to (?:you|this))?|be (?:back )?in touch|let you (?:know|have)|update(?: you)?|answer"
    r"|reply|respond|report(?: back)?|write(?: to you)?|send(?: you)?|look at|get to|pick up|do|have|get|hear)"
    r"(?: from me)?"
)
_NEWS = rf"(?:an? )?(?:more|news|updates?|answers?|details) {_ABOUT}"
LATER = re.compile(
    rf"\b(?:no (?:news|updates?|change)s?|nothing(?: new| more| else)? to (?:report|add|say)) on {_REST}"
    rf"|(?<!\w)(?:{_WILL} {_TELL}(?: {_ABOUT})?|{_NEWS}) {_REST}",
    re.IGNORECASE,
)
"""That there is no answer for the other actions, or that it will come later."""
_PROMISE = re.compile(rf"^\W*(?:(?:and|but|so) )?(?:{_WILL} {_TELL} {_ABOUT}|{_NEWS}) ", re.IGNORECASE)
_AWAY = r"[^,;]{0,60}\b(?:off|away|out|on (?:leave|holiday))\b(?: (?:this|next|all|until|till) \w+)?,? (?:so|and) "
_OTHERS_LATER = re.compile(
    rf"^\W*(?:{_AWAY})?(?:(?:and|but|so) )?(?:(?:{_WILL} {_TELL}(?: {_ABOUT})?|{_NEWS}) {_REST}"
    rf"|{_REST},? i(?: will|['’]?ll) {_TELL}(?: {_ABOUT})?"
    rf"|(?:{_NEWS} )?{_REST} (?:to (?:follow|come)|will follow|{_SOON})(?! (?:by|in|from|next)\b)"
    rf"|(?:an? )?(?:longer|full(?:er)?|proper|detailed) (?:update|note|reply|answer|e-?mail)(?= {_WHEN})"
    rf"|more(?: from me)?(?= (?:when|once)\b))(?:\W*$|,? (?={_WHEN}|i['’]m\b))",
    re.IGNORECASE,
)
_WORK = re.compile(
    rf"\b(?:do\b(?=.*\b(?:{MONTH}|month|year))|we['’]ll do|works?|deliver\w*|contract\w*|suppl\w+|fitt\w+|it|they"
    r"|which)\b",
    re.IGNORECASE,
)
"""What speaks of the work that is left, and not of words about it."""


def promises_others(words: str, others: int) -> bool:
    """Whether words say nothing but that answers for the others will come, of which there may be so many."""
    count = _COUNT.search(words)
    few = not count or number_value(count["count"]) <= others
    return few and bool(_OTHERS_LATER.match(words)) and not (_tells(words) or _WORK.search(words))


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
