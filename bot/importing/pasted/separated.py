"""Lines whose cells are divided by tabs or by upright strokes."""

from __future__ import annotations

from bot.importing.pasted.strips import Line, Strip
from bot.importing.tables import MOST_COLUMNS


def by_tabs(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    return tuple(_strip(line, "\t") for line in lines)


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
