"""Which columns tell of an earlier time: all but the latest of one a quarter, "last period" beside "this period"."""

from __future__ import annotations

import re

from bot.importing.columns.updates import are_of_several_times, oldest_first
from bot.importing.columns.words import RAG, WHOLE_STATUS, plain_head
from bot.importing.tables import Row

_STATUS_OF = re.compile(r"^(?!.*\b(?:updates?|comments?|commentary|notes?|due|date|b?rag)\b).*\bstatus\b")
"""Heads of a status at some time."""
EARLIER = re.compile(
    r"^(?:old|previous|prior|former|last (?:month|quarter|year))\b.*"
    r"\b(?:updates?|comments?|commentary|progress|position)\b"
)
"""Heads of what was told before: no state of today, but words to keep."""


def earlier_columns(row: Row) -> frozenset[int]:
    """Of several columns of statuses or of colours, one a quarter or one a meeting, those without the latest."""
    heads = [(at, cell.text) for at, cell in row.own_cells if _STATUS_OF.search(plain_head(cell.text))]
    if len(heads) < 2 or any(WHOLE_STATUS.fullmatch(plain_head(head)) for _, head in heads):
        heads = []
    rags = [(at, cell.text) for at, cell in row.own_cells if RAG.search(plain_head(cell.text))]
    if len(rags) < 2 or not are_of_several_times([head for _, head in rags]):
        rags = []
    return frozenset(at for each in (heads, rags) for at, _ in oldest_first(each)[:-1])
