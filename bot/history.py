"""What moved between two states of a plan: the changes that summaries report. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.plan import Action, Change

REMOVED = "removed"
"""The field of a change that is a row's end; its old value is the action's text."""


def compare(
    before: Mapping[str, Action],
    after: Iterable[Action],
    gone: Iterable[str],
    today: date,
    editors: Mapping[str, str],
    why: str = "",
) -> list[Change]:
    """Every change from `before` (by item id) to `after`; `editors` says who last wrote each row, `why` the reason.

    An action that reads the same as before yields nothing, however often its row is sent again.
    """
    changes = [
        change
        for action in after
        for change in _changes(before.get(action.item_id), action, today, editors.get(action.item_id, ""), why)
    ]
    return changes + [_change(before[item_id], REMOVED, before[item_id].text, "", today, "") for item_id in gone]


def _changes(old: Action | None, new: Action, today: date, by: str, why: str) -> list[Change]:
    if old is None:
        return [_change(new, "added", "", new.text, today, by)]
    pairs = {
        "status": (old.status.value, new.status.value),
        "due": (due_text(old), due_text(new)),
        "owners": (old.owner_text, new.owner_text),
        "text": (old.text, new.text),
    }
    return [_change(new, field, was, now, today, by, why) for field, (was, now) in pairs.items() if was != now]


def due_text(action: Action) -> str:
    """The current due date as ISO text, "" when there is none."""
    end = action.current_due.end
    return end.isoformat() if end else ""


def _change(action: Action, field: str, old: str, new: str, today: date, by: str, why: str = "") -> Change:
    return Change(action.plan, action.item_id, action.ref, field, old, new, today, by, why)
