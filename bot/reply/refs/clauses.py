"""Clauses that open with the action they speak of, each with what is told of it behind: "7 and 8 by May, 11 done".

What is found here is a guess to ask about, but for the references of a list ("7 and 8 done"): no count looks like one.
A number that counts is none ("12 of 21 checked", "12 officers"), and of a topic every word must be the action's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.series import COUNTING, TOLD, Place, spread
from bot.reply.refs.topics import fitting

_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}|\d{{1,2}}[/.]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)\b|{_MONTHS})"
_DATE = (
    rf"(?:(?:the )?(?:start of|(?:end|middle|beginning|mid|early|late)\b"
    rf"(?: of\b|[ -](?:{_MONTHS}|next\b|this\b|spring|summer|autumn|winter|week)))|{_DAY}"
    r"|(?:by|until|till|before|from) \w|to (?:be|move|slip|go|finish|follow|the|end|start|mid)\b"
    r"|in (?:the|a|two|three|four|early|late|place|hand|post|draft|spring|summer|autumn|winter)\b"
    rf"|in (?={_DAY})|to (?={_DAY})|(?:next|this) (?:week|month|year|spring|summer|autumn|winter)\b)"
)
_MARK = r"\s*(?:[:=)]|[–—-](?=\s))\s*"
_RESTS = (
    r"(?=\W*$|\s*[.,;:!?\n(–—-]|\s(?:and|but|by|on|in|at|with|for|from|to|so|as|this|next|last|now|today|please)\b)"
)
_STATE = (
    r"(?:(?:all |both |now |just |fully |nearly )?(?:done|completed?|finished|closed|\w{2,}ed"
    rf"|\w{{3,}}ing(?!{_MARK})|in|out|up|live|ready|late|sent|built|held|gone|signed off|begun|fine|good|stuck"
    rf"|off){_RESTS}"
    r"|with \w|out (?:to|for|with|of)\b|at \w|on (?:hold|track|target|order|site|the)\b|up (?:and|to|for)\b"
    r"|no (?:\w+ )?(?:changes?|news|updates?|progress|movement)\b|nothing\b|none\b|half ?-?way\b|stuck\b|ask \w"
    r"|work (?:has|is|on|under|start)\w*|ready (?:to|for)\b|back (?:with|from|on)\b|under \w|behind\b|ahead\b)"
)
_VERB = (
    r"(?:are|were|was|have|had|went|slips?|should|would|could|can|needs?|moves?|looks?|won['’]t|isn['’]t|aren['’]t"
    r"|hasn['’]t|haven['’]t)\b"
)
_OPENS = r"^[\s*•-]{0,6}(?:(?:quick )?updates?\s*[:–—-]\s*)?"
_JOINT = r"(?:[,;]\s+(?:(?:and|but|then|also)\s+)?|\s+(?:and|but|while|whereas)\s+|\s+[/–—-]\s+|\n\s*)"
_LEAD = r"(?:both (?=[^,.;:]{3,60} and ))?(?:(?:on|for|re|with|as for|the|my|our|update on|regarding) )*"
_CALLED = r"(?:numbers? |no\.? ?|nos\.? ?|#)?"
_NUMBER = rf"{_CALLED}(?<![\d.,/£$€-])\d{{1,4}}(?![\w%]|[.,/]\d)"
_NUMBERED = re.compile(
    rf"(?P<joint>{_OPENS}|{_JOINT})(?:(?:on|for|re|both|all(?! \d+ (?!and\b|to\b))|actions?|items?) )?"
    rf"(?P<list>(?>{_NUMBER}(?:(?:\s*,\s*and\s+|\s*[,&+]\s*|\s+and\s+|\s+to\s+|\s+){_NUMBER}){{0,9}}))"
    rf"(?:(?P<date>(?:st|nd|rd|th)?(?: of)? {_MONTHS})|(?P<mark>{_MARK}(?!\d)|{_MARK}(?={_DAY}))"
    rf"|(?=\s+(?:(?P<told>{TOLD.pattern}|{_DATE}|{_STATE})|(?P<of_many>are|were|have|had|need|both|all)\b))|)",
    re.IGNORECASE,
)
_COUNTED_NOUN = re.compile(
    r"\s+(?:(?:done|completed?|finished|closed) (?!and|but|by|on|in|at|so|as|last|this|please|thanks)[a-z]"
    r"|of\b|out of\b|more\b|other\b|(?:days?|weeks?|months?|years?|hours?|am|pm|fte|million|per ?cent|people|staff)\b)",
    re.IGNORECASE,
)
_DONE = re.compile(r"done|complete|finished|closed", re.IGNORECASE)
_WORD = r"[^\W\d_][\w'’&-]*"
_NO_TOPIC = (
    rf"(?:{NUMBER_WORDS}|some|several|many|most|half|both|all|no|other|another|i|we|you|s?he|it|they|this|that|these"
    r"|those|there)\b"
)
"""What opens no topic: a count of things, or a word for what was named before."""
_TOPIC = re.compile(
    rf"(?:{_OPENS}|{_JOINT})(?P<place>{_LEAD}(?P<head>(?!{_NO_TOPIC}){_WORD}(?:(?:,| &)? {_WORD}){{0,6}}?)"
    r"(?: (?:one|action|item))?)"
    rf"(?:['’]s)?(?={_MARK}|\s+(?:(?:both|all) )?(?:{TOLD.pattern}|{_DATE}|{_STATE}|{_VERB}))",
    re.IGNORECASE,
)
_TOPICS = re.compile(r"(?:^|,? and |, | & )(?P<topic>(?:(?!,? and |, | & ).)+)")
"""Each of several topics of which one thing is told ("the boilers, the guide and the licensing")."""


def numbered(text: str, refs: Sequence[str]) -> tuple[tuple[Place, ...], ...]:
    """Of each clause of `text` the bare numbers of `refs` that open it; the first clause opens the text itself.

    None at all where a number among them counts, or is not of `refs`.
    """
    found = [each for each in _NUMBERED.finditer(text) if not each["date"]]
    if not found or found[0].start() or COUNTING.search(text):
        return ()
    first = found[0]
    found = [each for each in found if bool(each["mark"]) == bool(first["mark"]) and _tells(each, first)]
    tokens = [tuple(_DIGITS.finditer(head["list"])) for head in found]
    named = [[token["number"] for token in each] for each in tokens]
    alone = sum(map(len, named)) == 1 and (first["mark"] or _DONE.match(first["told"] or "."))
    if first not in found or alone or any(_COUNTED_NOUN.match(text, each.end()) for each in found):
        return ()
    if not all(ref in refs for each in named for ref in each):
        return ()
    rows = zip(found, tokens, named, strict=True)
    return tuple(tuple(spread(row["list"], row.start("list"), each, these, refs)) for row, each, these in rows)


_DIGITS = re.compile(rf"{_CALLED}(?P<number>\d+)", re.IGNORECASE)


def are_listed(text: str, clauses: Sequence[Sequence[Place]]) -> bool:
    """Whether the numbers that open `clauses` name their actions outright: two or more of them are listed in one, or
    each is called a number, and behind each that stands alone something is told of an action.

    A range may be a guess at how many ("4 to 6 done").
    """
    gaps = [text[before[1] : after[0]] for row in clauses for before, after in pairwise(row)]
    told = all(len(row) > 1 or _TELLS.match(text, row[0][1]) for row in clauses)
    called = bool(clauses) and all(text[row[0][0] :].lower().startswith("number") for row in clauses)
    return bool(gaps or called) and told and all(map(_LISTS.fullmatch, gaps))


_LISTS = re.compile(r"\s*(?:,|&|\+|,?\s*\band\b)\s*", re.IGNORECASE)
_TELLS = re.compile(rf"{_MARK}|\s+(?:{TOLD.pattern}|{_DATE})", re.IGNORECASE)


def by_tails(text: str, refs: Sequence[str]) -> tuple[tuple[Place, ...], ...]:
    """Of clauses that open with the numbers of `refs` without the letters that all of them share ("2" for "GF/02")."""
    parts = [_TAILED.fullmatch(ref) for ref in refs]
    tails = {str(int(found["tail"])): ref for found, ref in zip(parts, refs, strict=True) if found}
    if len(tails) < len(refs) or len({found["head"] for found in parts if found}) != 1:
        return ()
    return tuple(tuple((low, high, tails[each]) for low, high, each in row) for row in numbered(text, [*tails]))


_TAILED = re.compile(r"(?P<head>[^\W\d_]+[-./ ]?)(?P<tail>\d{1,5})")


def _tells(head: re.Match[str], first: re.Match[str]) -> bool:
    """Whether something is told behind a number; behind a comma in a row of answers that may be anything."""
    of_many = head["of_many"] and len(_DIGITS.findall(head["list"])) > 1
    in_row = head is not first and head["joint"].lstrip().startswith((",", ";"))
    return bool(head["mark"] or head["told"] or of_many or in_row)


def headings(text: str, known: Sequence[Mentioned]) -> Iterator[Place]:
    """The topics that open clauses of `text`, the first of them the text itself, and the one action each fits.

    A clause that opens with another topic of the action before it goes on about that.
    """
    last = ""
    for number, found in enumerate(_TOPIC.finditer(text)):
        topics = _topics(found, known)
        if not number and not all(ref for *_, ref in topics):
            return
        named = topics if all(ref for *_, ref in topics) else topics[-1:]
        for start, end, ref in named:
            if ref and ref != last:
                yield (start, end, ref)
            last = ref or last


def _topics(found: re.Match[str], known: Sequence[Mentioned]) -> list[Place]:
    """What stands before what is told: one topic, or several, "" for each that fits no action."""
    whole = "" if "," in found["head"] else _fitting(found["head"], known)
    if whole:
        return [(*found.span("place"), whole)]
    start = found.start("head")
    return [
        (start + each.start("topic"), start + each.end("topic"), _fitting(each["topic"], known))
        for each in _TOPICS.finditer(found["head"])
    ]


def _fitting(topic: str, known: Sequence[Mentioned]) -> str:
    """The one action that a topic fits, if need be without what only calls it work ("the slipway work")."""
    return fitting(topic, known) or fitting(_WORK.sub("", topic), known)


_WORK = re.compile(r" (?:(?:piece of )?work|works|project|post|role|job|vacancy|advert|[a-z]{3,}ing)$", re.IGNORECASE)
