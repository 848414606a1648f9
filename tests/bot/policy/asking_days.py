"""An action asked about day after day, with what is said about it remembered as the ledger would."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Action, Due, Owner, Person, Status
from bot.policy import Day, Decided, Heard, History, Mentioned, People, Policy, Post, Reminder, ReminderKind, decide
from bot.working_days import WorkingDays

TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
KAREN = Person("Karen Whitlock", "karen.whitlock@tamberley.example")
LEAD = Person("Priya Nair", "priya.nair@tamberley.example")
MANAGER = Person("Owen Price", "owen.price@tamberley.example")
DIRECTOR = Person("Ruth Adeyemi", "ruth.adeyemi@tamberley.example")
CHIEF = Person("Martin Hale", "martin.hale@tamberley.example")
HOUSING = Owner("Head of Housing", (TOM,))
PLANNING = Owner("Head of Planning", (KAREN,))
PLAN = "Housing plan"
DUE = date(2026, 9, 30)
KEY = (PLAN, "1")


class EveryDay(WorkingDays):
    """A calendar on which every day is a working day, for rules that have nothing to do with closed days."""

    def works_on(self, day: date) -> bool:
        return True


def action(item_id: str = "1", **fields: object) -> Action:
    given = {"owners": (HOUSING,), "due": Due.on(DUE), "status": Status.IN_PROGRESS, **fields}
    return Action(PLAN, item_id, f"1.{item_id}", "Open the new hostel", **given)  # type: ignore[arg-type]


def mention(
    on: date,
    kind: ReminderKind = ReminderKind.OVERDUE,
    to: Person = TOM,
    warned: bool = False,
    post: Post | None = None,
    promised: date | None = None,
) -> Mentioned:
    return Mentioned(on, kind, to.address, warned, post, promised)


def on(
    *actions: Action,
    today: date,
    said: Sequence[Mentioned] = (),
    policy: Policy | None = None,
    people: People | None = None,
    calendar: WorkingDays | None = None,
) -> Decided:
    """What a day asks for when `said` was said about action 1; every day is a working day unless told otherwise."""
    day = Day(today, policy or Policy(), people or People(), calendar or EveryDay())
    return decide(actions, {KEY: said}, day)


def remembered(history: History, reminders: Sequence[Reminder], today: date) -> dict[tuple[str, str], list[Mentioned]]:
    """The history after these reminders were sent."""
    found = {key: list(said) for key, said in history.items()}
    for each in reminders:
        found.setdefault(each.action.key, []).append(each.mentioned(today))
    return found


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def lived(
    actions: Sequence[Action],
    first: date,
    last: date,
    day: Day,
    answers: dict[date, str] | None = None,
    outages: frozenset[date] = frozenset(),
    words: Sequence[Heard] = (),
    people: Callable[[date], People] | None = None,
    wakes: int = 1,
) -> Iterator[tuple[date, tuple[Action, ...], Decided]]:
    """Each day, so many times as the job wakes on it, with the actions as they stand and what it asked for; `answers`
    names the item answered on a day, `words` are mails about every one of them, `people` who stands where on a day."""
    history: History = {}
    present = {each.item_id: each for each in actions}
    for today in days(first, last):
        answered = (answers or {}).get(today)
        if answered:
            present[answered] = replace(present[answered], last_reply=today)
        if today in outages:
            continue
        heard = [each for each in words if each.on <= today]
        known = {each.key: heard for each in actions}
        there = people(today) if people else day.people
        for _ in range(wakes):
            decided = decide(present.values(), history, replace(day, today=today, words=known, people=there))
            history = remembered(history, decided.reminders, today)
            yield today, tuple(present.values()), decided
