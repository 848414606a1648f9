"""What a document's own key says its colours, letters and codes mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openpyxl.styles import PatternFill

from bot.importing.reader import read_plan
from bot.plan import Status
from tests.bot.importing.importing_documents import excel

AS_OF = date(2028, 6, 1)
HEAD = ("Action", "Owner", "Due", "RAG", "Comments")


def plan_with(*codes: str, told: str = "") -> list[tuple[object, ...]]:
    works = ("Dredge the pond", "Paint the lido", "Mend the sluice", "Survey the weir", "Clear the leat")
    return [HEAD, *((work, "Clerk", "May 2029", code, told) for work, code in zip(works, codes, strict=False))]


def statuses(path: Path) -> list[Status]:
    return [each.status.value for each in read_plan(path, AS_OF).actions]


def filled(path: Path, key: Sequence[tuple[str, str]]) -> Path:
    """A plan whose RAG cells are filled and blank, with filled cells and their meaning to the right of it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append((*HEAD, "", "", "Key to the RAG column"))
    for at, (rgb, words) in enumerate(key, 2):
        sheet.append((f"Mend sluice number {at}", "Clerk", "May 2029"))
        sheet[f"D{at}"].fill = sheet[f"G{at}"].fill = PatternFill("solid", fgColor=rgb)
        sheet[f"H{at}"] = words
    book.save(path)
    return path


def test_filled_cells_beside_a_plan_say_what_its_colours_mean(tmp_path: Path) -> None:
    key = [("FF0000", "Not started"), ("00B050", "Finished"), ("0070C0", "No longer required")]
    assert statuses(filled(tmp_path / "plan.xlsx", key)) == [
        Status.NOT_STARTED,
        Status.COMPLETED,
        Status.CANCELLED,
    ]


