"""The columns of a table that no field of an action holds: what they are called, so that an admin can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.columns.found import Columns
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import EMPTY, Cell, Row

_SENTENCE = 5
"""Words from which a cell tells something that somebody may miss."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column by its head, or by its place where it has none; `wordy` where sentences stand in it."""

    name: str
    wordy: bool


def left_out(rows: Sequence[Row], columns: Columns, head: Row, unseen: Sequence[Row] = ()) -> list[LeftOut]:
    """The columns in which `rows` say something that is not read, then those of `unseen`, which the sheet hides."""
    beside = [row for row in rows if len(row.own_cells) > 1]
    said = _speaking(beside, columns.read)
    hidden_head = next((row for row in unseen if row.number == head.number), None)
    hidden = _speaking([row for row in unseen if row.number > head.number], frozenset())
    return [LeftOut(head.cell(at).text or _unnamed(head, at), wordy) for at, wordy in said.items()] + [
        LeftOut(f"the hidden column {_quoted_head(hidden_head, at)}", wordy) for at, wordy in hidden.items()
    ]


def _speaking(rows: Sequence[Row], read: frozenset[int]) -> dict[int, bool]:
    """Column -> whether it holds sentences, for each that says anything and is not read."""
    wide = max((len(row.cells) for row in rows), default=0)
    cells = {at: [row.cell(at) for row in rows if _says(row.cell(at))] for at in range(wide) if at not in read}
    return {at: any(map(_is_sentence, found)) for at, found in cells.items() if found}


def _is_sentence(cell: Cell) -> bool:
    """Whether a cell is long and more than names: most words of those begin with a capital."""
    words = cell.text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= _SENTENCE and (2 * small > len(words) or kind_of(cell.text) is not Kind.PARTY)


def _quoted_head(head: Row | None, at: int) -> str:
    text = (head.cell(at) if head else EMPTY).text
    return f'"{text}"' if text else str(at + 1)


def _says(cell: Cell) -> bool:
    return bool(cell.paragraphs) and not cell.carried


def _unnamed(head: Row, at: int) -> str:
    over = next((cell for index, cell in head.own_cells if index < at < index + cell.span), None)
    return f"column {at + 1}, under {over.text}" if over else f"column {at + 1}, without a head"
