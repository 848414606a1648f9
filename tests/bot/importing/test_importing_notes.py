"""A note at the foot of a page or below the table belongs to the cell that bears its mark, and is asked about there."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from importing_documents import FLAT, excel, with_part, word

from bot.importing import read_plan
from bot.importing.plan_reading import ReadAction
from bot.plan import Status

AS_OF = date(2027, 10, 1)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PLAN = (
    FLAT,
    ("7", "Survey the towpath", "Canal Ranger", "May 2028", "Complete"),
    ("8", "Mend the lock gates", "Canal Ranger", "June 2028", "In progress"),
)


def _printed(action: ReadAction) -> tuple[str, str, str, Status]:
    return action.ref, action.action, action.due.text, action.status.value


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_words_of_a_footnote_are_asked_about_on_the_row_that_it_hangs_on(tmp_path: Path, kind: str) -> None:
    plain = word(tmp_path / "plain.docx", PLAN)
    with zipfile.ZipFile(plain) as archive:
        body = archive.read("word/document.xml").decode()
    mark = f'Complete</w:t></w:r><w:r><w:{kind}Reference w:id="4"/></w:r>'
    body = body.replace("Complete</w:t></w:r>", mark)
    marked = with_part(tmp_path / "marked.docx", plain, "word/document.xml", body.encode())
    with zipfile.ZipFile(marked, "a") as archive:
        archive.writestr(
            f"word/{kind}s.xml",
            f'<w:{kind}s {W}><w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}><w:{kind} w:id="4"><w:p><w:r>'
            f"<w:t>All but the last mile.</w:t></w:r></w:p></w:{kind}></w:{kind}s>",
        )
    first, second = read_plan(marked, AS_OF).actions
    asked = f'A {kind} on "Complete" says "All but the last mile.": does it change this action?'
    assert (first.held_by, second.held_by) == ((asked,), ())


def test_a_raised_figure_is_the_mark_of_a_note_below_the_table_and_no_part_of_the_words(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", PLAN)))
    table = document.tables[0]
    for row, column, figure in ((1, 0, "1"), (1, 3, "2"), (2, 4, "9")):
        table.cell(row, column).paragraphs[0].add_run(figure).font.superscript = True
    document.add_paragraph("1 Kept for the Environment Agency.")
    document.add_paragraph("2) Moved to August 2028.")
    document.save(str(tmp_path / "plan.docx"))
    first, second = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert _printed(first) == ("7", "Survey the towpath", "May 2028", Status.COMPLETED)
    assert first.held_by == (
        'A note on "7" says "Kept for the Environment Agency.": does it change this action?',
        'A note on "May 2028" says "Moved to August 2028.": does it change this action?',
    )
    assert second.status.value is Status.IN_PROGRESS
    assert second.held_by == ('A note 9 on "In progress" is not found in the document: does it change this action?',)


def test_raised_letters_of_an_ordinal_and_a_raised_power_of_a_unit_stay(tmp_path: Path) -> None:
    document = Document(str(word(tmp_path / "plan.docx", (FLAT, ("1", "Pave 40 m", "Canal Ranger", "31", "Live")))))
    cells = document.tables[0].rows[1].cells
    cells[1].paragraphs[0].add_run("2").font.superscript = True
    cells[3].paragraphs[0].add_run("st").font.superscript = True
    cells[3].paragraphs[0].add_run(" May 2028")
    document.save(str(tmp_path / "plan.docx"))
    (action,) = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert (action.action, action.due.end, action.questions) == ("Pave 40 m²", date(2028, 5, 31), ())


SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def _with_runs(path: Path, cell: str, *runs: str) -> Path:
    """A workbook of the plan and a note below it, in which a cell is set in runs of their own looks, as Excel does."""
    plain = excel(path.with_name("plain.xlsx"), (*PLAN, ("¹ Save for the culvert",)))
    with zipfile.ZipFile(plain) as archive:
        types = archive.read("[Content_Types].xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    begin = sheet.index(f'<c r="{cell}"')
    end = sheet.index("</c>", begin)
    sheet = f'{sheet[:begin]}<c r="{cell}" t="s"><v>0</v>{sheet[end:]}'
    types = types.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED}"/></Types>')
    typed = with_part(path.with_name("typed.xlsx"), plain, "[Content_Types].xml", types.encode())
    shared = with_part(path, typed, "xl/worksheets/sheet1.xml", sheet.encode())
    with zipfile.ZipFile(shared, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst {S}><si>{''.join(runs)}</si></sst>")
    return shared


def test_a_raised_figure_in_a_sheet_is_the_mark_of_a_note(tmp_path: Path) -> None:
    raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    path = _with_runs(tmp_path / "plan.xlsx", "E2", "<r><t>Complete</t></r>", raised)
    plan = read_plan(path, AS_OF)
    assert plan.actions[0].status.value is Status.COMPLETED
    assert plan.actions[0].held_by == ('A note on "Complete" says "Save for the culvert": does it change this action?',)
    assert (len(plan.actions), plan.left_out) == (2, ())


def test_words_struck_through_inside_a_cell_of_a_sheet_are_not_read_and_asked_about(tmp_path: Path) -> None:
    struck = "<r><rPr><strike/></rPr><t>Harbour Master</t></r>"
    path = _with_runs(tmp_path / "plan.xlsx", "C2", struck, "<r><t> Canal Ranger</t></r>")
    action = read_plan(path, AS_OF).actions[0]
    assert action.owners == ("Canal Ranger",)
    assert action.held_by == ('"Harbour Master" is struck through and not read: is that right?',)


@pytest.mark.parametrize("mark", ["*", "**", "†", "²"])
def test_a_star_is_the_mark_of_the_line_that_begins_with_it(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "Ref,Action,Owner,Due,Status\n"
        f"1,Dredge the basin,Canal Ranger,May 2028,In progress{mark}\n"
        f"2,Paint the bridge,Canal Ranger,May 2028,In progress\n{mark} Halted since Easter for the swans\n",
        encoding="utf-8",
    )
    first, second = read_plan(path, AS_OF).actions
    assert first.held_by == (
        'A note on "In progress" says "Halted since Easter for the swans": does it change this action?',
    )
    assert (first.status.text, second.held_by) == ("In progress", ())


def test_a_star_without_a_line_of_its_own_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Ref,Action,Owner,Due\n1,Dredge the basin*,Canal Ranger,May 2028\n", encoding="utf-8")
    (action,) = read_plan(path, AS_OF).actions
    assert (action.action, action.questions) == ("Dredge the basin*", ())
