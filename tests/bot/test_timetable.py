from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.timetable import UnreadableTimetable, parse, pause
from bot.working_days import WorkingDays

LONDON = ZoneInfo("Europe/London")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def runs(words: str, first: str, last: str) -> list[str]:
    """Every due moment after `first`, up to `last`, in UTC."""
    timetable, moment, found = parse(words, LONDON), utc(first), []
    while (moment := timetable.next_after(moment)) <= utc(last):
        found.append(f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M}")
    return found


def days(words: str, first: str, last: str) -> list[date]:
    return [date.fromisoformat(each[:10]) for each in runs(words, first, last)]


def test_a_daily_run_keeps_its_hour_on_the_wall_over_the_spring_night() -> None:
    assert runs("daily 08:30", "2027-03-26T12:00", "2027-03-29T12:00") == [
        "2027-03-27T08:30",
        "2027-03-28T07:30",
        "2027-03-29T07:30",
    ]


def test_a_daily_run_keeps_its_hour_on_the_wall_over_the_autumn_night() -> None:
    assert runs("daily 08:30", "2027-10-29T12:00", "2027-11-01T12:00") == [
        "2027-10-30T07:30",
        "2027-10-31T08:30",
        "2027-11-01T08:30",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("daily 00:59", ["2027-10-29T23:59", "2027-10-30T23:59", "2027-11-01T00:59"]),
        ("daily 02:01", ["2027-10-30T01:01", "2027-10-31T02:01", "2027-11-01T02:01"]),
    ],
)
def test_a_run_beside_the_doubled_hour_comes_once(words: str, expected: list[str]) -> None:
    assert runs(words, "2027-10-29T22:00", "2027-11-01T12:00") == expected


def test_every_half_hour_goes_on_evenly_through_the_doubled_hour() -> None:
    assert runs("every 30 minutes", "2027-10-31T00:00", "2027-10-31T02:00") == [
        "2027-10-31T00:30",
        "2027-10-31T01:00",
        "2027-10-31T01:30",
        "2027-10-31T02:00",
    ]


def test_looking_back_from_the_morning_after_a_clock_change_finds_the_evening_before() -> None:
    timetable = parse("daily 23:00", LONDON)
    assert timetable.last_before(utc("2027-03-28T05:00")) == utc("2027-03-27T23:00")
    assert timetable.last_before(utc("2027-10-31T05:00")) == utc("2027-10-30T22:00")


def test_weekdays_leave_the_weekend_out() -> None:
    assert days("mon-fri 08:30", "2027-01-01T00:00", "2027-01-06T00:00") == [
        date(2027, 1, 1),
        date(2027, 1, 4),
        date(2027, 1, 5),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("wed", {2}),
        ("mon,wed", {0, 2}),
        ("sat-mon", {5, 6, 0}),
        ("mon-sun", {0, 1, 2, 3, 4, 5, 6}),
        ("tue-wed, fri", {1, 2, 4}),
    ],
)
def test_days_of_the_week_are_named_singly_or_from_to(words: str, expected: set[int]) -> None:
    assert {day.weekday() for day in days(f"{words} 08:30", "2027-01-03T23:00", "2027-01-10T23:00")} == expected


def test_the_first_weekday_of_a_month_slips_past_the_weekend() -> None:
    assert days("first weekday 09:00", "2027-04-15T00:00", "2027-08-31T00:00") == [
        date(2027, 5, 3),
        date(2027, 6, 1),
        date(2027, 7, 1),
        date(2027, 8, 2),
    ]


def test_the_last_weekday_of_a_month_comes_before_the_weekend() -> None:
    assert days("last weekday 16:00", "2027-01-15T00:00", "2027-06-01T00:00") == [
        date(2027, 1, 29),
        date(2027, 2, 26),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ]


def test_every_month_has_one_first_and_one_last_weekday() -> None:
    for words in ("first weekday 09:00", "last weekday 09:00"):
        found = days(words, "2024-01-01T00:00", "2034-01-01T00:00")
        assert len({(day.year, day.month) for day in found}) == len(found) == 120
        assert all(day.weekday() < 5 for day in found)


def test_the_last_day_knows_leap_years_and_a_numbered_day_every_month() -> None:
    assert days("last day 16:00", "2028-02-01T00:00", "2028-04-01T00:00") == [date(2028, 2, 29), date(2028, 3, 31)]
    assert days("day 28 09:00", "2027-01-29T00:00", "2027-04-01T00:00") == [date(2027, 2, 28), date(2027, 3, 28)]


def test_a_run_that_is_due_this_minute_is_past_and_not_to_come() -> None:
    timetable, due = parse("daily 08:30", LONDON), utc("2027-01-05T08:30")
    assert timetable.last_before(due) == due
    assert timetable.next_after(due) == due + timedelta(days=1)
    assert timetable.next_after(due - timedelta(seconds=1)) == due


