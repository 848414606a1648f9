"""What the words of a date come to: one function for each way of printing one, `None` where it is no date after all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from re import Match

from bot.plan import Precision
from bot.reading import date_surroundings as around
from bot.reading import periods
from bot.reading.months import ORDINALS, SEASONS, full_year, month_number
from bot.reading.periods import Period

_NEAR = 5
"""Years around the day of reading in which two digits may be a year."""

Builder = Callable[[Match[str], date], "Found | None"]


@dataclass(frozen=True, slots=True)
class Found:
    period: Period | None = None
    in_year: Callable[[int], Period | None] | None = None
    doubt: str | None = None


def exact_day(match: Match[str], as_of: date) -> Found | None:
    if around.numbers_something(match):
        return None
    year, month, number = full_year(match["y"]), month_number(match["m"]), int(match["d"])
    return Found(periods.day(year, month, number))


def numeric_day(match: Match[str], as_of: date) -> Found | None:
    return Found(periods.day(full_year(match["y"]), int(match["m"]), int(match["d"])))


def day_without_year(match: Match[str], as_of: date) -> Found | None:
    if around.numbers_something(match):
        return None
    month, number = month_number(match["m"]), int(match["d"])
    if periods.day(2024, month, number) is None:
        return Found()
    return Found(in_year=lambda year: periods.day(year, month, number))


def numeric_day_without_year(match: Match[str], as_of: date) -> Found | None:
    month, number = int(match["m"]), int(match["d"])
    padded = len(match["d"]) == len(match["m"]) == 2
    clear = padded or (number > 12 and match["s"] == "/" and match[0] != "24/7")
    if not clear or not around.stands_alone(match) or periods.day(2024, month, number) is None:
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


def quarter(match: Match[str], as_of: date) -> Found | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if match["y"] and match.start("y") < match.start("q") and _QUARTER_BEFORE.search(before):
        return None
    return _part_of_year(match, _part_number(match["q"]), periods.quarter, "quarter")


def half(match: Match[str], as_of: date) -> Found | None:
    return _part_of_year(match, _part_number(match["q"]), periods.half, "half-year")


def _part_of_year(match: Match[str], number: int, part: Callable[..., Period], word: str) -> Found:
    years = match["y"]
    if not years:
        doubt = f"No year is written: taken as a {word} of the financial year."
        return Found(in_year=lambda year: part(year, number, financial=True), doubt=doubt)
    pair = _YEARS.search(years)
    assert pair is not None
    if pair["second"]:
        return Found(part(full_year(pair["first"]), number, financial=True))
    if re.match(r"f", years.strip(" ,-/("), re.IGNORECASE):
        doubt = f"The financial year {pair['first']} is taken as the one that ends in {full_year(pair['first'])}."
        return Found(part(full_year(pair["first"]) - 1, number, financial=True), doubt=doubt)
    doubt = f"Taken as a {word} of the calendar year: the financial year would be another."
    return Found(part(full_year(pair["first"]), number, financial=False), doubt=doubt)


def financial_year(match: Match[str], as_of: date) -> Found | None:
    first, second = full_year(match["first"]), full_year(match["second"])
    if len(match["second"]) == 2:
        second = first // 100 * 100 + int(match["second"]) + (100 if match["second"] == "00" else 0)
    short = len(match["first"]) == 2
    if second - first == 1:
        if short and not match["fy"] and int(match["second"]) <= 12 and abs(first - as_of.year) > 15:
            return None
        day_too = short and not match["fy"] and periods.day(2024, int(match["second"]), int(match["first"]))
        doubt = f'"{match[0].strip()}" may be two years or a day and a month: which date is meant?' if day_too else None
        return Found(periods.financial_year(first), doubt=doubt)
    if short or not 1 < second - first <= 30:
        return None
    span = Period(date(first, 4, 1), date(second, 3, 31), Precision.YEAR)
    if len(match["second"]) == 4:
        span = Period(date(first, 1, 1), date(second, 12, 31), Precision.YEAR)
    return Found(span, doubt=f'"{match[0].strip()}" spans several years: which day is the last?')


def one_financial_year(match: Match[str], as_of: date) -> Found | None:
    year = full_year(match["y"])
    doubt = f"The financial year {match['y']} is taken as the one that ends in {year}."
    return Found(periods.financial_year(year - 1), doubt=doubt)


def year_ending(match: Match[str], as_of: date) -> Found | None:
    return Found(periods.financial_year(full_year(match["y"]) - 1))


def academic_year(match: Match[str], as_of: date) -> Found | None:
    return Found(periods.months(full_year(match["first"] or match["early"]), 9, 12, Precision.YEAR))


def municipal_year(match: Match[str], as_of: date) -> Found | None:
    doubt = "A municipal year ends at the annual meeting in May: taken as by the end of April."
    return Found(periods.months(full_year(match["first"] or match["early"]), 5, 12, Precision.YEAR), doubt=doubt)


def season(match: Match[str], as_of: date) -> Found | None:
    first_month = SEASONS[match["s"].lower()]
    if match["second"]:
        return Found(periods.season(full_year(match["y"]), first_month))
    if first_month == 12:
        doubt = "A winter begins in one year and ends in the next: taken as the one that begins in the year named."
        return Found(periods.season(full_year(match["y"]), first_month), doubt=doubt)
    return Found(periods.season(full_year(match["y"]), first_month))


def feast(match: Match[str], as_of: date) -> Found | None:
    christmas = match["s"].lower() != "easter"

    def in_year(year: int) -> Period | None:
        feast = date(year, 12, 25) if christmas else periods.easter(year)
        return periods.day(year, feast.month, feast.day)

    doubt = f"{match['s'].capitalize()} is taken as the feast day itself."
    return Found(in_year(full_year(match["y"])), doubt=doubt) if match["y"] else Found(in_year=in_year, doubt=doubt)


def season_without_year(match: Match[str], as_of: date) -> Found | None:
    first_month = SEASONS[match["s"].lower()]
    if not (
        around.stands_alone(match)
        or around.PREPOSITION.search(match.string[max(0, match.start() - 20) : match.start()])
    ):
        return None
    if around.HOLIDAY.match(match.string, match.end()):
        return None
    return Found(in_year=lambda year: periods.season(year, first_month))


def bare_month(match: Match[str], as_of: date) -> Found | None:
    number = month_number(match["m"])
    if match["m"].rstrip(".").lower() in around.ALSO_WORDS and not around.is_surely_month(match):
        return None
    if (
        match["m"].lower() in around.ALSO_NAMES
        and match["m"][0].isupper()
        and around.FORENAME.match(match.string, match.end())
    ):
        return None
    return Found(in_year=lambda year: periods.month(year, number))


def year_alone(match: Match[str], as_of: date) -> Found | None:
    behind = match.string[match.end() : match.end() + 12]
    led = around.PREPOSITION.search(match.string[max(0, match.start() - 20) : match.start()])
    ends = re.match(r"\s*(?:$|[.;,()&/\0-]|and\b)", behind)
    if not around.stands_alone(match) and not (led and ends):
        return None
    return Found(periods.calendar_year(int(match[0])))


def year_end(match: Match[str], as_of: date) -> Found | None:
    financial = match["f"] is not None
    doubt = "No year is written, and a year may end in March or in December: which day is meant?"

    def in_year(year: int) -> Period | None:
        return periods.day(year, 3, 31) if financial else periods.day(year, 12, 31)

    return Found(in_year=in_year, doubt=doubt)


def serial(match: Match[str], as_of: date) -> Found | None:
    if match.string.strip() != match[0]:
        return None
    only = date.fromordinal(date(1899, 12, 30).toordinal() + int(match["n"]))
    return Found(
        periods.day(only.year, only.month, only.day), doubt="A number as a spreadsheet keeps it, read as a day."
    )


def _part_number(printed: str) -> int:
    return ORDINALS.get(printed.lower()) or int(printed[0])


_QUARTER_BEFORE = re.compile(r"(?:\bq|quarter\s|qtr\s?)[1-4][\s,]{1,2}$", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>(?:19|20)?\d\d)(?:\s?[/-]\s?(?P<second>(?:19|20)?\d\d))?(?!\d)")
