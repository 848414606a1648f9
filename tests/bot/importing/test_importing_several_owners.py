"""Heads over two columns: people who lead and people who deliver, what was so last period and what is so now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing.reader import read_plan
from bot.plan import Status
from tests.bot.importing.importing_documents import excel, word

AS_OF = date(2028, 6, 1)


@pytest.mark.parametrize("second", ["Delivery lead", "Supported by", "Supporting officer"])
def test_two_columns_of_owners_both_own(tmp_path: Path, second: str) -> None:
    rows = [
        ("Action", "Lead officer", second, "Due", "Status"),
        ("Dredge the pond", "Town Clerk", "Estates Manager", "May 2029", "In progress"),
        ("Paint the lido", "Town Clerk", "Town Clerk", "May 2029", "In progress"),
        ("Mend the sluice", "", "External – Brook and Sons Ltd", "May 2029", "In progress"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.owners for each in plan.actions] == [
        ("Town Clerk", "Estates Manager"),
        ("Town Clerk",),
        ("Brook and Sons Ltd",),
    ]
    assert plan.columns["owner"] == f"Lead officer; {second}"
    assert not plan.left_out


@pytest.mark.parametrize("head", ["Delivery partners", "Lead partner", "Responsible partner organisation"])
def test_delivery_partners_own_where_no_other_column_names_owners(tmp_path: Path, head: str) -> None:
    rows = [("Action", head, "Due"), ("Dredge the pond", "Brook and Sons Ltd", "May 2029")]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.owners == ("Brook and Sons Ltd",)


@pytest.mark.parametrize(
    "second", ["Portfolio holder", "Partners", "Delivery partners", "Risk owner", "Approved by", "Managed by"]
)
def test_who_approves_or_answers_for_it_in_public_does_not_own_it(tmp_path: Path, second: str) -> None:
    rows = [("Action", "Owner", second, "Due"), ("Dredge the pond", "Town Clerk", "Estates Manager", "May 2029")]
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.owners == ("Town Clerk",)


def test_each_of_several_actions_in_a_row_keeps_its_own_two_owners(tmp_path: Path) -> None:
    rows = [
        ("Action", "SRO", "Owner", "Delivery lead", "Due"),
        (
            "1. Dredge the pond\n2. Paint the lido",
            "",
            "Town Clerk\nRanger",
            "Estates Manager\nPool Manager",
            "May 2029",
        ),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.owners for each in plan.actions] == [("Town Clerk", "Estates Manager"), ("Ranger", "Pool Manager")]


def test_of_two_columns_of_colours_the_one_of_this_period_holds(tmp_path: Path) -> None:
    rows = [
        ("Action", "Owner", "Due", "RAG", ""),
        ("", "", "", "Last period", "This period"),
        ("Dredge the pond", "Town Clerk", "May 2029", "Green", "Red"),
    ]
    (action,) = read_plan(
        excel(tmp_path / "plan.xlsx", rows, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"]), AS_OF
    ).actions
    assert (action.status.text, action.status.value) == ("Red", Status.AT_RISK)


TWO_OF_PEOPLE = (
    ("Dredge the pond", "Cllr Vane", "Town Clerk", "May 2029"),
    ("Paint the lido", "Cllr Vane", "Pool Manager", "May 2029"),
    ("Mend the sluice", "Cllr Holt", "Head of Parks", "May 2029"),
)


def test_of_a_cabinet_member_and_an_sro_the_sro_owns(tmp_path: Path) -> None:
    rows = [("Milestone", "Cabinet Member", "SRO", "Due"), *TWO_OF_PEOPLE]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [each.owners for each in plan.actions] == [("Town Clerk",), ("Pool Manager",), ("Head of Parks",)]
    assert not plan.questions


def test_a_column_of_people_beside_those_who_answer_in_public_owns_and_is_asked_about(tmp_path: Path) -> None:
    rows = [("Action", "Cabinet Member", "Keeper", "Due"), *TWO_OF_PEOPLE]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert plan.actions[0].owners == ("Town Clerk",)
    assert plan.questions == ('The column "Keeper" holds people and is read as owner: is that right?',)


def test_two_columns_of_people_of_which_no_head_says_who_owns_are_named(tmp_path: Path) -> None:
    rows = [("Action", "Keeper", "Warden", "Due"), *TWO_OF_PEOPLE]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert plan.actions[0].owners == ()
    assert any('"Keeper" and "Warden" hold people' in each for each in plan.questions)


def test_one_lead_of_several_actions_is_named_beside_who_has_each(tmp_path: Path) -> None:
    rows = [
        ("Actions", "Executive lead", "Operational lead", "Due"),
        ("i) Dredge the pond\nii) Paint the lido", "Town Clerk", "Head of Parks\nPool Manager", "May 2029\nJune 2029"),
        ("Mend the sluice", "Town Clerk", "Head of Water", "July 2029"),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [each.owners for each in plan.actions] == [
        ("Town Clerk", "Head of Parks"),
        ("Town Clerk", "Pool Manager"),
        ("Town Clerk", "Head of Water"),
    ]


@pytest.mark.parametrize("pointing", ["As above", "ditto", '"', "Same as above"])
def test_a_cell_that_points_at_the_one_above_holds_the_same(tmp_path: Path, pointing: str) -> None:
    rows = [
        ("Action", "Owner", "Due", "Status"),
        ("Dredge the pond", "Town Clerk", "May 2029", "In progress"),
        ("Paint the lido", pointing, pointing, "In progress"),
        ("Mend the sluice", pointing, "June 2029", "In progress"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [(each.owners, each.due.end, each.questions) for each in plan.actions] == [
        (("Town Clerk",), date(2029, 5, 31), ()),
        (("Town Clerk",), date(2029, 5, 31), ()),
        (("Town Clerk",), date(2029, 6, 30), ()),
    ]
