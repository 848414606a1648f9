"""Forms: tables whose labels stand beside the words ("Owner: | Clerk"), turned into rows below one head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.importing.columns.fitting import field_of
from bot.importing.columns.several_owners import ANSWER_FOR_OTHERS
from bot.importing.columns.words import NOT_ASKED, WHOLE_STATUS, plain_head
from bot.importing.tables import EMPTY, Cell, Row, Table
from bot.importing.tasks import is_task

_MOST_LABEL_WORDS, _ENOUGH = 6, 0.6
_TITLED = re.compile(
    r"(?:(?:agreed|key)\s)?action\s?(?:no\.?\s?)?(?P<ref>\w{0,6}(?:\.\d+)*)\s?[:–—-]\s*(?P<words>.{8,})",
    re.IGNORECASE,
)
"""A line across a form that gives the action itself: "Action 3: Review the tariff"."""
_TITLE = re.compile(
    r"(?:(?:project|task|commitment|card)\s(?:no\.?\s)?)?"
    r"(?:(?P<ref>(?!(?:19|20)\d\d\b)(?=[\w./-]*\d)[a-z]{0,5}[\d./-]{1,6}[a-z]?)[\s:.)–—-]+)?(?P<words>.{8,})",
    re.IGNORECASE,
)
"""A line across a card whose labels name no action: "C1.1 Review the tariff"."""
_NEXT = re.compile(
    r"(?:planned )?next (?:steps?|actions?|milestones?)"
    r"|(?:key |planned )?(?:actions?|steps|activit(?:y|ies)|work|tasks) (?:planned )?(?:for|in|over) .*",
    re.IGNORECASE,
)
"""A label of what comes next in an action, which is none beside it."""
_NUMBERED = re.compile(
    r"(?P<label>(?:recommendation|action|milestone|task)s?)\s(?:no\.?\s?)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})[\s:.]*",
    re.IGNORECASE,
)
"""A label that numbers what stands beside it."""
_SHARED = ("section", "recommendation", "response")
"""What a form prints once, above the several actions that it is about."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label, the field that it names, and the cell beside it."""

    name: str
    label: str
    cell: Cell


@dataclass(slots=True)
class _Record:
    """What a form says of one action, by field, and the rows it says it on."""

    cells: dict[str, Cell] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    across: str = ""
    labels: dict[str, str] = field(default_factory=dict)

    def takes_more(self, pair: _Pair) -> bool:
        """Whether a second label tells more: "Action owner", then "Accountable lead"; "Progress", then "Comments"."""
        if pair.label == self.labels.get(pair.name, pair.label):
            return False
        return pair.name == "update" or (pair.name == "owner" and not ANSWER_FOR_OTHERS.search(pair.label.lower()))

    def ends_before(self, name: str) -> bool:
        return name in self.cells or (name in _SHARED and "action" in self.cells)


def upright(table: Table) -> Table:
    """The table as it stands or, where it is a form, a head row and a row for each action in it."""
    if any(map(_is_head, table.rows)):
        return table
    table, pairs = _titled(table, [tuple(_pairs(row)) for row in table.rows])
    pairs = _told_apart(pairs)
    found = {pair.name: pair.label for each in reversed(pairs) for pair in each}
    labelled = sum(bool(each) for each in pairs)
    if labelled < max(2, _ENOUGH * len(pairs)) or "action" not in found or not {"owner", "due", "status"} & set(found):
        return table
    side_by_side = _is_side_by_side(table.rows, pairs)
    records = tuple(_columns(table.rows, pairs) if side_by_side else _records(table.rows, pairs))
    names = list(dict.fromkeys(name for each in records for name in each.cells))
    head = Row(table.rows[0].number, tuple(Cell((found.get(name, name),)) for name in names))
    return replace(table, rows=(head, *(_row(each, names) for each in records)))


def _is_head(row: Row) -> bool:
    """Whether a row holds nothing but labels of different fields: it heads a table, no form begins so."""
    names = [_named(cell) for _, cell in row.own_cells]
    return len(names) > 2 and all(names) and len(set(names)) == len(names)


def _told_apart(pairs: list[tuple[_Pair, ...]]) -> list[tuple[_Pair, ...]]:
    """The pairs where "Progress" beside "Status" tells how it goes."""
    stated = {pair.label for each in pairs for pair in each if pair.name == "status"}
    if len(stated) < 2 or not any(WHOLE_STATUS.fullmatch(label.lower()) for label in stated):
        return pairs
    return [
        tuple(
            replace(pair, name="update")
            if pair.name == "status" and not WHOLE_STATUS.fullmatch(pair.label.lower())
            else pair
            for pair in each
        )
        for each in pairs
    ]


def _titled(table: Table, pairs: list[tuple[_Pair, ...]]) -> tuple[Table, list[tuple[_Pair, ...]]]:
    """A card with its pairs; the line across or over it is its action if no label names more than what is next."""
    names = {pair.name for each in pairs for pair in each if not _is_next(pair)}
    if not names & {"action", "recommendation", "response"} and len(names & {"owner", "due", "status"}) > 1:
        over = {at: tuple(_title(table.rows[at])) for at, each in enumerate(pairs[:-1]) if not each and pairs[at + 1]}
        if not any(over.values()) and pairs[0] and table.heading and table.above[-1:] == (table.heading,):
            line = Row(table.rows[0].number, (Cell((table.heading,)),))
            table = replace(table, rows=(line, *table.rows), above=table.above[:-1], heading="")
            pairs, over = [(), *pairs], {0: tuple(_title(line))}
        pairs = [over.get(at, each) for at, each in enumerate(pairs)]
    if not any(pair.name == "action" and not _is_next(pair) for each in pairs for pair in each):
        return table, pairs
    return table, [tuple(pair for pair in each if not _is_next(pair)) for each in pairs]


