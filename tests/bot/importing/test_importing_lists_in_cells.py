"""Cells that list several actions, each ending in its owner and its date: every one of them is found with both."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan
from bot.plan import Status
from tests.bot.importing.importing_documents import word

AS_OF = date(2027, 10, 1)
WANTED = [
    ("Clean the town drain", ("Street Scene Manager",), date(2028, 5, 31)),
    ("Survey the old bridge", ("Highways Engineer",), date(2028, 9, 30)),
]
LISTS = {
    "in brackets": (
        "1. Clean the town drain (Lead: Street Scene Manager – by May 2028)\n"
        "2. Survey the old bridge (Lead: Highways Engineer – by September 2028)"
    ),
    "behind a dash": (
        "• Clean the town drain – Street Scene Manager, May 2028\n"
        "• Survey the old bridge – Highways Engineer, 30 September 2028"
    ),
    "date first, no labels": (
        "Clean the town drain (May 2028, Street Scene Manager)\n"
        "Survey the old bridge (September 2028; Highways Engineer)"
    ),
    "over several lines": (
        "• Clean the\ntown drain – Street Scene Manager, May 2028\n"
        "• Survey the old\nbridge – Highways Engineer, September 2028"
    ),
    "labelled sentences": (
        "a) Clean the town drain. Owner: Street Scene Manager. Deadline: May 2028.\n"
        "b) Survey the old bridge. Owner: Highways Engineer. Deadline: September 2028."
    ),
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("head", ["Actions (who and when)", "What will we do?", "Our response"])
def test_each_item_of_a_cell_is_an_action_with_its_owner_date_and_status(
    tmp_path: Path, listed: str, head: str
) -> None:
    rows = [("Theme", head, "RAG"), ("Floods", listed, "Amber\nNot started")]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [(each.action.rstrip("."), each.owners, each.due.end) for each in actions] == WANTED
    assert [each.status.value for each in actions] == [Status.AT_RISK, Status.NOT_STARTED]
    assert [each.section for each in actions] == ["Floods", "Floods"]
    assert not any(each.questions for each in actions)


def test_a_column_of_stacked_statuses_is_told_by_its_lines(tmp_path: Path) -> None:
    rows = [("Theme", "Actions", "Lead", "Timescale", "What is new")]
    rows += [
        ("Floods", f"• Clean drain {at}\n• Survey bridge {at}", "Clerk", "May 2028", "Amber\nGreen") for at in (1, 2, 3)
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [each.status.value for each in plan.actions] == [Status.AT_RISK, Status.IN_PROGRESS] * 3
    assert plan.questions == (
        'The column "What is new" holds how far things are and is read as status: is that right?',
    )


def test_lines_that_are_not_as_many_as_the_actions_are_asked_about(tmp_path: Path) -> None:
    listed = f"{LISTS['behind a dash']}\n• Open the sluice – Ranger, June 2028"
    rows = [("Theme", "Actions", "Status"), ("Floods", listed, "In progress\nNot started")]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert len(actions) == 3
    asked = "2 lines of status stand beside 3 actions: which belongs to which?"
    assert [asked in each.questions for each in actions] == [True, True, True]


def test_an_item_whose_end_names_no_party_keeps_its_words_and_is_asked_about(tmp_path: Path) -> None:
    listed = f"{LISTS['behind a dash']}\n• Open the sluice – phase 2, June 2028"
    rows = [("Theme", "Actions", "Status"), ("Floods", listed, "In progress")]
    action = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions[2]
    assert (action.action, action.owners) == ("Open the sluice – phase 2, June 2028", ())
    assert "No owner is written: who is it?" in action.questions


def test_where_a_column_says_who_the_words_of_an_action_are_left_as_they_are(tmp_path: Path) -> None:
    words = "Survey the bridge with the county (Highways Engineer, May 2028)"
    rows = [("Action", "Owner", "Status"), *[(words, "Ranger", "In progress")] * 2]
    for action in read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions:
        assert (action.action, action.owners) == (words, ("Ranger",))
