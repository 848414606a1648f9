"""What the words of a date came to, before the words around it are heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from re import Match

from bot.reading.dates.periods import Period

Builder = Callable[[Match[str], date], "Found | None"]


@dataclass(frozen=True, slots=True)
class Found:
    """A period; or one in a year still to be chosen (`in_year`); or neither, where the calendar has no such day."""

    period: Period | None = None
    in_year: Callable[[int], Period | None] | None = None
    doubt: str | None = None