def test_a_key_that_begins_beside_the_heads_is_no_column_of_the_plan(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    work = [("Dredge the pond", "0070C0"), ("Paint the lido", "FFC000"), ("Mend the sluice", "FF0000")]
    lines = [("", "", "", "", "", "", "Key"), HEAD, *((each, "Clerk", "May 2029") for each, _ in work)]
    for line in lines:
        sheet.append(line)
    key = [("0070C0", "Completed"), ("00B050", "On target"), ("FFC000", "Slipping"), ("FF0000", "Off target")]
    for at, (rgb, words) in enumerate(key, 2):
        sheet[f"G{at}"].fill = PatternFill("solid", fgColor=rgb)
        sheet[f"H{at}"] = words
    for at, (_, rgb) in enumerate(work, 3):
        sheet[f"D{at}"].fill = PatternFill("solid", fgColor=rgb)
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", AS_OF)
    assert [(each.action, each.status.value) for each in plan.actions] == [
        ("Dredge the pond", Status.COMPLETED),
        ("Paint the lido", Status.AT_RISK),
        ("Mend the sluice", Status.AT_RISK),
    ]
    assert not plan.questions
    assert not any(each.questions for each in plan.actions)


def test_columns_behind_a_blank_one_that_no_word_calls_a_key_stay_columns(tmp_path: Path) -> None:
    lines = [("Action", "Owner", "Due", "", "RAG", "Status")]
    lines += [("Dredge the pond", "Clerk", "May 2029", "", "G", "On track")]
    lines += [("Paint the lido", "Clerk", "May 2029", "", "A", "Slipping")]
    lines += [("Mend the sluice", "Clerk", "May 2029", "", "B", "Completed")]
    excel(tmp_path / "plan.xlsx", lines)
    assert statuses(tmp_path / "plan.xlsx") == [Status.IN_PROGRESS, Status.AT_RISK, Status.COMPLETED]


def entries_beside(path: Path, over: str) -> Path:
    """A plan of letters in which the column to the right holds an entry a cell, under the words `over`."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    beside = ("B - Finished", "G - On track", "A - Slipping", "")
    sheet.append((*HEAD, "", over))
    for line, entry in zip(plan_with(*"BGAB", told="Twelve came")[1:], beside, strict=True):
        sheet.append((*line, "", entry))
    book.save(path)
    return path


def test_entries_below_each_other_under_the_word_key_say_what_letters_mean(tmp_path: Path) -> None:
    assert statuses(entries_beside(tmp_path / "plan.xlsx", "RAG key")) == [
        *(Status.COMPLETED, Status.IN_PROGRESS, Status.AT_RISK, Status.COMPLETED),
    ]


def test_codes_with_words_below_a_head_of_another_name_are_no_key(tmp_path: Path) -> None:
    assert Status.COMPLETED not in statuses(entries_beside(tmp_path / "plan.xlsx", "Said at the meeting"))


def test_a_line_on_another_sheet_says_what_letters_mean(tmp_path: Path) -> None:
    excel(tmp_path / "plan.xlsx", plan_with("G", "A", "R", "W"))
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    book.create_sheet("READ ME", 0)["A1"] = "RAG: R = late; A = under way; G = finished; W = not due to begin yet"
    book.save(tmp_path / "plan.xlsx")
    assert statuses(tmp_path / "plan.xlsx") == [
        Status.COMPLETED,
        Status.IN_PROGRESS,
        Status.AT_RISK,
        Status.NOT_STARTED,
    ]


def test_lines_under_a_plan_give_letter_and_colour_their_meaning(tmp_path: Path) -> None:
    key = [(), ("Key",), ("B  Blue: complete and checked",), ("G  Green: on schedule",), ("W  White: withdrawn",)]
    assert statuses(excel(tmp_path / "plan.xlsx", [*plan_with("B", "Blue", "G", "W"), *key])) == [
        Status.COMPLETED,
        Status.COMPLETED,
        Status.IN_PROGRESS,
        Status.CANCELLED,
    ]


def test_a_small_table_behind_a_plan_in_word_explains_codes(tmp_path: Path) -> None:
    document = Document()
    for rows in (plan_with("C", "IP", "NS"), [("C", "Complete"), ("IP", "In progress"), ("NS", "Not started")]):
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for line, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(line.cells, values, strict=True):
                cell.text = str(value)
        document.add_paragraph("What the letters stand for:")
    document.save(str(tmp_path / "plan.docx"))
    assert statuses(tmp_path / "plan.docx") == [Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED]


@pytest.mark.parametrize("foot", [False, True])
def test_a_line_over_or_under_pasted_text_explains_letters(tmp_path: Path, foot: bool) -> None:
    key = ["", "BRAG: B = complete and in use, G = on track, R = not on track", ""]
    lines = ["Tamberley pond plan", *([] if foot else key)]
    lines += ["No    Action                Lead       Timescale    BRAG"]
    lines += [f"{at}     Mend sluice {at}         Clerk      May 2029     {code}" for at, code in enumerate("BGR", 1)]
    (tmp_path / "plan.txt").write_text("\n".join(lines + (key if foot else [])), encoding="utf-8")
    assert statuses(tmp_path / "plan.txt") == [Status.COMPLETED, Status.IN_PROGRESS, Status.AT_RISK]


def test_a_key_nobody_can_be_sure_of_is_asked_about_once_and_the_usual_is_kept(tmp_path: Path) -> None:
    key = [("Amber = see the board paper; Green = finished; Red = not begun, Grey = as the minutes say",), ()]
    plan = read_plan(excel(tmp_path / "plan.xlsx", [*key, *plan_with("Amber", "Amber", "Green")]), AS_OF)
    assert [each.status.value for each in plan.actions] == [Status.AT_RISK, Status.AT_RISK, Status.COMPLETED]
    asked = [each for each in plan.questions if "The key says" in each]
    assert asked == ['The key says amber "see the board paper" (read as at risk): how far is such an action?']


def test_headings_with_letters_and_codes_said_twice_are_no_key(tmp_path: Path) -> None:
    rows = [("A: Completed actions",), ("G: Not started actions",), (), *plan_with("A", "G")]
    assert statuses(excel(tmp_path / "plan.xlsx", rows)) == [Status.AT_RISK, Status.IN_PROGRESS]


@pytest.mark.parametrize(("key", "value"), [("Green = complete", Status.AT_RISK), ("", Status.COMPLETED)])
def test_done_beside_a_colour_completes_nothing_where_another_colour_would_say_so(
    tmp_path: Path, key: str, value: Status
) -> None:
    path = excel(tmp_path / "plan.xlsx", [(key,), (), *plan_with("Amber", told="Autumn round done.")])
    (action,) = read_plan(path, AS_OF).actions
    assert action.status.value is value
    assert action.questions


def test_one_colour_with_two_meanings_in_a_key_is_asked_about(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Ponds plan", "", "", "", "", "Complete", "On track", "Late"))
    sheet.append(HEAD)
    for cell, rgb in (("F1", "00B050"), ("G1", "92D050"), ("H1", "FF0000"), ("D3", "00B050"), ("D4", "FF0000")):
        sheet[cell].fill = PatternFill("solid", fgColor=rgb)
    sheet["A3"], sheet["B3"], sheet["C3"] = "Dredge the pond", "Clerk", "May 2029"
    sheet["A4"], sheet["B4"], sheet["C4"] = "Mend the sluice", "Clerk", "May 2029"
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", AS_OF)
    assert any('green "Completed or In progress"' in each for each in plan.questions)
    assert plan.actions[1].status.value is Status.AT_RISK
