"""A small plan in September 2026, and its figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.plan import Action, Change, Due, Owner, Status
from bot.policy import Rounds
from bot.summary import Duty, OnRecord, Period, Rules, Summary, summarise

SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
MADE = date(2026, 10, 2)
CLERK = Owner("Town Clerk")


def action(number: int = 1, **fields: object) -> Action:
    fields = {"due": Due.on(date(2026, 12, 31)), "owners": (CLERK,), "status": Status.IN_PROGRESS, **fields}
    return Action("Harbour Plan", str(number), f"{number}", f"Action {number}", **fields)  # type: ignore[arg-type]


def september(
    *actions: Action,
    today: date = MADE,
    rounds: Rounds = Rounds(),  # noqa: B008 - frozen
    rules: Rules = Rules(),  # noqa: B008 - frozen
    duties: tuple[Duty, ...] = (),
    **more: Any,
) -> Summary:
    record = OnRecord("Harbour Plan", actions, **more)
    return summarise(record, period=SEPTEMBER, today=today, rounds=rounds, rules=rules, duties=duties)


def change(field: str, old: str, new: str, on: date, why: str = "", number: int = 1) -> Change:
    return Change("Harbour Plan", str(number), str(number), field, old, new, on, why=why)
