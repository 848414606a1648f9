from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.compose import wording
from bot.compose.paper_actions import overdue_line
from bot.compose.sentences.ladder import warned
from bot.plan import Action, Due, DueKind, Owner, Person, Precision
from bot.policy import Reminder, ReminderKind, Wish
from bot.summary.tables import OverdueRow


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("plain", "plain"),
        ("a\tb\r\nc\rd\x0be", "a b\nc\nd\ne"),
        ("bell\x07 null\x00 escape\x1b", "bell null escape"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("not a character \ufffe\uffff", "not a character "),
        ("turned \u202eround\u2066", "turned round"),
        ("שלום and 😀", "שלום and 😀"),
    ],
)
def test_text_loses_only_what_could_break_or_disguise_it(raw: str, clean: str) -> None:
    assert wording.clean(raw) == clean


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        ("twelve chars", "twelve chars"),
        ("thirteen chars and more", "thirteen…"),
        ("unbreakablewords", "unbreakable…"),
        ("  many \n spaces  ", "many spaces"),
    ],
)
def test_text_is_cut_between_words_where_it_can_be(text: str, shortened: str) -> None:
    assert wording.short(text, 12) == shortened


AUGUST = Due("August 2017", date(2017, 8, 1), date(2017, 8, 31), Precision.MONTH)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (AUGUST, "August 2017, read as 31 August 2017"),
        (Due.on(date(2017, 8, 31)), "31 August 2017"),
        (replace(Due.on(date(2017, 8, 31)), text="31/08/2017"), "31 August 2017"),
        (replace(Due.on(date(2017, 8, 31)), text="31st Aug 17"), "31 August 2017"),
        (replace(Due.on(date(2017, 8, 31)), text="31/08"), "31/08, read as 31 August 2017"),
        (replace(Due.on(date(2017, 9, 8)), text="09/08/2017"), "09/08/2017, read as 8 September 2017"),
        (
            replace(AUGUST, text="August (annually)", kind=DueKind.RECURRING),
            "August (annually), this time by 31 August 2017",
        ),
        (Due("TBC"), "TBC"),
        (Due(), "no date"),
    ],
)
def test_a_due_date_is_told_as_printed_and_as_read(due: Due, words: str) -> None:
    assert wording.due_printed_and_read(due) == words


def test_a_sentence_about_a_date_knows_whether_it_has_passed() -> None:
    assert (
        wording.due_sentence(AUGUST, date(2017, 8, 31)) == "It is due by 31 August 2017 (the plan says “August 2017”)."
    )
    assert wording.due_sentence(AUGUST, date(2017, 9, 1)).startswith("It was due by 31 August 2017")


def test_wrapped_text_keeps_indents_addresses_and_single_empty_lines() -> None:
    text = "  " + "word " * 20 + "\n\n\n\nhttps://tamberley.example/" + "x" * 80
    assert wording.wrapped(text).splitlines() == [
        "  " + "word " * 13 + "word",
        "  " + "word " * 5 + "word",
        "",
        "https://tamberley.example/" + "x" * 80,
    ]


def test_a_point_of_a_list_is_wrapped_under_its_words() -> None:
    first, second = wording.wrapped("- " + "word " * 20).splitlines()
    assert (first[:6], second[:6]) == ("- word", "  word")


def test_quoted_words_leave_the_full_stop_to_the_sentence_around_them() -> None:
    assert wording.quoted("Nearly there.", 40) == "“Nearly there”"
    assert wording.quoted("  ", 40) == ""


def test_marks_that_end_a_line_or_a_paragraph_keep_words_apart() -> None:
    assert wording.clean("one\u2028two\u2029three\tfour") == "one two three four"


def test_a_paper_says_beside_a_wished_date_that_the_lead_refused_it() -> None:
    said = "1 March 2027, Ada Fenn: new date 1 June 2027"
    no = "On 4 March 2027 Bo Lane did not agree to the new date 1 June 2027."
    refused = "4 March 2027, Bo Lane: did not agree to the new date 1 June 2027. Too late."
    action = Action("Plan", "1", "3.1", "Text", progress=f"{said}\n{refused}")
    line = overdue_line(OverdueRow(action, 9), date(2027, 3, 9), public=False)
    assert line.latest == f"new date 1 June 2027 (Ada Fenn, 1 March 2027). {no}"


def test_an_escalation_calls_nobody_silent_whose_date_waits_for_a_yes() -> None:
    october = date(2026, 10, 1)
    owner, lead = Person("Ellis Morgan", "ellis.morgan@x.example"), Person("Ada Fenn", "ada.fenn@x.example")
    late = Action("Plan", "1", "1", "Open the hostel", owners=(Owner("Housing", (owner,)),), due=Due.on(october))
    wish = Wish(october, owner, date(2026, 12, 31), lead)
    told = Reminder(late, ReminderKind.ESCALATED, 31, "", lead, warned=october, asked=(owner,), wish=wish)
    assert warned(told) == "We warned on 1 October 2026 that it would be passed on."
    assert warned(replace(told, wish=None)) == f"{warned(told)[:-1]}, and have had no answer."
