"""What the policy promises on every day of a year, both nights of the clocks among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank_holidays import working_days
from bot.plan import Action, Due, DueKind, Owner
from bot.policy import Day, Heard, Joint, People, Policy, Post, ReminderKind, Rung, Unit, by_person, decide
from bot.working_days import Nation
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
    remembered,
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


@settings(max_examples=120, deadline=None)
@given(POLICIES, PLANS, PEOPLE, st.sampled_from(Nation), DAYS, DAYS)
def test_every_day_of_a_year_keeps_what_the_policy_promises(
    policy: Policy,
    rows: list[tuple[Due, tuple[Owner, ...]]],
    people: People,
    nation: Nation,
    answered: set[date],
    outages: set[date],
) -> None:
    calendar = CALENDARS[nation]
    day = Day(FIRST, policy, people, calendar)
    actions = plan(rows)
    answers = {each: actions[each.toordinal() % len(actions)].item_id for each in answered}
    warned: dict[str, list[date]] = defaultdict(list)
    for today, present, decided in lived(actions, FIRST, LAST, day, answers, frozenset(outages)):
        if not calendar.works_on(today):
            assert not decided.reminders
        put = Counter((each.to.address, each.action.item_id, each.kind) for each in decided.reminders)
        assert max(put.values(), default=1) == 1
        assert len(by_person(decided.reminders)) == len({each.to.address for each in decided.reminders})
        standing = {each.item_id: each for each in present}
        for each in decided.reminders:
            replied = standing[each.action.item_id].last_reply
            if replied and each.kind.asks_owner:
                assert (today - replied).days >= policy.quiet_after_answer
            if each.kind is ReminderKind.ESCALATED:
                since = [on for on in warned[each.action.item_id] if replied is None or on > replied]
                assert since
                assert calendar.between(min(since), today) >= policy.grace
            if each.kind is ReminderKind.OVERDUE and each.action.due.kind is DueKind.RECURRING:
                assert each.days <= (today - FIRST).days + 31
            if each.warning:
                warned[each.action.item_id].append(today)


@settings(max_examples=60, deadline=None)
@given(POLICIES, st.dates(FIRST, FIRST + timedelta(days=60)), st.sampled_from(Nation), DAYS, DAYS)
def test_nothing_open_with_a_reachable_owner_waits_longer_than_the_policy_allows(
    policy: Policy, due: date, nation: Nation, answered: set[date], wrote: set[date]
) -> None:
    day = Day(FIRST, policy, People(), CALENDARS[nation])
    words = [Heard(each, TOM, waits=True) for each in sorted(wrote)]
    longest = max(*policy.overdue_every, policy.quiet_after_answer + 1) + LONGEST_CLOSURE.days
    heard = due
    answers = dict.fromkeys(answered, "1")
    for today, _, decided in lived([action(due=Due.on(due))], FIRST, LAST, day, answers, words=words):
        if decided.reminders or today in answered | wrote or today <= due:
            heard = today
        assert (today - heard).days <= longest


@settings(max_examples=60, deadline=None)
@given(POLICIES, PLANS, PEOPLE, st.integers(1, 60))
def test_after_an_outage_everybody_gets_one_nudge_that_says_everything(
    policy: Policy, rows: list[tuple[Due, tuple[Owner, ...]]], people: People, length: int
) -> None:
    day = Day(FIRST, policy, people, CALENDARS[Nation.ENGLAND])
    back = day.calendar.on_or_after(FIRST + timedelta(days=length))
    decided = decide(plan(rows), {}, replace(day, today=back))
    history = remembered({}, decided.reminders, back)
    again = decide(plan(rows), history, replace(day, today=back))
    assert not again.reminders
    following = day.calendar.after(back, 1)
    soon = decide(plan(rows), history, replace(day, today=following)).reminders
    caught_up = {(each.to.address, each.action.item_id) for each in decided.reminders}
    late = [each for each in soon if each.kind is ReminderKind.OVERDUE and (following - back).days < _shortest(policy)]
    assert not caught_up & {(each.to.address, each.action.item_id) for each in late if each.days > 3}


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


def _shortest(policy: Policy) -> int:
    return min(policy.overdue_every)
