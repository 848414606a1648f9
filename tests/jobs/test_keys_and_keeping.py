"""Tokens of a key that lapsed count no more, those of one that was followed by another do; old mails are let go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ledger import Ledger, open_ledger
from bot.reply import key_of, mint
from tests.jobs.fake_tenant import TODAY, Clock, Fuse, attempt, kit, settings
from tests.jobs.test_collect_kill_points import ADA, begun
from tests.ledgers import founded


@pytest.mark.parametrize(("keys", "known"), [([0], True), ([0, 1], True), ([1], False), ([1, 0], True)])
def test_a_key_may_be_followed_by_another_and_lapse(tmp_path: Path, keys: Sequence[int], known: bool) -> None:
    world = begun(tmp_path)
    ledger = Ledger(open_ledger(founded(tmp_path)))
    assert attempt(kit(ledger, world, Fuse(), Clock(), settings(mail={"token_keys": list(keys)})))
    assert (world.lists.lists["Plan"]["A1"].fields["Status"] == "Completed") is known
    if known:
        assert key_of(ledger.outbox.intents()[-1].token) == keys[-1]
        receipt = ledger.outbox.intents()[-1]
        world.mailbox.receive(ADA.address, "UNDO", receipt.token)
        assert attempt(kit(ledger, world, Fuse(), Clock(), settings(mail={"token_keys": list(keys)})))
        assert world.lists.lists["Plan"]["A1"].fields["Status"] == "In progress"
    ledger.close()


def test_each_key_has_a_secret_of_its_own(tmp_path: Path) -> None:
    ledger = Ledger(open_ledger(founded(tmp_path)))
    secrets = [ledger.register.token_secret(key) for key in (0, 1, 31, 0)]
    assert len(set(secrets)) == 3
    assert mint(secrets[0], 1, 7, "a@b.example") != mint(secrets[1], 1, 7, "a@b.example")
    ledger.close()


@pytest.mark.parametrize(("keep", "kept"), [(0, True), (30, False), (3650, True)])
def test_a_mail_is_kept_whole_for_as_long_as_the_admin_says(tmp_path: Path, keep: int, kept: bool) -> None:
    world = begun(tmp_path)
    ledger = Ledger(open_ledger(founded(tmp_path)))
    given = settings(mail={"keep_days": keep})
    assert attempt(kit(ledger, world, Fuse(), Clock(), given))
    assert attempt(kit(ledger, world, Fuse(), Clock(), given, today=TODAY + timedelta(days=31)))
    message = ledger.inbox.message(1)
    assert message is not None
    assert (bool(message.raw), message.sender) == (kept, ADA.address)
    assert len(ledger.inbox.updates(message.key)) == 3
    ledger.close()
