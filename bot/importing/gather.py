"""The tables of a document -> its drafts of actions, and what of the document they do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.importing.bands import Carried, take_lines_above
from bot.importing.beside import side_by_side
from bot.importing.choosing import Choice, choose
from bot.importing.colours import with_colours
from bot.importing.columns import Columns, head_of
from bot.importing.drafts import Draft
from bot.importing.forms import upright
from bot.importing.itemised import itemised
from bot.importing.keys import Key, key_of
from bot.importing.labelled_cells import unfolded
from bot.importing.later_dates import with_latest_date
from bot.importing.left_out import left_out
from bot.importing.month_columns import with_last_month
from bot.importing.parts import parts_of, split_off
from bot.importing.percentages import with_percentages
from bot.importing.rec_numbers import with_recommendation_numbers
from bot.importing.rows import drafts_of
from bot.importing.several_owners import with_all_owners
from bot.importing.shared_columns import divided
from bot.importing.tables import Row, Table
from bot.importing.ticks import with_status_of_ticks, with_ticks
from bot.importing.unread import about_lines, about_table, called, loose_actions
from bot.plan import Status
from bot.reading.conventions import COLOURS

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
    key: Key = field(default_factory=key_of)
    """What colours and codes mean here."""

    def leave(self, carried: Carried) -> None:
        """A plan ends: what waited in it for an action has none."""
        self.childless += carried.unanswered
        self.left_out += [f'the line "{line[:80]}"' for line in carried.unread]

    def leave_table(self, table: Table, choice: Choice) -> None:
        """A table is not read: its sheet or its head is named, and what may be actions is asked about."""
        asked = "" if choice.other else about_table(table)
        self.questions += filter(None, [asked])
        if table.name or asked:
            self.left_out.append(called(table))
        elif choice.other:
            self.left_out.append(f'the table "{choice.other}"')

    def leave_lines(self, lines: Sequence[str]) -> None:
        """Lines outside the tables: those that may be actions are named and asked about."""
        loose = loose_actions(list(dict.fromkeys(lines)))
        self.left_out += [f'the line "{line[:80]}"' for line in loose]
        self.questions += filter(None, [about_lines(loose)])


def gather(
    tables: Sequence[Table],
    named: Mapping[str, str] | None,
    usual: Mapping[str, Status] = COLOURS,
    lines: Sequence[str] = (),
) -> Gathered:
    """The actions of every table that has a plan's head, and of those that go on from one without repeating it.

    `lines` are the bare text of a document that is nothing else.
    """
    about_rows = [asked for table in tables for row in table.rows for asked in row.questions]
    whole = [
        part
        for table in tables
        for side in side_by_side(table)
        for part in parts_of(upright(divided(unfolded(itemised(with_last_month(side))))))
    ]
    tables = [with_status_of_ticks(table) for table in whole]
    asked = [asked for table in tables for asked in table.questions]
    found = Gathered(questions=asked, key=key_of(tables, usual, lines))
    chosen = choose(tables, named)
    found.questions += dict.fromkeys(asked for each in chosen for asked in each.questions)
    headings = _headings(tables, chosen)
    last: tuple[Columns, Row] | None = None
    carried = Carried()
    for table, choice in zip(tables, chosen, strict=True):
        columns = choice.columns
        if columns is None and not choice.goes_on:
            found.leave_table(table, choice)
            continue
        if table.name or found.columns is None:
            found.title = found.title or _title(_over(table, columns))
            found.leave(carried)
            carried = Carried()
        if columns:
            last = columns, head_of(table, columns)
        take_lines_above(_over(table, columns), table.heading if table.heading in headings else "", carried)
        if table.within:
            carried.begin_section(table.within)
        assert last is not None
        if found.columns is None:
            found.columns, found.heads_printed = last[0], table.heads_printed
        below, behind = split_off(table.rows[columns.row + 1 :] if columns else table.rows, last[0])
        carried.lost += [" ".join(cell.text for _, cell in row.own_cells) for row in behind]
        rows = _as_printed(below, last[0])
        rows = (
            tuple(replace(row, questions=(*row.questions, *choice.doubts)) for row in rows) if choice.doubts else rows
        )
        found.drafts += [(draft, last[0]) for draft in drafts_of(rows, last[0], carried)]
        for each in left_out(rows, *last, table.unseen):
            found.left_out.append(each.name)
            found.unread_words += [each.name] if each.wordy else []
    found.leave(carried)
    if found.drafts:
        kept = {asked for draft, _ in found.drafts for asked in draft.questions}
        found.questions += dict.fromkeys(each for each in about_rows if each not in kept)
        found.leave_lines(list(_loose_lines(tables, chosen)))
    found.questions += found.key.questions(text for draft, _ in found.drafts for text in (draft.rag, draft.status))
    alone = [draft.status or draft.rag for draft, _ in found.drafts if not (draft.status and draft.rag)]
    found.questions += found.key.about_silent(alone)
    return found


def _as_printed(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with what a sheet shows without words in words, and what stands in several columns in one."""
    for step in _STEPS:
        rows = step(rows, columns)
    return tuple(rows)


_STEPS = (
    *(with_recommendation_numbers, with_percentages, with_ticks, with_colours),
    *(with_all_owners, with_latest_date),
)


def _over(table: Table, columns: Columns | None) -> list[str]:
    """The lines over the head of a table: those printed above it, and the rows of its own that come first."""
    rows = table.rows[: columns.row] if columns and columns.row > 0 else ()
    own = [": ".join(cell.text for _, cell in row.own_cells[:2]) for row in rows]
    return [*table.above[-_LINES_ABOVE:], *filter(None, own)]


def _headings(tables: Sequence[Table], chosen: Sequence[Choice]) -> frozenset[str]:
    """The headings that divide a plan: there are several, each over a table of its own, and none is the title."""
    title = next((table.above[0] for table in tables if table.above), "")
    found = {table.heading for table, each in zip(tables, chosen, strict=True) if each.columns} - {"", title}
    return frozenset(found) if len(found) > 1 else frozenset()


def _loose_lines(tables: Sequence[Table], chosen: Sequence[Choice]) -> Iterator[str]:
    """The lines over the tables, and those that stand alone in a sheet that is not read."""
    for table, choice in zip(tables, chosen, strict=True):
        yield from table.above
        if not (choice.columns or choice.goes_on):
            yield from (row.own_cells[0][1].text for row in table.rows if len(row.own_cells) == 1)


def _title(lines: list[str]) -> str:
    lines = [line for line in lines if 3 < len(line) <= 200]
    return next((line for line in lines if _PLAN_WORDS.search(line)), lines[0] if lines else "")
