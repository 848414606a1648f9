"""Which column holds what: found by the words of the head row, or named by the admin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.importing.errors import UnreadableDocument
from bot.importing.tables import Row, Table, cell_of
from bot.reading.owners import explain_owners

_HEAD_WITHIN = 25
"""Rows at the top of a table among which its head row is looked for."""

_LOOKED_AT, _PARTY_WORDS = 40, 8
"""Rows that are looked at to see what a column holds, and the most words of a cell that names parties."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Field -> column index; `heads` field -> printed head; `row` the index of the head row in its table."""

    indexes: Mapping[str, int]
    heads: Mapping[str, str]
    row: int


@dataclass(frozen=True, slots=True)
class _Word:
    field: str
    weight: int
    pattern: re.Pattern[str]


FIELDS = ("ref", "section", "recommendation", "response", "action", "owner", "due", "revised_due", "status", "update")


def find_columns(table: Table) -> Columns | None:
    """The head row of a table and what its columns hold; None where no row looks like the head of an action plan."""
    best: Columns | None = None
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        found = _read_head(row, index)
        if found and (best is None or len(found.indexes) > len(best.indexes)):
            best = found
    return best


def settle_by_content(table: Table, columns: Columns) -> Columns:
    """The columns again where what is called the action names people, and another column holds the actions."""
    if "owner" in columns.indexes:
        return columns
    rows = table.rows[columns.row + 1 :][:_LOOKED_AT]
    called = columns.indexes["action"]
    own = [row.cell(called).text for row in rows if row.cell(called).paragraphs and len(row.own_cells) > 1]
    parties = [text for text in own if len(text.split()) <= _PARTY_WORDS and _names_parties(text)]
    if len(own) < 2 or len(parties) < 0.8 * len(own):
        return columns
    free = [at for at in range(len(table.rows[columns.row].cells)) if at not in columns.indexes.values()]
    wordy = max(free, key=lambda at: sum(len(row.cell(at).text) for row in rows), default=None)
    if wordy is None or sum(len(row.cell(wordy).text.split()) for row in rows) < 3 * len(own):
        return columns
    return _columns(table.rows[columns.row], columns.row, {**columns.indexes, "action": wordy, "owner": called})


def _names_parties(text: str) -> bool:
    explained = explain_owners(text)
    return bool(explained.reading.owners) and not explained.doubtful


def named_columns(table: Table, named: Mapping[str, str]) -> Columns | None:
    """The columns as the admin named them (field -> printed head), the rest as found; None where a head is missing."""
    unknown = sorted(set(named) - set(FIELDS))
    if unknown:
        raise UnreadableDocument(f"{unknown[0]} is not a field of an action: use {', '.join(FIELDS)}.")
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        printed = {_plain(cell.text): column for column, cell in row.own_cells}
        if all(_plain(head) in printed for head in named.values()):
            indexes = {field: printed[_plain(head)] for field, head in named.items()}
            guessed = _assign(row)
            rest = {field: at for field, at in guessed.items() if field not in indexes and at not in indexes.values()}
            return _columns(row, index, {**rest, **indexes})
    return None


def is_head_again(row: Row, columns: Columns) -> bool:
    """Whether a row repeats the head, as tables do on each page."""
    same = sum(_plain(row.cell(at).text) == _plain(columns.heads[field]) for field, at in columns.indexes.items())
    return same >= max(2, len(columns.indexes) - 1)


def _read_head(row: Row, index: int) -> Columns | None:
    indexes = _assign(row)
    if "action" not in indexes and "recommendation" in indexes and {"owner", "due", "status"} & set(indexes):
        indexes["action"] = indexes.pop("recommendation")
    if "action" not in indexes or not {"owner", "due", "status"} & set(indexes):
        return None
    due = indexes.get("due")
    if due is not None and due < indexes["action"] and _plain(row.cell(due).text) in ("date", "dates"):
        del indexes["due"]
    if not {"owner", "due", "status"} & set(indexes):
        return None
    if "status" not in indexes and "update" in indexes:
        indexes["status"] = indexes.pop("update")
    return _columns(row, index, indexes)


def _columns(row: Row, index: int, indexes: Mapping[str, int]) -> Columns:
    ordered = {field: indexes[field] for field in FIELDS if field in indexes}
    heads = {field: row.cell(at).text for field, at in ordered.items()}
    return Columns(MappingProxyType(ordered), MappingProxyType(heads), index)


def _assign(row: Row) -> dict[str, int]:
    """Each field to the column whose head fits it best, each column to one field."""
    bids: list[tuple[int, int, str]] = []
    for column, cell in row.own_cells:
        head = _plain(cell.text)
        if len(head) > 80 or _NOT_ASKED.search(head):
            continue
        bids.extend((-word.weight, column, word.field) for word in WORDS if word.pattern.search(head))
    taken: dict[str, int] = {}
    for _, column, field in sorted(bids):
        if field not in taken and column not in taken.values():
            taken[field] = column
    return taken


