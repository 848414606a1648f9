"""Heads in a body's own words: known to be said of actions, or told by what stands below them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing.plan_reading import PlanReading
from bot.importing.reader import read_plan
from bot.plan import Status
from tests.bot.importing.importing_documents import excel

AS_OF = date(2028, 6, 1)
WORKS = (
    ("The pond silts up and water backs into Ford Lane, as the survey found", "Dredging of the mill pond"),
    ("Parishes do not know whom to ring when the brook rises", "A flood plan with the parishes"),
    ("Both gauges failed twice in a year, and nobody noticed", "New gauges at both weirs"),
    ("No warden had been shown how to start the pump", "Pump training for wardens"),
)
ORDERS = ("Dredge the mill pond", "Write a flood plan", "Replace both gauges", "Train the wardens")
OWNERS = ("Estates Manager", "Clerk", "Drainage Engineer", "Clerk")
DUES = ("30/06/29", "May 2029", "TBC", "Q3 2029/30")
TOLD = ("Boat hired since April", "First draft out", "Done", "")


def read(tmp_path: Path, heads: tuple[str, ...], *columns: tuple[str, ...]) -> PlanReading:
    return read_plan(excel(tmp_path / "plan.xlsx", [heads, *zip(*columns, strict=True)]), AS_OF)


@pytest.mark.parametrize(
    "heads",
    [
        ("Weakness", "Corrective measure", "Duty holder", "Complete before", "Closed out?"),
        ("Background", "Our pledge", "Custodian", "Needed by", "How's it looking"),
        ("Context", "Way forward", "Named person", "In place by", "Where it's at"),
        ("Learning", "Undertaking", "Nominated officer", "Back at committee", "Outturn"),
        ("Reason", "Remedy", "Handler", "ETA", "Kept?"),
        ("Story", "Next steps", "Point person", "Bring forward", "Standing"),
    ],
)
def test_heads_in_a_bodys_own_words_are_understood(tmp_path: Path, heads: tuple[str, ...]) -> None:
    plan = read(tmp_path, heads, *zip(*WORKS, strict=True), OWNERS, DUES, TOLD)
    assert [each.action for each in plan.actions] == [work for _, work in WORKS]
    assert [each.owners for each in plan.actions] == [(owner,) for owner in OWNERS]
    assert plan.actions[0].due.end == date(2029, 6, 30)
    assert [each.status.value for each in plan.actions] == [
        Status.IN_PROGRESS,
        Status.IN_PROGRESS,
        Status.COMPLETED,
        Status.UNKNOWN,
    ]


def test_heads_that_say_nothing_leave_it_to_the_content_and_orders_go_before_stories(tmp_path: Path) -> None:
    stories = tuple(story for story, _ in WORKS)
    plan = read(tmp_path, ("Alpha", "Beta", "Gamma"), stories, ORDERS, DUES)
    assert [each.action for each in plan.actions] == list(ORDERS)
    assert dict(plan.columns) == {"action": "Beta", "due": "Gamma"}
    assert any("No row names what the columns hold" in asked for asked in plan.questions)


def test_news_that_are_dates_say_when_and_are_asked_about(tmp_path: Path) -> None:
    plan = read(tmp_path, ("Action", "Owner", "Latest"), ORDERS, OWNERS, DUES)
    assert [each.due.end for each in plan.actions][:2] == [date(2029, 6, 30), date(2029, 5, 31)]
    assert 'The column "Latest" holds dates and is read as due: is that right?' in plan.questions


def test_beside_what_an_inspector_recommends_the_response_that_orders_is_the_action(tmp_path: Path) -> None:
    advice = tuple(f"The body should look to {each.lower()}" for each in ("its pond", "its plan", "gauges", "wardens"))
    plan = read(tmp_path, ("Recommendation", "Our response", "Owner", "Due"), advice, ORDERS, OWNERS, DUES)
    assert [(each.recommendation, each.action) for each in plan.actions] == list(zip(advice, ORDERS, strict=True))
    agreed = ("Agreed", "Agreed", "Partially agreed", "Not agreed")
    plan = read(tmp_path, ("Recommendation", "Our response", "Owner", "Due"), advice, agreed, OWNERS, DUES)
    assert [each.action for each in plan.actions] == list(advice)
