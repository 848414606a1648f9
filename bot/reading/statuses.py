"""A status phrase as people print it -> how far the action has come; "completed" only when nothing speaks against it.

The order of thought: a bare percentage or colour; then the words the phrase opens with ("Completed - approved"); then
the table of words anywhere, the more cautious first. Hedges, exceptions and plans turn "completed" into less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from re import Match

from bot.plan import Due, Status, StatusReading
from bot.reading import status_words as words
from bot.reading.dates import find_dates
from bot.reading.status_words import StatusRule
from bot.reading.text import tidy

COLOURS: Mapping[str, Status] = {
    "red": Status.AT_RISK,
    "amber": Status.AT_RISK,
    "yellow": Status.AT_RISK,
    "green": Status.IN_PROGRESS,
    "blue": Status.UNKNOWN,
    "grey": Status.NOT_STARTED,
    "white": Status.NOT_STARTED,
}
"""What a colour alone means unless a council says otherwise; none means completed, for councils differ on it."""

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
    reading = StatusReading(text.strip(), found.value, note, _revised_due(plain, as_of, found.value))
    return ExplainedStatus(reading, found.rule, found.rule in _DOUBTFUL)


def _find(plain: str, as_of: date, colours: Mapping[str, Status]) -> _Found:
    bare = plain.strip(" .:;,!()*")
    if not words.WORD.search(bare):
        return _Found(Status.UNKNOWN, "empty")
    whole = _whole(bare, colours)
    if whole:
        return whole
    label = words.LABEL.match(plain)
    start = label.end() if label else 0
    colour = words.COLOUR_FIRST.match(plain, start)
    if colour and colour["colour"].lower() in colours:
        rest = _opening(plain, colour.end() + _blank(plain, colour.end()), as_of) or _anywhere(plain[colour.end() :])
        if rest.rule not in _DOUBTFUL:
            return rest
        return _Found(colours[colour["colour"].lower()], "colour", colour.end())
    return _opening(plain, start, as_of) or _anywhere(plain)


def _blank(plain: str, start: int) -> int:
    return len(plain) - start - len(plain[start:].lstrip(" -:,.(/;"))


def _whole(bare: str, colours: Mapping[str, Status]) -> _Found | None:
    """A phrase that is nothing but a percentage, a colour or a blank."""
    percent = words.PERCENT_ONLY.fullmatch(bare)
    if percent:
        return _Found(_from_percent(float(percent["n"])), "percentage only")
    colour = bare.lower().removeprefix("rag").removesuffix("rag").strip(" :-")
    colour = _LETTERS.get(colour, colour)
    if colour in colours:
        return _Found(colours[colour], "colour only")
    return _Found(Status.UNKNOWN, "not stated") if words.NOT_STATED.fullmatch(bare) else None


def _from_percent(number: float) -> Status:
    if number > 100:
        return Status.UNKNOWN
    if number == 100:
        return Status.COMPLETED
    return Status.IN_PROGRESS if number > 0 else Status.NOT_STARTED


def _opening(plain: str, start: int, as_of: date) -> _Found | None:
    """The status a phrase opens with, weighed against the rest of it."""
    for rule in words.HEADS:
        match = rule.pattern.match(plain, start)
        if not match:
            continue
        rest = words.BENIGN.sub(" ", plain[match.end() :])
        if rule.value.is_closed:
            return _closing(rule, match, rest, as_of)
        value = Status.ONGOING if rule.value is Status.IN_PROGRESS and words.ONGOING.search(rest) else rule.value
        return _Found(value, rule.name, 0 if value is Status.AT_RISK else match.end())
    return None


def _closing(rule: StatusRule, match: Match[str], rest: str, as_of: date) -> _Found:
    """A closing word: another beside it, a doubt, a condition, an exception or a date ahead makes it less."""
    others = (
        each for each in words.HEADS if each.value.is_closed and each.value != rule.value and each.pattern.search(rest)
    )
    if words.QUESTIONED.search(rest) or (words.OR.match(rest) and next(others, None)):
        return _Found(Status.UNKNOWN, "no clear status")
    if rule.value is not Status.COMPLETED:
        return _Found(rule.value, rule.name, match.end())
    if words.AND_ONGOING.match(rest):
        return _Found(Status.ONGOING, "completed and ongoing", match.end())
    if words.FUTURE_TAIL.match(rest) or _date_ahead(rest, as_of):
        return _Found(Status.IN_PROGRESS, "completion ahead")
    if words.HEDGE.search(rest) or words.STILL_OPEN.search(rest) or _unfinished_share(rest):
        return _Found(Status.PART_COMPLETED, "completed in part", match.end())
    return _Found(rule.value, rule.name, match.end())


def _date_ahead(rest: str, as_of: date) -> bool:
    """Whether a closing word is followed at once by a day that had not come when it was read."""
    first = next(iter(find_dates(rest, as_of)), None)
    if first is None or first.low > 12 or first.period is None:
        return False
    return first.period.start > as_of and (not first.year_missing or "by" in rest[: first.low].lower())


def _anywhere(plain: str) -> _Found:
    """The first rule, the most cautious first, whose words stand anywhere in the phrase."""
    text = words.BENIGN.sub(" ", plain)
    if _unfinished_share(text):
        return _Found(Status.IN_PROGRESS, "percentage")
    for rule in words.ANYWHERE:
        if rule.anywhere(text):
            ongoing = rule.name == "in progress" and words.ONGOING.search(text)
            return _Found(Status.ONGOING if ongoing else rule.value, rule.name)
    if any(rule.anywhere(text) for rule in words.DONE) and not words.QUESTIONED.search(text):
        if words.HEDGE.search(text):
            return _Found(Status.PART_COMPLETED, "completed in part")
        return _Found(Status.COMPLETED, "completed")
    if len(words.WORD.findall(text)) >= _NARRATIVE:
        return _Found(Status.IN_PROGRESS, "narrative")
    return _Found(Status.UNKNOWN, "no status")


def names_something_left(told: str) -> bool:
    """Whether what is told of an action that is said to be completed names an exception, a doubt or work still open."""
    text = words.BENIGN.sub(" ", tidy(told))
    return bool(words.EXCEPTION.search(text) or words.STILL_OPEN.search(text)) or (
        _unfinished_share(text) or bool(words.QUESTIONED.search(text))
    )


def says_only_a_code(text: str) -> bool:
    """Whether a status is nothing but a colour, its letter, a number or a blank: "R", "0.9", "Amber / 20%", "N/A"."""
    return all(_is_code(part) for part in tidy(text).split(" / "))


def _is_code(text: str) -> bool:
    bare = text.strip(" .:;,!()*")
    return len(re.findall(r"[^\W\d_]", bare)) < _FEWEST_LETTERS or _whole(bare, COLOURS) is not None


def _unfinished_share(text: str) -> bool:
    return any(float(share) < 100 for share in words.PERCENT.findall(text))


def _revised_due(plain: str, as_of: date, value: Status) -> Due | None:
    """The last new date that an open status talks of: one that words of moving or of finishing lead to."""
    if value.is_closed:
        return None
    moved: Due | None = None
    for named in find_dates(plain, as_of, timedelta(days=31)):
        if named.period is None or named.open_ended:
            continue
        before = plain[max(0, named.low - 120) : named.low]
        if words.NEW_DATE.search(before) or (named.period.end >= as_of and words.COMMITS.search(before)):
            printed = plain[named.low : named.high].strip(" ,.;")
            moved = Due(printed, named.period.start, named.period.end, named.period.precision, named.kind, named.note)
    return moved


_DOUBTFUL = frozenset({"narrative", "no status", "no clear status"})
_SAYS_NOTHING_ELSE = frozenset({"empty", "percentage only", "colour only", "not stated", "no status"})


def opening_status(text: str, colours: Mapping[str, Status] = COLOURS) -> int:
    """How many characters the status word takes that a phrase opens with; 0 where it opens with none."""
    label = words.LABEL.match(text)
    for rule in words.HEADS:
        match = rule.pattern.match(text, label.end() if label else 0)
        if match:
            return match.end()
    colour = words.COLOUR_FIRST.match(text)
    return colour.end() if colour and colour["colour"].lower() in colours else 0
