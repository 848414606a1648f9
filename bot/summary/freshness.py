"""How old a status is: one that nobody confirmed for long is no longer known, whatever its colour."""

from __future__ import annotations

from datetime import date

from bot.plan import Action
from bot.progress import days_of
from bot.summary.position import Position
from bot.summary.rules import Rules


def confirmed_on(action: Action, found: Position) -> date | None:
    """The last day, up to the position's, on which somebody vouched for the status; None when nobody did."""
    told = {each.on for each in found.changes(action) if each.field in ("status", "added")}
    told |= {day for day in (*days_of(action), action.last_reply) if day and day <= found.as_of}
    return max(told, default=None)


def is_unconfirmed(action: Action, found: Position, rules: Rules) -> bool:
    if not action.is_open or not rules.unconfirmed_days:
        return False
    confirmed = confirmed_on(action, found)
    return confirmed is None or (found.as_of - confirmed).days > rules.unconfirmed_days
