from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.plan import NO_ADDRESS, Action, Due, DueKind, Owner, Person, Precision, Status
from bot.policy import Day, Decided, Mentioned, Policy, ReminderKind, by_person, decide
from tests.bot.policy.asking_days import DUE, HOUSING, KAREN, PLANNING, TOM, EveryDay, action, lived, mention, on


def ask(*actions: Action, today: date, mentioned: date | None = None, policy: Policy | None = None) -> Decided:
    return on(*actions, today=today, said=[_said(mentioned)] if mentioned else (), policy=policy)


def _said(day: date) -> Mentioned:
    return mention(day, ReminderKind.OVERDUE if day > DUE else ReminderKind.UPCOMING)


def days_of_reminders(policy: Policy, first: date, last: date, **fields: object) -> list[date]:
    """The days on which one action is mentioned when somebody asks every day and the answer is recorded."""
    week = Day(first, policy, calendar=EveryDay())
    return [today for today, _, decided in lived([action(**fields)], first, last, week) if decided.reminders]


def test_an_action_comes_up_at_each_offset_on_the_day_and_every_week_once_late() -> None:
    days = days_of_reminders(Policy(), date(2026, 9, 1), date(2026, 10, 16))
    assert days == [
        date(2026, 9, 16),
        date(2026, 9, 27),
        date(2026, 9, 30),
        date(2026, 10, 1),
        date(2026, 10, 8),
        date(2026, 10, 15),
    ]


def test_the_rules_follow_the_numbers_an_admin_chose() -> None:
    policy = Policy(before=(5,), on_the_day=False, overdue_every=(10,))
    days = days_of_reminders(policy, date(2026, 9, 1), date(2026, 10, 21))
    assert days == [date(2026, 9, 25), date(2026, 10, 1), date(2026, 10, 11), date(2026, 10, 21)]


def test_without_offsets_the_first_word_comes_on_the_day_itself() -> None:
    assert days_of_reminders(Policy(before=()), date(2026, 9, 1), DUE) == [DUE]


@pytest.mark.parametrize(
    ("today", "kind", "days"),
    [
        (date(2026, 9, 16), ReminderKind.UPCOMING, -14),
        (DUE, ReminderKind.DUE_TODAY, 0),
        (date(2026, 10, 1), ReminderKind.OVERDUE, 1),
        (date(2027, 9, 30), ReminderKind.OVERDUE, 365),
    ],
)
def test_a_reminder_says_how_far_the_date_is(today: date, kind: ReminderKind, days: int) -> None:
    (reminder,) = ask(action(), today=today).reminders
    assert (reminder.kind, reminder.days) == (kind, days)


@pytest.mark.parametrize(
    ("today", "reason"),
    [
        (date(2026, 9, 29), 'is due by 30 September 2026 (printed as "end of Q2"), in 1 day'),
        (date(2026, 9, 27), 'is due by 30 September 2026 (printed as "end of Q2"), in 3 days'),
        (DUE, 'is due today, 30 September 2026 (printed as "end of Q2")'),
        (date(2026, 10, 1), 'was due by 30 September 2026 (printed as "end of Q2"), 1 day ago'),
        (date(2026, 10, 14), 'was due by 30 September 2026 (printed as "end of Q2"), 14 days ago'),
    ],
)
def test_the_reason_names_the_date_and_the_printed_words(today: date, reason: str) -> None:
    quarter = Due("end of Q2", date(2026, 7, 1), DUE, Precision.QUARTER, DueKind.DEADLINE)
    (reminder,) = ask(action(due=quarter), today=today).reminders
    assert reminder.reason == reason


def test_nothing_is_said_long_before_the_date() -> None:
    assert ask(action(), today=date(2026, 9, 15)) == Decided((), ())


def test_an_action_met_late_is_caught_up_with_once() -> None:
    assert ask(action(), today=date(2026, 9, 20)).reminders
    assert not ask(action(), today=date(2026, 9, 21), mentioned=date(2026, 9, 20)).reminders
    assert ask(action(), today=date(2026, 9, 27), mentioned=date(2026, 9, 20)).reminders


def test_an_outage_over_several_moments_heals_with_one_word() -> None:
    back = date(2026, 10, 20)
    assert ask(action(), today=back, mentioned=date(2026, 9, 16)).reminders
    assert not ask(action(), today=back + timedelta(days=1), mentioned=back).reminders
    assert ask(action(), today=back + timedelta(days=7), mentioned=back).reminders


