"""Years under any policy: plans, people, absences, answers, edits and days on which nothing ran, drawn at random."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from bot.bank_holidays import working_days
from bot.plan import Action, Due, DueKind, Owner, Status
from bot.policy import Day, Decided, Heard, History, Joint, People, Policy, Post, Rung, Unit, decide
from bot.working_days import Nation, WorkingDays
from tests.bot.policy.asking_days import (
    CHIEF,
    DIRECTOR,
    HOUSING,
    KAREN,
    LEAD,
    MANAGER,
    PLAN,
    PLANNING,
    TOM,
    action,
    days,
    remembered,
)

SOAK = 10 if os.environ.get("SOAK") else 1
"""How many times as many years are lived by `make soak`."""
FIRST = date(2026, 9, 1)
LAST = FIRST + timedelta(days=365)
CALENDARS = {nation: working_days(nation) for nation in Nation}
LONGEST_CLOSURE = timedelta(days=7)
OTHER_PLAN = "Planning service plan"
POLICIES = st.builds(
    Policy,
    before=st.lists(st.integers(1, 30), max_size=3).map(tuple),
    unit=st.sampled_from(Unit),
    on_the_day=st.booleans(),
    earlier=st.booleans(),
    overdue_every=st.lists(st.integers(1, 28), min_size=1, max_size=3).map(tuple),
    overdue_most=st.sampled_from([0, 0, 0, 3]),
    quiet_after_answer=st.integers(0, 20),
    check_in_every=st.integers(20, 100),
    ask_for_date_every=st.integers(5, 30),
    snooze_most=st.integers(0, 40),
    joint=st.sampled_from(Joint),
    ladder=st.sampled_from(
        [
            (Rung(10, Post.MANAGER), Rung(15, Post.DIRECTOR), Rung(20, Post.SLT)),
            (Rung(3, Post.LEAD), Rung(4, Post.SLT)),
            (Rung(5, Post.MANAGER),),
            (),
        ]
    ),
    grace=st.integers(1, 8),
)
DUES = st.one_of(
    st.dates(FIRST - timedelta(days=60), LAST).map(Due.on),
    st.sampled_from(
        [
            Due("TBC"),
            Due("Ongoing", kind=DueKind.ONGOING),
            Due("each March", kind=DueKind.RECURRING),
            Due("March (quarterly)", kind=DueKind.RECURRING),
            Due(),
        ]
    ),
)
ESTATES = Owner("Head of Estates", (DIRECTOR,))
OWNERS = st.sampled_from([(HOUSING,), (PLANNING,), (HOUSING, PLANNING), (ESTATES, HOUSING), (Owner("Nobody yet"),), ()])
Row = tuple[Due, tuple[Owner, ...]]
PLANS = st.lists(st.tuples(DUES, OWNERS), min_size=1, max_size=4)
PEOPLE = st.sampled_from(
    [
        People(),
        People(leads={PLAN: LEAD}),
        People(managers={TOM.address: MANAGER, KAREN.address: TOM}, leads={PLAN: LEAD}, directors={PLAN: DIRECTOR}),
        People(deputies={TOM.address: KAREN}, leads={PLAN: TOM, OTHER_PLAN: LEAD}, slt=CHIEF),
        People(unreachable=frozenset({KAREN.address}), managers={TOM.address: MANAGER}, slt=CHIEF),
        People(
            managers={TOM.address: MANAGER, KAREN.address: MANAGER, MANAGER.address: DIRECTOR},
            leads={PLAN: KAREN, OTHER_PLAN: LEAD},
            slt=CHIEF,
        ),
    ]
)


def _dates(last: int = 365, most: int = 25) -> st.SearchStrategy[set[date]]:
    return st.sets(st.integers(0, last), max_size=most).map(lambda found: {FIRST + timedelta(days=n) for n in found})


DAYS = _dates()
LONG_OUTAGE = st.integers(0, 300).map(lambda n: {FIRST + timedelta(days=n + each) for each in range(25)})


def plan(rows: list[Row]) -> list[Action]:
    """Two plans in turn."""
    found = [action(str(number), due=due, owners=owners) for number, (due, owners) in enumerate(rows, start=1)]
    return [replace(each, plan=OTHER_PLAN) if int(each.item_id) % 3 == 0 else each for each in found]


@dataclass(frozen=True)
class Edits:
    """What becomes of a plan's rows on some days: a snooze of so many days, a later date, done and opened again."""

    snoozed: Mapping[date, int]
    moved: Mapping[date, int]
    closed: set[date]

    def on(self, today: date, row: Action) -> Action:
        if today in self.snoozed:
            row = replace(row, snoozed_until=today + timedelta(days=self.snoozed[today]))
        if today in self.moved:
            row = replace(row, revised_due=Due.on(today + timedelta(days=self.moved[today])))
        if today in self.closed:
            row = replace(row, status=Status.IN_PROGRESS if row.status.is_closed else Status.COMPLETED)
        return row


