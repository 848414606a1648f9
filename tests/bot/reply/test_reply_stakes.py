"""What is at stake decides how strictly an answer is read; all are said on Monday 12 April 2027 of one action.

`answers/stakes.txt` holds what each line comes to: a status, a new date, "ask", or "none" where it is no update.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.reply import Decision, Mentioned, read_updates

SAID_ON = date(2027, 4, 12)
ONE = (Mentioned("5.2", "Introduce a private hire licensing scheme", due=date(2027, 3, 31)),)
LINES = (Path(__file__).parent / "answers" / "stakes.txt").read_text(encoding="utf-8").splitlines()


def _said(words: str) -> str:
    updates = read_updates(words, "", ONE, SAID_ON)
    applied = [each for each in updates if each.decision is Decision.APPLY]
    if not applied:
        return "ask" if updates else "none"
    due = f"due {applied[0].due.end}" if applied[0].due else ""
    return " ".join(filter(None, (applied[0].status.value if applied[0].status else "", due)))


@pytest.mark.parametrize("line", LINES)
def test_an_answer_is_read_as_strictly_as_its_stake(line: str) -> None:
    expected, _, words = line.partition(" | ")
    assert _said(words) == expected


@pytest.mark.parametrize(
    "aside",
    ["The supplier has had trouble getting parts.", "Legal want to see the clause.", "The team is two people short."],
)
def test_an_aside_that_nobody_knows_keeps_an_action_open_and_nothing_else(aside: str) -> None:
    assert _said(f"Complete. {aside}") == "ask"
    assert _said(f"In progress. {aside}") == "in_progress"
    assert _said(f"New date 30 June. {aside}") == "due 2027-06-30"


@pytest.mark.parametrize("doubt", ["If the vote goes well.", "I think.", "Not agreed yet.", "Is that all right?"])
def test_a_doubt_beside_a_new_date_is_asked_about(doubt: str) -> None:
    assert _said(f"New date 30 June. {doubt}") == "ask"


@pytest.mark.parametrize(
    "lead",
    [
        "My comments are in blue below.",
        "I wanted to give you a proper answer on these.",
        "April, my answers in green",
        "Helen, comments under each one.",
    ],
)
def test_a_line_that_leads_up_to_the_answers_is_neither_an_update_nor_a_doubt(lead: str) -> None:
    two = (*ONE, Mentioned("5.3", "Publish the fees"))
    updates = read_updates(f"{lead}\n\n5.2 - on track\n\n5.3 - complete", "", two, SAID_ON)
    assert [(each.ref, each.decision) for each in updates] == [("5.2", Decision.APPLY), ("5.3", Decision.APPLY)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Wedi'i gwblhau", "completed"),
        ("Heb ei gwblhau", "ask"),
        ("Heb ddechrau", "not_started"),
        ("Ar y trywydd iawn", "in_progress"),
        ("Diwedd mis Mehefin", "due 2027-06-30"),
        ("Mae'r polisi wedi mynd allan i bawb. This is complete.", "completed"),
        ("Mae'r polisi wedi mynd allan, ond nid i bawb. This is complete.", "ask"),
    ],
)
def test_welsh_words_of_status_are_read_and_a_doubled_sentence_is_no_doubt(words: str, said: str) -> None:
    assert _said(words) == said
