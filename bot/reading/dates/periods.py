"""Spans of days that people name: a day, a week, a month, a quarter, a season, a year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.plan import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of what was named, and how exactly it was named."""

    start: date
    end: date
    precision: Precision


def day(year: int, month: int, number: int) -> Period | None:
    """One day; None where the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return Period(only, only, Precision.DAY)


def week(first: date) -> Period:
    """Seven days from `first`."""
    return Period(first, first + timedelta(days=6), Precision.WEEK)


def months(year: int, month: int, count: int, precision: Precision) -> Period:
    """`count` whole months from `month`, which may lie outside 1 to 12 to reach into another year."""
    first, last = _ordinal(year, month), _ordinal(year, month + count - 1)
    return Period(date(*first, 1), last_day(*last), precision)


def month(year: int, number: int) -> Period:
    return months(year, number, 1, Precision.MONTH)


def quarter(year: int, number: int, *, financial: bool) -> Period:
    """A quarter; a financial one counts from April of `year`, so its fourth ends in March of the next."""
    return months(year, 3 * number + (1 if financial else -2), 3, Precision.QUARTER)


def half(year: int, number: int, *, financial: bool) -> Period:
    return months(year, 6 * number + (-2 if financial else -5), 6, Precision.SEASON)


def financial_year(first: int) -> Period:
    """The UK financial year that begins in April of `first` and ends on 31 March."""
    return months(first, 4, 12, Precision.YEAR)


def calendar_year(year: int) -> Period:
    return months(year, 1, 12, Precision.YEAR)


def season(year: int, first_month: int) -> Period:
    return months(year, first_month, 3, Precision.SEASON)


def last_day(year: int, month_number: int) -> date:
    return date(year, month_number, monthrange(year, month_number)[1])


def add_months(start: date, count: int) -> date:
    """The same day `count` months later, or the month's last day where it has no such day."""
    year, month_number = _ordinal(start.year, start.month + count)
    return date(year, month_number, min(start.day, monthrange(year, month_number)[1]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _ordinal(year: int, month_number: int) -> tuple[int, int]:
    years, rest = divmod(month_number - 1, 12)
    return year + years, rest + 1
