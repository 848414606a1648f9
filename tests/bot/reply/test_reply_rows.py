"""Answers in lines that begin with a number, and references in a row; said on 4 February 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates
from bot.reply.message.html_text import html_to_text

SAID_ON = date(2026, 2, 4)
TEXTS = (
    "Repaint the bandstand in Castle Gardens",
    "Recruit a harbour master",
    "Publish the flood maps for every parish",
    "Insure the museum's paintings",
)
NUMBERS = tuple(Mentioned(ref, text) for ref, text in zip(("4", "6", "9", "14"), TEXTS, strict=True))
LETTERS = tuple(Mentioned(ref, text) for ref, text in zip(("P1", "P2", "Q5", "Q7"), TEXTS, strict=True))
STATUS = {Status.COMPLETED: "done", Status.IN_PROGRESS: "on", Status.NOT_STARTED: "not started", None: "?"}


def _read(words: str, known: tuple[Mentioned, ...] = LETTERS) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


def _told(words: str, known: tuple[Mentioned, ...] = LETTERS) -> dict[str, str]:
    return {update.ref: STATUS.get(update.status, "other") for update in _read(words, known)}


ALL_FOUR = {"P1": "done", "P2": "on", "Q5": "not started", "Q7": "done"}


@pytest.mark.parametrize(
    "words",
    [
        "1. Complete\n2. On track\n3. Not started\n4. Complete",
        "As they stand in your mail:\n\n1) complete\n\n2) on track\n\n3) not started\n\n4) complete\n\nThanks",
        "(1) Complete\n(2) On track, no worries\n(3) Not started\n(4) Complete",
        "1 done\n2 on track\n3 not started\n4 done",
        html_to_text("<ol><li>Complete</li><li>On track</li><li>Not started</li><li>Complete</li></ol>"),
    ],
)
def test_a_numbered_list_answers_in_the_order_of_the_mail_and_is_asked_about(words: str) -> None:
    found = _read(words)
    assert _told(words) == ALL_FOUR
    assert {update.decision for update in found} == {Decision.ASK}


def test_a_shorter_list_is_about_the_first_ones() -> None:
    assert _told("1. Complete\n2. On track") == {"P1": "done", "P2": "on"}


@pytest.mark.parametrize(
    "words",
    [
        "1. Complete\n2. Complete\n3. Complete\n4. Complete\n5. Complete",
        "1. Complete\n3. On track",
        "2. Complete\n3. On track",
        "1. Complete",
        "1. The masons came\n2. The joiners came",
        "We met and agreed:\n1. to buy nails\n2. to ask Rob",
    ],
)
def test_a_list_that_cannot_be_the_order_of_the_mail_names_no_action(words: str) -> None:
    assert set(_told(words)) == {""}


def test_the_steps_of_a_list_below_a_named_action_stay_with_it() -> None:
    assert set(_told("Q5 is on track:\n1. Survey done\n2. Drawings done")) == {"Q5"}


def test_rows_by_the_numbers_of_the_actions_are_read_whatever_stands_behind() -> None:
    words = "4 Complete, both coats (2 litres) on\n6 Waiting for 3 references from harbours down the coast\n14 1 of 3"
    found = {update.ref: update for update in _read(words, NUMBERS)}
    assert found["14"].comment == "14 1 of 3"
    assert found["4"].status is Status.COMPLETED
    assert set(found) == {"4", "6", "14"}


@pytest.mark.parametrize(
    "words",
    ["4 Masons came\n6 joiners came", "9 Masons came\n6 joiners came\n4 painters came", "4 masons\n4 joiners\n6 more"],
)
def test_fewer_rows_or_rows_in_another_order_are_no_answers(words: str) -> None:
    assert set(_told(words, NUMBERS)) == {""}


MIXED = (
    Mentioned("2.3", "Train the wardens in first aid"),
    Mentioned("10", "Order the electric barrows"),
    *NUMBERS[:2],
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2.3 going well\n10 Barrows all ordered last week, complete", {"2.3": "going well", "10": "Barrows all"}),
        ("2.3 on track\n4 All 14 sides primed", {"2.3": "on track", "4": "All 14"}),
        ("6 25 letters out\n4 Done\n10 Two hundred came by", {"6": "25 letters", "4": "Done", "10": "Two hundred"}),
        ("2.3 we trained\n10 people on Monday", {"2.3": "we trained\n10 people"}),
        ("2.3 will be done by\n10 May", {"2.3": "will be"}),
        (
            "2.3 the third course that we have ever held, it was seen by\n10 Friends of the gardens",
            {"2.3": "the third"},
        ),
    ],
)
def test_a_line_that_begins_with_its_number_is_about_that_action(words: str, told: dict[str, str]) -> None:
    found = {update.ref: update.comment.removeprefix(f"{update.ref} ") for update in _read(words, MIXED)}
    assert set(found) == set(told)
    assert all(found[ref].startswith(begins) for ref, begins in told.items())


def test_a_row_whose_words_may_count_is_asked_about() -> None:
    found = {update.ref: update.decision for update in _read("4 done\n6 harbour masters on track\n9 done", NUMBERS)}
    assert found["6"] is Decision.ASK
    assert found["4"] is Decision.APPLY


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("p1 done p2 done q5 on track q7 not started", {"P1": "done", "P2": "done", "Q5": "on", "Q7": "not started"}),
        ("P1 done Q7 on track", {"P1": "done", "Q7": "on"}),
    ],
)
def test_references_in_a_row_each_have_their_own_words(words: str, told: dict[str, str]) -> None:
    assert _told(words) == told
    assert {update.decision for update in _read(words)} == {Decision.APPLY}


@pytest.mark.parametrize(
    "words",
    [
        "P1 is done once P2 is complete",
        "P1 is on track with P2 completed",
        "P1 on track pending P2 done",
    ],
)
def test_a_reference_inside_a_sentence_opens_no_row(words: str) -> None:
    assert not [update for update in _read(words) if update.decision is Decision.APPLY]
