"""Tables of a Word document, walked row by row in its XML: merged cells resolved, deleted and hidden text left out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from bot.importing.documents.fills import colour_name
from bot.importing.documents.marks import commented, settled, struck
from bot.importing.documents.notes import raised
from bot.importing.documents.word_numbering import Numbering
from bot.importing.documents.word_proposed import about_proposed
from bot.importing.documents.xml import parse_part
from bot.importing.refs import is_bullet, starts_item, without_bullet
from bot.importing.tables import MOST_COLUMNS, MOST_ROWS, Cell, Row, Table, filled, too_many_rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING, _HEADING_WORDS = re.compile(r"heading|subtitle|pennawd", re.IGNORECASE), 12
_LONGEST_LABEL = len("viii)")
_BREAKS = {f"{W}br", f"{W}cr"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REMARKS = ("comment", "footnote", "endnote")
_REFERENCES = {f"{W}{name}Reference": name for name in _REMARKS}
_GONE = {f"{W}del", f"{W}moveFrom", f"{W}pict", f"{W}tbl", _FALLBACK}


def read_word(path: Path) -> tuple[Table, ...]:
    """Every table of a .docx with the lines of text printed above it. Raises `UnreadableDocument`."""
    with zipfile.ZipFile(path) as archive:
        document = parse_part(path, archive, "word/document.xml")
        numbers, styles = (_part(path, archive, name) for name in ("numbering", "styles"))
        comments = {key: words for name in _REMARKS for key, words in _remarks(_part(path, archive, f"{name}s"), name)}
    numbering = Numbering(numbers, styles)
    body = document.find(f"{W}body")
    tables: list[Table] = []
    above: list[str] = []
    heading = ""
    for block in _blocks(body if body is not None else document):
        if block.tag == f"{W}p":
            lines = [line for line in _lines(block, numbering) if line]
            above.extend(lines)
            heading = " ".join(lines) if lines and _is_heading(block) else heading
        for element in [block] if block.tag == f"{W}tbl" else _boxed_tables(block):
            outer, *inner = _with_nested(path.name, element, numbering, tuple(above))
            tables.extend((replace(outer, heading=heading), *inner))
            above, heading = [], ""
    if above:
        tables.append(Table((), above=tuple(above)))
    if tables:
        tables[0] = replace(tables[0], questions=about_proposed(document))
    return tuple(settled(table, comments) for table in tables)


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """A part that not every document has."""
    called = f"word/{name}.xml"
    return parse_part(path, archive, called) if called in archive.namelist() else None


def _remarks(part: etree._Element | None, name: str) -> Iterator[tuple[str, str]]:
    """The key of each comment or note ("footnote 2"), and its words."""
    for each in part.iter(f"{W}{name}") if part is not None else ():
        if words := " ".join("".join(_texts(each)).split()):
            yield f"{name} {each.get(f'{W}id')}", words


def _with_nested(
    name: str, element: etree._Element, numbering: Numbering, above: tuple[str, ...], within: str = ""
) -> Iterator[Table]:
    """A table, and behind it those that stand in its cells, each with the words of the row around it."""
    yield Table(_rows(name, element, numbering), above=above, within=within)
    for row in _children(element, f"{W}tr"):
        cells = list(_children(row, f"{W}tc"))
        nested = [table for cell in cells for table in _blocks(cell) if _stands_alone(table)]
        words = [line for cell in cells for line in _in_cell(cell, numbering) if line] if nested else []
        for table in nested:
            yield from _with_nested(name, table, numbering, tuple(words), words[0] if words else within)


def _is_heading(paragraph: etree._Element) -> bool:
    """Whether a paragraph is styled as a heading, or is a few words in bold."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and _HEADING.match(style.get(f"{W}val") or ""):
        return True
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(_texts(run)).strip()]
    bold = [run.find(f"{W}rPr/{W}b") for run in runs]
    words = "".join(_texts(paragraph)).split()
    return bool(runs) and len(words) <= _HEADING_WORDS and all(b is not None and not b.get(f"{W}val") for b in bold)


def _stands_alone(block: etree._Element) -> bool:
    """Whether what stands in a cell is a table in its own right: more than a frame around some words."""
    rows = [list(_children(row, f"{W}tc")) for row in _children(block, f"{W}tr")] if block.tag == f"{W}tbl" else []
    return len(rows) > 1 and any(len(cells) > 1 for cells in rows) and not all(map(_is_item, rows))


def _is_item(cells: list[etree._Element]) -> bool:
    """Whether a row is one of a list, its number or bullet in a cell of its own."""
    texts = ["".join(_texts(cell)).strip() for cell in cells]
    return len(texts[1:]) == 1 and 0 < len(texts[0]) <= _LONGEST_LABEL and starts_item(f"{texts[0]} x")


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, looking into content controls and tracked insertions."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _blocks(child)


