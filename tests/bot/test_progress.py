from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.plan import Action, Status
from bot.progress import (
    CUT,
    LONGEST,
    decided,
    entry,
    handover,
    imported,
    latest,
    named,
    on_when_to_be_reminded,
    on_whose_it_is,
    settled,
    stays,
    to_our_question,
    took_back,
)

DAY = date(2027, 3, 1)


def test_an_answer_stands_in_the_column_as_it_was_written() -> None:
    line = entry(DAY, "Ada Fenn", "We met.\n\nAll agreed. ")
    assert line == "1 March 2027, Ada Fenn: We met.\n\nAll agreed."
    assert latest(Action("Plan", "1", "1", "Text", progress=line)).words == "We met.\n\nAll agreed."


def test_that_an_action_stays_whose_it_was_is_no_word_on_how_it_goes_and_no_handover() -> None:
    lines = (entry(DAY, "Ada Fenn", "We met."), entry(DAY, "Beth Larkin", stays("no", "Ada Fenn")))
    action = Action("Plan", "1", "1", "Text", progress="\n".join(lines))
    assert (latest(action).words, handover(action)) == ("We met.", None)


def test_a_very_long_answer_is_cut_between_words_and_says_so() -> None:
    line = entry(DAY, "Ada Fenn", "reviewing " * 3_000)
    assert line.endswith(f"reviewing … {CUT}")
    assert LONGEST < len(line) < LONGEST + 100


@pytest.mark.parametrize("code", ["R", "amber", "0.9", "90%", "0.333", "Amber / 20%", "RAG: G", "N/A", "3"])
def test_a_code_is_never_what_was_said_last_but_what_it_means(code: str) -> None:
    stated = Action("Plan", "1", "1", "Text", status=Status.AT_RISK, status_text=code)
    assert latest(stated).words == "At risk"
    told = Action("Plan", "1", "1", "Text", status=Status.AT_RISK, progress=imported(DAY, "plan.xlsx", code))
    assert (latest(told).words, latest(told).by) == ("At risk", "imported from plan.xlsx")
    assert latest(Action("Plan", "1", "1", "Text", status=Status.UNKNOWN, status_text=code)).words == ""


@pytest.mark.parametrize("words", ["On hold / 20%", "90% of the staff are trained", "Red tape", "OK", "Gwneud"])
def test_words_stay_as_they_were_said(words: str) -> None:
    assert latest(Action("Plan", "1", "1", "Text", status=Status.AT_RISK, status_text=words)).words == words


def test_a_printed_status_that_was_changed_in_the_list_is_not_told_as_the_last_word() -> None:
    stated = Action("Plan", "1", "1", "Text", status=Status.IN_PROGRESS, status_text="Not started")
    assert latest(stated).words == "In progress"
    assert latest(replace(stated, status=Status.UNKNOWN)).words == "Not started"


def test_the_head_of_an_imported_update_never_breaks_its_entry() -> None:
    line = imported(DAY, "x" * 200 + ".docx", "All: agreed", "Update\nto members: " + "y" * 200)
    assert latest(Action("Plan", "1", "1", "Text", progress=line)).words == "All: agreed"


def _last_words(*said: tuple[str, str], ref: str = "3.1", status_text: str = "In progress") -> tuple[str, str]:
    column = "\n".join(entry(DAY, by, words) for by, words in said)
    found = latest(Action("Plan", "1", ref, "Text", status_text=status_text, progress=column))
    return found.words, found.by


@pytest.mark.parametrize(
    ("by", "ours"),
    [
        ("an admin", settled("14 January 2027", "new date 1 March 2027")),
        ("Ada Fenn", took_back("it is all done", "I meant the other one")),
        ("Bo Lane", decided(agreed=False, wished="1 March 2027", comment="Too late for Cabinet.")),
        ("Bo Lane", named("3.1: yes", "Cy Marsh", "Head of Parks")),
        ("Bo Lane", on_whose_it_is("Not mine, ask Cy Marsh")),
        ("Bo Lane", on_when_to_be_reminded("Remind me in two weeks")),
        ("Ada Fenn", to_our_question("3.1: Yes")),
    ],
)
def test_what_we_added_ourselves_is_never_what_was_said_last(by: str, ours: str) -> None:
    assert _last_words(("Ada Fenn", "We met on Friday."), (by, ours)) == ("We met on Friday.", "Ada Fenn")
    assert _last_words((by, ours)) == ("In progress", "")


