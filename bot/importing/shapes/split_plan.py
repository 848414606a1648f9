"""One plan whose columns are dealt out over several tables or sheets, the same references in each: joined by these.

Two plans that each count from one stay apart: each names its own actions, or its own owners and dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.directory import fold
from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import find_columns
from bot.importing.tables import EMPTY, Row, Table
from bot.importing.tasks import is_task

_TOLD_ONCE = frozenset({"owner", "due", "status"})
_BROUGHT = _TOLD_ONCE | {"revised_due", "closed", "rag", "percent", "update"}
_SAYS_ACTION = re.compile(r"\b(?:actions?|tasks?|recommendations?|what)\b", re.IGNORECASE)
_OF_ACTIONS = re.compile(
    r"\b(?:outputs?|outcomes?|deliverables?|milestones?|measures?|success|evidence|results?|targets?)\b", re.IGNORECASE
)
"""Heads of what comes of an action."""
_CALLED = re.compile(r"^(?:action|ref(?:erence)?|item|no|number)\b\W*", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\d{1,3}")
_HEAD_ROWS, _REF_COLUMNS, _FEWEST, _LONGEST_REF, _WORDY = 5, 2, 2, 14, 4
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Half:
    """A table by its references: its head row, the column of references, its fields, the row of each reference."""

    table: Table
    head: int
    at: int
    fields: Mapping[int, str]
    rows: Mapping[str, Row]

    @property
    def brought(self) -> frozenset[str]:
        """The fields of an action that it states; of several that tell how it goes one may be the status."""
        return _BROUGHT & frozenset(self.fields.values())

    def texts(self, column: int) -> dict[str, str]:
        """What a column says of each reference."""
        return {ref: row.cell(column).text for ref, row in self.rows.items() if row.cell(column).paragraphs}


def with_halves_joined(tables: Sequence[Table]) -> list[Table]:
    """The tables, those that only say more of the actions of another put behind its columns."""
    joined = list(tables)
    for at in range(len(joined)):
        half = _with_actions(joined[at])
        for other in range(len(joined)) if half else ():
            more = _by_refs(joined[other], half) if half and other != at else None
            if half and more:
                joined[at] = _put_together(half, more)
                joined[other] = Table((), above=joined[other].above)
                half = _with_actions(joined[at])
    return joined


def _with_actions(table: Table) -> _Half | None:
    """A table that names each action once under a reference of its own."""
    columns = find_columns(table)
    if columns:
        heads = [(columns.row, columns.indexes.get("ref"))]
    else:
        rows = [(at, _fields(row)) for at, row in enumerate(table.rows[:_HEAD_ROWS])]
        heads = [
            (at, next((column for column, field in fields.items() if field == "ref"), None))
            for at, fields in rows
            if "action" in fields.values()
        ]
    head, ref = next(((head, ref) for head, ref in heads if ref is not None and head >= 0), (0, None))
    return None if ref is None else _half(table, head, ref)


def _half(table: Table, head: int, ref: int) -> _Half | None:
    rows = [row for row in table.rows[head + 1 :] if len(row.own_cells) > 1 and row.cell(ref).paragraphs]
    refs = [_plain(row.cell(ref).text) for row in rows]
    if len(refs) < _FEWEST or len(set(refs)) < len(refs) or any(len(each) > _LONGEST_REF for each in refs):
        return None
    return _Half(table, head, ref, _fields(table.rows[head]), dict(zip(refs, rows, strict=True)))


def _fields(head: Row) -> dict[int, str]:
    return {at: field_of(cell.text) for at, cell in head.own_cells}


def _plain(ref: str) -> str:
    return re.sub(r"[^\w.]+", "", _CALLED.sub("", ref.strip())).strip(".").lower()


def _by_refs(table: Table, first: _Half) -> _Half | None:
    """A table that says more of the actions of the `first` under the same references, and names none of its own."""
    for head in range(min(_HEAD_ROWS, len(table.rows))):
        for ref in range(_REF_COLUMNS):
            half = _half(table, head, ref) if table.rows[head].cell(ref).paragraphs else None
            if half and _says_more(half, first):
                return half
    return None


def _says_more(half: _Half, first: _Half) -> bool:
    same = half.rows.keys() & first.rows.keys()
    few = 5 * len(same) < 4 * len(half.rows) or 2 * len(same) < len(first.rows)
    told_twice = _TOLD_ONCE & half.brought & first.brought
    if few or told_twice or not half.brought - first.brought:
        return False
    if any(_names_actions(half, column, first) for column, field in half.fields.items() if field == "action"):
        return False
    counted = all(_PLAIN_NUMBER.fullmatch(ref) for ref in half.rows)
    return not counted or (list(half.rows) == list(first.rows) and not _has_words_of_its_own(half, first))


def _names_actions(half: _Half, column: int, first: _Half) -> bool:
    texts = half.texts(column)
    if column == half.at or _repeats(half, column, first):
        return False
    named = bool(_SAYS_ACTION.search(half.table.rows[half.head].cell(column).text))
    return bool(texts) and (named or 2 * sum(map(is_task, texts.values())) >= len(texts))


def _repeats(half: _Half, column: int, first: _Half) -> bool:
    """Whether a column only prints the words of the first table again, as tables do to be read alone."""
    texts = half.texts(column)
    printed = {ref: fold(row.words) for ref, row in first.rows.items()}
    again = [ref for ref, text in texts.items() if fold(text).rstrip(". …") in printed.get(ref, "")]
    return 2 * len(again) > len(texts) > 0


def _has_words_of_its_own(half: _Half, first: _Half) -> bool:
    """Whether a column holds sentences about other things than how an action goes and what comes of it."""
    for column, field in half.fields.items():
        texts = half.texts(column).values()
        head = half.table.rows[half.head].cell(column).text
        wordy = bool(texts) and sum(len(text.split()) for text in texts) >= _WORDY * len(texts)
        if wordy and field not in _BROUGHT and not _OF_ACTIONS.search(head) and not _repeats(half, column, first):
            return True
    return False


def _put_together(first: _Half, more: _Half) -> Table:
    """The first table with the columns of the other behind its own; what stands there alone is asked about."""
    wide = max(len(row.cells) for row in first.table.rows)
    again = {column for column, field in more.fields.items() if field == "action" and _repeats(more, column, first)}
    kept = [column for column in more.fields if column != more.at and column not in again]
    beside = {id(row): more.rows.get(ref) for ref, row in first.rows.items()}
    rows = []
    for at, row in enumerate(first.table.rows):
        other = more.table.rows[more.head] if at == first.head else beside.get(id(row))
        cells = (*row.cells, *[EMPTY] * (wide - len(row.cells)))
        rows.append(replace(row, cells=(*cells, *(other.cell(column) for column in kept))) if other else row)
    asked = (*first.table.questions, *more.table.questions, *_about(first, more))
    return replace(first.table, rows=tuple(rows), questions=asked)


def _about(first: _Half, more: _Half) -> list[str]:
    alone = [row.cell(more.at).text for ref, row in more.rows.items() if ref not in first.rows]
    silent = [row.cell(first.at).text for ref, row in first.rows.items() if ref not in more.rows]
    heads = " | ".join(cell.text for _, cell in more.table.rows[more.head].own_cells)
    asked = []
    if alone:
        asked.append(f'The table "{heads}" speaks of {_named(alone)}, and no action has that reference: which is it?')
    if silent:
        asked.append(f'The table "{heads}" says nothing of {_named(silent)}: is anything missing?')
    if all(_PLAIN_NUMBER.fullmatch(ref) for ref in more.rows):
        asked.append(f'The table "{heads}" is read as more of the actions before it, by their numbers: is that right?')
    return asked


def _named(refs: Sequence[str]) -> str:
    more = f" and {len(refs) - _MOST_NAMED} more" if len(refs) > _MOST_NAMED else ""
    return ", ".join(refs[:_MOST_NAMED]) + more
