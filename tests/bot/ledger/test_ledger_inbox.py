from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from bot.ledger import Envelope, Inbox, Ledger, MessageState, PlannedUpdate, StoredMessage, open_ledger
from bot.plan import Person

TODAY = date(2026, 9, 4)
RAW = b"From: tom.ashgrove@tamberley.example\r\n\r\nDone.\r\n"
DONE = PlannedUpdate(
    "Housing plan", "4", "1.4", "apply", "done", "Done.", "Marked as completed.", changes={"status": "completed"}
)
ASKED = PlannedUpdate("Housing plan", "5", "1.5", "ask", "hedge", "Nearly there.", "Is it done?")


OPENED = Envelope(
    "<1@x> abc", Person("Tom", "tom@x.example"), "Re: your actions", datetime(2026, 9, 3, 9, tzinfo=UTC), "reply"
)


@pytest.fixture
def inbox(ledger: Ledger) -> Inbox:
    return ledger.inbox


def store(inbox: Inbox, graph_id: str = "AAA=", raw: bytes = RAW) -> None:
    inbox.store(graph_id, raw, TODAY)


def only(inbox: Inbox) -> StoredMessage:
    (message,) = inbox.unfinished()
    return message


def read(inbox: Inbox, *updates: PlannedUpdate, reason: str = "") -> str:
    key = only(inbox).key
    inbox.read(key, OPENED, intent=None, reason=reason, updates=updates)
    return key


def test_a_mail_is_kept_byte_for_byte_before_it_is_read(inbox: Inbox) -> None:
    store(inbox)
    message = only(inbox)
    assert (message.raw, message.state, message.mail_class) == (RAW, MessageState.STORED, "")
    assert inbox.knows("AAA=")
    assert not inbox.knows("BBB=")


def test_a_mail_is_kept_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    Inbox(database).store("AAA=", RAW, TODAY)
    with database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT raw, sha256 FROM message").one()
    assert kept == (RAW, hashlib.sha256(RAW).hexdigest())
    database.close()


def test_the_same_mail_delivered_twice_is_read_once_and_its_copy_is_filed_where_the_first_goes(inbox: Inbox) -> None:
    store(inbox)
    read(inbox, DONE, reason="see to it")
    store(inbox, "BBB=", b"Received: later\r\n" + RAW)
    assert inbox.is_copy("BBB=", OPENED.identity)
    assert only(inbox).graph_id == "AAA="
    (copy,) = inbox.copies()
    assert (copy.graph_id, copy.mail_class, copy.reason) == ("BBB=", "reply", "see to it")
    assert inbox.knows("BBB=")
    assert len(inbox.held()) == 1
    inbox.move(copy.key, MessageState.FILED)
    assert inbox.copies() == ()
    assert only(inbox).graph_id == "AAA="


def test_a_mail_that_is_finished_stays_finished_when_it_comes_again(inbox: Inbox) -> None:
    store(inbox)
    inbox.move(only(inbox).key, MessageState.FILED)
    store(inbox)
    assert inbox.unfinished() == ()


def test_another_identity_is_another_mail_and_none_is_nobodys_copy(inbox: Inbox) -> None:
    store(inbox)
    read(inbox, DONE)
    store(inbox, "BBB=")
    assert not inbox.is_copy("BBB=", "<1@x> other words")
    assert not inbox.is_copy("BBB=", "")
    assert len(inbox.unfinished()) == 2


def test_what_is_known_of_a_mail_is_known_without_it(inbox: Inbox) -> None:
    store(inbox)
    read(inbox)
    message = only(inbox)
    assert (message.person, message.subject, message.written) == (OPENED.sender, OPENED.subject, OPENED.written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (datetime(2026, 9, 3, 8, 30, tzinfo=UTC), date(2026, 9, 3)),
        (datetime(2031, 1, 1, tzinfo=UTC), date(2026, 9, 4)),
        (None, date(2026, 9, 4)),
    ],
    ids=["its own date", "a date to come", "no date"],
)
def test_a_mail_was_said_on_its_own_day_and_never_after_the_day_it_was_taken_in(
    inbox: Inbox, written: datetime | None, said: date
) -> None:
    store(inbox)
    assert replace(only(inbox), written=written, day=date(2026, 9, 4)).said_on == said


def test_an_old_mail_is_forgotten_and_what_was_made_of_it_stays(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, DONE)
    assert inbox.purge(date(2026, 12, 1)) == 0  # it is not filed yet
    inbox.move(key, MessageState.FILED)
    assert inbox.purge(TODAY) == 0
    assert inbox.purge(date(2026, 9, 5)) == 1
    message = inbox.message(1)
    assert message is not None
    assert (message.raw, message.subject, inbox.updates(key)) == (b"", OPENED.subject, (DONE,))


def test_an_old_mail_that_waits_for_somebody_is_kept(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, reason="see to it")
    inbox.move(key, MessageState.FILED)
    assert inbox.purge(date(2026, 12, 1)) == 0
    inbox.move(key, MessageState.REVIEWED)
    assert inbox.purge(date(2026, 12, 1)) == 1


def test_failed_tries_are_counted(inbox: Inbox) -> None:
    store(inbox)
    assert [inbox.tried("AAA="), inbox.tried("AAA=")] == [1, 2]


def test_mails_are_worked_through_in_the_order_they_came(inbox: Inbox) -> None:
    for number in (3, 1, 2):
        store(inbox, graph_id=str(number))
    assert [message.graph_id for message in inbox.unfinished()] == ["3", "1", "2"]


def test_a_reading_is_kept_with_its_updates_in_order(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, DONE, ASKED)
    assert inbox.updates(key) == (DONE, ASKED)
    message = only(inbox)
    assert (message.state, message.mail_class, message.sender) == (MessageState.READ, "reply", "tom@x.example")


def test_a_mail_cannot_be_read_twice(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, DONE)
    with pytest.raises(IntegrityError):
        read(inbox, DONE)
    assert inbox.updates(key) == (DONE,)


def test_what_became_of_an_update_is_kept_and_its_sentence_may_change(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, DONE, ASKED)
    inbox.update_done(key, 0, "written")
    inbox.update_done(key, 1, "conflict", "Somebody else was first.")
    assert inbox.updates(key) == (
        replace(DONE, state="written"),
        replace(ASKED, state="conflict", sentence="Somebody else was first."),
    )


def test_a_mail_is_unfinished_until_it_is_filed(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, DONE)
    inbox.move(key, MessageState.SETTLED)
    assert only(inbox).state is MessageState.SETTLED
    inbox.move(key, MessageState.FILED)
    assert inbox.unfinished() == ()


def test_what_a_person_must_look_at_is_held_even_when_filed_and_told_of_without_its_bytes(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, reason="nobody knows this sender")
    inbox.move(key, MessageState.FILED)
    assert [(each.reason, each.raw) for each in inbox.held()] == [("nobody knows this sender", b"")]


def test_a_mail_that_answers_no_mail_of_ours_cannot_claim_one(inbox: Inbox) -> None:
    store(inbox)
    with pytest.raises(IntegrityError):
        inbox.read(only(inbox).key, OPENED, intent=99, reason="", updates=())
    assert only(inbox).state is MessageState.STORED
