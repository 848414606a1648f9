"""Every point at which a delivery can die: before each outside call, after its answer, around each ledger write.

One crash, and pairs of crashes; then a clean run. Each mail must have left exactly once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.ledger import IntentState, Ledger, NewIntent, Run, RunState, open_ledger
from bot.m365 import Draft, NotFound, Refused, ServiceFault, Unreachable
from bot.plan import Person
from bot.settings import Settings
from jobs.sending.deliver import deliver
from tests.jobs.fake_tenant import Clock, Fuse, Killed, Wired
from tests.jobs.points import stride
from tests.ledgers import founded

TODAY = date(2027, 3, 1)
PEOPLE = (Person("Ada Fenn", "ada@tamberley.example"), Person("Tom Wray", "tom@tamberley.example"))


@dataclass
class Exchange:
    """The mailbox as Exchange keeps it: it outlives every process."""

    drafts: dict[str, str] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    names: Iterator[int] = field(default_factory=count)

    def create_draft(self, *, key: str, **_: str) -> Draft:
        draft_id = f"draft-{next(self.names)}"
        self.drafts[draft_id] = key
        return Draft(draft_id, f"<{draft_id}@tamberley.example>")

    def find(self, key: str) -> Draft | None:
        laid = (Draft(name, f"<{name}>") for name, kept in self.drafts.items() if kept == key)
        return next(laid, Draft("sent", "<sent>", has_left=True) if key in self.sent else None)

    def is_draft(self, draft_id: str) -> bool:
        return draft_id in self.drafts

    def send_draft(self, draft_id: str) -> None:
        if draft_id not in self.drafts:
            raise NotFound("no such draft")
        self.sent.append(self.drafts.pop(draft_id))


def _ledger(folder: Path) -> Ledger:
    ledger = Ledger(open_ledger(founded(folder)))
    intents = [
        NewIntent(number, f"key-{number}", "nudge", person, "r@x.example", "t", "Subject", "text", "<p>html</p>")
        for number, person in enumerate(PEOPLE, start=1)
    ]
    ledger.outbox.open_run(Run("run-1", "nudge", TODAY, RunState.APPROVED), ["Plan"], intents, Clock().now())
    return ledger


def _attempt(
    ledger: Ledger,
    mailbox: object,
    clock: Clock,
    fuse: Fuse,
    guards: dict[str, object] | None = None,
    today: date = TODAY,
) -> bool:
    """One process: True when it came to its end, False when it was killed."""
    wired = SimpleNamespace(outbox=Wired(ledger.outbox, fuse))
    settings = Settings.model_validate(
        {
            "tenant": {
                "id": "tamberley.example",
                "client_id": "c",
                "site": "https://tamberley.example",
                "mailbox": PEOPLE[0].address,
            },
            "guards": guards or {},
            "plans": [{"name": "Plan"}],
        }
    )
    kit: Any = SimpleNamespace(
        ledger=wired, mailbox=Wired(mailbox, fuse), today=today, now=clock.now, wait=clock.wait, settings=settings
    )
    try:
        deliver(kit, folds=today > TODAY)
    except Killed:
        return False
    return True


def _points(folder: Path) -> int:
    """How many points an undisturbed delivery passes."""
    fuse = Fuse(at=0)
    assert _attempt(_ledger(folder), Exchange(), Clock(), fuse)
    return fuse.passed


def _assert_once(ledger: Ledger, exchange: Exchange) -> None:
    assert sorted(exchange.sent) == ["key-1", "key-2"]
    assert exchange.drafts == {}
    assert {intent.state for intent in ledger.outbox.intents()} == {IntentState.SENT}


def test_a_delivery_killed_once_at_any_point_neither_loses_nor_doubles_a_mail(tmp_path: Path) -> None:
    total = _points(tmp_path / "undisturbed")
    assert total > 20
    for at in range(1, total + 1):
        ledger, exchange, clock = _ledger(tmp_path / str(at)), Exchange(), Clock()
        assert not _attempt(ledger, exchange, clock, Fuse(at))
        assert _attempt(ledger, exchange, clock, Fuse(0))
        _assert_once(ledger, exchange)
        ledger.close()


@pytest.mark.timeout(300)
def test_a_delivery_killed_twice_at_any_pair_of_points_neither_loses_nor_doubles_a_mail(tmp_path: Path) -> None:
    total = _points(tmp_path / "undisturbed")
    for first in range(1, total + 1, stride(2, 5)):
        for second in range(1, total + 1, stride(3, 7)):
            ledger, exchange, clock = _ledger(tmp_path / f"{first}-{second}"), Exchange(), Clock()
            for at in (first, second, 0):
                _attempt(ledger, exchange, clock, Fuse(at))
            _assert_once(ledger, exchange)
            ledger.close()


class LosesAnswers(Exchange):
    """Sends, and then the connection dies before the answer."""

    def send_draft(self, draft_id: str) -> None:
        super().send_draft(draft_id)
        raise Unreachable("the answer was lost")


def test_a_lost_answer_is_looked_into_and_not_sent_again(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), LosesAnswers()
    assert _attempt(ledger, exchange, Clock(), Fuse(0))
    _assert_once(ledger, exchange)


class DeniesSending(Exchange):
    """Cannot be reached when it should send."""

    def send_draft(self, draft_id: str) -> None:
        raise Unreachable("no connection")


def test_a_mail_of_unknown_fate_is_given_time_to_settle_before_it_is_sent_again(tmp_path: Path) -> None:
    ledger, clock, exchange = _ledger(tmp_path), Clock(), DeniesSending()
    with pytest.raises(Unreachable):
        _attempt(ledger, exchange, clock, Fuse(0))
    began = clock.now()
    healed = Exchange(exchange.drafts, exchange.sent, exchange.names)
    assert _attempt(ledger, healed, clock, Fuse(0))
    assert clock.now() - began == timedelta(seconds=60)
    _assert_once(ledger, healed)


@dataclass
class LaysLate(Exchange):
    """Lays its first draft only 30 seconds after the process that asked for it has died."""

    clock: Clock = field(default_factory=Clock)
    under_way: list[tuple[datetime, str]] = field(default_factory=list)

    def create_draft(self, *, key: str, **given: str) -> Draft:
        if self.clock.now() == Clock().now():
            self.under_way.append((self.clock.now() + timedelta(seconds=30), key))
            raise Killed
        return super().create_draft(key=key, **given)

    def find(self, key: str) -> Draft | None:
        self.arrive()
        return super().find(key)

    def arrive(self) -> None:
        for due, key in [each for each in self.under_way if each[0] <= self.clock.now()]:
            self.under_way.remove((due, key))
            super().create_draft(key=key)


@pytest.mark.parametrize(("later", "sent", "laid"), [(0, ["key-1", "key-2"], []), (1, [], ["key-1"])])
def test_a_draft_that_comes_after_its_process_has_died_is_waited_for_and_never_doubled(
    tmp_path: Path, later: int, sent: list[str], laid: list[str]
) -> None:
    clock = Clock()
    ledger, exchange = _ledger(tmp_path), LaysLate(clock=clock)
    assert not _attempt(ledger, exchange, clock, Fuse(0))
    clock.wait(1)
    assert _attempt(ledger, exchange, clock, Fuse(0), today=TODAY + timedelta(days=later))
    clock.wait(60)
    exchange.arrive()
    assert (sorted(exchange.sent), list(exchange.drafts.values())) == (sent, laid)
    assert [bool(each.draft_id) for each in ledger.outbox.intents()] == [True, not later]


class LosesDrafts(Exchange):
    """Somebody empties the Drafts folder just before a mail is sent."""

    def send_draft(self, draft_id: str) -> None:
        self.drafts.clear()
        super().send_draft(draft_id)


def test_a_draft_that_vanished_is_shown_as_uncertain_and_never_sent_again(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), LosesDrafts()
    for _ in range(2):
        assert _attempt(ledger, exchange, Clock(), Fuse(0))
    assert exchange.sent == []
    assert {intent.state for intent in ledger.outbox.intents()} == {IntentState.UNCERTAIN}


def test_a_ledger_restored_from_a_backup_sends_nothing_that_has_left_since(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), Exchange()
    exchange.sent = ["key-1"]
    assert _attempt(ledger, exchange, Clock(), Fuse(0))
    _assert_once(ledger, exchange)


class FailsForAda(Exchange):
    """Answers 500 whenever the first mail is laid."""

    def create_draft(self, *, key: str, **given: str) -> Draft:
        if key == "key-1":
            raise ServiceFault("Microsoft 365 failed")
        return super().create_draft(key=key, **given)


def test_a_fault_at_one_mail_puts_only_that_mail_off(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), FailsForAda()
    assert _attempt(ledger, exchange, Clock(), Fuse(0))
    assert exchange.sent == ["key-2"]
    assert _attempt(ledger, Exchange(exchange.drafts, exchange.sent, exchange.names), Clock(), Fuse(0))
    assert sorted(exchange.sent) == ["key-1", "key-2"]


class RefusesAda(Exchange):
    """Takes the first mail as a draft, and refuses to send it to such an address."""

    def send_draft(self, draft_id: str) -> None:
        if self.drafts.get(draft_id) == "key-1":
            raise Refused("the address is not valid", "ErrorInvalidRecipients")
        super().send_draft(draft_id)


def test_a_mail_that_is_refused_for_good_is_shown_as_failed_and_the_others_go_on(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), RefusesAda()
    assert _attempt(ledger, exchange, Clock(), Fuse(0))
    states = {intent.key: (intent.state, intent.note) for intent in ledger.outbox.intents()}
    assert states["key-1"] == (IntentState.FAILED, "the address is not valid")
    assert exchange.sent == ["key-2"]


@dataclass
class Watched(Exchange):
    """Notes when each mail leaves."""

    clock: Clock = field(default_factory=Clock)
    moments: list[datetime] = field(default_factory=list)

    def send_draft(self, draft_id: str) -> None:
        super().send_draft(draft_id)
        self.moments.append(self.clock.now())


def test_the_pace_of_the_mailbox_is_kept_over_a_crash_at_any_point(tmp_path: Path) -> None:
    total = _points(tmp_path / "undisturbed")
    for at in range(0, total + 1, stride(1, 3)):
        ledger, clock = _ledger(tmp_path / str(at)), Clock()
        exchange = Watched(clock=clock)
        for fuse in (Fuse(at), Fuse(0)):
            _attempt(ledger, exchange, clock, fuse, {"mails_a_minute": 1})
        _assert_once(ledger, exchange)
        first, second = exchange.moments
        assert second - first >= timedelta(seconds=60)
        ledger.close()


def test_a_mailbox_that_has_sent_its_mails_of_the_day_goes_on_when_there_is_room_again(tmp_path: Path) -> None:
    ledger, clock, exchange = _ledger(tmp_path), Clock(), Exchange()
    for hours, sent in ((0, 1), (23, 1), (2, 2)):
        clock.wait(hours * 3600)
        assert _attempt(ledger, exchange, clock, Fuse(0), {"mails_a_day": 1})
        assert len(exchange.sent) == sent


@pytest.mark.parametrize(
    ("guards", "state"),
    [
        ({"pilot_only": ["tom@tamberley.example"]}, IntentState.CANCELLED),
        ({"redirect_to": "tom@tamberley.example"}, IntentState.CANCELLED),
    ],
)
def test_a_mail_that_was_intended_before_a_pilot_began_does_not_leave(
    tmp_path: Path, guards: dict[str, object], state: IntentState
) -> None:
    ledger, exchange = _ledger(tmp_path), Exchange()
    assert _attempt(ledger, exchange, Clock(), Fuse(0), guards)
    assert ledger.outbox.intents()[0].state is state
    assert "key-1" not in exchange.sent
    assert ("key-2" in exchange.sent) is ("pilot_only" in guards)


@pytest.mark.parametrize(
    "guards",
    [{"redirect_to": "me@tamberley.example"}, {"pilot_only": ["me@tamberley.example"]}, {"allowed_domains": []}],
)
def test_a_draft_laid_before_a_guard_stops_it_is_never_sent_wherever_its_delivery_died(
    tmp_path: Path, guards: dict[str, object]
) -> None:
    stops = any(guards.values())
    for at in range(1, _points(tmp_path / "undisturbed") + 1, stride(1, 3)):
        ledger, exchange, clock = _ledger(tmp_path / str(at)), Exchange(), Clock()
        assert not _attempt(ledger, exchange, clock, Fuse(at))
        before, laid = list(exchange.sent), dict(exchange.drafts)
        for fuse in (Fuse(4), Fuse(9), Fuse(0)):
            _attempt(ledger, exchange, clock, fuse, guards)
        assert sorted(exchange.sent) == (before if stops else ["key-1", "key-2"])
        assert exchange.drafts == (laid if stops else {})
        for intent in ledger.outbox.intents() if stops else ():
            assert intent.state is (IntentState.SENT if intent.key in before else IntentState.CANCELLED)
            assert ("its draft stays in Drafts" in intent.note) is (intent.key in laid.values())
        ledger.close()


def test_a_nudge_caught_on_its_way_never_leaves_on_a_later_day_wherever_its_delivery_died(tmp_path: Path) -> None:
    later = TODAY + timedelta(days=2)
    for at in range(1, _points(tmp_path / "undisturbed") + 1, stride(1, 2)):
        for again in range(0, 12, stride(1, 3)):
            ledger, exchange, clock = _ledger(tmp_path / f"{at}-{again}"), Exchange(), Clock()
            assert not _attempt(ledger, exchange, clock, Fuse(at))
            before, laid = list(exchange.sent), dict(exchange.drafts)
            clock.wait(2 * 86400)
            for fuse in (Fuse(again), Fuse(0)):
                _attempt(ledger, exchange, clock, fuse, today=later)
            assert (exchange.sent, exchange.drafts) == (before, laid)
            for intent in ledger.outbox.intents():
                left = {IntentState.SENT} if intent.key in before else {IntentState.NEW, IntentState.CANCELLED}
                assert intent.state in left
                assert ("its draft stays in Drafts" in intent.note) is (intent.key in laid.values())
            assert not ledger.outbox.reached("nudge", later)
            assert len(ledger.outbox.reached("nudge", TODAY)) == len(before)
            ledger.close()


def test_a_mail_that_is_no_nudge_goes_on_its_way_on_a_later_day(tmp_path: Path) -> None:
    ledger, exchange, clock = _ledger(tmp_path), Exchange(), Clock()
    receipt = NewIntent(3, "key-3", "receipt", PEOPLE[0], "r@x.example", "t3", "S", "text", "<p>")
    ledger.outbox.add(Run("run-3", "receipt", TODAY, RunState.APPROVED), [receipt], clock.now())
    ledger.outbox.move(3, IntentState.DRAFTING, clock.now())
    assert _attempt(ledger, exchange, clock, Fuse(0), today=TODAY + timedelta(days=1))
    assert exchange.sent == ["key-3"]


def test_a_second_nudge_to_a_person_waits_for_another_day_and_a_receipt_does_not(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), Exchange()
    ada = PEOPLE[0]
    for number, kind in ((3, "nudge"), (4, "receipt")):
        mail = NewIntent(number, f"key-{number}", kind, ada, "r@x.example", f"t{number}", "S", "text", "<p>")
        ledger.outbox.add(Run(f"run-{number}", kind, TODAY, RunState.APPROVED), [mail], Clock().now())
    for _ in range(2):
        assert _attempt(ledger, exchange, Clock(), Fuse(0))
        assert sorted(exchange.sent) == ["key-1", "key-2", "key-4"]
    assert ledger.outbox.intents()[2].state is IntentState.NEW


def test_a_mail_to_a_domain_that_is_not_allowed_any_more_is_shown_as_failed(tmp_path: Path) -> None:
    ledger, exchange = _ledger(tmp_path), Exchange()
    far = NewIntent(3, "key-3", "nudge", Person("Jo", "jo@partner.example"), "r@x.example", "t3", "S", "text", "<p>")
    ledger.outbox.add(Run("run-1", "nudge", TODAY, RunState.APPROVED), [far], Clock().now())
    assert _attempt(ledger, exchange, Clock(), Fuse(0), {"allowed_domains": ["other.example"]})
    assert sorted(exchange.sent) == ["key-1", "key-2"]
    assert ledger.outbox.intents()[2].state is IntentState.FAILED
