"""Whether a closing word closes an action: what stands around it may take it back, or say that something else ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from re import Match

from bot.plan import Status
from bot.reading.dates.explain import find_dates
from bot.reading.patterns import compiled
from bot.reading.statuses import given_up, left, tails
from bot.reading.statuses.done import DOING, DONE
from bot.reading.statuses.heads import HEADS
from bot.reading.statuses.words import NEGATED_ANYWHERE, StatusRule

_CLAUSES = re.compile(r"(?P<stop>[,;]|[.:]|\s-)\s(?:and\s)?")
_TOLD = compiled(
    r"^(?:by|on|at|in|per|as|see|with|under|from|for|following|via|through|thanks?|no|nil|none|nothing|not|which|who|all|both|ref|min)\b"
    r"|^[(\d£]|\b(?:\w{3,}ed|\w{2,}en|sent|held|made|paid|put|set|met|done|live|complete|in\s(?:place|use)|since|is|are|was|were|has|have|runs?|ends?"
    r"|expires?|until|valid|reviews?|refresh)\b"
)
"""What makes a clause of its own of words beside a closing word, or a part of the same: a deed, a place, a number."""
_YEAR = re.compile(r"\b20\d\d\b")
_AT_ONCE = 12
"""Characters within which a date behind a closing word is the day of closing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A status with the rule that found it."""

    value: Status
    rule: str
    opens_to: int = 0
    """Where the opening words that named the status end; 0 where it stands elsewhere."""


def closing(rule: StatusRule, match: Match[str], rest: str, as_of: date) -> Found:
    """A closing word: another beside it, a doubt, a condition, an exception or a date ahead makes it less."""
    others = (each for each in HEADS if each.value.is_closed and each.value != rule.value and each.pattern.search(rest))
    if tails.QUESTIONED.search(rest) or (tails.OR.match(rest) and next(others, None)):
        return Found(Status.UNKNOWN, "no clear status")
    if rule.value is not Status.COMPLETED:
        doubtful = revived(rest)
        return Found(Status.UNKNOWN, "no clear status") if doubtful else Found(rule.value, rule.name, match.end())
    if tails.OPENED_AGAIN.search(rest):
        return Found(Status.IN_PROGRESS, "opened again")
    if tails.SAYS_NO.match(rest):
        return Found(Status.IN_PROGRESS, "not complete")
    otherwise = _otherwise(match[0], rest, rest)
    if otherwise:
        return otherwise
    taken_back = (tails.MISSED, tails.LET_DROP)
    if any(each.match(rest) for each in _NOT_OF_THE_ACTION) or any(each.search(rest) for each in taken_back):
        return Found(Status.UNKNOWN, "no clear status")
    if tails.AND_ONGOING.match(rest):
        return Found(Status.ONGOING, "completed and ongoing", match.end())
    if tails.FUTURE_TAIL.match(rest) or date_ahead(rest, as_of):
        return Found(Status.IN_PROGRESS, "completion ahead")
    told = tails.SINCE_CLOSED.sub(r"\g<first>", rest) if tails.CLOSED.search(match[0]) else rest
    told = left.WHOLE_SHARE.sub("all", left.without_days(left.LATER_REVIEW.sub(" ", told)))
    ahead = names_more(told, as_of, of_action=True)
    if ahead or any(each.search(told) for each in _SOMETHING_LEFT) or left.unfinished_share(told):
        return Found(Status.PART_COMPLETED, "completed in part", match.end())
    return Found(rule.value, rule.name, match.end())


def _otherwise(closed: str, behind: str, told: str) -> Found | None:
    """What an action came to of which a closing word was said and that was not done after all."""
    return (closed_otherwise(behind) if tails.CLOSED.search(closed) else None) or _let_go(closed, told)


def closed_otherwise(rest: str) -> Found | None:
    """What an action that was "closed" came to where that was not its completion, as the words behind it say."""
    why = tails.CLOSED_AS.sub("", rest, count=1)
    instead = next((each for each in _CLOSED_OTHERWISE if each.pattern.match(why)), None)
    if instead:
        return Found(instead.value, instead.name)
    if tails.GIVEN_UP.match(why):
        return Found(Status.CANCELLED, "closed without being done")
    left_open = tails.MOVED_ON.match(why) or tails.FOR_A_REASON.match(rest)
    return Found(Status.UNKNOWN, "no clear status") if left_open else None


def _let_go(closed: str, told: str) -> Found | None:
    """What an action came to of which a closing word was said, where the words beside it tell that nobody did it.

    "Closed" is said of what was given up as well as of what was done, so that with it a hint is enough for a doubt.
    """
    merely_closed = tails.CLOSED.search(closed)
    beside = given_up.BESIDE_CLOSED if merely_closed else given_up.BESIDE
    for words, value in ((beside, Status.CANCELLED), (given_up.REPLACED_BESIDE, Status.SUPERSEDED)):
        if words.search(told):
            around = tails.CLOSED.sub(" ", words.sub(" ", told))
            return Found(Status.UNKNOWN, "no clear status") if revived(around) else Found(value, value.value)
    doubt = (given_up.PERHAPS if merely_closed else given_up.BESIDE_CLOSED).search(told)
    return Found(Status.UNKNOWN, "no clear status") if doubt else None


def revived(around: str) -> bool:
    """Whether the words around "cancelled" or "superseded" say that not all of it was, or that it may come back."""
    return bool(tails.REVIVED.search(tails.ELSEWHERE_THEN.sub(" ", tails.ANOTHER_INSTEAD.sub(" ", around))))


def date_ahead(rest: str, as_of: date) -> bool:
    """Whether a closing word is followed at once by a day that had not come when it was read."""
    first = next(iter(find_dates(rest, as_of)), None)
    if first is None or first.period is None:
        return False
    if first.low > _AT_ONCE and not tails.EFFECTIVE.search(rest[: first.low]):
        return False
    return first.period.start > as_of and (not first.year_missing or "by" in rest[: first.low].lower())


def names_more(told: str, as_of: date, *, of_action: bool) -> bool:
    """Whether a clause beside a closing word names something that nobody did: "Walls complete, roof in 2027".

    Where the whole action was closed, and in a sentence of its own, only a day ahead says that it is still to come.
    """
    marks = list(_CLAUSES.finditer(told))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        clause = told[mark.end() : after.start() if after else len(told)].strip(" .")
        if not clause or _TOLD.search(clause):
            continue
        ahead = any(each.period and each.period.start > as_of for each in find_dates(clause, as_of))
        ahead = ahead or any(int(year) > as_of.year for year in _YEAR.findall(clause))
        if ahead or not (of_action or mark["stop"] in (".", ":")):
            return True
    return False


def done_within(text: str, as_of: date) -> Found | None:
    """A closing word that the phrase does not open with: of something else, ahead, in part, or the end."""
    closed = next((each for rule in DONE for each in rule.found(text)), None)
    if closed is None:
        return None
    otherwise = _otherwise(closed[0], text[closed.end() :], text)
    if otherwise:
        return otherwise
    if any(each.search(text) for each in _OF_SOMETHING_ELSE):
        return Found(Status.UNKNOWN, "no clear status")
    if any(date_ahead(text[each.end() :], as_of) for rule in DONE for each in rule.pattern.finditer(text)):
        return Found(Status.IN_PROGRESS, "completion ahead")
    told = left.LATER_REVIEW.sub(" ", text)
    closed_at = min((each.end() for rule in DONE for each in rule.pattern.finditer(told)), default=0)
    if names_more(told[closed_at:], as_of, of_action=False) or any(each.search(told) for each in _NOT_ALL_OF_IT):
        return Found(Status.PART_COMPLETED, "completed in part")
    return Found(Status.COMPLETED, "completed")


def last_word(plain: str, as_of: date) -> Found | None:
    """A closing word that is the last sentence by itself, behind an account in which nothing is left open."""
    if tails.LET_GO.search(plain):
        return Found(Status.CANCELLED, "cancelled")
    told_first = tails.REACHED.match(plain) or tails.ONE_DONE.match(plain)
    last = tails.LAST_WORD.search(plain) or (tails.MAY_BE_CLOSED.search(plain) if told_first else None)
    told = left.BENIGN.sub(" ", plain[: last.start(last.lastgroup or 0)]) if last else ""
    open_still = (left.HEDGE, left.STILL_OPEN, tails.QUESTIONED, NEGATED_ANYWHERE)
    dates = (each for each in find_dates(told, as_of) if not each.year_missing)
    ahead = any(each.period and each.period.start > as_of for each in dates)
    otherwise = _otherwise(last[0], "", told) if last else None
    if otherwise or not told or ahead or left.unfinished_share(told) or any(each.search(told) for each in open_still):
        return otherwise
    return Found(Status.COMPLETED, "completed")


def no_more(plain: str) -> Found | None:
    """What an account comes to that ends with "no further action": what it tells was done, or it was given up."""
    last = tails.NO_MORE.search(plain)
    if last is None:
        return None
    told = plain[: last.start("no")]
    if tails.TURNED_DOWN.search(told) or not any(deed.anywhere(told) for deed in DOING):
        return Found(Status.CANCELLED, "no more action")
    open_still = (left.HEDGE, left.STILL_OPEN, tails.QUESTIONED, NEGATED_ANYWHERE)
    if tails.ENDING_DEED.search(told) and not any(each.search(told) for each in open_still):
        return Found(Status.COMPLETED, "no more action")
    return Found(Status.UNKNOWN, "no clear status")


_CLOSED_OTHERWISE = tuple(rule for rule in HEADS if rule.value in (Status.CANCELLED, Status.SUPERSEDED))
_NOT_OF_THE_ACTION = (tails.TALLY, tails.YES_OR_NO, tails.HANDED_IN)
"""What right behind a closing word says that it tells nothing of the action itself."""
_SOMETHING_LEFT = (left.HEDGE, left.STILL_OPEN, left.FOR_SOME, left.FIRST_STEP)
"""What behind a closing word says that more is to be done."""
_OF_SOMETHING_ELSE = (tails.QUESTIONED, tails.ELSEWHERE, tails.SHUT, tails.TALLY, tails.MISSED, tails.COUNT_OF_THEM)
"""What in a phrase with a closing word says that it is doubted, or said of something else than the action."""
_NOT_ALL_OF_IT = (left.HEDGE, left.STEP, left.NEXT_STEP, left.FOR_SOME)
"""What in a phrase with a closing word says that more is to be done."""
