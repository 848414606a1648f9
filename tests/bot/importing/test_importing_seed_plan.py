"""A real council's plan beside the repository, in six layouts (one is text from its PDF), against its truth."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.importing import PlanReading, ReadAction, read_plan

SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"
AS_OF = date(2017, 9, 30)
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside the repository")
LAYOUTS = (
    "seed-000-merged.docx",
    "seed-000-stacked.docx",
    "seed-000-merged.xlsx",
    "seed-000-register.xlsx",
    "seed-000.csv",
    "../000_b8fbb8abb92cfcf2.txt",
)


def truth() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((SEEDS / "truth" / "seed-000.json").read_text(encoding="utf-8"))["actions"]
    return read


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def pairs(plan: PlanReading) -> list[tuple[dict[str, Any], ReadAction]]:
    """Each true action with the read one whose words fit it best; references only settle a draw."""
    found, left = [], list(plan.actions)
    for each in truth():
        texts = [words(text) for text in (each["action"], *each.get("action_alternatives", []))]
        fitting = [action for action in left if any(fits(words(action.action), text) for text in texts)]
        best = max(fitting, key=lambda action: action.ref == each["ref"], default=None)
        if best:
            left.remove(best)
            found.append((each, best))
    return found


def fits(read: list[str], true: list[str]) -> bool:
    return sum(word in read for word in true) >= 0.8 * len(true) and sum(word in true for word in read) >= 0.5 * len(
        read
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_action_is_found_and_read_right_in_each_layout(layout: str) -> None:
    plan = read_plan(SEEDS / "docs" / layout, AS_OF)
    found = pairs(plan)
    assert (len(found), len(plan.actions)) == (34, 34)
    owners = [
        sorted(read.owners) in [sorted(each) for each in (true["owners"], *true.get("owners_alternatives", []))]
        for true, read in found
    ]
    dues = [(read.due.end.isoformat() if read.due.end else None) == true["due_date"] for true, read in found]
    statuses = [
        read.status.value.value in (true["status"], *true.get("status_alternatives", [])) for true, read in found
    ]
    assert min(sum(owners), sum(dues), sum(statuses)) >= 33


@pytest.mark.parametrize("layout", LAYOUTS)
def test_references_and_the_new_date_are_those_of_the_plan(layout: str) -> None:
    found = pairs(read_plan(SEEDS / "docs" / layout, AS_OF))
    assert all(read.ref in (true["ref"], *true.get("ref_alternatives", [])) for true, read in found)
    revised = {read.ref: read.status.revised_due.end for _, read in found if read.status.revised_due}
    assert revised == {"8.iii": date(2017, 12, 31)}


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if "register" not in layout])
def test_declared_repeats_are_linked_by_their_words(layout: str) -> None:
    plan = read_plan(SEEDS / "docs" / layout, AS_OF)
    assert {action.ref: action.repeat_of for action in plan.actions if action.repeat_of} == {
        "6.i": "2.iii",
        "7": "2.iii",
    }


def test_no_row_of_the_plan_is_held_back() -> None:
    plan = read_plan(SEEDS / "docs" / "seed-000-merged.docx", AS_OF)
    assert [action.ref for action in plan.actions if action.questions] == []