def test_a_date_that_the_lead_did_not_agree_to_stands_beside_the_words_until_somebody_answers_again() -> None:
    no = decided(agreed=False, wished="1 June 2027", comment="Too late for Cabinet.")
    asked, answered = entry(DAY, "Ada Fenn", "new date 1 June 2027"), entry(date(2027, 3, 4), "Bo Lane", no)
    action = Action("Plan", "1", "3.1", "Text", progress=f"{asked}\n{answered}")
    assert latest(action).words == "new date 1 June 2027"
    assert latest(action).refused == "On 4 March 2027 Bo Lane did not agree to the new date 1 June 2027."
    again = entry(date(2027, 3, 5), "Ada Fenn", "on track")
    assert latest(replace(action, progress=f"{action.progress}\n{again}")).refused == ""
    yes = entry(date(2027, 3, 4), "Bo Lane", decided(agreed=True, wished="1 June 2027", comment=""))
    assert latest(replace(action, progress=f"{asked}\n{yes}")).refused == ""
    assert latest(replace(action, progress=answered)).refused == ""


def test_an_answer_that_was_taken_back_was_not_said() -> None:
    told = ("Ada Fenn", "We met on Friday.")
    wrong = ("Ada Fenn", "3.1: done,\nall of it " + "and more " * 40)
    back = ("Ada Fenn", took_back("3.1: done, all of it and more and more…", ""))
    assert _last_words(told, wrong, back) == ("We met on Friday.", "Ada Fenn")
    assert _last_words(told, wrong, back, ("Ada Fenn", "3.1: done, all of it and more and more"))[0].startswith("done")


def test_what_took_back_a_wish_to_be_reminded_later_takes_back_no_answer_in_the_same_words() -> None:
    told, later = ("Ada Fenn", "Next month"), ("Ada Fenn", on_when_to_be_reminded("Next month"))
    assert _last_words(told, later, ("Ada Fenn", took_back("Next month", ""))) == ("Next month", "Ada Fenn")


@pytest.mark.parametrize(
    ("ref", "typed", "said"),
    [
        ("R1", "R1. The first draft is out", "The first draft is out"),
        ("3.1", "3.1. The first draft is out", "The first draft is out"),
        ("3.1", "3.1: we will know in March", "we will know in March"),
        ("1.2", "1.2: On track", "On track"),
        ("C3", "c3 on track", "on track"),
        ("3.1", "Action 3.1 - with Legal", "with Legal"),
        ("3.1", "3.1 new date 14 June, the tender is late", "new date 14 June, the tender is late"),
        ("3.1", "3.1 on hold until the survey is in", "on hold until the survey is in"),
        ("3.1", "3.1 is now complete", "3.1 is now complete"),
        ("2.5", "2.5 days a week are covered", "2.5 days a week are covered"),
        ("2.5", "2.5 million is set aside", "2.5 million is set aside"),
        ("3", "3 mentors matched", "3 mentors matched"),
        ("3", "3:30 on Friday we meet", "3:30 on Friday we meet"),
        ("H001", "H001 and H002: done", "H001 and H002: done"),
        ("FR-07", "FR-07 is now complete", "FR-07 is now complete"),
        ("SS-02", "SS-02 isn't mine any more", "SS-02 isn't mine any more"),
    ],
)
def test_the_reference_typed_before_an_answer_is_none_of_its_words(ref: str, typed: str, said: str) -> None:
    assert _last_words(("Ada Fenn", typed), ref=ref) == (said, "Ada Fenn")
