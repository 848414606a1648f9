"""A short answer says what was asked of its action: a date, whether it goes on, or a yes; said on 16 February 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import FOR_DATE, Decision, Mentioned, Question, Update, asked_back, check_in, read_updates

SAID_ON = date(2027, 2, 16)
JUNE, MAY = date(2027, 6, 30), date(2027, 5, 31)
CHECK_IN = check_in(Status.IN_PROGRESS)
NEW_DATE = asked_back("You wrote “30 June 2027”. Is 30 June 2027 the new date?", due=JUNE)
COMPLETE = asked_back(
    "You say that it is complete, but also “all but”. Is the whole action complete?",
    Status.COMPLETED,
    completed_on=date(2027, 1, 5),
)


def said(words: str, question: Question | None) -> Update:
    known = (Mentioned("3.1", "Adopt a new library strategy", question=question),)
    (update,) = read_updates(words, "", known, SAID_ON)
    return update


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30 June 2027", JUNE),
        ("31 May 2027 please", MAY),
        ("End of June 2027", JUNE),
        ("3.1: 30 June 2027", JUNE),
        ("It is the 30th of June 2027", JUNE),
        ("Please make it 30 June 2027.", JUNE),
        ("We will do it by 30 June 2027", JUNE),
        ("31 May 2027 please, waiting for the trust's board", MAY),
        ("Hi,\n\nYes, by 30 June 2027.\n\nThanks\nSam", JUNE),
        ("It's 30 June", JUNE),
        ("We will do it by the end of May", MAY),
        ("Let's say 30 June 2027", JUNE),
        ("I'd suggest the end of May", MAY),
    ],
)
def test_a_date_alone_is_the_date_where_we_asked_for_one(words: str, day: date) -> None:
    update = said(words, FOR_DATE)
    assert (update.ref, update.decision, update.due and update.due.end) == ("3.1", Decision.APPLY, day)
    assert update.status is None


@pytest.mark.parametrize("words", ["On track for 30 June 2027", "Still on track to finish by 30 June"])
def test_on_track_for_a_date_gives_it_where_we_asked_for_one(words: str) -> None:
    update = said(words, FOR_DATE)
    assert (update.status, update.decision, update.due and update.due.end) == (
        Status.IN_PROGRESS,
        Decision.APPLY,
        JUNE,
    )
    assert said(words, None).due is None


@pytest.mark.parametrize("words", ["Can we say Q1 2027/28?", "How about 30 June?", "Shall we say the end of June?"])
def test_a_date_that_is_put_as_a_question_is_proposed(words: str) -> None:
    update = said(words, FOR_DATE)
    assert (update.decision, update.due and update.due.end) == (Decision.ASK, JUNE)


@pytest.mark.parametrize(
    "words",
    [
        "30 June was the old date",
        "Not 30 June",
        "not before 30 June 2027",
        "Yes but not before the vote",
        "yes, if funding",
        "30 June 2027 if funding allows",
        "30 June 2027?",
        "30 June 2027, maybe",
        "30 June or 31 July 2027",
        "30 June 2027. Or July.",
        "around 30 June 2027",
        "30 June 2027 at the earliest",
        "30 June 2027 for the first phase",
        "30 June 2027 is too early",
        "30 June 2027, done",
        "31 February 2027",
        "30 June 2026",
        "30 June 2029",
        "The board meets on 30 June 2027",
        "We will start it on 30 June 2027",
        "We will do it by 30 June 2027 unless the vote fails",
        "1 March, the mayor's birthday of course!",
        "I am on leave until 30 June 2027",
        "Yes I am still waiting for the contractor",
    ],
)
def test_a_date_with_anything_else_about_it_is_still_asked_about(words: str) -> None:
    assert said(words, FOR_DATE).decision is Decision.ASK


@pytest.mark.parametrize(
    "words",
    [
        "Yes",
        "3.1: yes",
        "3.1\nYes",
        "Yes, still running",
        "It's going fine",
        "Going well, nothing to report",
        "All good thanks",
        "Hi Sam\n\nYes thanks\n\nKind regards\nJo",
        "All going well 👍",
        "yes it's going well thanks",
    ],
)
def test_a_yes_to_how_it_is_going_says_that_it_goes_on(words: str) -> None:
    update = said(words, CHECK_IN)
    assert (update.ref, update.decision, update.status) == ("3.1", Decision.APPLY, Status.IN_PROGRESS)
    assert said(words, check_in(Status.ONGOING)).status is Status.ONGOING


@pytest.mark.parametrize(
    "words",
    [
        "No",
        "it has stopped",
        "Yes. It has stopped.",
        "Yes I am still waiting for the contractor",
        "Yes but not before the vote",
        "Yes, but slowly",
        "Yes, done",
        "Yes, on hold",
        "Yes, until 31 May 2027",
        "Yes?",
        "Yes 🙁",
        "yes and no",
        "Yes, I think",
        "Not going well",
        "It was going well",
        "Going well if the funding comes",
        "It's running well over budget",
        "Yes.\n\nWe wait for the contractor",
    ],
)
def test_a_no_or_a_yes_that_something_bends_is_asked_about(words: str) -> None:
    assert said(words, CHECK_IN).decision is Decision.ASK


YES = ["Yes", "yep", "That's right", "correct", "3.1: Yes", "Yes please", "Yes thanks, that's correct", "Confirmed"]


@pytest.mark.parametrize("words", YES)
def test_a_yes_applies_what_was_proposed(words: str) -> None:
    dated, done = said(words, NEW_DATE), said(words, COMPLETE)
    assert (dated.decision, dated.due and dated.due.end, dated.status) == (Decision.APPLY, JUNE, None)
    assert (done.decision, done.due, done.status) == (Decision.APPLY, None, Status.COMPLETED)
    assert done.completed_on == date(2027, 1, 5)


@pytest.mark.parametrize("question", [NEW_DATE, COMPLETE])
@pytest.mark.parametrize("words", ["No", "No thanks", "3.1: no", "No, not yet"])
def test_a_no_leaves_it_as_it_is_and_asks_no_more(words: str, question: Question) -> None:
    update = said(words, question)
    assert (update.decision, update.due, update.status, update.reason) == (Decision.APPLY, None, None, "")


@pytest.mark.parametrize(
    ("words", "day"),
    [("New date is 31 May 2027", MAY), ("31 May 2027", MAY), ("No, 31 May 2027", MAY), ("Yes, 30 June 2027", JUNE)],
)
def test_another_date_answers_whether_it_is_the_new_one(words: str, day: date) -> None:
    update = said(words, NEW_DATE)
    assert (update.decision, update.due and update.due.end) == (Decision.APPLY, day)


@pytest.mark.parametrize("question", [NEW_DATE, COMPLETE])
@pytest.mark.parametrize(
    "words",
    [
        "Yes but not before the vote",
        "yes, if funding",
        "Yes, apart from the annex",
        "Yes.\n\nUnless the vote fails.",
        "Yes I am still waiting for the contractor",
        "30 June was the old date",
        "Not 30 June",
        "Not 31 May 2027",
        "Yes, 31 May 2027",
        "Yes it is 31 May 2027",
        "No, 30 June 2027",
        "Yes. New date is 31 May 2027",
        "Yes, cancelled",
        "Is it?",
        "Yes or July",
    ],
)
def test_a_yes_or_a_date_that_something_speaks_against_is_asked_about(words: str, question: Question) -> None:
    assert said(words, question).decision is Decision.ASK


@pytest.mark.parametrize("words", ["ok", "All good"])
def test_a_courtesy_is_no_yes_to_a_proposal(words: str) -> None:
    assert said(words, NEW_DATE).decision is not Decision.APPLY


@pytest.mark.parametrize("words", ["Yes", "Yes thanks"])
def test_a_lone_yes_says_nothing_where_nothing_was_asked_that_it_answers(words: str) -> None:
    for question in (None, FOR_DATE, asked_back("Is it complete, on track, or is there a new date?")):
        assert said(words, question).decision is not Decision.APPLY


def test_how_far_it_has_come_may_stand_beside_a_yes_to_a_date() -> None:
    update = said("Yes, in progress", NEW_DATE)
    assert (update.decision, update.due and update.due.end, update.status) == (
        Decision.APPLY,
        JUNE,
        Status.IN_PROGRESS,
    )


def test_a_yes_to_a_date_that_has_passed_meanwhile_is_asked_about() -> None:
    update = said("Yes", asked_back("Is “1 February 2027” the new date for the whole action?", due=date(2027, 2, 1)))
    assert update.decision is Decision.ASK
    assert "has passed" in update.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "We could not read a status or a date in your words. Is it complete, on track, or is there a new date?",
        "The date you name has passed. Is the action complete, or is there a new date?",
        "You wrote “in June”. Is it complete, and on which day was that?",
        "Who should we ask instead?",
    ],
)
def test_a_question_of_several_choices_has_no_yes(sentence: str) -> None:
    question = asked_back(sentence, Status.COMPLETED, JUNE)
    assert not question.proposes
    assert said("Yes", question).decision is Decision.HOLD


PEACE = asked_back("You also wrote “x”. May we leave this alone until 30 June 2027?", Status.ON_HOLD, None, None, JUNE)


@pytest.mark.parametrize("words", ["Yes", "Yes please", "Yes, please leave this until 30 June 2027"])
def test_a_yes_to_being_left_alone_sets_the_day_and_nothing_else(words: str) -> None:
    update = said(words, PEACE)
    assert (update.decision, update.snooze) == (Decision.APPLY, JUNE)
    assert (update.status, update.due) == (None, None)


def test_a_yes_to_several_questions_at_once_sets_the_day_of_the_one_about_being_left_alone() -> None:
    each = asked_back("You answer several questions with one yes. Does it go for each of them?", snooze=JUNE)
    assert (said("Yes", each).decision, said("Yes", each).snooze) == (Decision.APPLY, JUNE)


def test_a_no_or_a_yes_with_something_else_leaves_nobody_alone() -> None:
    assert (said("No", PEACE).decision, said("No", PEACE).snooze) == (Decision.APPLY, None)
    torn = said("Yes. In progress.", PEACE)
    assert (torn.decision, torn.snooze) == (Decision.ASK, None)
    late = asked_back("May we leave this alone until 1 February 2027?", snooze=date(2027, 2, 1))
    assert said("Yes", late).decision is Decision.ASK


def test_until_when_we_keep_silent_is_not_answered_by_a_new_date() -> None:
    question = asked_back("Until which day may we leave this alone, or is there a new date?")
    assert said("31 May 2027", question).decision is Decision.ASK


def test_what_names_no_action_is_about_the_one_that_was_asked_about_beside_those_recorded() -> None:
    known = (Mentioned("3.1", "Adopt a strategy", question=NEW_DATE), Mentioned("3.3", "Mentor", settled=True))
    (update,) = read_updates("Yes", "", known, SAID_ON)
    assert (update.ref, update.decision) == ("3.1", Decision.APPLY)
    (update,) = read_updates("New date is 31 May 2027", "", known, SAID_ON)
    assert (update.ref, update.decision, update.due and update.due.end) == ("3.1", Decision.APPLY, MAY)
    (update,) = read_updates("3.3: completed", "", known, SAID_ON)
    assert (update.ref, update.status) == ("3.3", Status.COMPLETED)


def test_of_two_that_were_asked_about_neither_takes_words_that_name_none() -> None:
    known = (Mentioned("3.1", "Adopt", question=NEW_DATE), Mentioned("3.3", "Mentor", question=CHECK_IN))
    for words in ("Yes", "31 May 2027"):
        assert all(update.decision is not Decision.APPLY for update in read_updates(words, "", known, SAID_ON))
    updates = {each.ref: each for each in read_updates("3.1: 31 May 2027\n3.3: yes", "", known, SAID_ON)}
    assert all(update.decision is Decision.APPLY for update in updates.values())
    assert updates["3.3"].status is Status.IN_PROGRESS


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("It won't be ready, say end of May", "You wrote “end of May”. Is 31 May 2027 the new date?"),
        ("On track. 31 May 2027", "You wrote “31 May 2027”. Is 31 May 2027 the new date?"),
        ("We met on 3 January 2027", "has passed"),
        ("Still with Legal since March", "You name a date"),
        ("Not 30 June", "You name a date"),
        ("Between March and May 2027 we will know", "more than one date"),
    ],
)
def test_a_date_that_was_read_is_spoken_of_in_the_question(words: str, told: str) -> None:
    update = said(words, None)
    assert update.decision is Decision.ASK
    assert told in update.reason
    assert "could not read" not in update.reason


EACH = "You close several actions at once. Is each of them complete?"
ONE_YES = "You answer several questions with one yes. Does it go for each of them?"


def _several(words: str, *questions: Question | None) -> list[tuple[str, Decision, Status | None]]:
    known = tuple(Mentioned(f"3.{at}", "Adopt", question=each) for at, each in enumerate(questions, 1))
    return [(each.ref, each.decision, each.status) for each in read_updates(words, "", known, SAID_ON)]


@pytest.mark.parametrize(
    "words",
    [
        "Yes to both",
        "Yes, both",
        "yes, all of them thanks",
        "All still running",
        "Both fine",
        "Hi Sam, all good thanks",
    ],
)
def test_a_yes_that_is_said_of_all_answers_what_each_was_asked(words: str) -> None:
    found = _several(words, CHECK_IN, check_in(Status.ONGOING))
    assert found == [("3.1", Decision.APPLY, Status.IN_PROGRESS), ("3.2", Decision.APPLY, Status.ONGOING)]


@pytest.mark.parametrize("words", ["Yes", "Yes thanks", "Hi Sam,\n\nYes, still running.\n\nThanks\nJo"])
def test_one_yes_to_several_questions_is_proposed_for_each_and_asked_about_once(words: str) -> None:
    found = _several(words, CHECK_IN, CHECK_IN)
    assert found == [("3.1", Decision.ASK, Status.IN_PROGRESS), ("3.2", Decision.ASK, Status.IN_PROGRESS)]
    again = asked_back(ONE_YES, Status.IN_PROGRESS)
    found = _several(words.replace(", still running", ""), again, again)
    assert found == [("3.1", Decision.APPLY, Status.IN_PROGRESS), ("3.2", Decision.APPLY, Status.IN_PROGRESS)]


@pytest.mark.parametrize("words", ["Yes", "Yes, all done", "All done", "Yes to all"])
def test_whether_each_of_several_is_complete_is_answered_by_one_yes(words: str) -> None:
    each = asked_back(EACH, Status.COMPLETED)
    found = _several(words, each, each, each)
    assert [(decision, status) for _, decision, status in found] == [(Decision.APPLY, Status.COMPLETED)] * 3


@pytest.mark.parametrize("question", [COMPLETE, NEW_DATE])
def test_one_yes_says_nothing_of_each_where_something_else_was_asked_too(question: Question) -> None:
    found = _several("Yes", asked_back(EACH, Status.COMPLETED), question)
    assert {decision for _, decision, _ in found} == {Decision.ASK}


@pytest.mark.parametrize("other", [None, FOR_DATE])
@pytest.mark.parametrize("words", ["Yes", "Yes to both", "All fine"])
def test_a_yes_is_asked_about_where_it_answers_only_one_of_the_questions(words: str, other: Question | None) -> None:
    assert _several(words, CHECK_IN, other) == [("", Decision.ASK, None)]


@pytest.mark.parametrize(
    "words",
    [
        *("Yes to all three", "Yes, both but not yet", "Yes. The second one may slip.", "No", "Yes to both?"),
        *(
            "Yes to both :(",
            "Yes, both, I think",
            "Yes to both. Actually no",
            "All good. I will look at these on Monday",
        ),
    ],
)
def test_a_yes_to_all_that_does_not_fit_or_that_something_bends_changes_nothing(words: str) -> None:
    assert all(decision is Decision.ASK for _, decision, _ in _several(words, CHECK_IN, CHECK_IN))


def test_no_change_on_any_is_about_all_of_them_and_says_no_status() -> None:
    found = _several("No change on any", CHECK_IN, None)
    assert found == [("3.1", Decision.ASK, None), ("3.2", Decision.ASK, None)]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The drawings are with the county for a check", Status.IN_PROGRESS),
        ("Waiting list opened and 40 names taken", Status.IN_PROGRESS),
    ],
)
def test_what_words_most_likely_say_is_asked_by_name_and_a_yes_settles_it(words: str, status: Status) -> None:
    first = said(words, None)
    assert (first.decision, first.status) == (Decision.ASK, status)
    again = said("Yes", asked_back(first.reason, first.status, first.due))
    assert (again.decision, again.status) == (Decision.APPLY, status)


@pytest.mark.parametrize("words", ["Please see the note", "I can't say yet", "Stopped", "No idea, get back to me"])
def test_words_that_tell_of_no_state_suppose_none(words: str) -> None:
    assert said(words, None).status is None


def test_a_date_in_doubt_is_asked_about_with_the_state_that_is_told_beside_it() -> None:
    first = said("Two lamps are still missing, it should be finished by 26 May 2027", None)
    assert (first.decision, first.status) == (Decision.ASK, Status.IN_PROGRESS)
    assert first.reason.startswith("We take it that this is in progress. ")
    asked = asked_back(first.reason, first.status, first.due and first.due.end)
    again = said("Yes", asked)
    assert (again.decision, again.status) == (Decision.APPLY, Status.IN_PROGRESS)
    assert again.due is not None
    assert again.due.end == date(2027, 5, 26)


def test_a_day_that_has_been_is_not_proposed_as_the_one_of_the_next_year() -> None:
    told = said("Kerb count run on 19 January, letters go out soon", None)
    assert (told.decision, told.due, told.status) == (Decision.ASK, None, Status.IN_PROGRESS)
