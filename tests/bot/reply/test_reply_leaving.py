"""Somebody leaves, or hands over from a day on: whose the action is, and no question about a date."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply.meaning.read_words import NOT_MINE, read_words

SAID_ON = date(2027, 3, 30)


@pytest.mark.parametrize(
    "words",
    [
        "I leave the council on 16 April.",
        "I retire in May. Priya Nair will be taking this over.",
        "My last day is 16 April, so this won't be mine after that",
        "I am leaving the council on 7 May and Beth Larkin takes over my actions",
        "From 19 April please write to Beth Larkin about both of these.",
        "Please contact Beth Larkin about this from now on",
        "After 19 April this will be Priya's",
        "Tom left us on 16 April. Beth has taken parks on, please ask her.",
        "Tom no longer works here",
    ],
)
def test_who_leaves_or_hands_over_speaks_of_whose_it_is(words: str) -> None:
    assert read_words(words, SAID_ON) == NOT_MINE


@pytest.mark.parametrize(
    "words",
    [
        "The contractor left us on 16 April, new date 30 June",
        "The tenants have left the building",
        "Tom leaves us on 16 April, so it is on hold",
        "Tom left in March so it is delayed until June",
        "The new system takes over from May",
        "From 1 April a contractor takes on the grass cutting",
        "I am leaving this as it is until 16 April",
        "From May it will be monthly",
        "It will be June",
    ],
)
def test_what_else_leaves_or_begins_on_a_day_hands_nothing_over(words: str) -> None:
    assert read_words(words, SAID_ON) != NOT_MINE
