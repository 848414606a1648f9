"""A document -> the actions in it, each word read, with a question wherever a clerk would have to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.importing.actions import DAYS, OnProgress, read_actions
from bot.importing.anew import about_plans, plan_of_each
from bot.importing.columns.words import plain_head
from bot.importing.documents.delimited import decode, read_delimited
from bot.importing.documents.excel import read_excel
from bot.importing.documents.files import kind_of, opened
from bot.importing.documents.notes import with_notes
from bot.importing.documents.word import read_word
from bot.importing.errors import UnreadableDocument
from bot.importing.gather import Gathered, gather
from bot.importing.highlights import find_workstreams, workstream_json
from bot.importing.pasted import read_pasted, read_tabbed, tables_of
from bot.importing.pasted.noted_beside import beside_in
from bot.importing.pasted.strips import lines_of
from bot.importing.plan_reading import PlanReading
from bot.importing.printed.month_first import Habit, habits_of
from bot.importing.repeats import declared_repeat, link_repeats
from bot.importing.shapes.noted import left_beside, lines_of_table
from bot.importing.tables import Row, Table
from bot.plan import Status
from bot.reading.conventions import USUAL, Conventions

_READERS = {".docx": read_word, ".xlsx": read_excel, ".csv": read_delimited}
_OF_TEXT = {".tsv": read_tabbed, ".txt": read_pasted}
_ANNEX = re.compile(
    r"\b(annex|appendix|enclosure)e?\s(?:no\.?\s)?([A-Z]\b|\d{1,2}\b|one\b|two\b|three\b)", re.IGNORECASE
)
_NO_HEAD = "(no head is printed: the sentences say it)"
_PASTED_HINT = (
    " In text from a PDF the columns may be lost: extract it again with its layout kept, or use the original."
)


def read_plan(
    path: Path,
    as_of: date,
    on_progress: OnProgress | None = None,
    columns: Mapping[str, str] | None = None,
    means: Conventions = USUAL,
) -> PlanReading:
    """Reads an action plan from a .docx, .xlsx, .csv, .tsv or .txt file, as of a day.

    `columns` (field -> printed head) overrules what the heads suggest; `on_progress` is told (actions read, of how
    many); `means` is what the council's colours and short names mean where the document has no key of its own.
    Raises `UnreadableDocument` with a sentence for the admin; nothing is guessed from a broken file.
    """
    with opened(path):
        kind = kind_of(path)
        tables = _OF_TEXT[kind](path, columns) if kind in _OF_TEXT else _READERS[kind](path)
        lines = _lines(path, kind, tables)
    tables = with_notes(tables, [text.strip() for _, text in lines if "\t" not in text.strip()])
    found = _gathered(kind, tables, lines, columns, means.colours)
    streams = tuple(workstream_json(each, as_of) for each in find_workstreams(lines))
    if not found.drafts and streams:
        return _highlights(path, streams)
    if not found.drafts:
        raise UnreadableDocument(_no_table(path, columns, lines) if found.columns is None else _no_action(path))
    habits = habits_of(
        {field: [getattr(draft, field) for draft, _ in found.drafts] for field in DAYS},
        in_sheet=kind == ".xlsx",
    )
    actions = read_actions(found, as_of, on_progress, means.aliases, habits)
    linked, about_repeats = link_repeats(actions, [declared_repeat(draft.action) for draft, _ in found.drafts])
    unread_words = tuple(dict.fromkeys(found.unread_words))
    return PlanReading(
        path.name,
        found.title or path.stem,
        _heads(found),
        linked,
        questions=(*_asked(found, habits), *about_repeats),
        left_out=tuple(dict.fromkeys((*unread_words, *found.left_out))),
        unread_words=unread_words,
        workstreams=streams,
    )


def _gathered(
    kind: str,
    tables: Sequence[Table],
    lines: Sequence[tuple[int, str]],
    columns: Mapping[str, str] | None,
    colours: Mapping[str, Status],
) -> Gathered:
    """What the tables hold; in Word minutes too, whose actions stand in their sentences or beside their tables."""
    found = gather(tables, columns, colours, [text for _, text in lines] if kind in _OF_TEXT else [])
    if kind != ".docx":
        return found
    if found.columns is None:
        found = gather(tables_of(_as_text(tables), columns), columns, colours)
        found.left_out += [head for table in tables for head in left_beside(table)]
    elif (more := beside_in(tables)) != tables:
        found = gather(more, columns, colours)
    return found


def _asked(found: Gathered, habits: Mapping[str, Habit]) -> Iterator[str]:
    """What is asked about a document as a whole."""
    yield from _missing_columns(found)
    yield from about_plans(found.drafts, plan_of_each(found.drafts))
    yield from dict.fromkeys(question for habit in habits.values() for question in habit.questions)
    yield from (f'"{text[:120]}" has no action below it: what is to be done?' for text in found.childless)
    yield from found.questions


def _highlights(path: Path, streams: tuple[Mapping[str, Any], ...]) -> PlanReading:
    """A highlight report: what it says of its workstreams, and what of that a person must decide."""
    asked = tuple(f"{each['name']}: {question}" for each in streams for question in each["questions"])
    return PlanReading(path.name, path.stem, questions=asked, workstreams=streams)


def _lines(path: Path, kind: str, tables: Sequence[Table]) -> list[tuple[int, str]]:
    """The whole document as numbered lines, cells divided by tabs."""
    if kind in _OF_TEXT:
        return [(line.number, line.text) for line in lines_of(decode(path.read_bytes()))]
    printed = [line for table in tables for line in (*table.above, *map(_cells, table.rows))]
    return list(enumerate(printed, 1))


def _as_text(tables: Sequence[Table]) -> str:
    """The whole document as text in which each table stands apart: a box in minutes is no part of what follows."""
    return "\n\n".join("\n".join(part) for table in tables for part in (table.above, lines_of_table(table)))


def _where_else(lines: Sequence[tuple[int, str]], path: Path) -> str:
    """Where the table may stand: in the annex that the document speaks of, if it does."""
    named = next((found for _, line in lines if (found := _ANNEX.search(line))), None)
    if named:
        annex = f"{named[1].capitalize()} {named[2]}"
        return f"The document speaks of {annex}: the actions may stand there, so find that file and import it."
    hint = _PASTED_HINT if path.suffix.lower() == ".txt" else ""
    return f"It may stand in an annex, in a hidden sheet or in another file.{hint}"


def _cells(row: Row) -> str:
    return "\t".join(cell.text for cell in row.cells)


def _heads(found: Gathered) -> dict[str, str]:
    """Field -> printed head, those of several updates or owners together; nothing where sentences hold it all."""
    columns = found.columns
    assert columns is not None
    if not found.heads_printed:
        return dict.fromkeys(columns.heads, _NO_HEAD)
    several = {"update": "; ".join(head for _, head in columns.updates)} if columns.updates else {}
    if columns.other_owners:
        several["owner"] = "; ".join((columns.heads["owner"], *(head for _, head in columns.other_owners)))
    if columns.later_dates:
        several["revised_due"] = "; ".join((columns.heads["revised_due"], *(head for _, head in columns.later_dates)))
    if columns.statuses:
        several["status"] = "; ".join(head for _, head in reversed(columns.statuses))
    return {**columns.heads, **several}


def _missing_columns(found: Gathered) -> list[str]:
    assert found.columns is not None
    read, says = found.columns.indexes, {"owner": "who owns the actions", "due": "when the actions are due"}
    return [f"No column says {what}: is there one?" for field, what in says.items() if field not in read]


def _no_action(path: Path) -> str:
    return f"{path.name} has the head row of an action plan and no action below it: fill it in and import it again."


def _no_table(path: Path, columns: Mapping[str, str] | None, lines: Sequence[tuple[int, str]]) -> str:
    if columns:
        heads = ", ".join(f'"{head}"' for head in columns.values())
        wanted = {plain_head(head) for head in columns.values()}
        if any(wanted <= set(map(plain_head, line.split("\t"))) for _, line in lines) and "action" not in columns:
            return (
                f"{path.name} has a head row with {heads}, and no column there is known to say what is to be done: "
                'name that one too, with --column "HEAD=action".'
            )
        return f"No table of {path.name} has a head row with {heads}: check how the columns are written."
    return (
        f"{path.name} holds no table of actions: look for a table whose head row names an Action and an Owner, a "
        f"Date or a Status. "
        f"{_where_else(lines, path)}"
    )
