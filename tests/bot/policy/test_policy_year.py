"""What the policy promises on every day of a year, both nights of the clocks among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank_holidays import working_days
from bot.plan import Action, Due, DueKind, Owner
from bot.policy import Day, Heard, Joint, People, Policy, Post, Reminder, ReminderKind, Rung, Unit, by_person, decide
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


@settings(max_examples=60, deadline=None)
@given(LIVES)
def test_nobody_is_written_to_twice_on_a_day_however_often_the_job_wakes(life: Life) -> None:
    mailed: set[tuple[date, str]] = set()
    for today, _, reminders in life.days(wakes=2):
        mails = by_person(reminders)
        assert sum(map(len, mails.values())) == len(reminders)
        told = [(today, person.address) for person in mails]
        assert len(set(told)) == len(told)
        assert not mailed & set(told)
        mailed.update(told)
        put = Counter((each.to.address, each.action.item_id) for each in reminders)
        assert max(put.values(), default=1) == 1


@settings(max_examples=60, deadline=None)
@given(LIVES)
def test_nothing_goes_out_on_a_day_on_which_nobody_works_or_to_an_address_that_gave_mail_back(life: Life) -> None:
    for today, _, reminders in life.days():
        assert not reminders or life.calendar.works_on(today)
        assert not {each.to.address for each in reminders} & life.people.unreachable


@settings(max_examples=60, deadline=None)
@given(LIVES)
def test_nobody_is_nudged_for_what_was_answered_within_the_quiet_days(life: Life) -> None:
    for today, present, reminders in life.days():
        for each in reminders:
            replied = present[each.action.item_id].last_reply
            if replied and each.kind.asks_owner:
                assert (today - replied).days >= life.policy.quiet_after_answer
            if each.kind is ReminderKind.OVERDUE and each.action.due.kind is DueKind.RECURRING:
                assert each.days <= (today - FIRST).days + 31


@settings(max_examples=150, deadline=None)
@given(CLIMBING)
def test_no_escalation_comes_before_its_warning_or_before_the_day_that_it_named(life: Life) -> None:
    warned: dict[tuple[str, Post | None], list[tuple[date, date]]] = defaultdict(list)
    answered: dict[str, date | None] = {}
    for today, present, reminders in life.days():
        for item_id, action_now in present.items():
            if answered.get(item_id) != action_now.last_reply:
                answered[item_id] = action_now.last_reply
                warned = defaultdict(list, {key: told for key, told in warned.items() if key[0] != item_id})
        for each in reminders:
            rung = (each.action.item_id, each.post)
            if each.kind is ReminderKind.ESCALATED:
                assert warned[rung], "nobody was warned of this rung"
                first = min(on for on, _ in warned[rung])
                assert life.calendar.between(first, today) >= life.policy.grace
                assert all(promised <= today for _, promised in warned[rung])
            if each.warning:
                warned[rung].append((today, each.warning.on))


@settings(max_examples=100, deadline=None)
@given(WITHOUT_OUTAGES, st.booleans())
def test_nothing_open_with_somebody_to_ask_waits_longer_than_the_policy_allows(life: Life, silent: bool) -> None:
    life = replace(life, answered=set()) if silent else life
    heard: dict[str, date] = {}
    for today, present, reminders in life.days():
        asked = {each.action.item_id for each in reminders if each.kind.asks_owner}
        for item_id, each in present.items():
            longest = _longest(each, life.policy)
            reached, _ = life.people_on(today).asked(each)
            ahead = each.due.end is not None and today <= each.due.end
            if item_id in asked or each.last_reply == today or ahead or not reached or longest is None:
                heard[item_id] = today
            waited = (today - heard.get(item_id, FIRST - timedelta(days=1))).days
            assert longest is None or waited <= longest + LONGEST_CLOSURE.days, (item_id, today)


def _longest(each: Action, policy: Policy) -> int | None:
    """The longest that the policy lets an action wait for a word; None where that hangs on a month of its own."""
    if each.due.kind is DueKind.RECURRING:
        return None
    if each.due.kind is DueKind.ONGOING:
        return max(policy.check_in_every, policy.quiet_after_answer)
    every = max(policy.overdue_every) if each.due.end else policy.ask_for_date_every
    return max(every, policy.quiet_after_answer)


@settings(max_examples=60, deadline=None)
@given(POLICIES, st.dates(FIRST, FIRST + timedelta(days=60)), st.sampled_from(Nation), DAYS, DAYS)
def test_words_that_nobody_has_read_keep_an_owner_from_being_asked_no_longer_than_an_answer(
    policy: Policy, due: date, nation: Nation, answered: set[date], wrote: set[date]
) -> None:
    day = Day(FIRST, policy, People(), CALENDARS[nation])
    words = [Heard(each, TOM, waits=True) for each in sorted(wrote)]
    longest = max(*policy.overdue_every, policy.quiet_after_answer) + LONGEST_CLOSURE.days
    heard = due
    answers = dict.fromkeys(answered, "1")
    for today, _, decided in lived([action(due=Due.on(due))], FIRST, LAST, day, answers, words=words):
        if decided.reminders or today in answered | wrote or today <= due:
            heard = today
        assert (today - heard).days <= longest


@settings(max_examples=100, deadline=None)
@given(LIVES)
def test_no_outage_or_deputy_brings_a_late_action_up_again_sooner_than_the_policy_says(life: Life) -> None:
    last: dict[str, date] = {}
    answered: dict[str, date | None] = {}
    for today, present, reminders in life.days():
        for item_id, action_now in present.items():
            if answered.get(item_id) != action_now.last_reply:
                answered[item_id] = action_now.last_reply
                last.pop(item_id, None)
        late = [each for each in reminders if each.kind is ReminderKind.OVERDUE and each.action.due.end]
        for each in late:
            before = last.get(each.action.item_id)
            assert before is None or each.warning or (today - before).days >= min(life.policy.overdue_every)
        last.update({each.action.item_id: today for each in late})


@settings(max_examples=60, deadline=None)
@given(LIVES)
def test_a_lead_is_asked_whose_an_action_is_no_oftener_than_the_policy_says(life: Life) -> None:
    last: dict[str, date] = {}
    for today, _, reminders in life.days():
        for each in reminders:
            if each.kind is ReminderKind.ASK_WHO:
                before = last.get(each.action.item_id)
                assert before is None or (today - before).days >= life.policy.ask_who_every
                last[each.action.item_id] = today


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
