"""Action plans in Excel workbooks."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from importing_documents import FLAT, HEAD, excel

from bot.importing import UnreadableDocument, read_plan
from bot.plan import DueKind, Precision, Status

AS_OF = date(2027, 10, 1)


def test_a_date_shown_as_month_and_year_is_due_on_the_last_day(tmp_path: Path) -> None:
    first = datetime(2028, 7, 1)  # noqa: DTZ001 - workbooks hold dates without a zone
    rows = [
        FLAT,
        ("1", "Survey", "Clerk", first, ""),
        ("2", "Repair", "Clerk", first, ""),
        ("3", "Paint", "Clerk", "Ongoing", ""),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows, formats={"D2": "mmm-yy", "D3": "dd/mm/yyyy"}), AS_OF)
    dues = [action.due for action in plan.actions]
    assert [due.end for due in dues] == [date(2028, 7, 31), date(2028, 7, 1), None]
    assert [due.precision for due in dues] == [Precision.MONTH, Precision.DAY, Precision.NONE]
    assert [due.text for due in dues] == ["July 2028", "1 July 2028", "Ongoing"]
    assert dues[2].kind is DueKind.ONGOING


def test_titles_heads_typed_again_and_merged_cells_are_no_actions(tmp_path: Path) -> None:
    rows = [
        ("Penford Town Council",), ("Weir action plan",), (),
        HEAD,
        ("Water", None, None, None, None),
        ("1) Mend the weir", "i) Survey", "Clerk", "May 2028", "Not started"),
        (None, "ii) Repair", "Mayor", "June 2028", "Not started"),
        HEAD,
        ("2) Clear the leat", "Clear it", "Ranger", "July 2028", "Not started"),
    ]  # fmt: skip
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows, merged=["A5:E5", "A6:A7"]), AS_OF)
    assert plan.title == "Weir action plan"
    assert [(action.ref, action.recommendation, action.section) for action in plan.actions] == [
        ("1.i", "Mend the weir", "Water"),
        ("1.ii", "Mend the weir", "Water"),
        ("2", "Clear the leat", "Water"),
    ]
    assert [action.source_rows for action in plan.actions] == [(6,), (7,), (9,)]


def test_a_revised_date_and_an_update_stand_beside_the_status(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Revised date", "Latest update"),
        ("A1", "Survey", "Clerk", "May 2027", "In progress", "Nov 2027", "Tender out"),
    ]
    action = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions[0]
    assert action.status.revised_due is not None
    assert action.status.revised_due.end == date(2027, 11, 30)
    assert (action.status.text, action.status.note) == ("In progress", "Tender out")


def test_several_sheets_are_read_and_lists_and_hidden_sheets_are_not(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, ("1", "Survey", "Clerk", "May 2028", "")])
    book = openpyxl.load_workbook(path)
    for name, rows in (
        ("Paths", [FLAT, ("P1", "Walk", "Ranger", "June 2028", "")]),
        ("Lists", [("Status",), ("Completed",)]),
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    hidden = book.create_sheet("Old")
    hidden.append(FLAT)
    hidden.append(("X", "Forget", "Clerk", "May 2020", ""))
    hidden.sheet_state = "hidden"
    book.save(path)
    assert [action.ref for action in read_plan(path, AS_OF).actions] == ["1", "P1"]


def test_percentages_are_read_as_shown(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due", "% complete"),
        ("1", "Survey", "Clerk", "May 2028", 0.4),
        ("2", "Map", "Clerk", "May 2028", 1),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows, formats={"E2": "0%", "E3": "0%"}), AS_OF)
    assert [action.status.value for action in plan.actions] == [Status.IN_PROGRESS, Status.COMPLETED]


def test_the_admin_may_name_the_columns(tmp_path: Path) -> None:
    rows = [("No", "Action", "Item", "When", "State"), ("1", "Clerk", "Mend the weir", "May 2028", "Done")]
    path = excel(tmp_path / "plan.xlsx", rows)
    plan = read_plan(path, AS_OF, columns={"action": "Item", "owner": "Action", "status": "State"})
    action = plan.actions[0]
    assert (action.action, action.owners, action.status.value) == ("Mend the weir", ("Clerk",), Status.COMPLETED)
    assert plan.columns["due"] == "When"


def test_a_column_of_people_called_action_is_told_by_its_content(tmp_path: Path) -> None:
    rows = [
        ("No", "Item", "When", "Action", "Progress %"),
        (1, "Mend the weir before the winter floods", "27/28", "Clerk + Cllr Vane", 40),
        (2, "Count the benches of the whole parish", "28/29", "Ranger", 0),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [action.action for action in plan.actions] == [row[1] for row in rows[1:]]
    assert [action.owners for action in plan.actions] == [("Clerk", "Cllr Vane"), ("Ranger",)]
    assert plan.columns["owner"] == "Action"


def test_a_missing_column_is_asked_about(tmp_path: Path) -> None:
    plan = read_plan(excel(tmp_path / "plan.xlsx", [("Action", "Status"), ("Mend the weir", "Started")]), AS_OF)
    assert plan.questions == (
        "No column says who owns the actions: is there one?",
        "No column says when the actions are due: is there one?",
    )


def test_a_column_named_wrongly_is_said_to_be_missing(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", [FLAT, ("1", "Survey", "Clerk", "May 2028", "")])
    with pytest.raises(UnreadableDocument, match=r'No table of plan\.xlsx has a head row with "Task"'):
        read_plan(path, AS_OF, columns={"action": "Task"})


def test_the_caller_is_told_how_far_two_thousand_rows_are_read(tmp_path: Path) -> None:
    row = (
        "Survey the weir and report to the committee",
        "Head of Water and Clerk",
        "July 2028",
        "In progress, now expected in May 2029",
    )
    path = excel(tmp_path / "plan.xlsx", [FLAT, *((str(at), *row) for at in range(2000))])
    told: list[tuple[int, int]] = []
    plan = read_plan(path, AS_OF, on_progress=lambda done, of: told.append((done, of)))
    assert len(plan.actions) == 2000
    assert (told[0], told[-1]) == ((1, 2000), (2000, 2000))
