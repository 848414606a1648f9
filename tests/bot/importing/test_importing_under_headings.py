"""The heading or the sheet over a table without statuses says how far its actions are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading
from bot.importing.status.under_headings import perhaps_closes, stated_by
from bot.plan import Status

AS_OF = date(2027, 10, 1)
HEADS = ("Ref", "Action", "Owner", "Due")
OPEN, OVER = (
    ("1", "Paint the pier", "Harbour Master", "May 2028"),
    ("2", "Sink the pontoon", "Harbour Master", "May 2027"),
)


def _read(tmp_path: Path, heading: str, *, status: str | None = None, styled: bool = True) -> PlanReading:
    """A document with a table of open actions, then a heading over a table of its own."""
    document = Document()
    last = (OVER,) if status is None else ((*OVER, status),)
    heads = HEADS if status is None else (*HEADS, "Status")
    for words, rows in (("Live actions", (HEADS, OPEN)), (heading, (heads, *last))):
        document.add_heading(words) if styled else document.add_paragraph(words)
        table = document.add_table(rows=2, cols=len(rows[0]))
        for row, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    document.save(str(tmp_path / "plan.docx"))
    return read_plan(tmp_path / "plan.docx", AS_OF)


@pytest.mark.parametrize("styled", [True, False])
def test_actions_below_completed_actions_are_completed(tmp_path: Path, styled: bool) -> None:
    first, second = _read(tmp_path, "3. Completed actions", styled=styled).actions
    assert (first.status.value, second.status.value) == (Status.UNKNOWN, Status.COMPLETED)
    assert (second.status.text, second.questions) == ("3. Completed actions", ())


def test_a_blank_status_below_completed_actions_is_completed_and_an_open_one_asked_about(tmp_path: Path) -> None:
    assert _read(tmp_path, "Completed actions", status="").actions[1].status.value is Status.COMPLETED
    action = _read(tmp_path, "Completed actions", status="In progress").actions[1]
    assert action.status.value is Status.IN_PROGRESS
    assert action.held_by == ('"In progress" stands under "Completed actions": is it completed?',)


@pytest.mark.parametrize(
    ("told", "value", "asked"),
    [
        ("Valves ordered and fitted", Status.COMPLETED, False),
        ("Waiting for the tug", Status.IN_PROGRESS, True),
    ],
)
def test_what_was_done_below_completed_actions_is_completed_and_what_is_ahead_is_asked_about(
    tmp_path: Path, told: str, value: Status, asked: bool
) -> None:
    action = _read(tmp_path, "Completed actions", status=told).actions[1]
    assert (action.status.value, bool(action.held_by)) == (value, asked)


def test_actions_below_a_heading_that_may_close_them_are_held(tmp_path: Path) -> None:
    action = _read(tmp_path, "Actions proposed for closure").actions[1]
    assert action.status.value is Status.UNKNOWN
    assert action.held_by == ('No status is written under "Actions proposed for closure": are these actions closed?',)


def test_the_name_of_a_sheet_says_how_far_its_actions_are(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Plan"
    done = book.create_sheet("Closed")
    for sheet, row in ((book.worksheets[0], OPEN), (done, OVER)):
        sheet.append(list(HEADS))
        sheet.append(list(row))
    book.save(tmp_path / "plan.xlsx")
    first, second = read_plan(tmp_path / "plan.xlsx", AS_OF).actions
    assert (first.status.value, second.status.value) == (Status.UNKNOWN, Status.COMPLETED)


def test_a_line_across_a_table_says_how_far_the_actions_below_it_are(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    lines = (HEADS, ("Withdrawn actions", "", "", ""), OVER, ("Live actions", "", "", ""), OPEN)
    path.write_text("\n".join(map(",".join, lines)), encoding="utf-8")
    first, second = read_plan(path, AS_OF).actions
    assert (first.status.value, second.status.value) == (Status.CANCELLED, Status.UNKNOWN)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Closed since last meeting", Status.COMPLETED),
        ("Table 2: Recommendations implemented", Status.COMPLETED),
        ("Completed in 2026/27", Status.COMPLETED),
        ("Superseded recommendations", Status.SUPERSEDED),
        ("Completed in part", None),
        ("Actions to be completed", None),
        ("Completed and cancelled actions", None),
        ("Completing the harbour wall", None),
        ("Closed circuit television", None),
    ],
)
def test_only_a_plain_heading_states_a_status(heading: str, value: Status | None) -> None:
    assert stated_by(heading) is value


@pytest.mark.parametrize(
    ("heading", "perhaps"),
    [
        ("Archive", True),
        ("Completed and cancelled actions", True),
        ("Items ready to be closed", True),
        ("Actions to be completed", False),
        ("Actions not completed", False),
        ("Open and closed actions", False),
        ("Delivered by the harbour team", False),
    ],
)
def test_a_heading_may_close_what_is_below_it(heading: str, perhaps: bool) -> None:
    assert perhaps_closes(heading) is perhaps
