"""Days printed the American way: where "03/31/2027" stands in a column, "04/05/2027" may be the fifth of April."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.reading.dates import DueReading
from bot.reading.text import tidy

_NUMERIC = re.compile(r"\s*(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?:20)?\d\d\b")
_OF_SHEET = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
"""A date as the reader of sheets prints it."""
_MONTHS, _DAYS = 12, 31
_FEWEST, _MOST_NAMED = 2, 3
"""Days that can only have the month first, from which it is no slip: so many in a column, and of them named."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Days whose month can only stand first, () where they are too few; `sure` where no day is printed otherwise.

    A sheet in which they stand as text (`in_sheet`) has made dates of the days that it could, the wrong way round.
    """

    days: tuple[str, ...] = ()
    sure: bool = False
    in_sheet: bool = False

    @property
    def questions(self) -> list[str]:
        """What is asked about the column, once."""
        if not self.days:
            return []
        quoted = " and ".join(f'"{each}"' for each in self.days[:_MOST_NAMED])
        if self.sure:
            return [f"{quoted} have the month first, and all days of their columns are read so: is that right?"]
        return [f"{quoted} have the month first: is that so for all dates of the column? If so, print them day first."]

    def day_first(self, cell: str) -> str:
        """A cell as it is read: with its day first where the habit is sure, or where nothing else makes it a day."""
        return _turned(cell) if self.sure or _is_month_first(tidy(cell)) else cell

    def in_doubt(self, due: DueReading, cell: str) -> DueReading:
        """The reading of a cell, doubtful where it alone has the month first, or may have it as those beside it."""
        asked = self.about(cell, due.due.end)
        return replace(due, due=replace(due.due, assumption=asked), doubtful=True) if asked else due

    def about(self, cell: str, read: date | None) -> str:
        """What is asked about a cell read as that day; "" where it is no other."""
        numbers = _NUMERIC.match(tidy(cell))
        if read and self.in_sheet and self.days and _OF_SHEET.fullmatch(cell) and _could_turn(read):
            return (
                f'"{cell}" is a date of the sheet, and "{self.days[0]}" beside it has the month first: was it turned?'
            )
        if self.sure or not numbers or read is None or _is_same(numbers) or _is_day_first(tidy(cell)):
            return ""
        printed, day = numbers[0].strip(), f"{read.day} {read:%B %Y}"
        if _is_month_first(tidy(cell)):
            return "" if self.days else f'"{printed}" has the month first and is read as {day}: is that right?'
        if not self.days:
            return ""
        return f'"{printed}" is read as {day}, and "{self.days[0]}" beside it has the month first: which day is meant?'


def habits_of(columns: Mapping[str, Sequence[str]], *, in_sheet: bool) -> dict[str, Habit]:
    """Field -> how its days are printed, in a spreadsheet or elsewhere: as in all columns together, where they agree.

    Where they do not, each column in which all days agree has its own habit.
    """
    whole = _habit([cell for cells in columns.values() for cell in cells], in_sheet)
    if whole.sure or not whole.days:
        return dict.fromkeys(columns, whole)
    own = {field: _habit(cells, in_sheet) for field, cells in columns.items()}
    agree = [field for field, cells in columns.items() if own[field].sure or _are_day_first(cells) or not any(cells)]
    return {field: own[field] if field in agree else whole for field in columns}


def _habit(cells: Sequence[str], in_sheet: bool) -> Habit:
    tidied = [tidy(cell) for cell in cells if cell]
    found = tuple(dict.fromkeys(cell for cell in tidied if _is_month_first(cell)))
    if len(found) < _FEWEST:
        return Habit()
    return Habit(found, not any(map(_is_day_first, tidied)), in_sheet)


def _are_day_first(cells: Sequence[str]) -> bool:
    """Whether days of a column can only have the day first, and none only the month."""
    tidied = [tidy(cell) for cell in cells]
    return any(map(_is_day_first, tidied)) and not any(map(_is_month_first, tidied))


def _could_turn(day: date) -> bool:
    return day.day <= _MONTHS and day.day != day.month


def _turned(cell: str) -> str:
    numbers = _NUMERIC.match(cell)
    if not numbers or int(numbers["a"]) > _MONTHS:
        return cell
    return f"{cell[: numbers.start('a')]}{numbers['b']}{numbers['s']}{numbers['a']}{cell[numbers.end('b') :]}"


def _is_same(numbers: re.Match[str]) -> bool:
    return numbers["a"].lstrip("0") == numbers["b"].lstrip("0")


def _is_day_first(cell: str) -> bool:
    numbers = _NUMERIC.match(cell)
    return numbers is not None and 1 <= int(numbers["b"]) <= _MONTHS < int(numbers["a"]) <= _DAYS


def _is_month_first(cell: str) -> bool:
    numbers = _NUMERIC.match(cell)
    return numbers is not None and 1 <= int(numbers["a"]) <= _MONTHS < int(numbers["b"]) <= _DAYS
