from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.bank_holidays import working_days
from bot.plan import Due, DueKind, Status
from bot.policy import Day, Policy, ReminderKind, Unit, asked_again, comes_round
from bot.reading import read_due
from bot.reading.dates import Recurrence, read_recurrence
from bot.working_days import Nation
from tests.bot.policy.asking_days import EveryDay, action, lived, mention, on

ONGOING = Due("Throughout the year", kind=DueKind.ONGOING)
TBC = Due("TBC")
TODAY = date(2026, 10, 1)


def nudged(due: Due, until: date, first: date = TODAY, **fields: object) -> list[tuple[date, ReminderKind]]:
    day = Day(first, Policy(), calendar=EveryDay())
    return [
        (today, each.kind)
        for today, _, decided in lived([action(due=due, **fields)], first, until, day)
        for each in decided.reminders
    ]


@pytest.mark.parametrize("due", [TBC, Due(), Due("Within three months of approval", kind=DueKind.RELATIVE)])
def test_what_has_no_date_is_asked_for_one_every_fortnight(due: Due) -> None:
    asked = [(TODAY + timedelta(days=n), ReminderKind.ASK_FOR_DATE) for n in (0, 14, 28)]
    assert nudged(due, TODAY + timedelta(days=30)) == asked


def test_what_goes_on_is_looked_at_every_quarter() -> None:
    checks = [(TODAY + timedelta(days=n), ReminderKind.CHECK_IN) for n in (0, 90, 180)]
    assert nudged(ONGOING, TODAY + timedelta(days=200)) == checks


def test_an_answer_about_something_ongoing_counts_as_a_look() -> None:
    answered = action(due=ONGOING, last_reply=TODAY)
    assert not on(answered, today=TODAY + timedelta(days=89)).reminders
    assert on(answered, today=TODAY + timedelta(days=90)).reminders


def test_the_reasons_tell_the_printed_words_and_when_somebody_last_spoke() -> None:
    said = [on(action(due=each), today=TODAY).reminders[0].reason for each in (TBC, Due(), ONGOING)]
    assert said == [
        'has no date that can be kept (printed as "TBC"): which day is meant?',
        "has no date yet",
        'goes on without an end date (printed as "Throughout the year"), and nothing has been said about it yet',
    ]


@pytest.mark.parametrize(
    ("phrase", "months", "anchor"),
    [
        ("monthly", 1, None),
        ("Quarterly", 3, None),
        ("every six months", 6, None),
        ("Every 2 years", 24, None),
        ("six-monthly", 6, None),
        ("March (annually)", 12, 3),
        ("each April", 12, 4),
        ("Annually in July", 12, 7),
        ("Twice a year", 6, None),
    ],
)
def test_how_often_something_comes_round_is_read(phrase: str, months: int, anchor: int | None) -> None:
    assert read_recurrence(read_due(phrase, TODAY)) == Recurrence(months, anchor)


@pytest.mark.parametrize("phrase", ["March 2026", "regularly", "TBC", "Ongoing"])
def test_what_names_no_interval_does_not_come_round(phrase: str) -> None:
    assert read_recurrence(read_due(phrase, TODAY)) is None


def test_something_monthly_is_looked_at_every_month() -> None:
    monthly = read_due("monthly", TODAY)
    assert [day for day, _ in nudged(monthly, TODAY + timedelta(days=61))] == [
        TODAY + timedelta(days=n) for n in (0, 30, 60)
    ]


MARCH = Due("March (annually)", kind=DueKind.RECURRING)


def test_the_next_occurrence_of_something_yearly_is_a_date_like_any_other() -> None:
    (reminder,) = on(action(due=MARCH), today=date(2027, 3, 17)).reminders
    assert (reminder.kind, reminder.days) == (ReminderKind.UPCOMING, -14)
    assert not on(action(due=MARCH), today=date(2027, 1, 17)).reminders


def test_an_occurrence_that_was_asked_about_stays_overdue_until_it_is_done() -> None:
    asked = [mention(date(2027, 3, 17), ReminderKind.UPCOMING)]
    (reminder,) = on(action(due=MARCH), today=date(2027, 4, 20), said=asked).reminders
    assert (reminder.kind, reminder.days) == (ReminderKind.OVERDUE, 20)
    done = action(due=MARCH, completed_on=date(2027, 4, 10), status=Status.ONGOING)
    assert not on(done, today=date(2027, 4, 20), said=asked).reminders


