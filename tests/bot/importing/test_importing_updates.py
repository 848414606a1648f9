"""Updates in several columns: all are kept, oldest first, and the last one speaks for the status."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel, word

from bot.importing import PlanReading, ReadAction, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def read(tmp_path: Path, heads: tuple[str, ...], *cells: tuple[str, ...]) -> PlanReading:
    rows = [(*FLAT, *heads)] + [(str(at), "Walk", "Clerk", "May 2028", *each) for at, each in enumerate(cells)]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)


def told(action: ReadAction) -> list[tuple[str, str]]:
    return [(each.head, each.words) for each in action.updates]


def test_every_update_column_is_kept_under_its_head(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        ("Progress update - October", "Progress update - November", "Notes"),
        ("In progress", "Tender out", "Tender back\nand read", ""),
        ("In progress", "", "", "Ask the mayor"),
    )
    first, second = plan.actions
    assert told(first) == [
        ("Progress update - October", "Tender out"),
        ("Progress update - November", "Tender back\nand read"),
    ]
    assert told(second) == [("Notes", "Ask the mayor")]
    assert first.status.note == (
        "Progress update - October: Tender out\nProgress update - November: Tender back\nand read"
    )
    assert plan.columns["update"] == "Progress update - October; Progress update - November; Notes"
    assert plan.left_out == ()


@pytest.mark.parametrize(
    ("heads", "order"),
    [
        (("Update November", "Update October"), (1, 0)),
        (("Update December", "Update January"), (0, 1)),
        (("Update May 2027", "Update April 2026"), (1, 0)),
        (("Q3 update", "Q4 update"), (0, 1)),
        (("Latest update", "Previous update"), (1, 0)),
        (("Update", "Comments"), (0, 1)),
    ],
)
def test_updates_stand_in_the_order_of_time(tmp_path: Path, heads: tuple[str, str], order: tuple[int, int]) -> None:
    [action] = read(tmp_path, heads, ("In progress", "a", "b")).actions
    assert told(action) == [(heads[at], "ab"[at]) for at in order]


def test_where_are_we_now_is_an_update_whatever_day_stands_beside_it(tmp_path: Path) -> None:
    rows = [(*FLAT, "Where are we now (Nov 26)"), ("1", "Walk", "Clerk", "May 2028", "In progress", "Half is walked")]
    [action] = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert action.status.note == "Half is walked"


def test_the_last_update_is_the_status_where_no_column_states_one(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due", "Update November", "Update October"),
        ("1", "Walk", "Clerk", "May 2028", "On hold", "Started"),
        ("2", "Map", "Clerk", "May 2028", "", "Not started"),
    ]
    first, second = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert (first.status.value, first.status.text) == (Status.ON_HOLD, "On hold")
    assert told(first) == [("Update October", "Started"), ("Update November", "On hold")]
    assert second.status.value is Status.NOT_STARTED


def test_updates_stacked_beside_stacked_actions_are_divided_in_each_column(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Update October", "Update November"),
        ("1", "i) Walk\nii) Map", "Clerk", "May 2028", "In progress", "walked\nmapped", "well\nbadly"),
    ]
    first, second = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert told(first) == [("Update October", "walked"), ("Update November", "well")]
    assert told(second) == [("Update October", "mapped"), ("Update November", "badly")]


def test_an_update_that_goes_on_in_the_next_row_stays_under_its_head(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Update October", "Update November"),
        ("1", "Walk", "Clerk", "May 2028", "In progress", "out", ""),
        ("", "", "", "", "", "back", "read"),
    ]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert told(action) == [("Update October", "out\nback"), ("Update November", "read")]


def test_a_colour_column_and_a_date_are_no_updates(tmp_path: Path) -> None:
    plan = read(tmp_path, ("Update", "RAG at last update", "Date of update"), ("In progress", "a", "Green", "1 May"))
    assert told(plan.actions[0]) == [("", "a")]


def test_a_column_of_sentences_that_is_not_read_is_named_first(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        ("Budget", "Legal advice"),
        ("In progress", "£400", "The lease forbids it until the spring"),
    )
    assert plan.left_out == ("Legal advice", "Budget")
    first, second = plan.not_read
    assert first.startswith("Not brought in, and it holds sentences: Legal advice. To keep them, import with ")
    assert second == "Not brought in, for the list has no place for it: Budget."


@pytest.mark.parametrize(
    ("update", "asked"),
    [
        ("All trained bar 3", True),
        ("All signs are up except at the weir", True),
        ("Two of the five are trained", True),
        ("Mapping is still under way", True),
        ("Probably done", True),
        ("80% trained", True),
        ("Lease to be sealed in May", True),
        ("Agreed in May, to be formally reviewed in two years", False),
        ("Everybody is trained", False),
        ("Agreed in May; nothing further is outstanding", False),
        ("The policy was approved and will be read again in two years", False),
        ("", False),
    ],
)
def test_a_completed_action_whose_update_names_an_exception_is_asked_about(
    tmp_path: Path, update: str, asked: bool
) -> None:
    [action] = read(tmp_path, ("Latest update",), ("Complete", update)).actions
    question = (f'"Complete" stands beside "{update}": is it completed?',) if asked else ()
    assert (action.status.value, action.questions) == (Status.COMPLETED, question)


def test_only_the_last_update_is_weighed_against_a_completion(tmp_path: Path) -> None:
    [action] = read(tmp_path, ("Update May", "Update June"), ("Complete", "All bar 3", "All trained")).actions
    assert action.questions == ()


STATED = (("Underway", "A contractor is on the site"), ("Done", "The hall is open"), ("Not started", "Staff first"))
READ = [Status.IN_PROGRESS, Status.COMPLETED, Status.NOT_STARTED]


def without_status(tmp_path: Path, heads: tuple[str, ...], *cells: tuple[str, ...]) -> PlanReading:
    rows = [(*FLAT[:4], *heads)] + [(str(at), "Walk", "Clerk", "May 2028", *each) for at, each in enumerate(cells)]
    return read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)


def test_of_two_columns_told_together_the_one_of_statuses_states_it(tmp_path: Path) -> None:
    plan = without_status(tmp_path, ("Progress report", "Commentary"), *STATED)
    assert [each.status.value for each in plan.actions] == READ
    assert told(plan.actions[0]) == [("", "A contractor is on the site")]


def test_statuses_told_earlier_do_not_speak_for_today(tmp_path: Path) -> None:
    cells = (
        ("Not started", "Completed 2 September"),
        ("Not started", "Completed 3 September"),
        ("Not started", "Done"),
    )
    plan = without_status(tmp_path, ("Update August 2027", "Update September 2027"), *cells)
    assert [each.status.value for each in plan.actions] == [Status.COMPLETED] * 3


def test_lines_of_an_update_that_bear_the_labels_of_the_actions_beside_them_are_told_of_these(tmp_path: Path) -> None:
    row = [
        "1.1 Mend the roof\n1.2 Paint the door\n1.3 Clear the leat",
        "Clerk",
        "May\nJune\nJuly",
        "Open",
        "1.1 Slates bought\n1.3 Half of it clear",
    ]
    path = word(tmp_path / "plan.docx", [["Actions", "Lead", "Due", "Status", "Comments"], row])
    assert [" ".join(update.words for update in each.updates) for each in read_plan(path, AS_OF).actions] == [
        "Slates bought",
        "",
        "Half of it clear",
    ]
