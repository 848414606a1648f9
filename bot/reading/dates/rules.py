"""The ways of printing a date, as a table: the more exact a rule, the earlier it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.dates import day_builders as days
from bot.reading.dates import year_builders as years
from bot.reading.dates.feasts import FEAST_NAMES, feast
from bot.reading.dates.found import Builder
from bot.reading.dates.named_years import KIND_NAMES, KINDS_OF_TWO, named_year, named_year_end
from bot.reading.months import MONTH_NAMES, SEASON_NAMES, YEARS

_MONTH = rf"(?:{MONTH_NAMES})\b\.?"
_MONTH_GLUED = rf"(?:{MONTH_NAMES})\.?"
_SEASON = f"(?:{SEASON_NAMES})"
_TERM = "michaelmas|hilary|lent|trinity|easter"
_YEAR4 = r"(?:19|20)\d\d(?!\d)"
_COUNTS = r"(?<=[,.]\s)'?\d\d\s*\w"
"""Two digits behind a comma that count the word behind them: "8 October, 41 attended"."""
_YEAR2 = rf"(?!{_COUNTS})'?\d\d(?![\d:%]|/(?!(?:{MONTH_NAMES})\b)|\s?[ap]\.?m\b|st\b|nd\b|rd\b|th\b)"
_SEASON_YEAR2 = r"'?\d\d(?=\s*(?:$|[-/,;.)(]|(?:onwards?|and|or|to|if|at)\b))(?!\.\d)"
_ORDINAL = r"(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?"
_QUARTER = r"(?:q|qtr\s?|quarter\s|chwarter\s|ch(?=[1-4]))"
_GAP = r"[\s,./'-]{0,3}"
_NOT_IN_NUMBER = r"(?<![\w/.£$#])"

_PAIR = r"(?P<first>(?:19|20)?\d\d)\s?[/-]\s?(?:19|20)?\d\d(?!\d)"
_PAIR2 = _PAIR.replace("first", "early")
_OF_YEAR = rf"(?P<y>(?:\s?,?\s?(?:of|in|-)?\s?(?:the\s)?\(?(?:fy|f/y|financial year)?\s?'?){YEARS})?"
_FY = r"(?P<fy>\bf/?y\s?|financial\syear\s?)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of printing a date; `holds` is a word that every text of it holds, so that others need no search."""

    name: str
    pattern: re.Pattern[str]
    build: Builder
    holds: str = ""


def _rule(name: str, pattern: str, builder: Builder, holds: str = "") -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), builder, holds)


