"""Sheets drawn as a calendar: the last column marked says when an action is due, and a person is asked about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)
HEADS = ("Ref", "Task", "Owner", "Status")
TASKS = (("1", "Draw the flood map", "Ranger", "In progress"), ("2", "Print the leaflet", "Clerk", "Not started"))
MONTHS = {"Jan-28": date(2028, 1, 31), "Feb-28": date(2028, 2, 29), "Mar-28": date(2028, 3, 31)}
MARKED = {0: (0, 1), 1: (1, 2, 4)}
"""Task -> which of the months are marked."""


@pytest.mark.parametrize("mark", ["X", "✓", ""], ids=["cross", "tick", "colour"])
def test_the_last_month_marked_is_the_date(tmp_path: Path, mark: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEADS, *MONTHS, "Apr-28", "May-28"])
    for at, task in enumerate(TASKS):
        sheet.append(list(task))
        for month in MARKED[at]:
            cell = sheet.cell(at + 2, len(HEADS) + 1 + month, mark or None)
            cell.fill = PatternFill() if mark else PatternFill("solid", fgColor="70AD47")
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", AS_OF)
    assert [each.due.end for each in plan.actions] == [MONTHS["Feb-28"], date(2028, 5, 31)]
    asked = "No column says when actions are due: the last of the 5 columns marked for each is taken. Is that right?"
    assert plan.questions == (asked,)
    assert not any(each.questions for each in plan.actions)


def test_months_without_a_year_have_the_one_printed_over_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*[""] * len(HEADS), "2029"])
    sheet.append([*HEADS, "Jan", "Feb", "Mar", "Apr"])
    sheet.append([*TASKS[0], "X", "X"])
    sheet.merge_cells("E1:H1")
    book.save(tmp_path / "plan.xlsx")
    [action] = read_plan(tmp_path / "plan.xlsx", AS_OF).actions
    assert action.due.end == date(2029, 2, 28)


def test_milestones_written_under_quarters_are_no_marks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEADS, "Q1 2028/29", "Q2 2028/29", "Q3 2028/29", "Q4 2028/29"])
    sheet.append([*TASKS[0], "Tender", "", "Award", ""])
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", AS_OF)
    assert plan.actions[0].due.end is None
    assert "Q1 2028/29" in plan.left_out


def test_a_sheet_that_says_when_is_left_as_it_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEADS, "Due date", *MONTHS, "Apr-28"])
    sheet.append([*TASKS[0], "31 January 2029", "X"])
    book.save(tmp_path / "plan.xlsx")
    [action] = read_plan(tmp_path / "plan.xlsx", AS_OF).actions
    assert action.due.end == date(2029, 1, 31)


WEEKS = ("w/c 3 January 2028", "w/c 10 January 2028", "w/c 17 January 2028", "w/c 24 January 2028")


@pytest.mark.parametrize(
    ("heads", "due"),
    [
        (WEEKS, date(2028, 1, 17)),
        (tuple(head.removeprefix("w/c ") for head in WEEKS), date(2028, 1, 17)),
        (("Wk 1", "Wk 2", "Wk 3", "Wk 4"), None),
    ],
    ids=["beginning", "day", "counted"],
)
def test_the_last_week_marked_is_the_date_and_one_that_is_only_counted_is_asked_about(
    tmp_path: Path, heads: tuple[str, ...], due: date | None
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEADS, *heads])
    sheet.append([*TASKS[0], "X", "", "X", ""])
    book.save(tmp_path / "plan.xlsx")
    [action] = read_plan(tmp_path / "plan.xlsx", AS_OF).actions
    assert action.due.end == due
    assert bool(action.questions) is (due is None)
    assert due or action.due.text == "Wk 3"
