"""Who gets a receipt: people, and never a machine or ourselves, whatever the mail says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ledger import Ledger, open_ledger
from tests.jobs.fake_tenant import MAILBOX, Clock, Fuse, attempt, kit
from tests.jobs.test_collect_kill_points import SETTINGS, begun
from tests.ledgers import founded


@pytest.mark.parametrize(
    ("sender", "answered"),
    [
        ("tom.wray@tamberley.example", True),
        ("noreply@tamberley.example", False),
        ("hr-no-reply@tamberley.example", False),
        ("postmaster@tamberley.example", False),
        (MAILBOX, False),
        (MAILBOX.replace("@", "+r-x@"), False),
    ],
)
def test_only_a_person_is_answered(tmp_path: Path, sender: str, answered: bool) -> None:
    world = begun(tmp_path)
    ledger = Ledger(open_ledger(founded(tmp_path)))
    token = ledger.outbox.intents()[0].token
    world.mailbox.came.clear()
    world.mailbox.receive(sender, "A1: nearly there", token)
    assert attempt(kit(ledger, world, Fuse(), Clock(), SETTINGS))
    assert [mail["to"] for mail in world.mailbox.sent] == ([sender] if answered else [])
    ledger.close()
