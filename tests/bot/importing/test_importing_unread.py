"""What stands outside the tables that are read is read likewise, or named and asked about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
from docx import Document
from docx.oxml import parse_xml
from importing_documents import FLAT, excel, tables, word

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)
PLAN = (FLAT, ("1", "Survey the paths", "Ranger", "May 2028", "Not started"))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_a_table_without_heads_beside_one_with_heads_is_read_and_held(tmp_path: Path) -> None:
    bare = [
        ("Mend the clock", "Town Clerk", "June 2028"),
        ("Write to the bishop", "Mayor", "July 2028"),
        ("Paint the gates", "Head Gardener", "August 2028"),
    ]
    read = read_plan(tables(tmp_path / "plan.docx", [PLAN, bare]), AS_OF)
    assert [(each.action, each.owners) for each in read.actions[1:]] == [
        ("Mend the clock", ("Town Clerk",)),
        ("Write to the bishop", ("Mayor",)),
        ("Paint the gates", ("Head Gardener",)),
    ]
    assert all(
        each.held_by == ("The table does not say that it holds actions: is this one?",) for each in read.actions[1:]
    )
    assert read.questions == (
        (
            'The table "Mend the clock | Town Clerk | June 2028": No row names what the columns hold. By what '
            "stands in them: action = column 1, owner = column 2, due = column 3. Is that right?"
        ),
    )


def test_a_short_table_without_heads_is_named_with_a_question(tmp_path: Path) -> None:
    bare = [("Mend the clock", "Town Clerk", "June 2028"), ("Write to the bishop", "Mayor", "July 2028")]
    read = read_plan(tables(tmp_path / "plan.docx", [PLAN, bare]), AS_OF)
    assert len(read.actions) == 1
    assert read.left_out == ('the table "Mend the clock | Town Clerk | June 2028"',)
    assert read.questions[0].startswith('The table "Mend the clock | Town Clerk | June 2028" is not read')


def test_a_table_of_versions_is_neither_read_nor_asked_about(tmp_path: Path) -> None:
    versions = [
        ("Version", "Date", "Author", "What changed"),
        ("0.1", "1 May 2027", "Ann Lark", "First draft for the committee to see"),
        ("0.2", "3 June 2027", "Ann Lark", "Comments of the committee are put in"),
        ("1.0", "8 July 2027", "Ann Lark", "As the council has agreed the plan"),
    ]
    read = read_plan(tables(tmp_path / "plan.docx", [versions, PLAN]), AS_OF)
    assert (len(read.actions), read.questions) == (1, ())


def test_a_sheet_without_heads_is_read_under_those_of_the_one_before_and_held(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", PLAN)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Gardens").append(("2", "Prune the limes", "Head Gardener", "March 2028", "Not started"))
    book.save(path)
    _, second = read_plan(path, AS_OF).actions
    assert (second.action, second.owners) == ("Prune the limes", ("Head Gardener",))
    assert second.held_by == (
        "The sheet has no head row and is read under the heads of the one before it: is that right?",
    )


def test_what_is_to_be_done_by_a_day_outside_the_tables_is_named_and_asked_about(tmp_path: Path) -> None:
    above = (
        "Agreed by the council on 14 July 2027.",
        "Report to the council, 14 July 2027.",
        "Mayor to thank the guides by 31 January 2028",
    )
    path = word(tmp_path / "plan.docx", PLAN, above=above)
    document = Document(str(path))
    document.add_paragraph("2. Paint the bandstand by June 2028.")
    document.save(str(path))
    read = read_plan(path, AS_OF)
    assert read.left_out == (
        'the line "Mayor to thank the guides by 31 January 2028"',
        'the line "2. Paint the bandstand by June 2028."',
    )
    assert read.questions == (
        (
            "Outside the tables stands what may be an action, and it is not read: "
            '"Mayor to thank the guides by 31 January 2028"; "2. Paint the bandstand by June 2028.". '
            "Should it be in the plan?"
        ),
    )


def test_lines_of_a_sheet_that_is_not_read_are_asked_about(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", PLAN)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Notes").append(("We must write to the bishop by May 2028",))
    book.save(path)
    [asked] = read_plan(path, AS_OF).questions
    assert "We must write to the bishop by May 2028" in asked


def test_a_table_in_a_text_box_is_read_once(tmp_path: Path) -> None:
    path = word(tmp_path / "plan.docx", PLAN)
    document = Document(str(path))
    boxed = tables(tmp_path / "boxed.docx", [(FLAT, ("2", "Light the square", "Clerk", "May 2028", "Not started"))])
    table = Document(str(boxed)).tables[0]._tbl
    box = parse_xml(f"<w:r {W}><w:txbxContent/></w:r>")
    box[0].append(table)
    document.add_paragraph("See the box.")._p.append(box)
    document.save(str(path))
    assert [each.action for each in read_plan(path, AS_OF).actions] == ["Survey the paths", "Light the square"]