def _boxed_tables(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The tables in the text boxes that are anchored in a paragraph, of which Word may keep an older copy."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(over.tag == _FALLBACK for over in box.iterancestors()):
            yield from (block for block in _blocks(box) if block.tag == f"{W}tbl")


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _children(child, tag)


def _rows(name: str, table: etree._Element, numbering: Numbering) -> tuple[Row, ...]:
    rows: list[Row] = []
    above: tuple[Cell, ...] = ()
    for number, element in enumerate(_children(table, f"{W}tr"), 1):
        if number > MOST_ROWS:
            raise too_many_rows(name)
        if element.find(f"{W}trPr/{W}del") is not None:
            continue
        above = _cells(element, above, numbering)
        rows.append(Row(number, above))
    return tuple(rows)


def _cells(row: etree._Element, above: tuple[Cell, ...], numbering: Numbering) -> tuple[Cell, ...]:
    """The cells of a row on the table's grid; a cell merged upwards holds what stands above it."""
    cells: list[Cell] = [Cell()] * min(_number(row.find(f"{W}trPr/{W}gridBefore"), 0), MOST_COLUMNS)
    for element in _children(row, f"{W}tc"):
        span = max(1, _number(element.find(f"{W}tcPr/{W}gridSpan"), 1))
        merge = element.find(f"{W}tcPr/{W}vMerge")
        column = len(cells)
        if merge is not None and merge.get(f"{W}val") != "restart":
            over = above[column] if column < len(above) else Cell()
            cells.append(Cell(over.paragraphs, carried=True, span=span, fill=over.fill))
        else:
            cells.append(filled(_in_cell(element, numbering), span=span, fill=_fill(element)))
        cells.extend([Cell()] * (min(span, MOST_COLUMNS) - 1))
        if len(cells) >= MOST_COLUMNS:
            break
    return tuple(cells[:MOST_COLUMNS])


def _fill(cell: etree._Element) -> str:
    shading = cell.find(f"{W}tcPr/{W}shd")
    return colour_name(shading.get(f"{W}fill") or "") if shading is not None else ""


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value and value.isdecimal() and len(value) < 6 else otherwise


def _in_cell(cell: etree._Element, numbering: Numbering) -> list[str]:
    """The lines of a cell with the blank ones, without those of the tables in it that are read by themselves."""
    lines: list[str] = []
    for block in _blocks(cell):
        if block.tag == f"{W}p":
            lines += _lines(block, numbering)
        elif not _stands_alone(block):
            for row in _children(block, f"{W}tr"):
                own = [line for each in row.iter(f"{W}p") for line in _lines(each, numbering)]
                lines += [" ".join(own)] if _is_item(list(_children(row, f"{W}tc"))) else own
    if sum(map(is_bullet, lines)) == 1:
        lines = [without_bullet(line) for line in lines]  # one bullet makes no list
    return lines


def _lines(paragraph: etree._Element, numbering: Numbering) -> list[str]:
    """The lines of a paragraph, its automatic number or bullet in front of the first that has none typed."""
    label = numbering.label(paragraph)
    lines = [" ".join(line.split()) for line in "".join(_texts(paragraph)).split("\n")]
    if label and any(lines) and not starts_item(lines[0]):
        lines[0] = f"{label} {lines[0]}"
    return lines


def _texts(element: etree._Element, gone: bool = False) -> Iterator[str]:
    """The texts that are not hidden, marked where they are struck through (`gone`) or a note stands."""
    for child in element:
        if child.tag == f"{W}t":
            yield struck(child.text or "") if gone else child.text or ""
        elif child.tag in _REFERENCES:
            yield commented(f"{_REFERENCES[child.tag]} {child.get(f'{W}id')}")
        elif child.tag == f"{W}r" and _is_on(child, "vanish"):
            continue
        elif child.tag == f"{W}r":
            texts = _texts(child, gone or _is_on(child, "strike") or _is_on(child, "dstrike"))
            yield from map(raised, texts) if _is_raised(child) else texts
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag not in _GONE and child.tag != f"{W}pPr" and child.tag != f"{W}rPr":
            yield from _texts(child, gone)


def _is_on(run: etree._Element, look: str) -> bool:
    """Whether a run of text is set in a look that is on or off."""
    found = run.find(f"{W}rPr/{W}{look}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def _is_raised(run: etree._Element) -> bool:
    found = run.find(f"{W}rPr/{W}vertAlign")
    return found is not None and found.get(f"{W}val") == "superscript"
