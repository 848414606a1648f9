"""The deed that an action asks for, told as done with more around it: "SLT agreed the strategy yesterday".

`own_deed` knows the forms in which officers mostly tell it. Here a clause may have any form, if all in it is known for
what it is: the deed in the action's own verb; who did it; the thing, by words of the action alone; where and for whom,
by words of the action or of a table; when. A doubt, a step, a part or a count leaves the clause as it is.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from bot.reading.deeds import OF_EACH
from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside import doubts, harmless
from bot.reply.beside.asked_deed import COMPLETE_WITH, asked_deed
from bot.reply.beside.bodies import WHOLE_BODY, deciders_of
from bot.reply.beside.deeds import BEEN, STEP
from bot.reply.beside.own_deed import done_forms
from bot.reply.refs.topics import all_in, telling
from bot.reply.words.times import WEEKDAY

_JOINT = r"and (?:the|it|this|they|we|so)\b"
_CLAUSE = re.compile(
    rf"(?P<lead>(?:^|(?<=[\n.;!?,])(?!\d)|(?<=\s)(?={_JOINT})) *+(?:and )?)(?P<clause>[^\n.;!?,]+?)"
    rf"(?=$|[\n;!?]|[.,](?!\d)|\s{_JOINT})"
)
_DAY_TIME = r"(?: (?:morning|afternoon|evening|night|lunchtime))?"
_WHEN = re.compile(
    rf"\b(?:(?:late|on|last|this|as of|early) )*(?:yesterday|today|tonight|{WEEKDAY}|(?:last|this) (?:week|month|night)"
    rf"|just now|earlier){_DAY_TIME}(?!\w)|\b(?:at|by) (?:\d{{1,2}}(?:[.:]\d\d)? ?[ap]m|noon)\b",
    re.IGNORECASE,
)
_DOER = re.compile(
    rf"^(?:(?:we|i|they)(?:['’]ve| have)?|{WHOLE_BODY})(?: (?:has|have|had|all|finally|now|formally|duly))*$",
    re.IGNORECASE,
)
_BEEN = re.compile(rf"(?<=\s){BEEN}$", re.IGNORECASE)
_WHERE = re.compile(
    r"(?<![\w-])(by|to|for|in|at|on|across|within|with|from|into|under|without|as|of)(?![\w-])", re.IGNORECASE
)
_KNOWN = re.compile(
    r"^(?:(?:(?:the|our|its|council|council['’]s) )*(?:web ?site|web|intranet|internet|portal)|time|full|planned"
    rf"|(?:its|their|the|a) meeting|{WHOLE_BODY}(?: meeting)?|(?:any )?(?:amendments?|changes?)|a hitch|it|them)$",
    re.IGNORECASE,
)
"""Where a thing may be done, or how, that takes nothing from it."""
_CLAUSE_WITHIN = re.compile(r"\b(?:who|which|that|because|when|where|so|while|than|how|what|why)\b", re.IGNORECASE)
_NUMBER = re.compile(rf"\b(?:\d[\d,]*|{NUMBER_WORDS})\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:all|every|each|both|everyone|everybody)\b", re.IGNORECASE)
_SEVERAL = re.compile(rf"{_EVERY.pattern}|\b(?:\d+|(?!one\b)(?:{NUMBER_WORDS}))\b", re.IGNORECASE)
_OF_PEOPLE = ("appoint", "recruit", "nominate", "elect")
_NAME = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}$")
_NEEDS_MORE = COMPLETE_WITH | {"agree", "review"}
"""Verbs whose deed may be a step, or a mere yes, unless its thing is named and its day or who decided it."""


def with_deed_told(words: str, action: str, said_on: date) -> str:
    """`words` with each clause that tells the deed of `action` as done, and of the whole, as "completed"."""
    verb, asked = asked_deed(_WHO_ACTS.sub("", action))
    if not verb:
        return words
    deciders = deciders_of(action)

    def completed(found: re.Match[str]) -> str:
        clause = found["clause"]
        decided = not deciders or not _DECIDES.search(clause) or any(each in clause.lower() for each in deciders)
        opens = not words[: found.start()].rstrip().endswith(",")
        told = decided and _tells(clause, verb, asked, said_on, opens=opens)
        return f"{found['lead']}completed{_day_in(clause)}" if told else found[0]

    return _CLAUSE.sub(completed, words)


def _day_in(clause: str) -> str:
    """The day on which it was done, as a plain completion would name it."""
    day = _DATE.search(clause) or _DAY.search(clause)
    return f" {day[0] if day.re is _DAY else f'on {day[0]}'}" if day else ""


_LEFT_OF_DATE = re.compile(r"\b(?:on|in|since|at|of|from)(?=\s\s)")
_WHO_ACTS = re.compile(rf"^(?:{WHOLE_BODY}|[A-Z]{{2,5}}) to (?=[a-z])", re.IGNORECASE)
_DECIDES = re.compile(rf"\b{WHOLE_BODY}\b", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:yesterday|today|(?:on|last) {WEEKDAY})\b", re.IGNORECASE)
_DATE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Za-z]{3,9}(?: \d{4})?\b")


def _tells(clause: str, verb: str, asked: str, said_on: date, *, opens: bool) -> bool:
    """Whether a clause tells the deed of `verb` as done to the thing that was `asked`, with no doubt about it.

    Only what `opens` a sentence may leave the thing unnamed: "annex written, published today" is of the annex.
    """
    undated = _LEFT_OF_DATE.sub(" ", harmless.without_dates(f"{clause} ", said_on))
    plain = " ".join(_WHEN.sub(" ", undated).split()).strip(harmless.EDGES)
    found = _deed(verb).search(plain)
    if not found or not harmless.dates_have_passed(clause, said_on, told=True):
        return False
    if any(table.search(plain) for table in (doubts.DOUBTS_DONE, doubts.ALMOST, _CLAUSE_WITHIN)):
        return False
    by_step = any(not all_in(each[0], asked) for each in STEP.finditer(plain))
    if by_step or not _numbers(plain) <= _numbers(asked):
        return False
    has_day = plain != " ".join(clause.split()).strip(harmless.EDGES)
    return (opens or bool(found["before"].strip())) and _is_done_to(found, verb, asked, has_day=has_day)


def _is_done_to(found: re.Match[str], verb: str, asked: str, *, has_day: bool) -> bool:
    """Whether around a deed stand who did it, the thing that it was done to and where, and nothing else."""
    before, behind = found["before"].strip(harmless.EDGES), found["behind"].strip(harmless.EDGES)
    by_whom, named = _DOER.match(before), None
    thing, *where = _WHERE.split(behind)
    if not by_whom:
        if thing.strip():
            return False
        thing = _BEEN.sub("", f" {before} ").strip()
        named = verb in _OF_PEOPLE and _NAME.match(thing) and "as" in where[::2]
        thing = "" if named else thing
    places = tuple(zip(where[::2], where[1::2], strict=True))
    if doubts.PART.search(thing) or not all_in(thing, asked) or not all(_is_known(*each, asked) for each in places):
        return False
    several = verb in OF_EACH or _SEVERAL.search(asked)
    told_of = thing if verb in OF_EACH else found[0]
    enough = verb not in _NEEDS_MORE or named or (telling(thing) and (has_day or by_whom or places))
    return bool(enough and (telling(thing) or not thing) and (not several or _EVERY.search(told_of)))


def _is_known(joint: str, where: str, asked: str) -> bool:
    place = where.strip(harmless.EDGES)
    return bool(_KNOWN.match(place)) or (joint.lower() != "by" and bool(telling(place)) and all_in(place, asked))


def _numbers(words: str) -> set[int]:
    return {number_value(each[0]) for each in _NUMBER.finditer(words)}


@cache
def _deed(verb: str) -> re.Pattern[str]:
    """A clause with the deed of `verb` told as done."""
    return re.compile(
        rf"^(?P<before>(?:.*?\s)??)(?:{'|'.join(done_forms(verb)) or '(?!)'})\b(?P<behind>.*)$", re.IGNORECASE
    )
