"""Columns of a paper that may be left out: those under a heading of the style “Table heading if any” without a word."""

from __future__ import annotations

from docx.oxml.ns import qn
from lxml import etree

from bot.compose.template_counts import words_of

IF_ANY = "TableHeadingIfAny"


def leave_out_empty_columns(body: etree._Element) -> None:
    """Take such columns out of the tables of a filled document; the others share their width."""
    for table in body.iter(qn("w:tbl")):
        rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
        if len(rows) > 1 and len({len(row) for row in rows}) == 1:
            empty = [at for at in range(len(rows[0])) if _may_go(rows[0][at]) and _is_empty(rows[1:], at)]
            if empty and len(empty) < len(rows[0]):
                _take_out(table, rows, empty)


def _may_go(heading: etree._Element) -> bool:
    return any(style.get(qn("w:val")) == IF_ANY for style in heading.iter(qn("w:pStyle")))


def _is_empty(rows: list[list[etree._Element]], at: int) -> bool:
    return not any(words_of(row[at]).strip() for row in rows)


def _take_out(table: etree._Element, rows: list[list[etree._Element]], empty: list[int]) -> None:
    grid = list(table.iter(qn("w:gridCol")))
    widths = [int(column.get(qn("w:w"), "0")) for column in grid]
    kept = [at for at in range(len(rows[0])) if at not in empty]
    whole, left = sum(widths), sum(widths[at] for at in kept) or 1
    for cells in [grid, *rows]:
        for at in empty:
            _remove(cells[at])
        for at in kept:
            _widen(cells[at], widths[at] * whole // left)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _widen(element: etree._Element, width: int) -> None:
    holder = element if element.tag == qn("w:gridCol") else element.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if holder is not None:
        holder.set(qn("w:w"), str(width))
