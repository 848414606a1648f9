"""Answers as officers write them, a line each in `answers/`; all are said on Friday 2 October 2026.

`plain.txt` and `several.txt` hold what must be written without a question, before the bar; `doubtful.txt` holds answers
to one action of which nothing may be written; `proposed.txt` such answers with what is read in them all the same, and
`own_words.txt` those that name no status, or speak of something else than the action.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

ANSWERS = Path(__file__).parent / "answers"
SAID_ON = date(2026, 10, 2)
TEXTS = (
    "Review the homelessness duty rota with the partner charities",
    "Bring a tenancy fraud policy to the Housing Committee",
    "Train reception staff in the new enquiry form",
)
ONE = (Mentioned("4.iii", TEXTS[1]),)
NAMED = (("4.ii", "4.iii", "5i"), ("2.1", "2.2", "12"), ("7", "8", "11"), ("A-0012", "A-0013", "A-0027"))


def _lines(name: str) -> list[str]:
    return (ANSWERS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _read(words: str, known: tuple[Mentioned, ...]) -> tuple[Update, ...]:
    return read_updates(words.replace("\\n", "\n").replace("\\t", "\t"), "", known, SAID_ON)


def _said(update: Update) -> str:
    """What is written of an update, "ask" where nothing is."""
    return _reading(update) if update.decision is Decision.APPLY else "ask"


def _reading(update: Update) -> str:
    on = f" on {update.completed_on}" if update.completed_on else ""
    status = f"{update.status.value.replace('_', ' ')}{on}" if update.status else ""
    due = f"new date {update.due.end}" if update.due else ""
    remind = f"remind {update.snooze}" if update.snooze else ""
    return ", ".join(filter(None, (status, due, remind)))


@pytest.mark.parametrize("line", _lines("plain"))
def test_a_plain_answer_is_written_as_it_stands(line: str) -> None:
    expected, _, words = line.partition(" | ")
    assert [_said(update) for update in _read(words, ONE)] == [expected]


@pytest.mark.parametrize("words", _lines("doubtful"))
def test_of_a_doubtful_answer_nothing_is_written(words: str) -> None:
    assert {_said(update) for update in _read(words, ONE)} <= {"ask"}


@pytest.mark.parametrize("line", _lines("proposed") + _lines("own_words"))
def test_what_a_doubtful_answer_seems_to_say_is_proposed_and_not_written(line: str) -> None:
    expected, _, words = line.partition(" | ")
    (update,) = _read(words, ONE)
    assert (_reading(update) or "nothing", update.decision) == (expected, Decision.ASK)


@pytest.mark.parametrize("line", _lines("several"))
def test_each_action_gets_its_own_words(line: str) -> None:
    expected, _, words = line.partition(" | ")
    refs = next(refs for refs in NAMED if {*expected.replace(";", " ").split()} & {*refs})
    found = _read(words, tuple(Mentioned(ref, text) for ref, text in zip(refs, TEXTS, strict=True)))
    said = {update.ref: _said(update) for update in found if update.ref}
    assert "; ".join(f"{ref} {said[ref]}" for ref in refs if ref in said) == expected
