"""Nothing of a document is dropped in silence: what has no place in an action is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
from importing_documents import FLAT, excel, word

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)


def test_columns_that_no_field_holds_are_named(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Budget", "Priority", "", "Spare"),
        ("1", "Survey", "Clerk", "May 2028", "Not started", "£400", "High", "see folder 3", ""),
    ]
    assert read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).left_out == (
        "Budget",
        "Priority",
        "column 8, without a head",
    )


def test_a_sheet_that_holds_no_plan_is_named(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, ("1", "Survey", "Clerk", "May 2028", "")])
    book = openpyxl.load_workbook(path)
    book.create_sheet("Contacts").append(("Name", "Telephone"))
    book.save(path)
    assert read_plan(path, AS_OF).left_out == ('the sheet "Contacts"',)


def test_each_sheet_is_read_by_its_own_heads(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, ("1", "Survey", "Clerk", "May 2028", "Not started")])
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Paths")
    sheet.append(("Action", "Lead"))
    sheet.append(("Walk every path", "Ranger"))
    book.save(path)
    assert [action.questions for action in read_plan(path, AS_OF).actions] == [(), ()]


def test_an_update_that_goes_on_in_the_next_row_belongs_to_the_action_above(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Latest update"),
        ("1", "Survey", "Clerk", "May 2028", "In progress", "May: tender out"),
        ("", "", "", "", "", "June: tender back"),
        ("2", "Repair", "Clerk", "May 2028", "Not started", ""),
    ]
    first, second = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert (first.status.note, first.source_rows) == ("May: tender out\nJune: tender back", (2, 3))
    assert (second.status.note, second.section) == ("", "")


def test_an_update_beside_a_merged_action_belongs_to_it(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Latest update"),
        ("1", "Survey", "Clerk", "May 2028", "In progress", "May: tender out"),
        ("", "", "", "", "", "June: tender back"),
    ]
    path = excel(tmp_path / "plan.xlsx", rows, merged=["B2:B3"])
    [action] = read_plan(path, AS_OF).actions
    assert action.status.note == "May: tender out\nJune: tender back"


def test_a_status_alone_in_its_row_is_kept_and_asked_about(tmp_path: Path) -> None:
    rows = [FLAT, ("1", "Survey", "Clerk", "May 2028", "In progress"), ("", "", "", "", "Completed")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.status.note == "Completed"
    assert action.questions == ('Row 3 holds nothing but "Completed": does it belong here?',)


def test_a_reference_with_an_update_and_no_action_is_kept_with_a_question(tmp_path: Path) -> None:
    rows = [(*FLAT, "Latest update"), ("1", "", "", "", "", "Tender out")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.questions[0] == "No action is written in this row: what is to be done?"


def test_the_lines_of_an_update_stay_apart(tmp_path: Path) -> None:
    rows = [(*FLAT, "Comments"), ("1", "Survey", "Clerk", "May 2028", "In progress", "May: out\nJune: back")]
    [action] = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert action.status.note == "May: out\nJune: back"


def test_hidden_sheets_and_columns_are_not_read_and_are_named(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Old status", "Private view"),
        ("1", "Survey", "Clerk", "May 2028", "Not started", "Done", "She will not do it if asked again"),
    ]
    path = excel(tmp_path / "plan.xlsx", rows)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.column_dimensions["F"].hidden = True
    sheet.column_dimensions["G"].hidden = True
    secret = book.create_sheet("Secret plan")
    secret.append(FLAT)
    secret.append(("9", "Sell the hall", "Clerk", "May 2028", ""))
    secret.sheet_state = "hidden"
    book.save(path)
    plan = read_plan(path, AS_OF)
    assert [action.action for action in plan.actions] == ["Survey"]
    assert plan.left_out == (
        'the hidden column "Private view"',
        'the hidden column "Old status"',
        'the hidden sheet "Secret plan"',
    )


def test_a_hidden_column_of_updates_is_no_update(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [(*FLAT, "Update"), ("1", "Survey", "Clerk", "May 2028", "", "Out")])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].column_dimensions["F"].hidden = True
    book.save(path)
    plan = read_plan(path, AS_OF)
    assert (plan.actions[0].updates, plan.left_out) == ((), ('the hidden column "Update"',))


def test_footers_and_headings_with_nothing_below_are_named(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Budget"),
        ("Theme 1: Paths", "", "", "", "", ""),
        ("1", "Survey", "Clerk", "May 2028", "", "£4"),
        ("Theme 2: Stiles", "", "", "", "", ""),
        ("Theme 3: Gates", "", "", "", "", ""),
        ("2", "Paint", "Clerk", "May 2028", "", "£5"),
        ("", "", "", "", "", "£9 in all"),
        ("Total: 2", "", "", "", "", ""),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [action.section for action in plan.actions] == ["Theme 1: Paths", "Theme 3: Gates"]
    assert plan.left_out == ("Budget", 'the line "Theme 2: Stiles"', 'the line "£9 in all"', 'the line "Total: 2"')
