"""The bank holidays of the UK's nations, from the `holidays` library, which follows gov.uk/bank-holidays.

Substitute days are among them. A holiday proclaimed after the library's release is one of the council's closure days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays

from bot.working_days import Nation, WorkingDays

YEARS = range(2000, 2061)


_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@cache
def bank_holidays(nation: Nation) -> frozenset[date]:
    """Every bank holiday of a nation from 2000 to 2060."""
    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=YEARS))


def working_days(nation: Nation, closures: Iterable[tuple[date, date]] = ()) -> WorkingDays:
    """The working days of a council; `closures` are its own closed days, each from its first day to its last."""
    own = (first + timedelta(days=n) for first, last in closures for n in range((last - first).days + 1))
    return WorkingDays.without((*bank_holidays(nation), *own), nation)
