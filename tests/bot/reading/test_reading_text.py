"""Printed marks: read in plain characters, given back as they were printed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading import read_owners, read_status
from bot.reading.text import as_printed, tidy


@pytest.mark.parametrize(
    "party",
    [
        "Assistant Director – Parks, Play & Markets",
        "Siân O’Hara",
        "Service Lead — Adults’ Commissioning",
        "Head of Waste – Priya Raman",
        "Friends of “The Mere”",
    ],
)
def test_a_party_is_given_back_with_the_marks_it_was_printed_with(party: str) -> None:
    assert read_owners(party).owners == (party,)


def test_each_of_several_parties_keeps_its_own_marks() -> None:
    printed = "Head of Parks - Mary O’Hara; Head of Waste – Owen O'Dell"
    assert read_owners(printed).owners == ("Head of Parks - Mary O’Hara", "Head of Waste – Owen O'Dell")


def test_a_joiner_within_a_party_is_given_back_with_its_spaces() -> None:
    assert read_owners("HR / OD Manager").owners == ("HR / OD Manager",)
    assert read_owners("HR/OD Manager").owners == ("HR/OD Manager",)


def test_look_alike_letters_of_a_scan_stay_latin() -> None:
    assert read_owners("Неad of Waste – Priya").owners == ("Head of Waste – Priya",)


def test_what_else_a_status_says_keeps_its_marks() -> None:
    assert read_status("In progress – tenants’ survey out", date(2027, 5, 4)).note == "tenants’ survey out"


def test_marks_come_back_only_between_the_words_they_stood_between() -> None:
    printed = "Parks – Play - Markets"
    assert as_printed("Play - Markets", printed) == "Play - Markets"
    assert as_printed(tidy(printed), printed) == printed
    assert as_printed("Parks - Waste", printed) == "Parks - Waste"
