"""Changes in Word that nobody has accepted or refused: read as if they were, and asked about row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.table import _Cell, _Row
from importing_documents import FLAT, word

from bot.importing import PlanReading, read_plan

AS_OF = date(2027, 10, 1)
PLAN = (
    FLAT,
    ("1", "Survey the paths", "", "May 2028", "Not started"),
    ("2", "Mend the clock", "Town Clerk", "June 2028", "In progress"),
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def put_in(cell: _Cell, words: str, tag: str = "ins") -> None:
    change = f'<w:{tag} {W} w:id="1" w:author="Joe"><w:r><w:t>{words}</w:t></w:r></w:{tag}>'
    cell.paragraphs[0]._p.append(parse_xml(change))


def take_out(cell: _Cell) -> None:
    words = cell.text
    cell.text = ""
    change = f'<w:del {W} w:id="2" w:author="Joe"><w:r><w:delText>{words}</w:delText></w:r></w:del>'
    cell.paragraphs[0]._p.append(parse_xml(change))


def mark(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:{tag} {W} w:id="3" w:author="Joe"/>'))


def read(document: Any, path: Path) -> PlanReading:
    document.save(str(path))
    return read_plan(path, AS_OF)


@pytest.fixture
def document(tmp_path: Path) -> Any:
    return Document(str(word(tmp_path / "plan.docx", PLAN)))


def test_the_words_at_stake_are_named_with_their_row_and_their_column(document: Any, tmp_path: Path) -> None:
    cells = document.tables[0].rows[2].cells
    take_out(cells[2])
    put_in(cells[2], "Ranger")
    put_in(cells[4], ", since May")
    plan = read(document, tmp_path / "plan.docx")
    assert plan.actions[1].owners == ("Ranger",)
    [question] = plan.questions
    assert question == (
        'Row 3 holds changes that nobody has accepted, read as if they were: under "Owner", "Ranger" replaces '
        '"Town Clerk"; under "Status", ", since May" is put in. Is that right?'
    )


def test_beside_merged_cells_the_column_is_still_named(document: Any, tmp_path: Path) -> None:
    cells = document.tables[0].rows[2].cells
    cells[0].merge(cells[1])
    put_in(cells[2], " and Ranger")
    assert 'under "Owner", "and Ranger" is put in' in read(document, tmp_path / "plan.docx").questions[0]


def test_words_taken_out_or_moved_are_asked_about_too(document: Any, tmp_path: Path) -> None:
    first, second = document.tables[0].rows[1:]
    take_out(second.cells[2])
    put_in(first.cells[2], "Warden", "moveTo")
    plan = read(document, tmp_path / "plan.docx")
    assert [each.owners for each in plan.actions] == [("Warden",), ()]
    assert ['"Warden" is put in' in plan.questions[0], '"Town Clerk" is taken out' in plan.questions[1]] == [True, True]


def test_rows_put_in_and_taken_out_are_each_named(document: Any, tmp_path: Path) -> None:
    first, second = document.tables[0].rows[1:]
    mark(first, "ins")
    mark(second, "del")
    plan = read(document, tmp_path / "plan.docx")
    assert [each.ref for each in plan.actions] == ["1"]
    assert [each.split(" by ")[0] for each in plan.questions] == ["Row 2 is put in", "Row 3 is taken out"]
    assert '"2 | Mend the clock | Town Clerk | June 2028 | In progress"' in plan.questions[1]


@pytest.mark.parametrize(("rows", "last"), [(11, "One more row holds"), (14, "4 more rows hold")])
def test_after_ten_rows_the_others_are_counted(tmp_path: Path, rows: int, last: str) -> None:
    plan = [FLAT, *((str(at), "Survey the paths", "", "May 2028", "Not started") for at in range(rows))]
    document = Document(str(word(tmp_path / "plan.docx", plan)))
    for row in document.tables[0].rows[1:]:
        put_in(row.cells[2], "Ranger")
    questions = read(document, tmp_path / "plan.docx").questions
    assert (len(questions), questions[9].startswith("Row 11 "), questions[-1].startswith(last)) == (11, True, True)


def test_of_several_tables_each_is_named_by_its_place(document: Any, tmp_path: Path) -> None:
    second = document.add_table(rows=1, cols=1)
    put_in(second.cell(0, 0), "Agreed")
    [question] = read(document, tmp_path / "plan.docx").questions
    assert question.startswith("Table 2, row 1 holds changes")


def test_changes_outside_the_tables_are_one_question(document: Any, tmp_path: Path) -> None:
    paragraph = document.add_paragraph("")
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="1"><w:r><w:t>As agreed</w:t></w:r></w:ins>'))
    [question] = read(document, tmp_path / "plan.docx").questions
    assert question.startswith("Beside its tables the document holds changes")


def test_a_change_of_nothing_but_a_paragraph_is_not_asked_about(document: Any, tmp_path: Path) -> None:
    paragraph = document.tables[0].cell(1, 1).paragraphs[0]
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:ins w:id="1" w:author="Joe"/></w:rPr>'))
    assert read(document, tmp_path / "plan.docx").questions == ()
