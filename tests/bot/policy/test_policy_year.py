"""What the policy promises on every day of a year, both nights of the clocks among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.plan import Due, Owner
from bot.policy import Day, People, Policy, Post, ReminderKind, Rung, Unit, decide
from bot.working_days import Nation
from tests.bot.policy.asking_days import DIRECTOR, HOUSING, MANAGER, PLAN, PLANNING, TOM, action, lived, remembered
from tests.bot.policy.promises import PROMISES
from tests.bot.policy.promises_of_the_ladder import OF_THE_LADDER
from tests.bot.policy.years import (
    CALENDARS,
    FIRST,
    LAST,
    LIVES,
    NONE,
    PEOPLE,
    PLANS,
    POLICIES,
    SOAK,
    STILL,
    Life,
    plan,
)

# Ten times as many years take longer than any test may by itself.
pytestmark = pytest.mark.timeout(120 * SOAK)
WARNED_WHILE_ONE_OF_TWO_IS_AWAY = Life(
    Policy(overdue_every=(9,), ladder=(Rung(10, Post.MANAGER), Rung(15, Post.DIRECTOR)), grace=1),
    [(Due.on(FIRST + timedelta(days=8)), (HOUSING, PLANNING))],
    People(managers={TOM.address: MANAGER}, directors={PLAN: DIRECTOR}),
    Nation.ENGLAND,
    *[set()] * 3,
    alone={40},
    wrote=set(),
    edits=NONE,
)


@settings(max_examples=80 * SOAK, deadline=None)
@given(LIVES)
@example(WARNED_WHILE_ONE_OF_TWO_IS_AWAY)
def test_every_promise_is_kept_on_every_day_of_a_year(life: Life) -> None:
    promises = [promise(life) for promise in (*PROMISES, *OF_THE_LADDER)]
    for today in life.days():
        for promise in promises:
            promise.see(today)


@settings(max_examples=15 * SOAK, deadline=None)
@given(LIVES)
def test_nothing_goes_out_when_the_job_wakes_again_on_a_day(life: Life) -> None:
    for number, today in enumerate(life.days(wakes=2)):
        assert number % 2 == 0 or not today.decided.reminders


@settings(max_examples=40 * SOAK, deadline=None)
@given(STILL)
def test_the_day_that_a_warning_names_is_kept_where_nobody_answers_comes_or_goes(life: Life) -> None:
    named: dict[tuple[str, Post | None], date] = {}
    for today in life.days():
        reminders = today.decided.reminders
        climbed = {(each.action.item_id, each.post) for each in reminders if each.kind is ReminderKind.ESCALATED}
        assert climbed == {rung for rung, on in named.items() if on == today.date}
        for each in reminders:
            if each.warning:
                assert named.setdefault((each.action.item_id, each.post), each.warning.on) == each.warning.on


@settings(max_examples=60, deadline=None)
@given(POLICIES, PLANS, PEOPLE, st.integers(1, 60))
def test_after_an_outage_everybody_gets_one_nudge_that_says_everything(
    policy: Policy, rows: list[tuple[Due, tuple[Owner, ...]]], people: People, length: int
) -> None:
    day = Day(FIRST, policy, people, CALENDARS[Nation.ENGLAND])
    back = day.calendar.on_or_after(FIRST + timedelta(days=length))
    decided = decide(plan(rows), {}, replace(day, today=back))
    late = {each.item_id for each in plan(rows) if each.due.end and each.due.end < back and people.asked(each)[0]}
    assert late <= {each.action.item_id for each in decided.reminders if each.kind is ReminderKind.OVERDUE}
    again = decide(plan(rows), remembered({}, decided.reminders, back), replace(day, today=back))
    assert not again.reminders


BEFORE = st.sets(st.integers(1, 15), min_size=1, max_size=4).filter(lambda days: not any(n + 1 in days for n in days))


@settings(max_examples=150, deadline=None)
@given(
    st.builds(Policy, before=BEFORE.map(tuple), unit=st.sampled_from(Unit), earlier=st.booleans()),
    st.dates(FIRST + timedelta(days=60), LAST),
    st.sampled_from(Nation),
    st.sets(st.integers(0, 45), max_size=25),
    st.booleans(),
)
def test_nobody_hears_on_two_days_running_of_what_is_not_late_yet(
    policy: Policy, due: date, nation: Nation, outages: set[int], on_the_day: bool
) -> None:
    policy = replace(policy, on_the_day=on_the_day and 1 not in policy.before)
    first, calendar = due - timedelta(days=45), CALENDARS[nation]
    missed = frozenset(first + timedelta(days=n) for n in outages)
    a_life = lived([action(due=Due.on(due))], first, due, Day(first, policy, calendar=calendar), outages=missed)
    told = [today for today, _, decided in a_life if decided.reminders]
    assert all((later - earlier).days > 1 for earlier, later in pairwise(told))
    last_words = calendar.on_or_before(due) if policy.on_the_day else None
    assert missed or told
    assert missed or last_words is None or told[-1] == last_words
