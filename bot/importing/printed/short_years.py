"""Whether the dates of a plan are months with short years: "Mar 27" may be a day, but not beside "Apr 2028"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from bot.reading.months import MONTH_NAMES, month_number
from bot.reading.text import tidy

_SHORT = re.compile(rf"(?P<m>{MONTH_NAMES})\.?[\s-](?P<tail>\d\d)", re.IGNORECASE)
_MONTH_OF_YEAR = re.compile(rf"(?:{MONTH_NAMES})\.?[\s,-]{{0,2}}(?:20\d\d|'\d\d)", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(rf"(?:{MONTH_NAMES})\.?\s\d{{1,2}}(?:st|nd|rd|th)\b", re.IGNORECASE)
_BACK, _AHEAD = 2, 6
"""Years around the day of reading in which an action may be due."""
_FEWEST = 3
"""Cells that agree by themselves: so many days of months would hardly all look like years near the day of reading."""


def with_long_years(cells: Sequence[str], as_of: date) -> list[str]:
    """The cells as they are to be read: "Mar 27" with its year in full where the others show that it is one."""
    plain = [tidy(cell) for cell in cells]
    found = [_SHORT.fullmatch(cell) for cell in plain]
    if not _are_years([each for each in found if each], plain, as_of):
        return list(cells)
    return [f"{each['m']} 20{each['tail']}" if each else cell for each, cell in zip(found, cells, strict=True)]


def _are_years(found: Sequence[re.Match[str]], plain: Sequence[str], as_of: date) -> bool:
    years = [2000 + int(each["tail"]) for each in found]
    if any(map(_DAY_OF_MONTH.match, plain)) or not all(-_BACK <= year - as_of.year <= _AHEAD for year in years):
        return False
    last_days = [monthrange(2024, month_number(each["m"]))[1] for each in found]
    tails = [int(each["tail"]) for each in found]
    beyond = any(tail > last for tail, last in zip(tails, last_days, strict=True))
    plainly = sum(tail < 28 or tail > last for tail, last in zip(tails, last_days, strict=True))
    return beyond or plainly >= _FEWEST or any(map(_MONTH_OF_YEAR.fullmatch, plain))
