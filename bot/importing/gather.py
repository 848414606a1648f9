"""The tables of a document -> its drafts of actions, and what of the document they do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.importing.choosing import Choice, choose
from bot.importing.columns.found import Columns, head_of
from bot.importing.columns.later_dates import with_latest_date
from bot.importing.columns.left_out import left_out
from bot.importing.columns.monthly_statuses import with_newest_status
from bot.importing.columns.rec_numbers import with_recommendation_numbers
from bot.importing.columns.several_owners import with_all_owners
from bot.importing.columns.steps import with_names_for_blanks
from bot.importing.monthly_sheets import about_earlier, earlier_versions
from bot.importing.printed.colours import with_colours
from bot.importing.printed.keys import Key, key_of
from bot.importing.printed.percentages import with_percentages
from bot.importing.printed.ticks import with_status_of_ticks, with_ticks
from bot.importing.rows.as_above import fields_carried_down
from bot.importing.rows.bands import Carried, take_lines_above
from bot.importing.rows.drafting import drafts_of
from bot.importing.rows.drafts import Draft
from bot.importing.shapes.beside import side_by_side
from bot.importing.shapes.forms import upright
from bot.importing.shapes.itemised import itemised
from bot.importing.shapes.labelled_cells import unfolded
from bot.importing.shapes.month_columns import with_last_month
from bot.importing.shapes.owner_over import with_owner_over
from bot.importing.shapes.parts import parts_of, split_off
from bot.importing.shapes.shared_columns import divided
from bot.importing.shapes.split_plan import with_halves_joined
from bot.importing.shapes.two_languages import in_one_language
from bot.importing.status.under_headings import speaks_of_status
from bot.importing.tables import Row, Table
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
    carried: Carried = field(default_factory=Carried)
    """What holds for the rows below until something else is printed."""
    headings: tuple[str, ...] = ()
    """What stands over the table that is being read: its heading, the line above it, its sheet."""
    carried_down: frozenset[str] = frozenset()
    """The fields whose blanks stand for what is printed above them."""
    last: tuple[Columns, Row] | None = None
    """The columns of the last table that has heads of its own, and its head row."""

    def take_table(self, table: Table, choice: Choice, heading: str) -> None:
        """A table of actions is read, under its own heads or under those before it; `heading` divides the plan."""
        own = choice.columns
        over = _over(table, own)
        if table.name or self.columns is None:
            self.title = self.title or _title(over)
            self.leave()
        self.last = (own, head_of(table, own)) if own else self.last
        assert self.last is not None
        if self.columns is None:
            self.columns, self.heads_printed = self.last[0], table.heads_printed
        take_lines_above(over, heading, self.carried)
        self.headings = (table.heading, *over[-1:], table.name) if own or table.above else self.headings
        if table.within:
            self.carried.begin_section(table.within)
        self._take_rows(table, table.rows[own.row + 1 :] if own else table.rows, choice.doubts, *self.last)

    def _take_rows(self, table: Table, rows: Sequence[Row], doubts: Sequence[str], columns: Columns, head: Row) -> None:
        """The rows below a head; all that is in `doubts` is asked about each."""
        below, behind = split_off(rows, columns)
        self.carried.lost += [row.words for row in behind]
        said = [replace(row, questions=(*row.questions, *doubts)) for row in _as_printed(below, columns)]
        drafts = drafts_of(said, columns, self.carried, self.carried_down)
        self.drafts += [(replace(draft, under=self._heading_of(draft)), columns) for draft in drafts]
        for each in left_out(said, columns, head, table.unseen):
            self.left_out.append(each.name)
            self.unread_words += [each.name] if each.wordy else []

    def _heading_of(self, draft: Draft) -> str:
        """The heading of an action that speaks of its status: of its section, else over its table."""
        return next(filter(speaks_of_status, (draft.section, *self.headings)), "")

    def leave(self) -> None:
        """A plan ends: what waited in it for an action has none."""
        self.childless += self.carried.unanswered
        self.left_out += [f'the line "{line[:80]}"' for line in self.carried.unread]
        self.carried = Carried()

    def leave_table(self, table: Table, choice: Choice) -> None:
        """A table is not read: its sheet or its head is named, and what may be actions is asked about."""
        asked = "" if choice.other else about_table(table)
        self.questions += filter(None, [asked])
        if table.name or asked or table.within:
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
    read = [with_status_of_ticks(table) for table in _whole(tables)]
    asked = dict.fromkeys(asked for table in read for asked in table.questions)
    found = Gathered(questions=[*asked], key=key_of(read, usual, lines), carried_down=_carried_down(read, lines))
    chosen = choose(read, named)
    found.questions += dict.fromkeys(asked for each in chosen for asked in each.questions)
    headings = _headings(read, chosen)
    earlier = earlier_versions(read, chosen)
    found.questions += about_earlier(read, chosen, earlier)
    for at, (table, choice) in enumerate(zip(read, chosen, strict=True)):
        if at in earlier:
            found.left_out.append(called(table))
        elif choice.columns or choice.goes_on:
            found.take_table(table, choice, table.heading if table.heading in headings else "")
        else:
            found.leave_table(table, choice)
    found.leave()
    if found.drafts:
        kept = {asked for draft, _ in found.drafts for asked in draft.questions}
        about_rows = (asked for table in tables for row in table.rows for asked in row.questions)
        found.questions += dict.fromkeys(each for each in about_rows if each not in kept)
        found.leave_lines(list(_loose_lines(read, chosen)))
    found.questions += _about_key(found)
    return found


def _whole(tables: Sequence[Table]) -> list[Table]:
    """The tables one below the other, each with a row an action and a column a field, however they were drawn."""
    return with_halves_joined(
        [
            with_owner_over(part)
            for table in tables
            for side in side_by_side(table)
            for part in parts_of(upright(divided(unfolded(itemised(with_last_month(in_one_language(side)))))))
        ]
    )


def _carried_down(tables: Sequence[Table], lines: Sequence[str]) -> frozenset[str]:
    beside = [
        cell.text for table in tables for row in table.rows if len(row.own_cells) == 1 for _, cell in row.own_cells
    ]
    return fields_carried_down((*lines, *(line for table in tables for line in table.above), *beside))


def _about_key(found: Gathered) -> list[str]:
    """What a person must say of colours and codes that the document does not explain."""
    drafts = [draft for draft, _ in found.drafts]
    alone = [draft.status or draft.rag for draft in drafts if not (draft.status and draft.rag)]
    return [
        *found.key.questions(text for draft in drafts for text in (draft.rag, draft.status)),
        *found.key.about_silent(alone),
    ]


def _as_printed(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with what a sheet shows without words in words, and what stands in several columns in one."""
    for step in _STEPS:
        rows = step(rows, columns)
    return tuple(rows)


_STEPS = (
    *(with_names_for_blanks, with_recommendation_numbers, with_percentages, with_ticks, with_colours),
    *(with_all_owners, with_latest_date, with_newest_status),
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
