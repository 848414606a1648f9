"""A date that one sentence names and another asks for ("it is booked for 3 May, please use that")."""

from __future__ import annotations

import re
from datetime import date

from bot.reply.meaning.coming import coming_days

_ASKING_ENDS = r"(?:,? (?:please|instead|then|now|too|also|as well))*(?=\W*(?:$|\n|[.;!]))"
_THAT_DATE = re.compile(
    r"\b(?:(?:use|take|go with|work to)(?: [\w’']+){0,2}?"
    r"|(?:mov|chang|push|putt?|amend|revis|set|extend|updat|shift|re-?baselin)(?:e|ed|ing)?(?: [\w’']+){0,3}"
    r" (?:to|for|until|till)|\b(?:done|complete|completed|finished|ready)(?: by)?(?= then\b))"
    r" (?P<that>(?:that|then|the same)(?: (?:date|day))?)"
    r"(?: as (?:the|our|its|my) (?:new |revised |due |target |end )*(?:date|deadline))?" + _ASKING_ENDS,
    re.IGNORECASE,
)
_IS_DATE = re.compile(
    r"\b(?P<that>that(?:['’]s| is| will be|['’]ll be)(?: now)? (?:the|your|our|my|its)) (?:new|revised)"
    r" (?:date|deadline)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"\b(?:think|hop(?:e|ing)|maybe|perhaps|probably|possibly|might|guess)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|cannot|never|no need to)(?: \w+)? *$|n['’]t(?: \w+)? *$", re.IGNORECASE)


def spelt_out(words: str, said_on: date) -> str:
    """`words` with the one coming day that stands before "please use that" in its place; as they are for any other."""
    words = _IS_DATE.sub("use that", words)
    asks = _THAT_DATE.search(words)
    before = words[: asks.start()] if asks else ""
    if not asks or _DENIED.search(before) or _HEDGED.search(before):
        return words
    coming = [day.due for day in coming_days(words, said_on) if day.due.text in before]
    one = len({due.end for due in coming}) == 1
    return f"{words[: asks.start('that')]}{coming[0].text}{words[asks.end('that') :]}" if one else words
