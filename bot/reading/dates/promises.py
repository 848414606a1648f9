"""A date promised in a reply: only what was said without doubt, relative words counted from the day it was said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Match

from bot.plan import Due, DueKind, Precision
from bot.reading.dates import periods
from bot.reading.dates.bends import Named
from bot.reading.dates.explain import choose_date, find_dates
from bot.reading.dates.periods import Period
from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reading.text import tidy


def read_promised_date(text: str, said_on: date) -> Due | None:
    """The one date that a reply of `said_on` promises; None where none, several or a doubtful one is named.

    A date without a year is the next one to come. Open ends ("from May") are no promise.
    """
    if not date(1900, 1, 1) <= said_on <= date(9000, 1, 1):
        return None
    return _one_date(text, said_on, counted=_counted(tidy(text), said_on))


def _one_date(text: str, said_on: date, counted: list[Named]) -> Due | None:
    plain = tidy(text)
    found = _named(plain, said_on, counted)
    chosen = choose_date(found, plain) if found else None
    if chosen is None or chosen.period is None or chosen.doubtful or chosen.open_ended:
        return None
    period = chosen.period
    return Due(text.strip(), period.start, period.end, period.precision, DueKind.DEADLINE, chosen.note)


def find_promised(plain: str, said_on: date) -> tuple[Named, ...]:
    """Every date that a tidied text of `said_on` names, relative words among them, in printed order."""
    return _named(plain, said_on, _counted(plain, said_on))


def _named(plain: str, said_on: date, counted: list[Named]) -> tuple[Named, ...]:
    for named in counted:
        plain = plain[: named.low] + " " * (named.high - named.low) + plain[named.high :]
    return tuple(sorted([*counted, *find_dates(plain, said_on, timedelta(0))], key=lambda named: named.low))


def read_past_date(text: str, said_on: date) -> Due | None:
    """The one date of something that had happened by `said_on`; a date without a year is the latest that has been."""
    if not date(1901, 1, 1) <= said_on <= date(9000, 1, 1):
        return None
    # Relative words count from the day itself: "next week" a year ago was never meant.
    for counted_from, counted in ((said_on - timedelta(days=364), []), (said_on, _counted(tidy(text), said_on))):
        found = _one_date(text, counted_from, counted)
        if found and found.start and found.start <= said_on:
            return found
    return None


def _counted(plain: str, said_on: date) -> list[Named]:
    found: list[Named] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(plain):
            if any(named.low < match.end() and match.start() < named.high for named in found):
                continue
            named = rule.build(match, said_on)
            if named is not None:
                found.append(replace(named, low=match.start(), high=match.end(), rule=rule.name))
    return found


def _on(period: Period, note: str | None = None) -> Named:
    return Named(0, 0, "", period, note=note)


def _single(day: date) -> Named:
    return _on(Period(day, day, Precision.DAY))


def _today(match: Match[str], said_on: date) -> Named:
    return _single(said_on + timedelta(days={"today": 0, "tomorrow": 1}[match["word"].lower()]))


def _weekday(match: Match[str], said_on: date) -> Named | None:
    """The coming weekday; "next" before a day still to come this week may mean either, so it is no certain date."""
    wanted = _DAYS.index(match["day"][:3].lower())
    ahead = (wanted - said_on.weekday()) % 7
    if match["next"] and ahead and wanted > said_on.weekday():
        return replace(_single(said_on + timedelta(days=ahead + 7)), doubtful=True)
    if match["week"]:
        return _single(said_on + timedelta(days=7 - said_on.weekday() + wanted))
    return _single(said_on + timedelta(days=ahead or 7))


def _weekday_week(match: Match[str], said_on: date) -> Named:
    """ "Friday week" is the Friday after the coming one; said on a Friday it may be either."""
    ahead = (_DAYS.index(match["day"][:3].lower()) - said_on.weekday()) % 7
    return replace(_single(said_on + timedelta(days=7 + (ahead or 7))), doubtful=not ahead)


def _days_from_now(match: Match[str], said_on: date) -> Named:
    number = 1 if match["n"].lower() in ("a", "an") else number_value(match["n"])
    unit = match["unit"].lower()
    if unit.startswith("month"):
        return _single(periods.add_months(said_on, number))
    return _single(said_on + timedelta(days=number * (1 if unit.startswith("day") else 7)))


def _fortnight(match: Match[str], said_on: date) -> Named:
    return _single(said_on + timedelta(days=14))


def _week(match: Match[str], said_on: date) -> Named:
    monday = said_on - timedelta(days=said_on.weekday()) + timedelta(days=7 * (match["which"].lower() == "next"))
    if match["end"]:
        return _single(monday + timedelta(days=4))
    return _on(Period(monday, monday + timedelta(days=6), Precision.WEEK))


def _month(match: Match[str], said_on: date) -> Named:
    return _on(periods.months(said_on.year, said_on.month + (match["which"].lower() == "next"), 1, Precision.MONTH))


def _day_of_month(match: Match[str], said_on: date) -> Named | None:
    """ "by the 14th" is the next 14th to come."""
    number = int(match["d"])
    for ahead in range(3):
        month = periods.months(said_on.year, said_on.month + ahead, 1, Precision.MONTH)
        day = periods.day(month.start.year, month.start.month, number)
        if day and day.start >= said_on:
            return _on(day, f"No month is written: taken as {day.end.day} {day.end:%B %Y}.")
    return None


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    build: Callable[[Match[str], date], Named | None]


def _rule(name: str, pattern: str, build: Callable[[Match[str], date], Named | None]) -> _Rule:
    return _Rule(name, re.compile(pattern, re.IGNORECASE), build)


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_N = rf"(?P<n>\d{{1,2}}|an?|{NUMBER_WORDS})"
_NOT_IN_PAST = r"(?!\s(?:ago|back|of|after|before|following))"
_RULES = (
    _rule(
        "weekday week",
        rf"\b(?:(?:by|on)\s)?(?P<day>{_WEEKDAY})\sweek\b(?!\s(?:commencing|beginning|ending|of)\b)",
        _weekday_week,
    ),
    _rule("today", r"\b(?P<word>today|tomorrow)\b", _today),
    _rule(
        "weekday",
        rf"\b(?:(?:by|on|this|coming|(?P<next>next))\s)+(?P<day>{_WEEKDAY})\b"
        r"(?P<week>\sof\snext\sweek|\snext\sweek)?(?!,?\s(?:the\s)?\d)",
        _weekday,
    ),
    _rule(
        "from now",
        rf"\b(?:with)?in\s(?:the\snext\s|another\s)?{_N}\s(?P<unit>days?|weeks?"
        rf"|months?)'?(?:\stime)?\b{_NOT_IN_PAST}",
        _days_from_now,
    ),
    _rule("fortnight", rf"\bin\sa\sfortnight(?:'s\stime)?\b{_NOT_IN_PAST}", _fortnight),
    _rule("week", r"\b(?P<end>end\s(?:of\s)?(?:the\s)?)?(?P<which>next|this|the)\sweek\b", _week),
    _rule("end of month", r"\bend\s(?:of\s)?(?P<which>next|this|the)\smonth\b", _month),
    _rule("month", r"\b(?P<which>next)\smonth\b", _month),
    _rule(
        "day",
        r"\b(?:by|on|until|till|to)\sthe\s(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s(?:of\s)?[a-z]*(?:uary|ch|ril|may|ne"
        r"|ly|ust|ber|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)",
        _day_of_month,
    ),
)
