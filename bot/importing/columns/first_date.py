"""The date first promised, beside the one that is plainly called the date: the plain one is the later."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.importing.columns.words import NOT_ASKED, plain_head
from bot.importing.tables import Row

_FIRST_DATE = re.compile(
    r"^(?:original|baseline|initial) (?:\w+ )?(?:due|date|target|deadline|timescale|completion|finish|end)\b(?!.*start)"
)
_PLAIN_DATE = re.compile(r"^(?:due(?: date| by)?|deadline|(?:target|completion|end) date|date due|by when)$")


def with_date_first_promised(row: Row, taken: Mapping[str, int]) -> dict[str, int]:
    """The fields of a head row with the date first promised as the date, and the plain one as the revised date."""
    first = next((at for at, cell in row.own_cells if _FIRST_DATE.search(plain_head(cell.text))), None)
    if first is None or "due" not in taken or "revised_due" in taken:
        return dict(taken)
    later = taken["due"] if first not in taken.values() else _date_beside(row, taken, first)
    return dict(taken) if later is None else {**taken, "due": first, "revised_due": later}


def _date_beside(row: Row, taken: Mapping[str, int], first: int) -> int | None:
    """The column that is plainly called the date, where the date is the one first promised."""
    if taken["due"] != first:
        return None
    free = [(at, plain_head(cell.text)) for at, cell in row.own_cells if at not in taken.values()]
    return next((at for at, head in free if not NOT_ASKED.search(head) and _PLAIN_DATE.search(head)), None)
