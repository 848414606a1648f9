"""Rows that only head others are carried down; rows that only look bare stay actions, with a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel, word

from bot.importing import PlanReading, read_plan

AS_OF = date(2027, 10, 1)
FIRST = ("1.1", "Write the plan", "Clerk", "May 2028", "Not started")
SECOND = ("2.1", "Draw the map", "Ranger", "June 2028", "Not started")


def read(tmp_path: Path, *rows: Sequence[object], merged: Sequence[str] = ()) -> PlanReading:
    return read_plan(excel(tmp_path / "plan.xlsx", [FLAT, *rows], merged=merged), AS_OF)


@pytest.mark.parametrize("place", [("", None), (None, ""), ("1", None)], ids=["as action", "as ref", "beside a ref"])
def test_a_recommendation_alone_in_its_row_holds_for_the_rows_below(
    tmp_path: Path, place: tuple[str | None, str | None]
) -> None:
    words = "Recommendation 1: Agree what the market is for"
    ref, action = place
    row = (words, None, None, None, None) if action == "" else (ref or None, words, None, None, None)
    plan = read(tmp_path, row, FIRST, ("Rec 2: Show it", *[None] * 4), SECOND)
    assert [(each.ref, each.recommendation) for each in plan.actions] == [
        ("1.1", "Agree what the market is for"),
        ("2.1", "Show it"),
    ]
    assert plan.questions == ()


@pytest.mark.parametrize("across", ["A2:E2", "B2:E2", "B2:D2", "A2:C2"])
def test_a_heading_merged_over_other_columns_names_the_section(tmp_path: Path, across: str) -> None:
    heading = ("", "Market square") if across.startswith("B") else ("Market square",)
    plan = read(tmp_path, heading, FIRST, merged=[across])
    assert [(each.ref, each.section) for each in plan.actions] == [("1.1", "Market square")]


@pytest.mark.parametrize("heading", ["Theme 2: Markets", "Priority B - Markets", "MARKETS"])
def test_a_numbered_or_shouted_theme_among_the_actions_is_a_section(tmp_path: Path, heading: str) -> None:
    plan = read(tmp_path, ("", heading), FIRST)
    assert [(each.ref, each.section) for each in plan.actions] == [("1.1", heading)]


def test_a_heading_in_a_word_table_is_carried_down(tmp_path: Path) -> None:
    rows = [FLAT, ("", "Recommendation 1: Agree what the market is for", "", "", ""), FIRST]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [(each.ref, each.recommendation) for each in plan.actions] == [("1.1", "Agree what the market is for")]


def test_a_row_with_only_a_reference_and_words_is_an_action_with_questions(tmp_path: Path) -> None:
    plan = read(tmp_path, FIRST, ("1.2", "Sweep the square"), SECOND)
    assert [each.ref for each in plan.actions] == ["1.1", "1.2", "2.1"]
    assert plan.actions[1].questions == ("No owner is written: who is it?", "No date is written: when is it due?")


def test_recommendations_that_head_nothing_are_actions_with_questions(tmp_path: Path) -> None:
    rows = [("1", "Recommendation 1: Agree the hours"), ("2", "Recommendation 2: Agree the rents")]
    plan = read(tmp_path, *rows)
    assert [(each.ref, bool(each.questions)) for each in plan.actions] == [("1", True), ("2", True)]


def test_a_reference_alone_is_neither_an_action_nor_a_section(tmp_path: Path) -> None:
    plan = read(tmp_path, FIRST, ("1.2",), SECOND)
    assert [(each.ref, each.section) for each in plan.actions] == [("1.1", ""), ("2.1", "")]


def test_each_recommendation_without_an_action_is_asked_about_though_others_have_theirs(tmp_path: Path) -> None:
    lonely = "Recommendation 1: Agree the hours"
    plan = read(tmp_path, (lonely, *[None] * 4), ("Recommendation 2: Agree the rents", *[None] * 4), FIRST)
    assert plan.questions == (f'"{lonely}" has no action below it: what is to be done?',)
    assert plan.actions[0].recommendation == "Agree the rents"
