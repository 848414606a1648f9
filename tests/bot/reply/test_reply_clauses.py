"""Clauses that open with a bare number or a topic, words that it is somebody else's, and dates in other words.

`answers/clauses.txt` holds such answers with what is read in each, "=" before what is written without a question; all
are said on Monday 16 November 2026.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 11, 16)
LINES = (Path(__file__).parent / "answers" / "clauses.txt").read_text(encoding="utf-8").splitlines()
NUMBERS = (
    Mentioned("3", "Refurbish the skate park"),
    Mentioned("5", "Recruit two enforcement officers"),
    Mentioned("9", "Agree a biodiversity net gain policy"),
    Mentioned("10", "Renew the CCTV contract"),
    Mentioned("14", "Publish the annual monitoring report"),
    Mentioned("21", "Inspect all the play areas"),
)
LETTERS = (
    Mentioned("2.1", "Replace the boilers at the leisure centre"),
    Mentioned("2.2", "Write a guide for event organisers"),
    Mentioned("2.4", "Launch the Houses in Multiple Occupation licensing scheme"),
    Mentioned("3.3", "Retender the grounds maintenance contract"),
    Mentioned("4.1", "Offer mental health first aid training to managers"),
    Mentioned("W5", "Keep fly-tipping removals within two days"),
)
PAIR = (
    Mentioned("A-0040", "Reconcile the petty cash every week"),
    Mentioned("A-0052", "Close dormant supplier accounts"),
)
ALIKE = (
    Mentioned("3.1", "Publish the empty homes strategy"),
    Mentioned("3.2", "Bring empty homes back into use"),
    Mentioned("3.6", "Review parking permits in the old town"),
    Mentioned("3.7", "Review the parking tariff"),
)
ONE = (Mentioned("6.2", "Audit the parish election expenses"),)


def _read(words: str, known: tuple[Mentioned, ...]) -> tuple[Update, ...]:
    return read_updates(words.replace("\\n", "\n"), "", known, SAID_ON)


def _written(update: Update) -> str:
    return "= " if update.decision is Decision.APPLY else ""


def _reading(update: Update) -> str:
    on = f" on {update.completed_on}" if update.completed_on else ""
    status = f"{update.status.value.replace('_', ' ')}{on}" if update.status else ""
    due = f"new date {update.due.end}" if update.due else ""
    return ", ".join(filter(None, (status, due))) or "nothing"


@pytest.mark.parametrize("line", LINES)
def test_each_clause_is_about_the_action_it_opens_with_and_asked_about_unless_it_is_plain(line: str) -> None:
    expected, _, words = line.partition(" | ")
    first = expected.split()[0]
    known = next(each for each in (NUMBERS, LETTERS, PAIR, ALIKE) if first in [action.ref for action in each])
    found = _read(words, known)
    assert "; ".join(f"{update.ref} {_written(update)}{_reading(update)}" for update in found) == expected


@pytest.mark.parametrize(
    "words",
    [
        "3 of the five ramps are in",
        "You can close 3 of the ramps",
        "We had to close 5 early and move 9 staff to the depot",
        "10 days late, with legal",
        "9 and 10 November were lost to rain",
        "Hi Robin, 9 November is fine",
        "The date for 9 schools to reply is May",
        "We moved the date for 9 June to 30 June",
        "The date for 9 to 10 of the schools is May",
        "Hi both, 9 of the ramps are in",
        "3 weeks by the end of which it is done",
        "10 applications with HR, 5 interviews done",
        "21 done, 14 to go",
        "3 or 5 by the end of the year",
        "9 parks done, 5 with the contractor",
        "10 am Monday is fine",
        "5.10 by end of March",
        "14th of January",
        "10 more by end of Feb",
        "5 complete sets, 3 with the printers",
        "Of the sites 5 done, 9 waiting, 3 by end of March",
        "We closed 3, 5 by the end of the week",
        "3 done, 5 done, 9 done of the 40",
    ],
)
def test_a_number_that_counts_opens_no_clause(words: str) -> None:
    assert {update.ref for update in _read(words, NUMBERS)} == {""}


@pytest.mark.parametrize("words", ["3 on track, 7 with legal, 5 by May", "3 on hold, 14 January, 5 by May"])
def test_a_number_of_no_action_and_a_day_open_no_clause(words: str) -> None:
    assert not {update.ref for update in _read(words, NUMBERS)} & {"7", "14"}


@pytest.mark.parametrize("words", ["21: 9 done, 5 with the contractor", "21 - 9 done, 5 by the end of March"])
def test_numbers_behind_a_reference_count(words: str) -> None:
    assert {update.ref for update in _read(words, NUMBERS)} == {"21"}


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Empty homes done", ALIKE),
        ("Parking done. Homes end of Jan", ALIKE),
        ("EH done", ALIKE),
        ("Review: done", ALIKE),
        ("Legal done. Finance end of Jan", LETTERS),
        ("Council done", LETTERS),
        ("IT: done", LETTERS),
        ("ASB: done", NUMBERS),
    ],
)
def test_a_topic_of_none_or_of_two_opens_no_clause(words: str, known: tuple[Mentioned, ...]) -> None:
    assert {update.ref for update in _read(words, known)} == {""}


def test_where_an_action_is_named_outright_words_of_another_stay_with_it() -> None:
    for words in (
        "2.1: boilers done, guide to follow, training end of January",
        "2.1: contractor chosen.\nGuide done, training end of January",
    ):
        assert {(update.ref, update.decision) for update in _read(words, LETTERS)} == {("2.1", Decision.ASK)}


@pytest.mark.parametrize(
    "words",
    [
        "2.2 isnt ours, its Priya Nair.",
        "2.2: that’s Priya’s, she’s in again on Thursday",
        "Priya returns on Thursday, so leave 2.2 for her.",
        "2.2 is Priya's now",
        "2.2 is one for Priya Kerr",
        "2.2 was never mine",
        "2.2: one for Tom.",
        "2.2 should go to Tom",
        "2.2: Tom would know",
        "2.2: we don't own this",
        "2.2: that's down to the events team",
        "2.2: Tom took this over in September",
        "2.2: not my job, I only book the rooms",
        "2.2: this isn't for me",
        "2.2: it's not really our department",
        "2.2: this is not down to us",
        "2.2: the workshops have nothing to do with Legal Services",
        "2.2: nothing to do with the Parks team",
    ],
)
def test_of_what_is_somebody_elses_no_status_is_proposed(words: str) -> None:
    (update,) = _read(words, LETTERS)
    assert (update.ref, update.status, update.due, update.decision) == ("2.2", None, None, Decision.ASK)
    assert update.rule == "says not mine"


@pytest.mark.parametrize(
    "words",
    [
        "Leave it with me",
        "That's with Tom for comments",
        "It's the Council's policy now",
        "That's Monday's meeting",
        "On track. It's Tom's last week",
        "On track, which is not a problem for us",
        "On track. The delay had nothing to do with Housing",
    ],
)
def test_what_is_done_with_others_stays_the_owners_own(words: str) -> None:
    (update,) = _read(words, ONE)
    assert update.rule != "says not mine"
    assert update.due is None


@pytest.mark.parametrize(
    ("words", "due", "decision"),
    [
        ("Please push 6.2 to end of April – new manager coming in after the count.", (2027, 4, 30), Decision.APPLY),
        ("Can I have an extension on 6.2 until 26 Feb? The banks were slow", (2027, 2, 26), Decision.ASK),
        ("Could we get a bit longer on 6.2, till 26 February?", (2027, 2, 26), Decision.ASK),
        ("We've agreed 31 March 2027 with the audit board for this.", (2027, 3, 31), Decision.APPLY),
        ("We've agreed 31 March as the date", (2027, 3, 31), Decision.APPLY),
        ("The files are picked. I would put 29 January 2027 down as the date.", (2027, 1, 29), Decision.ASK),
        ("Is 26 February OK instead?", (2027, 2, 26), Decision.ASK),
        ("Working towards the end of December", (2026, 12, 31), Decision.ASK),
        ("Can we make that the end of March instead of December", (2027, 3, 31), Decision.ASK),
    ],
)
def test_a_date_is_asked_for_in_other_words(words: str, due: tuple[int, int, int], decision: Decision) -> None:
    (update,) = _read(words, ONE)
    assert update.due is not None
    assert (update.due.end, update.decision) == (date(*due), decision)


@pytest.mark.parametrize(
    "words",
    [
        "We've agreed 31 January with the printers for the proofs",
        "We've agreed 31 January to meet the auditors for this",
        "We have not agreed 31 January with anybody for this",
        "I think we've agreed 31 January for this",
        "We've agreed 31 January or 28 February for this",
        "We've agreed 31 March 2026 for this",
        "We had an extension until 30 October",
        "I would not put 31 January down as the date",
        "Is 12 February ok for a call?",
        "We will use 12 February for the count",
        "Think 12 February is half term",
    ],
)
def test_a_date_of_the_past_or_of_something_else_is_not_written(words: str) -> None:
    assert {update.decision for update in _read(words, ONE)} == {Decision.ASK}


def test_the_middle_one_and_the_other_two_are_told_by_their_place() -> None:
    words = "The middle one is finished, the other two need until the end of the month."
    said = {update.ref: (_reading(update), update.decision) for update in _read(words, NUMBERS[:3])}
    going_on = ("in progress, new date 2026-11-30", Decision.ASK)
    assert said == {"3": going_on, "5": ("completed", Decision.APPLY), "9": going_on}


def test_the_last_four_behind_a_share_are_of_what_was_counted() -> None:
    words = "3: 66 of 70.\nThe last two are on leave, so can this be treated as done?\n5: Done."
    said = {update.ref: (_reading(update), update.decision) for update in _read(words, NUMBERS[:3])}
    assert said == {"3": ("nothing", Decision.ASK), "5": ("completed", Decision.APPLY)}


@pytest.mark.parametrize("condition", ["when Legal agree", "if Members agree", "once the fee is paid"])
def test_a_condition_behind_two_requests_may_be_of_both(condition: str) -> None:
    found = _read(f"Please close 2.1 and mark 2.2 as complete {condition}", LETTERS)
    assert Decision.APPLY not in {update.decision for update in found}


def test_what_is_guessed_beside_words_that_name_their_action_is_no_doubt() -> None:
    (update,) = _read("The boilers were replaced last week. That's 2.1 done.", LETTERS)
    assert (update.ref, update.decision) == ("2.1", Decision.APPLY)
    (update,) = _read("The boilers were replaced last week and that is done. 2.1 as above.", LETTERS)
    assert update.decision is Decision.ASK


@pytest.mark.parametrize("opening", ["Priya,", "Priya", "Ms Sandhu –", "Sandhu,"])
def test_a_name_above_the_answers_only_says_whom_they_are_to(opening: str) -> None:
    found = _read(f"{opening}\n\n2.1 complete.\n2.2 in progress\n\nCraig", LETTERS)
    assert [(update.ref, update.decision) for update in found] == [("2.1", Decision.APPLY), ("2.2", Decision.APPLY)]


@pytest.mark.parametrize("opening", ["Delayed,", "Boilers,", "Published"])
def test_a_word_above_the_answers_that_may_be_one_is_not_passed_over(opening: str) -> None:
    found = _read(f"{opening}\n\n2.1 complete.\n2.2 in progress", LETTERS)
    assert Decision.APPLY not in {update.decision for update in found}


@pytest.mark.parametrize("behind", ["I'll do the others next week.", "Updates on the rest to follow."])
def test_a_promise_for_the_others_leaves_a_plain_answer_plain(behind: str) -> None:
    (update,) = _read(f"2.1 is complete. {behind}", LETTERS)
    assert (update.ref, update.decision) == ("2.1", Decision.APPLY)


def test_the_last_two_behind_a_share_in_one_row_are_of_what_was_counted() -> None:
    words = "3: 66 of 70 trained, the last two are booked on 20 December.\n5: complete."
    said = {update.ref: (_reading(update), update.decision) for update in _read(words, NUMBERS[:3])}
    assert said == {"3": ("in progress", Decision.APPLY), "5": ("completed", Decision.APPLY)}
