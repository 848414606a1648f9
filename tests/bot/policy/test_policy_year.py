"""What the policy promises on every day of a year, both nights of the clocks among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.plan import Action, Due, DueKind, Owner
from bot.policy import Day, Heard, People, Policy, Post, Reminder, ReminderKind, Unit, by_person, decide
from bot.working_days import Nation
from tests.bot.policy.asking_days import TOM, action, lived, remembered
from tests.bot.policy.years import (
    CALENDARS,
    CLIMBING,
    DAYS,
    FIRST,
    LAST,
    LIVES,
    LONGEST_CLOSURE,
    PEOPLE,
    PLANS,
    POLICIES,
    WITHOUT_OUTAGES,
    Life,
    plan,
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
@given(CLIMBING)
def test_nothing_brings_a_late_action_up_again_sooner_than_the_policy_says_but_a_warning_on_its_own_day(
    life: Life,
) -> None:
    nudged: dict[str, list[date]] = defaultdict(list)
    said: dict[str, date] = {}
    answered: dict[str, date | None] = {}
    for today, present, reminders in life.days():
        for item_id, action_now in present.items():
            if answered.get(item_id) != action_now.last_reply:
                answered[item_id] = action_now.last_reply
                nudged.pop(item_id, None)
        late = [each for each in reminders if each.kind is ReminderKind.OVERDUE and each.action.due.end]
        for each in late:
            before = nudged[each.action.item_id]
            if before and today < _next_nudge(before, life.policy):
                assert said[each.action.item_id] < _warned_by(each, life) <= today
        # Where the answer came on the day of the nudge, it answers that nudge: the count starts afresh all the same.
        for item_id in {each.action.item_id for each in late if present[each.action.item_id].last_reply != today}:
            nudged[item_id].append(today)
        said |= {each.action.item_id: today for each in reminders if each.kind is not ReminderKind.ASK_WHO}


def _next_nudge(nudged: list[date], policy: Policy) -> date:
    return nudged[-1] + timedelta(days=policy.overdue_every[min(len(nudged), len(policy.overdue_every)) - 1])


def _warned_by(each: Reminder, life: Life) -> date:
    """The last day on which the warning of a reminder is in time for its rung."""
    assert each.warning, "sooner than the policy says, without a warning"
    assert each.action.due.end
    after = next(rung.after for rung in life.policy.ladder if rung.to is each.post)
    return life.calendar.after(each.action.due.end, max(0, after - life.policy.grace))


@settings(max_examples=100, deadline=None)
@given(CLIMBING)
def test_the_day_that_a_warning_names_is_kept_where_nobody_answers_comes_or_goes(life: Life) -> None:
    named: dict[tuple[str, Post | None], date] = {}
    for today, _, reminders in replace(life, answered=set(), outages=set(), away=set()).days():
        climbed = {(each.action.item_id, each.post) for each in reminders if each.kind is ReminderKind.ESCALATED}
        assert climbed == {rung for rung, on in named.items() if on == today}
        for each in reminders:
            if each.warning:
                assert named.setdefault((each.action.item_id, each.post), each.warning.on) == each.warning.on > today


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
