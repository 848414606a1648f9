"""When an action was completed, what a tick that is not set says, and what a colour without a meaning asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel, tables, word

from bot.importing import read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


@pytest.mark.parametrize("head", ["Completed", "Date completed", "Closed", "Done"])
def test_the_day_of_completion_is_read(tmp_path: Path, head: str) -> None:
    rows = [
        (*FLAT, head),
        ("1", "Survey the paths", "Ranger", "May 2027", "Completed", "12 June 2027"),
        ("2", "Mend the clock", "Town Clerk", "June 2028", "In progress", ""),
        ("3", "Paint the gates", "Ranger", "June 2028", "In progress", "3 May 2027"),
    ]
    read = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [each.completed_on for each in read.actions] == [date(2027, 6, 12), None, date(2027, 5, 3)]
    assert (read.columns["closed"], read.left_out) == (head, ())
    assert read.actions[2].held_by == ('"In progress" and "closed 3 May 2027" do not agree: is it completed?',)


def test_a_note_of_closure_beside_the_day_tells_how_it_ended(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due", "Status", "Date closed", "Closure note"),
        ("1", "Survey the paths", "Ranger", "May 2027", "Closed", "12 June 2027", "Report sent to the committee"),
        ("2", "Mend the clock", "Town Clerk", "June 2028", "In progress", "", ""),
    ]
    read = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert (read.columns["closed"], read.columns["update"]) == ("Date closed", "Closure note")
    assert read.actions[0].completed_on == date(2027, 6, 12)


def test_an_account_with_its_day_does_not_disagree_with_itself(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due", "What we've done"),
        ("1", "Open a booking form", "Clerk", "May 2028", "Form went live on 5 May 2027"),
        ("2", "Write ten letters", "Clerk", "May 2028", "Six written"),
        ("3", "Sweep the paths", "Clerk", "May 2028", "Not started"),
    ]
    action = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions[0]
    assert action.status.value is Status.COMPLETED
    assert action.questions == ('"Form went live on 5 May 2027" does not say how far it is: is it completed?',)


def test_a_later_date_to_come_is_asked_about(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Original date", "Revised date", "Status"),
        ("1", "Survey the paths", "Ranger", "May 2027", "tbc", "In progress"),
        ("2", "Mend the clock", "Town Clerk", "May 2028", "n/a", "In progress"),
        ("3", "Paint the gates", "Ranger", "May 2027", "tbc", "Completed"),
    ]
    read = read_plan(word(tmp_path / "plan.docx", rows), AS_OF)
    assert [each.questions for each in read.actions] == [
        ('"tbc" stands for a later date: is there one yet?',),
        (),
        (),
    ]


@pytest.mark.parametrize("answer", ["No", "N", "✗", "Not yet"])
def test_no_under_done_says_that_it_is_open_and_asks_nothing(tmp_path: Path, answer: str) -> None:
    rows = [
        ("Action", "Owner", "By when", "Done?"),
        ("Survey the paths", "Ranger", "May 2028", answer),
        ("Mend the clock", "Town Clerk", "May 2027", "Yes"),
    ]
    first, second = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert not first.status.value.is_closed
    assert (first.questions, second.status.value) == ((), Status.COMPLETED)


def test_a_signal_is_read_as_the_word_for_its_colour(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due", "RAG", "Update"),
        ("1", "Survey the paths", "Ranger", "May 2028", "🔴", "Complete"),
        ("2", "Mend the clock", "Ranger", "May 2028", "🟢 Green", ""),
    ]
    first, second = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert first.questions == ('"Complete" and the colour Red do not agree: is it completed, as the words say?',)
    assert (second.status.value, second.questions) == (Status.IN_PROGRESS, ())


def test_a_colour_without_a_usual_meaning_is_asked_about_once(tmp_path: Path) -> None:
    rows = [
        FLAT,
        ("1", "Survey the paths", "Ranger", "May 2028", "Blue"),
        ("2", "Mend the clock", "Ranger", "May 2028", "Blue"),
        ("3", "Paint the gates", "Ranger", "May 2028", "Green"),
    ]
    read = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert read.questions == ("No key says what blue means: how far is such an action?",)


def test_words_alone_behind_a_page_break_are_asked_about(tmp_path: Path) -> None:
    first = (FLAT, ("1", "Survey the paths", "Ranger", "May 2028", "Not started"))
    broken = (
        ("", "and those on the far bank too", "", "", ""),
        ("3", "Mend the clock", "Ranger", "May 2028", "Not started"),
    )
    read = read_plan(tables(tmp_path / "plan.docx", [first, broken]), AS_OF)
    assert "This row holds words alone: do they go on with the action above?" in read.actions[1].held_by
    assert (read.actions[0].questions, read.actions[2].owners) == ((), ("Ranger",))
