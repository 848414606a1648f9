"""Feast days that stand for a date: "by Christmas", "St David's Day 2027", "before Whitsun"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from re import Match

from bot.plan import Precision
from bot.reading.dates import periods
from bot.reading.dates import surroundings as around
from bot.reading.dates.found import Found
from bot.reading.dates.periods import Period
from bot.reading.months import full_year

_Day = Callable[[int], date]


def _fixed(month: int, day: int) -> _Day:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> _Day:
    return lambda year: periods.easter(year) + timedelta(days=days)


def _nth_weekday(month: int, weekday: int, earliest: int) -> _Day:
    """The first such weekday of a month on the day `earliest` or later."""

    def in_year(year: int) -> date:
        first = date(year, month, earliest)
        return first + timedelta(days=(weekday - first.weekday()) % 7)

    return in_year


_MONDAY, _SUNDAY = 0, 6
_DAYS: tuple[tuple[str, _Day], ...] = (
    (r"(?:christmas|xmas)\seve", _fixed(12, 24)),
    (r"boxing\sday|(?:st|saint)\.?\sstephen'?s'?\sday", _fixed(12, 26)),
    (r"(?:christmas|xmas)(?:\sday)?", _fixed(12, 25)),
    (r"new\syear'?s?'?\seve", _fixed(12, 31)),
    (r"new\syear'?s?'?\sday", _fixed(1, 1)),
    (r"burns'?\snight", _fixed(1, 25)),
    (r"candlemas", _fixed(2, 2)),
    (r"(?:st|saint)\.?\sdavid'?s'?\sday|(?:dydd\s)?g[wŵ]yl\sdewi", _fixed(3, 1)),
    (r"(?:st|saint)\.?\spatrick'?s'?\sday", _fixed(3, 17)),
    (r"lady\sday", _fixed(3, 25)),
    (r"(?:st|saint)\.?\sgeorge'?s'?\sday", _fixed(4, 23)),
    (r"(?:(?:early\s)?may|may\sday)\sbank\sholiday", _nth_weekday(5, _MONDAY, 1)),
    (r"(?:spring|late\smay|whitsun|whit)\sbank\sholiday", _nth_weekday(5, _MONDAY, 25)),
    (r"(?:late\s)?(?:august|summer)\sbank\sholiday", _nth_weekday(8, _MONDAY, 25)),
    (r"remembrance\ssunday", _nth_weekday(11, _SUNDAY, 8)),
    (r"may\sday", _fixed(5, 1)),
    (r"midsummer(?:'?s)?\sday", _fixed(6, 24)),
    (r"lammas", _fixed(8, 1)),
    (r"michaelmas", _fixed(9, 29)),
    (r"all\ssaints'?\sday", _fixed(11, 1)),
    (r"bonfire\snight", _fixed(11, 5)),
    (r"armistice\sday", _fixed(11, 11)),
    (r"martinmas", _fixed(11, 11)),
    (r"(?:st|saint)\.?\sandrew'?s'?\sday", _fixed(11, 30)),
    (r"shrove\stuesday|pancake\sday", _from_easter(-47)),
    (r"ash\swednesday", _from_easter(-46)),
    (r"palm\ssunday", _from_easter(-7)),
    (r"maundy\sthursday", _from_easter(-3)),
    (r"good\sfriday", _from_easter(-2)),
    (r"easter\smonday", _from_easter(1)),
    (r"easter(?:\s(?:sunday|day))?", _from_easter(0)),
    (r"whit\smonday", _from_easter(50)),
    (r"whitsun(?:tide|day)?|whit\ssunday|pentecost", _from_easter(49)),
)
"""What a feast is called, the longer names first, and its day in a year."""
FEAST_NAMES = "|".join(pattern for pattern, _ in _DAYS)
_KNOWN = tuple((re.compile(pattern, re.IGNORECASE), day) for pattern, day in _DAYS)


def feast(match: Match[str], as_of: date) -> Found | None:
    """The day of the feast `s` in the year `y`, if it is a date at all and no market, road or school."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    if not (match["y"] or around.stands_alone(match) or around.PREPOSITION.search(before)):
        return None
    day = next(day for pattern, day in _KNOWN if pattern.fullmatch(match["s"]))

    def in_year(year: int) -> Period | None:
        return Period(day(year), day(year), Precision.DAY)

    doubt = f"{match['s'][0].upper()}{match['s'][1:]} is taken as that very day."
    return Found(in_year(full_year(match["y"])), doubt=doubt) if match["y"] else Found(in_year=in_year, doubt=doubt)