def test_a_word_on_the_day_does_not_put_off_the_word_that_it_is_late() -> None:
    assert ask(action(), today=date(2026, 10, 1), mentioned=DUE).reminders


def test_whoever_answered_is_left_alone_for_a_week_and_its_last_day_counts() -> None:
    answered = action(last_reply=date(2026, 10, 5))
    days = [n for n in range(5, 14) if ask(answered, today=date(2026, 10, n)).reminders]
    assert days == [13]


def test_a_reply_dated_in_the_far_future_silences_nobody_for_ever() -> None:
    assert ask(action(last_reply=date(2099, 1, 1)), today=date(2026, 10, 1)).reminders


def test_without_a_quiet_time_an_answer_holds_for_its_own_day() -> None:
    policy = Policy(quiet_after_answer=0)
    assert not ask(action(last_reply=DUE), today=DUE, policy=policy).reminders
    assert ask(action(last_reply=DUE), today=DUE + timedelta(days=1), policy=policy).reminders


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CANCELLED, Status.SUPERSEDED])
def test_what_is_closed_is_neither_chased_nor_a_gap(status: Status) -> None:
    closed = action(status=status, owners=(), due=Due())
    assert ask(closed, today=date(2026, 10, 1)) == Decided((), ())


@pytest.mark.parametrize("status", [status for status in Status if not status.is_closed])
def test_everything_open_is_chased_whatever_its_status(status: Status) -> None:
    assert ask(action(status=status), today=date(2026, 10, 1)).reminders


def test_a_repeat_is_left_to_the_row_it_repeats() -> None:
    assert ask(action(repeat_of="1.7", owners=()), today=date(2026, 10, 1)) == Decided((), ())


def test_a_held_row_is_a_gap_with_its_question_and_is_not_chased() -> None:
    decided = ask(action(question="Is this June 2026 or June 2027?"), today=date(2026, 10, 1))
    assert not decided.reminders
    assert decided.gaps[0].reason == "held until this is settled: Is this June 2026 or June 2027?"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"owners": ()}, "has no owner: name one in the list"),
        (
            {"owners": (Owner("Estates Board"), Owner("Clerk"))},
            "nobody is known behind Estates Board, Clerk: add them to the Who is who list",
        ),
        (
            {"owners": (Owner("Clerk", (), "clerk at town"),)},
            'the address of Clerk in "Who is who" is no mail address ("clerk at town"): correct it there',
        ),
        (
            {"owners": (Owner(NO_ADDRESS),)},
            "somebody picked as its owner has no mail address: pick somebody else",
        ),
    ],
)
def test_what_cannot_be_chased_is_told_with_the_way_out(fields: dict[str, object], reason: str) -> None:
    decided = ask(action(**fields), today=date(2026, 10, 1))
    assert not decided.reminders
    assert [gap.reason for gap in decided.gaps] == [reason]


def test_one_unknown_owner_does_not_keep_the_others_from_hearing() -> None:
    decided = ask(action(owners=(HOUSING, Owner("Estates Board"))), today=date(2026, 10, 1))
    assert len(decided.reminders) == 1
    assert decided.gaps[0].reason == "nobody is known behind Estates Board: add them to the Who is who list"


def test_a_wrong_address_beside_a_good_one_is_a_gap_and_the_good_one_hears() -> None:
    decided = ask(action(owners=(Owner("Clerk", (TOM,), "clerk at town"),)), today=date(2026, 10, 1))
    assert len(decided.reminders) == 1
    assert decided.gaps[0].sentence == (
        'Chased in part: Housing plan, 1.1: the address of Clerk in "Who is who" is no mail address ("clerk at town"): '
        "correct it there."
    )


@pytest.mark.parametrize("fields", [{"owners": ()}, {"question": "Is it one?"}])
def test_an_action_that_nobody_is_asked_about_is_not_chased(fields: dict[str, object]) -> None:
    assert ask(action(**fields), today=date(2026, 10, 1)).gaps[0].sentence.startswith("Not chased: ")


def test_a_whole_action_has_no_gap() -> None:
    assert not on(action(), today=DUE).gaps


def test_a_revised_date_takes_the_place_of_the_first() -> None:
    moved = action(revised_due=Due.on(date(2026, 12, 31)))
    assert not ask(moved, today=date(2026, 10, 1)).reminders
    (reminder,) = ask(moved, today=date(2026, 12, 28)).reminders
    assert (reminder.days, reminder.reason[:29]) == (-3, "is due by 31 December 2026 (p")


