"""Which words of a reply tell anything of how an action goes."""

from __future__ import annotations

import pytest

from bot.ledger import PlannedUpdate
from jobs.people.unsettled import tells_nothing


@pytest.mark.parametrize(
    ("rule", "words", "nothing"),
    [
        ("", "H001: Yes, thank you", True),
        ("", "Yes, the keys are with the clerk", False),
        ("", "No", False),
        ("undo", "UNDO", True),
        ("unread", "H001: UNDO. I meant the other hall", True),
        ("names the owner", "Priya Nair", True),
        ("asked who", "the clerk would know", True),
        ("not mine", "Not mine, ask Priya", True),
        ("status", "on track", False),
    ],
)
def test_a_bare_yes_an_undo_and_whose_it_is_tell_nothing(rule: str, words: str, nothing: bool) -> None:
    update = PlannedUpdate("Plan", "1", "H001", "apply", rule, words, "", state="written")
    assert tells_nothing(update) is nothing


def test_that_it_is_not_theirs_tells_something_until_it_is_settled() -> None:
    asked = PlannedUpdate("Plan", "1", "H001", "ask", "not mine", "Not mine", "", state="noted")
    assert not tells_nothing(asked)
