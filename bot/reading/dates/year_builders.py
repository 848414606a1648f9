"""What the words of a year or a part of one come to: quarters, halves, seasons, years of every kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from re import Match

from bot.plan import Precision
from bot.reading.dates import periods
from bot.reading.dates import surroundings as around
from bot.reading.dates.found import Found
from bot.reading.dates.named_years import is_of_another_kind
from bot.reading.dates.periods import Period
from bot.reading.months import ORDINALS, SEASONS, TERMS, full_year, month_number

_QUARTER_BEFORE = re.compile(r"(?:\bq|quarter\s|qtr\s?)[1-4][\s,]{1,2}$", re.IGNORECASE)
_NEAR = 8
"""Years around the day of reading in which two numbers up to twelve are two years rather than a day and a month."""
_EACH = re.compile(r"\b(?:each|every|per)\s$", re.IGNORECASE)
_FIRST_OF_YEAR = 4
"""The month in which a financial year begins."""
_ENDS_IN_MARCH = re.compile(r"financial|fye|march", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>(?:19|20)?\d\d)(?:\s?[/-]\s?(?P<second>(?:19|20)?\d\d))?(?!\d)")


def quarter(match: Match[str], as_of: date) -> Found | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if match["y"] and match.start("y") < match.start("q") and _QUARTER_BEFORE.search(before):
        return None
    if not match["y"] and around.YEAR_OF_PLAN.search(before):
        return None
    return _part_of_year(match, _part_number(match["q"]), periods.quarter, "quarter")


def part_with_months(match: Match[str], as_of: date) -> Found | None:
    """A quarter or half whose months are told as well: they say which sort of year is meant, "Q4 (Jan-Mar) 2027".

    Nothing where they are those of another part: "Q3 (Jul-Sep) 2026/27".
    """
    part, number = (periods.quarter, match["q"]) if match["q"] else (periods.half, match["h"])
    pair = _YEARS.search(match["y"])
    assert pair is not None
    year, first = full_year(pair["first"]), month_number(match["m"])
    joined = [part(year, int(number), financial=True)]
    single = [part(year - 1, int(number), financial=True), part(year, int(number), financial=False), *joined]
    meant = [each for each in (joined if pair["second"] else single) if each.start.month == first]
    return next((Found(each) for each in meant if pair["second"] or each.start.year == year), None)


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
    if around.leads_to_number(match) or around.AGED.match(match.string, match.end()):
        return None
    if second - first == 1:
        if short and not match["fy"] and int(match["second"]) <= 12 and abs(first - as_of.year) > _NEAR:
            return None
        day_too = short and not match["fy"] and periods.day(2024, int(match["second"]), int(match["first"]))
        doubt = f'"{match[0].strip()}" may be two years or a day and a month: which date is meant?' if day_too else None
        if not match["fy"] and is_of_another_kind(match):
            doubt = f'"{match[0].strip()}" is taken as the financial year: does this one end in March too?'
        return Found(periods.financial_year(first), doubt=doubt)
    if short or not 1 < second - first <= 30:
        return None
    span = Period(date(first, 4, 1), date(second, 3, 31), Precision.YEAR)
    if len(match["second"]) == 4:
        span = Period(date(first, 1, 1), date(second, 12, 31), Precision.YEAR)
    return Found(span, doubt=f'"{match[0].strip()}" spans several years: which day is the last?')


def numbered_month(match: Match[str], as_of: date) -> Found | None:
    """ "M9 2024/25" is December 2024, as accountants count the months of a financial year."""
    doubt = f'"{match[0].strip()}" is taken as a month of the financial year, which begins in April.'
    return Found(periods.month(full_year(match["first"]), int(match["n"]) + _FIRST_OF_YEAR - 1), doubt=doubt)


def month_of_financial_year(match: Match[str], as_of: date) -> Found | None:
    """ "Oct-26/27" is October 2026; a month before April lies in the second of the two years."""
    first, month = full_year(match["first"]), month_number(match["m"])
    if int(match["second"]) != (first + 1) % 100:
        return None
    if month >= _FIRST_OF_YEAR:
        return Found(periods.month(first, month))
    doubt = (
        f'"{match[0].strip()}" is taken as the month in the financial year {first}/{match["second"]}: is that right?'
    )
    return Found(periods.month(first + 1, month), doubt=doubt)


def one_financial_year(match: Match[str], as_of: date) -> Found | None:
    year = full_year(match["y"])
    doubt = f"The financial year {match['y']} is taken as the one that ends in {year}."
    return Found(periods.financial_year(year - 1), doubt=doubt)


def year_ending(match: Match[str], as_of: date) -> Found | None:
    """ "Financial year end 2028", "year ending March 2028"; a "year end 2028" may be that of the calendar."""
    if is_of_another_kind(match):
        return Found(doubt=f'"{match[0]}" is that of no usual year: which day is meant?')
    year = full_year(match["y"])
    doubt = None if _ENDS_IN_MARCH.search(match[0]) else f"A year may end in December too: taken as March {year}."
    return Found(periods.financial_year(year - 1), doubt=doubt)


def season(match: Match[str], as_of: date) -> Found | None:
    first_month = SEASONS[match["s"].lower()]
    if match["second"]:
        return Found(periods.season(full_year(match["y"]), first_month))
    if first_month == 12:
        doubt = "A winter begins in one year and ends in the next: taken as the one that begins in the year named."
        return Found(periods.season(full_year(match["y"]), first_month), doubt=doubt)
    return Found(periods.season(full_year(match["y"]), first_month))


def school_term(match: Match[str], as_of: date) -> Found | None:
    first_month, count = TERMS[match["s"].lower()]

    def in_year(year: int) -> Period | None:
        return periods.months(year, first_month, count, Precision.SEASON)

    doubt = "The days of school terms differ from place to place: taken as the last of the month it usually ends in."
    if not match["y"]:
        return Found(in_year=in_year, doubt=doubt)
    year = full_year(match["y"])
    return Found(in_year(year + 1 if match["second"] and first_month < 9 else year), doubt=doubt)


def half_term(match: Match[str], as_of: date) -> Found | None:
    if _EACH.search(match.string[: match.start()]):
        return None
    return Found(doubt=f'"{match[0]}" has days that differ from place to place: which day is meant?')


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


def year_alone(match: Match[str], as_of: date) -> Found | None:
    behind = match.string[match.end() : match.end() + 12]
    led = around.PREPOSITION.search(match.string[max(0, match.start() - 20) : match.start()])
    ends = re.match(r"\s*(?:$|[.;,()&/\0-]|and\b)", behind)
    if not around.stands_alone(match) and not (led and ends):
        return None
    return Found(periods.calendar_year(int(match[0])))


def year_end(match: Match[str], as_of: date) -> Found | None:
    if is_of_another_kind(match):
        return None
    financial = match["f"] is not None
    clear = match["c"] or "financial" in match[0].lower()
    doubt = None if clear else "No year is written, and a year may end in March or in December: which day is meant?"

    def in_year(year: int) -> Period | None:
        return periods.day(year, 3, 31) if financial else periods.day(year, 12, 31)

    return Found(in_year=in_year, doubt=doubt)


def _part_number(printed: str) -> int:
    return ORDINALS.get(printed.lower()) or int(printed[0])
