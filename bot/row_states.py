"""A row as words at one moment, so that what a reply changed can be told apart and put back. Pure.

Days are ISO dates, people their ids, everything else the column's words; a field that is blank is "".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.columns import Columns
from bot.rows import day_of, instant_of, lookups, plain

PUT_BACK = ("status", "completed_on", "revised_due", "snoozed_until", "last_reply")
"""What undo puts back. Progress is history: it only grows."""

RowState = Mapping[str, str]
"""The values of a row by our field names, printed."""


def row_state(fields: Mapping[str, object], columns: Columns, zone: ZoneInfo) -> dict[str, str]:
    """How a row reads in every column that we know."""
    return {field: _printed(fields, name, columns.kinds[field], zone) for field, name in columns.names.items()}


def written_over(before: RowState, fields: Mapping[str, object], columns: Columns, zone: ZoneInfo) -> dict[str, str]:
    """How a row reads once `fields` are written over it."""
    ours = {name: field for field, name in columns.names.items()}
    return {**before} | {ours[name]: _printed(fields, name, columns.kinds[ours[name]], zone) for name in fields}


def moved(before: RowState, after: RowState) -> tuple[str, ...]:
    """The fields in which two states of a row differ; a line end more or less is no difference."""
    return tuple(field for field in after if _folded(before.get(field, "")) != _folded(after[field]))


def as_it_was(before: RowState, after: RowState, columns: Columns) -> dict[str, object]:
    """The values by column that put back what a reply changed; None makes a column blank."""
    return {
        columns.names[field]: _value(before[field], columns.kinds[field])
        for field in moved(before, after)
        if field in PUT_BACK and columns.has(field)
    }


def _printed(fields: Mapping[str, object], name: str, kind: str, zone: ZoneInfo) -> str:
    if kind == "personOrGroup":
        return ",".join(lookups(fields, name))
    value = fields.get(name)
    if value is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    words = plain(str(value))
    day = day_of(words, zone) if kind == "dateTime" else None
    return day.isoformat() if day else words


def _value(printed: str, kind: str) -> str | None:
    if not printed:
        return None
    return instant_of(date.fromisoformat(printed)) if kind == "dateTime" else printed


def _folded(words: str) -> str:
    return " ".join(words.split())
