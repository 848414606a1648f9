"""Dates that are no longer the ones first promised."""

from __future__ import annotations

from datetime import date

from bot.plan import Action, Change
from bot.progress import latest
from bot.summary.position import History, key
from bot.summary.tables import MovedRow


def moved_rows(actions: tuple[Action, ...], history: History, start: date) -> tuple[MovedRow, ...]:
    """Dates that moved since `start`, then open actions whose date is no longer the first one promised."""
    rows = [
        row
        for action in actions
        if (row := _move(action, [each for each in history.get(key(action), []) if each.field == "due"], start))
    ]
    return tuple(sorted(rows, key=lambda row: (row.on is None or row.on < start, -(row.days or 0))))


def _move(action: Action, moves: list[Change], start: date) -> MovedRow | None:
    recent = [each for each in moves if each.on >= start and each.old]
    new = action.current_due.end
    old = date.fromisoformat(recent[0].old) if recent else action.due.end
    if old == new:
        old = action.due.end  # moved and moved back this month, it may still not be the date first agreed
    if old == new or not (recent or action.is_open) or not (recent or action.revised_due):
        return None
    why = moves[-1].why if moves and moves[-1].why else _last_words(action)
    days = (new - old).days if old and new else None
    return MovedRow(action, old, new, days, max(1, len(moves)), why, moves[-1].on if moves else None)


def _last_words(action: Action) -> str:
    """What was said last, unless it is no more than the status itself."""
    words = latest(action).words
    return "" if words.casefold() == action.status.label.casefold() else words
