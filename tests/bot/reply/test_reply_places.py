"""Actions named by their place, by their topic, or as all the others; said on 22 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 11, 22)
KNOWN = (
    Mentioned("2.1", "Survey all allotment fences"),
    Mentioned("2.4", "Put the survey findings on the map"),
    Mentioned("3.2", "Appoint a harbour master"),
    Mentioned("3.3", "Insure the museum's paintings"),
)
NUMBERS = tuple(Mentioned(ref, each.text) for ref, each in zip(("7", "9", "12", "14"), KNOWN, strict=True))
DONE, ON, TO_DO = Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED


def _read(words: str, known: tuple[Mentioned, ...] = KNOWN) -> dict[str, Update]:
    return {update.ref: update for update in read_updates(words, "", known, SAID_ON)}


def _told(words: str) -> dict[str, Status | None]:
    return {ref: update.status for ref, update in _read(words).items()}


@pytest.mark.parametrize(
    "words",
    [
        "First one is done. Second is on course.",
        "First done, second on track",
        "1st one done, 2nd on track",
        "The first one done, second on track",
    ],
)
def test_a_place_may_be_told_without_an_article_and_is_written_where_nothing_else_is_named(words: str) -> None:
    assert _told(words) == {"2.1": DONE, "2.4": ON}
    assert {update.decision for update in _read(words).values()} == {Decision.APPLY}


@pytest.mark.parametrize(
    ("words", "told", "asked"),
    [
        ("First two done, the third not started.", {"2.1": DONE, "2.4": DONE, "3.2": TO_DO}, ""),
        ("Top two are finished and the bottom one isn't started.", {"2.1": DONE, "2.4": DONE, "3.3": TO_DO}, ""),
        ("Fourth one no longer required", {"3.3": Status.CANCELLED}, "3.3"),
        ("The second is finished, the third I haven't looked at yet.", {"2.4": DONE, "3.2": TO_DO}, "3.2"),
        ("The first one is done. I've not started the second yet.", {"2.1": DONE, "2.4": TO_DO}, "2.1 2.4"),
        ("First two are finished and third is on hold", {"2.1": DONE, "2.4": DONE, "3.2": Status.ON_HOLD}, ""),
        ("The first one is complete. The last one is on hold until May.", {"2.1": DONE, "3.3": Status.ON_HOLD}, ""),
    ],
)
def test_a_place_names_its_actions_where_nothing_else_is_told(words: str, told: dict[str, Status], asked: str) -> None:
    assert _told(words) == told
    assert {ref for ref, update in _read(words).items() if update.decision is Decision.ASK} == {*asked.split()}


@pytest.mark.parametrize(
    "words",
    [
        *("First two done of the four", "First one done bar the painting", "First one done, I think"),
        *("First two done. Third bridge not started", "Fences are surveyed. Last one was done Friday."),
        *("We did four walks. First two done, last one booked.", "Last one done", "First one should be done"),
        *("Not all. First two done", "Three boards met\n\nFirst two done", "First two of the fences done"),
        *("First one is complete subject to sign off", "First one done for 2025", "Jo: first two done"),
        *("First one done, the painter was ill", "The first one is nearly finished", "First five done"),
        *("3.2 is finished. The last one was done by us", "First draft done, second is checked"),
    ],
)
def test_a_place_closes_nothing_beside_words_that_may_be_of_something_else(words: str) -> None:
    applied = {ref for ref, update in _read(words).items() if update.decision is Decision.APPLY}
    assert applied <= {"3.2"} & {*words.split()}


@pytest.mark.parametrize(
    "words", ["3.2: three boards. First two done, last one booked.", "3.2 has three parts. First two done"]
)
def test_the_first_two_behind_a_reference_are_two_of_its_things(words: str) -> None:
    assert set(_read(words)) == {"3.2"}


@pytest.mark.parametrize("words", ["Both 2s are finished", "the 3s are on track, 2.1 done", "2 both done"])
def test_what_several_references_begin_with_names_none_of_them_outright(words: str) -> None:
    assert {update.decision for update in _read(words).values()} == {Decision.ASK}


@pytest.mark.parametrize(
    "words", ["3.2 is on track. First was the advert.", "3.2: first is done, second on track", "First we met the board"]
)
def test_steps_of_an_action_that_was_named_are_no_places(words: str) -> None:
    assert set(_read(words)) <= {"3.2", ""}


def test_whole_references_in_a_row_may_stand_in_any_order() -> None:
    found = _read("2.1 done 3.3 done 2.4 no")
    assert {ref: update.comment for ref, update in found.items()} == {
        "2.1": "2.1 done",
        "3.3": "3.3 done",
        "2.4": "2.4 no",
    }
    assert set(_read("7 done 14 done 9 no", NUMBERS)) != {"7", "9", "14"}


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("3.2 is on hold. All other actions are on track.", "3.2"),
        ("3.2 is on hold. The remaining items are on track.", "3.2"),
        ("Harbour master: on hold. New end date 30/4/27. All other actions are on track.", "3.2"),
    ],
)
def test_all_other_actions_are_those_that_were_not_named(words: str, ref: str) -> None:
    found = _read(words)
    assert {each for each, update in found.items() if update.status is ON} == {each.ref for each in KNOWN} - {ref}


def test_all_others_are_asked_about_where_only_a_topic_was_named_before() -> None:
    found = _read(
        "Hi, the museum asked for more time so the paintings will be insured by 30 June. Everything else is on track."
    )
    assert {ref: (each.status, each.decision) for ref, each in found.items() if ref != "3.3"} == {
        each.ref: (ON, Decision.ASK) for each in KNOWN[:3]
    }


def test_of_two_actions_that_a_heading_fits_the_one_that_spells_it_so_is_meant() -> None:
    assert _told("Harbour master: on track\nFindings: not started\nFences - finished") == {
        "3.2": ON,
        "2.4": TO_DO,
        "2.1": DONE,
    }
    known = (*KNOWN[1:], Mentioned("2.1", "Complete surveys of all allotment fences"))
    assert _read("Master: on track.\nSurveys - finished", known)["2.1"].status is DONE


def test_a_heading_that_fits_two_actions_alike_asks_which_and_is_no_part_of_the_one_before() -> None:
    found = _read("Master: on track.\nSurvey - finished")
    assert (found["3.2"].comment, found[""].decision) == ("Master: on track.", Decision.ASK)
    assert "“2.1:” or “2.4:”" in found[""].reason


@pytest.mark.parametrize(
    "words",
    [
        "I must ask Kit in insurance first, so will come back to you by Friday.",
        "At the museum till Thursday, will look at this when I am back",
    ],
)
def test_what_a_promise_to_answer_names_is_no_topic(words: str) -> None:
    assert set(_read(words)) == {""}
    assert set(_read(f"Harbour master: {words}")) == {"3.2"}


def test_whose_a_number_is_may_be_asked() -> None:
    assert set(_read("Who deals with 14?", NUMBERS)) == {"14"}
    assert "14" not in _read("We talked about 14 fences", NUMBERS)


def test_who_writes_is_no_part_of_the_first_answer() -> None:
    found = _read("Robin here - 3.2 is complete. 2.1 is on track.")
    assert {ref: (each.status, each.decision) for ref, each in found.items()} == {
        "3.2": (DONE, Decision.APPLY),
        "2.1": (ON, Decision.APPLY),
    }
    assert _read("Dear Sir/Madam\n\n2.1 is on track.")["2.1"].comment == "2.1 is on track."


def test_a_date_is_no_share_of_things() -> None:
    assert _told("2.1 is on hold. New date 30/4/27. The rest are on track.")["3.3"] is ON


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("First one done, second one slipping to end of May", {"2.1": DONE, "2.4": None}),
        ("First one is finished. Second one on target.", {"2.1": DONE, "2.4": ON}),
        ("1st done\n2nd wants another month at the very least\n3rd carrying on as before", {"2.4": ON, "3.2": ON}),
        ("Three are done, the last one is not started", {"3.3": TO_DO}),
    ],
)
def test_a_place_may_be_told_in_any_words_for_a_status(words: str, told: dict[str, Status | None]) -> None:
    assert _told(words).items() >= told.items()


@pytest.mark.parametrize(
    "words",
    [
        "2.1 two of four walks held, last one is 24 September",
        "2.1 three walks held, the last one was on Friday",
        "2.1: first walk held, the second one is delayed",
    ],
)
def test_the_last_one_beside_a_reference_is_no_other_action(words: str) -> None:
    assert set(_read(words)) == {"2.1"}


@pytest.mark.parametrize(
    "words",
    [
        "Three guided walks held, the last one was on Friday",
        "Two of the four walks are done, the last one is on hold",
        "First meeting in progress, second reading in June",
    ],
)
def test_the_last_one_of_things_that_were_counted_is_no_action(words: str) -> None:
    assert set(_read(words)) == {""}
