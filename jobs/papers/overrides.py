"""Standings of themes that a person set against the rule: the rows of an optional list of the site."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ledger import Ledger
from bot.m365 import Lists, Row
from bot.rows import plain
from bot.settings import Settings
from bot.summary import Override, OverrideRow, read_overrides

COLUMNS = ("Title", "Plan", "Month", "Standing", "Reason")
"""What the list must have; *Title* holds the theme. *By* may be left out: then whoever last edited a row says so."""


def overrides(settings: Settings, lists: Lists, ledger: Ledger) -> tuple[tuple[Override, ...], tuple[str, ...]]:
    """What counts of the list, and what keeps a row from counting; nothing where there is no such list."""
    title = settings.summary.overrides
    if not lists.exists(title):
        return (), ()
    themes = {plan.name: _themes(ledger, plan.name) for plan in settings.plans}
    return read_overrides(map(_row, lists.all_rows(title)), themes)


def _themes(ledger: Ledger, plan: str) -> Sequence[str]:
    return tuple(dict.fromkeys(action.theme for action in ledger.snapshot.actions(plan)))


def _row(row: Row) -> OverrideRow:
    def words(column: str) -> str:
        return plain(str(row.fields.get(column) or ""))

    return OverrideRow(
        plan=words("Plan"),
        theme=words("Title"),
        month=words("Month"),
        standing=words("Standing"),
        why=words("Reason"),
        by=words("By") or row.modified_by,
    )
