"""Answers that open with a yes to our own question and say more; all are said on Monday 5 April 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates
from bot.reply.meaning.question import Question

OF_A_DATE = Question(due=date(2027, 4, 16), wants_date=True)
OF_PEACE = Question(snooze=date(2027, 4, 16))
WHETHER_COMPLETE = Question(Status.COMPLETED, completed_on=date(2027, 4, 1))


def _read(words: str, question: Question) -> Update:
    (update,) = read_updates(
        words, "", (Mentioned("2", "Repair the nine bridges", question=question),), date(2027, 4, 5)
    )
    return update


@pytest.mark.parametrize(
    "words",
    [
        *("Yes - for all nine", "Yes for the whole action", "Yes, all of it", "16 April it is", "Yes, 16 April"),
        *(
            "Yes, 16 April for the whole thing",
            "Yep, all nine by then",
            "yes to the 16th",
            "Yes, Friday the 16th",
        ),
        *("yep the 16th is the date for all of it", "Yes - 16 April works for us", "yes that's good with me"),
        *("That's fine, thanks", "OK by me", "The 16th it is", "16 April is our new deadline"),
    ],
)
def test_a_yes_that_repeats_our_question_about_a_date_sets_it(words: str) -> None:
    update = _read(words, OF_A_DATE)
    assert (update.decision, update.due and update.due.end) == (Decision.APPLY, date(2027, 4, 16))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Yes all of it", date(2027, 4, 1)),
        ("Yes, the whole thing was finished on Friday", date(2027, 4, 2)),
        ("All of it, on 11 March.", date(2027, 3, 11)),
        ("Yes, all of it. Decided.", date(2027, 4, 1)),
        ("Yes, everything", date(2027, 4, 1)),
    ],
)
def test_a_yes_that_tells_how_it_was_completed_completes_it_on_the_day_that_is_told(words: str, day: date) -> None:
    update = _read(words, WHETHER_COMPLETE)
    assert (update.decision, update.status, update.completed_on) == (Decision.APPLY, Status.COMPLETED, day)


@pytest.mark.parametrize(
    "words", ["yes that's good", "Yes, until the 16th", "Sounds good to me", "Fine with us, thanks"]
)
def test_a_yes_that_grants_us_to_leave_it_alone_does_so(words: str) -> None:
    update = _read(words, OF_PEACE)
    assert (update.decision, update.snooze, update.due) == (Decision.APPLY, date(2027, 4, 16), None)


@pytest.mark.parametrize("words", ["That's fine", "Fine by me", "Go ahead", "Sounds good"])
def test_what_only_grants_something_does_not_say_that_it_is_complete(words: str) -> None:
    assert _read(words, WHETHER_COMPLETE).decision is not Decision.APPLY


@pytest.mark.parametrize("question", [OF_A_DATE, OF_PEACE])
@pytest.mark.parametrize(
    "words",
    ["Yes to the 23rd", "Yes, Thursday the 16th", "Yes, the 16th or the 23rd", "That's fine for the north side"],
)
def test_a_yes_that_names_another_day_or_less_is_asked_about(words: str, question: Question) -> None:
    assert _read(words, question).decision is Decision.ASK


@pytest.mark.parametrize("question", [OF_A_DATE, WHETHER_COMPLETE])
@pytest.mark.parametrize(
    "words",
    [
        *("Yes, but only the first", "Yes, nearly", "Yes apart from the signs", "Yes or July", "Yes, I think", "Yes?"),
        *("Yes, the roof", "Yes, the first", "Yes - all the north side", "Everything is late"),
        *("Yes, still waiting for the contractor", "Yes, by 19 April", "Yes, half of it", "Yes, the first part"),
    ],
)
def test_a_yes_that_something_bends_is_asked_about(words: str, question: Question) -> None:
    assert _read(words, question).decision is Decision.ASK


@pytest.mark.parametrize("words", ["Yes, we want to keep it", "Yes, it is the county's", "Yes for all nine"])
def test_more_than_a_yes_closes_nothing_that_was_not_completed(words: str) -> None:
    assert _read(words, Question(Status.CANCELLED)).decision is Decision.ASK