def field_of(head: str) -> str:
    """What a column or a label with this head holds; "" where its words say nothing about actions."""
    return next(iter(_assign(Row(1, (cell_of(head),)))), "")


def _plain(head: str) -> str:
    return " ".join(re.sub(r"[^\w%#&/?' ]+", " ", head).lower().split())


def _word(field: str, weight: int, pattern: str) -> _Word:
    return _Word(field, weight, re.compile(pattern))


_NOT_ASKED = re.compile(
    r"^(?:date (?:raised|added|agreed|of meeting|opened|closed|considered)|start(?: date)?|exec date|origin|source"
    r"|priority.*|cost.*|budget.*|resource.*|risk(?:s)?|rag key)$"
)
WORDS = (
    _word(
        "ref",
        9,
        r"^(?:ref(?:erence)?|no|number|#|id|item(?: no| number)?|(?:action|rec(?:ommendation)?|objective"
        r"|task) (?:no|ref|id|number|reference)|ref(?:erence)? (?:no|number)|serial(?: no| number)?|s/?no|cyf)$",
    ),
    _word("ref", 5, r"^ref(?:erence)?\b"),
    _word(
        "section",
        8,
        r"^(?:theme|workstream|work stream|section|area|category|strand|pillar|domain|portfolio|directorate"
        r"|service(?: area)?|priority theme|key theme|strategic (?:theme|objective|priority))s?$",
    ),
    _word("section", 4, r"\b(?:theme|workstream|area|category|objective|aim|outcome)\b"),
    _word("recommendation", 9, r"\brecommendations?\b"),
    _word(
        "recommendation",
        7,
        r"\b(?:findings?|issues?|observations?|areas? for (?:improvement|development|consideration)|challenge"
        r"|what (?:we were told|the (?:peer )?team said)|argymhelliad)\b",
    ),
    _word("response", 8, r"\b(?:response|reply)\b"),
    _word(
        "action",
        10,
        r"^(?:(?:agreed|key|proposed|planned|our|specific|required|management|improvement|detailed"
        r"|council) )?actions?(?: (?:required|points?|needed|agreed|to be taken|we will take|plan|planned"
        r"|description|and milestones|/ ?milestones?|/ ?tasks?))?$|^gweithred(?:u|oedd)?$",
    ),
    _word(
        "action",
        7,
        r"^(?:task|milestone|activity|activities|deliverable|step|description|initiative|project|commitment"
        r"|measure|what(?: (?:we will|will we) do| needs to be done)?|how(?: (?:we will|will we) .*)?|tasks"
        r"|milestones|steps|item|priority|objective|output)s?\??$",
    ),
    _word("action", 9, r"\bresponse\b.*\bactions?\b"),
    _word("action", 6, r"\bactions?\b(?! (?:taken|status|owner|lead|by|date|to date|completed|complete))"),
    _word(
        "owner",
        9,
        r"\b(?:owners?|leads?|lead officers?|responsib\w+|accountab\w+|assigned|assignee|by whom|who|perchennog"
        r"|arweinydd)\b",
    ),
    _word("owner", 6, r"\b(?:officers?|sponsor|portfolio holder|contact)\b"),
    _word(
        "due",
        9,
        r"\b(?:due|deadline|by when|timescales?|time scales?|timelines?|timeframes?|complete by|completed by"
        r"|completion|end date|target date|date to be completed|finish|dyddiad)\b",
    ),
    _word("due", 7, r"^(?:when|target|date|dates|timing|relevant fy|fy|financial year|year)\??$|\btarget\b"),
    _word("due", 4, r"\bdates?\b"),
    _word(
        "revised_due",
        10,
        r"\b(?:revised|new|extended|amended|current) (?:\w+ )?(?:due|date|target|deadline|timescale)\b",
    ),
    _word(
        "status",
        9,
        r"^(?:\w+ )?(?:status|rag|b?rag (?:status|rating)|statws)$|\bstatus\b|\brag\b|^% complete$|^complete\??$"
        r"|^completed\??$|\bopen/ ?closed?\b",
    ),
    _word("status", 6, r"^progress(?: %)?$|^percent(?:age)?(?: complete)?$|^% ?progress$|^state$|^position$"),
    _word(
        "update",
        8,
        r"\b(?:updates?|comments?|commentary|latest|notes?|action taken|evidence|progress (?:to date|report|made"
        r"|notes?|so far))\b",
    ),
    _word("update", 5, r"\bprogress\b"),
)
