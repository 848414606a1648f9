"""Days printed the American way: where "03/31/2027" stands in a column, "04/05/2027" may be the fifth of April."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.dates import DueReading
from bot.reading.text import tidy

_NUMERIC = re.compile(r"\s*(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?:20)?\d\d\b")
_MONTHS, _DAYS = 12, 31
_FEWEST, _MOST_NAMED = 2, 3
"""Days that can only have the month first, from which it is no slip: so many in a column, and of them named."""


def month_first(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells of a column whose month can only stand first; none where they are too few to show a habit."""
    found = tuple(dict.fromkeys(cell for cell in map(tidy, cells) if _is_month_first(cell)))
    return found if len(found) >= _FEWEST else ()


def about_month_first(found: Sequence[str]) -> list[str]:
    """The question about a column in which `found` have the month first."""
    if not found:
        return []
    quoted = " and ".join(f'"{each}"' for each in found[:_MOST_NAMED])
    return [f"{quoted} have the month first: is that so for all dates of the column? If so, print them day first."]


def in_doubt(due: DueReading, cell: str, found: Sequence[str]) -> DueReading:
    """The reading of a cell, doubtful where its month may stand first as in those `found` beside it."""
    numbers = _NUMERIC.match(tidy(cell)) if found else None
    if not numbers or numbers["a"].lstrip("0") == numbers["b"].lstrip("0") or due.due.end is None:
        return due
    if int(numbers["a"]) > _MONTHS or int(numbers["b"]) > _MONTHS:
        return due
    day = f"{due.due.end.day} {due.due.end:%B %Y}"
    asked = (
        f'"{numbers[0].strip()}" is read as {day}, and "{found[0]}" beside it has the month first: which day is meant?'
    )
    return replace(due, due=replace(due.due, assumption=asked), doubtful=True)


def _is_month_first(cell: str) -> bool:
    numbers = _NUMERIC.match(cell)
    return numbers is not None and 1 <= int(numbers["a"]) <= _MONTHS < int(numbers["b"]) <= _DAYS
