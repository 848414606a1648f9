"""What is asked again goes into a mail that somebody gets anyway, so that what is theirs shares its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank_holidays import working_days
from bot.plan import Action, Due, DueKind, Owner
from bot.policy import Day, Joint, Mentioned, People, Policy, Post, ReminderKind, Rung, by_person, decide
from bot.working_days import Nation
from tests.bot.policy.asking_days import HOUSING, KAREN, KEY, MANAGER, PLAN, PLANNING, TOM, action, lived, mention
from tests.bot.policy.years import CALENDARS, FIRST, POLICIES, SOAK, plan

ENGLAND = working_days(Nation.ENGLAND)
MONDAY = date(2026, 10, 5)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))
LATE = Due.on(date(2026, 9, 1))
WEEKLY = Policy(overdue_every=(7,), check_in_every=30, ask_for_date_every=14)
JOINT = (HOUSING, PLANNING)


def asked(
    *others: tuple[Action, Sequence[Mentioned]], today: date = MONDAY, policy: Policy = WEEKLY
) -> dict[str, list[str]]:
    """The actions each person is asked about; action 1 is Tom's, and its turn came some days ago."""
    said = {KEY: [mention(today - timedelta(days=max(policy.overdue_every) + 4))]}
    said |= {other.key: list(mentioned) for other, mentioned in others}
    actions = [action(due=LATE), *[other for other, _ in others]]
    decided = decide(actions, said, Day(today, policy, calendar=ENGLAND))
    mails = by_person(decided.reminders)
    return {person.name: sorted(each.action.item_id for each in theirs) for person, theirs in mails.items()}


def late(item_id: str = "2", **fields: object) -> Action:
    return action(item_id, due=LATE, **fields)


def test_what_is_late_by_a_day_more_or_less_shares_its_days_from_the_second_turn_on() -> None:
    rows = [action(str(n), due=Due.on(MONDAY + timedelta(days=n - 1))) for n in range(1, 4)]
    day = Day(MONDAY, Policy(before=(), on_the_day=False, overdue_every=(7,)), calendar=ENGLAND)
    lives = lived(rows, MONDAY, MONDAY + timedelta(days=25), day)
    mails = [(today, len(decided.reminders)) for today, _, decided in lives if decided.reminders]
    firsts = [(TUESDAY, 1), (WEDNESDAY, 1), (THURSDAY, 1)]
    assert mails == [*firsts, *[(TUESDAY + timedelta(weeks=n), 3) for n in (1, 2, 3)]]


@pytest.mark.parametrize(
    ("today", "turn", "along"),
    [
        (MONDAY, MONDAY + timedelta(days=3), True),
        (MONDAY, MONDAY + timedelta(days=4), False),  # the fourth working day
        (FRIDAY, FRIDAY + timedelta(days=3), True),
        (FRIDAY, FRIDAY + timedelta(days=4), False),  # more than half of the week
    ],
)
def test_it_comes_sooner_by_three_working_days_and_half_its_turn_at_most(today: date, turn: date, along: bool) -> None:
    said = [mention(turn - timedelta(days=7))]
    assert asked((late(), said), today=today) == {TOM.name: ["1", "2"] if along else ["1"]}


@pytest.mark.parametrize(("days", "along"), [(10, False), (11, True)])
def test_the_cadence_still_falls(days: int, along: bool) -> None:
    falling = Policy(overdue_every=(7, 14))
    said = [mention(MONDAY - timedelta(days=days + each)) for each in (7, 0)]
    assert asked((late(), said), policy=falling) == {TOM.name: ["1", "2"] if along else ["1"]}


def test_a_turn_of_two_days_comes_sooner_by_one() -> None:
    yesterday = [mention(TUESDAY)]
    assert asked((late(), yesterday), today=WEDNESDAY, policy=Policy(overdue_every=(2,))) == {TOM.name: ["1", "2"]}


def test_a_check_in_and_a_question_for_a_date_come_along_too() -> None:
    ongoing, dateless = action("2", due=Due("Ongoing", kind=DueKind.ONGOING)), action("3", due=Due("TBC"))
    looked_at = [mention(MONDAY - timedelta(days=28), ReminderKind.CHECK_IN)]
    wanted = [mention(MONDAY - timedelta(days=12), ReminderKind.ASK_FOR_DATE)]
    assert asked((ongoing, looked_at), (dateless, wanted)) == {TOM.name: ["1", "2", "3"]}


@pytest.mark.parametrize(
    "fields",
    [
        {"last_reply": MONDAY - timedelta(days=6)},
        {"snoozed_until": TUESDAY},
        {"due": Due.on(MONDAY + timedelta(days=4))},
        {"due": Due.on(TUESDAY)},
    ],
)
def test_what_was_answered_is_put_off_or_is_not_due_yet_stays_on_its_day(fields: dict[str, object]) -> None:
    said = [mention(MONDAY - timedelta(days=6)), mention(MONDAY - timedelta(days=3), ReminderKind.UPCOMING)]
    assert asked((action("2", **{"due": LATE, **fields}), said)) == {TOM.name: ["1"]}


