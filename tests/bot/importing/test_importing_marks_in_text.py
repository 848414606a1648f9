"""What is struck through, hidden or said in a comment is neither read as the plan nor dropped in silence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
from docx import Document
from importing_documents import FLAT, excel, word
from openpyxl.comments import Comment
from openpyxl.styles import Font

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)
PLAN = (
    FLAT,
    ("1", "Survey the paths", "", "May 2028", "Not started"),
    ("2", "Mend the clock", "Town Clerk", "June 2028", "In progress"),
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_an_owner_struck_through_is_not_read_and_asked_about(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    paragraph = document.tables[0].cell(1, 2).paragraphs[0]
    paragraph.add_run("Ann Lark").font.strike = True
    paragraph.add_run(" Joe Finch")
    document.save(str(tmp_path / "plan.docx"))
    action, _ = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert (action.owners, action.owner_text) == (("Joe Finch",), "Joe Finch")
    assert action.held_by == ('"Ann Lark" is struck through and not read: is that right?',)


def test_a_row_struck_through_is_held(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    for cell in document.tables[0].rows[2].cells[1:]:
        cell.paragraphs[0].runs[-1].font.strike = True
    document.save(str(tmp_path / "plan.docx"))
    _, action = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert (action.action, action.held_by) == (
        "Mend the clock",
        ("This row is struck through: is the action done, or dropped?",),
    )


def test_an_action_struck_through_beside_what_came_of_it_keeps_its_words_and_is_held(tmp_path: Path) -> None:
    rows = (
        ("Ref", "Action", "Owner", "Due", "Progress"),
        ("1", "Mend the old clock", "Clerk", "May 2027", "Mended in March, £900 from reserves"),
    )
    document = Document(str(word(tmp_path / "plan.docx", rows)))
    document.tables[0].cell(1, 1).paragraphs[0].runs[-1].font.strike = True
    document.save(str(tmp_path / "plan.docx"))
    (action,) = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert action.action == "Mend the old clock"
    assert "This row is struck through: is the action done, or dropped?" in action.held_by


def test_a_row_struck_through_in_a_sheet_is_held(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(excel(tmp_path / "plan.xlsx", PLAN))
    for cell in book.worksheets[0][3]:
        cell.font = Font(strike=True)
    book.save(tmp_path / "plan.xlsx")
    _, action = read_plan(tmp_path / "plan.xlsx", AS_OF).actions
    assert (action.action, action.held_by) == (
        "Mend the clock",
        ("This row is struck through: is the action done, or dropped?",),
    )


def test_hidden_text_is_not_read(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    document.tables[0].cell(2, 1).paragraphs[0].add_run(" and the bell").font.hidden = True
    document.save(str(tmp_path / "plan.docx"))
    assert read_plan(tmp_path / "plan.docx", AS_OF).actions[1].action == "Mend the clock"


def test_a_comment_in_word_is_asked_about_on_its_row(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    document.add_comment(document.tables[0].cell(2, 2).paragraphs[0].runs[0], text="She retires in May", author="Joe")
    document.save(str(tmp_path / "plan.docx"))
    read = read_plan(tmp_path / "plan.docx", AS_OF)
    assert read.actions[1].held_by == (
        'A comment on "Town Clerk" says "She retires in May": does it change this action?',
    )
    assert (read.actions[1].owners, read.questions) == (("Town Clerk",), ())


def test_a_comment_beside_the_table_is_asked_about_with_the_plan(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    run = document.add_paragraph().add_run("Agreed by the council.")
    document.add_comment(run, text="Not yet, it meets in June", author="Joe")
    document.save(str(tmp_path / "plan.docx"))
    assert read_plan(tmp_path / "plan.docx", AS_OF).questions == (
        'A comment says "Not yet, it meets in June": does it change the plan?',
    )


def test_a_comment_on_the_head_row_is_asked_about_with_the_plan(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    document.add_comment(document.tables[0].cell(0, 3).paragraphs[0].runs[0], text="All slip by a year", author="Joe")
    document.save(str(tmp_path / "plan.docx"))
    [asked] = read_plan(tmp_path / "plan.docx", AS_OF).questions
    assert asked.startswith('A comment on "Due" says "All slip by a year"')


def test_a_comment_in_a_sheet_is_asked_about_on_its_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(excel(tmp_path / "plan.xlsx", PLAN))
    book.worksheets[0]["C3"].comment = Comment("Handed to the Mayor's office", "Joe")
    book.worksheets[0]["C2"].comment = Comment("Whose is this now, then?", "Joe")
    book.save(tmp_path / "plan.xlsx")
    first, second = read_plan(tmp_path / "plan.xlsx", AS_OF).actions
    assert 'A comment on "1" says "Whose is this now, then?": does it change this action?' in first.held_by
    assert second.held_by == (
        'A comment on "Town Clerk" says "Handed to the Mayor\'s office": does it change this action?',
    )


def test_a_reference_is_read_with_the_decimals_that_the_sheet_shows(tmp_path: Path) -> None:
    rows = [FLAT, (1.1, "Survey", "Clerk", "May 2028", ""), (1.1, "Repair", "Clerk", "May 2028", "")]
    path = excel(tmp_path / "plan.xlsx", rows, formats={"A2": "0.0", "A3": "0.00"})
    assert [action.ref for action in read_plan(path, AS_OF).actions] == ["1.1", "1.10"]
