"""What stood where on a day: statuses as they were, what was past its date, what was completed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bot.plan import Action, Change, Status
from bot.summary.tables import AnnexRow, CompletedRow, OverdueRow

Key = tuple[str, str]
History = Mapping[Key, list[Change]]


def key(action: Action) -> Key:
    return action.plan, action.item_id


def by_action(changes: Iterable[Change]) -> dict[Key, list[Change]]:
    """Each action's changes, oldest first."""
    found: dict[Key, list[Change]] = {}
    for change in sorted(changes, key=lambda each: each.on):
        found.setdefault((change.plan, change.item_id), []).append(change)
    return found


def as_at(action: Action, changes: list[Change], day: date) -> Action:
    """The action with the status it had on `day`; dates are taken as they now stand."""
    for change in changes:
        if change.field == "status" and change.on > day:
            return replace(action, status=Status(change.old or Status.UNKNOWN), completed_on=None)
    if action.status is Status.COMPLETED and action.completed_on and action.completed_on > day:
        return replace(action, status=Status.UNKNOWN, completed_on=None)
    return action


def closed_on(action: Action, changes: list[Change]) -> date | None:
    """The day a closed action was closed, as far as anything says so."""
    closings = [each.on for each in changes if each.field == "status" and each.new == action.status.value]
    return action.completed_on or max(closings, default=None)


def completed_rows(actions: tuple[Action, ...], history: History, start: date, end: date) -> tuple[CompletedRow, ...]:
    rows = []
    for action in actions:
        on = closed_on(action, history.get(key(action), []))
        if action.status is Status.COMPLETED and on and start <= on <= end:
            rows.append(CompletedRow(action, on))
    return tuple(sorted(rows, key=lambda row: row.on))


def annex_rows(actions: tuple[Action, ...], history: History, as_of: date) -> tuple[AnnexRow, ...]:
    """Every action in printed order."""
    rows = []
    for action in actions:
        changes = history.get(key(action), [])
        before = as_at(action, changes, as_of)
        settled = closed_on(action, changes) if before.is_open and not action.is_open else None
        rows.append(AnnexRow(action, before.status, settled))
    return tuple(rows)


def overdue_rows(
    now: tuple[Action, ...], then: tuple[Action, ...], history: History, as_of: date
) -> tuple[OverdueRow, ...]:
    """Past their date at `as_of`, worst first, told with today's words."""
    rows = []
    for action, before in zip(now, then, strict=True):
        late = before.days_late(as_of)
        if late:
            settled = None if action.is_open else closed_on(action, history.get(key(action), []))
            rows.append(OverdueRow(action, late, settled))
    return tuple(sorted(rows, key=lambda row: -row.days_late))
