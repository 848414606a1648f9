"""A status phrase as people print it -> how far the action has come; "completed" only when nothing speaks against it.

The order of thought: a bare percentage or colour; then the words the phrase opens with ("Completed - approved"); then
the table of words anywhere, the more cautious first. Hedges, exceptions and plans turn "completed" into less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.plan import Status, StatusReading
from bot.reading.conventions import COLOURS, OTHER_COLOURS
from bot.reading.statuses import labels, left, tails
from bot.reading.statuses.anywhere import ANYWHERE, IN_PART
from bot.reading.statuses.closing import Found, closed_otherwise, closing, done_within, last_word, no_more, revived
from bot.reading.statuses.done import DOING, DONE, WAS_DONE
from bot.reading.statuses.heads import HEADS
from bot.reading.statuses.misprints import mend_statuses
from bot.reading.statuses.revised import revised_due
from bot.reading.statuses.words import NEGATED_ANYWHERE
from bot.reading.text import as_printed, tidy

_LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
_FEWEST_LETTERS = 2
"""Letters that a word must have to be more than a code."""

_NARRATIVE = 7
"""Words from which a phrase without any status word is taken as an account of work under way."""


@dataclass(frozen=True, slots=True)
class ExplainedStatus:
    """A status reading with the rule that made it; `doubtful` where no word of it named a status."""

    reading: StatusReading
    rule: str
    doubtful: bool = False
    perhaps: Status | None = None
    """What closes the action if a word of it is a misprint."""


def read_status(text: str, as_of: date, colours: Mapping[str, Status] = COLOURS) -> StatusReading:
    """What a status phrase says, read on `as_of`; `colours` are lower-case colour words. Any text is read."""
    return explain_status(text, as_of, colours).reading


def explain_status(text: str, as_of: date, colours: Mapping[str, Status] = COLOURS) -> ExplainedStatus:
    """`read_status` with the rule that decided."""
    plain = tidy(text)
    found, perhaps = _without_misprints(plain, _find(plain, as_of, colours), as_of, colours)
    note = "" if found.rule in _SAYS_NOTHING_ELSE else as_printed(plain[found.opens_to :].strip(" ,;:.-()"), text)
    reading = StatusReading(text.strip(), found.value, note, revised_due(plain, as_of, found.value))
    return ExplainedStatus(reading, found.rule, found.rule in _DOUBTFUL, perhaps)


def _without_misprints(
    plain: str, found: Found, as_of: date, colours: Mapping[str, Status]
) -> tuple[Found, Status | None]:
    """A doubtful reading as it is without its misprints; one that would then be closed is left to a person."""
    mended = mend_statuses(plain) if found.rule in _DOUBTFUL else plain
    if mended == plain:
        return found, None
    meant = _find(mended, as_of, colours)
    if meant.rule in _DOUBTFUL:
        return found, None
    if meant.value.is_closed:
        return Found(Status.UNKNOWN, "no clear status"), meant.value
    return Found(meant.value, meant.rule), None


def _find(plain: str, as_of: date, colours: Mapping[str, Status]) -> Found:
    bare = plain.strip(" .:;,!()*")
    if not labels.WORD.search(bare):
        ticked = labels.TICK_ONLY.fullmatch(bare)
        return Found(Status.COMPLETED, "tick only") if ticked else Found(Status.UNKNOWN, "empty")
    whole = _whole(bare, colours)
    if whole:
        return whole
    label = labels.LABEL.match(plain)
    start = label.end() if label else 0
    became = labels.BECAME.match(plain, start)
    if became and {_colour(became["was"]), _colour(became["now"])} <= colours.keys():
        return _find(plain[became.end() :], as_of, colours)
    colour = labels.COLOUR_FIRST.match(plain, start)
    if colour and colour["colour"].lower() in (colours.keys() | OTHER_COLOURS):
        behind = colour.end()
        rest = _opening(plain, behind + _blank(plain, behind), as_of) or _anywhere(plain[behind:], as_of)
        if rest.rule not in _DOUBTFUL:
            return rest
        return Found(colours.get(colour["colour"].lower(), Status.UNKNOWN), "colour", colour.end())
    share = labels.PERCENT_FIRST.match(plain, start)
    if share:
        stated = _opening(plain, share.end() + _blank(plain, share.end()), as_of)
        if stated and not (stated.value.is_closed and float(share["n"]) != 100):
            return stated
    found = _opening(plain, start, as_of) or last_word(plain, as_of) or _anywhere(plain, as_of)
    return (no_more(plain) if found.rule in _DOUBTFUL | {_STEP_TAKEN} else None) or found


def _colour(word: str) -> str:
    return _LETTERS.get(word.lower(), word.lower())


def _blank(plain: str, start: int) -> int:
    return len(plain) - start - len(plain[start:].lstrip(" -:,.(/;"))


def _whole(bare: str, colours: Mapping[str, Status]) -> Found | None:
    """A phrase that is nothing but a percentage, a colour or a blank."""
    percent = labels.PERCENT_ONLY.fullmatch(bare)
    if percent:
        return Found(_from_percent(float(percent["n"])), "percentage only")
    colour = bare.lower().removeprefix("rag").removesuffix("rag").strip(" :-")
    if _colour(colour) in colours:
        return Found(colours[_colour(colour)], "colour only")
    return Found(Status.UNKNOWN, "not stated") if labels.NOT_STATED.fullmatch(bare) else None


def _from_percent(number: float) -> Status:
    if number > 100:
        return Status.UNKNOWN
    if number == 100:
        return Status.COMPLETED
    return Status.IN_PROGRESS if number > 0 else Status.NOT_STARTED


def _opening(plain: str, start: int, as_of: date) -> Found | None:
    """The status a phrase opens with, weighed against the rest of it."""
    for rule in HEADS:
        match = rule.pattern.match(plain, start)
        if not match:
            continue
        rest = left.BENIGN.sub(" ", plain[match.end() :])
        if rule.value.is_closed:
            return closing(rule, match, rest, as_of)
        after_all = tails.AFTER_ALL.match(rest) if rule.value in (Status.AT_RISK, Status.ON_HOLD) else None
        if after_all:
            return _opening(rest, after_all.end(), as_of)
        if rule.value is Status.NOT_STARTED or rule.name == "not complete":
            otherwise = closed_otherwise(rest)
            if otherwise and otherwise.value.is_closed:
                return otherwise if rule.value is Status.NOT_STARTED else Found(otherwise.value, "no more action")
        if labels.OPEN.fullmatch(match[0]):
            told = _opening(plain, match.end() + _blank(plain, match.end()), as_of)
            if told and not told.value.is_closed:
                return told
        if rule.value in (Status.IN_PROGRESS, Status.ONGOING):
            if tails.TROUBLED.match(rest):
                return Found(Status.AT_RISK, "at risk")
            if tails.HALTED.match(rest):
                return Found(Status.ON_HOLD, "on hold")
        value = Status.ONGOING if rule.value is Status.IN_PROGRESS and tails.ONGOING.search(rest) else rule.value
        return Found(value, rule.name, 0 if value is Status.AT_RISK else match.end())
    return None


def _anywhere(plain: str, as_of: date) -> Found:
    """The first rule, the most cautious first, whose words stand anywhere in the phrase."""
    text = left.WHOLE_SHARE.sub("all", left.BENIGN.sub(" ", plain))
    if left.unfinished_share(text):
        return Found(Status.IN_PROGRESS, "percentage")
    for rule in ANYWHERE:
        if rule.anywhere(text):
            if rule.value is Status.NOT_STARTED and any(done.anywhere(text) for done in (*DONE, IN_PART)):
                return Found(Status.PART_COMPLETED, "completed in part")
            unbegun = left.PART_NOT_BEGUN.search(text) if rule.value is Status.NOT_STARTED else None
            if unbegun and WAS_DONE.anywhere(left.ACCEPTED.sub(" ", text[: unbegun.start()])):
                return Found(Status.IN_PROGRESS, "something was done, something not begun")
            if rule.value.is_closed and revived(rule.pattern.sub(" ", text)):
                return Found(Status.UNKNOWN, "no clear status")
            if rule.name in _MERELY_OPEN and tails.REACHED.match(text):
                break
            ongoing = rule.name in _MERELY_OPEN and tails.ONGOING.search(text)
            return Found(Status.ONGOING if ongoing else rule.value, rule.name)
    return done_within(text, as_of) or _doing(text)


def _doing(text: str) -> Found:
    """What a phrase without any status word tells of work; a person says whether that was all."""
    if tails.REACHED.match(text):
        return Found(Status.IN_PROGRESS, "something was done")
    if len(labels.WORD.findall(text)) >= _NARRATIVE:
        return Found(Status.IN_PROGRESS, "narrative")
    for rule in DOING:
        if rule.anywhere(text):
            in_part = rule.value is Status.ONGOING and (NEGATED_ANYWHERE.search(text) or left.HEDGE.search(text))
            return Found(Status.PART_COMPLETED if in_part else rule.value, rule.name)
    return Found(Status.UNKNOWN, "no status")


def names_something_left(told: str) -> bool:
    """Whether what is told of an action that is said to be completed names an exception, a doubt or work still open."""
    text = left.LATER_REVIEW.sub(" ", left.BENIGN.sub(" ", tidy(told)))
    return bool(left.EXCEPTION.search(text) or left.STILL_OPEN.search(text)) or (
        left.unfinished_share(text) or bool(tails.QUESTIONED.search(text))
    )


def says_only_a_code(text: str) -> bool:
    """Whether a status is nothing but a colour, its letter, a number or a blank: "R", "0.9", "Amber / 20%", "N/A"."""
    return all(_is_code(part) for part in tidy(text).split(" / "))


def _is_code(text: str) -> bool:
    bare = text.strip(" .:;,!()*")
    return len(re.findall(r"[^\W\d_]", bare)) < _FEWEST_LETTERS or _whole(bare, COLOURS) is not None


_DOUBTFUL = frozenset(
    {"narrative", "in operation", "work is under way", "something was done", "no status", "no clear status"}
    | {"no more action", "tick only"}
)
_STEP_TAKEN = "a step was taken"
_MERELY_OPEN = frozenset({"in progress", _STEP_TAKEN})
_SAYS_NOTHING_ELSE = frozenset({"empty", "tick only", "percentage only", "colour only", "not stated", "no status"})


def opening_status(text: str, colours: Mapping[str, Status] = COLOURS) -> int:
    """How many characters the status word takes that a phrase opens with; 0 where it opens with none."""
    label = labels.LABEL.match(text)
    for rule in HEADS:
        match = rule.pattern.match(text, label.end() if label else 0)
        if match:
            return match.end()
    colour = labels.COLOUR_FIRST.match(text)
    return colour.end() if colour and colour["colour"].lower() in colours else 0
