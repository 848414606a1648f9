from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.bank_holidays import working_days
from bot.plan import Due, DueKind, Status
from bot.policy import Day, Policy, Post, ReminderKind, Rounds, Rung, asked_again
from bot.reading import read_due
from bot.reading.dates import read_recurrence
from bot.working_days import Nation
from tests.bot.policy.asking_days import KEY, EveryDay, action, lived, mention, on

READ_ON = date(2027, 2, 1)
SPRING = read_due("12 April 2027 (quarterly)", READ_ON)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12 April 2027 (quarterly)", ((2027, 4, 12), (2027, 7, 12), (2027, 10, 12))),
        ("Annually, 8 May 2027", ((2027, 5, 8), (2028, 5, 8), (2029, 5, 8))),
        ("8 May each year", ((2027, 5, 8), (2028, 5, 8), (2029, 5, 8))),
        ("5th of June (every six months)", ((2027, 6, 5), (2027, 12, 5), (2028, 6, 5))),
        ("30 January 2027 (monthly)", ((2027, 2, 28), (2027, 3, 30), (2027, 4, 30))),
        ("30 June 2027 (quarterly)", ((2027, 6, 30), (2027, 9, 30), (2027, 12, 31))),
        ("May 2027 (annually)", ((2027, 5, 31), (2028, 5, 31), (2029, 5, 31))),
        ("May (annually)", ((2027, 5, 31), (2028, 5, 31), (2029, 5, 31))),
        ("12 October 2028 (every two years)", ((2028, 10, 12), (2030, 10, 12), (2032, 10, 12))),
        ("9 April 2027 (termly)", ((2027, 4, 9), (2027, 8, 9), (2027, 12, 9))),
        ("9 April 2027, each school term", ((2027, 4, 9), (2027, 8, 9), (2027, 12, 9))),
        ("9 April 2027 (half-termly)", ((2027, 4, 9), (2027, 6, 9), (2027, 8, 9))),
        ("Three times a year, next 9 April 2027", ((2027, 4, 9), (2027, 8, 9), (2027, 12, 9))),
        ("9 April 2027 and four times each year", ((2027, 4, 9), (2027, 7, 9), (2027, 10, 9))),
        ("9 April 2027 (three-monthly)", ((2027, 4, 9), (2027, 7, 9), (2027, 10, 9))),
        ("9 April 2027 (4-monthly)", ((2027, 4, 9), (2027, 8, 9), (2027, 12, 9))),
        ("9 April 27 monthly", ((2027, 4, 9), (2027, 5, 9), (2027, 6, 9))),
    ],
)
def test_what_comes_round_falls_on_the_day_printed_or_on_the_end_of_its_month(
    words: str, expected: tuple[tuple[int, int, int], ...]
) -> None:
    recurrence = read_recurrence(replace(read_due(words, READ_ON), kind=DueKind.RECURRING))
    assert recurrence
    found = [recurrence.from_day(READ_ON)]
    while len(found) < len(expected):
        found.append(recurrence.after(found[-1]))
    assert found == [date(*each) for each in expected]


def test_there_is_no_round_before_the_one_that_is_printed_with_its_year() -> None:
    recurrence = read_recurrence(SPRING)
    assert recurrence
    assert recurrence.before_day(date(2027, 4, 12)) is None
    assert recurrence.before_day(date(2027, 4, 13)) == date(2027, 4, 12)


def test_the_nudges_of_what_comes_round_on_a_day_count_to_that_day() -> None:
    day = Day(READ_ON, Policy(), calendar=EveryDay())
    told = [
        (each.kind, today, each.days)
        for today, _, decided in lived([action(due=SPRING)], READ_ON, date(2027, 4, 13), day)
        for each in decided.reminders
    ]
    assert told[0] == (ReminderKind.UPCOMING, date(2027, 3, 29), -14)
    assert (ReminderKind.DUE_TODAY, date(2027, 4, 12), 0) in told
    assert told[-1] == (ReminderKind.OVERDUE, date(2027, 4, 13), 1)


def test_what_is_done_in_time_is_due_again_on_the_same_day_of_the_next_round() -> None:
    row = action(due=SPRING)
    assert asked_again(row, date(2027, 4, 6), Policy(), date(2027, 4, 7)) == (date(2027, 7, 12), True)
    done = action(due=SPRING, completed_on=date(2027, 4, 6), status=Status.ONGOING)
    assert not on(done, today=date(2027, 4, 20)).reminders
    assert on(done, today=date(2027, 6, 28)).reminders[0].days == -14


@pytest.mark.parametrize(
    ("done_on", "seen_on", "due"),
    [
        (None, date(2027, 3, 1), date(2027, 4, 12)),
        (None, date(2027, 5, 1), date(2027, 4, 12)),
        (date(2027, 4, 6), date(2027, 5, 1), date(2027, 7, 12)),
        (date(2027, 4, 30), date(2027, 4, 20), date(2027, 4, 12)),
    ],
)
def test_on_each_day_one_round_is_open(done_on: date | None, seen_on: date, due: date) -> None:
    row = action(due=SPRING, completed_on=done_on, status=Status.ONGOING)
    assert Rounds().at(row, seen_on).current_due.end == due


