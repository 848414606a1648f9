"""The native Word chart of a paper: its figures as the document draws them, and as the workbook that Word edits.

The chart's looks are the template's own. Only its figures are written: the points that the document keeps of each
series and the sheet behind them, so that both always say the same.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from bot.compose.paper import TrendLine

SERIES = ("Not overdue", "Overdue", "Completed")
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_C = f"{{{_CHART}}}"
_DRAWN = datetime(2026, 1, 1)  # noqa: DTZ001 - a zip entry has no zone
_LETTERS = "BCD"


def fill_charts(document: Any, points: Sequence[TrendLine]) -> None:
    """Write `points` into the trend charts of a rendered document; a chart that is no longer shown leaves the file.

    A chart of an admin's own that has other than three series is left as it is.
    """
    shown = {each.get(qn("r:id")) for each in document.element.body.iter(f"{_C}chart")}
    relations = document.part.rels
    for relation_id in [key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.CHART]:
        if relation_id not in shown:
            del relations[relation_id]
            continue
        part = relations[relation_id].target_part
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        if _is_ours(root):
            draw(root, points)
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for each in part.rels.values():
                if each.reltype == RELATIONSHIP_TYPE.PACKAGE:
                    each.target_part._blob = workbook(points)


def _is_ours(root: etree._Element) -> bool:
    series = list(root.iter(f"{_C}ser"))
    whole = all(each.find(f"{_C}cat") is not None and each.find(f"{_C}val") is not None for each in series)
    return whole and len(series) == len(SERIES)


def draw(root: etree._Element, points: Sequence[TrendLine]) -> None:
    """The points of each series of a chart, as references into the sheet with the values beside them."""
    months = [point.month for point in points]
    last = len(points) + 1
    for letter, series, values in zip(_LETTERS, root.iter(f"{_C}ser"), _columns(points), strict=True):
        for holder in series.iter(f"{_C}cat"):
            _replace(holder, "str", f"Sheet1!$A$2:$A${last}", months)
        for holder in series.iter(f"{_C}val"):
            _replace(holder, "num", f"Sheet1!${letter}$2:${letter}${last}", values)


def _columns(points: Sequence[TrendLine]) -> tuple[list[str], ...]:
    rows = [(str(each.on_time), str(each.overdue), str(each.completed)) for each in points]
    return tuple([row[at] for row in rows] for at in range(len(SERIES)))


def _replace(holder: etree._Element, kind: str, formula: str, values: list[str]) -> None:
    for child in list(holder):
        holder.remove(child)
    reference = etree.SubElement(holder, f"{_C}{kind}Ref")
    etree.SubElement(reference, f"{_C}f").text = formula
    cache = etree.SubElement(reference, f"{_C}{kind}Cache")
    if kind == "num":
        etree.SubElement(cache, f"{_C}formatCode").text = "0"
    etree.SubElement(cache, f"{_C}ptCount", val=str(len(values)))
    for at, value in enumerate(values):
        point = etree.SubElement(cache, f"{_C}pt", idx=str(at))
        etree.SubElement(point, f"{_C}v").text = value


def workbook(points: Sequence[TrendLine]) -> bytes:
    """The sheet behind the chart, with no clock in it."""
    rows = [_row(1, ["Month", *SERIES], 4)]
    rows += [
        _row(at, [each.month, str(each.on_time), str(each.overdue), str(each.completed)], 1)
        for at, each in enumerate(points, 2)
    ]
    sheet = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in {**_WORKBOOK, "xl/worksheets/sheet1.xml": sheet}.items():
            entry = zipfile.ZipInfo(name, _DRAWN.timetuple()[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            parts.writestr(entry, content)
    return packed.getvalue()


def _row(number: int, values: list[str], words: int) -> str:
    """A sheet row whose first `words` cells are text and whose others are numbers."""
    cells = "".join(
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        if at < words
        else f'<c r="{letter}{number}"><v>{value}</v></c>'
        for at, (letter, value) in enumerate(zip(f"A{_LETTERS}", values, strict=True))
    )
    return f'<row r="{number}">{cells}</row>'


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEETS}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
