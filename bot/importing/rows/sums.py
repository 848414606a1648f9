"""Rows that count actions instead of being one, and tables that hold nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.importing.columns.found import Columns
from bot.importing.tables import Row
from bot.importing.tasks import is_task

_SUM = re.compile(
    r"(?:(?:sub|grand|overall)[\s-]?)?totals?\b(?!\s(?:\w+\s){4})|(?:average|count|sum)\b(?!\s(?:\w+\s){2})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\s£$%\d.,()/–-]+")
_COUNT = re.compile(
    r"(?:[^\d.;]{1,60}[:=–-]\s*)?(?:all\s|total\s)?\d{1,4}\s(?:\w+\s){0,2}"
    r"(?:actions?|items?|tasks?|recommendations?|milestones?|projects?|measures?)\b(?:[\s,:()]*[\w%]+){0,4}\W*"
    r"|[^\d.;:]{2,40}\s?[:=–-]\s?\d{1,4}(?:\s?%|\s?(?:of|/|\()\s?\d{1,4}(?:\s?%)?\)?)?\W*"
    r"|\d{1,4}\s(?:\w+\s){0,2}(?:complete\w*|done|open|closed|overdue|outstanding|started|delivered)",
    re.IGNORECASE,
)
"""How many there are of something: "Transport: 4 actions", "Complete: 4 (30%)", "2 done"."""
_MOST_WORDS = 3
"""Words up to which a line that names a total and stands alone is one."""
_PROMISED = ("owner", "due", "ref")
"""What a row of figures has none of."""


def is_sum(row: Row, columns: Columns) -> bool:
    """Whether a row adds up the rows above it: it names a total or only numbers, and nobody who is to do it."""
    promised = [columns.indexes[name] for name in _PROMISED if name in columns.indexes]
    if not row.own_cells or any(_speaks(row, at) for at in promised):
        return False
    action = row.cell(columns.indexes["action"]).text
    first = row.own_cells[0][1].text
    alone = len(row.own_cells) == 1 and len(first.split()) > _MOST_WORDS
    if _NUMBER.fullmatch(action) or (_SUM.match(first) and not alone and not is_task(first)):
        return True
    if all(_COUNT.fullmatch(cell.text) or _NUMBER.fullmatch(cell.text) for _, cell in row.own_cells):
        return True
    if "ref" in columns.indexes and row.cell(columns.indexes["ref"]).paragraphs:
        return False
    beside = [cell.text for at, cell in row.own_cells if at != columns.indexes["action"]]
    return bool(len(promised) > 1 and action and beside and all(map(_NUMBER.fullmatch, beside)) and not is_task(action))


def _speaks(row: Row, at: int) -> bool:
    cell = row.cell(at)
    return bool(re.search(r"[^\W\d_]", cell.text)) and not cell.carried and not _SUM.match(cell.text)


def holds_counts(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the column of actions holds numbers: such a table says how many actions there are, not which."""
    texts = [text for row in rows if (text := row.cell(columns.indexes["action"]).text)]
    return bool(texts) and sum(bool(_NUMBER.fullmatch(text)) for text in texts) >= 0.8 * len(texts)