@pytest.mark.parametrize(
    "policy",
    [
        Policy(),
        Policy(before=(10,), unit=Unit.WORKING),
        Policy(before=()),
        Policy(before=(), on_the_day=False),
    ],
)
def test_the_nudges_of_a_coming_occurrence_are_not_taken_for_those_of_the_last(policy: Policy) -> None:
    day = Day(date(2026, 11, 23), policy, calendar=working_days(Nation.SCOTLAND))
    told = [
        (today, each.kind, each.days)
        for today, _, decided in lived([action(due=MARCH)], date(2026, 11, 23), date(2028, 4, 20), day)
        for each in decided.reminders
    ]
    first_year = [(today, days) for today, _, days in told if today < date(2028, 1, 1)]
    assert all((today - timedelta(days=days)) == date(2027, 3, 31) for today, days in first_year)
    assert all(kind is not ReminderKind.OVERDUE for today, kind, _ in told if today <= date(2027, 3, 31))
    assert {today - timedelta(days=days) for today, _, days in told} == {date(2027, 3, 31), date(2028, 3, 31)}


def test_a_nudge_ahead_of_the_coming_occurrence_is_none_of_the_last_when_the_policy_changes_after_it() -> None:
    ahead = [mention(date(2027, 3, 1), ReminderKind.UPCOMING)]
    assert not on(action(due=MARCH), today=date(2027, 3, 10), said=ahead, policy=Policy(before=())).reminders


def test_an_occurrence_that_fell_into_an_outage_is_asked_about_afterwards() -> None:
    (reminder,) = on(action(due=MARCH), today=date(2027, 4, 20)).reminders
    assert (reminder.kind, reminder.days) == (ReminderKind.OVERDUE, 20)
    assert not on(action(due=MARCH), today=date(2027, 6, 1)).reminders


def test_what_was_done_early_comes_round_a_year_later() -> None:
    done = action(due=MARCH, completed_on=date(2027, 2, 20), status=Status.ONGOING)
    assert not on(done, today=date(2027, 3, 25)).reminders
    assert on(done, today=date(2028, 3, 17)).reminders[0].days == -14


def test_a_snoozed_action_keeps_its_date_and_speaks_up_after_the_snooze() -> None:
    snoozed = action(snoozed_until=date(2026, 10, 20))
    assert not on(snoozed, today=date(2026, 10, 19)).reminders
    (reminder,) = on(snoozed, today=date(2026, 10, 20)).reminders
    assert (reminder.kind, reminder.days) == (ReminderKind.OVERDUE, 20)


def test_a_snooze_in_the_list_that_is_longer_than_allowed_is_kept_for_its_last_days_and_told_until_then() -> None:
    decided = on(action(snoozed_until=date(2027, 10, 1)), today=TODAY)
    assert len(decided.reminders) == 1
    assert decided.gaps[0].sentence == (
        "Chased in part: Housing plan, 1.1: is snoozed until 1 October 2027, more than the 30 days that are allowed: "
        "its owners are asked all the same, until 1 September 2027."
    )
    assert on(action(snoozed_until=date(2027, 10, 1)), today=date(2027, 8, 31)).reminders
    kept = on(action(snoozed_until=date(2027, 10, 1)), today=date(2027, 9, 1))
    assert (kept.reminders, kept.gaps) == ((), ())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("March (annually)", (date(2027, 3, 31), True)),
        ("Quarterly", (TODAY + timedelta(days=90), False)),
        ("Regularly", (TODAY + timedelta(days=90), False)),
    ],
)
def test_what_comes_round_is_done_once_and_next_asked_about(words: str, expected: tuple[date, bool]) -> None:
    recurring = action(due=replace(read_due(words, TODAY), kind=DueKind.RECURRING))
    assert comes_round(recurring)
    assert asked_again(recurring, date(2026, 9, 30), Policy(), TODAY) == expected
    moved = replace(recurring, revised_due=Due.on(date(2026, 9, 30)))
    assert comes_round(moved)
    assert asked_again(moved, date(2026, 9, 30), Policy(), TODAY) == expected


def test_what_goes_on_without_coming_round_can_be_done_for_good() -> None:
    assert not comes_round(action(due=ONGOING))
    assert not comes_round(action())
