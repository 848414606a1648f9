"""How old a status is: one that nobody confirmed for long is no longer known, whatever its colour."""

from __future__ import annotations

from datetime import date

from bot.plan import Action
from bot.progress import days_of
from bot.summary.position import Position
from bot.summary.rules import Rules


def confirmed_on(action: Action, found: Position) -> date | None:
    """The last day on which somebody vouched for the status the row had at the position; None when nobody did.

    A row first read after that day is taken as it then stood, so its reading vouches for it.
    """
    told = {each.on for each in found.changes(action) if each.field == "status"}
    told |= {each.on for each in found.history.get(action.key, []) if each.field == "added"}
    told |= {day for day in (*days_of(action), action.last_reply) if day and day <= found.as_of}
    return max(told, default=None)


def is_unconfirmed(action: Action, found: Position, rules: Rules) -> bool:
    if not action.is_open or not rules.unconfirmed_days:
        return False
    confirmed = confirmed_on(action, found)
    return confirmed is None or (found.as_of - confirmed).days > rules.unconfirmed_days
