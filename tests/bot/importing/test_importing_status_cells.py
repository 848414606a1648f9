"""A status in words beside a colour: the words win where they plainly contradict it, and the doubt is a question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import ReadAction, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def read(tmp_path: Path, heads: tuple[str, str], cells: tuple[str, str]) -> ReadAction:
    rows = [("Ref", "Action", "Owner", "Due", *heads), ("1", "Walk", "Clerk", "May 2028", *cells)]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions[0]


@pytest.mark.parametrize(
    "heads", [("RAG", "Progress"), ("RAG status", "Progress update"), ("RAG", "Status"), ("RAG rating", "Comments")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_words_win_over_a_colour_that_they_contradict(tmp_path: Path, heads: tuple[str, str], turned: bool) -> None:
    cells = ("Green", "Not started")
    action = read(tmp_path, heads[::-1] if turned else heads, cells[::-1] if turned else cells)
    assert action.status.value is Status.NOT_STARTED
    assert action.questions == (
        '"Not started" and the colour Green do not agree: is it not started, as the words say?',
    )


@pytest.mark.parametrize(
    ("colour", "words", "value", "asked"),
    [
        ("Green", "Not started, we wait for the adviser's report to come back", Status.NOT_STARTED, True),
        ("Red", "Completed", Status.COMPLETED, True),
        ("Green", "Completed", Status.COMPLETED, False),
        ("Amber", "Not started", Status.NOT_STARTED, False),
        ("Red", "In progress", Status.AT_RISK, False),
        ("Green", "Two of the three surveys are back and the rest come in May", Status.IN_PROGRESS, False),
        ("Amber", "Completed the draft; members have still to see it and to agree", Status.AT_RISK, False),
        ("Amber", "Completed: the policy was agreed in May and is on our pages", Status.AT_RISK, True),
        ("Green", "Completed: the policy was agreed in May and is on our pages", Status.IN_PROGRESS, True),
        ("Green", "", Status.IN_PROGRESS, False),
        ("", "Not started", Status.NOT_STARTED, False),
    ],
)
def test_a_colour_and_an_update_together(tmp_path: Path, colour: str, words: str, value: Status, asked: bool) -> None:
    action = read(tmp_path, ("RAG", "Latest update"), (colour, words))
    assert (action.status.value, bool(action.questions)) == (value, asked)
    assert action.status.note == words


def test_the_words_of_both_columns_are_kept(tmp_path: Path) -> None:
    action = read(tmp_path, ("Status", "RAG"), ("In progress", "Amber"))
    assert (action.status.value, action.status.text) == (Status.IN_PROGRESS, "In progress / Amber")


def test_a_colour_speaks_where_the_status_column_is_silent(tmp_path: Path) -> None:
    assert read(tmp_path, ("Status", "RAG"), ("", "Red")).status.value is Status.AT_RISK


def test_of_two_columns_of_colours_the_first_is_read_and_the_other_named(tmp_path: Path) -> None:
    rows = [
        ("Action", "Owner", "Due", "RAG status", "RAG status for spring"),
        ("Walk", "Clerk", "May 2028", "Green", "Red"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert plan.actions[0].status.value is Status.IN_PROGRESS
    assert plan.left_out == ("RAG status for spring",)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("84 homes", True),
        ("84 homes done", True),
        ("84 refitted", True),
        ("310 homes done", False),
        ("Every home is warm since 2026", False),
        ("84 letters sent", False),
    ],
)
def test_a_colour_for_completed_beside_fewer_things_than_asked_for_is_a_question(
    tmp_path: Path, told: str, asked: bool
) -> None:
    rows = [
        ("Key: Green = completed, Amber = in progress, Red = not started", "", "", "", ""),
        ("Action", "Owner", "Due", "RAG", "Latest update"),
        ("Refit 300 council homes", "Clerk", "May 2028", "Green", told),
    ]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.status.value is Status.COMPLETED
    assert action.questions == ((f'"Green" stands beside "{told}": is it completed?',) if asked else ())


def test_a_count_beside_a_colour_for_going_well_completes_nothing(tmp_path: Path) -> None:
    rows = [
        ("Action", "Owner", "Due", "RAG", "Latest update"),
        ("Refit homes", "Clerk", "May 2028", "Green", "84 homes done"),
    ]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.status.value is Status.IN_PROGRESS