def test_nobody_gets_a_mail_for_it_who_gets_none_anyway() -> None:
    said = [mention(MONDAY - timedelta(days=5), to=KAREN)]
    assert asked((late(owners=(PLANNING,)), said)) == {TOM.name: ["1"]}


def test_a_joint_action_comes_along_with_what_is_the_other_owners_own() -> None:
    joint = [mention(MONDAY - timedelta(days=6), to=each) for each in (TOM, KAREN)]
    own = [mention(MONDAY - timedelta(days=5), to=KAREN)]
    found = asked((late(owners=JOINT), joint), (late("3", owners=(PLANNING,)), own))
    assert found == {TOM.name: ["1", "2"], KAREN.name: ["2", "3"]}


def test_the_second_of_joint_owners_who_reads_a_copy_draws_nothing_along() -> None:
    said = [mention(MONDAY - timedelta(days=6), to=KAREN)]
    both = [mention(MONDAY - timedelta(days=7))]
    policy = Policy(overdue_every=(7,), joint=Joint.COPY)
    found = asked((late(owners=JOINT), both), (late("3", owners=(PLANNING,)), said), policy=policy)
    assert found == {TOM.name: ["1", "2"], KAREN.name: ["2"]}


def test_a_mail_that_only_tells_somebody_above_draws_nothing_along() -> None:
    people, ladder = People(leads={PLAN: TOM}), (Rung(5, Post.LEAD),)
    karens = action(due=LATE, owners=(PLANNING,))
    warned = [mention(MONDAY - timedelta(days=10), to=KAREN, warned=True, post=Post.LEAD)]
    day = Day(MONDAY, Policy(overdue_every=(14,), ladder=ladder), people, ENGLAND)
    said = {KEY: warned, late().key: [mention(MONDAY - timedelta(days=12))]}
    decided = decide([karens, late()], said, day)
    assert [(each.kind, each.to) for each in decided.reminders] == [(ReminderKind.ESCALATED, TOM)]


def test_what_comes_along_counts_as_one_of_the_nudges_after_which_nobody_is_asked() -> None:
    said = [mention(MONDAY - timedelta(days=11)), mention(MONDAY - timedelta(days=4))]
    most = Policy(overdue_every=(7,), overdue_most=3)
    assert asked((late(), said), policy=most) == {TOM.name: ["1", "2"]}
    assert asked((late(), [*said, mention(FRIDAY)]), today=FRIDAY + timedelta(days=7), policy=most) == {TOM.name: ["1"]}


def test_the_warning_rides_on_what_comes_along_and_its_rung_keeps_its_day() -> None:
    people, ladder = People(managers={TOM.address: MANAGER}), (Rung(13, Post.MANAGER),)
    day = Day(TUESDAY, Policy(before=(), overdue_every=(7,), ladder=ladder, grace=5), people, ENGLAND)
    due = [Due.on(MONDAY), Due.on(WEDNESDAY)]
    rows = [action(str(n), due=each) for n, each in enumerate(due, start=1)]
    found = [
        (today, each)
        for today, _, decided in lived(rows, TUESDAY, MONDAY + timedelta(days=21), day)
        for each in decided.reminders
    ]
    named = {each.action.item_id: each.warning.on for _, each in found if each.warning}
    told = {each.action.item_id: today for today, each in found if each.kind is ReminderKind.ESCALATED}
    first = {each.action.item_id: today for today, each in reversed(found) if each.warning}
    assert first == dict.fromkeys(named, TUESDAY + timedelta(days=7))
    assert told == named == {str(n): ENGLAND.after(each.end, 13) for n, each in enumerate(due, start=1) if each.end}


UP_TO_DATE = timedelta(days=7)


def mails(*rows: tuple[Action, Sequence[Mentioned]], today: date, wakes: bool = True) -> dict[str, list[str]]:
    """The actions each person is asked about, all that is known said."""
    day = Day(today, WEEKLY, calendar=ENGLAND, wakes=lambda _: wakes)
    decided = decide([each for each, _ in rows], {each.key: said for each, said in rows}, day)
    return {
        person.name: sorted(each.action.item_id for each in theirs)
        for person, theirs in by_person(decided.reminders).items()
    }


def in_turn(item_id: str, today: date, **fields: object) -> tuple[Action, Sequence[Mentioned]]:
    """An action whose turn is today."""
    row = late(item_id, **fields)
    return row, [mention(today - UP_TO_DATE, to=person) for person in row.people]


AS_DUE = {"due": Due.on(WEDNESDAY)}
PUT_OFF = {"snoozed_until": WEDNESDAY}
ANSWERED = {"last_reply": WEDNESDAY - timedelta(days=8)}


