"""A new date told beside an action: which one moves the whole of it, which one is asked about, and what comes round."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import ReadAction, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)
HEADS = ("Ref", "Action", "Owner", "Due", "Revised date", "RAG", "Latest update")


def read(tmp_path: Path, action: str, due: str, *, revised: str = "", rag: str = "", told: str = "") -> ReadAction:
    rows = [HEADS, ("1", action, "Ranger", due, revised, rag, told)]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions[0]


def revised_end(action: ReadAction) -> date | None:
    return action.status.revised_due.end if action.status.revised_due else None


@pytest.mark.parametrize(
    "told",
    [
        "Start on site delayed to May 2028",
        "The tender was postponed to November 2027",
        "Survey moved to May 2029; the opening is as planned",
    ],
)
def test_a_step_that_moves_is_no_new_date_of_the_whole_and_is_asked_about(tmp_path: Path, told: str) -> None:
    action = read(tmp_path, "Mend the weir", "June 2028", rag="Green", told=told)
    assert revised_end(action) is None
    [question] = action.held_by
    assert "tells of a step on the way" in question


def test_a_step_that_is_the_whole_action_moves_it(tmp_path: Path) -> None:
    action = read(tmp_path, "Run the tender for the weir", "June 2028", rag="Amber", told="Tender moved to August 2028")
    assert (revised_end(action), action.questions) == (date(2028, 8, 31), ())


def test_a_later_date_of_the_whole_moves_it(tmp_path: Path) -> None:
    action = read(tmp_path, "Mend the weir", "June 2028", rag="Amber", told="Slipped to August 2028")
    assert (revised_end(action), action.questions) == (date(2028, 8, 31), ())


def test_an_earlier_date_told_in_words_is_asked_about_and_not_taken(tmp_path: Path) -> None:
    action = read(tmp_path, "Mend the weir", "June 2028", rag="Green", told="Moved to May 2028")
    assert revised_end(action) is None
    assert action.held_by == (
        '"May 2028" is told as a new date and lies before the date first promised, "June 2028": which one counts?',
    )


def test_an_earlier_date_of_its_own_column_is_asked_about(tmp_path: Path) -> None:
    action = read(tmp_path, "Mend the weir", "June 2028", revised="May 2028", rag="Green")
    assert revised_end(action) == date(2028, 5, 31)
    assert "which one counts?" in action.held_by[0]


@pytest.mark.parametrize(
    ("due", "value", "once"),
    [
        ("Annually", Status.ONGOING, True),
        ("Every May", Status.ONGOING, True),
        ("Monthly until May 2027", Status.COMPLETED, False),
        ("May 2028", Status.COMPLETED, False),
    ],
)
def test_what_comes_round_is_not_closed_by_being_done_once(tmp_path: Path, due: str, value: Status, once: bool) -> None:
    action = read(tmp_path, "Count the swans", due, told="Completed")
    assert (action.status.value, action.done_once, action.held_by) == (value, once, ())


def test_of_several_revised_dates_the_last_that_is_filled_counts(tmp_path: Path) -> None:
    rows = [
        ("Action", "Owner", "Original date", "1st revised date", "2nd revised date", "Status"),
        ("Mend the weir", "Ranger", "May 2027", "June 2028", "July 2028", "In progress"),
        ("Mend the sluice", "Ranger", "May 2027", "June 2028", "", "In progress"),
        ("Mend the ford", "Ranger", "May 2029", "", "n/a", "In progress"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [revised_end(each) for each in plan.actions] == [date(2028, 7, 31), date(2028, 6, 30), None]
    assert (plan.columns["revised_due"], plan.left_out) == ("1st revised date; 2nd revised date", ())


@pytest.mark.parametrize("head", ["Revised", "Moved to", "Slipped to"])
def test_a_head_of_one_word_may_be_of_the_revised_date(tmp_path: Path, head: str) -> None:
    rows = [("Action", "Owner", "Due", head, "Status"), ("Mend the weir", "Ranger", "May 2028", "June 2028", "Open")]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert revised_end(action) == date(2028, 6, 30)
