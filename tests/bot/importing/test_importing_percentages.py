"""A percentage beside a status in words: the words win, the numbers are read as shown, and a contradiction is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import ReadAction, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)
HEADS = ("Ref", "Action", "Owner", "Due")


def read(
    tmp_path: Path, heads: tuple[str, ...], *cells: tuple[object, ...], formats: dict[str, str] | None = None
) -> tuple[ReadAction, ...]:
    rows = [(*HEADS, *heads)] + [(str(at), f"Walk {at}", "Clerk", "May 2028", *each) for at, each in enumerate(cells)]
    return read_plan(excel(tmp_path / "plan.xlsx", rows, formats=formats), AS_OF).actions


@pytest.mark.parametrize(
    "heads", [("% complete", "Status"), ("Status", "% complete"), ("Progress %", "Status"), ("Status", "Completed (%)")]
)
def test_the_words_are_the_status_on_whichever_side_the_percentage_stands(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    cells = [("On hold", 0.2), ("Complete", 1), ("in hand", 0.5)]
    actions = read(tmp_path, heads, *(each if heads[0] == "Status" else each[::-1] for each in cells))
    assert [action.status.value for action in actions] == [Status.ON_HOLD, Status.COMPLETED, Status.IN_PROGRESS]
    assert [action.status.text for action in actions] == ["On hold / 20%", "Complete / 100%", "in hand / 50%"]
    assert [action.questions for action in actions] == [(), (), ()]


@pytest.mark.parametrize(
    ("words", "share", "value", "asked"),
    [
        ("Complete", "60%", Status.COMPLETED, True),
        ("Complete", "0%", Status.COMPLETED, True),
        ("Not started", "20%", Status.NOT_STARTED, True),
        ("On hold", "100%", Status.ON_HOLD, True),
        ("In progress", "0%", Status.IN_PROGRESS, False),
        ("Cancelled", "40%", Status.CANCELLED, False),
        ("", "40%", Status.IN_PROGRESS, False),
        ("Cobmplated", "100%", Status.COMPLETED, False),
        ("Complete", "nearly", Status.COMPLETED, False),
        ("Complete", "", Status.COMPLETED, False),
    ],
)
def test_a_percentage_that_contradicts_the_words_is_asked_about(
    tmp_path: Path, words: str, share: str, value: Status, asked: bool
) -> None:
    [action] = read(tmp_path, ("Status", "% complete"), (words, share))
    expected = (f'"{words}" and {share} do not agree: is it {value.label.lower()}?',) if asked else ()
    assert (action.status.value, action.questions) == (value, expected)


@pytest.mark.parametrize(
    ("colour", "share", "value", "asked"),
    [
        ("Green", "100%", Status.COMPLETED, False),
        ("Red", "100%", Status.COMPLETED, True),
        ("Red", "20%", Status.AT_RISK, False),
    ],
)
def test_a_colour_beside_a_percentage(tmp_path: Path, colour: str, share: str, value: Status, asked: bool) -> None:
    [action] = read(tmp_path, ("RAG", "% complete"), (colour, share))
    assert (action.status.value, bool(action.questions)) == (value, asked)


@pytest.mark.parametrize("head", ["% complete", "Percentage complete", "Status"])
def test_numbers_shown_as_percentages_are_read_as_shown(tmp_path: Path, head: str) -> None:
    formats = {"E2": "0%", "E3": "0%", "E4": "0.0%", "E5": "0%"}
    actions = read(tmp_path, (head,), (0.2,), (1,), (0.295,), (0,), formats=formats)
    assert [(action.status.text, action.status.value) for action in actions] == [
        ("20%", Status.IN_PROGRESS),
        ("100%", Status.COMPLETED),
        ("29.5%", Status.IN_PROGRESS),
        ("0%", Status.NOT_STARTED),
    ]


def test_shares_of_one_are_percentages_where_a_fraction_stands_among_them(tmp_path: Path) -> None:
    actions = read(tmp_path, ("% complete",), (0.2,), (1,), (0,))
    assert [action.status.text for action in actions] == ["20%", "100%", "0%"]
    actions = read(tmp_path, ("% complete",), (0.5,), (1,), (20,))
    assert [action.status.text for action in actions] == ["0.5", "1", "20"]


def test_a_one_alone_may_be_one_per_cent(tmp_path: Path) -> None:
    [action] = read(tmp_path, ("% complete",), (1,))
    assert action.questions == ('"1" may be one per cent or all of it: is it completed?',)


def test_progress_in_words_is_told_where_a_percentage_states_it(tmp_path: Path) -> None:
    [action] = read(tmp_path, ("% complete", "Progress"), ("40%", "Two of the three paths are walked"))
    assert (action.status.text, action.status.note) == ("40%", "Two of the three paths are walked")
