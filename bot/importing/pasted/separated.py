"""Lines whose cells are divided by tabs or by upright strokes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.importing.pasted.strips import Line, Strip, goes_on, is_lower
from bot.importing.tables import MOST_COLUMNS


def by_tabs(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """Cells between tabs; two lines that together have the tabs of a row were broken within a cell."""
    counts = Counter(line.text.count("\t") for line in lines if "\t" in line.text)
    wide = max(counts, key=lambda tabs: (counts[tabs], tabs))
    whole: list[Line] = []
    for line in lines:
        if whole and _is_rest(line, whole[-1], wide):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text}")
        else:
            whole.append(line)
    return tuple(_strip(line, "\t") for line in whole)


def _is_rest(line: Line, before: Line, wide: int) -> bool:
    """Whether a line goes on with the last cell of the one before it, and has the rest of its cells."""
    tabs = before.text.count("\t"), line.text.count("\t")
    whole = all(tabs) and sum(tabs) == wide and not line.apart
    return whole and (is_lower(line.text.split("\t")[0]) or goes_on(before.text))


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
