"""The tables of a document -> its drafts of actions, and what of the document they do not hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.importing.bands import Carried, take_line_above
from bot.importing.by_content import columns_by_content, question_about, told_by_content
from bot.importing.colours import colour_key, with_colours
from bot.importing.columns import Columns, find_columns, head_of, named_columns, settle_by_content
from bot.importing.forms import upright
from bot.importing.left_out import left_out
from bot.importing.percentages import with_percentages
from bot.importing.rows import Draft, drafts_of
from bot.importing.sums import holds_counts
from bot.importing.tables import Row, Table
from bot.importing.ticks import with_status_of_ticks, with_ticks
from bot.plan import Status

_PLAN_WORDS = re.compile(
    r"\b(?:plan|tracker|register|actions?|log|monitoring|report|recommendations?|programme)\b", re.IGNORECASE
)

_LINES_ABOVE = 12
"""Lines printed over a table that may speak of it."""


@dataclass(slots=True)
class Gathered:
    """Drafts, each with the columns of its table; `columns` are those of the first table of actions."""

    drafts: list[tuple[Draft, Columns]] = field(default_factory=list)
    columns: Columns | None = None
    title: str = ""
    childless: list[str] = field(default_factory=list)
    """Recommendations without an action."""
    left_out: list[str] = field(default_factory=list)
    """Columns, sheets and lines that are not read."""
    unread_words: list[str] = field(default_factory=list)
    """Those of the columns that hold sentences."""
    heads_printed: bool = True
    questions: list[str] = field(default_factory=list)
    """What the reader of the file itself doubts."""
    colours: Mapping[str, Status] = field(default_factory=dict)
    """What each colour means here."""

    def leave(self, carried: Carried) -> None:
        """A plan ends: what waited in it for an action has none."""
        self.childless += carried.unanswered
        self.left_out += [f'the line "{line[:80]}"' for line in carried.unread]


def gather(tables: Sequence[Table], named: Mapping[str, str] | None) -> Gathered:
    """The actions of every table that has a plan's head, and of those that go on from one without repeating it."""
    tables = [with_status_of_ticks(upright(table)) for table in tables]
    found = Gathered(questions=[asked for table in tables for asked in table.questions], colours=colour_key(tables))
    heads = _heads(tables, named, found)
    last: tuple[Columns, Row] | None = None
    carried = Carried()
    for table, columns in zip(tables, heads, strict=True):
        if columns is None and (last is None or table.name or not _same_width(table, last[0])):
            found.left_out += [f'the {"hidden " * table.hidden}sheet "{table.name}"'] if table.name else []
            continue
        if columns and (found.columns is None or table.name):
            found.title = found.title or _title(_lines_above(table, columns))
            found.leave(carried)
            carried = Carried()
        if columns:
            last = columns, head_of(table, columns)
        take_line_above(table.above[-_LINES_ABOVE:], carried)
        assert last is not None
        if found.columns is None:
            found.columns, found.heads_printed = last[0], table.heads_printed
        rows = _as_printed(table.rows[columns.row + 1 :] if columns else table.rows, last[0])
        found.drafts += [(draft, last[0]) for draft in drafts_of(rows, last[0], carried)]
        for each in left_out(rows, *last, table.unseen):
            found.left_out.append(each.name)
            found.unread_words += [each.name] if each.wordy else []
    found.leave(carried)
    return found


def _heads(tables: Sequence[Table], named: Mapping[str, str] | None, found: Gathered) -> list[Columns | None]:
    """The columns of each table: as named, else by its heads, else, where no table has heads, by what stands in it."""
    if named:
        return [named_columns(table, named) for table in tables]
    heads = [_by_heads(table, found) for table in tables]
    if any(heads):
        return heads
    heads = [columns_by_content(table) for table in tables]
    found.questions += [question_about(columns) for columns in heads if columns]
    return heads


def _by_heads(table: Table, found: Gathered) -> Columns | None:
    columns = find_columns(table)
    if columns is None or holds_counts(table.rows[columns.row + 1 :], columns):
        return None
    columns, asked = told_by_content(table, settle_by_content(table, columns))
    found.questions += asked
    return columns


def _as_printed(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with what a sheet shows without words in words: percentages, ticked boxes, the colours of cells."""
    return with_colours(with_ticks(with_percentages(rows, columns), columns), columns)


def _lines_above(table: Table, columns: Columns) -> list[str]:
    rows = table.rows[: columns.row] if columns.row > 0 else ()
    return [*table.above[-_LINES_ABOVE:], *(cell.text for row in rows for _, cell in row.own_cells[:1])]


def _same_width(table: Table, columns: Columns) -> bool:
    widest = max((len(row.cells) for row in table.rows), default=0)
    return widest > max(columns.indexes.values()) and widest >= len(columns.indexes) > 2


def _title(lines: list[str]) -> str:
    lines = [line for line in lines if 3 < len(line) <= 200]
    return next((line for line in lines if _PLAN_WORDS.search(line)), lines[0] if lines else "")
