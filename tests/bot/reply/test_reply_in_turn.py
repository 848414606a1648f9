"""Answers for which only the order of our mail would tell the action, and figures that are no references.

All are said on 22 November 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 11, 22)
TEXTS = ("Mend the weir", "Number the moorings", "Appoint a lock keeper", "Insure the dredger")
THREE = tuple(Mentioned(f"W{number}", text) for number, text in enumerate(TEXTS[:3], 2))
PAIR = THREE[:2]
PARTS = tuple(Mentioned(ref, text) for ref, text in zip(("R2.i", "R7.i", "R7.ii", "R1.iv"), TEXTS, strict=True))
NUMBERS = tuple(Mentioned(ref, text) for ref, text in zip(("7", "9", "12"), TEXTS[:3], strict=True))
DAYS = (Mentioned("3.1", "Cut the average turnaround to 16 days"),)
DONE, ON, TO_DO, HOLD = Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED, Status.ON_HOLD
PART, DROPPED = Status.PART_COMPLETED, Status.CANCELLED


def _read(words: str, known: tuple[Mentioned, ...]) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


@pytest.mark.parametrize(
    "words",
    [
        *("Done\nOn track", "Done\nOn track\nLate\nNot started", "We had a delay.\nIt is done.\nNot started"),
        *("Both done\nOn track\nNot started", "Done, on track", "Done, on track, not started, late"),
        *(
            "In order to finish: done, on track, not started",
            "Thanks, done, on track",
            "Done\nOn track\nsorry for the wait",
        ),
        *("Not started because the crew is away and\nwill be\ndone by May", "Done, on track, nobody knows"),
        "On track.\nNothing to add.\nKit wrote to you",
        *("Done.\nOn track.\nNot started", "Hi Kit\n\nDone\n\nOn track, 3 to go\n\nNot started\n\nThanks\nRobin"),
        *("In the order you list them: done, on schedule, not started.", "Done, on track and not started respectively"),
    ],
)
def test_answers_without_a_number_or_a_place_name_no_action(words: str) -> None:
    assert {each.ref for each in _read(words, THREE)} == {""}


def test_a_topic_goes_before_the_order_of_lines() -> None:
    found = {each.ref: each.status for each in _read("Moorings on hold\nWeir not started\nKeeper on track", THREE)}
    assert found == {"W3": HOLD, "W2": TO_DO, "W4": ON}


@pytest.mark.parametrize(
    ("words", "known", "told"),
    [
        (
            "Number 1 is done. Number 2 is half way. Number 4 no longer needed",
            PARTS,
            {"R2.i": DONE, "R7.i": PART, "R1.iv": DROPPED},
        ),
        ("Need another fortnight on 9 please", NUMBERS, {"9": None}),
        ("7 achieved - 46 at the last count.", NUMBERS, {"7": DONE}),
        ("7 90% 9 50% 12 not started", NUMBERS, {"7": ON, "9": ON, "12": TO_DO}),
        ("All on track. 7 in hand, 9 done, 12 on hold", NUMBERS, {"7": ON, "9": DONE, "12": HOLD}),
        ("All 2 will be done by 1 May", PAIR, {"W2": None, "W3": None}),
        ("Both pieces of work are on hold", PAIR, {"W2": HOLD, "W3": HOLD}),
        ("We have had to pause both pieces of work for the winter", PAIR, {"W2": HOLD, "W3": HOLD}),
        ("Neither has started", PAIR, {"W2": TO_DO, "W3": TO_DO}),
        ("Neither of them has been started", PAIR, {"W2": TO_DO, "W3": TO_DO}),
        ("Both the weir and the moorings are on track", THREE, {"W2": ON, "W3": ON}),
    ],
)
def test_short_words_for_several_actions_tell_of_each(
    words: str, known: tuple[Mentioned, ...], told: dict[str, Status | None]
) -> None:
    assert {each.ref: each.status for each in _read(words, known)} == told


@pytest.mark.parametrize(
    ("words", "known", "told"),
    [
        (
            "Kit asked me to reply on her behalf: 7 complete, 9 in progress, 12 not started",
            NUMBERS,
            {"7": DONE, "9": ON, "12": TO_DO},
        ),
        ("Here is where we are: the weir is not started, the moorings are on hold", THREE, {"W2": TO_DO, "W3": HOLD}),
        ("As of today: W2 complete, W4 in progress", THREE, {"W2": DONE, "W4": ON}),
        ("If the board agrees: W2 complete, W4 in progress", THREE, {"W2": DONE, "W4": ON}),
    ],
)
def test_a_list_behind_a_colon_is_told_of_each_and_closes_nothing_by_itself(
    words: str, known: tuple[Mentioned, ...], told: dict[str, Status]
) -> None:
    found = _read(words, known)
    assert {each.ref: each.status for each in found} == told
    assert not [each for each in found if each.decision is Decision.APPLY and each.status is DONE]


def test_what_is_no_list_behind_a_colon_stays_whole() -> None:
    assert {each.ref for each in _read("We saw: 7 boats, 9 barges", NUMBERS)} == {""}
    assert [each.comment for each in _read("7: three boards met, 9 to go", NUMBERS)] == ["7: three boards met, 9 to go"]


@pytest.mark.parametrize(
    "words", ["All 2 boards will be seen by May", "I spent weeks on 9 locks", "9 achieved Gold", "All 3 are away"]
)
def test_a_count_of_things_names_no_action(words: str) -> None:
    assert "9" not in {each.ref for each in _read(words, NUMBERS) if each.decision is Decision.APPLY}
    assert "W3" not in {each.ref for each in _read(words, PAIR)}


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        *((each, "3.1") for each in ("15.8 at the end of May, on track", "In progress, 15.8 at last count")),
        *((each, "3.1") for each in ("Now = 15.8. On track", "15.8 average so on track", "On track, average of 15.8")),
        *((each, "") for each in ("5.9 at the printers", "5.9 at risk", "5.9 is done", "Part of 5.9, on track")),
    ],
)
def test_a_figure_with_a_point_is_no_reference_where_it_is_measured(words: str, ref: str) -> None:
    assert [each.ref for each in _read(words, DAYS)] == [ref]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Cwblhawyd y ddau / both complete.", {"W2": DONE, "W3": DONE}),
        ("Mae'r ddau wedi'u cwblhau", {"W2": DONE, "W3": DONE}),
        ("Mae W2 wedi'i gwblhau. Mae'r gweddill yn mynd rhagddo.", {"W2": DONE, "W3": ON}),
        ("Mae'r ddau heb eu cwblhau", {}),
    ],
)
def test_welsh_words_for_both_or_the_rest_are_of_each_and_close_nothing_unasked(
    words: str, told: dict[str, Status]
) -> None:
    found = _read(words, PAIR)
    assert {each.ref: each.status for each in found if each.ref} == told
    assert not [each for each in found if each.decision is Decision.APPLY and each.status is DONE]
