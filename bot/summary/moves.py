"""Slippage: dates that are no longer the ones first promised, each move with who, why and whether it was agreed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Action, Change
from bot.progress import agreed_until, is_agreement, latest, told_on, without_ref
from bot.reading.dates.mentions import find_mentions
from bot.summary.position import Position, day_in
from bot.summary.tables import Move, MovedRow

_SAYS_NO_MORE = re.compile(
    r"\W*(?:(?:yes|yep|yeah|aye|ie|ok(?:ay)?|sure|agreed|confirmed|correct|right|fine|please|thanks?|thank\syou|cheers"
    r"|that|it|is|will\sbe|['’](?:s|ll)|(?:new|revised)\sdate|now|the|by|for|on|to|until|till|end|of|whole|all|lot|thing"
    r"|action)\b\W*)*",
    re.IGNORECASE,
)
"""What with a date or without one only answers a question: "yes please", "19 May it is"."""
_A_WHILE = timedelta(days=31)
"""How long before a move its reason may have been told."""


def as_agreed(action: Action) -> Action:
    """The action with the dates that the plan's lead has agreed to as well as those in the list."""
    agreed = [day for day in (action.approved_due, agreed_until(action)) if day]
    return replace(action, approved_due=max(agreed)) if agreed else action


def moved_rows(found: Position, start: date) -> tuple[MovedRow, ...]:
    """Dates that moved since `start`, then open actions whose date is no longer the first one promised; the first date
    of what had none is no move."""
    rows = [row for action in found.then if (row := _row(action, found.changes(action), start))]
    return tuple(sorted(rows, key=lambda row: (row.on is None or row.on < start, -(row.days or 0))))


def _row(action: Action, changes: list[Change], start: date) -> MovedRow | None:
    moves = tuple(_move(each, action) for each in changes if each.field == "due" and each.old)
    recent = [each for each in moves if each.on >= start]
    new, first = action.current_due.end, action.due.end or (moves[0].old if moves else None)
    old = recent[0].old if recent else first
    if old == new:
        old = first  # moved and moved back this month, it may still not be the date first agreed
    if first is None or old == new or not (recent or (action.is_open and action.revised_due)):
        return None
    return MovedRow(
        action,
        old,
        new,
        days=(new - old).days if old and new else None,
        months=months_between(first, new) if first and new else None,
        times=max(1, len(moves)),
        why=moves[-1].why if moves and moves[-1].why else _last_words(action),
        on=moves[-1].on if moves else None,
        approved=_approved(action, new),
        moves=moves,
    )


def _move(change: Change, action: Action) -> Move:
    new = day_in(change.new)
    by, why = _reason(change, action)
    return Move(day_in(change.old), new, change.on, by, why, _approved(action, new))


def _reason(change: Change, action: Action) -> tuple[str, str]:
    """Who gave which reason for a move: behind a lead's agreement or a bare yes stands what was told before it."""
    agreed = is_agreement(change.why)
    if not agreed and (not change.why or _tells_more(change.why, action, change.on)):
        return change.by, change.why
    for said in reversed(told_on(action, change.on - _A_WHILE, change.on)):
        if (agreed or said.by == change.by) and _tells_more(said.words, action, change.on):
            return said.by, said.words
    return change.by, ""


def _tells_more(words: str, action: Action, on: date) -> bool:
    """Whether words say more than yes, or a date."""
    said = " ".join(without_ref(words, action.ref).split())
    for each in reversed(find_mentions(said, on)):
        said = f"{said[: each.low]} {said[each.high :]}"
    return not _SAYS_NO_MORE.fullmatch(said)


def _approved(action: Action, new: date | None) -> bool:
    """Whoever agreed to a later date agreed to every one before it."""
    return bool(new and action.approved_due and new <= action.approved_due)


def months_between(first: date, later: date) -> int:
    """Whole months from one day to another, negative backwards; from one month's end to another's they are whole."""
    if later < first:
        return -months_between(later, first)
    months = (later.year - first.year) * 12 + later.month - first.month
    is_end = later.day == monthrange(later.year, later.month)[1]
    return months if later.day >= first.day or is_end else months - 1


def _last_words(action: Action) -> str:
    """What was said last, unless it is no more than the status itself."""
    words = latest(action).words
    return "" if words.casefold() == action.status.label.casefold() else words
