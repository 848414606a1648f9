"""The columns in which a document tells how its actions go: one for all, or one a month, put in the order of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.importing.refs import take_label
from bot.importing.tables import Cell, Row
from bot.reading.dates import find_dates
from bot.reading.dates.bends import Named

NO_UPDATE = re.compile(r"\bb?rag\b|%|^date\b|(?<!to )\bdate$")
"""Heads that hold a word of an update, and a colour, a number or a date below."""
_EARLIER = re.compile(
    r"\b(?:old|previous(?:ly)?|prior|former|last (?:month|period|quarter|year|meeting|time))\b", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:latest|current|now|this (?:month|period|quarter|meeting))\b", re.IGNORECASE)
_ANY_DAY = date(2000, 1, 1)
"""What heads without a year are read against: only their months are compared."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a document tells of an action, with the head of its column; `head` is "" where there is only one column."""

    head: str
    words: str

    def __str__(self) -> str:
        return f"{self.head}: {self.words}" if self.head else self.words


def oldest_first(columns: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Columns with their heads in the order in which they were told: by the dates of the heads, else as they stand."""
    named = [_time_of(head) for _, head in columns]
    starts = [each.period.start for each in named if each and each.period]
    if len(starts) < len(columns):
        return tuple(sorted(columns, key=lambda column: _rank(column[1])))
    if not any(each and each.year_missing for each in named):
        return tuple(column for _, column in sorted(zip(starts, columns, strict=True)))
    steps = [(after.month - before.month) % 12 for before, after in pairwise(starts)]
    return tuple(reversed(columns)) if sum(steps) > sum(-step % 12 for step in steps) else tuple(columns)


def are_of_several_times(heads: Sequence[str]) -> bool:
    """Whether heads differ in when they were told: one speaks of an earlier time, or each bears a date of its own."""
    times = [told_at(head) for head in heads]
    return any(_EARLIER.search(head) for head in heads) or (None not in times and len(set(times)) == len(times))


def told_at(head: str) -> date | None:
    """When what stands under a head was told, as far as the head says."""
    named = _time_of(head)
    return named.period.start if named and named.period else None


def _time_of(head: str) -> Named | None:
    return next((each for each in find_dates(head, _ANY_DAY) if each.period), None)


def _rank(head: str) -> int:
    return -1 if _EARLIER.search(head) else 1 if _LATER.search(head) else 0


def told(
    row: Row, updates: Sequence[tuple[int, str]], at: int = 0, labels: Sequence[str] = ("",)
) -> tuple[Update, ...]:
    """What a row tells of its action number `at`: the words of each column under its head.

    One column alone needs no head. Of several actions, known by their `labels`, each has the lines that begin with its
    own, or its line of a column that has as many lines as there are actions.
    """
    found = [Update(head if len(updates) > 1 else "", _words(row.cell(column), at, labels)) for column, head in updates]
    return tuple(each for each in found if each.words)


def _words(cell: Cell, at: int, labels: Sequence[str]) -> str:
    lines = [take_label(line) for line in cell.paragraphs]
    if len(labels) > 1 and lines and all(line.label and line.label in labels for line in lines):
        return "\n".join(line.text for line in lines if line.label == labels[at])
    return cell.paragraphs[at] if len(cell.paragraphs) == len(labels) > 1 else "\n".join(cell.paragraphs)


def with_more(updates: Sequence[Update], more: Sequence[Update]) -> tuple[Update, ...]:
    """Updates that go on: words under a head that is there already follow those that stand under it."""
    words: dict[str, list[str]] = {}
    for each in (*updates, *more):
        words.setdefault(each.head, []).append(each.words)
    return tuple(Update(head, "\n".join(lines)) for head, lines in words.items())
