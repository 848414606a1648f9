"""A mail that hangs or kills its reader costs itself a retry and then a hold, and nobody else anything."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ledger import Ledger, open_ledger
from bot.reply import Mail, open_mail
from jobs.apart import ReaderDied, ReadsApart, ReadsHere
from tests.jobs.fake_tenant import Clock, Fuse, attempt, kit
from tests.jobs.test_collect_kill_points import ADA, SETTINGS, begun
from tests.ledgers import founded

RAW = b"From: ada.fenn@tamberley.example\r\nSubject: Re: a word\r\n\r\nDone.\r\n"


@pytest.fixture(scope="module")
def reads() -> Iterator[ReadsApart]:
    made = ReadsApart(limit=10)
    yield made
    made.close()


def test_a_mail_is_read_apart_as_it_is_here_and_one_process_serves_them_all(reads: ReadsApart) -> None:
    assert reads.open(RAW) == open_mail(RAW)
    first = reads.pid
    mail = reads.open(RAW)
    day = Clock().moment.date()
    assert reads.read(mail, None, (), day, ()) == ReadsHere.read(mail, None, (), day, ())
    assert reads.pid == first != os.getpid()


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGSEGV])
def test_a_reader_that_is_killed_is_started_anew_for_the_next_mail(reads: ReadsApart, by: signal.Signals) -> None:
    reads.open(RAW)
    first = reads.pid
    assert first
    os.kill(first, by)
    with pytest.raises(ReaderDied):
        reads.open(RAW)
    assert reads.open(RAW) == open_mail(RAW)
    assert reads.pid not in (None, first)


def test_a_reader_that_does_not_come_to_an_end_is_killed() -> None:
    reads = ReadsApart(limit=0)
    with pytest.raises(ReaderDied):
        reads.open(RAW)  # it has not even begun by then
    assert reads.pid is None
    stuck = ReadsApart(limit=10)
    stuck.open(RAW)
    assert stuck.pid
    os.kill(stuck.pid, signal.SIGSTOP)
    stuck._limit = 0.2
    with pytest.raises(ReaderDied):
        stuck.open(RAW)
    assert stuck.pid is None


def test_a_fault_of_our_own_rules_holds_a_mail_and_not_the_reader(reads: ReadsApart) -> None:
    with pytest.raises(ReaderDied, match="TypeError"):
        reads.open("no bytes")  # type: ignore[arg-type]
    assert reads.open(RAW) == open_mail(RAW)


class Deadly(ReadsHere):
    """Dies over mails with a word in them, so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def open(self, raw: bytes) -> Mail:  # type: ignore[override]
        if b"poison" in raw and self.times:
            self.times -= 1
            raise ReaderDied("it died")
        return open_mail(raw)


@pytest.mark.parametrize(("deaths", "held"), [(1, False), (2, True), (9, True)])
def test_a_mail_over_which_the_reader_dies_is_tried_again_then_held_and_the_others_go_on(
    tmp_path: Path, deaths: int, held: bool
) -> None:
    world = begun(tmp_path)
    ledger = Ledger(open_ledger(founded(tmp_path)))
    token = ledger.outbox.intents()[0].token
    world.mailbox.came["message-9"] = world.mailbox.came.pop("message-0")  # the good one comes last
    world.mailbox.receive(ADA.address, "poison", token)
    world.mailbox.came = dict(reversed(world.mailbox.came.items()))
    made = kit(ledger, world, Fuse(), Clock(), SETTINGS, reads=Deadly(deaths))
    for _ in range(2):
        assert attempt(made)
    assert world.lists.lists["Plan"]["A1"].fields["Status"] == "Completed"
    waiting = [message.reason for message in ledger.inbox.held() if "stopped the reader twice" in message.reason]
    assert bool(waiting) is held
    assert set(world.mailbox.folders.values()) == ({"Needs review", "Processed"} if held else {"Processed"})
    ledger.close()
