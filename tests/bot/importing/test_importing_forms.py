"""Plans kept as forms: labels beside the words, one form for one action or for several."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from importing_documents import excel, in_order, word

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)


def test_each_form_is_an_action_and_what_is_printed_once_holds_for_all_of_it(tmp_path: Path) -> None:
    rows = [
        ("Finding:", "Nobody minds the weir"),
        ("Action:", "Survey the weir"),
        ("Owner:", "Head of Water"),
        ("By when:", "31/12/2027"),
        ("Progress:", "On track"),
        ("Action:", "Mend the weir"),
        ("Owner:", "Clerk"),
        ("By when:", "May 2028"),
        ("Progress:", "Not started"),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [(each.action, each.owners, str(each.due.end), each.status.value.value) for each in plan.actions] == [
        ("Survey the weir", ("Head of Water",), "2027-12-31", "in_progress"),
        ("Mend the weir", ("Clerk",), "2028-05-31", "not_started"),
    ]
    assert {each.recommendation for each in plan.actions} == {"Nobody minds the weir"}
    assert plan.actions[1].source_rows == (6, 7, 8, 9)
    assert plan.columns["due"] == "By when"


def test_two_labels_may_stand_on_one_line_and_a_blank_answer_is_asked_about(tmp_path: Path) -> None:
    rows = [
        ("Action", "Survey the weir", "Ref", "W1"),
        ("Owner", None, "Target date", "May 2028"),
        ("Status", "Started", "RAG", "Green"),
        ("Action", "Mend the weir", "Ref", "W2"),
        ("Owner", "Clerk", "Target date", "June 2028"),
        ("Status", "Not started", "RAG", "Green"),
    ]
    first, second = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert (first.ref, first.owners, first.questions) == ("W1", (), ("No owner is written: who is it?",))
    assert (second.ref, second.owners, second.due.end) == ("W2", ("Clerk",), date(2028, 6, 30))


def test_a_table_laid_on_its_side_has_an_action_in_each_column(tmp_path: Path) -> None:
    rows = [
        ("Action", "Survey the weir", "Mend the weir", "Paint the weir"),
        ("Owner", "Clerk", "Head of Water", "Ranger"),
        ("Due", "May 2028", "June 2028", "July 2028"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [(each.action, each.owners) for each in plan.actions] == [
        ("Survey the weir", ("Clerk",)),
        ("Mend the weir", ("Head of Water",)),
        ("Paint the weir", ("Ranger",)),
    ]


def test_each_recommendation_has_a_form_whose_label_bears_its_number(tmp_path: Path) -> None:
    document = Document()
    for number, what in (("3", "Survey the weir"), ("7", "Mend the weir")):
        rows = [
            (f"Recommendation {number}", "That the weir be minded"),
            ("Response", "Agreed"),
            ("Action", what),
            ("Responsible officer", "Head of Water"),
            ("Implementation date", "May 2028"),
            ("Position at 1 October 2027", "Not started"),
        ]
        table = document.add_table(rows=len(rows), cols=2)
        for cells, row in zip(table.rows, rows, strict=True):
            cells.cells[0].text, cells.cells[1].text = row
        document.add_paragraph("")
    document.save(str(tmp_path / "plan.docx"))
    plan = read_plan(tmp_path / "plan.docx", AS_OF)
    assert [(each.ref, each.action, each.owners, each.recommendation) for each in plan.actions] == [
        ("3", "Survey the weir", ("Head of Water",), "That the weir be minded"),
        ("7", "Mend the weir", ("Head of Water",), "That the weir be minded"),
    ]


def test_a_form_may_number_its_actions(tmp_path: Path) -> None:
    rows = [
        ("Action 1", "Survey the weir"),
        ("Owner", "Clerk"),
        ("Due", "May 2028"),
        ("Action 2", "Mend the weir"),
        ("Owner", "Head of Water"),
        ("Due", "June 2028"),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [(each.ref, each.action) for each in plan.actions] == [("1", "Survey the weir"), ("2", "Mend the weir")]


def test_a_second_label_for_an_owner_in_each_form_names_another_owner(tmp_path: Path) -> None:
    rows = [
        ("Action", "Survey the weir"),
        ("Action owner", "Head of Water"),
        ("Accountable lead", "DCFO"),
        ("Due date", "May 2028"),
        ("Action", "Mend the weir"),
        ("Action owner", "Clerk"),
        ("Accountable lead", "Town Engineer"),
        ("Due date", "June 2028"),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [(each.owners, str(each.due.end)) for each in plan.actions] == [
        (("Head of Water", "DCFO"), "2028-05-31"),
        (("Clerk", "Town Engineer"), "2028-06-30"),
    ]


CARDS = (
    ("W1 Survey the weir", "Head of Water", "May 2028", "On track"),
    ("W2 New sluice gates", "Clerk", "June 2028", "Not started"),
)


@pytest.mark.parametrize("over", ["heading", "across"])
def test_the_line_over_a_card_is_its_action_where_no_label_names_one(tmp_path: Path, over: str) -> None:
    document = Document()
    for title, owner, due, status in CARDS:
        rows = [
            *([(title, "")] if over == "across" else []),
            *(("Lead", owner), ("Target date", due), ("Previous RAG", "Blue"), ("Status", status)),
            *(("Progress to date", "Two divers hired"), ("Comments", "The board is pleased")),
            ("Next steps", "Write to the board"),
        ]
        if over == "heading":
            document.add_heading(title, 2)
        table = document.add_table(rows=len(rows), cols=2)
        for cells, row in zip(table.rows, rows, strict=True):
            cells.cells[0].text, cells.cells[1].text = row
        document.add_paragraph("")
    document.save(str(tmp_path / "plan.docx"))
    plan = read_plan(tmp_path / "plan.docx", AS_OF)
    assert [(each.ref, each.action, each.owners, each.due.text, each.status.text) for each in plan.actions] == [
        ("W1", "Survey the weir", ("Head of Water",), "May 2028", "On track"),
        ("W2", "New sluice gates", ("Clerk",), "June 2028", "Not started"),
    ]
    assert plan.actions[0].updates[0].words == "Two divers hired\nThe board is pleased"
    assert "Next steps" in plan.left_out


def test_what_comes_next_is_no_action_beside_the_one_of_a_card(tmp_path: Path) -> None:
    rows = [
        *(("Action", "Survey the weir"), ("Owner", "Clerk"), ("Due", "May 2028"), ("Next steps", "Hire a boat")),
        *(("Action", "Mend the weir"), ("Owner", "Ranger"), ("Due", "June 2028"), ("Next steps", "None")),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [each.action for each in plan.actions] == ["Survey the weir", "Mend the weir"]


def test_the_front_page_of_a_report_is_no_card(tmp_path: Path) -> None:
    front = [("Lead officer", "Head of Water"), ("Date", "4 May 2028"), ("Status", "Public")]
    plan = [("Action", "Owner", "Due", "Status"), ("Survey the weir", "Clerk", "May 2028", "Not started")]
    path = in_order(tmp_path / "plan.docx", ["The weir: a second look", front, "Actions", plan])
    assert [each.action for each in read_plan(path, AS_OF).actions] == ["Survey the weir"]
