"""A small plan in September 2026, and its figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.plan import Action, Change, Due, Owner, Status
from bot.summary import Period, Summary, summarise

SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
MADE = date(2026, 10, 2)
CLERK = Owner("Town Clerk")


def action(number: int = 1, **fields: object) -> Action:
    fields = {"due": Due.on(date(2026, 12, 31)), "owners": (CLERK,), "status": Status.IN_PROGRESS, **fields}
    return Action("Harbour Plan", str(number), f"{number}", f"Action {number}", **fields)  # type: ignore[arg-type]


def september(
    *actions: Action,
    changes: tuple[Change, ...] = (),
    today: date = MADE,
    nudged: dict[tuple[str, str], date] | None = None,
    **more: Any,
) -> Summary:
    return summarise("Harbour Plan", actions, changes, period=SEPTEMBER, today=today, nudged=nudged or {}, **more)


def change(field: str, old: str, new: str, on: date, why: str = "", number: int = 1) -> Change:
    return Change("Harbour Plan", str(number), str(number), field, old, new, on, why=why)
