"""Recommendations: their numbers in a column of their own, and those that nothing is done about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import PlanReading, read_plan

AS_OF = date(2027, 10, 1)
HEADS = ("Rec", "Recommendation", "Response", "Action", "Owner", "Due", "Status")


def read(tmp_path: Path, *rows: tuple[str, ...]) -> PlanReading:
    return read_plan(excel(tmp_path / "plan.xlsx", (HEADS, *rows)), AS_OF)


def test_the_number_of_a_recommendation_may_have_a_column_of_its_own(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        ("3", "Keep the pond", "Accepted", "Dredge it", "Ranger", "May 2028", "Open"),
        ("", "", "", "Fence it", "Ranger", "May 2028", "Open"),
        ("5", "Keep the mill", "Accepted", "Paint it", "Ranger", "May 2028", "Open"),
    )
    assert [(each.ref, each.recommendation) for each in plan.actions] == [
        ("3.1", "Keep the pond"),
        ("3.2", "Keep the pond"),
        ("5", "Keep the mill"),
    ]
    assert plan.left_out == ()


@pytest.mark.parametrize("nothing", ["None", "n/a", "No action required", "–", ""])
def test_a_recommendation_that_was_refused_has_no_action_and_is_named(tmp_path: Path, nothing: str) -> None:
    plan = read(
        tmp_path,
        ("1", "Keep the pond", "Accepted", "Dredge it", "Ranger", "May 2028", "Open"),
        ("2", "Build a tower", "Not accepted", nothing, "–", "–", "–"),
        ("3", "Keep the mill", "Accepted", "Paint it", "Ranger", "May 2028", "Open"),
    )
    assert [(each.ref, each.action, each.questions) for each in plan.actions] == [
        ("1", "Dredge it", ()),
        ("3", "Paint it", ()),
    ]
    assert "Build a tower" in "".join(plan.left_out)
    assert plan.questions == ()


def test_a_recommendation_that_was_accepted_without_an_action_is_asked_about(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        ("1", "Keep the pond", "Accepted", "Dredge it", "Ranger", "May 2028", "Open"),
        ("2", "Keep the tower", "Accepted", "", "", "", ""),
        ("3", "Keep the mill", "Accepted", "Paint it", "Ranger", "May 2028", "Open"),
    )
    assert len(plan.actions) == 2
    assert [each for each in plan.questions if "Keep the tower" in each] == [
        '"2. Keep the tower" has no action below it: what is to be done?'
    ]
