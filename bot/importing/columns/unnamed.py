"""Columns that no head names and whose cells tell what they hold: an owner, a date, a status, what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from bot.importing.columns.by_content import HOLDS, printed_head, share
from bot.importing.columns.fitting import field_of
from bot.importing.columns.found import Columns, head_of
from bot.importing.columns.monthly_statuses import TIMED
from bot.importing.columns.several_owners import ANSWER_FOR_OTHERS
from bot.importing.columns.updates import oldest_first, told_at
from bot.importing.columns.words import NOT_ASKED
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Row, Table
from bot.reading.statuses import explain_status, opening_status

_LOOKED_AT, _FEWEST = 60, 3
_SOME_DAY = date(2020, 1, 1)
_NEARLY_HALF, _HALF, _MOST, _NEARLY_ALL = 0.4, 0.5, 0.6, 0.8
"""The share of a column's cells that must be of one kind: accounts among others, days among steps, beside other heads,
under no head."""

_OF_THE_END = re.compile(
    r"\b(?:success|measures?|measured|impact|know|kpis?|indicators?|benefits?|evidence|resources?|costs?|funding|risks?"
    r"|why|rationale|background|context|links?|support|depend\w+|criteria|standard|aims?|objectives?)\b",
    re.IGNORECASE,
)
"""Heads of what is wished for or needed, whose words sound as if it were reached."""
_OF_THE_START = re.compile(r"^(?:from|start\w*|begin\w*|commenc\w*|raised|opened|logged)\b", re.IGNORECASE)
"""Heads of the day on which something began."""
_HOW_MUCH = re.compile(r"\b(?:target|timing|outcome)s?\b", re.IGNORECASE)
_WHICH_OWN = 'The columns "{heads}" hold people and none is read as owner: which of them names the owners?'
_MEANS = {"due": "dates", "status": "how far things are", "owner": "people"}


def without_figures(table: Table, columns: Columns) -> Columns:
    """The columns without a "Target" that holds figures or words and not one date: it says how much, not by when."""
    at = columns.indexes.get("due")
    if at is None or not _HOW_MUCH.search(columns.heads["due"]) or "date" in columns.heads["due"].lower():
        return columns
    texts = [row.cell(at).text for row in table.rows[columns.row + 1 :] if row.cell(at).paragraphs]
    if len(texts) < 2 or any(kind_of(text) is Kind.DATE for text in texts):
        return columns
    indexes = {field: index for field, index in columns.indexes.items() if field != "due"}
    return replace(columns, indexes=MappingProxyType(indexes))


def told_by_content(table: Table, columns: Columns) -> tuple[Columns, list[str]]:
    """The columns with an owner, a date or a status that no head names and one column plainly holds; what to ask."""
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1][:_LOOKED_AT]
    head, asked = head_of(table, columns), []
    indexes = dict(columns.indexes)
    for field, kinds in HOLDS.items():
        if field in indexes:
            continue
        free = [at for at in range(len(head.cells)) if at not in {*columns.read, *indexes.values()}]
        fitting = [at for at in free if _holds(rows, at, kinds, head) and not _says_otherwise(head, at)]
        if field == "due" and len(fitting) > 1:
            fitting = [at for at in fitting if not _OF_THE_START.search(printed_head(head, at))]
        if field == "owner" and len(fitting) > 1:
            fitting = [at for at in fitting if not ANSWER_FOR_OTHERS.search(printed_head(head, at))] or fitting
        if field == "owner" and len(fitting) > 1:
            asked.append(_WHICH_OWN.format(heads='" and "'.join(printed_head(head, at) for at in fitting)))
        if len(fitting) == 1:
            indexes[field] = fitting[0]
            called = printed_head(head, fitting[0])
            asked.append(_asked(called, field))
    if "status" not in indexes and "update" not in indexes:
        accounts = _accounts(
            rows, head, frozenset({*columns.read, *indexes.values()} - _sections(indexes)), indexes["action"]
        )
        if accounts is not None:
            indexes = {field: at for field, at in indexes.items() if at != accounts} | {"status": accounts}
            asked.append(_asked(printed_head(head, accounts), "status"))
    heads = {field: printed_head(head, at) for field, at in indexes.items()}
    return replace(columns, indexes=MappingProxyType(indexes), heads=MappingProxyType(heads)), asked


def _holds(rows: Sequence[Row], at: int, kinds: tuple[Kind, ...], head: Row) -> bool:
    """Whether a column holds these kinds and nothing else; "Milestones" beside the actions may also tell of steps."""
    if kinds == HOLDS["due"] and field_of(printed_head(head, at)) == "action":
        return share(rows, at, kinds) > _HALF
    return share(rows, at, kinds) >= _NEARLY_ALL


def _accounts(rows: Sequence[Row], head: Row, read: frozenset[int], action: int) -> int | None:
    """The last column behind the actions whose cells tell of what was done, under a head that names nothing else."""
    for at, cell in reversed(head.own_cells):
        if at <= action or at in read or _says_otherwise(head, at) or _OF_THE_END.search(cell.text):
            continue
        texts = [row.cell(at).text for row in rows if row.cell(at).paragraphs]
        told = sum(_is_account(text) for text in texts)
        if len(texts) >= _FEWEST and told >= _NEARLY_HALF * len(texts):
            return at
    return None


def _sections(indexes: Mapping[str, int]) -> frozenset[int]:
    """The column of the section where it stands behind the actions: an "Outcome" there is what came of them."""
    return frozenset(at for field, at in indexes.items() if field == "section" and at > indexes["action"])


def _is_account(text: str) -> bool:
    return bool(opening_status(text)) or explain_status(text, _SOME_DAY).rule not in ("no status", "narrative", "empty")


def with_words_of_status(table: Table, columns: Columns) -> tuple[Columns, list[str]]:
    """The columns where what was told last holds no statuses, and one beside it nothing else; what to ask."""
    told = dict(columns.updates)
    last = columns.indexes.get("status")
    if last is None or (last not in told and field_of(columns.heads["status"]) in ("status", "rag", "percent")):
        return columns, []
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1][:_LOOKED_AT]
    head = head_of(table, columns)
    beside = [at for at in told if at != last and told_at(told[at]) == told_at(told[last])]
    beside += [at for at, _ in head.own_cells if at not in columns.read and not _says_otherwise(head, at)]
    stated = {at: share(rows, at, (Kind.STATUS,)) for at in (last, *beside)}
    best = max(stated, key=lambda at: (stated[at], at == last))
    timed = [(at, printed_head(head, at)) for at in beside if TIMED.fullmatch(printed_head(head, at).strip())]
    ordered = oldest_first([each for each in timed if stated[each[0]] >= _MOST]) if len(timed) > 1 else ()
    best = ordered[-1][0] if ordered else best
    if best == last or stated[best] < _MOST:
        return columns, []
    updates = tuple(each for each in columns.updates or ((last, printed_head(head, last)),) if each[0] != best)
    indexes = {**columns.indexes, "status": best, **({"update": updates[0][0]} if updates else {})}
    heads = {field: printed_head(head, at) for field, at in indexes.items()}
    made = replace(
        columns,
        indexes=MappingProxyType(indexes),
        heads=MappingProxyType(heads),
        updates=updates,
        statuses=ordered or columns.statuses,
    )
    return made, [] if best in told else [_asked(heads["status"], "status")]


def with_dates_as_due(table: Table, columns: Columns) -> tuple[Columns, list[str]]:
    """The columns where one headed as news ("Latest") holds dates and nothing else says when; what to ask."""
    at = columns.indexes.get("status")
    if at is None or "due" in columns.indexes or field_of(columns.heads["status"]) != "update":
        return columns, []
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1][:_LOOKED_AT]
    if share(rows, at, (Kind.DATE,)) < _NEARLY_ALL:
        return columns, []
    head = columns.heads["status"]
    indexes = {"due" if field == "status" else field: index for field, index in columns.indexes.items()}
    heads = {field: columns.heads["status" if field == "due" else field] for field in indexes}
    made = replace(columns, indexes=MappingProxyType(indexes), heads=MappingProxyType(heads))
    return made, [_asked(head, "due")]


def _asked(head: str, field: str) -> str:
    return f'The column "{head}" holds {_MEANS[field]} and is read as {field}: is that right?'


def _says_otherwise(head: Row, at: int) -> bool:
    """Whether a head was weighed and passed over: dates of other things, costs, priorities."""
    words = head.cell(at).text.lower().strip(" :")
    return bool(NOT_ASKED.search(words) or re.search(r"\bdates?\b", words))
