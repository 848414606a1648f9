"""Promises to answer for the other actions another day."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, read_updates
from bot.reply.units.later import promises_others

SAID_ON = date(2026, 2, 4)
KNOWN = (
    Mentioned("P1", "Repaint the bandstand in Castle Gardens"),
    Mentioned("P2", "Recruit a harbour master"),
    Mentioned("Q5", "Publish the flood maps for every parish"),
)
DONE, ON = (Status.COMPLETED, Decision.APPLY), (Status.IN_PROGRESS, Decision.APPLY)


def _read(words: str) -> dict[str, tuple[Status | None, Decision]]:
    return {each.ref: (each.status, each.decision) for each in read_updates(words, "", KNOWN, SAID_ON)}


@pytest.mark.parametrize(
    "words",
    [
        "Others I'll update next week.",
        "The rest to follow when I am back at my desk.",
        "Rest tomorrow",
        "Will do the rest on Monday.",
        "Everything else I'll come back to you on by Friday.",
        "The remaining two I will update after the board.",
        "Most of the team is away this week so you'll get the others from me on Monday.",
        "Fuller note next week once the elections are out of the way.",
    ],
)
def test_a_promise_to_answer_for_the_others_gives_them_no_update(words: str) -> None:
    assert _read(f"P1 is complete. {words}") == {"P1": DONE}
    assert _read(f"P1: on track.\n\n{words}") == {"P1": ON}


@pytest.mark.parametrize(
    "words",
    [
        "The rest will be done in May.",
        "The rest to follow in May.",
        "The rest next month.",
        "Rest on track.",
        "The rest I'll finish next week.",
        "I'll come back to you on the rest of the benches.",
        "The supplier is out of stock so you'll get the rest in May.",
        "I'll update the others, they are all late.",
        "Will do the rest of it tomorrow.",
        "More to follow.",
    ],
)
def test_work_that_is_left_is_no_promise_to_answer(words: str) -> None:
    assert not promises_others(words, 2)


def test_the_rest_behind_a_comma_or_a_share_may_be_of_what_was_told_before_it() -> None:
    assert _read("P1: 6 of 9 rails painted. The rest to follow.")["P1"] != DONE
    assert _read("P1 painted, rest later. Please close.")["P1"] != DONE
