"""References behind a status or an announcement, and promises to answer another day; said on 4 February 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 2, 4)
TEXTS = (
    "Repaint the bandstand in Castle Gardens",
    "Recruit a harbour master",
    "Publish the flood maps for every parish",
    "Insure the museum's paintings",
)
NUMBERS = tuple(Mentioned(ref, text) for ref, text in zip(("4", "6", "9", "14"), TEXTS, strict=True))
LETTERS = tuple(Mentioned(ref, text) for ref, text in zip(("P1", "P2", "Q5", "Q7"), TEXTS, strict=True))
DONE, ON, HELD = Status.COMPLETED, Status.IN_PROGRESS, Status.ON_HOLD
APPLY, ASK = Decision.APPLY, Decision.ASK


def _read(words: str, known: tuple[Mentioned, ...]) -> dict[str, Update]:
    return {update.ref: update for update in read_updates(words, "", known, SAID_ON)}


def _statuses(words: str, known: tuple[Mentioned, ...]) -> dict[str, Status | None]:
    return {ref: update.status for ref, update in _read(words, known).items()}


@pytest.mark.parametrize(
    ("words", "known", "statuses"),
    [
        ("Done: 4, 9\nOn hold: 6, 14", NUMBERS, {"4": DONE, "9": DONE, "6": HELD, "14": HELD}),
        ("In progress: P1, Q5 and Q7", LETTERS, {"P1": ON, "Q5": ON, "Q7": ON}),
        ("On track - nos 6 & 14", NUMBERS, {"6": ON, "14": ON}),
        ("Finished: P2 (on 20 January), Q7", LETTERS, {"P2": DONE, "Q7": DONE}),
    ],
)
def test_a_status_before_references_is_said_of_each(
    words: str, known: tuple[Mentioned, ...], statuses: dict[str, Status]
) -> None:
    assert _statuses(words, known) == statuses


def test_what_stands_in_brackets_is_said_of_the_reference_before_it() -> None:
    found = _read("Delayed: P2 (30 April 2026), Q5 (29 May 2026)", LETTERS)
    assert {ref: update.due and update.due.end for ref, update in found.items()} == {
        "P2": date(2026, 4, 30),
        "Q5": date(2026, 5, 29),
    }


@pytest.mark.parametrize(
    "words", ["Done: 4, 9 and a half", "Finished: 4, 6, 30", "Trained: 4, 6", "On track: 6 or 9", "Cancelled: 4 of 9"]
)
def test_a_status_before_what_may_be_counts_names_no_action(words: str) -> None:
    assert {ref: update.decision for ref, update in _read(words, NUMBERS).items()} == {"": ASK}


def test_one_bare_number_behind_a_status_may_be_a_count_and_is_asked_about() -> None:
    assert _read("On track: 6", NUMBERS)["6"].decision is ASK
    assert _read("On track: Q5", LETTERS)["Q5"].decision is APPLY


@pytest.mark.parametrize("words", ["Please give us until May for number 9.", "I am waiting for news on no. 9, sorry."])
def test_a_number_inside_a_sentence_names_its_action_where_it_is_said_to_be_one(words: str) -> None:
    assert {ref: update.decision for ref, update in _read(words, NUMBERS).items()} == {"9": ASK}


@pytest.mark.parametrize("words", ["The bus is number 9 Castle Street now.", "The painters work on no. 9 High Street"])
def test_a_number_of_something_else_names_no_action(words: str) -> None:
    assert "9" not in _read(words, NUMBERS)


@pytest.mark.parametrize(
    "words",
    [
        "I can confirm that P1 and P2 are on track and that Q5 is on hold.",
        "Just to let you know P1 and P2 are on track, and Q5 is on hold.",
        "Please note that P1 and P2 are on track and Q5 is on hold.",
    ],
)
def test_words_that_only_announce_an_answer_change_nothing(words: str) -> None:
    found = _read(words, LETTERS)
    assert {ref: (update.status, update.decision) for ref, update in found.items()} == {
        "P1": (ON, APPLY),
        "P2": (ON, APPLY),
        "Q5": (HELD, APPLY),
    }
    assert found["P1"].comment.startswith(words[:12])


def test_of_two_announced_answers_the_first_ends_where_the_second_begins() -> None:
    found = _read("I am pleased to report that P1 is complete and that Q5 is on hold.", LETTERS)
    assert {ref: update.decision for ref, update in found.items()} == {"P1": APPLY, "Q5": APPLY}


@pytest.mark.parametrize("who", ["Rosa has asked me to say that", "Tom Ely tells me that", "My manager confirmed"])
def test_what_somebody_else_lets_us_know_is_asked_about(who: str) -> None:
    found = _read(f"{who} P1 is complete and Q5 is on track.", LETTERS)
    assert {ref: (update.status, update.decision) for ref, update in found.items()} == {
        "P1": (DONE, ASK),
        "Q5": (ON, ASK),
    }


def test_an_announcement_with_a_doubt_in_it_stays_one() -> None:
    assert _read("I can nearly confirm that P1 is complete.", LETTERS)["P1"].decision is ASK


@pytest.mark.parametrize(
    "words", ["More on P2 tomorrow.", "I will come back to you on P2 on 9 February.", "News on P2 in May"]
)
def test_a_promise_to_answer_for_an_action_gives_it_neither_status_nor_date(words: str) -> None:
    update = _read(f"P1 is complete. {words}", LETTERS)["P2"]
    assert (update.status, update.due, update.decision) == (None, None, ASK)


@pytest.mark.parametrize("words", ["Update on P2: 29 May 2026", "News on P2: new date 29 May 2026"])
def test_an_update_that_follows_at_once_is_no_promise(words: str) -> None:
    update = _read(words, LETTERS)["P2"]
    assert update.due is not None
    assert update.due.end == date(2026, 5, 29)


def test_a_promise_that_tells_how_it_stands_is_read() -> None:
    assert _read("More on P2 next week, it is on hold.", LETTERS)["P2"].status is HELD


@pytest.mark.parametrize(
    "words",
    [
        "P1 is complete. Will let you know about the others next week.",
        "P1 is complete. I will come back to you on the other three in May.",
        "P1 is complete. Rosa will answer for the others when she is back on Monday.",
    ],
)
def test_a_promise_to_answer_for_the_others_says_nothing_of_the_action_before_it(words: str) -> None:
    found = _read(words, LETTERS)
    assert {ref: (update.status, update.decision) for ref, update in found.items()} == {"P1": (DONE, APPLY)}


@pytest.mark.parametrize(
    "words",
    [
        "P1 is complete, will let you know about the rest next week.",
        "P1 is complete. I will report on the others once the last coat is finished.",
        "P1 is complete, will let you know about the other bandstand.",
        "P1 is complete, will let you know about the other items.",
        "P1 is complete, will let you know about the other four.",
    ],
)
def test_a_promise_that_may_limit_a_completion_leaves_it_asked_about(words: str) -> None:
    assert _read(words, LETTERS)["P1"].decision is ASK


def test_of_one_action_the_others_are_its_parts() -> None:
    (update,) = _read("Complete, will let you know about the others next week.", LETTERS[:1]).values()
    assert update.decision is ASK