def test_a_revised_date_without_an_end_takes_the_place_of_the_first_as_well() -> None:
    (reminder,) = ask(action(revised_due=Due("Ongoing", kind=DueKind.ONGOING)), today=date(2026, 10, 1)).reminders
    assert reminder.kind is ReminderKind.CHECK_IN


@pytest.mark.parametrize("last_day", [date(2026, 2, 28), date(2028, 2, 29), date(2026, 4, 30), date(2026, 12, 31)])
def test_a_month_is_due_on_its_last_day_and_late_on_the_next(last_day: date) -> None:
    month = action(due=Due("the month", last_day.replace(day=1), last_day, Precision.MONTH, DueKind.DEADLINE))
    (on_the_day,) = ask(month, today=last_day).reminders
    (next_day,) = ask(month, today=last_day + timedelta(days=1), mentioned=last_day).reminders
    assert (on_the_day.kind, next_day.kind) == (ReminderKind.DUE_TODAY, ReminderKind.OVERDUE)


def test_the_worst_comes_first_and_ties_go_by_plan_and_reference() -> None:
    dues = {"1": date(2026, 10, 3), "2": date(2026, 8, 1), "3": date(2026, 9, 20), "4": date(2026, 8, 1)}
    decided = ask(*(action(item, due=Due.on(due)) for item, due in reversed(dues.items())), today=date(2026, 10, 1))
    assert [each.action.item_id for each in decided.reminders] == ["2", "4", "3", "1"]


def test_a_joint_action_stands_under_each_of_its_owners() -> None:
    decided = ask(action("1", owners=(HOUSING, PLANNING)), action("2"), today=date(2026, 10, 1))
    refs = {person: [each.action.ref for each in theirs] for person, theirs in by_person(decided.reminders).items()}
    assert refs == {KAREN: ["1.1"], TOM: ["1.1", "1.2"]}


def test_someone_known_under_two_names_gets_one_mail() -> None:
    bare = Person(TOM.address, TOM.address)
    decided = ask(action("1"), action("2", owners=(Owner("Hostels", (bare, TOM)),)), today=date(2026, 10, 1))
    refs = {
        person.name: [each.action.ref for each in theirs] for person, theirs in by_person(decided.reminders).items()
    }
    assert refs == {"Tom Ashgrove": ["1.1", "1.2"]}


def test_what_was_said_is_told_apart_by_plan() -> None:
    said = {("Another plan", "1"): [mention(date(2026, 10, 1))]}
    assert decide([action()], said, Day(date(2026, 10, 1), calendar=EveryDay())).reminders


POLICIES = st.builds(
    Policy,
    before=st.lists(st.integers(1, 40), max_size=3).map(tuple),
    on_the_day=st.booleans(),
    overdue_every=st.lists(st.integers(1, 20), min_size=1, max_size=4).map(tuple),
    quiet_after_answer=st.integers(0, 20),
)
NEAR = st.integers(-60, 60).map(lambda days: DUE + timedelta(days=days))


@settings(max_examples=200, deadline=None)
@given(POLICIES, NEAR, st.none() | NEAR, st.none() | NEAR)
def test_asking_twice_on_a_day_says_nothing_new(
    policy: Policy, today: date, mentioned: date | None, last_reply: date | None
) -> None:
    asked = action(last_reply=last_reply)
    if ask(asked, today=today, mentioned=mentioned, policy=policy).reminders:
        assert not ask(asked, today=today, mentioned=today, policy=policy).reminders


@settings(max_examples=60, deadline=None)
@given(POLICIES, st.sets(st.integers(0, 60), max_size=3), st.sets(st.integers(0, 60), max_size=20))
def test_nobody_late_goes_unasked_longer_than_the_rule_but_for_quiet_and_outage(
    policy: Policy, replies: set[int], outages: set[int]
) -> None:
    mentioned: date | None = None
    for day in sorted(set(range(61)) - outages):
        today = DUE + timedelta(days=day + 1)
        last_reply = max((DUE + timedelta(days=each + 1) for each in replies if each <= day), default=None)
        late = action(last_reply=last_reply)
        if ask(late, today=today, mentioned=mentioned, policy=policy).reminders:
            mentioned = today
        is_quiet = last_reply is not None and (today - last_reply).days <= policy.quiet_after_answer
        assert is_quiet or (mentioned is not None and (today - mentioned).days < max(policy.overdue_every))
