"""Years of a kind: "school year 2027/28", "municipal year end 2028", each with the day it ends on by convention."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Match

from bot.plan import Precision
from bot.reading.dates.found import Found
from bot.reading.dates.periods import Period
from bot.reading.months import full_year


@dataclass(frozen=True, slots=True)
class _Kind:
    """The month and day such a year ends on, and a sentence for people where places differ."""

    month: int
    day: int
    doubt: str | None = None


_SCHOOL = _Kind(8, 31, "A school year ends in July or August: taken as by the end of August.")
_MUNICIPAL = _Kind(4, 30, "A municipal year ends at the annual meeting in May: taken as by the end of April.")
_KINDS = {
    **dict.fromkeys(("academic", "school"), _SCHOOL),
    **dict.fromkeys(("municipal", "civic", "council"), _MUNICIPAL),
    "calendar": _Kind(12, 31),
    "tax": _Kind(4, 5),
}
KIND_NAMES = "|".join(_KINDS)
KINDS_OF_TWO = "|".join(name for name, kind in _KINDS.items() if kind.month < 12)
"""Those that begin in one year of the calendar and end in the next."""
_OTHERS = (
    r"contract|plan|planning|project|programme|grant|funding|leave|award|policy|reporting|performance|delivery|crop|growing"
    r"|planting|grazing|water|membership|licen[cs]e|insurance|company|charity|scheme|survey|nesting|sporting|football|cricket"
    rf"|rugby|festival|tourist|visitor|winter|heating|{KIND_NAMES}"
)
_OF_ANOTHER_KIND = re.compile(rf"\b(?:{_OTHERS})[\s-](?:year|season)\b|\d\sseason\b", re.IGNORECASE)
_BESIDE = 30
"""Characters around a year within which its kind is printed."""


def named_year(match: Match[str], as_of: date) -> Found | None:
    """Two years and the kind of year printed beside them: "2027/28 academic year"."""
    return _year(match["kind"] or match["behind"] or "academic", full_year(match["first"] or match["early"]) + 1)


def named_year_end(match: Match[str], as_of: date) -> Found | None:
    """The year that a year of a kind ends in: "municipal year end 2028"."""
    found = _year(match["kind"], full_year(match["last"]))
    if found.doubt or match["kind"].lower() not in KINDS_OF_TWO.split("|"):
        return found
    return replace(found, doubt=f"The {match['kind'].lower()} year is taken as the one that ends in {match['last']}.")


def _year(printed: str, ends_in: int) -> Found:
    kind = _KINDS[printed.lower()]
    end, before = date(ends_in, kind.month, kind.day), date(ends_in - 1, kind.month, kind.day)
    return Found(Period(before + timedelta(days=1), end, Precision.YEAR), doubt=kind.doubt)


def is_of_another_kind(match: Match[str]) -> bool:
    """Whether a year is one of a contract, a season or the like, which need not end in March."""
    beside = match.string[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
    return bool(_OF_ANOTHER_KIND.search(beside))
