"""What stood where on a day: statuses and dates taken back through the history, what was there, what was closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.plan import Action, Change, Due, Key, Status
from bot.policy import Rounds, comes_round
from bot.summary.tables import Closed, CompletedRow, OverdueRow

History = Mapping[Key, list[Change]]


def by_action(changes: Iterable[Change]) -> dict[Key, list[Change]]:
    """Each action's changes, oldest first."""
    found: dict[Key, list[Change]] = {}
    for change in sorted(changes, key=lambda each: each.on):
        found.setdefault(change.key, []).append(change)
    return found


@dataclass(frozen=True, slots=True)
class Position:
    """A plan on the day `as_of`: its actions as they stood, each with its present state in the same place of `now`.

    `known_from` is the day of the first change on record; None where there is none. Before it nothing is known, so
    the rows are taken as they stand.
    """

    as_of: date
    known_from: date | None
    history: History
    now: tuple[Action, ...]
    then: tuple[Action, ...]

    def changes(self, action: Action) -> list[Change]:
        """What changed in a row by the day of the position."""
        return [each for each in self.history.get(action.key, []) if each.on <= self.as_of]

    def known_since(self, start: date) -> date | None:
        """The day on which the plan became known where that is later than `start`, else None."""
        return self.known_from if self.known_from and self.known_from > start else None

    def closed_since(self, now: Action, then: Action) -> Closed | None:
        """What ended it after the day of the position; what comes round stays open when it is done."""
        if not then.is_open:
            return None
        if now.is_open:
            done_on = now.completed_on if comes_round(now) else None
            return Closed(Status.COMPLETED, done_on) if done_on and done_on > self.as_of else None
        return Closed(now.status, now.completed_on)

    def moved_since(self, now: Action, then: Action) -> date | None:
        """The date an open action was given after the day of the position; None where it still has the same."""
        end = now.current_due.end
        return end if now.is_open and then.is_open and end != then.current_due.end else None

    def without_repeats(self) -> Position:
        counted = [pair for pair in zip(self.now, self.then, strict=True) if not pair[0].repeat_of]
        return replace(self, now=tuple(now for now, _ in counted), then=tuple(then for _, then in counted))


def position(actions: tuple[Action, ...], changes: tuple[Change, ...], as_of: date, rounds: Rounds) -> Position:
    """The plan as it stood, what comes round with the date for which it was chased; rows added since are left out where
    the history reaches back that far."""
    history = by_action(changes)
    known_from = min((each.on for each in changes), default=None)
    known = known_from is not None and known_from <= as_of
    there = tuple(each for each in actions if not (known and _added_after(history.get(each.key, []), as_of)))
    then = tuple(rounds.at(as_at(each, history.get(each.key, []), as_of), as_of) for each in there)
    return Position(as_of, known_from, history, tuple(rounds.at(each, as_of) for each in there), then)


def _added_after(changes: list[Change], day: date) -> bool:
    return any(each.field == "added" and each.on > day for each in changes)


def as_at(action: Action, changes: list[Change], day: date) -> Action:
    """The action with the status and the date that it had on `day`."""
    return _dated_as_at(_status_as_at(action, changes, day), changes, day)


def _status_as_at(action: Action, changes: list[Change], day: date) -> Action:
    """The day in *Completed on* outranks the day on which the completion was seen."""
    done_on = action.completed_on if action.status is Status.COMPLETED else None
    if done_on and done_on <= day:
        return action
    told = [each for each in changes if each.field == "status"]
    later = [each for each in told if each.on > day]
    if done_on and not later:
        later = [each for each in told if each.new == Status.COMPLETED.value][-1:]
    if later or done_on:
        return replace(
            action, status=Status(later[0].old or Status.UNKNOWN) if later else Status.UNKNOWN, completed_on=None
        )
    return action


def _dated_as_at(action: Action, changes: list[Change], day: date) -> Action:
    later = next((each for each in changes if each.field == "due" and each.on > day), None)
    if later is None:
        return action
    old = day_in(later.old)
    if old is None:
        return replace(action, due=replace(action.due, start=None, end=None), revised_due=None)
    return replace(action, revised_due=None if old == action.due.end else Due.on(old))


def day_in(text: str) -> date | None:
    """The day of a change's ISO text, None for ""."""
    return date.fromisoformat(text) if text else None


def closed_on(action: Action, changes: list[Change]) -> date | None:
    """The day a closed action was closed, as far as anything says so."""
    closings = [each.on for each in changes if each.field == "status" and each.new == action.status.value]
    return action.completed_on or max(closings, default=None)


def completed_rows(found: Position, start: date, last_open: Collection[str] = ()) -> tuple[CompletedRow, ...]:
    """Completed on the day of the position and not on the eve of `start`.

    `last_open` are the rows that the paper of the month before counted open: a completion told after it counts now.
    """
    rows = []
    for action in found.then:
        changes = found.changes(action)
        was_open = action.item_id in last_open or as_at(action, changes, start - timedelta(days=1)).is_open
        if action.status is Status.COMPLETED and was_open:
            rows.append(CompletedRow(action, closed_on(action, changes)))
    return tuple(sorted(rows, key=lambda row: row.on or start))


def overdue_rows(found: Position) -> tuple[OverdueRow, ...]:
    """Past their date on the day of the position, worst first."""
    rows = [
        OverdueRow(then, late, found.closed_since(now, then), found.moved_since(now, then))
        for now, then in zip(found.now, found.then, strict=True)
        if (late := then.days_late(found.as_of))
    ]
    return tuple(sorted(rows, key=lambda row: -row.days_late))
