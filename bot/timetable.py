"""When a job runs, in words an admin writes: "mon-fri 08:30", "daily 07:00", "day 1 09:00", "last day 16:00",
"first weekday 09:00", "last weekday 16:00", "last working day 16:00", "3rd working day 09:00" or "every 10 minutes".

Working days are counted within the month, by the calendar that is handed in.

Times are wall-clock times of the council's zone and are stepped as local dates, so a clock change neither skips nor
doubles a run; times from 01:00 to 02:00, which that night has twice or not at all, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.working_days import WorkingDays

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FORM = re.compile(r"(?P<days>.+?)\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})")
_EVERY = re.compile(r"every\s+(?P<minutes>\d{1,3})\s+minutes?")
_DAY_OF_MONTH = re.compile(r"day\s+(?P<day>\d{1,2})")
_WORKING_DAY = re.compile(
    r"(?:(?P<number>\d{1,2})(?:st|nd|rd|th)|(?P<word>first|last))\s+working\s+day(?:\s+after\s+month\s+end)?"
)
_MOST_WORKING_DAYS = 15  # there are as many in every month, whatever its holidays
_HELP = (
    'write it like "mon-fri 08:30", "daily 07:00", "day 1 09:00", "3rd working day 09:00", "last working day 16:00" or '
    '"every 10 minutes"'
)
_WEEKDAYS = WorkingDays()


class UnreadableTimetable(ValueError):
    """The words say no time; the message tells what to write instead."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """The moments at which a job is due; `text` is what the admin wrote."""

    text: str
    zone: ZoneInfo
    every: timedelta | None
    at: time
    falls_on: Callable[[date], bool]

    def next_after(self, moment: datetime) -> datetime:
        """The first due moment later than `moment` (aware); in the council's zone."""
        if self.every:
            return (_floor(moment, self.every) + self.every).astimezone(self.zone)
        day = moment.astimezone(self.zone).date()
        while True:
            due = datetime.combine(day, self.at, self.zone)
            if self.falls_on(day) and due.astimezone(UTC) > moment.astimezone(UTC):
                return due
            day += timedelta(days=1)

    def last_before(self, moment: datetime) -> datetime:
        """The latest due moment not later than `moment` (aware)."""
        if self.every:
            return _floor(moment, self.every).astimezone(self.zone)
        day = moment.astimezone(self.zone).date()
        while True:
            due = datetime.combine(day, self.at, self.zone)
            if self.falls_on(day) and due.astimezone(UTC) <= moment.astimezone(UTC):
                return due
            day -= timedelta(days=1)

    def next_working(self, moment: datetime, calendar: WorkingDays) -> datetime | None:
        """The first due moment later than `moment` (aware) on a working day; None where the years ahead have none."""
        due = self.next_after(moment)
        while not calendar.works_on(due.date()):
            if due - moment > _AHEAD:
                return None
            midnight = datetime.combine(due.date() + timedelta(days=1), time(), self.zone)
            due = self.next_after(midnight - timedelta(seconds=1))
        return due


_AHEAD = timedelta(days=5 * 365)
_LONG = timedelta(days=62)


def pause(falls_on: Callable[[date], bool], calendar: WorkingDays, today: date) -> tuple[date, date] | None:
    """The first and the last day of the first stretch of more than two months, of the five years ahead, in which a job
    falls on no working day; None where there is none."""
    began = today
    for number in range(_AHEAD.days + 1):
        day = today + timedelta(days=number)
        if number == _AHEAD.days or (falls_on(day) and calendar.works_on(day)):
            if day - began > _LONG:
                return began, day - timedelta(days=1)
            began = day + timedelta(days=1)
    return None


def parse(text: str, zone: ZoneInfo, calendar: WorkingDays = _WEEKDAYS) -> Timetable:
    """Read a timetable; raises UnreadableTimetable with what to write instead."""
    words = " ".join(text.lower().split())
    every = _EVERY.fullmatch(words)
    if every:
        minutes = int(every["minutes"])
        if not 1 <= minutes <= 720:
            raise UnreadableTimetable(f'"{text}": choose from every 1 to every 720 minutes')
        return Timetable(text, zone, timedelta(minutes=minutes), time(), lambda _: True)
    form = _FORM.fullmatch(words)
    if not form:
        raise UnreadableTimetable(f'"{text}" names no time: {_HELP}')
    at = _time(text, int(form["hour"]), int(form["minute"]))
    return Timetable(text, zone, None, at, _days(text, form["days"], calendar))


def _time(text: str, hour: int, minute: int) -> time:
    if hour > 23 or minute > 59:
        raise UnreadableTimetable(f'"{text}" names a time that does not exist: {_HELP}')
    if hour == 1 or (hour, minute) == (2, 0):
        raise UnreadableTimetable(f'"{text}": choose a time outside 01:00 to 02:00, which clock changes skip or repeat')
    return time(hour, minute)


def _days(text: str, words: str, calendar: WorkingDays) -> Callable[[date], bool]:
    named = {
        "daily": lambda day: True,
        "last day": lambda day: (day + timedelta(days=1)).day == 1,
        "first weekday": _is_first_weekday,
        "last weekday": _is_last_weekday,
    }
    if words in named:
        return named[words]
    working = _WORKING_DAY.fullmatch(words)
    if working:
        return _working_day(text, working, calendar)
    numbered = _DAY_OF_MONTH.fullmatch(words)
    if numbered:
        wanted = int(numbered["day"])
        if not 1 <= wanted <= 28:
            raise UnreadableTimetable(f'"{text}": choose a day from 1 to 28, or "last day"')
        return lambda day: day.day == wanted
    weekdays = _weekdays(words)
    if weekdays is None:
        raise UnreadableTimetable(f'"{text}" names days that are not known: {_HELP}')
    return lambda day: day.weekday() in weekdays


def _weekdays(words: str) -> frozenset[int] | None:
    """Weekday numbers (Monday 0) for words like "mon-fri" or "mon,wed"; None when a word is not a weekday."""
    found: set[int] = set()
    for part in words.split(","):
        first, dash, last = part.strip().partition("-")
        if first not in _DAYS or (dash and last not in _DAYS):
            return None
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        found.update(range(start, end + 1) if start <= end else [*range(start, 7), *range(end + 1)])
    return frozenset(found)


def _working_day(text: str, form: re.Match[str], calendar: WorkingDays) -> Callable[[date], bool]:
    """The first, the last or a numbered working day of a month."""
    if form["word"] == "last":
        return lambda day: calendar.works_on(day) and calendar.after(day, 1).month != day.month
    wanted = int(form["number"] or 1)
    if not 1 <= wanted <= _MOST_WORKING_DAYS:
        raise UnreadableTimetable(f'"{text}": choose from the 1st to the {_MOST_WORKING_DAYS}th working day')

    def is_wanted(day: date) -> bool:
        eve = day.replace(day=1) - timedelta(days=1)
        return calendar.works_on(day) and calendar.between(eve, day) == wanted

    return is_wanted


def _is_first_weekday(day: date) -> bool:
    return day.weekday() < 5 and (day.day == 1 or (day.weekday() == 0 and day.day <= 3))


def _is_last_weekday(day: date) -> bool:
    days_left = ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - day).days - 1
    return day.weekday() < 5 and (days_left == 0 or (day.weekday() == 4 and days_left <= 2))


def _floor(moment: datetime, step: timedelta) -> datetime:
    """The last whole step up to `moment`, in UTC: sums on local time go round in circles in the doubled hour."""
    return moment.astimezone(UTC) - (moment - _EPOCH) % step
