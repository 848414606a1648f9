"""Where the pages of a filled paper may end: a long row may be parted, the end of a table and a blank are held.

A table is kept whole only where its template asks for it and it is short: what may not be parted moves to the next page
as a whole, and leaves the rest of this one empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn
from lxml import etree

from bot.compose.template_counts import words_of

LONG_CELL = 300
"""Characters of a cell above which its row may be parted: a dozen lines in most of our columns."""

SHORT_TABLE = 6
"""Rows that a table may have to be kept whole."""


def settle_page_breaks(body: etree._Element) -> None:
    """Do so in every table of a filled document, before every blank and between the lines of a list in small print."""
    for table in body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))[1:]
        long = [_is_long(row) for row in rows]
        for row in (row for row, is_long in zip(rows, long, strict=True) if is_long):
            _let_part(row)
        _hold_end(rows, long, _words_stand_below(table))
    for paragraph in body.findall(qn("w:p")):
        above, style = paragraph.getprevious(), _style(paragraph)
        if (
            above is not None
            and above.tag == qn("w:p")
            and (style == "Blank" or style == _style(above) == "ListedNote")
        ):
            _hold(above, True)


def _is_long(row: etree._Element) -> bool:
    return len(words_of(row)) > LONG_CELL and any(len(words_of(cell)) > LONG_CELL for cell in row.iter(qn("w:tc")))


def _let_part(row: etree._Element) -> None:
    for properties in row.findall(qn("w:trPr")):
        for mark in properties.findall(qn("w:cantSplit")):
            properties.remove(mark)


def _hold_end(rows: Sequence[etree._Element], long: Sequence[bool], words_below: bool) -> None:
    """No row ends its table alone on a page; a short table stays whole where its template holds its rows."""
    if not rows:
        return
    last = len(rows) - 1
    asked = _is_held(rows[0])
    is_whole = asked and len(rows) <= SHORT_TABLE
    for at in range(last) if asked else range(max(0, last - 1), last):
        _hold_row(rows[at], is_whole or (at == last - 1 and not any(long[at:])))
    _hold_row(rows[last], words_below)


def _words_stand_below(table: etree._Element) -> bool:
    """Whether what follows a table says something about it; a heading begins something else."""
    below = table.getnext()
    is_text = below is not None and below.tag == qn("w:p") and bool(words_of(below).strip())
    return is_text and not _style(below).startswith("Heading")


def _is_held(row: etree._Element) -> bool:
    return next(row.iter(qn("w:keepNext")), None) is not None


def _hold_row(row: etree._Element, held: bool) -> None:
    for paragraph in row.iter(qn("w:p")):
        _hold(paragraph, held)


def _hold(paragraph: etree._Element, held: bool) -> None:
    """Keep a paragraph on the page of what follows, or let it go."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        paragraph.insert(0, properties)
    for mark in properties.findall(qn("w:keepNext")):
        properties.remove(mark)
    if held:
        properties.insert(1 if properties.find(qn("w:pStyle")) is not None else 0, etree.Element(qn("w:keepNext")))


def _style(paragraph: etree._Element | None) -> str:
    style = None if paragraph is None else paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))
