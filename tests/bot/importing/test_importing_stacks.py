"""Several actions in one row, each with an owner, a date and a status of its own in the cells beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from importing_documents import word

from bot.importing import read_plan

AS_OF = date(2027, 10, 1)
HEAD = ("Area", "Actions", "Owner", "By when", "Status")


def test_a_list_that_words_lead_into_is_divided_with_what_stands_beside_it(tmp_path: Path) -> None:
    cells = (
        "Town hall",
        "We will:\n1. Mend the clock\n2. Paint the gates",
        "1. Town Clerk\n2. Ranger",
        "1. May 2028\n2. June 2028",
        "1. Done\n2. In progress",
    )
    first, second = read_plan(word(tmp_path / "plan.docx", [HEAD, cells]), AS_OF).actions
    assert (first.action, first.owner_text, first.due.end, first.status.text) == (
        *("Mend the clock", "Town Clerk"),
        *(date(2028, 5, 31), "Done"),
    )
    assert (second.action, second.owner_text, second.due.end, second.status.text) == (
        *("Paint the gates", "Ranger"),
        *(date(2028, 6, 30), "In progress"),
    )
    assert (first.questions, second.questions) == ((), ())


def test_words_that_lead_in_and_say_something_stay_with_each_action(tmp_path: Path) -> None:
    cells = (
        "Hall",
        "Together with the guides we will:\n1. Mend the clock\n2. Paint the gates",
        "Clerk",
        "May 2028",
        "",
    )
    read = read_plan(word(tmp_path / "plan.docx", [HEAD, cells]), AS_OF)
    assert [each.action for each in read.actions] == [
        "Together with the guides we will: Mend the clock",
        "Together with the guides we will: Paint the gates",
    ]


def test_a_list_run_on_with_letters_is_divided(tmp_path: Path) -> None:
    cells = ("Hall", "a) Mend the clock b) Paint the gates", "Clerk", "a) May 2028 b) June 2028", "Both under way")
    read = read_plan(word(tmp_path / "plan.docx", [HEAD, cells]), AS_OF)
    assert [(each.action, each.due.end) for each in read.actions] == [
        ("Mend the clock", date(2028, 5, 31)),
        ("Paint the gates", date(2028, 6, 30)),
    ]


def test_several_statuses_of_one_action_are_asked_about(tmp_path: Path) -> None:
    cells = ("Hall", "Mend the clock and paint the gates", "Clerk", "May 2028", "1. Done\n2. In progress")
    [action] = read_plan(word(tmp_path / "plan.docx", [HEAD, cells]), AS_OF).actions
    assert '"Done; In progress" stand beside one action: how far is it?' in action.held_by


def test_owners_on_lines_of_their_own_and_bullets_stay_apart(tmp_path: Path) -> None:
    cells = ("Hall", "- Mend the clock\n- Paint the gates", "Town Clerk\nHead Gardener", "May 2028", "")
    [action] = read_plan(word(tmp_path / "plan.docx", [HEAD, cells]), AS_OF).actions
    assert (action.action, action.owner_text) == ("Mend the clock; Paint the gates", "Town Clerk; Head Gardener")
