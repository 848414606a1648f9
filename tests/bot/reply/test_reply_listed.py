"""Lists of references, bare numbers too: each is named outright, unless the numbers may count; 16 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2026, 11, 16)
TEXTS = (
    "Resurface the towpath",
    "Recruit a curator",
    "Relet the kiosk lease",
    "Digitise the tithe maps",
    "Repaint the lock gates",
    "Run the reading challenge",
)
NUMBERS = tuple(Mentioned(ref, text) for ref, text in zip(("4", "9", "11", "16", "18", "23"), TEXTS, strict=True))
LETTERS = tuple(Mentioned(ref, text) for ref, text in zip(("C4", "C9", "D1", "D2", "D8", "E2"), TEXTS, strict=True))


def _read(words: str, known: tuple[Mentioned, ...] = NUMBERS) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


def _written(words: str, known: tuple[Mentioned, ...] = NUMBERS) -> str:
    return "; ".join(f"{update.ref} {_reading(update)}" for update in _read(words, known))


def _reading(update: Update) -> str:
    if update.decision is not Decision.APPLY:
        return "ask"
    status = update.status.value.replace("_", " ") if update.status else ""
    due = f"by {update.due.end}" if update.due else ""
    return " ".join(filter(None, (status, due)))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("4 and 9 complete", "4 completed; 9 completed"),
        (
            "4, 9 and 18 complete, 11 and 16 not started",
            "4 completed; 9 completed; 18 completed; 11 not started; 16 not started",
        ),
        ("Nos 4 and 16 are complete.", "4 completed; 16 completed"),
        ("Both 4 and 9 are done", "4 completed; 9 completed"),
        ("4 & 9 closed, 18 at risk", "4 completed; 9 completed; 18 at risk"),
        ("4 and 9 are complete, 11 is on hold", "4 completed; 9 completed; 11 on hold"),
        ("9 and 11 finished, 16 on hold", "9 completed; 11 completed; 16 on hold"),
        ("Completed: 4, 9, 11", "4 completed; 9 completed; 11 completed"),
        ("9, 11 and 16: done\n18: on track", "9 completed; 11 completed; 16 completed; 18 in progress"),
        ("4 and 9 will both be 15 January", "4 by 2027-01-15; 9 by 2027-01-15"),
        ("4, 9, 18 done. 11 end Jan.", "4 completed; 9 completed; 18 completed; 11 ask"),
        ("4 and 9 progressing, 16 done", "4 in progress; 9 in progress; 16 completed"),
        ("9 + 11 moved to 30 November, 16 complete", "9 by 2026-11-30; 11 by 2026-11-30; 16 completed"),
        ("4 and 9 done, 11 and 16 not", "4 completed; 9 completed; 11 ask; 16 ask"),
        ("18 with the painters, 4 and 9 complete", "18 ask; 4 ask; 9 ask"),
    ],
)
def test_a_list_of_references_names_each_of_them(words: str, written: str) -> None:
    assert _written(words) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("C4 and C9 are both complete, D1 is on hold", "C4 completed; C9 completed; D1 on hold"),
        ("C4 and C9 were completed last week", "C4 completed; C9 completed"),
        ("C4 and C9 can both be closed", "C4 completed; C9 completed"),
        ("C4, C9 and D1 are both complete", "C4 ask; C9 ask; D1 ask"),
        ("C4 and C9 both of the coats done", "C4 ask; C9 ask"),
        ("C4 both coats done", "C4 ask"),
    ],
)
def test_both_behind_two_references_are_these(words: str, written: str) -> None:
    assert _written(words, LETTERS) == written


@pytest.mark.parametrize(
    "words",
    [
        "4 and 9 days",
        "4 and 9 complete days lost",
        "4 and 9 complete sets",
        "4 and 9 complete of 23",
        "4 and 9 done so far",
        "4 and 9 done, 11 to go",
        "4 and 9 done, 11 out of 23 left",
        "4 and 9 done, 11 gates stripped",
        "4 and 9 January complete",
        "4 and 9 Mill Lane complete",
        "Flats 4 and 9 complete",
        "Phases 4 and 9 complete, 11 on hold",
        "Week 4 and 9 done",
        "4/9 done",
        "4-9 done",
        "4 to 9 done",
        "4 or 9 done",
        "4 9 done",
        "4 and 9 of the gates are done",
        "4, 9 and about 11 complete",
        "4 and 9% complete",
        "£4 and 9 done",
        "4 and 10 complete",
        "4 and 9 complete, 10 and 12 on track",
        "4 and 9 nearly done",
        "4 and 9 complete?",
        "4 and 9 not complete",
        "4 and 9 complete except for the signs",
        "4 and 9 complete at Mill Lane",
        "4 and 9 complete the set",
        "4 and 9 complete once the paint dries",
        "4 and 9 closed to traffic",
        "4 and 9 closed cases",
        "4 and 9 should be complete",
        "4 and 9 complete by March",
        "Jo says 4 and 9 are complete",
        "4 and 9 done for now",
        "4, 9 and 11 complete apart from 11",
        "Both complete.",
        "All complete.",
    ],
)
def test_of_numbers_that_count_and_of_less_than_each_nothing_is_closed(words: str) -> None:
    assert Decision.APPLY not in {update.decision for update in _read(words)}


@pytest.mark.parametrize("text", ["Refurbish blocks 4 and 9", "Fit nine kiosk shutters"])
def test_numbers_that_an_action_speaks_of_itself_may_be_these(text: str) -> None:
    known = (NUMBERS[0], NUMBERS[1], Mentioned("11", text))
    assert _written("4 and 9 complete", known) == "4 ask; 9 ask"
    assert _written("4 and 9 on hold", known) == "4 on hold; 9 on hold"
