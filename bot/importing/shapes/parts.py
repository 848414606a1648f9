"""One sheet or table that holds several: where other heads begin, and where a key or notes follow the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.importing.columns.evidence import goes_on
from bot.importing.columns.found import Columns, find_columns, is_head_again
from bot.importing.tables import Row, Table
from bot.importing.tasks import is_task

_LONGEST_HEAD_WORDS, _FEWEST_FIELDS = 6, 3


def parts_of(table: Table) -> list[Table]:
    """The table, or the tables that it holds one below the other, each under heads of its own."""
    columns = find_columns(table)
    if columns is None:
        return [table]
    starts = [at for at in _openings(table.rows) if at > columns.row and _is_other_head(table.rows[at], columns)]
    if not starts:
        return [table]
    cuts = [0, *starts, len(table.rows)]
    return [_part(table, low, high) for low, high in pairwise(cuts)]


def _part(table: Table, low: int, high: int) -> Table:
    over = table.above if low == 0 else _line_over(table.rows, low)
    return replace(table, rows=table.rows[low:high], above=over, heading=table.heading if low == 0 else "".join(over))


def split_off(rows: Sequence[Row], columns: Columns) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows of a plan, and those behind a gap at its end that keep none of its promises: keys, notes, sign-offs."""
    for at in [at for at in _openings(rows) if at]:
        behind = [row for row in rows[at:] if len(row.own_cells) > 1]
        tasks = any(is_task(row.cell(columns.indexes["action"]).text) for row in behind)
        if behind and not tasks and not _keeps_any(behind, columns):
            cut = at - 1 if len(rows[at - 1].own_cells) == 1 else at
            return tuple(rows[:cut]), tuple(rows[cut:])
    return tuple(rows), ()


def _keeps_any(rows: Sequence[Row], columns: Columns) -> bool:
    stated = {name: at for name, at in columns.indexes.items() if name != "status"}
    return goes_on(rows, replace(columns, indexes=stated)) and bool({"owner", "due"} & set(stated))


def _openings(rows: Sequence[Row]) -> Iterator[int]:
    """The rows that stand behind a gap, or behind a line that stands alone."""
    for at in range(1, len(rows)):
        before, row = rows[at - 1], rows[at]
        if len(row.own_cells) > 1 and (row.number - before.number > 1 or len(before.own_cells) == 1):
            yield at


def _is_other_head(row: Row, columns: Columns) -> bool:
    texts = [cell.text for _, cell in row.own_cells]
    if len(texts) < _FEWEST_FIELDS or any(len(text.split()) > _LONGEST_HEAD_WORDS for text in texts):
        return False
    found = None if is_head_again(row, columns) else find_columns(Table((row,)))
    return found is not None and len(found.indexes) >= _FEWEST_FIELDS


def _line_over(rows: Sequence[Row], at: int) -> tuple[str, ...]:
    over = rows[at - 1].own_cells
    return (over[0][1].text,) if len(over) == 1 else ()
