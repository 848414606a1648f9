"""Answers as twelve officers would write them, each to an action of its own; all are said on Monday 9 November 2026.

In `answers/` a line of two equals signs names the action of the lines below it. `officers.txt` holds what each answer
comes to: what is written, "ask" with what is proposed, or "none" where it is no update. `less.txt` holds answers near
to a completion that tell of less: nothing of them may be written.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.reply import Decision, Mentioned, Update, read_updates

ANSWERS = Path(__file__).parent / "answers"
SAID_ON = date(2026, 11, 9)


def _rows(name: str) -> list[tuple[str, str]]:
    """The lines of a file, each with the action that it answers."""
    action, found = "", []
    for line in (ANSWERS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            action = line.removeprefix("== ")
        else:
            found.append((action, line))
    return found


def _read(action: str, words: str) -> tuple[Update, ...]:
    return read_updates(words.replace("\\n", "\n"), "", (Mentioned("D7", action),), SAID_ON)


def _comes_to(updates: tuple[Update, ...]) -> str:
    if not updates:
        return "none"
    (update,) = updates
    status = update.status.value.replace("_", " ") if update.status else ""
    due = f"due {update.due.end}" if update.due else ""
    said = " ".join(filter(None, (status, due)))
    return said if update.decision is Decision.APPLY else f"ask {said or 'nothing'}"


@pytest.mark.parametrize(("action", "line"), _rows("officers"))
def test_an_officers_answer_comes_to_what_a_careful_reader_takes_from_it(action: str, line: str) -> None:
    expected, _, words = line.partition(" | ")
    assert _comes_to(_read(action, words)) == expected


@pytest.mark.parametrize(("action", "words"), _rows("less"))
def test_an_answer_that_tells_of_less_than_the_whole_is_never_written(action: str, words: str) -> None:
    assert not [update for update in _read(action, words) if update.decision is Decision.APPLY]
