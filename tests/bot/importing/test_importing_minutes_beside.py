"""Minutes that hold a table of earlier actions and note new ones in their text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import in_order

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading

AS_OF = date(2027, 10, 1)
LOG = (
    ("Minute", "Action", "Who", "By when", "Update"),
    ("27/11", "Oil the lock gates", "Lock Keeper", "31 July 2027", "Done"),
    ("27/12", "Repaint the beacon", "Harbour Master", "30 September 2027", "Paint ordered"),
)


def minutes(tmp_path: Path, *said: str) -> PlanReading:
    return read_plan(in_order(tmp_path / "minutes.docx", ["Harbour Board, actions", LOG, *said]), AS_OF)


def test_actions_noted_in_the_text_are_read_beside_the_table_under_their_headings(tmp_path: Path) -> None:
    plan = minutes(
        tmp_path,
        "27/20 Moorings",
        "Some of the chains were reported loose.",
        "ACTION: Harbour Master and Capt. Ann Lark to check the chains by Friday 29 October 2027.",
        "27/21 Gulls",
        "ACTION 4: Harbour Master to hire a falconer by the end of November 2027.",
        "The Board closed at noon.",
    )
    assert [(each.section, each.action, each.owners, each.due.end) for each in plan.actions[2:]] == [
        (
            "27/20 Moorings",
            "Harbour Master and Capt. Ann Lark to check the chains by Friday 29 October 2027.",
            ("Harbour Master", "Capt. Ann Lark"),
            date(2027, 10, 29),
        ),
        (
            "27/21 Gulls",
            "Harbour Master to hire a falconer by the end of November 2027.",
            ("Harbour Master",),
            date(2027, 11, 30),
        ),
    ]
    assert plan.actions[3].ref == "4"
    assert plan.questions == ()


@pytest.mark.parametrize(
    ("noted", "count", "asked"),
    [
        ("ACTION: Harbour Master to repaint the beacon by 30 September 2027.", 2, False),
        ("ACTION: Harbour Master to repaint the beacon by 30 May 2028.", 3, True),
        ("ACTION: Pilot to hire a falconer for the north quay.", 3, False),
    ],
)
def test_what_a_table_says_already_is_not_read_twice(tmp_path: Path, noted: str, count: int, asked: bool) -> None:
    plan = minutes(tmp_path, noted)
    assert len(plan.actions) == count
    again = [question for each in plan.actions for question in each.questions if "is it the same action?" in question]
    assert bool(again) is asked


def test_headings_that_only_name_actions_are_none(tmp_path: Path) -> None:
    plan = minutes(tmp_path, "Action 1: Improve the moorings", "Action 2: Quieter gulls")
    assert [each.ref for each in plan.actions] == ["27/11", "27/12"]


def test_pasted_minutes_are_read_in_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(
        "Harbour Board\n\n1. Matters arising\n\n"
        "Ref    Action                  Who               By when        Status\n"
        "12     Oil the lock gates      Lock Keeper       31 July 2027   Done\n"
        "13     Repaint the beacon      Harbour Master    30 June 2027   Not started\n\n"
        "2. Gulls\nThey were loud.\n"
        "ACTION: Pilot to hire a falconer for the quays\nby 14 August 2027.\n\n"
        "3. Close\nThe Board closed at noon.\n",
        encoding="utf-8",
    )
    plan = read_plan(tmp_path / "minutes.txt", AS_OF)
    assert [(each.ref, each.section, each.action, each.owners) for each in plan.actions] == [
        ("12", "", "Oil the lock gates", ("Lock Keeper",)),
        ("13", "", "Repaint the beacon", ("Harbour Master",)),
        ("3", "2. Gulls", "Pilot to hire a falconer for the quays by 14 August 2027.", ()),
    ]


def test_who_and_when_may_stand_behind_dashes(tmp_path: Path) -> None:
    plan = minutes(
        tmp_path,
        "ACTION: Oil the sluice gear – Lock Keeper – by 31 October 2027",
        "ACTION: Book the pilot boat - by end of November 2027 - Harbour Master and Capt. Ann Lark",
        "ACTION: Paint the mooring posts – Cllr Reed",
    )
    assert [(each.action, each.owners, each.due.end) for each in plan.actions[2:]] == [
        ("Oil the sluice gear", ("Lock Keeper",), date(2027, 10, 31)),
        ("Book the pilot boat", ("Harbour Master", "Capt. Ann Lark"), date(2027, 11, 30)),
        ("Paint the mooring posts", ("Cllr Reed",), None),
    ]


def test_a_dash_within_an_action_leads_to_nobody(tmp_path: Path) -> None:
    plan = minutes(tmp_path, "ACTION: Lock Keeper to test the gear - upper and lower - by 31 October 2027")
    assert plan.actions[2].owners == ("Lock Keeper",)
