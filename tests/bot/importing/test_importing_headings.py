"""Rows that only head others are carried down; rows that only look bare stay actions, with a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
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


def parts(tmp_path: Path, *headings: str, style: str = "Heading 2", title: str = "Markets: our plan") -> list[str]:
    """The sections read from a document with a table of one action under each heading."""
    document = Document()
    document.add_heading(title, 1)
    for heading in headings:
        if heading and style == "bold":
            document.add_paragraph().add_run(heading).bold = True
        elif heading:
            document.add_paragraph(heading, style=style)
        table = document.add_table(2, len(FLAT))
        for row, values in zip(table.rows, (FLAT, FIRST), strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
        document.add_paragraph("")
    document.save(str(tmp_path / "plan.docx"))
    return [each.section for each in read_plan(tmp_path / "plan.docx", AS_OF).actions]


@pytest.mark.parametrize("style", ["Heading 2", "bold"])
def test_headings_between_tables_are_sections_and_hold_until_the_next(tmp_path: Path, style: str) -> None:
    sections = parts(tmp_path, "Our stalls", "", "Our people", style=style)
    assert sections == ["Our stalls", "Our stalls", "Our people"]


def test_a_single_heading_and_plain_words_over_a_table_are_no_sections(tmp_path: Path) -> None:
    assert parts(tmp_path, "Our stalls") == [""]
    assert parts(tmp_path, "", "") == ["", ""]
    assert parts(tmp_path, "Read this first", "And then this", style="Normal") == ["", ""]


def test_numbered_parts_of_a_plan_head_the_actions_numbered_below_them(tmp_path: Path) -> None:
    plan = read(tmp_path, ("1", "Markets"), ("1.1", "Stalls"), ("1.1.1", *FIRST[1:]), ("2", "Maps"), SECOND)
    assert [(each.ref, each.section) for each in plan.actions] == [("1.1.1", "1.1 Stalls"), ("2.1", "2 Maps")]


def test_a_recommendation_in_the_rows_over_the_head_of_its_table_holds_for_it(tmp_path: Path) -> None:
    document = Document()
    for at, words in enumerate(("Agree what the market is for", "Show where it is"), 1):
        table = document.add_table(4, len(FLAT))
        for cell, value in zip(table.rows[0].cells, (f"Recommendation {at}", words), strict=False):
            cell.text = value
        for row, values in zip(table.rows[2:], (FLAT, (str(at), *FIRST[1:])), strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
        document.add_paragraph("")
    document.save(str(tmp_path / "plan.docx"))
    actions = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert [each.recommendation for each in actions] == ["Agree what the market is for", "Show where it is"]


def test_a_theme_named_in_the_column_of_references_is_a_heading(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due"),
        ("Priority 1", "Footpaths are dry all year", "", ""),
        ("1.1", "Drain the lower path", "Clerk", "May 2028"),
        ("Priority B", "Nobody waits for a ferry", "", ""),
        ("2.1", "Buy a second boat", "Clerk", "June 2028"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), date(2027, 10, 1))
    assert [(each.ref, each.section) for each in plan.actions] == [
        ("1.1", "Priority 1 Footpaths are dry all year"),
        ("2.1", "Priority B Nobody waits for a ferry"),
    ]


def test_objectives_that_are_all_numbered_so_are_actions(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due"),
        ("Objective 1", "Drain the lower path", "", ""),
        ("Objective 2", "Buy a second boat", "Clerk", "June 2028"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), date(2027, 10, 1))
    assert [each.action for each in plan.actions] == ["Drain the lower path", "Buy a second boat"]
