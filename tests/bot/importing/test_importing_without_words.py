"""What a document shows without words: ticked boxes, coloured cells, and rows that only count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from importing_documents import FLAT, excel, word
from openpyxl.styles import PatternFill

from bot.importing import ReadAction, read_plan
from bot.importing.documents.fills import colour_name
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def row(status: object, ref: str = "1") -> tuple[object, ...]:
    return (ref, f"Survey weir number {ref}", "Clerk", "May 2028", status)


def only(path: Path) -> ReadAction:
    [action] = read_plan(path, AS_OF).actions
    return action


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("☐ Not started\n☒ In progress\n☐ Complete", Status.IN_PROGRESS),
        ("☐ Not started ☐ In progress ☑ Complete", Status.COMPLETED),
        ("[ ] Not started [x] In progress", Status.IN_PROGRESS),
        ("Not started ☐ In progress ☒", Status.IN_PROGRESS),
    ],
)
def test_of_boxes_in_a_cell_the_ticked_one_counts(tmp_path: Path, cell: str, status: Status) -> None:
    action = only(word(tmp_path / "plan.docx", [FLAT, tuple(map(str, row(cell)))]))
    assert (action.status.value, action.questions) == (status, ())


@pytest.mark.parametrize(
    ("cell", "question"),
    [
        ("☐ Not started ☐ Complete", "No box is ticked: how far is it?"),
        ("☒ Not started ☒ Complete", '"Not started and Complete" are ticked: which holds?'),
    ],
)
def test_no_box_or_two_are_asked_about(tmp_path: Path, cell: str, question: str) -> None:
    assert question in only(excel(tmp_path / "plan.xlsx", [FLAT, row(cell)])).questions


def test_a_column_to_tick_for_each_status_is_read_as_one(tmp_path: Path) -> None:
    rows = [
        ("Action", "Owner", "Due", "Not started", "In progress", "Complete"),
        ("Survey the weir", "Clerk", "May 2028", "", "✓", ""),
        ("Mend the weir", "Clerk", "May 2028", "", "", "x"),
        ("Paint the weir", "Clerk", "May 2028", "X", "X", ""),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.status.value for each in plan.actions][:2] == [Status.IN_PROGRESS, Status.COMPLETED]
    assert '"Not started and In progress" are ticked: which holds?' in plan.actions[2].questions


def coloured(path: Path, fills: dict[str, str], rows: list[tuple[object, ...]], key: list[tuple[str, str]]) -> Path:
    """A workbook with filled cells, and a sheet that explains the fills."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for each in rows:
        sheet.append(each)
    for cell, rgb in fills.items():
        sheet[cell].fill = PatternFill("solid", fgColor=rgb)
    legend = book.create_sheet("Key")
    for at, (rgb, words) in enumerate(key, 1):
        legend[f"A{at}"].fill = PatternFill("solid", fgColor=rgb)
        legend[f"B{at}"] = words
    book.save(path)
    return path


def test_a_blank_status_is_the_colour_of_its_cell_as_the_key_explains_it(tmp_path: Path) -> None:
    head = ("Ref", "Action", "Owner", "Due", "RAG")
    fills = {"E2": "92D050", "E3": "FFC000", "E4": "00B0F0"}
    rows = [head, row(None, "1"), row(None, "2"), row(None, "3"), row(None, "4")]
    path = coloured(tmp_path / "plan.xlsx", fills, rows, [("00B0F0", "Complete"), ("92D050", "On track")])
    plan = read_plan(path, AS_OF)
    assert [each.status.value for each in plan.actions] == [
        Status.IN_PROGRESS,
        Status.AT_RISK,
        Status.COMPLETED,
        Status.UNKNOWN,
    ]
    assert plan.actions[2].status.text == "Blue"


def test_the_colour_of_a_whole_row_says_nothing(tmp_path: Path) -> None:
    fills = {f"{column}2": "92D050" for column in "ABCDE"}
    path = coloured(tmp_path / "plan.xlsx", fills, [FLAT, row(None)], [])
    assert only(path).status.value is Status.UNKNOWN


def test_a_key_in_a_sentence_explains_the_colours_and_shading_in_word_is_read(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Green = complete; Amber = on track; Red = not started.")
    table = document.add_table(rows=2, cols=5)
    for cell, text in zip(table.rows[0].cells, FLAT, strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, row(""), strict=True):
        cell.text = str(text)
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "70AD47")
    table.rows[1].cells[4]._tc.get_or_add_tcPr().append(shading)
    document.save(str(tmp_path / "plan.docx"))
    assert only(tmp_path / "plan.docx").status.value is Status.COMPLETED


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        *(("FF0000", "red"), ("C00000", "red"), ("FFC000", "amber"), ("FFFF00", "yellow"), ("00B050", "green")),
        *(("0070C0", "blue"), ("BFBFBF", "grey"), ("FFFFFF", ""), ("000000", ""), ("auto", "")),
    ],
)
def test_colours_have_the_names_people_give_them(rgb: str, name: str) -> None:
    assert colour_name(rgb) == name


def test_totals_below_the_actions_are_no_actions_and_are_named(tmp_path: Path) -> None:
    rows = [FLAT, row("Started"), (None, "Total actions", None, None, 1), (None, 7), (None, "Sub-total")]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.ref for each in plan.actions] == ["1"]
    assert 'the line "Total actions 1"' in plan.left_out


def test_an_action_about_totals_stays_one(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, ("1", "Total up the rents of the market", "Clerk", "May 2028", "")])
    assert only(path).action == "Total up the rents of the market"


def test_a_sheet_that_counts_actions_is_named_and_not_read(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, row("Started")])
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Summary")
    for each in (("Theme", "Actions", "Complete"), ("Water", 3, 1), ("Roads", 4, 2)):
        sheet.append(each)
    book.save(path)
    plan = read_plan(path, AS_OF)
    assert [each.ref for each in plan.actions] == ["1"]
    assert 'the sheet "Summary"' in plan.left_out


def test_rows_that_a_filter_hides_are_read_and_asked_about(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, row("Started"), row("Started", "2")])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(path)
    plan = read_plan(path, AS_OF)
    assert len(plan.actions) == 2
    assert plan.questions == (
        'The sheet "Sheet" hides rows that are read all the same (3): are they part of the plan?',
    )
