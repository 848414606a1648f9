"""A yes with something beside it: the day of completion, or that the date is right; said on 16 February 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Question, asked_back, is_bare_yes
from tests.bot.reply.test_reply_questions import COMPLETE, JUNE, NEW_DATE, said

DAY_DONE = asked_back("You wrote “done”. Is it complete, and on which day was that?", Status.COMPLETED)


@pytest.mark.parametrize(
    "words", ["Yes, on 11 February", "11 February 2027", "It was completed on 11 February.", "yes 11 Feb"]
)
def test_a_day_that_has_been_is_the_day_of_completion_where_we_asked_for_it(words: str) -> None:
    update = said(words, DAY_DONE)
    read = (update.decision, update.status, update.completed_on)
    assert read == (Decision.APPLY, Status.COMPLETED, date(2027, 2, 11))


@pytest.mark.parametrize(
    "words", ["Not yet, 30 March", "No, 11 February", "Yes, 11 March", "11 February?", "In February"]
)
def test_no_other_day_completes_an_action_whose_day_we_asked_for(words: str) -> None:
    update = said(words, DAY_DONE)
    assert (update.decision, update.status) != (Decision.APPLY, Status.COMPLETED)


@pytest.mark.parametrize(
    "words", ["Yes, on 12 February", "3.1 yes - 12 February 2027", "yes thanks, it was on 12 February."]
)
def test_a_yes_with_its_day_says_that_it_was_complete_on_that_day(words: str) -> None:
    update = said(words, COMPLETE)
    assert (update.decision, update.status, update.completed_on) == (
        Decision.APPLY,
        Status.COMPLETED,
        date(2027, 2, 12),
    )


@pytest.mark.parametrize(
    "words",
    [
        *(
            "12 February",
            "no, on 12 February",
            "yes, until 12 February",
            "yes, by 12 February",
            "yes, since 12 February",
        ),
        *("yes, on 12 February?", "yes, on 12 March", "yes, 12 February, the annex in May", "yes, not on 12 February"),
    ],
)
def test_a_day_without_a_plain_yes_or_with_more_completes_nothing(words: str) -> None:
    update = said(words, COMPLETE)
    assert update.decision is Decision.ASK


@pytest.mark.parametrize(
    "words", ["Yes please, the new date is right", "3.1 yes, that date is correct", "the date is fine"]
)
def test_that_the_date_is_right_is_a_yes_to_a_date_alone(words: str) -> None:
    update = said(words, NEW_DATE)
    assert (update.decision, update.due and update.due.end) == (Decision.APPLY, JUNE)
    assert said(words, COMPLETE).decision is Decision.ASK


@pytest.mark.parametrize(
    "words", ["Yes", "3.1 yes", "3.1: Yes, thanks", "yes it does", "Yes to both please", "Yes, all of them"]
)
def test_a_yes_with_a_number_a_courtesy_or_to_several_is_a_bare_yes(words: str) -> None:
    assert is_bare_yes(words, "3.1")


@pytest.mark.parametrize("words", ["yes, done", "3.14 yes", "Yes?", "Yes, on 12 February", "No", "Yes to both, slowly"])
def test_a_yes_that_tells_more_is_no_bare_one(words: str) -> None:
    assert not is_bare_yes(words, "3.1")


AT_RISK = asked_back("We take it that this is at risk. Is that so?", Status.AT_RISK)
ON_HOLD = asked_back("We take it that this is on hold. Is that so?", Status.ON_HOLD)


@pytest.mark.parametrize("words", ["Yes, 30 June", "yes - end of June please", "Yes. New date 30 June 2027"])
def test_a_date_behind_a_yes_to_what_had_none_is_set_with_it(words: str) -> None:
    update = said(words, AT_RISK)
    assert (update.decision, update.status, update.due and update.due.end) == (Decision.APPLY, Status.AT_RISK, JUNE)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        *(("Yes, 30 June", ON_HOLD), ("Yes, 30 March", COMPLETE), ("Yes, on track for 30 June", AT_RISK)),
        *(("30 June", AT_RISK), ("Yes, board is 30 June", AT_RISK), ("No, 30 June", AT_RISK)),
    ],
)
def test_a_date_that_is_no_plain_part_of_a_yes_is_asked_about(words: str, question: Question) -> None:
    assert said(words, question).decision is Decision.ASK
