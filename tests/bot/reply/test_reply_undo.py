from __future__ import annotations

import pytest

from bot.reply import Mentioned, Undo, find_undo
from bot.reply.lines import Line, Mark

KNOWN = (Mentioned("2.1"), Mentioned("A-0012"), Mentioned("9", asked=False))


def read(text: str) -> Undo | None:
    return find_undo([Line(line) for line in text.split("\n")], KNOWN)


@pytest.mark.parametrize(
    "words",
    ["UNDO", "undo", "Undo.", "Please undo", "undo this please", "Undo that, thanks", "UNDO!", "Sorry, undo it"],
)
def test_the_one_word_takes_everything_back_however_it_is_dressed(words: str) -> None:
    assert read(words) == Undo((), "")


@pytest.mark.parametrize("words", ["2.1: UNDO", "undo 2.1", "Undo action 2.1.", "2.1 - undo", "please undo 2.1"])
def test_an_undo_may_name_its_action(words: str) -> None:
    assert read(words) == Undo(("2.1",), "")


def test_several_lines_may_each_name_one_and_words_below_are_kept() -> None:
    assert read("2.1: undo\nA12: undo\n\nI looked at the wrong line.") == Undo(
        ("2.1", "A-0012"), "I looked at the wrong line."
    )


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Do not undo",
        "undo the knot",
        "Can you undo it?",
        "It would undo all our work",
        "Undone",
        "3.3: undo",
        "9: undo",
        "undo 2.1 and A12",
        "Done\nUNDO",
        "We could not undo",
        "Put it back as it was",
        "Is something wrong? Reply with the one word UNDO and we put it back as it was.",
    ],
)
def test_anything_more_or_else_is_no_undo(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    "below", ["except 2.1", "Only the second one", "or not?", "Actually don't", "leave 2.1 as it is", "if you can"]
)
def test_words_that_bend_it_leave_it_to_a_person(below: str) -> None:
    found = read(f"UNDO\n\n{below}")
    assert found is not None
    assert found.doubt
    assert found.comment == below


def test_thanks_below_are_no_comment() -> None:
    assert read("UNDO\n\nMany thanks") == Undo((), "")


def test_a_quoted_undo_is_not_the_persons_own() -> None:
    assert find_undo([Line("UNDO", Mark.QUOTED), Line("UNDO", Mark.SIGNATURE)], KNOWN) is None


@pytest.mark.parametrize(
    ("words", "refs", "beside"),
    [
        ("2.1: UNDO. I meant the other hall, number 4.", ("2.1",), "I meant the other hall, number 4."),
        ("UNDO - that was about last year", (), "that was about last year"),
        ("Undo it, I was on the wrong line", (), "I was on the wrong line"),
        ("A12: undo\n2.1: undo: wrong plan", ("A-0012", "2.1"), "wrong plan"),
    ],
)
def test_words_behind_an_undo_on_its_line_are_kept_and_leave_it_to_a_person(
    words: str, refs: tuple[str, ...], beside: str
) -> None:
    found = read(words)
    assert found is not None
    assert (found.refs, found.comment) == (refs, beside)
    assert "UNDO" in found.doubt
