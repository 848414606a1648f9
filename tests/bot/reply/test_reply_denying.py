"""Answers that open with a no to our own question; all are said on Tuesday 4 May 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates
from bot.reply.meaning.question import Question

OF_A_DATE = Question(due=date(2027, 5, 14), wants_date=True)
WHETHER_COMPLETE = Question(Status.COMPLETED, completed_on=date(2027, 5, 3))
OF_PEACE = Question(snooze=date(2027, 5, 14))


def _read(words: str, question: Question) -> Update:
    (update,) = read_updates(
        words, "", (Mentioned("K4", "Resurface the towpath", question=question),), date(2027, 5, 4)
    )
    return update


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("No, the barge owners meet that week", OF_A_DATE),
        ("no - that's the yearly inspection, 14 May is only the next one", OF_A_DATE),
        ("No. 14 May was the drop-in session", OF_A_DATE),
        ("14 May is when it's due anyway, so no change", OF_A_DATE),
        ("No, the old date still stands", OF_A_DATE),
        ("No! not finished.", WHETHER_COMPLETE),
        ("No, we are waiting for gravel", WHETHER_COMPLETE),
        ("no thanks, we need the nudges", OF_PEACE),
    ],
)
def test_a_no_denies_what_was_proposed_whatever_the_reason(words: str, question: Question) -> None:
    update = _read(words, question)
    assert (update.decision, update.rule, update.in_words) == (Decision.APPLY, "answers no", "")


@pytest.mark.parametrize("question", [OF_A_DATE, WHETHER_COMPLETE])
@pytest.mark.parametrize(
    "words",
    [
        "No, the barges go first. 28 May please",
        "No, make it 28 May",
        "No, new date is 28 May",
        "No. The lock reopens on 28 May so that's the new date",
        "Not finished. 28 May please",
        "28 May please",
    ],
)
def test_a_no_that_gives_the_right_day_outright_sets_it(words: str, question: Question) -> None:
    update = _read(words, question)
    assert (update.decision, update.due and update.due.end, update.status) == (Decision.APPLY, date(2027, 5, 28), None)


@pytest.mark.parametrize("question", [OF_A_DATE, WHETHER_COMPLETE, OF_PEACE])
@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("No, the contractor has gone bust", "at risk"),
        ("No, perhaps the 28th", ""),
        ("No, some time in June I think", "in progress with the new date 30 June 2027"),
    ],
)
def test_news_behind_a_no_is_asked_about_and_what_it_denies_proposed_no_more(
    words: str, proposed: str, question: Question
) -> None:
    update = _read(words, question)
    assert (update.decision, update.rule, update.in_words) == (Decision.ASK, "answers no", proposed)


@pytest.mark.parametrize("question", [OF_A_DATE, WHETHER_COMPLETE, OF_PEACE])
@pytest.mark.parametrize(
    "words", ["No, please close it", "No, complete", "No sorry, yes it is", "No, could you ring me?"]
)
def test_a_no_that_something_else_speaks_against_writes_nothing(words: str, question: Question) -> None:
    assert _read(words, question).decision is Decision.ASK


def test_a_no_that_says_whose_it_is_is_heard_as_that() -> None:
    assert _read("No. And it isn't mine, as I said", OF_A_DATE).rule == "says not mine"
