"""Keys, counts, registers of other things and notes: they stand beside a plan and are no actions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from bot.importing import UnreadableDocument, read_plan
from tests.bot.importing.importing_documents import FLAT, excel

AS_OF = date(2027, 10, 1)
PLAN = (
    FLAT,
    ("1", "Sweep the market square", "Street Scene Manager", "May 2028", "In progress"),
    ("2", "Repaint the bandstand", "Parks Manager", "June 2028", "Not started"),
)
WANTED = ["Sweep the market square", "Repaint the bandstand"]


def beside_the_plan(path: Path, rows: list[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook()
    for name, lines in (("Plan", PLAN), ("Other", rows)):
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.remove(book.worksheets[0])
    book.save(path)
    return path


@pytest.mark.parametrize(
    "rows",
    [
        [("Status", "What we mean by it"), ("Not started", "Nobody has begun"), ("Completed", "Done, and checked")],
        [("RAG", "Action required"), ("R", "Tell the board at once"), ("G", "Keep going as planned")],
        [
            ("Risk ID", "Description", "Likelihood", "Impact", "Risk owner", "Review date"),
            ("R1", "The square floods", "3", "4", "Parks Manager", "May 2028"),
            ("R2", "Loss of the sweeper", "2", "5", "Parks Manager", "May 2028"),
        ],
        [
            ("Issue ID", "Issue", "Raised by", "Date raised", "Status"),
            ("I1", "Two brooms are missing", "Parks Manager", "1 May 2027", "Open"),
            ("I2", "The paint is late", "Parks Manager", "2 May 2027", "Closed"),
        ],
        [
            ("Measure", "Baseline", "Target", "Actual", "RAG"),
            ("Streets swept in a day", "4", "6", "5", "Amber"),
            ("Complaints upheld", "9", "3", "4", "Green"),
        ],
        [
            ("Version", "Date", "Author", "Description of change", "Status"),
            ("0.1", "1 May 2027", "J Webb", "First draft", "Draft"),
            ("1.0", "2 June 2027", "J Webb", "As agreed by members", "Final"),
        ],
        [("Priority", "Description", "Timescale"), ("High", "A fundamental weakness", "Three months")],
        [("Status", "Actions", "Overdue"), ("Completed", "3", "0"), ("In progress", "4", "1")],
    ],
    ids=["key", "colours", "risks", "issues", "indicators", "versions", "priorities", "counts"],
)
def test_a_table_of_something_else_is_left_out_and_named(tmp_path: Path, rows: list[tuple[object, ...]]) -> None:
    reading = read_plan(beside_the_plan(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [action.action for action in reading.actions] == WANTED
    assert 'the sheet "Other"' in reading.left_out


def test_a_table_whose_words_do_not_read_as_things_to_do_is_asked_about_row_by_row(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("Description", "Owner", "Date needed", "Status"),
        ("Legal advice on the lease", "Estates Manager", "1 May 2028", "Open"),
        ("New ledger in place", "Finance Manager", "1 June 2028", "Open"),
    ]
    reading = read_plan(beside_the_plan(tmp_path / "plan.xlsx", rows), AS_OF)
    doubted = [
        action.action for action in reading.actions if any("is this one?" in asked for asked in action.questions)
    ]
    assert doubted == ["Legal advice on the lease", "New ledger in place"]


@pytest.mark.parametrize("due", ["Due", "Baseline finish"])
def test_milestones_need_not_be_worded_as_orders(tmp_path: Path, due: str) -> None:
    rows = [("Milestone", "Lead", due, "Status"), ("Contract awarded", "Parks Manager", "May 2028", "Open")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert not action.questions


@pytest.mark.parametrize(
    "line",
    [
        ("", "Directorate average", "", "", "68%"),
        ("", "Projects complete", "", "", 2),
        ("", "Next meeting: 3 June 2028"),
        ("", "Amber - at risk"),
        ("", "★ = put off once. Hatched = weather allowing."),
        ("", "Darker weeks are those of the fair"),
        ("", "Average complete", "", "", ""),
        ("e.g. 7", "Write the policy", "Policy Officer", "May 2028", "In progress"),
    ],
)
def test_sums_notes_keys_and_examples_are_told_and_not_brought_in(tmp_path: Path, line: tuple[object, ...]) -> None:
    reading = read_plan(excel(tmp_path / "plan.xlsx", [*PLAN, line]), AS_OF)
    assert [action.action for action in reading.actions] == WANTED
    assert any(str(line[1]) in left for left in reading.left_out)


@pytest.mark.parametrize(
    "counted", ["Streets: 4 actions", "All actions: 12", "Complete: 4", "Complete: 4 (30%)", "14 actions, 3 overdue"]
)
@pytest.mark.parametrize("beside", ["", "1 done"])
def test_a_count_of_actions_is_told_and_not_brought_in(tmp_path: Path, counted: str, beside: str) -> None:
    plan = read_plan(excel(tmp_path / "plan.xlsx", [*PLAN, ("", counted, "", "", beside)]), AS_OF)
    assert [each.action for each in plan.actions] == WANTED
    assert any(counted in each for each in plan.left_out)


def test_a_count_that_somebody_owns_is_an_action(tmp_path: Path) -> None:
    row = ("", "12 actions", "Clerk", "May 2028", "Not started")
    assert len(read_plan(excel(tmp_path / "plan.xlsx", [*PLAN, row]), AS_OF).actions) == 3


def test_an_order_with_a_number_beside_it_is_an_action_with_questions(tmp_path: Path) -> None:
    reading = read_plan(excel(tmp_path / "plan.xlsx", [*PLAN, ("", "Count the lamp posts", "", "", "0%")]), AS_OF)
    assert reading.actions[2].action == "Count the lamp posts"
    assert reading.actions[2].questions


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("and the steps that lead up to it", ()),
        ("Mend the steps of the bandstand", ()),
        ("Roof of the bandstand, north side", ("3", "Mend the clock", "Estates Manager", "July 2028", "On hold")),
        ("Count the chairs", ()),
    ],
)
def test_words_alone_that_may_be_more_than_a_note_are_asked_about(
    tmp_path: Path, line: str, below: tuple[str, ...]
) -> None:
    reading = read_plan(excel(tmp_path / "plan.xlsx", [*PLAN, ("", line), *filter(None, [below])]), AS_OF)
    assert [action.questions for action in reading.actions if action.action == line] or any(
        line in asked for asked in reading.questions
    )


def test_a_key_behind_a_gap_under_the_plan_is_no_action(tmp_path: Path) -> None:
    rows = [*PLAN, (), ("Key",), ("Blue", "Complete"), ("Green", "On track")]
    reading = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [action.action for action in reading.actions] == WANTED


def test_rows_without_a_head_go_on_with_a_plan_only_where_they_keep_its_promises(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for rows in (
        PLAN,
        [("3", "Mend the clock", "Estates Manager", "July 2028", "On hold")],
        [("a", "b", "c", "d", "")],
    ):
        table = document.add_table(rows=len(rows), cols=5)
        for at, values in enumerate(rows):
            for cell, value in zip(table.rows[at].cells, values, strict=True):
                cell.text = value
        document.add_paragraph("Continued")
    document.save(str(tmp_path / "plan.docx"))
    reading = read_plan(tmp_path / "plan.docx", AS_OF)
    assert [action.action for action in reading.actions] == [*WANTED, "Mend the clock"]


def test_a_numbered_row_is_no_head_whatever_its_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument):
        read_plan(
            excel(tmp_path / "plan.xlsx", [("2", "Action", "Lead officer", "Deadline", "Status"), PLAN[1]]), AS_OF
        )
