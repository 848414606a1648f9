from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.history import compare, due_text
from bot.plan import Action, Change, Due, Owner, Person, Status

TODAY = date(2026, 9, 4)
TOM = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
BEFORE = Action(
    "Housing plan",
    "3",
    "1.3",
    "Open the new hostel",
    owners=(Owner("Head of Housing", (TOM,)),),
    due=Due.on(date(2026, 9, 30)),
    status=Status.IN_PROGRESS,
)


def changes(after: Action, editor: str = "Priya Raman", why: str = "") -> list[Change]:
    return compare({"3": BEFORE}, [after], [], TODAY, {"3": editor}, why)


def test_a_row_that_reads_the_same_is_no_change_however_often_it_comes() -> None:
    assert changes(replace(BEFORE, version='"5"')) == []


@pytest.mark.parametrize(
    ("moved", "field", "old", "new"),
    [
        ({"status": Status.COMPLETED}, "status", "in_progress", "completed"),
        ({"revised_due": Due.on(date(2026, 12, 31))}, "due", "2026-09-30", "2026-12-31"),
        ({"due": Due("ongoing")}, "due", "2026-09-30", ""),
        ({"owners": (Owner("Head of Planning"),)}, "owners", "Head of Housing", "Head of Planning"),
        ({"text": "Open two hostels"}, "text", "Open the new hostel", "Open two hostels"),
    ],
)
def test_each_movement_says_from_what_to_what_and_by_whom(
    moved: dict[str, object], field: str, old: str, new: str
) -> None:
    after = replace(BEFORE, **moved)  # type: ignore[arg-type]
    assert changes(after) == [Change("Housing plan", "3", "1.3", field, old, new, TODAY, "Priya Raman")]


def test_two_fields_that_moved_are_two_changes_with_one_reason() -> None:
    after = replace(BEFORE, status=Status.AT_RISK, revised_due=Due.on(date(2026, 10, 31)))
    found = changes(after, why="The builder went under.")
    assert [(each.field, each.why) for each in found] == [
        ("status", "The builder went under."),
        ("due", "The builder went under."),
    ]


def test_people_who_change_behind_a_post_are_no_movement_of_the_plan() -> None:
    assert changes(replace(BEFORE, owners=(Owner("Head of Housing"),))) == []


def test_a_note_of_progress_is_no_movement() -> None:
    assert changes(replace(BEFORE, progress="Roof on.", last_reply=TODAY)) == []


def test_a_new_row_is_added_and_a_missing_one_removed() -> None:
    new = replace(BEFORE, item_id="9", ref="1.9", text="Paint the hostel")
    found = compare({"3": BEFORE}, [new], ["3"], TODAY, {"9": "Priya Raman"})
    assert [(each.field, each.ref, each.old, each.new, each.by) for each in found] == [
        ("added", "1.9", "", "Paint the hostel", "Priya Raman"),
        ("removed", "1.3", "Open the new hostel", "", ""),
    ]


def test_the_due_text_is_the_date_that_counts_now() -> None:
    assert due_text(BEFORE) == "2026-09-30"
    assert due_text(replace(BEFORE, revised_due=Due.on(date(2027, 1, 1)))) == "2027-01-01"
    assert due_text(replace(BEFORE, due=Due("ongoing"))) == ""
