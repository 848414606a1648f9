"""What the words around a date make of it: a week from it, its early part, the time before it, an open end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.plan import DueKind, Precision
from bot.reading.dates import periods, words
from bot.reading.dates.periods import Period

_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


@dataclass(frozen=True, slots=True)
class Named:
    """One date of a text, dated: what a mention or a joined run of mentions came to."""

    low: int
    high: int
    rule: str
    period: Period | None
    kind: DueKind = DueKind.DEADLINE
    note: str | None = None
    doubtful: bool = False
    open_ended: bool = False
    joined: bool = False
    year_missing: bool = False


def bend(named: Named, plain: str) -> Named:
    """A date as the words around it bend it: a week from it, its early part, the time before it, an open end."""
    if named.period is None:
        return named
    before, after = plain[max(0, named.low - 40) : named.low], plain[named.high : named.high + 40]
    named = _check_weekday(named, before)
    period = named.period
    assert period is not None
    if words.OPEN_AFTER.match(after):
        return replace(named, open_ended=True)
    if named.joined:
        return named
    if period.precision is Precision.DAY:
        if words.WEEK_FROM.search(before):
            weeks = Period(periods.week(period.start).start, periods.week(period.end).end, Precision.WEEK)
            return replace(named, period=weeks, rule="week commencing")
        if words.WEEK_TO.search(before):
            return replace(named, period=periods.week(period.end - timedelta(days=6)), rule="week ending")
    if words.OPEN_BEFORE.search(before):
        return replace(named, open_ended=True)
    part = words.NTH_WEEK.search(before)
    if part and period.precision is Precision.MONTH:
        return replace(named, period=_nth_week(period, part["n"].lower()), rule="week of a month")
    day = _day_of_month(period, before)
    if day:
        return replace(named, period=Period(day, day, Precision.DAY), rule="day of a month")
    if words.EARLY.search(before):
        return _early(named, period)
    if words.MID.search(before):
        return _middle(named, period)
    if words.BEFORE.search(before) and period.start > date.min:
        end = period.start - timedelta(days=1)
        note = named.note or f"Before it means by {end.day} {end:%B %Y}."
        return replace(named, period=Period(end, end, period.precision), note=note, rule="before")
    return named


def _check_weekday(named: Named, before: str) -> Named:
    weekday = words.WEEKDAY.search(before)
    assert named.period is not None
    if not weekday or named.period.precision is not Precision.DAY or named.period.start != named.period.end:
        return named
    if f"{named.period.end:%a}".lower() == weekday["day"][:3].lower():
        return named
    day = named.period.end
    note = f"{day.day} {day:%B %Y} is a {day:%A}, not a {weekday['day'].capitalize()}: which is meant?"
    return replace(named, note=note, doubtful=True)


def _early(named: Named, period: Period) -> Named:
    if period.precision is Precision.MONTH:
        return replace(
            named, period=Period(period.start, period.start.replace(day=10), Precision.MONTH), rule="early in a month"
        )
    if period.precision in (Precision.DAY, Precision.WEEK):
        return named
    count = 3 if period.precision is Precision.YEAR else 1
    end = periods.add_months(period.start, count) - timedelta(days=1)
    note = f"Taken as by the end of {end:%B %Y}: is that soon enough?"
    return replace(
        named, period=Period(period.start, end, period.precision), note=note, doubtful=True, rule="early in a period"
    )


def _middle(named: Named, period: Period) -> Named:
    if period.precision in (Precision.DAY, Precision.WEEK):
        return named
    if period.precision is Precision.MONTH:
        end = period.start.replace(day=15)
    else:
        months = round((period.end - period.start).days / 30.4)
        end = periods.add_months(period.start, (months + 1) // 2) - timedelta(days=1)
    note = f"The middle of it is taken as {end.day} {end:%B %Y}."
    return replace(
        named, period=Period(period.start, end, period.precision), note=named.note or note, rule="middle of a period"
    )


def _day_of_month(month: Period, before: str) -> date | None:
    """The one day that the words before a month pick of it: "first of", "second Monday in"."""
    if month.precision is not Precision.MONTH:
        return None
    if words.FIRST_OF.search(before):
        return month.start
    picked = words.NTH_WEEKDAY.search(before)
    if not picked:
        return None
    ahead = (_WEEKDAYS.index(picked["day"].lower()) - month.start.weekday()) % 7
    days = [month.start + timedelta(days=ahead + 7 * number) for number in range(5)]
    return [day for day in days if day <= month.end][_NTH.get(picked["n"].lower(), -1)]


def _nth_week(month: Period, which: str) -> Period:
    if which in ("last", "final"):
        return periods.week(month.end - timedelta(days=6))
    return periods.week(month.start + timedelta(days=7 * _NTH[which]))
