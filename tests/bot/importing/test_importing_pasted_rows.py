"""Rows of pasted text keep to themselves, and what goes on over a page goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, text: str) -> PlanReading:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return read_plan(path, AS_OF)


def test_misread_rows_before_the_foot_of_a_page_stay_rows_of_their_own(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Ref   Action                        Owner            Due date      Status\n"
        "2.l   Rehang the t0wn gate          Town Clerk       3l May 2O28   ln hand\n"
        "2.2   Weed the moat                 Estates Officer  30 June 2028  Not started\n"
        "2.3   Sharpen the portcullis        Town Clerk       1 July 2028   Fini5hed\n"
        "Page 1 of 2\n"
        "2.4   Oil the drawbridge            Estates Officer  1 May 2028    Not started\n",
    )
    assert [(each.ref, each.action) for each in plan.actions] == [
        ("2.l", "Rehang the t0wn gate"),
        ("2.2", "Weed the moat"),
        ("2.3", "Sharpen the portcullis"),
        ("2.4", "Oil the drawbridge"),
    ]
    assert plan.actions[1].due.end == date(2028, 6, 30)


@pytest.mark.parametrize("mark", ["(cont.)", "(continued)", "cont'd:", "(continued from page 1)"])
def test_an_action_that_goes_on_over_the_page_keeps_its_reference_once(tmp_path: Path, mark: str) -> None:
    plan = _read(
        tmp_path,
        "Ref  Action                                Owner            Due date      Status\n"
        "1    Weed the moat                         Estates Officer  30 June 2028  Not started\n"
        "2    Sharpen the portcullis                Town Clerk       1 July 2028   Not started\n"
        "Page 1 of 2\n"
        "Ref  Action                                Owner            Due date      Status\n"
        f"2    {mark} and its chains\n"
        "3    Oil the drawbridge                    Estates Officer  1 May 2028    Not started\n",
    )
    assert [(each.ref, each.action) for each in plan.actions] == [
        ("1", "Weed the moat"),
        ("2", "Sharpen the portcullis and its chains"),
        ("3", "Oil the drawbridge"),
    ]


def test_a_task_that_ends_as_a_body_or_holds_a_time_is_no_owner_and_no_date_of_a_cell_a_line(tmp_path: Path) -> None:
    cells = ("Recommendation", "Action", "Lead", "Timescale", "Status")
    rows = (
        ("F1 Listen to tenants", "Offer free coaching to panel members", "Housing Manager", "May 2028", "In progress"),
        ("F2 Watch the purse", "Switch to quarterly rent reviews", "Finance Officer", "June 2028", "Not started"),
        ("F3 Work with friends", "Renew the estate safety board", "Chief Executive", "July 2028", "Complete"),
    )
    plan = _read(tmp_path, "\n".join(cell for row in (cells, *rows) for cell in row))
    assert [(each.recommendation, each.action, each.owners) for each in plan.actions] == [
        (row[0], row[1], (row[2],)) for row in rows
    ]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("J. Finch\nS. Lark", ("J. Finch", "S. Lark")),
        ("A. Finch\nB. Lark", ("A. Finch", "B. Lark")),
        ("A.J. Finch\nB. Lark", ("A.J. Finch", "B. Lark")),
        ("a) Town Clerk\nb) Head of Parks", ("Town Clerk", "Head of Parks")),
        ("1. Town Clerk\n2. Head of Parks", ("Town Clerk", "Head of Parks")),
    ],
)
def test_the_initials_of_names_on_lines_of_their_own_are_no_numbers_of_a_list(
    tmp_path: Path, cell: str, owners: tuple[str, ...]
) -> None:
    rows = (FLAT, ("1", "Weed the moat", cell, "May 2028", "In progress"))
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert (action.owners, action.questions) == (owners, ())
