"""Sheets with a column of projects beside one of their steps: the step is the action, the project its section."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import ReadAction, read_plan

AS_OF = date(2027, 10, 1)
STEPS = ("Ramp surveyed", "Lift contract let", "Path lights tested")
NAMES = ("Town Hall", "Town Hall", "River Park")
ONCE = ("Town Hall", "Market Square", "River Park")


def read(path: Path, heads: Sequence[str], whole: Sequence[str], step: Sequence[str]) -> list[ReadAction]:
    rows = [
        (names, does, "Estates Surveyor", "1 May 2028", "31 May 2028") for names, does in zip(whole, step, strict=True)
    ]
    return list(read_plan(excel(path / "plan.xlsx", [(*heads, "Lead", "Start", "End"), *rows]), AS_OF).actions)


@pytest.mark.parametrize(
    "heads",
    [
        ("Project", "Milestone"),
        ("Project name", "Key milestones"),
        ("Initiative", "Task"),
        ("Programme", "Activity"),
        ("Phase", "Deliverable"),
        ("Project", "Description"),
    ],
    ids="-".join,
)
@pytest.mark.parametrize("names", [NAMES, ONCE, ("Town Hall", "", "River Park")], ids=["repeated", "once", "blank"])
def test_the_step_is_the_action_and_the_project_its_section(
    tmp_path: Path, heads: tuple[str, str], names: tuple[str, ...]
) -> None:
    actions = read(tmp_path, heads, names, STEPS)
    assert tuple(each.action for each in actions) == STEPS
    assert tuple(each.section for each in actions) == tuple(name or "Town Hall" for name in names)
    assert {each.due.end for each in actions} == {date(2028, 5, 31)}


def test_what_is_headed_action_stays_the_action_beside_its_milestones(tmp_path: Path) -> None:
    assert tuple(each.action for each in read(tmp_path, ("Action", "Milestone"), ONCE, STEPS)) == ONCE


def test_a_project_beside_what_is_headed_action_is_its_section(tmp_path: Path) -> None:
    assert tuple(each.section for each in read(tmp_path, ("Project", "Action"), NAMES, STEPS)) == NAMES


def test_projects_worded_as_tasks_stay_the_actions(tmp_path: Path) -> None:
    tasks = ("Repair the ramp", "Replace the lift", "Light the path")
    assert tuple(each.action for each in read(tmp_path, ("Project", "Milestone"), tasks, STEPS)) == tasks


def test_projects_each_with_a_list_of_milestones_stay_the_actions(tmp_path: Path) -> None:
    lists = ("Survey\nTender\nBuild", "Design\nConsent", "Test")
    assert tuple(each.action for each in read(tmp_path, ("Project", "Milestones"), ONCE, lists)) == ONCE


def test_milestones_that_most_projects_lack_are_no_actions(tmp_path: Path) -> None:
    assert tuple(each.action for each in read(tmp_path, ("Project", "Milestone"), ONCE, ("Ramp surveyed", "", ""))) == (
        ONCE
    )


def test_an_action_merged_over_rows_that_say_what_else_to_do_is_their_section(tmp_path: Path) -> None:
    rows = [
        ("Action", "Milestone", "Lead", "Date"),
        ("Bring empty homes back into use", "Write to all owners", "Empty Homes Officer", "May 2028"),
        ("", "Serve three notices", "Solicitor", "June 2028"),
        ("Set up a lettings agency", "Take a business case to Cabinet", "Head of Housing", "July 2028"),
    ]
    actions = read_plan(excel(tmp_path / "plan.xlsx", rows, merged=("A2:A3",)), AS_OF).actions
    assert [each.action for each in actions] == [
        "Write to all owners",
        "Serve three notices",
        "Take a business case to Cabinet",
    ]
    assert actions[1].section == "Bring empty homes back into use"
