"""Columns whose heads sound like actions and whose cells are days, people, states or references: what they are.

A "Milestone" may be what is to be reached or the day by which; an "Action" may name who acts, a "Project" be
its number. The cells say which.
"""

from __future__ import annotations

from bot.importing.kinds import Kind, kind_of
from bot.importing.tables import Table
from bot.reading.owners import explain_owners

_LOOKED_AT, _PARTY_WORDS, _FEWEST, _NEARLY_ALL = 40, 8, 2, 0.8
_MOSTLY = (
    ("due", (Kind.DATE,), 0.5),
    ("status", (Kind.STATUS,), 0.75),
    ("ref", (Kind.CODE, Kind.NUMBER, Kind.LETTER), 0.75),
)
"""The share of cells from which a column holds something else: "Complete the survey" sounds like a state too."""


def held_instead(table: Table, index: int, at: int) -> str:
    """The field of the cells below the head row `index` in the column `at`: "" for actions."""
    rows = [row for row in table.rows[index + 1 :][:_LOOKED_AT] if len(row.own_cells) > 1]
    texts = [row.cell(at).text for row in rows if row.cell(at).paragraphs]
    if len(texts) < _FEWEST:
        return ""
    for field, kinds, share in _MOSTLY:
        if sum(kind_of(text) in kinds for text in texts) > share * len(texts):
            return field
    return "owner" if sum(map(_names_parties, texts)) >= _NEARLY_ALL * len(texts) else ""


def _names_parties(text: str) -> bool:
    if len(text.split()) > _PARTY_WORDS:
        return False
    explained = explain_owners(text)
    return bool(explained.reading.owners) and not explained.doubtful
