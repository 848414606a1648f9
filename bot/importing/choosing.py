"""Which tables of a document hold actions, and in which of their columns; what of that a person must confirm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.importing.columns.by_content import action_by_content, columns_by_content, question_about, with_tasks_beside
from bot.importing.columns.evidence import Verdict, goes_on, verdict
from bot.importing.columns.found import Columns, find_columns, head_of, named_columns
from bot.importing.columns.later_dates import with_later_dates
from bot.importing.columns.monthly_statuses import with_monthly_statuses
from bot.importing.columns.rec_numbers import with_number
from bot.importing.columns.several_owners import with_other_owners
from bot.importing.columns.steps import with_finest, with_stand_in
from bot.importing.columns.unnamed import (
    told_by_content,
    with_dates_as_due,
    with_words_of_status,
    without_figures,
)
from bot.importing.rows.sums import holds_counts
from bot.importing.status.closing import with_closed
from bot.importing.tables import Table
from bot.importing.unread import called, may_hold_actions, opening

_UNDER_OTHER_HEADS = "The sheet has no head row and is read under the heads of the one before it: is that right?"
_DOUBT = "The table does not say that it holds actions: is this one?"
_LONGEST_HEAD = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """A table's columns, None where it holds no actions; `other` is its head where it looked like a plan and is none.

    `questions` concern the table, `doubts` each of its actions. One that `goes_on` stands under the heads before it.
    """

    columns: Columns | None = None
    questions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    other: str = ""
    goes_on: bool = False


def choose(tables: Sequence[Table], named: Mapping[str, str] | None) -> list[Choice]:
    """The columns of each table: as named, else by its heads, else by those before it or by what stands in it."""
    chosen = [Choice(named_columns(table, named)) if named else _by_heads(table) for table in tables]
    if named and not any(each.columns for each in chosen):
        return chosen
    if any(each.columns or each.other for each in chosen):
        return _with_headless(tables, chosen)
    found = [columns_by_content(table) for table in tables]
    return [Choice(columns, (question_about(columns),) if columns else ()) for columns in found]


def _with_headless(tables: Sequence[Table], chosen: Sequence[Choice]) -> list[Choice]:
    """The choices where a table without a head goes on with the one before it, or plainly holds actions of its own."""
    last: Columns | None = None
    settled = []
    for table, choice in zip(tables, chosen, strict=True):
        found = choice if choice.columns or choice.other else _headless(table, last)
        settled.append(found)
        last = found.columns or last
    return settled


def _headless(table: Table, last: Columns | None) -> Choice:
    if last and _belongs_to(table, last):
        return Choice(doubts=(_UNDER_OTHER_HEADS,) if table.name else (), goes_on=True)
    columns = columns_by_content(table)
    if columns is None or columns.row >= 0 or not may_hold_actions(table.rows):
        return Choice()
    return Choice(columns, (f"{opening(called(table))}: {question_about(columns)}",), (_DOUBT,))


def _belongs_to(table: Table, columns: Columns) -> bool:
    """Whether a table without a head keeps what the columns of the one before it promise."""
    widest = max((len(row.cells) for row in table.rows), default=0)
    wide = widest > max(columns.indexes.values()) and widest >= len(columns.indexes) > 2
    return wide and goes_on(table.rows, columns) and (not table.name or goes_on(table.rows[:1], columns))


def _by_heads(table: Table) -> Choice:
    columns = find_columns(table)
    asked: list[str] = []
    if columns is None:
        columns, asked = action_by_content(table)
        if columns is None:
            return Choice()
    columns, moved = with_tasks_beside(table, columns)
    asked = moved or asked
    settled, stated = with_words_of_status(table, with_finest(table, without_figures(table, columns)))
    settled, dated = with_dates_as_due(table, settled)
    settled = with_number(table, with_later_dates(table, with_other_owners(table, settled)))
    columns, told = told_by_content(table, with_monthly_statuses(table, with_closed(table, settled)))
    columns = with_stand_in(table, columns)
    found = Verdict.OTHER if holds_counts(table.rows[columns.row + 1 :], columns) else verdict(table, columns)
    if found is Verdict.OTHER:
        printed = " | ".join(cell.text for _, cell in head_of(table, columns).own_cells)
        return Choice(other=printed[:_LONGEST_HEAD])
    return Choice(columns, (*asked, *stated, *dated, *told), (_DOUBT,) if found is Verdict.DOUBTFUL else ())
