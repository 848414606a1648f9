"""Which tables of a document hold actions, and in which of their columns; what of that a person must confirm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.importing.by_content import (
    action_by_content,
    columns_by_content,
    question_about,
    told_by_content,
    with_fullest,
    with_tasks_beside,
    with_words_of_status,
    without_figures,
)
from bot.importing.columns import Columns, find_columns, head_of, named_columns, settle_by_content
from bot.importing.evidence import Verdict, verdict
from bot.importing.several_owners import with_other_owners
from bot.importing.sums import holds_counts
from bot.importing.tables import Table

_DOUBT = "The table does not say that it holds actions: is this one?"
_LONGEST_HEAD = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """A table's columns, None where it holds no actions; `other` is its head where it looked like a plan and is none.

    `questions` concern the table, `doubts` each of its actions.
    """

    columns: Columns | None = None
    questions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    other: str = ""


def choose(tables: Sequence[Table], named: Mapping[str, str] | None) -> list[Choice]:
    """The columns of each table: as named, else by its heads, else, where no table has heads, by what stands in it."""
    if named:
        return [Choice(named_columns(table, named)) for table in tables]
    chosen = [_by_heads(table) for table in tables]
    if any(each.columns or each.other for each in chosen):
        return chosen
    found = [columns_by_content(table) for table in tables]
    return [Choice(columns, (question_about(columns),) if columns else ()) for columns in found]


def _by_heads(table: Table) -> Choice:
    columns = find_columns(table)
    asked: list[str] = []
    if columns is None:
        columns, asked = action_by_content(table)
        if columns is None:
            return Choice()
    else:
        columns, asked = with_tasks_beside(table, columns)
    settled = with_words_of_status(
        table, with_fullest(table, without_figures(table, settle_by_content(table, columns)))
    )
    columns, told = told_by_content(table, with_other_owners(table, settled))
    found = Verdict.OTHER if holds_counts(table.rows[columns.row + 1 :], columns) else verdict(table, columns)
    if found is Verdict.OTHER:
        printed = " | ".join(cell.text for _, cell in head_of(table, columns).own_cells)
        return Choice(other=printed[:_LONGEST_HEAD])
    return Choice(columns, (*asked, *told), (_DOUBT,) if found is Verdict.DOUBTFUL else ())
