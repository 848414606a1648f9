from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank_holidays import bank_holidays, working_days
from bot.plan import Due
from bot.policy import Day, Policy, ReminderKind, Unit
from bot.working_days import Nation, WorkingDays
from tests.bot.policy.asking_days import action, lived, mention, on

ENGLAND = working_days(Nation.ENGLAND)
CHRISTMAS_CLOSURE = (date(2026, 12, 24), date(2027, 1, 3))


def moments(due: date, policy: Policy, calendar: WorkingDays = ENGLAND) -> list[date]:
    first, last = due - timedelta(days=40), due + timedelta(days=10)
    day = Day(first, policy, calendar=calendar)
    return [today for today, _, decided in lived([action(due=Due.on(due))], first, last, day) if decided.reminders]


@pytest.mark.parametrize(
    ("nation", "day", "works"),
    [
        (Nation.ENGLAND, date(2026, 4, 6), False),  # Easter Monday
        (Nation.SCOTLAND, date(2026, 4, 6), True),
        (Nation.SCOTLAND, date(2026, 1, 2), False),
        (Nation.ENGLAND, date(2026, 1, 2), True),
        (Nation.NORTHERN_IRELAND, date(2026, 3, 17), False),
        (Nation.WALES, date(2026, 3, 17), True),
        (Nation.WALES, date(2027, 12, 28), False),  # for Boxing Day on a Sunday
        (Nation.ENGLAND, date(2026, 11, 21), False),  # a Saturday
        (Nation.ENGLAND, date(2026, 11, 23), True),
    ],
)
def test_each_nation_keeps_its_own_holidays(nation: Nation, day: date, works: bool) -> None:
    assert working_days(nation).works_on(day) is works


def test_a_council_may_close_for_days_of_its_own() -> None:
    closed = working_days(Nation.ENGLAND, [CHRISTMAS_CLOSURE])
    assert closed.on_or_after(date(2026, 12, 24)) == date(2027, 1, 4)
    assert closed.on_or_before(date(2027, 1, 3)) == date(2026, 12, 23)


def test_the_holidays_of_england_in_2027_are_those_that_gov_uk_prints() -> None:
    weekdays = sorted(day for day in bank_holidays(Nation.ENGLAND) if day.year == 2027 and day.weekday() < 5)
    assert [f"{day:%d %b}" for day in weekdays] == [
        *("01 Jan", "26 Mar", "29 Mar", "03 May", "31 May", "30 Aug", "27 Dec", "28 Dec"),
    ]


NEAR = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@given(NEAR, st.integers(0, 400))
def test_counting_working_days_agrees_with_walking_them(day: date, span: int) -> None:
    later = day + timedelta(days=span)
    walked = sum(ENGLAND.works_on(day + timedelta(days=n)) for n in range(1, span + 1))
    assert ENGLAND.between(day, later) == walked


@given(NEAR, st.integers(1, 40))
def test_so_many_working_days_before_and_after_lie_so_many_apart(day: date, days: int) -> None:
    later = ENGLAND.after(day, days)
    assert ENGLAND.works_on(later)
    assert ENGLAND.between(day, later) == days
    earlier = ENGLAND.before(day, days)
    assert ENGLAND.works_on(earlier)
    assert ENGLAND.between(earlier - timedelta(days=1), day - timedelta(days=1)) == days


def test_what_falls_on_closed_days_goes_out_on_the_working_day_before() -> None:
    # Due on Easter Monday 6 April 2026; three days before is Good Friday.
    assert moments(date(2026, 4, 6), Policy(before=(3,))) == [date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 14)]


def test_of_two_moments_that_closed_days_push_together_the_later_stands_for_both() -> None:
    sunday, saturday = date(2026, 10, 18), date(2026, 10, 17)
    assert moments(sunday, Policy(before=(14, 3)))[:2] == [date(2026, 10, 2), date(2026, 10, 16)]
    assert moments(sunday, Policy(before=(4, 2)))[:2] == [date(2026, 10, 14), date(2026, 10, 16)]
    # Monday and Tuesday, three days before and on the day.
    late = Policy(before=(14, 3), earlier=False)
    assert moments(date(2026, 10, 20), late)[:2] == [date(2026, 10, 6), date(2026, 10, 20)]
    # Neighbours that an admin set are meant.
    assert moments(saturday, Policy(before=(2, 1)))[:2] == [date(2026, 10, 15), date(2026, 10, 16)]


def test_a_moment_on_the_day_after_a_word_that_caught_up_is_not_said_again() -> None:
    wednesday = date(2026, 10, 21)
    policy = Policy(before=(14, 3), on_the_day=False)
    met_late, the_eve_of_three_days_before = date(2026, 10, 14), date(2026, 10, 17)
    every_day = action(due=Due.on(wednesday))
    sunday = date(2026, 10, 18)
    assert on(every_day, said=[mention(met_late, ReminderKind.UPCOMING)], today=sunday, policy=policy).reminders
    assert not on(
        every_day, said=[mention(the_eve_of_three_days_before, ReminderKind.UPCOMING)], today=sunday, policy=policy
    ).reminders


def test_or_on_the_working_day_after_but_never_past_the_due_date() -> None:
    later = Policy(before=(8,), earlier=False)
    # Eight days before Wednesday 8 April is Tuesday 31 March; before Tuesday 14 April it is Easter Monday.
    assert moments(date(2026, 4, 14), later)[:2] == [date(2026, 4, 7), date(2026, 4, 14)]
    assert moments(date(2026, 4, 5), Policy(before=(), earlier=False))[0] == date(2026, 4, 2)


def test_offsets_may_count_working_days() -> None:
    policy = Policy(before=(5,), unit=Unit.WORKING, on_the_day=False)
    # Thursday 9 April less five working days, over Easter, is Tuesday 31 March... less the two bank holidays.
    assert moments(date(2026, 4, 9), policy)[0] == date(2026, 3, 31)


def test_nothing_is_sent_on_a_closed_day_but_what_cannot_be_chased_is_still_told() -> None:
    good_friday = date(2026, 4, 3)
    late = action(due=Due.on(date(2026, 3, 1)))
    decided = on(late, action("2", owners=()), today=good_friday, calendar=ENGLAND)
    assert not decided.reminders
    assert len(decided.gaps) == 1


def test_due_on_a_saturday_is_nudged_on_friday_as_due_next_and_on_monday_as_overdue() -> None:
    month_end = action(due=Due.on(date(2017, 9, 30)))
    friday = on(month_end, today=date(2017, 9, 29), said=[mention(date(2017, 9, 27), ReminderKind.UPCOMING)])
    assert [each.kind for each in friday.reminders] == []
    friday = on(
        month_end, today=date(2017, 9, 29), said=[mention(date(2017, 9, 27), ReminderKind.UPCOMING)], calendar=ENGLAND
    )
    assert [each.kind for each in friday.reminders] == [ReminderKind.UPCOMING]
    said = [mention(date(2017, 9, 29), ReminderKind.UPCOMING)]
    monday = on(month_end, today=date(2017, 10, 2), said=said, calendar=ENGLAND)
    assert [(each.kind, each.days) for each in monday.reminders] == [(ReminderKind.OVERDUE, 2)]
