"""Words about several actions at once, and references that several actions stand under; said on 22 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

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