RULES = (
    _rule(
        "year-month-day",
        rf"{_NOT_IN_NUMBER}(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)"
        r"(?:[T ]\d\d:\d\d(?::\d\d)?)?",
        days.numeric_day,
    ),
    _rule(
        "several days of a month",
        rf"\b(?P<d>\d{{1,2}})(?!(?<=[4-9]\d)\s-\s){_ORDINAL}\s?(?:-|/|&|,|and|to|or)\s?(?P<e>\d{{1,2}})(?P<o>{_ORDINAL})"
        rf"\s?(?:of\s)?(?P<m>{_MONTH_GLUED}){_GAP}(?P<y>{_YEAR4}|{_YEAR2})?(?![a-z])",
        days.several_days,
    ),
    _rule(
        "day month year",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?P<o>{_ORDINAL})[\s./-]{{0,3}}(?:of\s)?(?P<m>{_MONTH_GLUED}){_GAP}"
        rf"(?P<y>{_YEAR4}|{_YEAR2})",
        days.exact_day,
    ),
    _rule(
        "month day year",
        rf"\b(?P<m>{_MONTH})\s?(?P<d>\d{{1,2}})(?P<o>{_ORDINAL})(?:,\s?|\s)(?P<y>{_YEAR4})",
        days.exact_day,
    ),
    _rule(
        "day/month/year",
        rf"{_NOT_IN_NUMBER}(?P<d>\d{{1,2}})\s?(?P<s>[./-])\s?(?P<m>\d{{1,2}})\s?(?P=s)\s?(?P<y>{_YEAR4}"
        rf"|\d\d)(?![\d/])",
        days.numeric_day,
    ),
    _rule(
        "year, quarter",
        rf"{_NOT_IN_NUMBER}(?P<y>(?:f/?y\s?)?{YEARS})\s?[,:-]?\s?\(?{_QUARTER}(?P<q>[1-4])\b",
        years.quarter,
    ),
    _rule(
        "several quarters",
        rf"\b(?:q|qs\s?|qtrs?\s?|quarters?\s)[1-4]\s?(?:-|/|&|and|to)\s?(?P<q>[1-4])(?![\d./])(?:\s(?:of|in)\b)?{_OF_YEAR}",
        years.quarter,
    ),
    _rule("named quarter", rf"\bquarter\s(?P<q>one|two|three|four)\b(?:\s(?:of|in)\b)?{_OF_YEAR}", years.quarter),
    _rule(
        "part with its months",
        rf"\b(?:{_QUARTER}(?P<q>[1-4])|h(?P<h>[12]))\s?"
        rf"\((?P<m>{_MONTH})\s?(?:-|to)\s?{_MONTH}\)(?P<y>\s?,?\s?(?:(?:of|in)\s)?'?{YEARS})",
        years.part_with_months,
    ),
    _rule("quarter of year", rf"\b{_QUARTER}(?P<q>[1-4])(?![\d.])(?:\s(?:of|in)\b)?{_OF_YEAR}", years.quarter),
    _rule(
        "ordinal quarter",
        rf"\b(?P<q>first|1st|second|2nd|third|3rd|fourth|4th|final|ail|2il|trydydd|3ydd|pedwerydd|4ydd)\s(?:quarter|qtr|chwarter)\b(?:\s(?:of|in)\b)?{_OF_YEAR}",
        years.quarter,
    ),
    _rule("half of year", rf"\bh(?P<q>[12])(?![\d.])(?:\s(?:of|in)\b)?{_OF_YEAR}", years.half),
    _rule(
        "half term",
        rf"\b(?:(?:{_MONTH}|{_SEASON}|{_TERM}|whitsun|first|second|1st|2nd)\s)?half[\s-]term\b(?:\s(?:of\s)?{_YEAR4})?"
        rf"|\bterms?\s[1-6](?:\s?-\s?[1-6])?\b(?:,?\s(?:of\s)?{YEARS})?",
        years.half_term,
        holds="term",
    ),
    _rule(
        "school term",
        rf"\b(?P<s>spring|summer|autumn|{_TERM})\s(?:school\s)?term\b,?\s?(?:of\s)?"
        rf"(?P<y>{_YEAR4}|{_YEAR2.replace('/', '')})?"
        rf"(?P<second>\s?[/-]\s?(?:19|20)?\d\d(?!\d))?",
        years.school_term,
        holds="term",
    ),
    _rule(
        "term behind its year",
        rf"\b(?P<s>spring|summer|autumn|{_TERM})\s(?P<y>{_YEAR4})(?P<second>[/-]\d\d)?\s(?:school\s)?term\b",
        years.school_term,
        holds="term",
    ),
    _rule(
        "ordinal half",
        rf"\b(?P<q>first|1st|second|2nd)\shalf\b(?!\s(?:of\s)?{_MONTH})(?:\s(?:of|in)\b)?{_OF_YEAR}",
        years.half,
        holds="half",
    ),
    _rule(
        "season of year",
        rf"\b(?P<s>{_SEASON})(?:\s(?:school\s)?holidays)?,?\s?(?:of\s)?(?P<y>{_YEAR4}|{_SEASON_YEAR2})"
        r"(?P<second>\s?[/-]\s?(?:19|20)?\d\d(?!\d))?",
        years.season,
    ),
    _rule("feast", rf"\b(?P<s>{FEAST_NAMES})(?!\w)(?:,?\s(?:in\s)?(?P<y>{_YEAR4}))?", feast),
    _rule(
        "year of a kind",
        rf"(?<!start\sof\s)\b(?:(?P<kind>{KINDS_OF_TWO})\s(?:session|year(?:[\s-]end(?:ing)?)?)|ay)\s?{_PAIR}|{_PAIR2}\s(?P<behind>{KINDS_OF_TWO})\syear\b",
        named_year,
    ),
    _rule(
        "end of a year of a kind",
        rf"\b(?P<end>end\s(?:of\s)?(?:the\s|this\s)?)?\b(?P<kind>{KIND_NAMES})\syear(?(end)|[\s-]end(?:ing|s)?)"
        rf"\s(?:in\s)?(?P<last>{_YEAR4})(?!\s?[/-]\s?\d)",
        named_year_end,
        holds="year",
    ),
    _rule(
        "financial year ending",
        r"\b(?:fye|y/e|(?:financial\s)?year(?:[\s-]end(?:ing)?|\sto)(?:\smarch)?)\s?(?P<y>(?:19|20)\d\d)(?!\s?[\d/-])",
        years.year_ending,
    ),
    _rule(
        "numbered month of a financial year",
        rf"\b(?:[mp]|month\s|period\s)(?P<n>1[0-2]|0?[1-9]),?\s(?:of\s|in\s)?(?:fy\s?)?{_PAIR}",
        years.numbered_month,
    ),
    _rule(
        "month of a financial year",
        rf"\b(?P<m>{_MONTH_GLUED}){_GAP}(?P<first>(?:19|20)\d\d(?=\s?[/-])|\d\d(?=\s?/))\s?[/-]\s?(?P<second>\d\d)(?![\d/-]|\s?(?:{MONTH_NAMES})\b)",
        years.month_of_financial_year,
    ),
    _rule(
        "month and year", rf"\b(?P<m>{_MONTH_GLUED})(?:[\s-]end\b)?{_GAP}(?:of\s)?(?P<y>{_YEAR4})", days.month_of_year
    ),
    _rule(
        "year and month", rf"{_NOT_IN_NUMBER}(?P<y>{_YEAR4})[\s/,-]{{1,2}}(?P<m>{_MONTH})(?!\s?\d)", days.month_of_year
    ),
    _rule("month and short year", rf"\b(?P<m>{_MONTH_GLUED})[\s,./-]{{0,3}}(?P<y>{_YEAR2})", days.month_and_tail),
    _rule(
        "month/year", rf"{_NOT_IN_NUMBER}\b(?P<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y>{_YEAR4})(?!/\d)", days.month_of_year
    ),
    _rule(
        "financial year",
        rf"{_NOT_IN_NUMBER}{_FY}(?<![\d/.])(?P<first>(?:19|20)?\d\d)\s?[/-]\s?(?P<second>(?:19|20)?\d\d)(?![\d/%]|[.-](?:0\d|\d{{3}})(?!\d))"
        r"(?:\s(?:financial\s)?year[\s-]end\b)?",
        years.financial_year,
    ),
    _rule(
        "one financial year", r"\b(?:fy|f/y|financial\syear)\s?(?P<y>(?:19|20)?\d\d)(?!\d)", years.one_financial_year
    ),
    _rule(
        "day of month",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?P<o>{_ORDINAL})[\s-]{{0,2}}(?:of\s)?(?P<m>{_MONTH})",
        days.day_without_year,
    ),
    _rule("month and day", rf"\b(?P<m>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b", days.day_behind_month),
    _rule("month", rf"\b(?P<m>{_MONTH})", days.bare_month),
    _rule("season", rf"\b(?P<s>{_SEASON})\b", years.season_without_year),
    _rule(
        "day/month",
        rf"{_NOT_IN_NUMBER}(?P<d>\d{{1,2}})(?P<s>[/.])(?P<m>\d{{1,2}})(?![\d/.%])",
        days.numeric_day_without_year,
    ),
    _rule("year-month", r"(?P<y>20\d\d)[-/](?P<m>0?[1-9]|1[0-2])(?!\d)", days.year_and_month_number),
    _rule("month/short year", r"(?P<m>0[1-9]|1[0-2])/(?P<y>\d\d)(?!\d)", days.month_and_short_year),
    _rule("year", rf"(?<![\d/.£$#:'])(?<!\d-)\b{_YEAR4}\b(?!\s?%)", years.year_alone),
    _rule(
        "end of a year",
        r"\b(?:(?P<f>(?:end\s(?:of\s)?(?:the\s|this\s)?financial\syear|financial\syear[\s-]?end|year[\s-]end))"
        r"|end\s(?:of\s)?(?:the\s|this\s)?(?P<c>calendar\s)?year)\b(?!\s?[\0\d])",
        years.year_end,
        holds="year",
    ),
    _rule("serial number", r"\b(?P<n>[34]\d{4})(?:\.\d{1,10})?(?!\d)", days.serial),
)
