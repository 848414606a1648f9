"""What the words of a day or a month come to: a function for each way of printing one, `None` where it is no date."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from bot.plan import Precision
from bot.reading.dates import periods
from bot.reading.dates import surroundings as around
from bot.reading.dates.found import Found
from bot.reading.dates.periods import Period
from bot.reading.months import full_year, month_number

_DIGIT_APART = re.compile(r"(?:^|[^\d\W]\s)[0-3]\s$")
_NEAR = 5
"""Years around the day of reading in which two digits may be a year."""


def exact_day(match: Match[str], as_of: date) -> Found | None:
    if around.numbers_something(match):
        return None
    year, month, number = full_year(match["y"]), month_number(match["m"]), int(match["d"])
    return Found(periods.day(year, month, number))


def numeric_day(match: Match[str], as_of: date) -> Found | None:
    if around.leads_to_number(match):
        return None
    if len(match["d"]) == 1 and _DIGIT_APART.search(match.string[: match.start()]):
        return Found(doubt=f'A digit stands apart before "{match[0]}": which day is meant?')
    return Found(periods.day(full_year(match["y"]), int(match["m"]), int(match["d"])))


def day_without_year(match: Match[str], as_of: date) -> Found | None:
    if around.numbers_something(match) or around.STREET.match(match.string, match.end()):
        return None
    month, number = month_number(match["m"]), int(match["d"])
    if periods.day(2024, month, number) is None:
        return Found()
    return Found(in_year=lambda year: periods.day(year, month, number))


def numeric_day_without_year(match: Match[str], as_of: date) -> Found | None:
    month, number = int(match["m"]), int(match["d"])
    padded = len(match["d"]) == len(match["m"]) == 2
    clear = padded or (number > 12 and match["s"] == "/" and match[0] != "24/7")
    if periods.day(2024, month, number) is None:
        return None
    if around.follows_week_or_weekday(match):
        return Found(in_year=lambda year: periods.day(year, month, number))
    if not clear or not around.stands_alone(match):
        return None
    doubt = f'"{match[0]}" may be a day and a month or something else: which date is meant?'
    return Found(in_year=lambda year: periods.day(year, month, number), doubt=doubt)


def several_days(match: Match[str], as_of: date) -> Found | None:
    month, first, last = month_number(match["m"]), int(match["d"]), int(match["e"])

    def in_year(year: int) -> Period | None:
        start, end = periods.day(year, month, first), periods.day(year, month, last)
        return Period(start.start, end.end, Precision.DAY) if start and end and start.start <= end.end else None

    if in_year(2024) is None:
        return Found()
    return Found(in_year(full_year(match["y"]))) if match["y"] else Found(in_year=in_year)


def month_of_year(match: Match[str], as_of: date) -> Found | None:
    if match["m"].isdecimal() and around.COUNTED.search(match.string[max(0, match.start() - 16) : match.start()]):
        return None
    number = match["m"] if match["m"].isdecimal() else str(month_number(match["m"]))
    return Found(periods.month(full_year(match["y"]), int(number)))


def year_and_month_number(match: Match[str], as_of: date) -> Found | None:
    """ "2027-02" is a month; "2026/7" is more often a financial year, so that a person is asked."""
    if match.string.strip() != match[0]:
        return None
    year, number = full_year(match["y"]), int(match["m"])
    if len(match["m"]) > 1:
        return Found(periods.month(year, number))
    doubt = f'"{match[0]}" may be a month or two years: which date is meant?'
    return Found(
        periods.financial_year(year) if number == (year + 1) % 10 else periods.month(year, number), doubt=doubt
    )


def month_and_short_year(match: Match[str], as_of: date) -> Found | None:
    period = periods.month(full_year(match["y"]), int(match["m"]))
    if not around.stands_alone(match) or not -_NEAR <= period.start.year - as_of.year <= _NEAR:
        return None
    return Found(period, doubt=f'"{match[0]}" may be a month or something else: which date is meant?')


def month_and_tail(match: Match[str], as_of: date) -> Found | None:
    """ "Sept 08", "Dec 17": two digits behind a month are a year, or the day of the month."""
    month, tail = month_number(match["m"]), int(match["y"].lstrip("'"))
    as_year = periods.month(full_year(match["y"]), month)
    if match["y"].startswith("'") or not periods.day(2024, month, tail):
        return Found(as_year)
    likely = -2 <= as_year.start.year - as_of.year <= 6
    if match["y"].startswith("0") and abs(as_year.start.year - as_of.year) <= 15:
        return Found(as_year)
    doubt = f'"{match[0].strip()}" may be a day of the month or a month of 20{tail:02}: which is meant?'
    return (
        Found(as_year, doubt=doubt)
        if likely
        else Found(in_year=lambda year: periods.day(year, month, tail), doubt=doubt)
    )


def day_behind_month(match: Match[str], as_of: date) -> Found | None:
    month, number = month_number(match["m"]), int(match["d"])
    if periods.day(2024, month, number) is None:
        return Found()
    return Found(in_year=lambda year: periods.day(year, month, number))


def bare_month(match: Match[str], as_of: date) -> Found | None:
    number = month_number(match["m"])
    if around.STREET.match(match.string, match.end()):
        return None
    if match["m"].rstrip(".").lower() in around.ALSO_WORDS and not around.is_surely_month(match):
        return None
    if (
        match["m"].lower() in around.ALSO_NAMES
        and match["m"][0].isupper()
        and around.FORENAME.match(match.string, match.end())
    ):
        return None
    return Found(in_year=lambda year: periods.month(year, number))


def serial(match: Match[str], as_of: date) -> Found | None:
    if match.string.strip() != match[0]:
        return None
    only = date.fromordinal(date(1899, 12, 30).toordinal() + int(match["n"]))
    return Found(
        periods.day(only.year, only.month, only.day), doubt="A number as a spreadsheet keeps it, read as a day."
    )
