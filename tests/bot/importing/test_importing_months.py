"""A sheet a month is one plan in several versions, a column a month one status: the newest counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from importing_documents import excel

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading
from bot.plan import Status

AS_OF = date(2027, 10, 1)
HEADS = ("Ref", "Action", "Owner", "Due", "Status")
GATES = ("1", "Mend the lock gates", "Canal Ranger", "May 2028")
BASIN = ("2", "Dredge the basin", "Canal Ranger", "June 2028")
SWANS = ("3", "Count the swans", "Canal Ranger", "June 2028")


def _sheets(tmp_path: Path, sheets: dict[str, Sequence[Sequence[str]]]) -> PlanReading:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in (HEADS, *rows):
            sheet.append(list(row))
    book.save(tmp_path / "plan.xlsx")
    return read_plan(tmp_path / "plan.xlsx", AS_OF)


@pytest.mark.parametrize(
    ("old", "new"),
    [("Nov 26", "Jan 27"), ("Update Sept 2027", "Update Oct 2027"), ("2025-26", "2026-27"), ("Q1 2027", "Q2 2027")],
)
@pytest.mark.parametrize("newest_first", [True, False])
def test_of_sheets_a_month_that_hold_the_same_actions_the_newest_is_read(
    tmp_path: Path, old: str, new: str, newest_first: bool
) -> None:
    sheets = {old: ((*GATES, "Not started"), (*BASIN, "Live")), new: ((*GATES, "Done"), (*BASIN, "Live"))}
    plan = _sheets(tmp_path, dict(reversed(sheets.items())) if newest_first else sheets)
    assert [(each.ref, each.status.text) for each in plan.actions] == [("1", "Done"), ("2", "Live")]
    assert plan.questions == (
        f'The sheet "{new}" is read as the newest version of the plan, and not "{old}": is that right?',
    )
    assert plan.left_out == (f'the sheet "{old}"',)


def test_an_action_that_stands_only_in_an_earlier_month_is_named(tmp_path: Path) -> None:
    plan = _sheets(tmp_path, {"May": ((*GATES, "Live"), (*SWANS, "Live")), "June": ((*GATES, "Live"),)})
    [asked] = plan.questions
    assert asked.endswith('and not "May": is that right? Only there stands "Count the swans".')


def test_sheets_a_month_with_actions_of_their_own_are_all_read(tmp_path: Path) -> None:
    plan = _sheets(tmp_path, {"May": ((*GATES, "Live"),), "June": ((*BASIN, "Live"),), "Canals": ((*SWANS, "Live"),)})
    assert [each.ref for each in plan.actions] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "months",
    [
        ("Sep 2027", "Aug 2027", "Jul 2027"),
        ("Jul", "Aug", "Sep"),
        ("2024/25", "2025/26", "2026/27"),
        ("Q1", "Q2", "Q3"),
    ],
)
def test_of_columns_headed_by_months_the_newest_that_is_filled_is_the_status(
    tmp_path: Path, months: tuple[str, ...]
) -> None:
    newest_first = months[0].startswith("Sep")
    told = ("Not started", "In progress", ""), ("Not started", "Paused", "Done")
    path = tmp_path / "plan.csv"
    rows = [
        (*plain, *(reversed(statuses) if newest_first else statuses))
        for plain, statuses in zip((GATES, BASIN), told, strict=True)
    ]
    path.write_text("\n".join(map(",".join, [(*HEADS[:4], *months), *rows])), encoding="utf-8")
    plan = read_plan(path, AS_OF)
    assert [each.status.value for each in plan.actions] == [Status.IN_PROGRESS, Status.COMPLETED]
    ordered = months if newest_first else tuple(reversed(months))
    assert (plan.columns["status"], plan.left_out) == ("; ".join(ordered), ())


def test_what_is_told_under_months_is_no_status(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "Ref,Action,Owner,Due,May 2027,June 2027\n"
        "1,Mend the gates,Canal Ranger,May 2028,£400 spent on timber so far,The crane was booked\n",
        encoding="utf-8",
    )
    plan = read_plan(path, AS_OF)
    assert "status" not in plan.columns


@pytest.mark.parametrize(
    "heads", [("RAG Jul-27", "RAG Sep-27"), ("Status Q1", "Status Q2"), ("July 2027 status", "September 2027 status")]
)
def test_of_statuses_headed_by_their_months_the_newest_that_is_filled_counts(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due", *heads),
        ("1", "Sweep the yard", "Clerk", "May 2028", "Red", "Green"),
        ("2", "Mend the gate", "Clerk", "May 2028", "Red", ""),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.status.value for each in plan.actions] == [Status.IN_PROGRESS, Status.AT_RISK]


def test_letters_of_the_key_are_statuses_under_months_as_the_lights_are(tmp_path: Path) -> None:
    rows = [
        ("P = paused, Z = complete, G = on track, A = late",),
        ("Ref", "Action", "Owner", "Due", "July 2027", "August 2027", "September 2027"),
        ("1", "Sweep the yard", "Clerk", "May 2028", "G", "Z", ""),
        ("2", "Mend the gate", "Clerk", "May 2028", "P", "P", "P"),
        ("3", "Paint the door", "Clerk", "May 2028", "P", "G", "A"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.status.value for each in plan.actions] == [Status.COMPLETED, Status.ON_HOLD, Status.AT_RISK]
    assert plan.questions == ()
