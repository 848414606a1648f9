"""Verbs and nouns that any action may have tell which one is meant only where the words beside them agree.

All are said on Wednesday 3 March 2027.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

KNOWN = (
    Mentioned("2.1", "Open a youth centre in the old mill"),
    Mentioned("2.2", "Agree a bridge inspection programme"),
    Mentioned("2.3", "Review the allotment rents"),
    Mentioned("2.4", "Publish the harbour strategy"),
)


def _read(words: str) -> Update:
    (update,) = read_updates(words, "", KNOWN, date(2027, 3, 3))
    return update


@pytest.mark.parametrize(
    "words",
    [
        "On hold until the lease is agreed with the landlord.",
        "On track, we have to agree the fees first",
        "Delayed because the ferry contract has not been published",
        "We are waiting for the library to open, on hold",
        "We had to review our options, on hold",
        "The delivery programme slipped, on hold",
        "On hold, waiting for the pensions review",
        "Our transport strategy is on hold",
        "The programme for schools is on hold",
    ],
)
def test_a_word_of_any_action_beside_something_else_leaves_open_which_is_meant(words: str) -> None:
    update = _read(words)
    assert (update.ref, update.decision) == ("", Decision.ASK)
    assert update.reason.startswith("Which action do you mean?")


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("Review done", "2.3"),
        ("The review is out", "2.3"),
        ("The rent review is on hold", "2.3"),
        ("We reviewed it last week", "2.3"),
        ("The programme slipped, on hold", "2.2"),
        ("The inspection programme is on hold", "2.2"),
        ("The new programme is on hold", "2.2"),
        ("The programme of inspections is on hold", "2.2"),
        ("Agreed this morning", "2.2"),
        ("The strategy is on hold", "2.4"),
        ("We published it on Monday", "2.4"),
        ("The centre opened on Monday", "2.1"),
    ],
)
def test_a_word_of_any_action_tells_which_is_meant_where_nothing_beside_it_is_of_something_else(
    words: str, ref: str
) -> None:
    assert _read(words).ref == ref
