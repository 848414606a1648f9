"""An end told outright, a wish to close, and the short details beside them; all is said on Friday 16 April 2027."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2027, 4, 16)
ACTION = "Refit the harbour office"


def said(words: str, action: str = ACTION) -> Update:
    (update,) = read_updates(words, "", (Mentioned("6.4", action),), SAID_ON)
    return update


def is_written(words: str, action: str = ACTION) -> bool:
    update = said(words, action)
    return (update.status, update.decision) == (Status.COMPLETED, Decision.APPLY)


@pytest.mark.parametrize(
    "words",
    [
        "Queue now 9 days. Please mark as complete.",
        "Waiting list is down to 7 weeks. This action is complete.",
        "Counter opened on 12 February as planned and we've had 60 callers at it since. Please close.",
        "New sign is up, well within the deadline. Could you close this please?",
        "Checked in March, no repairs were needed. Please close this.",
        "Shutters up, 14 lockers in. Please mark as complete.",
        "The stairs were trouble and the lift came later. Please close this action.",
    ],
)
def test_a_wish_to_close_is_the_verdict_on_all_that_does_no_harm(words: str) -> None:
    assert is_written(words)


@pytest.mark.parametrize(
    "words",
    [
        "The east wing. Please close.",
        "Lobby 4\nPlease close",
        "9 of 12 rooms. Please close.",
        "Bar the stairs, 14 lockers in. Please close.",
        "Two snags to fix. Please close.",
        "One more visit. Please close.",
        "No longer needed. Please close.",
        "14 lockers in, 3 still on order. Please close.",
        "Shutters up if the wind holds. Please close.",
        "Nothing done. Please close.",
        "The fitters are finishing the stairs. Please close.",
        "The refit failed inspection. Please close.",
        "Taken over by the port authority. Please close.",
        "Counter moves on 12 May as planned. Please close.",
        "14 lockers in. Can this be closed?",
        "Nobody from the port came. Please close.",
        "The site is down. Please close.",
        "Lights in, rest later. Please close.",
        "Shutters up, ramp in May. Please close.",
    ],
)
def test_a_wish_to_close_beside_a_doubt_or_work_to_come_is_asked_about(words: str) -> None:
    assert not is_written(words)


@pytest.mark.parametrize(
    "words",
    [
        "Completed - 1,340 files.",
        "Done, racking out",
        "Complete - checked by the port in March, no exceptions",
        "Finished. Lights on.",
        "Complete, 260 files",
        "Done on 3 March, no defects identified",
        "Done last Thursday and saved on the port drive.",
        "Completed February",
        "Done last month mate cheers",
        "Completed Friday 9 April",
        "Done w/c 5 April",
        "In use since 1 February. Close.",
    ],
)
def test_a_detail_in_few_words_behind_an_end_does_no_harm(words: str) -> None:
    assert is_written(words)


@pytest.mark.parametrize(
    "words",
    [
        "Racking out. Done.",
        "1,340 files. Complete",
        "Stairs. Done.",
        "Done - stairs",
        "Done, no stairs",
        "Done - north lights on",
        "Done, tender out",
        "Complete, invitations out",
        "Done, 2026 files",
        "Done, 260 of 400 files",
        "Done, 9 rooms",
        "Done (my lights on)",
        "Complete February",
        "Completed May",
        "Completed Friday 7 May",
        "Done on Friday",
        "Done w/c 3 May",
        "Complete, 260 files left",
        "Completed - 1,340 files to go",
        "Complete, 900 more files",
        "Close.",
        "Draft opened. Close.",
        "Very close. Close",
        "Comments in. Close",
        "Done last week and drafted the rest",
    ],
)
def test_the_same_words_before_an_end_or_of_less_or_a_day_to_come_are_asked_about(words: str) -> None:
    assert not is_written(words)


@pytest.mark.parametrize(
    "words",
    [
        "Done, handed over on Thursday",
        "All finished and handed over last week",
        "Done - link here",
        "Done, with thanks to the dockyard maintenance team",
        "Complete - handover certificate 31/03/27",
        "Certs on the harbour drive. Done.",
        "Done. The mayor gave a speech",
        "Done, went in on the last day of January with days to spare",
        "Done, locks fitted the same day",
        "Done. Nothing further to do on that.",
        "Done. HMI saw it last week.",
        "Done. Every clerk got a key, all in date",
        "Done, really good session.",
        "Done, minute 2027/31.",
        "Done. Photos are in the shared folder if you want them.",
        "Done on 3 March, certificate received",
    ],
)
def test_an_account_or_a_pointer_in_everyday_words_behind_an_end_does_no_harm(words: str) -> None:
    assert is_written(words)


@pytest.mark.parametrize(
    "words",
    [
        "Done, handed over to legal",
        "Done, handed to the port",
        "Done - link to follow",
        "Done, no thanks to the dockyard team",
        "Done, last window 3 May",
        "Done - last window",
        "Done, last phase 3 April",
        "Complete - interim certificate 31/03/27",
        "Complete - handover certificate 31/05/27",
        "Done. HMI may have seen it.",
        "Done. The port wrote with a snag.",
        "Done. They came back to finish.",
        "Done. The county took it over.",
        "Done. We gave up on the stairs.",
        "Done. Half of them got a key",
        "Done, out of date",
        "Done, day shift only",
        "Done on 3 March, windows received",
    ],
)
def test_an_account_of_less_of_trouble_or_of_a_day_to_come_behind_an_end_is_asked_about(words: str) -> None:
    assert not is_written(words)


@pytest.mark.parametrize(
    ("action", "words", "whole"),
    [
        ("Survey the 52 schools", "Done last week, all 52.", True),
        ("Survey the 60 schools", "Done last week, all 52.", False),
        ("Plant 600 trees", "Done. 640 in the end!", True),
        ("Plant 600 trees", "Done. 540 in the end!", False),
        ("Plant 1,600 trees", "Done. 1,540 in total", False),
    ],
)
def test_a_count_at_the_end_of_a_sentence_is_held_against_the_number_asked_for(
    action: str, words: str, whole: bool
) -> None:
    assert is_written(words, action) is whole
