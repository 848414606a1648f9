from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Action, Status
from bot.progress import CUT, LONGEST, entry, imported, latest

DAY = date(2027, 3, 1)


def test_an_answer_stands_in_the_column_as_it_was_written() -> None:
    line = entry(DAY, "Ada Fenn", "We met.\n\nAll agreed. ")
    assert line == "1 March 2027, Ada Fenn: We met.\n\nAll agreed."
    assert latest(Action("Plan", "1", "1", "Text", progress=line)).words == "We met.\n\nAll agreed."


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


def test_the_head_of_an_imported_update_never_breaks_its_entry() -> None:
    line = imported(DAY, "x" * 200 + ".docx", "All: agreed", "Update\nto members: " + "y" * 200)
    assert latest(Action("Plan", "1", "1", "Text", progress=line)).words == "All: agreed"
