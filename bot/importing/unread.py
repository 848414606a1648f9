"""What stands outside the tables that are read and may be an action all the same: it is named, and asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.importing.kinds import Kind, kind_of
from bot.importing.refs import take_label
from bot.importing.shapes.itemised import item_of
from bot.importing.tables import Row, Table
from bot.importing.tasks import is_task
from bot.reading.dates import find_dates
from bot.reading.months import MONTH_NAMES, SEASON_NAMES

_LOOKED_AT, _LONGEST, _MOST_WORDS = 40, 100, 45
_TO_DO = re.compile(
    r"(?:the\s)?(?P<who>\w+(?:\s\S+){0,5}?)\s(?:to|will|shall|must)\s(?:also\s)?[a-z]{2,}", re.IGNORECASE
)
_BY = re.compile(rf"\bby\s(?:(?:the|early|mid|late|end|of)\b[\s-])*(?:\d|{MONTH_NAMES}|{SEASON_NAMES})", re.IGNORECASE)
_ANY_DAY = date(2020, 1, 1)


def may_hold_actions(rows: Sequence[Row]) -> bool:
    """Whether half of the rows and more name a task beside a person or a day, or the first one a person and a day."""
    beside = [row for row in rows if len(row.own_cells) > 1][:_LOOKED_AT]
    if not beside:
        return False
    asked = [_is_asked_of_somebody(row) for row in beside]
    kinds = {kind_of(cell.text) for _, cell in beside[0].own_cells}
    return 2 * sum(asked) >= len(beside) or {Kind.PARTY, Kind.DATE} <= kinds


def _is_asked_of_somebody(row: Row) -> bool:
    texts = [cell.text for _, cell in row.own_cells]
    kinds = {kind_of(text) for text in texts}
    return any(map(is_task, texts)) and bool({Kind.PARTY, Kind.DATE} & kinds)


def called(table: Table) -> str:
    """What people call a table without a head: its sheet, or the words of its first row."""
    if table.name:
        return f'the {"hidden " * table.hidden}sheet "{table.name}"'
    first = next((row for row in table.rows if len(row.own_cells) > 1), None)
    return f'the table "{_printed(first)}"' if first else "a table"


def about_table(table: Table) -> str:
    """The question about a table that is not read and looks like actions; "" about all others."""
    if table.hidden or not may_hold_actions(table.rows):
        return ""
    first = next(row for row in table.rows if len(row.own_cells) > 1)
    beginning = f' ("{_printed(first)}")' if table.name else ""
    return (
        f"{opening(called(table))}{beginning} is not read, for no row names its columns: does it hold actions? "
        "If so, give it the head row of the plan and import it again."
    )


def opening(words: str) -> str:
    """Words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def _printed(row: Row) -> str:
    return " | ".join(cell.text for _, cell in row.own_cells)[:_LONGEST]


def loose_actions(lines: Sequence[str]) -> list[str]:
    """The lines outside the tables that say who is to do something and by when, or what is to be done by a day."""
    return [line for line in lines if _says_what_and_when(take_label(line).text)]


def about_lines(lines: Sequence[str]) -> str:
    """The question about loose lines; "" where there are none."""
    if not lines:
        return ""
    quoted = "; ".join(f'"{line[:_LONGEST]}"' for line in lines)
    return f"Outside the tables stands what may be an action, and it is not read: {quoted}. Should it be in the plan?"


def _says_what_and_when(text: str) -> bool:
    if len(text.split()) > _MOST_WORDS:
        return False
    if item_of(text).due:
        return True
    if not any(found.period for found in find_dates(text, _ANY_DAY)):
        return False
    asked = _TO_DO.match(text)
    return (asked is not None and kind_of(asked["who"]) is Kind.PARTY) or (is_task(text) and bool(_BY.search(text)))
