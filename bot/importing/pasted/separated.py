"""Lines whose cells are divided by tabs or by upright strokes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from bot.importing.kinds import Kind, kind_of
from bot.importing.pasted.strips import Line, Strip, goes_on, is_lower
from bot.importing.tables import MOST_COLUMNS


def by_tabs(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """Cells between tabs; lines that together have the tabs of a row were broken within its cells."""
    counts = Counter(line.text.count("\t") for line in lines if "\t" in line.text)
    wide = max(counts, key=lambda tabs: (counts[tabs], tabs))
    lines = _with_last_cells_whole(lines, wide)
    dated = _columns_of_dates({line.text for line in lines if line.text.count("\t") == wide})
    whole: list[Line] = []
    at = 0
    while at < len(lines):
        row = _row_at(lines, at, wide, dated)
        whole.append(replace(row[0], text=" ".join(line.text for line in row)))
        at += len(row)
    return tuple(_strip(line, "\t") for line in whole)


def _with_last_cells_whole(lines: tuple[Line, ...], wide: int) -> tuple[Line, ...]:
    """The lines, those without a tab that go on with a last cell added to its row.

    Such a line may go on with the first cell as well, unless a row that begins with a blank one has the like.
    """
    below = [at for at in range(1, len(lines)) if _goes_on_below(lines[at - 1], lines[at], wide)]
    if not any(lines[at - 1].text.startswith("\t") for at in below):
        return lines
    rest = {at - 1: lines[at].text for at in below}
    return tuple(
        replace(line, text=f"{line.text} {rest[at]}") if at in rest else line
        for at, line in enumerate(lines)
        if at - 1 not in rest
    )


def _goes_on_below(row: Line, line: Line, wide: int) -> bool:
    """Whether a line without a tab may go on in the middle of the last cell of a whole row."""
    whole = row.text.count("\t") == wide and not row.text.endswith("\t")
    return whole and not line.apart and "\t" not in line.text and is_lower(line.text)


def _row_at(lines: Sequence[Line], at: int, wide: int, dated: frozenset[int]) -> Sequence[Line]:
    """The lines of the row that begins on a line: that one alone, unless the next hold the rest of its cells."""
    tabs = 0
    for end in range(at, len(lines)):
        if end > at and lines[end].apart:
            break
        tabs += lines[end].text.count("\t")
        if tabs > wide:
            break
        row = lines[at : end + 1]
        if tabs == wide and "\t" in lines[end].text and (len(row) == 1 or _is_broken(row, dated)):
            return row
    return lines[at : at + 1]


def _is_broken(row: Sequence[Line], dated: frozenset[int]) -> bool:
    """Whether each line goes on with the cell before it, or joined they have more dates in their columns than alone."""
    joints = pairwise(row)
    if all(is_lower(below.text.split("\t")[0]) or goes_on(above.text) for above, below in joints):
        return True
    apart = max(_dates_in(line.text, dated) for line in row)
    return _dates_in(" ".join(line.text for line in row), dated) > apart


def _dates_in(line: str, dated: frozenset[int]) -> int:
    """How many of the columns that have dates have one on a line."""
    cells = line.split("\t")
    return sum(at < len(cells) and kind_of(cells[at].strip()) is Kind.DATE for at in dated)


def _columns_of_dates(rows: Set[str]) -> frozenset[int]:
    """The columns in which most of the whole rows have a date; a head that is printed again counts once."""
    counted = Counter(
        at for row in rows for at, cell in enumerate(row.split("\t")) if kind_of(cell.strip()) is Kind.DATE
    )
    return frozenset(at for at, count in counted.items() if 2 * count > len(rows))


def by_strokes(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """Cells between "|", as in tables drawn with characters; a stroke at either end is the frame.

    Where most rows have none at the beginning, one that has begins with a blank cell.
    """
    begin = [line.text.lstrip().startswith("|") for line in lines if "|" in line.text]
    return tuple(_strip(line, "|", framed=2 * sum(begin) > len(begin)) for line in lines)


def _strip(line: Line, separator: str, *, framed: bool = False) -> Strip:
    text = line.text
    if separator == "|":
        text = text.strip().removesuffix("|")
        text = text.removeprefix("|") if framed else text
    cells = [cell.strip() for cell in text.split(separator)][:MOST_COLUMNS]
    while cells and not cells[-1]:
        cells.pop()
    alone = separator not in line.text
    return Strip(line.number, tuple(cells), line.apart, line.ruled, across=alone, new_page=line.new_page)
