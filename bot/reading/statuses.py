"""A status phrase as people print it -> how far the action has come; "completed" only when nothing speaks against it.

The order of thought: a bare percentage or colour; then the words the phrase opens with ("Completed - approved"); then
the table of words anywhere, the more cautious first. Hedges, exceptions and plans turn "completed" into less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from re import Match

from bot.plan import Status, StatusReading
from bot.reading import status_tails as tails
from bot.reading.conventions import COLOURS
from bot.reading.dates import find_dates
from bot.reading.status_anywhere import ANYWHERE, DOING, DONE
from bot.reading.status_dates import revised_due
from bot.reading.status_heads import HEADS
from bot.reading.status_words import NEGATED_ANYWHERE, StatusRule
from bot.reading.text import tidy

_LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
_FEWEST_LETTERS = 2
"""Letters that a word must have to be more than a code."""

_AT_ONCE = 12
"""Characters within which a date behind a closing word is the day of closing."""

_NARRATIVE = 7
"""Words from which a phrase without any status word is taken as an account of work under way."""


@dataclass(frozen=True, slots=True)
class ExplainedStatus:
    """A status reading with the rule that made it; `doubtful` where no word of it named a status."""

    reading: StatusReading
    rule: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    value: Status
    rule: str
    opens_to: int = 0
    """Where the opening words that named the status end; 0 where it stands elsewhere."""


def read_status(text: str, as_of: date, colours: Mapping[str, Status] = COLOURS) -> StatusReading:
    """What a status phrase says, read on `as_of`; `colours` are lower-case colour words. Any text is read."""
    return explain_status(text, as_of, colours).reading


def explain_status(text: str, as_of: date, colours: Mapping[str, Status] = COLOURS) -> ExplainedStatus:
    """`read_status` with the rule that decided."""
    plain = tidy(text)
    found = _find(plain, as_of, colours)
    note = "" if found.rule in _SAYS_NOTHING_ELSE else plain[found.opens_to :].strip(" ,;:.-()")
    reading = StatusReading(text.strip(), found.value, note, revised_due(plain, as_of, found.value))
    return ExplainedStatus(reading, found.rule, found.rule in _DOUBTFUL)


def _find(plain: str, as_of: date, colours: Mapping[str, Status]) -> _Found:
    bare = plain.strip(" .:;,!()*")
    if not tails.WORD.search(bare):
        return _Found(Status.UNKNOWN, "empty")
    whole = _whole(bare, colours)
    if whole:
        return whole
    label = tails.LABEL.match(plain)
    start = label.end() if label else 0
    colour = tails.COLOUR_FIRST.match(plain, start)
    if colour and colour["colour"].lower() in colours:
        behind = colour.end()
        rest = _opening(plain, behind + _blank(plain, behind), as_of) or _anywhere(plain[behind:], as_of)
        if rest.rule not in _DOUBTFUL:
            return rest
        return _Found(colours[colour["colour"].lower()], "colour", colour.end())
    share = tails.PERCENT_FIRST.match(plain, start)
    if share:
        stated = _opening(plain, share.end() + _blank(plain, share.end()), as_of)
        if stated and not (stated.value.is_closed and float(share["n"]) != 100):
            return stated
    return _opening(plain, start, as_of) or _last_word(plain) or _anywhere(plain, as_of)


def _last_word(plain: str) -> _Found | None:
    """A closing word that is the last sentence by itself, behind an account in which nothing is left open."""
    last = tails.LAST_WORD.search(plain)
    told = tails.BENIGN.sub(" ", plain[: last.start("last")]) if last else ""
    open_still = (tails.HEDGE, tails.STILL_OPEN, tails.QUESTIONED, NEGATED_ANYWHERE)
    if last is None or not told or tails.unfinished_share(told) or any(each.search(told) for each in open_still):
        return None
    return _Found(Status.COMPLETED, "completed")


def _blank(plain: str, start: int) -> int:
    return len(plain) - start - len(plain[start:].lstrip(" -:,.(/;"))


def _whole(bare: str, colours: Mapping[str, Status]) -> _Found | None:
    """A phrase that is nothing but a percentage, a colour or a blank."""
    percent = tails.PERCENT_ONLY.fullmatch(bare)
    if percent:
        return _Found(_from_percent(float(percent["n"])), "percentage only")
    colour = bare.lower().removeprefix("rag").removesuffix("rag").strip(" :-")
    colour = _LETTERS.get(colour, colour)
    if colour in colours:
        return _Found(colours[colour], "colour only")
    return _Found(Status.UNKNOWN, "not stated") if tails.NOT_STATED.fullmatch(bare) else None


def _from_percent(number: float) -> Status:
    if number > 100:
        return Status.UNKNOWN
    if number == 100:
        return Status.COMPLETED
    return Status.IN_PROGRESS if number > 0 else Status.NOT_STARTED


def _opening(plain: str, start: int, as_of: date) -> _Found | None:
    """The status a phrase opens with, weighed against the rest of it."""
    for rule in HEADS:
        match = rule.pattern.match(plain, start)
        if not match:
            continue
        rest = tails.BENIGN.sub(" ", plain[match.end() :])
        if rule.value.is_closed:
            return _closing(rule, match, rest, as_of)
        value = Status.ONGOING if rule.value is Status.IN_PROGRESS and tails.ONGOING.search(rest) else rule.value
        return _Found(value, rule.name, 0 if value is Status.AT_RISK else match.end())
    return None


def _closing(rule: StatusRule, match: Match[str], rest: str, as_of: date) -> _Found:
    """A closing word: another beside it, a doubt, a condition, an exception or a date ahead makes it less."""
    others = (each for each in HEADS if each.value.is_closed and each.value != rule.value and each.pattern.search(rest))
    if tails.QUESTIONED.search(rest) or (tails.OR.match(rest) and next(others, None)):
        return _Found(Status.UNKNOWN, "no clear status")
    if rule.value is not Status.COMPLETED:
        clear = not tails.REVIVED.search(rest)
        return _Found(rule.value, rule.name, match.end()) if clear else _Found(Status.UNKNOWN, "no clear status")
    if tails.SAYS_NO.match(rest):
        return _Found(Status.IN_PROGRESS, "not complete")
    if any(each.match(rest) for each in _NOT_OF_THE_ACTION) or tails.MISSED.search(rest):
        return _Found(Status.UNKNOWN, "no clear status")
    if tails.CLOSED.search(match[0]):
        otherwise = _closed_otherwise(rest)
        if otherwise:
            return otherwise
    if tails.AND_ONGOING.match(rest):
        return _Found(Status.ONGOING, "completed and ongoing", match.end())
    if tails.FUTURE_TAIL.match(rest) or _date_ahead(rest, as_of):
        return _Found(Status.IN_PROGRESS, "completion ahead")
    if tails.HEDGE.search(rest) or tails.STILL_OPEN.search(rest) or tails.unfinished_share(rest):
        return _Found(Status.PART_COMPLETED, "completed in part", match.end())
    return _Found(rule.value, rule.name, match.end())


def _closed_otherwise(rest: str) -> _Found | None:
    """What an action that was "closed" came to where that was not its completion, as the words behind it say."""
    why = tails.CLOSED_AS.sub("", rest, count=1)
    instead = next((each for each in _CLOSED_OTHERWISE if each.pattern.match(why)), None)
    if instead:
        return _Found(instead.value, instead.name)
    return _Found(Status.UNKNOWN, "no clear status") if tails.MOVED_ON.match(why) else None


def _date_ahead(rest: str, as_of: date) -> bool:
    """Whether a closing word is followed at once by a day that had not come when it was read."""
    first = next(iter(find_dates(rest, as_of)), None)
    if first is None or first.period is None:
        return False
    if first.low > _AT_ONCE and not tails.EFFECTIVE.search(rest[: first.low]):
        return False
    return first.period.start > as_of and (not first.year_missing or "by" in rest[: first.low].lower())


def _anywhere(plain: str, as_of: date) -> _Found:
    """The first rule, the most cautious first, whose words stand anywhere in the phrase."""
    text = tails.BENIGN.sub(" ", plain)
    if tails.unfinished_share(text):
        return _Found(Status.IN_PROGRESS, "percentage")
    for rule in ANYWHERE:
        if rule.anywhere(text):
            if rule.value is Status.NOT_STARTED and any(done.anywhere(text) for done in DONE):
                return _Found(Status.PART_COMPLETED, "completed in part")
            if rule.value.is_closed and tails.REVIVED.search(rule.pattern.sub(" ", text)):
                return _Found(Status.UNKNOWN, "no clear status")
            ongoing = rule.name == "in progress" and tails.ONGOING.search(text)
            return _Found(Status.ONGOING if ongoing else rule.value, rule.name)
    if any(rule.anywhere(text) for rule in DONE):
        if any(each.search(text) for each in _OF_SOMETHING_ELSE):
            return _Found(Status.UNKNOWN, "no clear status")
        if any(_date_ahead(text[each.end() :], as_of) for rule in DONE for each in rule.pattern.finditer(text)):
            return _Found(Status.IN_PROGRESS, "completion ahead")
        if tails.HEDGE.search(text) or tails.STEP.search(text):
            return _Found(Status.PART_COMPLETED, "completed in part")
        return _Found(Status.COMPLETED, "completed")
    if len(tails.WORD.findall(text)) >= _NARRATIVE:
        return _Found(Status.IN_PROGRESS, "narrative")
    for rule in DOING:
        if rule.anywhere(text):
            return _Found(rule.value, rule.name)
    return _Found(Status.UNKNOWN, "no status")


def names_something_left(told: str) -> bool:
    """Whether what is told of an action that is said to be completed names an exception, a doubt or work still open."""
    text = tails.BENIGN.sub(" ", tidy(told))
    return bool(tails.EXCEPTION.search(text) or tails.STILL_OPEN.search(text)) or (
        tails.unfinished_share(text) or bool(tails.QUESTIONED.search(text))
    )


def says_only_a_code(text: str) -> bool:
    """Whether a status is nothing but a colour, its letter, a number or a blank: "R", "0.9", "Amber / 20%", "N/A"."""
    return all(_is_code(part) for part in tidy(text).split(" / "))


def _is_code(text: str) -> bool:
    bare = text.strip(" .:;,!()*")
    return len(re.findall(r"[^\W\d_]", bare)) < _FEWEST_LETTERS or _whole(bare, COLOURS) is not None


_CLOSED_OTHERWISE = tuple(rule for rule in HEADS if rule.value in (Status.CANCELLED, Status.SUPERSEDED))
_NOT_OF_THE_ACTION = (tails.TALLY, tails.YES_OR_NO, tails.HANDED_IN)
"""What right behind a closing word says that it tells nothing of the action itself."""
_OF_SOMETHING_ELSE = (tails.QUESTIONED, tails.ELSEWHERE, tails.SHUT, tails.TALLY)
"""What in a phrase with a closing word says that it is doubted, or said of something else than the action."""
_DOUBTFUL = frozenset({"narrative", "something was done", "no status", "no clear status"})
_SAYS_NOTHING_ELSE = frozenset({"empty", "percentage only", "colour only", "not stated", "no status"})


def opening_status(text: str, colours: Mapping[str, Status] = COLOURS) -> int:
    """How many characters the status word takes that a phrase opens with; 0 where it opens with none."""
    label = tails.LABEL.match(text)
    for rule in HEADS:
        match = rule.pattern.match(text, label.end() if label else 0)
        if match:
            return match.end()
    colour = tails.COLOUR_FIRST.match(text)
    return colour.end() if colour and colour["colour"].lower() in colours else 0
