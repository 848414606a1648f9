"""Whom a paper names as the owner of an action."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compose import sample
from bot.compose.paper_actions import owner_of
from bot.plan import Owner, Person

NIA = Person("Nia Bevan", "nia.bevan@example.org")
ACTION = sample.SUMMARY.annex[0].action


@pytest.mark.parametrize(
    ("printed", "picked", "shown"),
    [
        ("Vacant", (NIA,), "Nia Bevan"),
        ("TBC", (NIA,), "Nia Bevan"),
        ("Vacant", (), "Vacant"),
        ("Head of Housing", (NIA,), "Head of Housing"),
        ("", (), "Nobody named"),
    ],
)
def test_whoever_was_picked_stands_where_the_printed_words_name_nobody(
    printed: str, picked: tuple[Person, ...], shown: str
) -> None:
    assert owner_of(replace(ACTION, owners=(Owner(printed, picked),))) == shown
