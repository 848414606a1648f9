"""Words that say which action an earlier answer was about, after we took it to be about 2.4."""

from __future__ import annotations

import pytest

from bot.reply import Mentioned
from bot.reply.decide.meant import meant_instead
from bot.reply.lines import Line

KNOWN = (
    Mentioned("2.4", "Agree a bridge inspection programme"),
    Mentioned("3.1", "Open a youth centre in the old mill", asked=False),
    Mentioned("7", "Publish the harbour strategy", asked=False),
)


def _meant(words: str) -> str:
    return meant_instead([Line(each) for each in words.split("\n")], KNOWN, "2.4")


@pytest.mark.parametrize(
    "words",
    [
        "No, that was about 3.1, the youth centre.",
        "No, it is about 3.1",
        "Sorry, I meant 3.1",
        "That was for 3.1, not 2.4",
        "Hi,\n\nNo - that was about 3.1 please.\n\nThanks",
        "No, that was about the youth centre",
        "No, this is about action 3.1 (old mill)",
    ],
)
def test_the_action_that_was_meant_is_named(words: str) -> None:
    assert _meant(words) == "3.1"


@pytest.mark.parametrize(
    "words",
    [
        "No",
        "3.1",
        "Yes, that was about 2.4",
        "No, that was about 3.1, which is done now",
        "No, that was about 3.1 and 7",
        "Was that about 3.1?",
        "No, that was about the harbour wall",
        "3.1: on hold until May",
        "No, that was about 9.9",
        "It is for 3.1 to wait for the county",
    ],
)
def test_whatever_says_more_than_which_action_was_meant_names_none(words: str) -> None:
    assert _meant(words) == ""