@pytest.mark.parametrize("tomorrow", [AS_DUE, PUT_OFF, ANSWERED])
def test_what_is_asked_again_waits_for_the_mail_of_the_next_working_day(tomorrow: dict[str, object]) -> None:
    comes = action("2", **{"due": LATE, **tomorrow})
    rows = [in_turn("1", TUESDAY), (comes, [mention(FRIDAY - UP_TO_DATE, ReminderKind.UPCOMING)])]
    assert mails(*rows, today=TUESDAY) == {}
    assert mails(*rows, today=WEDNESDAY) == {TOM.name: ["1", "2"]}
    assert mails(*rows, today=TUESDAY, wakes=False) == {TOM.name: ["1"]}


def test_it_lets_one_day_pass_after_a_mail_of_the_day_before_and_no_more() -> None:
    told = action("2", due=Due.on(THURSDAY)), [mention(MONDAY, ReminderKind.UPCOMING)]
    again = [mention(TUESDAY, ReminderKind.UPCOMING)]
    assert mails(in_turn("1", TUESDAY), told, today=TUESDAY) == {}
    assert mails(in_turn("1", TUESDAY), (told[0], again), today=WEDNESDAY) == {TOM.name: ["1"]}
    assert mails(in_turn("1", TUESDAY), today=TUESDAY) == {TOM.name: ["1"]}


def test_a_joint_action_is_not_drawn_along_beside_a_mail_that_its_other_owner_gets_tomorrow() -> None:
    own, joint = in_turn("1", TUESDAY), in_turn("2", WEDNESDAY, owners=JOINT)
    karens = (
        action("3", due=LATE, owners=(PLANNING,), snoozed_until=WEDNESDAY),
        [mention(MONDAY - UP_TO_DATE, to=KAREN)],
    )
    assert mails(own, joint, today=TUESDAY) == {TOM.name: ["1", "2"], KAREN.name: ["2"]}
    assert mails(own, joint, karens, today=TUESDAY) == {}
    assert mails(own, joint, karens, today=WEDNESDAY) == {TOM.name: ["1", "2"], KAREN.name: ["2", "3"]}


def test_what_gives_a_warning_in_time_does_not_wait() -> None:
    people, ladder = People(managers={TOM.address: MANAGER}), (Rung(8, Post.MANAGER),)
    end = Due.on(TUESDAY - timedelta(days=8))
    rows = [action(due=end), action("2", due=Due.on(WEDNESDAY))]
    said = {KEY: [mention(TUESDAY - UP_TO_DATE)], rows[1].key: [mention(FRIDAY - UP_TO_DATE, ReminderKind.UPCOMING)]}
    for policy, goes in ((Policy(ladder=ladder), True), (Policy(), False)):
        found = decide(rows, said, Day(TUESDAY, policy, people, ENGLAND)).reminders
        assert ("1" in [each.action.item_id for each in found]) is goes


SLOW = st.integers(10, 28)
"""Days of a turn of which half are as many as lie between two working days, Christmas among them."""
AHEAD = (ReminderKind.UPCOMING, ReminderKind.DUE_TODAY)
CALM = st.builds(
    lambda policy, every, asks: Policy(policy.before, overdue_every=tuple(every), ask_for_date_every=asks),
    POLICIES,
    st.lists(SLOW, min_size=1, max_size=3),
    SLOW,
)
DUES = st.dates(FIRST - timedelta(days=60), FIRST + timedelta(days=200)).map(Due.on)
ROWS = st.lists(
    st.tuples(
        DUES | st.sampled_from([Due("TBC"), Due("Ongoing", kind=DueKind.ONGOING)]),
        st.sampled_from([(HOUSING,), (Owner("Head of Lettings", (TOM,)),), (PLANNING,)]),
    ),
    min_size=2,
    max_size=6,
)


@settings(max_examples=40 * SOAK, deadline=None)
@given(CALM, ROWS, st.sampled_from(Nation))
def test_who_was_asked_on_the_working_day_before_is_asked_again_only_for_something_new(
    policy: Policy, rows: list[tuple[Due, tuple[Owner, ...]]], nation: Nation
) -> None:
    """Where nobody answers, nobody shares an action and nothing climbs: what has been asked once since it fell due
    comes up on no day of its own that follows a mail."""
    calendar, known = CALENDARS[nation], set[tuple[str, ReminderKind]]()
    last: dict[str, date] = {}
    day = Day(FIRST, policy, calendar=calendar)
    for today, _, decided in lived(plan(rows), FIRST, FIRST + timedelta(days=300), day):
        for person, theirs in by_person(decided.reminders).items():
            of = {(each.action.item_id, each.kind) for each in theirs}
            new = {each for each in of if each not in known or each[1] in AHEAD}
            before = last.get(person.address)
            assert new or before is None or calendar.after(before, 1) < today
            known |= of
            last[person.address] = today
