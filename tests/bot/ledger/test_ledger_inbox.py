from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from bot.ledger import Inbox, Ledger, MessageState, PlannedUpdate, StoredMessage

TODAY = date(2026, 9, 4)
RAW = b"From: tom.ashgrove@tamberley.example\r\n\r\nDone.\r\n"
DONE = PlannedUpdate(
    "Housing plan", "4", "1.4", "apply", "done", "Done.", "Marked as completed.", changes={"status": "completed"}
)
ASKED = PlannedUpdate("Housing plan", "5", "1.5", "ask", "hedge", "Nearly there.", "Is it done?")


@pytest.fixture
def inbox(ledger: Ledger) -> Inbox:
    return ledger.inbox


def store(inbox: Inbox, graph_id: str = "AAA=", raw: bytes = RAW, internet_id: str = "<1@x>") -> None:
    inbox.store(graph_id, internet_id, raw, raw, TODAY)


def only(inbox: Inbox) -> StoredMessage:
    (message,) = inbox.unfinished()
    return message


def read(inbox: Inbox, *updates: PlannedUpdate, reason: str = "") -> str:
    key = only(inbox).key
    inbox.read(key, mail_class="reply", sender="tom@x.example", intent=None, reason=reason, updates=updates)
    return key


def test_a_mail_is_kept_byte_for_byte_before_it_is_read(inbox: Inbox) -> None:
    store(inbox)
    message = only(inbox)
    assert (message.raw, message.state, message.mail_class) == (RAW, MessageState.STORED, "")
    assert inbox.knows("AAA=")
    assert not inbox.knows("BBB=")


def test_the_same_mail_delivered_twice_is_read_once_and_its_copy_is_filed_where_the_first_goes(inbox: Inbox) -> None:
    store(inbox)
    inbox.store("BBB=", "<1@x>", b"Received: later\r\n" + RAW, RAW, TODAY)
    assert only(inbox).graph_id == "AAA="
    read(inbox, DONE, reason="see to it")
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


def test_another_text_under_the_same_message_id_is_another_mail(inbox: Inbox) -> None:
    store(inbox)
    store(inbox, graph_id="BBB=", raw=RAW + b"Or is it?\r\n")
    assert len(inbox.unfinished()) == 2


def test_mails_are_worked_through_in_the_order_they_came(inbox: Inbox) -> None:
    for number in (3, 1, 2):
        store(inbox, graph_id=str(number), internet_id=f"<{number}@x>")
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


def test_what_a_person_must_look_at_is_held_even_when_filed(inbox: Inbox) -> None:
    store(inbox)
    key = read(inbox, reason="nobody knows this sender")
    inbox.move(key, MessageState.FILED)
    assert [message.reason for message in inbox.held()] == ["nobody knows this sender"]


def test_a_mail_that_answers_no_mail_of_ours_cannot_claim_one(inbox: Inbox) -> None:
    store(inbox)
    with pytest.raises(IntegrityError):
        inbox.read(only(inbox).key, mail_class="reply", sender="", intent=99, reason="", updates=())
    assert only(inbox).state is MessageState.STORED