def test_capitals_and_spaces_do_not_matter_and_the_words_are_kept() -> None:
    timetable = parse(" Mon-Fri   8:30 ", LONDON)
    assert timetable.text == " Mon-Fri   8:30 "
    assert timetable.next_after(utc("2027-01-05T00:00")) == utc("2027-01-05T08:30")


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("daily 01:00", "choose a time outside 01:00 to 02:00"),
        ("mon-fri 01:30", "choose a time outside 01:00 to 02:00"),
        ("daily 02:00", "choose a time outside 01:00 to 02:00"),
        ("daily 24:00", "names a time that does not exist"),
        ("daily 08:60", "names a time that does not exist"),
        ("day 29 09:00", 'choose a day from 1 to 28, or "last day"'),
        ("day 0 09:00", 'choose a day from 1 to 28, or "last day"'),
        ("every 0 minutes", "choose from every 1 to every 720 minutes"),
        ("every 721 minutes", "choose from every 1 to every 720 minutes"),
        ("1-5 08:30", "names days that are not known"),
        ("mon- 08:30", "names days that are not known"),
        ("weekdays 08:30", "names days that are not known"),
        ("08:30", "names no time"),
        ("mon-fri", "names no time"),
        ("30 8 * * 1-5", "names no time"),
        ("", "names no time"),
    ],
)
def test_what_is_no_timetable_is_refused_with_what_to_write(words: str, advice: str) -> None:
    with pytest.raises(UnreadableTimetable, match=f'^"{words.replace("*", ".")}".*{advice}'):
        parse(words, LONDON)


DAYS = st.sampled_from(
    ["daily", "mon-fri", "sat,sun", "day 1", "last day", "first weekday", "last weekday", "2nd working day"]
)
TIMES = st.sampled_from(["00:00", "00:59", "02:01", "08:30", "23:59"])
WORDS = st.builds("{} {}".format, DAYS, TIMES) | st.integers(1, 720).map("every {} minutes".format)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001


@settings(max_examples=300, deadline=None)
@given(WORDS, MOMENTS)
def test_no_due_moment_lies_between_the_last_and_the_next(words: str, moment: datetime) -> None:
    timetable = parse(words, LONDON)
    last, following = timetable.last_before(moment), timetable.next_after(moment)
    assert last.astimezone(UTC) <= moment < following.astimezone(UTC)
    assert timetable.next_after(last) == following
    assert timetable.last_before(following) == following
    eve = following.astimezone(UTC) - timedelta(microseconds=1)  # in local time the doubled hour would lose an hour
    assert timetable.last_before(eve) == last


CHRISTMAS = WorkingDays.without(date(2026, 12, 24) + timedelta(days=n) for n in range(11))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("last working day 16:00", [date(2026, 12, 23), date(2027, 1, 29)]),
        ("first working day 09:00", [date(2026, 12, 1), date(2027, 1, 4)]),
        ("3rd working day 09:00", [date(2026, 12, 3), date(2027, 1, 6)]),
        ("3rd working day after month end 09:00", [date(2026, 12, 3), date(2027, 1, 6)]),
        ("15th working day 09:00", [date(2026, 12, 21), date(2027, 1, 22)]),
    ],
)
def test_working_days_are_counted_by_the_councils_calendar(words: str, expected: list[date]) -> None:
    timetable, moment, found = parse(words, LONDON, CHRISTMAS), utc("2026-11-30T23:59"), []
    while (moment := timetable.next_after(moment)) < utc("2027-02-01T00:00"):
        found.append(moment.date())
    assert found == expected
    assert timetable.last_before(utc("2027-02-01T00:00")).date() == expected[-1]


@pytest.mark.parametrize("words", ["0th working day 09:00", "16th working day 09:00"])
def test_a_working_day_that_some_months_lack_is_refused(words: str) -> None:
    with pytest.raises(UnreadableTimetable, match="from the 1st to the 15th working day"):
        parse(words, LONDON)


WEEKDAYS = WorkingDays()
CLOSED = WorkingDays.without(date(2027, 1, 1) + timedelta(days=n) for n in range(1461))
"""From 1 January 2027 to 31 December 2030 nobody works."""


def paused(words: str, calendar: WorkingDays = WEEKDAYS) -> tuple[date, date] | None:
    return pause(parse(words, LONDON).falls_on, calendar, date(2026, 11, 23))


def test_a_job_that_falls_on_no_working_day_pauses_for_all_the_years_ahead() -> None:
    assert paused("sat 08:30") == (date(2026, 11, 23), date(2031, 11, 21))
    assert paused("sat 08:30", CLOSED) == paused("sat 08:30")


def test_a_closure_of_years_is_a_pause_with_its_first_and_last_day() -> None:
    assert paused("mon-fri 08:30", CLOSED) == (date(2027, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    "words", ["mon-fri 08:30", "daily 07:00", "every 10 minutes", "wed 08:30", "first weekday 09:00"]
)
def test_a_job_that_falls_on_working_days_again_and_again_pauses_never(words: str) -> None:
    assert paused(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("daily 08:30", "2031-01-01 08:30"),
        ("every 10 minutes", "2031-01-01 00:00"),
        ("sat 08:30", None),
    ],
)
def test_the_next_working_moment_lies_behind_a_closure(words: str, expected: str | None) -> None:
    found = parse(words, LONDON).next_working(utc("2027-01-04T12:00"), CLOSED)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else None) == expected
