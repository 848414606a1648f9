"""The date that an answer names: promised in words or standing by itself, and how far it may be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Due
from bot.reading.dates.mentions import find_mentions
from bot.reply.beside import doubts, harmless
from bot.reply.beside.around_date import KEEPS_DATE, RELATIVE, beside_date, lone_date, names_thing
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.meaning.coming import STEP, runs_itself, tells_of_past
from bot.reply.meaning.cues import LEFT_OVER
from bot.reply.meaning.lead_up import without_lead_up
from bot.reply.meaning.promise import Promise, promise_in
from bot.reply.meaning.promise_rules import (
    AGREES_DATE,
    ASKS_TO_SET,
    CORRECTS_DATE,
    DONE_BY,
    MOVES,
    NEEDS_UNTIL,
    OUTRIGHT,
    PLAIN_REQUESTS,
    PROMISE_RULES,
    PromiseRule,
)
from bot.reply.meaning.said import WHERE, Said, short
from bot.reply.meaning.statuses import CLAUSE_END, sentence_of
from bot.reply.words import completing, phrases
from bot.reply.words.times import SHORT_MONTH

HALF_A_YEAR, NINE_MONTHS = timedelta(days=183), timedelta(days=274)
"""As far as a date may lie ahead whose year nobody wrote: one that stands alone, and one that is promised in words."""

FAR = harmless.YEAR
"""A date further ahead than this is asked about, however plainly it was said."""

LONE_DATE = "only a date"

PASSED = "The date you name has passed. Is the action complete, or is there a new date?"
"""What is asked about a date that lies behind."""


def promised(words: str, said_on: date) -> Said | None:
    """The first date that stands behind words of promise."""
    found = tuple(_promises(words, said_on))
    outright = [each for each in found if each.rule in OUTRIGHT]
    if len({each.due.end for each in outright if each.due}) > 1:
        return Said(outright[0].rule, doubt=f"You ask for more than one date. {WHERE}")
    return next(iter(found), None)


def _promises(words: str, said_on: date) -> Iterator[Said]:
    """What each rule finds, in the order of the table; a promise denied ends the search."""
    for rule in PROMISE_RULES:
        for found in rule.pattern.finditer(words):
            behind = words[found.end() :]
            back = rule.name != AGREES_DATE and _looks_back(words[: found.end()], behind)
            if back and RELATIVE.match(behind) and (behind.startswith("in ") or tells_of_past(words[: found.end()])):
                continue
            if _DENIED.search(words[: found.start()]):
                return
            if rule.name in (MOVES, NEEDS_UNTIL) and runs_itself(words[: found.start()], behind):
                continue
            promise = promise_in(behind, said_on, back=back)
            if promise and not (back and promise.due.end and promise.due.end < said_on):
                yield _as_promised(rule, found, promise, said_on)


def _as_promised(rule: PromiseRule, found: re.Match[str], promise: Promise, said_on: date) -> Said:
    """A promise with what its own sentence, and what stands beside it, casts doubt on it."""
    words, due = found.string, promise.due
    sentence = sentence_of(words, found)
    own = sentence[sentence.index(found[0]) :] if rule.name == ASKS_TO_SET else sentence
    own = own.replace(found[0], " ") if rule.name in (*OUTRIGHT, CORRECTS_DATE) else own
    certain = promise.sure and (rule.name != DONE_BY or _is_of_whole(words[: found.start()], found[0]))
    weighed = _weigh(rule.name, certain, due, own, said_on)
    if weighed.doubt:
        return weighed
    around = without_lead_up(rule.name, found, due, said_on) if rule.name in PLAIN_REQUESTS else words
    beside = beside_date(around, found.span(), due, said_on)
    return replace(weighed, doubt=f"You also wrote “{short(beside)}”. Is “{due.text}” the new date?" if beside else "")


def _is_of_whole(before: str, promise: str) -> bool:
    """Whether what will be done is no step told before it, nor what is left where "it" follows on that."""
    told_left = bool(LEFT_OVER.search(before))
    if STEP.search(before) or (told_left and _IT.match(promise)) or GOES_AWAY.search(promise):
        return False
    return told_left or not before.endswith((", ", "- ", "– "))


_IT = re.compile(r"\W*it\b", re.IGNORECASE)
GOES_AWAY = re.compile(r"\b(?:i|we)(?: will|['’]ll)(?: now| all)? be (?:gone|out)\b", re.IGNORECASE)
"""Somebody who leaves or is away then."""
_DENIED = re.compile(r"\b(?:not|no)(?: to| be| being)? *$|n['’]t(?: be)? *$", re.IGNORECASE)


def standing_alone(words: str, pieces: tuple[str, ...], said_on: date) -> Said | None:
    """The one coming day that stands for itself ("End of November please", "this will now be 4 December")."""
    asked = "?" in words or SAYS_STATUS.search(words)
    alone = [
        part for piece in pieces if (part := lone_date(piece, said_on)) and not (asked and names_thing(part, said_on))
    ]
    promised = [(part, promise) for part in alone if (promise := promise_in(part, said_on))]
    named = [(part, each) for part, each in promised if not tells_of_past(words.partition(each.due.text)[0])]
    coming = [(part, each) for part, each in named if each.due.end and each.due.end >= said_on]
    if len({each.due.end for _, each in coming}) != 1:
        return Said(LONE_DATE, due=named[0][1].due, doubt=PASSED) if len(named) == len(pieces) == 1 else None
    part, promise = coming[0]
    start = max(words.find(part), 0)
    said = _weigh(LONE_DATE, promise.sure, promise.due, words, said_on)
    beside = beside_date(words, (start, start), promise.due, said_on) or (
        "on track" if KEEPS_DATE.search(words) else ""
    )
    beside = beside or _runs_on(part, said_on)
    return said if said.doubt or not beside else replace(said, doubt=is_it(promise.due, said_on))


def _runs_on(part: str, said_on: date) -> str:
    """What a day in words only opens ("in two weeks the panel meets"); "" where it says when, and perhaps why."""
    relative = None if find_mentions(part, said_on) else RELATIVE.search(part)
    if _BY.match(part):
        return part  # by then a step may be done as well
    behind = part[relative.end() :].strip(harmless.EDGES) if relative else ""
    return "" if _MAY_FOLLOW.match(behind) else behind


_BY = re.compile(r"(?:on |in |at )?(?:by|before)\b", re.IGNORECASE)
_MAY_FOLLOW = re.compile(
    r"^(?:$|(?:please|pls|thanks|now|instead|then|at the latest|latest|['’]s time|sorry|i['’]m afraid|with|by|for"
    r"|because|as|since|due to|owing to|while|following|so|to)\b)",
    re.IGNORECASE,
)


def is_it(due: Due, said_on: date) -> str:
    """Whether a date that nothing was said of is the new one."""
    if due.end is None or due.end < said_on:
        return PASSED
    return f"You wrote “{due.text}”. Is {due.end.day} {due.end:%B %Y} the new date?"


def _looks_back(before: str, behind: str) -> bool:
    """Whether the date that begins `behind` is one on which something was done."""
    clause = CLAUSE_END.split(before)[-1].rstrip().removesuffix(" the")
    if _TO_BE.search(clause):
        return False
    agent = clause.casefold().endswith(" by") and not phrases.BACK_BY.match(behind)
    return bool(phrases.LOOKS_BACK.search(clause.removesuffix(" by") if agent else clause))


_TO_BE = re.compile(
    r"(?:\b(?:will|should|would|can|could|must|might|may)|['’]ll)(?: \w+)?(?: be)? \w+$|\bto be \w+$", re.IGNORECASE
)
"""What is still to be done ("should be finished")."""


def _weigh(rule: str, certain: bool, due: Due, sentence: str, said_on: date) -> Said:
    if due.end is None or due.end < said_on:
        return Said(rule, due=due, doubt=PASSED)
    plain = re.sub(r"\b(?:was|were)\b", " ", SAYS_STATUS.sub(" ", completing.NOT_DONE_YET.sub(" ", sentence)))
    hedge = doubts.DOUBTS.search(harmless.without_dates(plain, said_on))
    if hedge:
        return Said(rule, due=due, doubt=f"You wrote “{hedge.group()}”. Is “{due.text}” the new date?")
    several = (
        _PART_OF_MONTH.search(due.text)
        or len({due.text[each.low : each.high].casefold() for each in find_mentions(due.text, said_on)}) > 1
    )
    ahead = (
        FAR if _SAYS_YEAR.search(due.text) or not due.assumption else HALF_A_YEAR if rule == LONE_DATE else NINE_MONTHS
    )
    if several or due.end - said_on > ahead:
        return Said(rule, due=due, doubt=f"You wrote “{due.text}”. Is {due.end.day} {due.end:%B %Y} the new date?")
    return Said(rule, due=due, doubt="" if certain else f"Is “{due.text}” the new date for the whole action?")


_SAYS_YEAR = re.compile(r"\b(?:the|this) (?:financial|council|municipal) year\b", re.IGNORECASE)
_PART_OF_MONTH = re.compile(rf"\b(?:early|late)[- ](?:in )?{SHORT_MONTH}\b(?! bank)|\bor\b", re.IGNORECASE)
"""A date of which nobody says on which day of its month, or one of two."""
