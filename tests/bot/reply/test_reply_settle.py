from __future__ import annotations

import pytest

from bot.reply import Decision, Trust, Update, settle

APPLY, ASK, HOLD = Decision.APPLY, Decision.ASK, Decision.HOLD


@pytest.mark.parametrize(
    ("trust", "is_owner", "expected"),
    [
        (Trust.INTERNAL, True, (APPLY, ASK, HOLD)),
        (Trust.AUTHENTICATED, True, (APPLY, ASK, HOLD)),
        (Trust.INTERNAL, False, (ASK, ASK, HOLD)),
        (Trust.AUTHENTICATED, False, (HOLD, HOLD, HOLD)),
        (Trust.UNVERIFIED, True, (HOLD, HOLD, HOLD)),
        (Trust.UNVERIFIED, False, (HOLD, HOLD, HOLD)),
        (Trust.FAILED, True, (HOLD, HOLD, HOLD)),
        (Trust.FAILED, False, (HOLD, HOLD, HOLD)),
    ],
)
def test_a_decision_is_only_ever_lowered(trust: Trust, is_owner: bool, expected: tuple[Decision, ...]) -> None:
    updates = [Update("1", comment="Done", decision=decision) for decision in Decision]
    assert tuple(update.decision for update in settle(updates, trust, is_owner)) == expected


def test_a_lowered_update_says_why_and_keeps_its_words() -> None:
    (update,) = settle([Update("1", comment="Done", decision=APPLY)], Trust.FAILED, is_owner=True)
    assert update.reason == "the sender is not who the mail says"
    assert update.comment == "Done"
