"""What tells a table of actions from a key, a register of risks, a contents page or a count: what stands in it.

Heads promise; the cells below keep the promise or do not. People own, dates are due, and words say what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.importing.columns.found import Columns, head_of, is_head_again
from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Cell, Row, Table
from bot.importing.tasks import is_task

_LOOKED_AT = 40
_SOME, _HALF = 0.2, 0.5

_SAYS_ACTION = re.compile(r"\b(?:actions?|tasks?|recommendations?|gweithred\w*)\b", re.IGNORECASE)
"""Heads that leave no doubt about what stands below them."""

_SAYS_WORK = re.compile(
    r"\b(?:milestone|deliverable|project|activit\w+|initiative|commitment|improvement|intervention|step|what)",
    re.IGNORECASE,
)
"""Heads of work to be done, which need not be worded as orders: "Contract awarded"."""

_OF_OTHER_THINGS = re.compile(
    r"\b(?:likelihood|probability|severity|inherent|residual|impact score|risk score|score|raised by|e-?mail|telephone"
    r"|phone|version|author|page|baseline(?! (?:finish|end|completion|due|date)\b)|unit|kpi|variance|budget|quorum"
    r"|decision)s?\b",
    re.IGNORECASE,
)
"""Heads of what is no plan: risks, issues, contacts, versions, contents, indicators, decisions."""


class Verdict(Enum):
    ACTIONS = "a table of actions"
    DOUBTFUL = "perhaps a table of actions"
    OTHER = "a table of something else"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a table: `kept` promises of owner, due and status; the share of its words that are `tasks`."""

    says_action: bool
    says_work: bool
    kept: frozenset[str]
    tasks: float
    of_other_things: bool
    is_key: bool


_RULES: tuple[tuple[Callable[[Evidence], bool], Verdict], ...] = (
    (lambda found: found.is_key, Verdict.OTHER),
    (lambda found: found.says_action and bool(found.kept or found.tasks >= _SOME), Verdict.ACTIONS),
    (lambda found: found.of_other_things and found.tasks < _HALF, Verdict.OTHER),
    (lambda found: len(found.kept) == 3 and found.says_work, Verdict.ACTIONS),
    (lambda found: len(found.kept) > 1 and found.tasks >= _SOME, Verdict.ACTIONS),
    (lambda found: len(found.kept) == 1 and found.tasks >= _HALF, Verdict.ACTIONS),
    (lambda found: found.says_action or len(found.kept) > 1 or found.tasks >= _SOME, Verdict.DOUBTFUL),
)
"""The first rule that holds decides; where none does it is something else."""


def verdict(table: Table, columns: Columns) -> Verdict:
    """What a table is by its heads and by what stands below them."""
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1 and not is_head_again(row, columns)]
    if not _own(rows, columns.indexes["action"]):
        return Verdict.ACTIONS  # nothing to judge by: each row will be asked about
    found = _weigh(rows[:_LOOKED_AT], columns, head_of(table, columns))
    return next((verdict for holds, verdict in _RULES if holds(found)), Verdict.OTHER)


def goes_on(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether rows without a head keep what the columns of the table before them promise."""
    rows = [row for row in rows if len(row.own_cells) > 1][:_LOOKED_AT]
    promised = {"owner", "due", "status"} & set(columns.indexes)
    return bool(rows) and len(_kept(rows, columns)) * 2 >= len(promised)


def _weigh(rows: Sequence[Row], columns: Columns, head: Row) -> Evidence:
    actions = _own(rows, columns.indexes["action"])
    return Evidence(
        says_action=bool(_SAYS_ACTION.search(columns.heads["action"])),
        says_work=bool(_SAYS_WORK.search(columns.heads["action"])),
        kept=_kept(rows, columns),
        tasks=sum(is_task(text) for text in actions) / len(actions) if actions else 0.0,
        of_other_things=any(_OF_OTHER_THINGS.search(cell.text) for _, cell in head.own_cells),
        is_key=_is_key(rows, columns),
    )


def _kept(rows: Sequence[Row], columns: Columns) -> frozenset[str]:
    return frozenset(
        field for field, fits in _FITS.items() if field in columns.indexes and _keeps(rows, columns, field, fits)
    )


def _keeps(rows: Sequence[Row], columns: Columns, field: str, fits: Callable[[Cell], bool]) -> bool:
    cells = [cell for row in rows if (cell := row.cell(columns.indexes[field])).paragraphs or cell.fill]
    return bool(cells) and sum(map(fits, cells)) >= _HALF * len(cells)


_FITS: dict[str, Callable[[Cell], bool]] = {
    "owner": lambda cell: any(kind_of(text) is Kind.PARTY for text in (cell.text, *cell.paragraphs)),
    "due": lambda cell: any(kind_of(text) is Kind.DATE for text in (cell.text, *cell.paragraphs)),
    "status": lambda cell: bool(cell.text) or bool(cell.fill),
}


def _is_key(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether a table says what each status means: each stands there once, and nobody is to do anything by a day."""
    at = columns.indexes.get("status")
    if at is None or {"owner", "due"} & _kept(rows, columns):
        return False
    stated = [text.casefold() for row in rows if (text := row.cell(at).text or row.cell(at).fill)]
    distinct = len(stated) == len(rows) == len(set(stated)) > 1
    return distinct and at < columns.indexes["action"] and all(kind_of(text) is not Kind.TEXT for text in stated)


def _own(rows: Sequence[Row], at: int) -> list[str]:
    return [row.cell(at).text for row in rows if row.cell(at).paragraphs and not row.cell(at).carried]
