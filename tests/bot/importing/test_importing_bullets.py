"""Lists with bullets in the cells of a table: what is printed apart stays apart, whichever program made the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from importing_documents import excel

from bot.importing import ReadAction, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)
HEAD = ("Recommendation", "Action", "Owner", "Due", "Status")
ITEMS = ("Leaflet for every landlord", "Evening sessions at the depot")
ROW = ("Reach landlords", "\n".join(ITEMS), "Housing Manager", "May 2028", "In progress")


def word(path: Path, row: Sequence[str], listed: str) -> Path:
    """A .docx whose cells of several lines are lists: by a `style`, set on the paragraphs, or with bullets `typed`."""
    document = Document()
    table = document.add_table(rows=2, cols=len(HEAD))
    for cell, head in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = head
    for cell, text in zip(table.rows[1].cells, row, strict=True):
        lines = text.split("\n")
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
        if len(lines) > 1:
            _make_list(document.styles["List Bullet"], cell, listed)
    document.save(str(path))
    return path


def _make_list(style: Any, cell: _Cell, listed: str) -> None:
    for paragraph in cell.paragraphs:
        if listed == "style":
            paragraph.style = style
        elif listed == "set":
            _put_in_list(paragraph, style.element.find(".//" + qn("w:numId")).get(qn("w:val")))
        elif listed == "typed":
            paragraph.text = f"• {paragraph.text}"


def _put_in_list(paragraph: Paragraph, number: str) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    link = OxmlElement("w:numId")
    link.set(qn("w:val"), number)
    properties.append(link)


def read(path: Path) -> list[ReadAction]:
    return list(read_plan(path, AS_OF).actions)


@pytest.mark.parametrize("listed", ["style", "set", "typed"])
def test_the_items_of_a_list_in_word_stay_apart(tmp_path: Path, listed: str) -> None:
    [action] = read(word(tmp_path / "plan.docx", ROW, listed))
    assert action.action == "; ".join(ITEMS)


def test_a_sheet_reads_such_a_list_the_same_way(tmp_path: Path) -> None:
    bulleted = "\n".join(f"• {item}" for item in ITEMS)
    [action] = read(excel(tmp_path / "plan.xlsx", [HEAD, (ROW[0], bulleted, *ROW[2:])]))
    assert action.action == "; ".join(ITEMS)


def test_paragraphs_that_are_no_list_go_on(tmp_path: Path) -> None:
    [action] = read(word(tmp_path / "plan.docx", ROW, "plain"))
    assert action.action == " ".join(ITEMS)


@pytest.mark.parametrize("listed", ["style", "set", "typed"])
def test_bullets_in_all_columns_divide_stacked_actions_as_before(tmp_path: Path, listed: str) -> None:
    row = (ROW[0], ROW[1], "Housing Manager\nDepot Supervisor", "May 2028\nJune 2028", "Completed\nNot started")
    first, second = read(word(tmp_path / "plan.docx", row, listed))
    assert (first.action, second.action) == ITEMS
    assert (first.owners, second.owners) == (("Housing Manager",), ("Depot Supervisor",))
    assert (first.due.end, second.due.end) == (date(2028, 5, 31), date(2028, 6, 30))
    assert (first.status.value, second.status.value) == (Status.COMPLETED, Status.NOT_STARTED)
    assert not first.questions


def test_owners_in_a_list_are_each_one(tmp_path: Path) -> None:
    [action] = read(word(tmp_path / "plan.docx", (*ROW[:2], "Housing Manager\nDepot Supervisor", *ROW[3:]), "style"))
    assert action.owners == ("Housing Manager", "Depot Supervisor")
    assert action.owner_text == "Housing Manager; Depot Supervisor"


def test_the_points_of_a_recommendation_stay_apart(tmp_path: Path) -> None:
    [action] = read(word(tmp_path / "plan.docx", ("Landlords ask for:\nlater hours\nplain words", *ROW[1:]), "style"))
    assert action.recommendation == "Landlords ask for: later hours; plain words"


def test_a_number_typed_in_a_paragraph_counts_and_not_the_bullet_before_it(tmp_path: Path) -> None:
    row = (ROW[0], "i) Print leaflets\nii) Hold sessions", *ROW[2:])
    assert [each.action for each in read(word(tmp_path / "plan.docx", row, "style"))] == [
        "Print leaflets",
        "Hold sessions",
    ]


def test_one_bullet_alone_in_a_cell_is_left_out(tmp_path: Path) -> None:
    path = word(tmp_path / "plan.docx", ROW, "style")
    document = Document(str(path))
    head, row = document.tables[0].rows
    head.cells[0].text = "Theme"
    row.cells[0].paragraphs[0].style = document.styles["List Bullet"]
    document.save(str(path))
    [action] = read(path)
    assert (action.section, action.action) == ("Reach landlords", "; ".join(ITEMS))
