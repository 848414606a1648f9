"""Writes the sample council's three plans from plans.toml: a Word document, a workbook and a CSV file.

The same words give the same files, byte for byte under the same libraries: dates inside the files are fixed.

    python config/sample/build.py [FOLDER]     (without a folder: beside this script)
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

HERE = Path(__file__).resolve().parent
MADE_ON = datetime(2027, 2, 19, 16, 0)  # noqa: DTZ001 - Office files hold a local time without a zone
SHADE = "D9E2E7"
WORD_WIDTHS = (4.6, 4.6, 6.6, 3.4, 2.8, 3.6)  # centimetres
SHEET_WIDTHS = (9, 20, 56, 30, 16, 14)  # characters

Words = Mapping[str, Any]


def build(folder: Path) -> None:
    """Write the three plans into `folder`, which must exist."""
    plans = tomllib.loads((HERE / "plans.toml").read_text("utf-8"))
    write_word(plans["peer_challenge"], folder / "peer-challenge.docx")
    write_workbook(plans["financial_resilience"], folder / "financial-resilience.xlsx")
    write_csv(plans["shared_services"], folder / "shared-services-programme.csv")


def write_word(plan: Words, path: Path) -> None:
    """One table: a band for each section, the recommendation and its response merged down over their actions."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = MADE_ON
    document.core_properties.author = document.core_properties.title = plan["titles"][0]
    document.styles["Normal"].font.size = Pt(9)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    for level, title in enumerate(plan["titles"]):
        document.add_heading(title, level)
    document.add_paragraph(plan["introduction"])
    _fill_table(document.add_table(rows=1, cols=len(plan["head"]), style="Table Grid"), plan)
    document.save(str(path))
    _fix_dates(path)


def _fill_table(table: Table, plan: Words) -> None:
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, plan["head"], strict=True):
        _print(cell, head, bold=True)
    for recommendation in plan["recommendations"]:
        if "section" in recommendation:
            band = table.add_row().cells
            _print(band[0].merge(band[-1]), recommendation["section"], bold=True)
        _add_recommendation(table, recommendation)
    for column, width in zip(table.columns, WORD_WIDTHS, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, WORD_WIDTHS, strict=True):
            cell.width = Cm(sum(WORD_WIDTHS) if cell.grid_span > 1 else width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add_recommendation(table: Table, recommendation: Words) -> None:
    rows = [table.add_row().cells for _ in recommendation["actions"]]
    for cells, action in zip(rows, recommendation["actions"], strict=True):
        for cell, words in zip(cells[2:], action, strict=True):
            _print(cell, words)
    for column, name in enumerate(("recommendation", "response")):
        _print(rows[0][column].merge(rows[-1][column]), recommendation[name])


def _print(cell: _Cell, words: str, *, bold: bool = False) -> None:
    cell.text = ""
    run = cell.paragraphs[0].add_run(words)
    run.bold = bold
    if bold:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def write_workbook(plan: Words, path: Path) -> None:
    """Titles, a blank row, the head, then a row for each action with its issue merged down; a key on a second sheet."""
    workbook = openpyxl.Workbook()
    workbook.properties.creator = plan["titles"][0]
    workbook.properties.created = MADE_ON
    sheet = workbook.worksheets[0]
    sheet.title = plan["sheet"]
    for title in plan["titles"]:
        sheet.append([title])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True, size=13 if sheet.max_row < 3 else 10)
    head_row = len(plan["titles"]) + 2
    for column, head in enumerate(plan["head"], 1):
        cell = sheet.cell(head_row, column, head)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", start_color=SHADE)
    for issue in plan["issues"]:
        _add_issue(sheet, issue)
    for column, width in enumerate(SHEET_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{head_row + 1}"
    key = workbook.create_sheet("Key")
    for row in plan["key"]:
        key.append(row)
    workbook.save(path)
    _fix_dates(path)


def _add_issue(sheet: Any, issue: Words) -> None:
    first = sheet.max_row + 1
    for at, (ref, action, lead, due, status) in enumerate(issue["actions"]):
        sheet.append([ref, None if at else issue["issue"], action, lead or None, due, status])
        if isinstance(due, date):
            sheet.cell(sheet.max_row, 5).number_format = "mmm-yy" if due.day == 1 else "dd/mm/yyyy"
        for printed in sheet[sheet.max_row]:
            printed.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    if sheet.max_row > first:
        sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=2, end_column=2)


def write_csv(plan: Words, path: Path) -> None:
    """As Excel saves it: a byte order mark, CRLF; the workstream only where it changes."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(plan["head"])
        last = ""
        for ref, workstream, *rest in plan["rows"]:
            writer.writerow([ref, "" if workstream == last else workstream, *rest])
            last = workstream


def _fix_dates(path: Path) -> None:
    """Pack an Office file again with `MADE_ON` wherever its writer put the present time."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    stamp = f"{MADE_ON:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            archive.writestr(zipfile.ZipInfo(name, MADE_ON.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)


def main(arguments: Sequence[str]) -> None:
    build(Path(arguments[0]) if arguments else HERE)


if __name__ == "__main__":
    main(sys.argv[1:])
