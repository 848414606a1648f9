"""Rows that know how many of them a template has printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

Row = TypeVar("Row")


class Rows(tuple[Row, ...]):
    """A table's rows that count how many of them a template has printed, so that none can be lost unseen."""

    printed = 0

    def __iter__(self) -> Iterator[Row]:
        yield from super().__iter__()
        self.printed += len(self)


def rows_printed(value: object) -> int:
    """How many rows of a paper, or of what is in it, a template has printed so far."""
    if isinstance(value, Rows):
        return value.printed + sum(map(rows_printed, tuple.__iter__(value)))
    if isinstance(value, tuple):
        return sum(map(rows_printed, value))
    if is_dataclass(value) and not isinstance(value, type):
        return sum(rows_printed(getattr(value, field.name)) for field in fields(value))
    return 0
