"""Which column holds what: found by the words of the head row, or named by the admin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.importing.columns.earlier import EARLIER
from bot.importing.columns.fitting import LONGEST_HEAD, assigned
from bot.importing.columns.head_rows import head_rows
from bot.importing.columns.misnamed import held_instead
from bot.importing.columns.updates import NO_UPDATE, oldest_first
from bot.importing.columns.words import NOT_ASKED, WORDS, plain_head
from bot.importing.errors import UnreadableDocument
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Row, Table


@dataclass(frozen=True, slots=True)
class Columns:
    """Field -> column index; `heads` field -> printed head; `row` the index of the head row in its table.

    `updates` are the columns that tell how it goes, oldest first, each with its head; `other_owners` those that name
    people beside the column of the owner, `later_dates` those that hold dates revised once more, `statuses` those of a
    status a month, oldest first, `number` the one that holds nothing but the number of the recommendation.
    """

    indexes: Mapping[str, int]
    heads: Mapping[str, str]
    row: int
    updates: tuple[tuple[int, str], ...] = ()
    other_owners: tuple[tuple[int, str], ...] = ()
    later_dates: tuple[tuple[int, str], ...] = ()
    statuses: tuple[tuple[int, str], ...] = ()
    number: int | None = None
    stand_in: int | None = None
    """The column that names an action whose own cell is blank."""

    @property
    def read(self) -> frozenset[int]:
        """Every column that is read."""
        beside = (*self.updates, *self.other_owners, *self.later_dates, *self.statuses)
        numbers = () if self.number is None else (self.number,)
        return frozenset((*self.indexes.values(), *(at for at, _ in beside), *numbers))


FIELDS = (
    *("ref", "section", "recommendation", "response", "action"),
    *("owner", "due", "revised_due", "closed", "status", "rag", "percent", "update"),
)


def find_columns(table: Table) -> Columns | None:
    """The head row of a table and what its columns hold; None where no row looks like the head of an action plan."""
    best: Columns | None = None
    for index, row in enumerate(head_rows(table)):
        found = _read_head(table, row, index)
        tall = row is not table.rows[index]
        if found and (best is None or len(found.indexes) + tall > len(best.indexes)):
            best = found
    return best


def find_promises(table: Table) -> Columns | None:
    """The first row whose heads name an owner and a date or a status and no action, with the columns these hold."""
    for index, row in enumerate(head_rows(table)):
        indexes = _kept(table, row, index)
        if "action" not in indexes and "owner" in indexes and {"due", "status"} & set(indexes):
            return _columns(row, index, indexes)
    return None


def named_columns(table: Table, named: Mapping[str, str]) -> Columns | None:
    """The columns as the admin named them (field -> printed head, or "column 3"), the rest as found.

    None where no row has all these heads, or where they and what is found come to no action.
    """
    unknown = sorted(set(named) - set(FIELDS))
    if unknown:
        raise UnreadableDocument(f"{unknown[0]} is not a field of an action: use {', '.join(FIELDS)}.")
    by_place = {field: int(place[1]) - 1 for field, head in named.items() if (place := _PLACE.fullmatch(head.strip()))}
    by_head = {field: plain_head(head) for field, head in named.items() if field not in by_place}
    if not by_head:
        return _placed(table, by_place)
    for index, row in enumerate(head_rows(table)):
        printed = {plain_head(cell.text): column for column, cell in row.own_cells}
        if all(head in printed for head in by_head.values()):
            found = _with_rest(row, index, {field: printed[head] for field, head in by_head.items()} | by_place)
            return found if "action" in found.indexes else None
    return None


_PLACE = re.compile(r"(?:column\s?|#)(\d{1,2})", re.IGNORECASE)


def _placed(table: Table, indexes: Mapping[str, int]) -> Columns | None:
    """Columns that were named by their place alone: under the head row if there is one, else from the first row on."""
    wide = max((len(row.cells) for row in table.rows), default=0)
    if max(indexes.values()) >= wide:
        return None
    found = find_columns(table)
    if found:
        return _with_rest(head_of(table, found), found.row, indexes)
    if "action" not in indexes:
        return None
    heads = {field: f"column {at + 1}" for field, at in indexes.items()}
    return Columns(MappingProxyType(dict(indexes)), MappingProxyType(heads), -1)


def _with_rest(row: Row, index: int, indexes: Mapping[str, int]) -> Columns:
    rest = {field: at for field, at in assigned(row).items() if field not in indexes and at not in indexes.values()}
    return _columns(row, index, {**rest, **indexes})


def head_of(table: Table, columns: Columns) -> Row:
    """The head row as it was read: the words of a head of two rows together; a blank one where there is none."""
    return head_rows(table)[columns.row] if columns.row >= 0 else Row(0, ())


def is_head_again(row: Row, columns: Columns) -> bool:
    """Whether a row repeats the head, as tables do on each page."""
    same = sum(
        plain_head(row.cell(at).text) == plain_head(columns.heads[field]) for field, at in columns.indexes.items()
    )
    return same >= max(2, len(columns.indexes) - 1)


def _kept(table: Table, row: Row, index: int) -> dict[str, int]:
    """Each field to a column whose cells are of that field: no day, person or state is an action."""
    instead: dict[int, str] = {}
    while True:
        indexes = assigned(row, instead)
        asked = [indexes[field] for field in ("action", "recommendation") if field in indexes and len(indexes) > 1]
        held = {at: held_instead(table, index, at) for at in asked}
        held = {at: field for at, field in held.items() if field and not (field == "owner" and field in indexes)}
        if "ref" in held.values() and "action" not in assigned(row, instead | held):
            held = {at: field for at, field in held.items() if field != "ref"}
        if not held:
            return indexes
        instead |= held


def _read_head(table: Table, row: Row, index: int) -> Columns | None:
    if row.own_cells and kind_of(row.own_cells[0][1].text) in (Kind.NUMBER, Kind.CODE):
        return None  # a row of the plan itself, whose words may be those of heads
    indexes = _kept(table, row, index)
    if "action" not in indexes and "recommendation" in indexes and {"owner", "due", "status"} & set(indexes):
        indexes["action"] = indexes.pop("recommendation")
    if "action" not in indexes or not {"owner", "due", "status"} & set(indexes):
        return None
    due = indexes.get("due")
    if due is not None and due < indexes["action"] and plain_head(row.cell(due).text) in ("date", "dates"):
        del indexes["due"]
    if not {"owner", "due", "status"} & set(indexes):
        return None
    return _columns(row, index, indexes)


def _columns(row: Row, index: int, indexes: Mapping[str, int]) -> Columns:
    """The columns as assigned; where nothing states a status, what was told last does."""
    fields, updates = dict(indexes), _updates(row, indexes)
    if updates:
        fields["update"] = updates[0][0]
        if "status" not in fields and not EARLIER.search(plain_head(updates[-1][1])):
            fields["status"] = updates[-1][0]
    if len(updates) == 1 and fields.get("status") == fields["update"]:
        del fields["update"]
        updates = ()
    ordered = {field: fields[field] for field in FIELDS if field in fields}
    return Columns(MappingProxyType(ordered), _printed(row, ordered), index, updates)


def _updates(row: Row, indexes: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    """Every column that tells how it goes and holds no other field, oldest first."""
    others = {at for field, at in indexes.items() if field != "update"}
    told = [(at, cell.text) for at, cell in row.own_cells if at not in others]
    return oldest_first([(at, head) for at, head in told if at == indexes.get("update") or _tells(plain_head(head))])


def _tells(head: str) -> bool:
    if len(head) > LONGEST_HEAD or NO_UPDATE.search(head):
        return False
    asked = not NOT_ASKED.search(head)
    return bool(EARLIER.search(head)) or (asked and any(w.field == "update" and w.pattern.search(head) for w in WORDS))


def _printed(row: Row, indexes: Mapping[str, int]) -> Mapping[str, str]:
    return MappingProxyType({field: row.cell(at).text for field, at in indexes.items()})
