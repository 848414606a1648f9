"""A document as tables of cells: what every file format is turned into before any of it is understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.errors import UnreadableDocument

MOST_ROWS = 20_000
"""Rows of a table or sheet that are read; a document with more is refused, for rows are never dropped in silence."""
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs of one cell, blank ones left out.

    `carried` marks a copy of the cell above, merged with it; `span` is how many columns it covers; `fill` is what
    people call its colour ("" for none); `blank` are the lines of it that say nothing, counted from 0.
    """

    paragraphs: tuple[str, ...] = ()
    carried: bool = False
    span: int = 1
    fill: str = ""
    blank: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)

    def of_lines(self, paragraphs: Sequence[str]) -> tuple[str, ...]:
        """Paragraphs as they stand in the cell, with its blank lines."""
        rest = iter(paragraphs)
        return tuple("" if at in self.blank else next(rest) for at in range(len(paragraphs) + len(self.blank)))


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the document, counted from 1 in its table or sheet.

    A row put together from several printed lines has all their numbers in `lines`, and in `questions` what a person
    must settle about that.
    """

    number: int
    cells: tuple[Cell, ...]
    lines: tuple[int, ...] = ()
    questions: tuple[str, ...] = ()

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else EMPTY

    @property
    def own_cells(self) -> list[tuple[int, Cell]]:
        """The cells that say something and are no copies, with their columns."""
        return [(column, cell) for column, cell in enumerate(self.cells) if cell.paragraphs and not cell.carried]

    @property
    def words(self) -> str:
        """What its own cells say, one after the other."""
        return " ".join(cell.text for _, cell in self.own_cells)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong together; `name` is a sheet's name, `above` the lines printed over the table.

    `heading` is the line of `above` that is set as a heading; `within` is what the row of another table says of the
    table that stands in it.
    What a workbook hides is not read: `hidden` is a sheet without rows, `unseen` the rows of the hidden columns alone.
    `questions` are about what could not be put into any row. Where `heads_printed` is false the heads are ours.
    """

    rows: tuple[Row, ...]
    name: str = ""
    above: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    hidden: bool = False
    heads_printed: bool = True
    unseen: tuple[Row, ...] = ()
    within: str = ""
    heading: str = ""


def too_many_rows(name: str) -> UnreadableDocument:
    """The fault of a table longer than any plan."""
    return UnreadableDocument(
        f"{name} has a table of more than {MOST_ROWS:,} rows, far more than a plan: keep the plan's rows alone."
    )


def cell_of(text: str, *, span: int = 1, fill: str = "") -> Cell:
    """A cell of printed text, its lines as paragraphs."""
    return filled([line.strip() for line in text.splitlines()], span=span, fill=fill)


def filled(lines: Sequence[str], *, span: int = 1, fill: str = "") -> Cell:
    """A cell of lines, the blank ones left out."""
    said = tuple(filter(None, lines))
    blank = tuple(at for at, line in enumerate(lines) if not line) if said else ()
    return Cell(said, span=span, fill=fill, blank=blank)