def test_a_round_that_was_asked_about_is_open_until_the_next_comes_up() -> None:
    asked = Rounds(said={KEY: (mention(date(2027, 4, 13)),)})
    row = action(due=SPRING)
    assert [asked.at(row, date(2027, 6, day)).days_late(date(2027, 6, day)) for day in (20, 28)] == [69, 0]


def test_a_date_that_does_not_come_round_stays_as_it_is() -> None:
    row = action()
    assert Rounds().at(row, date(2027, 6, 20)) is row


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("16 April 2027 (termly)", (7, 12, 4)),
        ("7 December 2027, every school term", (4, 7, 12)),
        ("20 August 2027 (termly)", (12, 4, 7)),
        ("14 May 2027 (termly)", (9, 1, 5)),
        ("16 April 2027, three times a year", (8, 12, 4)),
        ("16 April 2027 (half-termly)", (6, 7, 10)),
    ],
)
def test_what_comes_round_each_term_falls_into_no_august_but_the_one_that_is_printed(
    words: str, months: tuple[int, ...]
) -> None:
    row = action(due=replace(read_due(words, READ_ON), kind=DueKind.RECURRING))
    printed = row.due.end
    assert printed
    found = [printed]
    while len(found) <= len(months):
        done_on = found[-1] - timedelta(days=3)
        again, is_due = asked_again(row, done_on, Policy(), done_on)
        assert is_due
        found.append(again)
    assert [each.month for each in found[1:]] == [*months]
    assert {each.day for each in found} == {printed.day}


@pytest.mark.parametrize(
    ("nation", "words", "months"),
    [
        (Nation.WALES, "16 April 2027 (termly)", (7, 12, 4)),
        (Nation.SCOTLAND, "16 April 2027 (termly)", (8, 12, 4)),
        (Nation.SCOTLAND, "31 March 2027 (termly)", (6, 11, 3)),
        (Nation.NORTHERN_IRELAND, "31 March 2027 (termly)", (6, 11, 3)),
        (Nation.NORTHERN_IRELAND, "16 April 2027 (termly)", (6, 12, 4)),
    ],
)
def test_what_comes_round_each_term_keeps_to_the_summer_holidays_of_its_nation(
    nation: Nation, words: str, months: tuple[int, ...]
) -> None:
    row = action(due=read_due(words, READ_ON))
    printed = row.due.end
    assert printed
    found = [printed]
    while len(found) <= len(months):
        done_on = found[-1] - timedelta(days=3)
        found.append(asked_again(row, done_on, Policy(), done_on, working_days(nation))[0])
    assert tuple(each.month for each in found[1:]) == months


@pytest.mark.parametrize(
    ("seen_on", "done_on", "due"),
    [
        (date(2027, 7, 10), None, date(2027, 7, 9)),
        (date(2027, 7, 10), date(2027, 7, 8), date(2027, 12, 9)),
        (date(2027, 8, 20), date(2027, 4, 8), date(2027, 12, 9)),
        (date(2027, 6, 20), date(2027, 4, 20), date(2027, 7, 9)),
    ],
)
def test_of_what_comes_round_each_term_one_round_is_open_on_each_day(
    seen_on: date, done_on: date | None, due: date
) -> None:
    row = action(due=read_due("9 April 2027 (termly)", READ_ON), completed_on=done_on, status=Status.ONGOING)
    assert Rounds().at(row, seen_on).current_due.end == due


FORTNIGHTS = read_due("9 April 2027 (fortnightly)", READ_ON)
TOLD_ON = date(2027, 4, 6)


def test_of_what_comes_round_nobody_knows_when_the_next_date_is_asked_for_once_it_was_done() -> None:
    row = action(due=FORTNIGHTS, completed_on=TOLD_ON, last_reply=TOLD_ON, status=Status.ONGOING)
    again, is_due = asked_again(row, TOLD_ON, Policy(), TOLD_ON)
    assert (again, is_due) == (date(2027, 4, 20), False)
    day = Day(TOLD_ON, Policy(ladder=(Rung(8, Post.MANAGER),)), calendar=EveryDay())
    told = [
        (today, each.kind)
        for today, _, decided in lived([row], TOLD_ON, date(2027, 5, 5), day)
        for each in decided.reminders
    ]
    assert told == [(again, ReminderKind.ASK_FOR_DATE), (date(2027, 5, 4), ReminderKind.ASK_FOR_DATE)]
    assert not Rounds().at(row, date(2027, 5, 5)).days_late(date(2027, 5, 5))


def test_the_next_date_that_is_given_is_chased_and_until_something_was_done_the_printed_one() -> None:
    done = action(due=FORTNIGHTS, completed_on=TOLD_ON, revised_due=Due.on(date(2027, 4, 23)), status=Status.ONGOING)
    for row, end in (
        (done, date(2027, 4, 23)),
        (action(due=FORTNIGHTS), date(2027, 4, 9)),
        (action(due=FORTNIGHTS, completed_on=date(2027, 1, 5)), date(2027, 4, 9)),
    ):
        [asked] = on(row, today=date(2027, 4, 24)).reminders
        assert (asked.kind, asked.days) == (ReminderKind.OVERDUE, (date(2027, 4, 24) - end).days)
