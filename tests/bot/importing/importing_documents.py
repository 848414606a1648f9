"""Small documents of a fictional town council, built for the tests of the importer."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
from docx import Document

HEAD = ("Recommendation", "Action", "Owner", "Target date", "Status")
FLAT = ("Ref", "Action", "Owner", "Due", "Status")


def word(path: Path, rows: Sequence[Sequence[str]], *, above: Sequence[str] = (), across: Sequence[int] = ()) -> Path:
    """A .docx with one table; "\\n" in a cell begins a paragraph, rows numbered in `across` are one merged cell."""
    document = Document()
    for line in above:
        document.add_paragraph(line)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, values in enumerate(rows):
        cells = table.rows[at].cells
        if at in across:
            cells[0].merge(cells[-1]).text = values[0]
            continue
        for cell, value in zip(cells, values, strict=True):
            cell.text = ""
            first, *others = value.split("\n")
            cell.paragraphs[0].add_run(first)
            for line in others:
                cell.add_paragraph(line)
    document.save(str(path))
    return path


def tables(path: Path, tables: Sequence[Sequence[Sequence[str]]]) -> Path:
    """A .docx with several tables, a line of text between them."""
    document = Document()
    for rows in tables:
        document.add_paragraph("As follows")
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    document.save(str(path))
    return path


def in_order(path: Path, blocks: Sequence[str | Sequence[Sequence[str]]]) -> Path:
    """A .docx of lines of text and tables one below the other; "\\n" in a cell begins a paragraph."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for row, values in zip(table.rows, block, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                first, *others = value.split("\n")
                cell.paragraphs[0].add_run(first)
                for line in others:
                    cell.add_paragraph(line)
    document.save(str(path))
    return path


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """An .xlsx with a sheet of each name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def excel(
    path: Path, rows: Sequence[Sequence[object]], *, merged: Sequence[str] = (), formats: dict[str, str] | None = None
) -> Path:
    """An .xlsx with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    for cell, shown_as in (formats or {}).items():
        sheet[cell].number_format = shown_as
    book.save(path)
    return path


def with_part(path: Path, source: Path, name: str, data: bytes) -> Path:
    """A copy of an Office file with one part replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, data if member == name else old.read(member))
    return path
