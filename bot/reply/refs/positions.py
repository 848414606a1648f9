"""Actions named by where they stand in our mail: "the first one", "the second", "the last two", "the former"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.refs.series import COUNTING, Place

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_ORDINALS |= {"1st": 0, "2nd": 1, "3rd": 2, "4th": 3, "5th": 4}
_FIRST = _ORDINALS | {"top": 0, "former": 0, "last": -1, "bottom": -1, "latter": -1}
_MIDDLE = "middle"
_PLACES = "|".join((*_FIRST, _MIDDLE))
_TOLD = (
    r"(?:(?:is|are|was|were|has|have|will|can|should|(?:is|are|was|has|have|wo|ca)n['’]t|needs?|wants?|slip(?:s|ping|ped)|now"
    r"|still|done|complete|finished|not|no longer|delayed|moved|going|carr(?:ies|ying) on|continu(?:es|ing))\b"
    rf"|{SAYS_STATUS.pattern})"
)
"""What is told of an action behind its place."""
_POSITION = re.compile(
    rf"(?:^\W*|[,;:]\s*|\b(?:and|but|while)\s+)(?:(?:on|for|re|regarding|with|and|but)\s+)?(?P<place>(?:the "
    rf"|(?=\w+(?: (?:(?!one\b)(?:{NUMBER_WORDS})|one|action|item)\b|:)))(?P<which>{_PLACES})"
    rf"(?: (?P<count>(?!one\b)(?:{NUMBER_WORDS})))?"
    r"(?: (?:ones?|actions?|items?)\b| of (?:them|these|those|the (?:two|three|four|five|six))\b)?"
    r"(?: (?:on|in) (?:the|your|my|this) (?:list|e-?mail|mail|message))?)"
    rf"(?=['’]s\b|\s*[:–—-]\s|,\s|\s+(?:{_TOLD}|(?:i|we)\b))",
    re.IGNORECASE,
)


_HANDLED = re.compile(
    r"\b(?:started|begun|looked at|got (?:to|round to)|touched|finished|completed|closed?|done|waiting (?:on|for)) "
    rf"(?P<place>the (?P<which>{_PLACES})(?: (?P<count>(?!one\b)(?:{NUMBER_WORDS})))?(?: (?:ones?|actions?|items?)\b)?)"
    r"(?=\W*$|[.,;](?!\d)|\s(?:yet|and|but|so|because|as|since|at|last|this)\b)",
    re.IGNORECASE,
)
"""A place of which we are told what was done with the action ("I have not started the second yet")."""
_NUMBER = re.compile(
    r"\b(?:(?:for|on|with|re|regarding|about|of|and|is) (?:number |no\.? ?|#)(?P<number>\d{1,4})"
    r"(?=\W*$|[.,;:](?!\d)|\s(?:is|has|was|will|needs?|until|till|by|now|still|please|as|and|but)\b)"
    r"|(?:dates?|deadlines?|update|weeks?|fortnight|months?|longer|time|extension) (?:for|of|on) (?P<dated>\d{1,4})"
    r"(?=\W*$|\s(?:is|be|to(?! \d+ of\b)|until|till|from|should|has|was|needs?|please)\b)"
    r"|(?:bar|except(?:ing| for)?|apart from|other than|but not) (?:number |no\.? ?|#)?(?P<excepted>\d{1,4})"
    r"(?=\W*$|[,.;:)(]|\s(?:is|are|which|that|where|has|have|will|needs?)\b)"
    r"|(?:about|regarding|deal(?:ing|s)? with) (?P<topic>\d{1,4})(?=\W*$)"
    r"|(?:close|closing|leave|keep|mark|move|moving|push|put|extend|tick|cross|reopen) (?:number |no\.? ?|#)?"
    r"(?P<object>\d{1,4})(?=\W*$|[.,;](?!\d)|\s(?:off|open|back|out|to|until|till|as|and|please|just|yet|down|now)\b))",
    re.IGNORECASE,
)
"""A bare number that is said to be one, or that something is to be done with ("push 8 back to May")."""
_PLACE = re.compile(
    rf"(?:the )?(?:{_PLACES})(?: (?:{NUMBER_WORDS}))?(?: (?:ones?|actions?|items?)| of (?:them|these|those))?"
    r"(?: (?:on|in) (?:the|your|my|this) (?:list|e-?mail|mail|message))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:action|item|point|number|no\.?|#) ?(?P<number>[1-9]\d?)(?![\w%]|[.,/-]\d)(?= |\W*$|[:;,.–—-])", re.IGNORECASE
)


def is_place(words: str) -> bool:
    """Whether words are nothing but a place in our mail ("the first two")."""
    return bool(_PLACE.fullmatch(words))


def numbers(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """Where `text` speaks of one of `refs` as a number."""
    for found in _NUMBER.finditer(text):
        name = str(found.lastgroup)
        if found[name] in refs:
            yield (*found.span(name), found[name])


def counted(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """Where `text` counts `refs` in the order of our mail ("item 2"), none of which begins with that number.

    A reference in several parts is no mere "number 2".
    """
    firsts = {int(found[0]): ref for ref in reversed(refs) if (found := re.search(r"\d+", ref))}
    for found in _COUNTED.finditer(text):
        number = int(found["number"])
        own = firsts.get(number, "")
        parted = found[0].lower().startswith("number") and _PARTED.search(own)
        if number <= len(refs) and (not own or parted):
            yield (*found.span(), refs[number - 1])


_PARTED = re.compile(r"\d[^\w]?(?:[ivx]+|[a-h])$", re.IGNORECASE)


def ordinals(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """Where `text` says how the first, the second and so on stand, in the order of our mail, and no more than that."""
    for found in _ORDINAL.finditer(text):
        number = _ORDINALS[found["which"].lower()]
        if number < len(refs):
            yield (*found.span("place"), refs[number])


_ORDINAL = re.compile(
    rf"(?:^\W*|[,;]\s*|\b(?:and|but|while)\s+)(?P<place>(?:the )?(?P<which>{'|'.join(_ORDINALS)})"
    r"(?: (?:one|action|item))?)"
    rf"(?=\s*[:–—-]\s|\s+{_TOLD})",
    re.IGNORECASE,
)


def opens_with_place(line: str) -> bool:
    """Whether a line begins with what is told of the first, the second and so on."""
    return bool(_ORDINAL.match(line))


def places(text: str, refs: Sequence[str]) -> Iterator[Place]:
    """Where `text` names one of `refs`, in the order of our mail, by its place among them."""
    for found in chain(_POSITION.finditer(text), _HANDLED.finditer(text)):
        count = number_value(found["count"] or "1")
        if _THINGS_BEFORE.match(text) or (found["count"] and COUNTING.search(text[: found.start()])):
            continue
        middle = found["which"].lower() == _MIDDLE
        if middle and (len(refs) % 2 == 0 or count > 1):
            continue
        which = len(refs) // 2 if middle else _FIRST[found["which"].lower()]
        meant = refs[-count:] if which < 0 else refs[which : which + count]
        of_two = found["which"].lower() in ("former", "latter")
        if len(meant) == count and (len(refs) == 2 or not of_two):
            start, end = found.span("place")
            yield from ((start, start, each) for each in reversed(meant[1:]))
            yield (start, end, meant[0])


_THINGS_BEFORE = re.compile(
    rf"^\W*(?:(?:\d{{1,3}}|{NUMBER_WORDS}) (?:of |out of |the |our )*){{1,2}}"
    r"(?!ones\b|actions\b|items\b)(?:(?!are|were|have|need)[a-z]+ )?[a-z]+[^\Ws]s\b",
    re.IGNORECASE,
)
"""A count of things that opens a sentence: "the last one" behind it is one of these."""


def counts_off(words: str) -> bool:
    """Whether words open with some of a number ("the last four"): of a count before them rather than of our actions."""
    found = _POSITION.match(words)
    return bool(found and found["count"])
