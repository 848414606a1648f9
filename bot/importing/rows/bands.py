"""Rows that are no actions: headings, whose words hold for the rows below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.importing.columns.found import Columns
from bot.importing.refs import take_label, take_number
from bot.importing.tables import Cell, Row

_LONG = 15
"""Words from which a line across the table is a recommendation rather than the name of a section."""

_COUNTED = "one|two|three|four|five|six|seven|eight|nine|ten"
_NUMBER = rf"\s?(?:no\.?\s?)?(?:\d{{1,3}}(?:\.\d{{1,2}})?|[a-z]|[ivx]{{1,4}}|{_COUNTED})\s?(?:[:.)–—-]|$)"
_RECOMMENDS = re.compile(
    rf"(?:(?:key\s)?recommendation|rec|finding|concern|r(?=\d)){_NUMBER}|recommendation\s?:", re.IGNORECASE
)
_DIVIDES = re.compile(
    r"(?:(?:key|strategic|corporate|priority)\s)?"
    rf"(?:theme|workstream|section|priority|objective|area|pillar|strand|outcome|aim|goal|chapter){_NUMBER}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Carried:
    """What holds for the rows below until something else is printed."""

    section: str = ""
    number: str = ""
    recommendation: str = ""
    response: str = ""
    waiting: str = ""
    """The recommendation printed last, while no action has followed it."""
    childless: list[str] = field(default_factory=list)
    """Recommendations that no action followed."""
    heading: str = ""
    """The section printed last, while no action has followed it."""
    lost: list[str] = field(default_factory=list)
    """Lines that are no action and belong to none: headings with nothing below, footers."""

    begun: bool = False
    """Whether an action has been read."""

    @property
    def unanswered(self) -> list[str]:
        return [*self.childless, *filter(None, [self.waiting])]

    @property
    def unread(self) -> list[str]:
        return [*self.lost, *filter(None, [self.heading])]

    def begin_section(self, name: str) -> None:
        """Another section begins, and what was carried down in the one before it ends."""
        self.wait_for_action()
        name = name.strip(" :")
        if name != self.section:
            self.lost += filter(None, [self.heading])
            self.heading = name
        self.section, self.number, self.recommendation, self.response = name, "", "", ""

    def take_actions(self, first: str) -> None:
        """Actions follow: what was printed above them has what it waited for."""
        self.waiting = "" if first else self.waiting
        self.heading, self.begun = "", True

    def wait_for_action(self, recommendation: str = "") -> None:
        """A new heading begins: what the one before it waited for will not come."""
        if self.waiting and self.waiting != recommendation:
            self.childless.append(self.waiting)
        self.waiting = recommendation


def heading_of(row: Row, after: Sequence[Row], columns: Columns) -> Cell | None:
    """The cell of a row that only names what the rows below it (`after`) belong to; a ref may stand beside it."""
    beside_ref = [(at, cell) for at, cell in row.own_cells if at != columns.indexes.get("ref")]
    alone = len(row.own_cells) == 1
    if not alone and len(beside_ref) != 1:
        return None
    at, cell = row.own_cells[0] if alone else beside_ref[0]
    called = next((name for name, index in columns.indexes.items() if index == at), "")
    if _is_across(row, at, cell, columns):
        return cell
    if called == "action":
        if after and _is_above(_ref(row, columns), _ref(after[0], columns)):
            return cell
        if after and _DIVIDES.fullmatch(_ref(row, columns)) and not _DIVIDES.match(_ref(after[0], columns)):
            return cell
        shouted = alone and cell.text.isupper() and len(cell.text) > 3
        return cell if shouted or _is_worded_so(cell.text, after, columns) else None
    if not alone:
        return None
    if called == "ref":
        return cell if re.search(r"[^\W\d_]{3}", cell.text) else None
    return cell if called in ("section", "recommendation", "response") or at < columns.indexes["action"] else None


def take_heading(row: Row, cell: Cell, columns: Columns, carried: Carried) -> None:
    """Carry a heading down: as the recommendation where its words, its column or its length say so, else as section."""
    ref = columns.indexes.get("ref")
    printed = row.cell(ref).text if ref is not None and row.cell(ref) is not cell else ""
    at = next(index for index, each in row.own_cells if each is cell)
    numbered = take_number(cell.text)
    in_its_column = at == columns.indexes.get("recommendation")
    carried.response = ""
    may_recommend = "recommendation" in columns.indexes and (in_its_column or cell.span > 1)
    if _RECOMMENDS.match(cell.text) or (
        may_recommend and (len(cell.text.split()) >= _LONG or (numbered.label and in_its_column))
    ):
        carried.wait_for_action(cell.text)
        carried.number, carried.recommendation = numbered.label or printed, numbered.text or cell.text
        return
    carried.begin_section(f"{printed} {cell.text}")


def take_lines_above(lines: Sequence[str], heading: str, carried: Carried) -> None:
    """Carry into a table what a line printed over it calls a theme or a recommendation, or sets as its `heading`."""
    for line in lines:
        if _RECOMMENDS.match(line):
            numbered = take_number(line)
            carried.wait_for_action(line)
            carried.number, carried.recommendation, carried.response = numbered.label, numbered.text or line, ""
        elif _DIVIDES.match(line) or line == heading:
            carried.begin_section(line)


def _is_across(row: Row, at: int, cell: Cell, columns: Columns) -> bool:
    """Whether a cell is merged across the table, or from the actions or before them over a column beside it."""
    if cell.span >= max(3, len(columns.indexes) - 1):
        return True
    covered = [index for index in columns.indexes.values() if at <= index < at + cell.span]
    return len(covered) > 1 and at <= columns.indexes["action"] and not any(each.carried for each in row.cells)


def _ref(row: Row, columns: Columns) -> str:
    """The reference of a row, in its column or in front of its action."""
    at = columns.indexes.get("ref")
    printed = row.cell(at).text if at is not None else ""
    return (printed or take_label(row.cell(columns.indexes["action"]).text).label).strip(" .)")


def _is_above(ref: str, below: str) -> bool:
    """Whether a row below is a part of this one by its reference: "1.2" or "1a" below "1"."""
    return bool(ref and re.match(rf"{re.escape(ref)}(?:\.\d|[a-z]\b|\([a-z])", below))


def _is_worded_so(text: str, after: Sequence[Row], columns: Columns) -> bool:
    """Whether words in the column of actions are a heading: "Theme 2: ...", or a recommendation with actions below."""
    if _DIVIDES.match(text):
        return bool(after)
    follows = after[0].cell(columns.indexes["action"]).text if after else ""
    return bool(_RECOMMENDS.match(text) and follows and not _RECOMMENDS.match(follows))
