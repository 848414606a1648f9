"""Columns that no head tells: named by the admin, found by what stands in them, or one of several alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel

from bot.importing import UnreadableDocument, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)
ROWS = (
    ("Survey the weir and report on it", "Clerk", "May 2028", "North"),
    ("Count the benches of the parish", "Head of Parks", "June 2028", "South"),
    ("Paint the railings by the river", "Clerk", "July 2028", "South"),
)


@pytest.mark.parametrize("head", [(), (("Deliverable text", "PIC", "ETA", "Where"),), (("Works of the parish",),)])
def test_without_heads_the_columns_are_told_by_their_content_and_that_is_asked(
    tmp_path: Path, head: tuple[tuple[str, ...], ...]
) -> None:
    plan = read_plan(excel(tmp_path / "plan.xlsx", [*head, *ROWS]), AS_OF)
    assert [(each.action, each.owners, str(each.due.end)) for each in plan.actions] == [
        ("Survey the weir and report on it", ("Clerk",), "2028-05-31"),
        ("Count the benches of the parish", ("Head of Parks",), "2028-06-30"),
        ("Paint the railings by the river", ("Clerk",), "2028-07-31"),
    ]
    assert plan.questions[0].startswith("No row names what the columns hold.")


def test_a_table_of_other_things_is_not_taken_for_a_plan(tmp_path: Path) -> None:
    rows = [("Red lorry", "12", "£40"), ("Blue lorry", "15", "£90"), ("Green lorry", "9", "£10")]
    with pytest.raises(UnreadableDocument, match="holds no table of actions"):
        read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)


def test_a_column_of_people_under_an_unknown_head_is_the_owner_and_that_is_asked(tmp_path: Path) -> None:
    head = ("Action", "PIC", "Due", "Where")
    plan = read_plan(excel(tmp_path / "plan.xlsx", [head, *ROWS]), AS_OF)
    assert plan.actions[1].owners == ("Head of Parks",)
    assert 'The column "PIC" holds people and is read as owner: is that right?' in plan.questions


def test_a_date_of_something_else_is_not_taken_for_the_due_date(tmp_path: Path) -> None:
    rows = [("Action", "Owner", "Date raised"), *(row[:3] for row in ROWS)]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.due.end for each in plan.actions] == [None, None, None]


def test_columns_may_be_named_by_their_place(tmp_path: Path) -> None:
    path = excel(tmp_path / "plan.xlsx", ROWS)
    plan = read_plan(path, AS_OF, columns={"action": "column 1", "owner": "column 2", "section": "#4"})
    assert (plan.actions[0].section, plan.actions[0].owners, plan.actions[0].due.end) == ("North", ("Clerk",), None)
    with pytest.raises(UnreadableDocument, match="No table"):
        read_plan(path, AS_OF, columns={"action": "column 9"})


def test_columns_of_pasted_text_may_be_named_too(tmp_path: Path) -> None:
    lines = ["No\tWorks\tPerson\tWhen", "1\tMend the weir\tClerk\tMay 2028", "2\tCount the swans\tRanger\tJune 2028"]
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    plan = read_plan(path, AS_OF, columns={"action": "Works", "owner": "Person"})
    assert [(each.action, each.owners) for each in plan.actions] == [
        ("Mend the weir", ("Clerk",)),
        ("Count the swans", ("Ranger",)),
    ]


@pytest.mark.parametrize(
    ("older", "newer"), [("Q1 (previous)", "Q2 (current)"), ("Status March 2027", "Status June 2027")]
)
def test_of_several_statuses_the_latest_counts(tmp_path: Path, older: str, newer: str) -> None:
    for order in ((0, 1), (1, 0)):
        heads = (f"Status {older}", f"Status {newer}")
        values = ("Not started", "Complete")
        rows = [
            ("Action", "Owner", "Due", *(heads[at] for at in order)),
            ("Mend the weir", "Clerk", "May 2028", *(values[at] for at in order)),
        ]
        [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
        assert action.status.value is Status.COMPLETED


@pytest.mark.parametrize("head", ["Forecast", "Expected completion date", "Extended to", "Revised target"])
def test_a_forecast_is_a_revised_date_and_none_where_it_repeats_the_first(tmp_path: Path, head: str) -> None:
    rows = [
        ("Action", "Owner", "Baseline", head),
        ("Mend the weir", "Clerk", "May 2028", "June 2028"),
        ("Paint the weir", "Clerk", "May 2028", "May 2028"),
    ]
    moved, kept = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert moved.due.end == kept.due.end == date(2028, 5, 31)
    assert moved.status.revised_due is not None
    assert moved.status.revised_due.end == date(2028, 6, 30)
    assert kept.status.revised_due is None


def test_a_forecast_alone_is_the_date(tmp_path: Path) -> None:
    rows = [("Action", "Owner", "Expected completion"), ("Mend the weir", "Clerk", "May 2028")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.due.end == date(2028, 5, 31)


def test_what_recurs_is_not_revised_by_words_about_its_next_time(tmp_path: Path) -> None:
    row = ("1", "Report on the weir", "Clerk", "Quarterly", "In progress, next due in February 2028")
    [action] = read_plan(excel(tmp_path / "plan.xlsx", [FLAT, row]), AS_OF).actions
    assert action.status.revised_due is None


def test_heads_that_ask_are_read_as_what_they_ask_for(tmp_path: Path) -> None:
    heads = ("What will be done", "Who will do it", "When will it be done", "How are we doing?", "What has been done")
    rows = [heads, ("Mend the weir", "Clerk", "May 2028", "Complete", "All stones are laid")]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert {field: plan.columns[field] for field in ("action", "owner", "due", "status", "update")} == dict(
        zip(("action", "owner", "due", "status", "update"), heads, strict=True)
    )


def test_what_success_looks_like_is_no_action(tmp_path: Path) -> None:
    rows = [("What will success look like", "Action", "Owner"), ("A dry town", "Mend the weir", "Clerk")]
    assert read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).columns["action"] == "Action"
