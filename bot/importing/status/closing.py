"""The day on which an action was closed: the column that holds it, and whether what stands there is such a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from bot.importing.columns.found import FIELDS, Columns, head_of
from bot.importing.columns.words import plain_head
from bot.importing.kinds import Kind, kind_of
from bot.importing.rows.drafts import Draft
from bot.importing.tables import Table
from bot.reading.dates import DueReading, explain_due, find_dates
from bot.reading.statuses import names_something_left

_YEAR, _FAR = 365, 183
"""Days."""
_CLOSES = re.compile(
    r"(?:date )?(?:actual(?:ly)? )?(?:complet(?:ed?|ion)|closed|done|finished|delivered|implemented)\??"
)
_SAYS_COMPLETED = re.compile(
    r"\b(?:completed?|closed|done|complied|implemented|achieved|actioned|delivered)\b", re.IGNORECASE
)
_YES = re.compile(r"\s*(?:y|yes|true|[✓✔☑✅])(?:\W+(?:but\s)?(?:late|in\sfull|fully|all))?\W*", re.IGNORECASE)
_NO = re.compile(r"\s*(?:n|no|not yet|false|[✗✘×x❌])\W*", re.IGNORECASE)
_NOT_THEN = re.compile(
    r"\b(?:expected|anticipated|target|forecast|planned|revised|proposed|estimated|tb[ac]|missed|not|delayed|slipped)\b|\?",
    re.IGNORECASE,
)
"""What beside a day says that it is not the day of closing."""


def with_closed(table: Table, columns: Columns) -> Columns:
    """The columns with one headed "Completed" that holds days and no field has taken."""
    if "closed" in columns.indexes:
        return columns
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1]
    for at, head in head_of(table, columns).own_cells:
        said = [row.cell(at).text for row in rows if row.cell(at).paragraphs]
        dated = sum(kind_of(text) is Kind.DATE for text in said)
        if at not in columns.read and _CLOSES.fullmatch(plain_head(head.text)) and 2 * dated > len(said):
            indexes, heads = {**columns.indexes, "closed": at}, {**columns.heads, "closed": head.text}
            ordered = {field: indexes[field] for field in FIELDS if field in indexes}
            printed = {field: heads[field] for field in ordered}
            return replace(columns, indexes=MappingProxyType(ordered), heads=MappingProxyType(printed))
    return columns


def ticked_off(draft: Draft, columns: Columns) -> bool | None:
    """The answer under a head such as "Done?"; None where that is not asked, or not answered so."""
    if not _SAYS_COMPLETED.search(columns.heads.get("status", "")):
        return None
    return True if _YES.fullmatch(draft.status) else False if _NO.fullmatch(draft.status) else None


def day_closed(draft: Draft, columns: Columns, as_of: date) -> date | None:
    """The day, up to today, that is printed as the one of closing, or under a head such as "Completed"."""
    printed = draft.closed or (draft.status if _SAYS_COMPLETED.search(columns.heads.get("status", "")) else "")
    if not printed or _NOT_THEN.search(printed) or names_something_left(printed):
        return None
    closed = explain_due(printed, as_of).due.end or _opening_day(printed, as_of)
    return closed if closed is not None and closed <= as_of else None


def due_when_closed(due: DueReading, printed: str, as_of: date) -> DueReading:
    """The date of an action that is closed: a day without its year that would be far ahead was in the last one."""
    if due.due.end is None or due.due.end <= as_of + timedelta(days=_FAR):
        return due
    before = explain_due(printed, as_of - timedelta(days=_YEAR))
    moved = before.due.end is not None and before.due.end <= as_of
    return replace(before, due=replace(before.due, text=due.due.text)) if moved else due


def _opening_day(printed: str, as_of: date) -> date | None:
    """The day that a text opens with: "12/3/28. All sites done"."""
    first = next(iter(find_dates(printed, as_of)), None)
    return None if first is None or first.low or first.period is None or first.open_ended else first.period.end
