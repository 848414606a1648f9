"""Words about several actions at once, and references that several actions stand under; said on 22 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_lines, read_updates
from bot.reply.lines import Line

SAID_ON = date(2026, 11, 22)
THREE = (
    Mentioned("2.1", "Review the lease"),
    Mentioned("3.4", "Publish the terms"),
    Mentioned("5i", "Train the staff"),
)


def _read(words: str, known: tuple[Mentioned, ...] = THREE) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


@pytest.mark.parametrize(
    "words",
    [
        "2.1 is complete. The other two are in progress.",
        "2.1 done, others on track",
        "2.1 done, the rest are on track",
        "2.1 - complete\n\nThe rest are all on track, thanks",
        "The remaining two are in progress. 2.1 is complete.",
        "2.1 complete and the other two are in progress",
    ],
)
def test_what_goes_on_may_be_said_of_all_the_others(words: str) -> None:
    found = {update.ref: (update.status, update.decision) for update in _read(words)}
    assert found == {
        "2.1": (Status.COMPLETED, Decision.APPLY),
        "3.4": (Status.IN_PROGRESS, Decision.APPLY),
        "5i": (Status.IN_PROGRESS, Decision.APPLY),
    }


@pytest.mark.parametrize(
    "words", ["All on track thanks", "All in progress.", "They are all on track", "All three on track"]
)
def test_what_goes_on_may_be_said_of_all(words: str) -> None:
    found = [(update.ref, update.status, update.decision) for update in _read(words)]
    assert found == [(each.ref, Status.IN_PROGRESS, Decision.APPLY) for each in THREE]


@pytest.mark.parametrize(
    "words",
    [
        "2.1 done, the other three are on track",
        "All on track bar one",
        "All on track apart from the training",
        "Both on track",
        "2.1 is complete. The other two are in progress, I hope.",
        "2.1 is complete. The other two should be on track.",
        "The other two are complete",
        "2.1 is on hold. All on track.",
        "The others are on track",
    ],
)
def test_words_about_others_that_leave_a_doubt_write_nothing_to_them(words: str) -> None:
    assert [update.ref for update in _read(words) if update.decision is Decision.APPLY and update.ref != "2.1"] == []


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("Recommendation 2.1 complete", ("2.1", "2.1 (2)")),
        ("Rec 2.1: done", ("2.1", "2.1 (2)")),
        ("Recommendation 2.1 is complete", ("2.1a", "2.1b")),
        ("2.1 is complete", ("2.1.1", "2.1.2")),
    ],
)
def test_a_reference_under_which_several_actions_stand_asks_which(words: str, refs: tuple[str, ...]) -> None:
    (update,) = _read(words, tuple(Mentioned(ref, "Review the lease") for ref in refs))
    assert (update.ref, update.decision) == ("", Decision.ASK)
    assert all(f"“{ref}:”" in update.reason for ref in refs)


def test_a_recommendation_with_one_action_is_that_action() -> None:
    (update,) = _read("Recommendation 2.1 complete")
    assert (update.ref, update.decision) == ("2.1", Decision.APPLY)


def test_a_table_of_answers_is_read_row_by_row() -> None:
    for table in ("Ref | Update\n2.1 | Complete\n3.4 | In progress", "Ref    Status\n2.1   Complete\n3.4  In progress"):
        found = {update.ref: (update.status, update.decision) for update in _read(table)}
        assert found == {"2.1": (Status.COMPLETED, Decision.APPLY), "3.4": (Status.IN_PROGRESS, Decision.APPLY)}


TWO = THREE[:2]
DONE, ON = Status.COMPLETED, Status.IN_PROGRESS


def _told(words: str, known: tuple[Mentioned, ...] = THREE) -> dict[str, Status | None]:
    return {update.ref: update.status for update in _read(words, known)}


@pytest.mark.parametrize(
    "words",
    [
        "3.4 ditto",
        "2.1 finished, 3.4 ditto",
        "2.1 is on hold. Now on track. 3.4 same",
        "The lease is on track. 3.4 same",
        "2.1 is on track. 3.4 same as last year",
    ],
)
def test_ditto_is_asked_about(words: str) -> None:
    assert "3.4" not in {update.ref for update in _read(words) if update.decision is Decision.APPLY}


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Could both be moved to 30 April 2027?", TWO),
        ("Can all three slip to 30 April 2027 please", THREE),
    ],
)
def test_a_date_asked_for_all_is_asked_for_each(words: str, known: tuple[Mentioned, ...]) -> None:
    assert {(each.ref, each.due and each.due.end) for each in _read(words, known)} == {
        (each.ref, date(2027, 4, 30)) for each in known
    }


def test_of_all_but_one_the_others_are_closed_once_asked() -> None:
    assert _told("All three finished bar 5i") == {"2.1": DONE, "3.4": DONE, "5i": None}
    assert {update.decision for update in _read("All three finished bar 5i")} == {Decision.ASK}
    assert "2.1" not in _told("All four finished bar 5i")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Everything is complete except the lease, which is on track.", {"2.1": ON, "3.4": DONE, "5i": DONE}),
        ("All on track but not the terms", {"2.1": ON, "3.4": None, "5i": ON}),
    ],
)
def test_an_exception_may_be_named_by_its_topic_and_all_is_asked_about(words: str, told: dict[str, Status]) -> None:
    assert _told(words) == told
    assert {update.decision for update in _read(words)} == {Decision.ASK}


def test_an_exception_that_no_action_is_about_limits_all() -> None:
    assert not {Decision.APPLY, DONE} & {
        each for update in _read("All complete except the snagging") for each in (update.decision, update.status)
    }


def test_the_rest_behind_a_share_may_be_the_others_and_is_asked_about() -> None:
    assert {each.decision for each in _read("2.1 at 40%, rest on track")} == {Decision.ASK}


@pytest.mark.parametrize("words", ["2.1 4 of 9 flats let, rest on track", "2.1 at 40%. The rest by May."])
def test_the_rest_behind_a_count_or_with_a_date_is_that_actions_own(words: str) -> None:
    assert set(_told(words)) == {"2.1"}


def test_all_of_another_number_are_no_actions() -> None:
    lines = [Line("All eleven are let. Complete.", ref="2.1"), Line("On track.", ref="3.4")]
    found = {each.ref: (each.status, each.decision) for each in read_lines(lines, "", TWO, SAID_ON)}
    assert found["3.4"] == (ON, Decision.APPLY)
    assert found["2.1"][0] is DONE


def test_all_is_of_the_action_below_which_it_stands() -> None:
    lines = [Line("All completed.", ref="2.1"), Line("On track.", ref="3.4")]
    found = {each.ref: (each.status, each.decision) for each in read_lines(lines, "", TWO, SAID_ON)}
    assert found == {"2.1": (DONE, Decision.APPLY), "3.4": (ON, Decision.APPLY)}


@pytest.mark.parametrize(
    "words", ["Everything bar 9 is on track", "All on track except 9", "All on track apart from number 9"]
)
def test_an_exception_may_be_a_bare_number_and_the_others_are_asked_about(words: str) -> None:
    known = tuple(Mentioned(ref, each.text) for ref, each in zip(("4", "9", "12"), THREE, strict=True))
    assert _told(words, known) == {"4": ON, "9": None, "12": ON}
    assert {update.decision for update in _read(words, known)} == {Decision.ASK}
    assert "4" not in _told("All of the spans except 9 fences", known)


@pytest.mark.parametrize(
    "words", ["On track, all three", "On track - all 3, thanks", "yep all three on track", "Yes, on track, all of them"]
)
def test_all_of_them_may_stand_behind_what_is_said_of_them(words: str) -> None:
    assert {(each.ref, each.status, each.decision) for each in _read(words)} == {
        (each.ref, ON, Decision.APPLY) for each in THREE
    }


@pytest.mark.parametrize("words", ["Done, all three", "yep all three sorted", "Complete - all of them"])
def test_what_closes_all_of_them_is_asked_about_wherever_they_stand(words: str) -> None:
    assert {(each.ref, each.status, each.decision) for each in _read(words)} == {
        (each.ref, DONE, Decision.ASK) for each in THREE
    }


def test_of_either_is_said_of_both_and_of_no_third() -> None:
    assert _told("No progress on either, sorry", TWO) == dict.fromkeys(("2.1", "3.4"), Status.NOT_STARTED)
    assert set(_told("No progress on either, sorry")) == {""}


@pytest.mark.parametrize(("words", "known"), [("All three fine", THREE), ("Both ok, thanks", TWO)])
def test_what_is_fine_is_no_more_than_proposed_to_go_on(words: str, known: tuple[Mentioned, ...]) -> None:
    assert {(each.ref, each.status, each.decision) for each in _read(words, known)} == {
        (each.ref, ON, Decision.ASK) for each in known
    }


@pytest.mark.parametrize(
    "words", ["On track, all four", "All two fine", "All three flats fine", "All three flats let", "Let, all three"]
)
def test_all_of_some_things_or_of_another_number_are_no_actions(words: str) -> None:
    assert set(_told(words)) == {""}


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("all fine here", True),
        ("All good here, next look in the autumn", True),
        ("nothing to report", True),
        ("Many thanks, Ellis", False),
        ("Let me know if you need any more today", False),
    ],
)
def test_what_stands_below_a_card_is_of_that_action_unless_it_is_meant_for_us(words: str, is_told: bool) -> None:
    lines = [Line("The board agreed. On track.", ref="2.1"), Line("", ref="2.1"), Line(words, ref="3.4")]
    found = {each.ref: each.comment for each in read_lines(lines, "", TWO, SAID_ON)}
    assert (found.get("3.4") == words) is is_told
    assert words not in found["2.1"]


def test_a_courtesy_that_is_no_answer_is_held_for_the_one_action_that_was_asked_about() -> None:
    for known, ref in ((TWO[:1], TWO[0].ref), (TWO, "")):
        [update] = read_lines([Line("Will do")], "", known, SAID_ON)
        assert (update.ref, update.decision) == (ref, Decision.HOLD)