def _is_next(pair: _Pair) -> bool:
    return pair.name == "action" and bool(_NEXT.fullmatch(pair.label))


def _title(row: Row, pattern: re.Pattern[str] = _TITLE) -> Iterator[_Pair]:
    """The reference and the action that a line across a form gives."""
    found = pattern.fullmatch(row.own_cells[0][1].text) if len(row.own_cells) == 1 else None
    if found is None or not (found["ref"] or pattern is _TITLED or is_task(found["words"])):
        return
    if found["ref"]:
        yield _Pair("ref", "Ref", Cell((found["ref"],)))
    yield _Pair("action", "Action", Cell((found["words"],)))


def _pairs(row: Row) -> Iterator[_Pair]:
    """The labels of a row with the cells beside them; none where it does not begin with a label."""
    titled = tuple(_title(row, _TITLED))
    yield from titled
    at = len(row.cells) if titled else 0
    while at < len(row.cells):
        label = row.cell(at)
        name = _named(label)
        if not name and not NOT_ASKED.search(plain_head(label.text)):
            return
        beside = at + label.span
        if name:
            yield _Pair(name, *_with_number(label.text, row.cell(beside)))
        at = beside + row.cell(beside).span


def _with_number(label: str, cell: Cell) -> tuple[str, Cell]:
    """A label without its number, which stands before the words beside it: "Recommendation 3 | That …"."""
    found = _NUMBERED.fullmatch(label)
    if not found or not cell.paragraphs:
        return label.strip(" :"), cell
    first, *more = cell.paragraphs
    return found["label"], replace(cell, paragraphs=(f"{found['number']}. {first}", *more))


def _named(cell: Cell) -> str:
    short = cell.paragraphs and not cell.carried and len(cell.text.split()) <= _MOST_LABEL_WORDS
    return field_of(cell.text) if short else ""


def _is_side_by_side(rows: Sequence[Row], pairs: Sequence[Sequence[_Pair]]) -> bool:
    """Whether each label is followed by the words of several actions, a column for each."""
    names = [pair.name for each in pairs for pair in each]
    wide = [row for row, each in zip(rows, pairs, strict=True) if len(each) == 1 and len(row.own_cells) > 2]
    return len(names) == len(set(names)) and len(wide) > 1


def _columns(rows: Sequence[Row], pairs: Sequence[Sequence[_Pair]]) -> Iterator[_Record]:
    for at in range(1, max(len(row.cells) for row in rows)):
        cells = {each[0].name: row.cell(at) for row, each in zip(rows, pairs, strict=True) if each}
        if any(cell.paragraphs for cell in cells.values()):
            yield _Record(cells, [row.number for row, each in zip(rows, pairs, strict=True) if each])


def _records(rows: Sequence[Row], pairs: Sequence[Sequence[_Pair]]) -> Iterator[_Record]:
    record, last = _Record(), ""
    for at, (row, each) in enumerate(zip(rows, pairs, strict=True)):
        if not each and record.cells and _is_other_label(row) and not record.ends_before(_next_name(pairs[at:])):
            label, beside = row.own_cells
            record.cells[label[1].text.strip(" :")] = beside[1]
            record.rows.append(row.number)
        elif not each and row.own_cells:
            if last and not row.cell(0).paragraphs:
                more = tuple(words for _, cell in row.own_cells for words in cell.paragraphs)
                _add(record, last, more, row.number)
            else:
                yield from ([record] if record.cells else [])
                yield _Record(rows=[row.number], across=row.words)
                record, last = _Record(), ""
        for pair in each:
            if pair.name in record.cells and row.number in record.rows and pair.name != "action":
                continue
            if record.takes_more(pair):
                _add(record, pair.name, pair.cell.paragraphs, row.number)
                continue
            if record.ends_before(pair.name):
                yield record
                record = _Record()
            record.cells[pair.name], record.labels[pair.name] = pair.cell, pair.label
            record.rows.append(row.number)
            last = pair.name
    if record.cells:
        yield record


def _next_name(pairs: Sequence[Sequence[_Pair]]) -> str:
    return next((pair.name for each in pairs for pair in each), "")


def _is_other_label(row: Row) -> bool:
    """Whether a row is a label that names no field, with its words beside it: "How will we know? | The forum meets"."""
    own = row.own_cells
    return len(own) == 2 and own[0][0] == 0 and len(own[0][1].text.split()) <= _MOST_LABEL_WORDS


def _add(record: _Record, name: str, more: tuple[str, ...], row: int) -> None:
    """More words for a field that the form has named before."""
    record.cells[name] = replace(record.cells[name], paragraphs=record.cells[name].paragraphs + more)
    record.rows.append(row)


def _row(record: _Record, names: Sequence[str]) -> Row:
    numbers = tuple(dict.fromkeys(record.rows))
    if record.across:
        return Row(numbers[0], (Cell((record.across,), span=len(names)), *[EMPTY] * (len(names) - 1)))
    return Row(numbers[0], tuple(replace(record.cells.get(name, EMPTY), span=1) for name in names), numbers)
