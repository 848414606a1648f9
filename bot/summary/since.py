"""What changed since the last paper, with the rows behind each change; and the trend over the months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.history import REMOVED
from bot.plan import Action, Change
from bot.summary.figures import Figures, Kept
from bot.summary.position import Position
from bot.summary.rules import HEADLINES, SILENCE
from bot.summary.tables import ChangeRow, Named, TrendPoint

MONTHS = 6
_COMPARED = tuple(name for name in HEADLINES if name != "completed")  # each month's completions are its own


def change_rows(found: Position, figures: Figures, previous: Kept | None) -> tuple[ChangeRow, ...]:
    """What entered and left each headline figure; none where the last paper did not keep its rows.

    Of silence nothing is told where nobody had been asked by then.
    """
    if not previous or not previous.figures.members:
        return ()
    compared = [name for name in _COMPARED if name != SILENCE or previous.figures.anybody_asked]
    return tuple(row for name in compared if (row := _row(name, found, figures, previous)) and (row.came or row.went))


def _row(name: str, found: Position, figures: Figures, previous: Kept) -> ChangeRow:
    actions = {action.item_id: action for action in found.then}
    before, now = previous.figures.members.get(name, ()), figures.members.get(name, ())
    since = _Since(found, set(before), previous)
    came = (actions[item_id] for item_id in now if item_id not in set(before))
    went = (item_id for item_id in before if item_id not in set(now))
    return ChangeRow(
        name,
        tuple(Named(action.ref, since.why_came(name, action)) for action in came),
        tuple(since.why_went(name, item_id, actions.get(item_id)) for item_id in went),
    )


class _Since:
    """Why a row came into a figure or left it after the last paper."""

    def __init__(self, found: Position, before: set[str], previous: Kept) -> None:
        self._found, self._previous = found, previous
        self._was_open = set(previous.figures.members.get("open", ()))

    def why_came(self, figure: str, action: Action) -> str:
        if action.item_id not in self._was_open:
            was_there = any(action.item_id in ids for ids in self._previous.figures.members.values())
            reopened = was_there or not self._changed(action, "added")
            if figure == "open":
                return "opened again" if reopened else "new in the plan"
        moved = self._changed(action, "due")
        if figure == "overdue":
            return "date passed"
        if figure == "due_soon":
            return f"date now {_day(action.current_due.end)}" if moved else "date came near"
        return "asked and not answered" if figure == SILENCE else ""

    def why_went(self, figure: str, item_id: str, action: Action | None) -> Named:
        if action is None:
            return Named(self._ref_of(item_id), "no longer in the plan")
        if not action.is_open:
            return Named(action.ref, action.status.label.lower())
        if figure == SILENCE:
            return Named(action.ref, "has written since")
        if self._changed(action, "due"):
            return Named(action.ref, f"date moved to {_day(action.current_due.end)}")
        if figure == "due_soon" and action.days_late(self._found.as_of):
            return Named(action.ref, "now overdue")
        return Named(action.ref, "repeats another" if action.repeat_of else "no longer so")

    def _changed(self, action: Action, field: str) -> bool:
        return any(each.field == field and each.on > self._previous.month for each in self._found.changes(action))

    def _ref_of(self, item_id: str) -> str:
        for change in self._removed():
            if change.item_id == item_id:
                return change.ref
        return f"row {item_id}"

    def _removed(self) -> Iterator[Change]:
        for changes in self._found.history.values():
            yield from (each for each in changes if each.field == REMOVED)


def trend(month: date, figures: Figures, earlier: tuple[Kept, ...]) -> tuple[TrendPoint, ...]:
    """The last months for which there was a paper, this one the last; nothing where it is the first."""
    points = [_point(each.month, each.figures) for each in earlier[-(MONTHS - 1) :]]
    return (*points, _point(month, figures)) if points else ()


def _point(month: date, figures: Figures) -> TrendPoint:
    return TrendPoint(month, figures.open - figures.overdue, figures.overdue, figures.completed)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "none"
