"""Which field the head of each column fits best, by the words it is called with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.importing.columns.earlier import earlier_columns
from bot.importing.columns.first_date import with_date_first_promised
from bot.importing.columns.head_word import Word
from bot.importing.columns.words import NOT_ASKED, RAG, TOLD, WORDS, plain_head
from bot.importing.tables import Row, cell_of

LONGEST_HEAD = 80
_MONEY = re.compile(r"[£€]")
"""In a head, what says that figures stand below: a "Forecast (£k)" is no date."""


def assigned(row: Row, instead: Mapping[int, str] = MappingProxyType({})) -> dict[str, int]:
    """Each field to the column whose head fits it best, each column to one field; a later date alone is the date.

    The cells of a column in `instead` are of that field, whatever its head says.
    """
    taken = _fitting(row, instead)
    if "revised_due" in taken and "due" not in taken:
        taken["due"] = taken.pop("revised_due")
    return with_date_first_promised(row, taken)


def _fitting(row: Row, instead: Mapping[int, str] = MappingProxyType({})) -> dict[str, int]:
    bids: list[tuple[int, int, str]] = []
    earlier = earlier_columns(row)
    for column, cell in row.own_cells:
        head = plain_head(cell.text)
        if len(head) > LONGEST_HEAD or NOT_ASKED.search(head) or _MONEY.search(cell.text) or column in earlier:
            continue
        if column in instead:
            bids.append((0, column, instead[column]))
            continue
        bids.extend((-word.weight, column, word.field) for word in _words(head))
    taken: dict[str, int] = {}
    for _, column, field in sorted(bids):
        if field not in taken and column not in taken.values():
            taken[field] = column
    _settle_measures(row, taken)
    return taken


def _settle_measures(row: Row, indexes: dict[str, int]) -> None:
    """A colour or a percentage is the status unless words of status stand beside it; progress is rather told."""
    for measure in ("rag", "percent"):
        if measure not in indexes:
            continue
        words = plain_head(row.cell(indexes["status"]).text) if "status" in indexes else ""
        if measure == "rag" and RAG.search(words):
            indexes["status"] = min(indexes["status"], indexes.pop("rag"))
        elif not words:
            indexes["status"] = indexes.pop(measure)
        elif TOLD.fullmatch(words) and "update" not in indexes:
            indexes["update"], indexes["status"] = indexes["status"], indexes.pop(measure)


def _words(head: str) -> list[Word]:
    """The words that speak for a head; of one in two languages, "Rhif / No.", those of its halves where it has none."""
    found = [word for word in WORDS if word.pattern.search(head)]
    halves = [half for half in head.split(" / ") if half]
    if found or len(halves) < 2:
        return found
    each = [[word for word in WORDS if word.pattern.search(half)] for half in halves]
    agreed = set.intersection(*({word.field for word in words} for words in each))
    return [word for words in each for word in words if word.field in agreed]


def field_of(head: str) -> str:
    """What a column or a label with this head holds; "" where its words say nothing about actions."""
    return next(iter(_fitting(Row(1, (cell_of(head),)))), "")
