"""Slippage: dates that are no longer the ones first promised, each move with who, why and whether it was agreed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.plan import Action, Change
from bot.progress import latest
from bot.summary.position import Position, day_in
from bot.summary.tables import Move, MovedRow


def moved_rows(found: Position, start: date) -> tuple[MovedRow, ...]:
    """Dates that moved since `start`, then open actions whose date is no longer the first one promised."""
    rows = [row for action in found.then if (row := _row(action, found.changes(action), start))]
    return tuple(sorted(rows, key=lambda row: (row.on is None or row.on < start, -(row.days or 0))))


def _row(action: Action, changes: list[Change], start: date) -> MovedRow | None:
    moves = tuple(_move(each, action) for each in changes if each.field == "due" and each.old)
    recent = [each for each in moves if each.on >= start]
    new, first = action.current_due.end, action.due.end
    old = recent[0].old if recent else first
    if old == new:
        old = first  # moved and moved back this month, it may still not be the date first agreed
    if old == new or not (recent or (action.is_open and action.revised_due)):
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
    return Move(day_in(change.old), new, change.on, change.by, change.why, _approved(action, new))


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
