"""Answers given by ticking: boxes in one cell, or a column for each answer, read as the words that are ticked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.importing.columns.found import Columns
from bot.importing.tables import Cell, Row, Table
from bot.plan import Status
from bot.reading.statuses import explain_status

_TICKED, _OPEN = "☑☒■✓✔🗹🗸⊠", "☐□▢◻"
_BOX = re.compile(rf"(?P<box>[{_TICKED}{_OPEN}]|\[\s?[xX✓✔]?\s?\])")
_MARK = re.compile(rf"\s*(?:[{_TICKED}xX●•]|yes|\[[xX✓✔]\])\s*", re.IGNORECASE)
_FEWEST_COLUMNS = 2


def with_ticks(rows: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """The rows with only the ticked answers in their status cells; none or several ticked is asked about."""
    at = columns.indexes.get("status")
    return tuple(rows) if at is None else tuple(_answered(row, at) for row in rows)


def _answered(row: Row, at: int) -> Row:
    text = row.cell(at).text
    boxes = list(_BOX.finditer(text))
    if len(boxes) < _FEWEST_COLUMNS:
        return row
    ticked = [answer for box, answer in _answers(text, boxes) if _is_ticked(box)]
    cells = list(row.cells)
    cells[at] = replace(cells[at], paragraphs=(" / ".join(ticked),) if ticked else ())
    return replace(row, cells=tuple(cells), questions=(*row.questions, *_doubt(ticked)))


def _answers(text: str, boxes: Sequence[re.Match[str]]) -> list[tuple[str, str]]:
    """Each box with its answer, which stands behind it, or before it where the text begins with an answer."""
    if text[: boxes[0].start()].strip():
        starts = [0, *(box.end() for box in boxes)]
        return [(box["box"], text[low : box.start()].strip(" ,;/")) for low, box in zip(starts, boxes, strict=False)]
    ends = [*(box.start() for box in boxes[1:]), len(text)]
    return [(box["box"], text[box.end() : high].strip(" ,;/")) for box, high in zip(boxes, ends, strict=True)]


def _is_ticked(box: str) -> bool:
    return box in _TICKED or bool(re.search(r"[xX✓✔]", box))


def _doubt(ticked: Sequence[str]) -> tuple[str, ...]:
    if len(ticked) == 1:
        return ()
    return (f'"{" and ".join(ticked)}" are ticked: which holds?' if ticked else "No box is ticked: how far is it?",)


def with_status_of_ticks(table: Table) -> Table:
    """A table in which each status has a column to tick, with one column of the statuses ticked in their place."""
    for index, head in enumerate(table.rows[:10]):
        answers = {at: cell.text for at, cell in head.own_cells if _names_status(cell.text)}
        below = table.rows[index + 1 :]
        if len(answers) >= _FEWEST_COLUMNS and _are_ticked(below, list(answers)):
            rows = (*table.rows[:index], _merged(head, answers), *(_with_status(row, answers) for row in below))
            return replace(table, rows=rows)
    return table


def _names_status(head: str) -> bool:
    if len(head.split()) > 3:
        return False
    explained = explain_status(head, date.min)
    return not explained.doubtful and explained.reading.value is not Status.UNKNOWN


def _are_ticked(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether columns hold nothing but marks, in half of the rows and more."""
    texts = [[row.cell(at).text for at in columns if row.cell(at).paragraphs] for row in rows if len(row.own_cells) > 1]
    marked = [each for each in texts if each]
    return len(marked) * 2 >= len(texts) > 0 and all(_is_mark(text) for each in marked for text in each)


def _is_mark(text: str) -> bool:
    return bool(_MARK.fullmatch(text)) or text.strip() in _OPEN


def _merged(head: Row, answers: dict[int, str]) -> Row:
    first = min(answers)
    cells = [Cell() if at in answers else cell for at, cell in enumerate(head.cells)]
    cells[first] = Cell(("Status",))
    return replace(head, cells=tuple(cells))


def _with_status(row: Row, answers: dict[int, str]) -> Row:
    if len(row.own_cells) < _FEWEST_COLUMNS:
        return row
    ticked = [words for at, words in answers.items() if _MARK.fullmatch(row.cell(at).text)]
    cells = [Cell() if at in answers else cell for at, cell in enumerate(row.cells)]
    first = min(answers)
    if first < len(cells):
        cells[first] = Cell((" / ".join(ticked),) if ticked else ())
    return replace(row, cells=tuple(cells), questions=(*row.questions, *_doubt(ticked)))
