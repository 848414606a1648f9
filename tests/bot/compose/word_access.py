"""What Word's accessibility checker and the standards ask of a document, as findings: none for a good one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
LEAST_CONTRAST = 4.5
LONGEST_HELD = 300  # characters of a cell; a row of more would take most of a page along


def findings(document: bytes) -> list[str]:
    """Everything a reader of a screen reader, or without colours, would stumble over."""
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
        styles = etree.fromstring(parts.read("word/styles.xml"))
        core = etree.fromstring(parts.read("docProps/core.xml"))
        left_over = [name for name in parts.namelist() if re.search(rb"\{\{|\{%|%\}|\}\}", parts.read(name))]
    found = [f"{name}: a tag is left" for name in left_over]
    found += [*_title_and_language(core, styles), *_headings(body), *_alternatives(body)]
    for number, table in enumerate(body.iter(f"{W}tbl"), 1):
        found += [f"table {number}: {fault}" for fault in _table(table)]
    return [*found, *_styles(body, styles), *_contrast(styles)]


def _title_and_language(core: etree._Element, styles: etree._Element) -> Iterator[str]:
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "no title"
    language = styles.find(f"{W}docDefaults//{W}lang")
    if language is None or language.get(f"{W}val") != "en-GB":
        yield "its language is not en-GB"


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _headings(body: etree._Element) -> Iterator[str]:
    headings = [each for each in body.iter(f"{W}p") if re.fullmatch(r"Heading\d", _style_of(each))]
    levels = [int(_style_of(each)[-1]) for each in headings]
    titles = sum(_style_of(each) == "Title" for each in body.iter(f"{W}p"))
    if titles != 1:
        yield f"{titles} titles"
    if 1 not in levels or levels[0] != 1:
        yield "it does not begin with a heading of the first rank"
    for each, (above, level) in zip(headings[1:], pairwise(levels), strict=True):
        if level > above + 1:
            yield f"“{_words(each)}” skips a rank"
    yield from ("an empty heading" for each in headings if not _words(each).strip())


def _alternatives(body: etree._Element) -> Iterator[str]:
    for drawing in body.iter(f"{WP}docPr"):
        words = drawing.get("descr", "")
        if len(words.split()) < 5 or re.search(r"\.(png|jpe?g|svg)$", words):
            yield f"a picture says “{words}”"


def _table(table: etree._Element) -> Iterator[str]:
    rows = table.findall(f"{W}tr")
    if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
        yield "no header row"
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None or look.get(f"{W}firstRow") != "1":
        yield "its style does not mark the first row"
    caption = table.find(f"{W}tblPr/{W}tblCaption")
    if caption is None or not caption.get(f"{W}val"):
        yield "no caption"
    if len({len(row.findall(f"{W}tc")) for row in rows}) != 1:
        yield "rows of unequal length"
    if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows if _longest_cell(row) <= LONGEST_HELD):
        yield "a row of few words may be parted by a page"
    if next(table.iter(f"{W}vMerge", f"{W}gridSpan"), None) is not None:
        yield "merged cells"
    if len(list(table.iter(f"{W}tbl"))) > 1:
        yield "a table within it"
    if any(not _words(cell).strip() for cell in rows[0].findall(f"{W}tc")):
        yield "a header cell without words"


def _longest_cell(row: etree._Element) -> int:
    return max(len(_words(cell)) for cell in row.findall(f"{W}tc"))


def _styles(body: etree._Element, styles: etree._Element) -> Iterator[str]:
    known = {each.get(f"{W}styleId") for each in styles.iter(f"{W}style")}
    used = {each.get(f"{W}val") for each in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    yield from (f"no style {name}" for name in sorted(map(str, used - known)))


def _contrast(styles: etree._Element) -> Iterator[str]:
    for style in styles.iter(f"{W}style"):
        colour, shade = style.find(f"{W}rPr/{W}color"), style.find(f".//{W}shd")
        name = style.get(f"{W}styleId", "")
        ground = shade.get(f"{W}fill", "FFFFFF") if shade is not None else "FFFFFF"
        ground = "1F3A5F" if name.startswith("TableHeading") else ground
        if colour is not None and contrast(colour.get(f"{W}val", "000000"), ground) < LEAST_CONTRAST:
            yield f"style {name} is too faint"


def contrast(text: str, ground: str) -> float:
    """The ratio of two colours by WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
