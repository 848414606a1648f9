from __future__ import annotations

from datetime import date

from bot.plan import Action
from bot.progress import CUT, LONGEST, entry, latest

DAY = date(2027, 3, 1)


def test_an_answer_stands_in_the_column_as_it_was_written() -> None:
    line = entry(DAY, "Ada Fenn", "We met.\n\nAll agreed. ")
    assert line == "1 March 2027, Ada Fenn: We met.\n\nAll agreed."
    assert latest(Action("Plan", "1", "1", "Text", progress=line)).words == "We met.\n\nAll agreed."


def test_a_very_long_answer_is_cut_between_words_and_says_so() -> None:
    line = entry(DAY, "Ada Fenn", "reviewing " * 3_000)
    assert line.endswith(f"reviewing … {CUT}")
    assert LONGEST < len(line) < LONGEST + 100
