from __future__ import annotations

import pytest

from bot.reply import Decision, Role, Trust, Update, settle

APPLY, ASK, NOTE, HOLD = Decision.APPLY, Decision.ASK, Decision.NOTE, Decision.HOLD


@pytest.mark.parametrize(
    ("trust", "role", "expected"),
    [
        (Trust.INTERNAL, Role.OWNER, (APPLY, ASK, NOTE, HOLD)),
        (Trust.AUTHENTICATED, Role.OWNER, (APPLY, ASK, NOTE, HOLD)),
        (Trust.INTERNAL, Role.OTHER, (ASK, ASK, NOTE, HOLD)),
        (Trust.AUTHENTICATED, Role.OTHER, (HOLD, HOLD, HOLD, HOLD)),
        (Trust.INTERNAL, Role.ABOVE, (NOTE, NOTE, NOTE, HOLD)),
        (Trust.AUTHENTICATED, Role.ABOVE, (HOLD, HOLD, HOLD, HOLD)),
        (Trust.UNVERIFIED, Role.ABOVE, (HOLD, HOLD, HOLD, HOLD)),
        (Trust.UNVERIFIED, Role.OWNER, (HOLD, HOLD, HOLD, HOLD)),
        (Trust.UNVERIFIED, Role.OTHER, (HOLD, HOLD, HOLD, HOLD)),
        (Trust.FAILED, Role.OWNER, (HOLD, HOLD, HOLD, HOLD)),
        (Trust.FAILED, Role.OTHER, (HOLD, HOLD, HOLD, HOLD)),
    ],
)
def test_a_decision_is_only_ever_lowered(trust: Trust, role: Role, expected: tuple[Decision, ...]) -> None:
    updates = [Update("1", comment="Done", decision=decision) for decision in Decision]
    assert tuple(update.decision for update in settle(updates, trust, role)) == expected


def test_a_lowered_update_says_why_and_keeps_its_words() -> None:
    (update,) = settle([Update("1", comment="Done", decision=APPLY)], Trust.FAILED, Role.OWNER)
    assert update.reason == "the sender is not who the mail says"
    assert update.comment == "Done"


def test_whoever_stands_above_is_told_to_ask_the_owner_and_not_asked_back() -> None:
    said = [Update("1", comment="Speak to Tom", decision=ASK, reason="Is it complete?")]
    (update,) = settle(said, Trust.INTERNAL, Role.ABOVE)
    assert "The plan changes by its owner's own answer" in update.reason
