"""What a clerk would ask about, the importer asks about; nothing is dropped and nothing is made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, HEAD, excel, tables

from bot.importing import ReadAction, UnreadableDocument, read_plan

AS_OF = date(2027, 10, 1)


def read_row(tmp_path: Path, action: str, owner: str, due: str, status: str) -> ReadAction:
    return read_plan(excel(tmp_path / "plan.xlsx", [FLAT, ("1", action, owner, due, status)]), AS_OF).actions[0]


@pytest.mark.parametrize(
    ("row", "question"),
    [
        (("Walk", "", "May 2028", ""), "No owner is written: who is it?"),
        (("Walk", "TBC", "May 2028", ""), '"TBC" names nobody: who is the owner?'),
        (("Walk", "Clerk", "", ""), "No date is written: when is it due?"),
        (("Walk", "Clerk", "TBC", ""), 'You wrote "TBC": which date?'),
        (("Walk", "Clerk", "Juky 2028", ""), '"Juky 2028" may mean July 2028: which date is meant?'),
        (("Walk", "Clerk", "31 June 2028", ""), '"31 June 2028" is not a day of the calendar: which day is meant?'),
        (
            ("Walk", "Legal & Waste", "May 2028", ""),
            '"Legal & Waste" is taken as one party: is it one, or several?',
        ),
        (("Walk", "Clerk", "May 2028", "Cobmplated"), '"Cobmplated" does not say how far it is: what is its status?'),
        (("", "Clerk", "May 2028", ""), "No action is written in this row: what is to be done?"),
    ],
)
def test_a_doubtful_cell_is_a_question(tmp_path: Path, row: tuple[str, str, str, str], question: str) -> None:
    action = read_row(tmp_path, *row)
    assert question in action.questions
    assert action.confidence < 1


def test_a_row_without_doubt_has_no_question(tmp_path: Path) -> None:
    action = read_row(tmp_path, "Walk the paths", "Ranger and Clerk", "Ongoing", "In progress")
    assert (action.questions, action.confidence) == ((), 1.0)


def test_a_row_that_is_held_is_not_asked_about_its_blanks_too(tmp_path: Path) -> None:
    assert read_row(tmp_path, "", "Clerk", "", "Tender out").questions == (
        "No action is written in this row: what is to be done?",
        '"Tender out" does not say how far it is: what is its status?',
    )
    assert read_row(tmp_path, "Walk the paths", "", "", "Tender out").questions == (
        '"Tender out" does not say how far it is: what is its status?',
    )


def test_words_that_are_asked_about_already_are_not_asked_about_again(tmp_path: Path) -> None:
    rows = [FLAT, ("1", "Walk the paths", "Clerk", "May 2028", ""), ("", "", "", "", "Nine of 14 families seen.")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.questions == ('Row 3 holds nothing but "Nine of 14 families seen.": does it belong here?',)


def test_what_is_blank_in_a_row_that_is_free_is_asked_by_mail(tmp_path: Path) -> None:
    action = read_row(tmp_path, "Walk the paths", "", "", "In progress")
    assert action.questions == ("No owner is written: who is it?", "No date is written: when is it due?")
    assert action.held_by == ()


def test_a_later_date_in_the_words_of_the_first_is_asked_about_once(tmp_path: Path) -> None:
    rows = [("Ref", "Action", "Owner", "Due", "Revised due"), ("1", "Walk the paths", "Clerk", "TBC", "tbc")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.questions == ('You wrote "TBC": which date?',)


def test_nothing_is_asked_about_a_closed_action(tmp_path: Path) -> None:
    assert read_row(tmp_path, "Walk", "", "", "Completed").questions == ()


def test_declared_repeats_are_linked_and_a_wrong_reference_is_reported(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("1) Paths", "i) Walk every path of the parish in spring", "Ranger", "May 2028", ""),
        ("", "ii) Map them", "Ranger", "May 2028", ""),
        ("2) Stiles", "Walk every path of the parish in spring (repeat of action 1i above)", "Ranger", "May 2028", ""),
        ("3) Gates", "Walk every path of the parish in spring (repeat of 1ii)", "Ranger", "May 2028", ""),
        ("4) Signs", "Paint the signs (repeat of 9iv)", "Ranger", "May 2028", ""),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [action.repeat_of for action in plan.actions] == ["", "", "1.i", "1.i", ""]
    assert plan.actions[2].action == "Walk every path of the parish in spring"
    assert plan.questions == (
        "3 says that it repeats 1ii, and its words are those of 1.i: taken as that.",
        "4 says that it repeats 9iv, and there is no such action: which is meant?",
    )


def test_a_recommendation_without_an_action_is_asked_about(tmp_path: Path) -> None:
    long = "2) The council should think again about the way in which it looks after the weir and all of its gates"
    plan = read_plan(
        excel(tmp_path / "plan.xlsx", [HEAD, ("1) Paths", "Walk", "Ranger", "May 2028", ""), (long, "", "", "", "")]),
        AS_OF,
    )
    assert len(plan.actions) == 1
    assert plan.questions == (f'"{long}" has no action below it: what is to be done?',)


def test_references_are_all_different(tmp_path: Path) -> None:
    rows = [
        FLAT,
        ("4", "Walk", "Ranger", "May 2028", ""),
        ("4", "Map", "Ranger", "May 2028", ""),
        ("", "Sign", "Ranger", "May 2028", ""),
    ]
    assert [action.ref for action in read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions] == [
        "4",
        "4 (2)",
        "3",
    ]


def test_a_reference_printed_twice_is_asked_about(tmp_path: Path) -> None:
    rows = [FLAT, *(("B006", action, "Ranger", "May 2028", "") for action in ("Walk", "Map"))]
    first, second = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert (first.questions, second.ref) == ((), "B006 (2)")
    assert second.questions == (
        "The document calls another action B006 too, this one is B006 (2) here: which reference is right?",
    )


def test_a_file_of_two_plans_is_asked_about_once(tmp_path: Path) -> None:
    square, park = (
        [FLAT, *((str(at), text, "Ranger", "May 2028", "") for at, text in enumerate(texts, 1))]
        for texts in (("Walk", "Map", "Sign"), ("Mow", "Dig"))
    )
    plan = read_plan(tables(tmp_path / "plan.docx", [square, park]), AS_OF)
    assert [action.ref for action in plan.actions] == ["1", "2", "3", "1 (2)", "2 (2)"]
    assert [action.questions for action in plan.actions] == [()] * 5
    [asked] = plan.questions
    assert asked.startswith('The numbers begin anew at "Mow": does this file hold two plans, or one in parts?')


def test_the_same_actions_once_more_are_no_second_plan_and_each_is_asked_about(tmp_path: Path) -> None:
    month = [FLAT, *((str(at), text, "Ranger", "May 2028", "") for at, text in enumerate(("Walk", "Map"), 1))]
    plan = read_plan(tables(tmp_path / "plan.docx", [month, month]), AS_OF)
    assert plan.questions == ()
    assert [bool(action.questions) for action in plan.actions] == [False, False, True, True]


def test_a_number_printed_twice_in_a_table_that_goes_on_is_asked_about_in_its_row(tmp_path: Path) -> None:
    rows = [(str(at), text, "Ranger", "May 2028", "") for at, text in ((1, "Walk"), (2, "Map"), (2, "Mow"), (3, "Dig"))]
    plan = read_plan(tables(tmp_path / "plan.docx", [[FLAT, *rows[:2]], [FLAT, *rows[2:]]]), AS_OF)
    assert plan.questions == ()
    assert [bool(action.questions) for action in plan.actions] == [False, False, True, False]


def test_numbers_that_begin_anew_in_each_section_are_not_asked_about(tmp_path: Path) -> None:
    rows = [("Section", *FLAT), *((name, "1", "Walk", "Ranger", "May 2028", "") for name in ("Paths", "Gates"))]
    assert [each.questions for each in read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions] == [(), ()]


def test_a_reference_merged_over_its_actions_is_not_asked_about(tmp_path: Path) -> None:
    rows = [FLAT, ("B006", "Walk", "Ranger", "May 2028", ""), (None, "Map", "Ranger", "May 2028", "")]
    path = excel(tmp_path / "plan.xlsx", rows, merged=["A2:A3"])
    assert [each.questions for each in read_plan(path, AS_OF).actions] == [(), ()]


def test_a_document_without_a_table_of_actions_says_what_to_look_for(tmp_path: Path) -> None:
    path = excel(tmp_path / "budget.xlsx", [("Item", "Cost"), ("Weir", "400")])
    with pytest.raises(
        UnreadableDocument, match=r"budget\.xlsx holds no table of actions: look for a table whose head row"
    ):
        read_plan(path, AS_OF)


def test_a_head_without_actions_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no action below it"):
        read_plan(excel(tmp_path / "plan.xlsx", [FLAT]), AS_OF)


@pytest.mark.parametrize(
    ("due", "owner", "held"),
    [
        ("TBC", "Head of Housing", False),
        ("", "Head of Housing", False),
        ("within three months of approval", "Head of Housing", False),
        ("31 March 2027", "", False),
        ("31 March 2027", "TBC", False),
        ("TBC", "", False),
        ("05/06", "", True),
        ("05/06", "Head of Housing", True),
    ],
)
def test_a_row_of_which_mail_asks_the_date_or_the_owner_is_not_held(
    tmp_path: Path, due: str, owner: str, held: bool
) -> None:
    action = read_row(tmp_path, "Open the hostel", owner, due, "In progress")
    assert action.questions
    assert bool(action.held_by) is held


def test_what_comes_round_in_a_month_that_is_named_is_taken_so_and_not_asked(tmp_path: Path) -> None:
    action = read_row(tmp_path, "Open the hostel", "Head of Housing", "March (annually)", "In progress")
    assert (action.questions, action.held_by) == ((), ())
    assert (
        action.due.assumption
        == '"March (annually)" comes round again: each time by the end of its month, counted from March.'
    )


def test_an_owner_for_a_time_is_asked_for_as_such(tmp_path: Path) -> None:
    action = read_row(tmp_path, "Walk", "Ada Fenn until May", "May 2028", "Not started")
    assert action.held_by == ('"Ada Fenn until May" names an owner for a time: who is it now?',)