NONE = Edits({}, {}, set())


def _few(longest: int) -> st.SearchStrategy[dict[date, int]]:
    numbers = st.dictionaries(st.integers(0, 365), st.integers(1, longest), max_size=4)
    return numbers.map(lambda found: {FIRST + timedelta(days=n): length for n, length in found.items()})


EDITS = st.builds(Edits, _few(60), _few(90), _dates(most=3))


@dataclass(frozen=True)
class Today:
    """A day of a life: who stands where, the rows as they stand, and what was decided."""

    date: date
    day: Day
    rows: Mapping[str, Action]
    decided: Decided


@dataclass(frozen=True)
class Life:
    """A year: its plans under a policy, tightened on a day, with Tom away for some weeks (with Karen in his place, or
    nobody), his manager away for others, answers, mails of his that wait for a person or notes of his manager, edits,
    and days on which nothing ran. `answered`, the edits and the mails go round the rows."""

    policy: Policy
    rows: list[Row]
    people: People
    nation: Nation
    answered: set[date]
    outages: set[date]
    away: set[int]
    alone: set[int]
    wrote: set[date]
    edits: Edits
    then: Policy | None = None
    changes: date = LAST

    @property
    def calendar(self) -> WorkingDays:
        return CALENDARS[self.nation]

    def days(self, wakes: int = 1) -> Iterator[Today]:
        history: History = {}
        rows = {each.item_id: each for each in plan(self.rows)}
        words: dict[tuple[str, str], list[Heard]] = defaultdict(list)
        back: dict[str, date] = {}
        for today in days(FIRST, LAST):
            touched = str(today.toordinal() % len(rows) + 1)
            row = self.edits.on(today, rows[touched])
            rows[touched] = replace(row, last_reply=today) if today in self.answered else row
            if today in self.wrote:
                by_tom, noted = Heard(today, TOM, waits=True), Heard(today, MANAGER, from_above=True)
                words[row.plan, touched].append(by_tom if today.toordinal() % 2 else noted)
            if today.isocalendar().week in self.alone:
                back = {TOM.address: today + timedelta(days=7 - today.weekday())}
            if today in self.outages:
                continue
            policy = self.then if self.then and today >= self.changes else self.policy
            day = Day(today, policy, self._people(today, back), self.calendar, words)
            for _ in range(wakes):
                decided = decide(rows.values(), history, day)
                history = remembered(history, decided.reminders, today)
                yield Today(today, day, dict(rows), decided)

    def _people(self, today: date, back: dict[str, date]) -> People:
        week, deputies = today.isocalendar().week, dict(self.people.deputies)
        if week in self.away:
            deputies[TOM.address] = KAREN
        if week + 1 in self.away:
            deputies[MANAGER.address] = LEAD
        return replace(self.people, deputies=deputies, named={TOM.address: KAREN}, back=back)


WEEKS = st.sets(st.integers(1, 53), max_size=12)
FEW = st.sets(st.integers(1, 53), max_size=4)
LIVES = st.builds(
    Life,
    POLICIES,
    PLANS,
    PEOPLE,
    st.sampled_from(Nation),
    DAYS,
    st.one_of(st.just(set()), DAYS, LONG_OUTAGE),
    WEEKS,
    FEW,
    _dates(most=12),
    st.one_of(st.just(NONE), EDITS),
    st.none() | POLICIES,
    st.dates(FIRST, LAST),
)
STILL = st.builds(
    Life,
    POLICIES,
    st.lists(st.tuples(st.dates(FIRST, FIRST + timedelta(days=200)).map(Due.on), OWNERS), min_size=1, max_size=3),
    PEOPLE,
    st.sampled_from(Nation),
    *[st.just(set())] * 5,
    st.just(NONE),
)
"""Lives in which nobody answers, comes or goes."""
