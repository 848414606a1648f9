"""Welsh words are told from English ones by their letters and their small words."""

from __future__ import annotations

import pytest

from bot.reading.languages import welshness


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("Trwsio cloc y dref", "Mend the town clock"),
        ("Rheolwr Parciau", "Parks Manager"),
        ("Tachwedd 2027", "November 2027"),
        ("Heb ddechrau", "Not started"),
        ("Plannu coed ger yr afon", "Plant trees by the river"),
    ],
)
def test_words_in_welsh_are_more_welsh_than_the_same_in_english(welsh: str, english: str) -> None:
    assert welshness(welsh) - welshness(english) >= 0.3


def test_words_without_letters_are_in_no_language() -> None:
    assert welshness("31/03/2028") == 0
