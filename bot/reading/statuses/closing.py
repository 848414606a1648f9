"""Whether a closing word closes an action: what stands around it may take it back, or say that something else ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from re import Match

from bot.plan import Status
from bot.reading.dates.explain import find_dates
from bot.reading.statuses import left, tails
from bot.reading.statuses.done import DOING
from bot.reading.statuses.heads import HEADS
from bot.reading.statuses.words import NEGATED_ANYWHERE, StatusRule

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
        clear = not tails.REVIVED.search(tails.ANOTHER_INSTEAD.sub(" ", rest))
        return Found(rule.value, rule.name, match.end()) if clear else Found(Status.UNKNOWN, "no clear status")
    if tails.OPENED_AGAIN.search(rest):
        return Found(Status.IN_PROGRESS, "opened again")
    if tails.SAYS_NO.match(rest):
        return Found(Status.IN_PROGRESS, "not complete")
    if tails.CLOSED.search(match[0]):
        otherwise = closed_otherwise(rest)
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
    if any(each.search(told) for each in _SOMETHING_LEFT) or left.unfinished_share(told):
        return Found(Status.PART_COMPLETED, "completed in part", match.end())
    return Found(rule.value, rule.name, match.end())


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


def date_ahead(rest: str, as_of: date) -> bool:
    """Whether a closing word is followed at once by a day that had not come when it was read."""
    first = next(iter(find_dates(rest, as_of)), None)
    if first is None or first.period is None:
        return False
    if first.low > _AT_ONCE and not tails.EFFECTIVE.search(rest[: first.low]):
        return False
    return first.period.start > as_of and (not first.year_missing or "by" in rest[: first.low].lower())


def last_word(plain: str, as_of: date) -> Found | None:
    """A closing word that is the last sentence by itself, behind an account in which nothing is left open."""
    if tails.LET_GO.search(plain):
        return Found(Status.CANCELLED, "cancelled")
    last = tails.LAST_WORD.search(plain) or (tails.MAY_BE_CLOSED.search(plain) if tails.REACHED.match(plain) else None)
    told = left.BENIGN.sub(" ", plain[: last.start(last.lastgroup or 0)]) if last else ""
    open_still = (left.HEDGE, left.STILL_OPEN, tails.QUESTIONED, NEGATED_ANYWHERE)
    dates = (each for each in find_dates(told, as_of) if not each.year_missing)
    ahead = any(each.period and each.period.start > as_of for each in dates)
    if not told or ahead or left.unfinished_share(told) or any(each.search(told) for each in open_still):
        return None
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
_SOMETHING_LEFT = (left.HEDGE, left.STILL_OPEN, left.FOR_SOME)
"""What behind a closing word says that more is to be done."""
