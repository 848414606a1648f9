"""Actions, people and policies of a small council, and its days lived in advance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.bank_holidays import working_days
from bot.plan import Action, Due, Key, Owner, Person, Status
from bot.policy import Heard, Mentioned, People, Policy, Post, Rung
from bot.simulation import Answers, Figures, Known, Lived, Span, Trial, figures, live
from bot.working_days import Nation

TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
KAREN = Person("Karen Whitlock", "karen.whitlock@tamberley.example")
MANAGER = Person("Owen Price", "owen.price@tamberley.example")
HOUSING = Owner("Head of Housing", (TOM,))
PLANNING = Owner("Head of Planning", (KAREN,))
PLAN = "Housing plan"
ENGLAND = working_days(Nation.ENGLAND)
AUTUMN = Span(date(2026, 9, 1), date(2026, 12, 31))
WEEKLY = Policy(before=(14, 3), overdue_every=(7,), check_in_every=30)
CLIMBING = Policy(before=(14, 3), overdue_every=(7,), ladder=(Rung(10, Post.MANAGER),))
PEOPLE = People(managers={TOM.address: MANAGER, KAREN.address: MANAGER})


def action(item_id: str = "1", due: date | None = date(2026, 9, 30), **fields: object) -> Action:
    given = {"owners": (HOUSING,), "due": Due.on(due) if due else Due("TBC"), "status": Status.IN_PROGRESS, **fields}
    return Action(PLAN, item_id, f"1.{item_id}", "Open the new hostel", **given)  # type: ignore[arg-type]


def lived(
    *actions: Action,
    policy: Policy = WEEKLY,
    answers: Answers = Answers(),  # noqa: B008 - frozen
    span: Span = AUTUMN,
    people: People | Callable[[date], People] = PEOPLE,
    said: Mapping[Key, list[Mentioned]] | None = None,
    heard: Mapping[Key, list[Heard]] | None = None,
    wakes: Callable[[date], bool] = lambda day: True,
    name: str = "as configured",
) -> Lived:
    on = people if callable(people) else lambda day: people
    return live(actions, Known(said or {}, heard or {}), on, span, Trial(name, policy, ENGLAND, wakes), answers)


def told(*actions: Action, **given: object) -> Figures:
    return figures(lived(*actions, **given), actions)  # type: ignore[arg-type]


def days(found: Lived) -> list[str]:
    return [f"{mailed.day:%a} {mailed.day.day} {mailed.day:%b}" for mailed in found.mails]
