"""Years under any policy: plans, people, absences, answers and days on which nothing ran, drawn at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from bot.bank_holidays import working_days
from bot.plan import Action, Due, DueKind, Owner
from bot.policy import Day, Joint, People, Policy, Post, Reminder, Rung, Unit
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
    lived,
)

FIRST = date(2026, 9, 1)
LAST = FIRST + timedelta(days=365)
CALENDARS = {nation: working_days(nation) for nation in Nation}
LONGEST_CLOSURE = timedelta(days=7)
POLICIES = st.builds(
    Policy,
    before=st.lists(st.integers(1, 30), max_size=3).map(tuple),
    unit=st.sampled_from(Unit),
    on_the_day=st.booleans(),
    earlier=st.booleans(),
    overdue_every=st.lists(st.integers(1, 28), min_size=1, max_size=3).map(tuple),
    quiet_after_answer=st.integers(0, 20),
    check_in_every=st.integers(20, 100),
    ask_for_date_every=st.integers(5, 30),
    joint=st.sampled_from(Joint),
    ladder=st.sampled_from(
        [
            (),
            (Rung(5, Post.MANAGER),),
            (Rung(10, Post.MANAGER), Rung(15, Post.DIRECTOR), Rung(20, Post.SLT)),
            (Rung(3, Post.LEAD), Rung(4, Post.SLT)),
        ]
    ),
    grace=st.integers(1, 8),
)
DUES = st.one_of(
    st.dates(FIRST - timedelta(days=60), LAST).map(Due.on),
    st.sampled_from(
        [Due("TBC"), Due("Ongoing", kind=DueKind.ONGOING), Due("each March", kind=DueKind.RECURRING), Due()]
    ),
)
OWNERS = st.sampled_from([(HOUSING,), (PLANNING,), (HOUSING, PLANNING), (Owner("Nobody yet"),), ()])
PLANS = st.lists(st.tuples(DUES, OWNERS), min_size=1, max_size=4)
PEOPLE = st.sampled_from(
    [
        People(),
        People(leads={PLAN: LEAD}),
        People(managers={TOM.address: MANAGER, KAREN.address: TOM}, leads={PLAN: LEAD}, directors={PLAN: DIRECTOR}),
        People(deputies={TOM.address: KAREN}, leads={PLAN: TOM}, slt=CHIEF),
        People(unreachable=frozenset({KAREN.address}), managers={TOM.address: MANAGER}, slt=CHIEF),
    ]
)
DAYS = st.sets(st.integers(0, 365), max_size=25).map(lambda found: {FIRST + timedelta(days=n) for n in found})


def plan(rows: list[tuple[Due, tuple[Owner, ...]]]) -> list[Action]:
    return [action(str(number), due=due, owners=owners) for number, (due, owners) in enumerate(rows, start=1)]


@dataclass(frozen=True)
class Life:
    """A year: its plan under a policy, with Tom away for some of it, answers, and days on which nothing ran."""

    policy: Policy
    rows: list[tuple[Due, tuple[Owner, ...]]]
    people: People
    nation: Nation
    answered: set[date]
    outages: set[date]
    away: set[int]

    @property
    def calendar(self) -> WorkingDays:
        return CALENDARS[self.nation]

    def people_on(self, today: date) -> People:
        """Tom is away in some weeks, and Karen stands in for him."""
        here = replace(self.people, named={TOM.address: KAREN})
        return replace(here, deputies={TOM.address: KAREN}) if today.isocalendar().week in self.away else here

    def days(self, wakes: int = 1) -> Iterator[tuple[date, dict[str, Action], tuple[Reminder, ...]]]:
        actions = plan(self.rows)
        answers = {each: actions[each.toordinal() % len(actions)].item_id for each in self.answered}
        day = Day(FIRST, self.policy, calendar=self.calendar)
        lives = lived(actions, FIRST, LAST, day, answers, frozenset(self.outages), people=self.people_on, wakes=wakes)
        for today, present, decided in lives:
            yield today, {each.item_id: each for each in present}, decided.reminders


WEEKS = st.sets(st.integers(1, 53), max_size=12)
LIVES = st.builds(Life, POLICIES, PLANS, PEOPLE, st.sampled_from(Nation), DAYS, DAYS, WEEKS)
WITHOUT_OUTAGES = st.builds(Life, POLICIES, PLANS, PEOPLE, st.sampled_from(Nation), DAYS, st.just(set()), WEEKS)
CLIMBING = st.builds(
    Life,
    POLICIES.filter(lambda policy: bool(policy.ladder)),
    st.lists(st.tuples(st.dates(FIRST, FIRST + timedelta(days=200)).map(Due.on), OWNERS), min_size=1, max_size=3),
    PEOPLE,
    st.sampled_from(Nation),
    DAYS,
    st.one_of(DAYS, st.integers(0, 300).map(lambda n: {FIRST + timedelta(days=n + each) for each in range(25)})),
    WEEKS,
)
