"""The columns of a filled paper: those that hold no word are left out, those too narrow for a word of theirs widened.

Widening keeps a reference such as “AP-12.ii” in one line. A hyphen that cannot break would do so too, but nobody who
searches for the reference, or copies it from the paper, would find it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from docx.oxml.ns import qn
from lxml import etree

from bot.compose.template_counts import words_of

IF_ANY = "TableHeadingIfAny"
WIDEST = 4
"""A column is widened up to the fourth part of its table; a word that needs more breaks, and keeps no room free."""

KEPT = 85
"""Per cent of its width that a column keeps, however much others want."""

_SPACE = re.compile(r"[ \t\n]+")
_NARROW, _WIDE, _CAPITAL = frozenset("fijlrt.,:;'|!()[]/-\u00a0"), frozenset("mwMW@%"), re.compile(r"[A-Z]")
_MARGINS = 160  # twentieths of a point, both sides of a cell together


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table of as many cells in each row; `lines` are its grid and its rows, `widths` in twentieths of a point."""

    lines: Sequence[Sequence[etree._Element]]
    widths: Sequence[int]

    @property
    def columns(self) -> Iterator[list[etree._Element]]:
        """The cells of each column, heading first."""
        return (list(cells) for cells in zip(*self.lines[1:], strict=True))

    def keep(self, kept: Sequence[int], widths: Sequence[int]) -> _Grid:
        """The columns at `kept` alone, as wide as `widths`."""
        for cells in self.lines:
            for at, cell in enumerate(cells):
                if at not in kept:
                    _remove(cell)
            for at, width in zip(kept, widths, strict=True):
                _set_width(cells[at], width)
        return _Grid([[cells[at] for at in kept] for cells in self.lines], widths)


def fit_columns(body: etree._Element) -> None:
    """Do so in every table of a filled document; its whole width stays as it is."""
    for table in body.iter(qn("w:tbl")):
        grid = list(table.iter(qn("w:gridCol")))
        rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
        if len(rows) > 1 and {len(row) for row in rows} == {len(grid)}:
            _widened(_without_empty(_Grid([grid, *rows], [int(each.get(qn("w:w"), "0")) for each in grid])))


def _without_empty(grid: _Grid) -> _Grid:
    """Without the columns that a template gives up where no cell has a word; the others share their width."""
    kept = [at for at, cells in enumerate(grid.columns) if not (_may_go(cells[0]) and _is_empty(cells[1:]))]
    if not kept or len(kept) == len(grid.widths):
        return grid
    whole, left = sum(grid.widths), sum(grid.widths[at] for at in kept) or 1
    return grid.keep(kept, [grid.widths[at] * whole // left for at in kept])


def _widened(grid: _Grid) -> None:
    """Room for the longest words, the smallest want first, taken from the columns by what they can spare."""
    widths, widest = list(grid.widths), sum(grid.widths) // WIDEST
    needed = [_needed(cells) for cells in grid.columns]
    spare = [
        max(0, width - max(need if need <= widest else 0, width * KEPT // 100))
        for need, width in zip(needed, widths, strict=True)
    ]
    left = whole = sum(spare)
    for want, at in sorted((min(need, widest) - widths[at], at) for at, need in enumerate(needed)):
        given = max(0, min(want, left))
        widths[at] += given
        left -= given
    if left < whole:
        taken = [ceil(each * (whole - left) / whole) for each in spare]
        grid.keep(range(len(widths)), [width - less for width, less in zip(widths, taken, strict=True)])


def _needed(cells: Sequence[etree._Element]) -> int:
    """The width that the longest words of a column take up; what many cells say is measured once."""
    texts = {words_of(each) for cell in cells for each in cell.iter(qn("w:p"))}
    return _MARGINS + max(map(_taken_by, {max(_SPACE.split(text), key=len) for text in texts}), default=0)


def _taken_by(word: str) -> int:
    """The width of a word in the type of our tables, which is Arial of 9½ points."""
    return sum(55 if each in _NARROW else 170 if each in _WIDE else _letter(each) for each in word)


def _letter(letter: str) -> int:
    return 145 if _CAPITAL.match(letter) else 114


def _may_go(heading: etree._Element) -> bool:
    return any(style.get(qn("w:val")) == IF_ANY for style in heading.iter(qn("w:pStyle")))


def _is_empty(cells: Sequence[etree._Element]) -> bool:
    return not any(words_of(cell).strip() for cell in cells)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _set_width(element: etree._Element, width: int) -> None:
    holder = element if element.tag == qn("w:gridCol") else element.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if holder is not None:
        holder.set(qn("w:w"), str(width))
