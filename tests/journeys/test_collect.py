"""What comes into the mailbox: answers, machine mail, strangers' mail, and what was there before."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "1,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
    "2,Hold the briefing,Ada Fenn,28 February 2027,In progress\n"
)
TODAY = ("--today", "2027-03-01")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@told_once
def nudged(council: Council) -> None:
    """A council where Ada has had one nudge about two actions, and the mailbox held an old mail before that."""
    old = EmailMessage()
    old["From"], old["To"], old["Subject"] = "someone@elsewhere.example", council.facts["mailbox"], "Old business"
    old.set_content("Done.")
    council.control("POST", "messages", params={"mailbox": council.facts["mailbox"]}, data=old.as_bytes())
    council.nudge_first(PLAN, *TODAY)


def test_each_message_ends_where_it_belongs_and_only_a_sure_answer_is_written(nudged: Council) -> None:
    nudged.reply("ada.fenn", "1: done\n2: nearly there", said=NOON)
    nudged.reply("ada.fenn", "I am away until Friday.", said=NOON, Auto_Submitted="auto-replied")
    nudged.reply(
        "ada.fenn", "2: done", said=NOON, Authentication_Results="spf=fail; dmarc=fail; compauth=fail reason=001"
    )
    said = nudged.run("run", "collect", *TODAY)

    assert "Held for you" in said
    rows = nudged.rows("Peer challenge")
    assert (rows["1"]["Status"], rows["2"]["Status"]) == ("Completed", "In progress")
    assert "2: nearly there" in rows["2"]["Progress"]
    assert "2: done" not in rows["2"]["Progress"]
    assert [len(nudged.box(folder)) for folder in ("Processed", "Machine mail", "Needs review")] == [1, 1, 1]
    assert [message["subject"] for message in nudged.box("inbox")] == ["Old business"]
    assert len(nudged.mails("ada.fenn")) == 2  # the nudge and one receipt


def test_the_same_reply_delivered_twice_and_an_expired_marker_change_nothing(nudged: Council) -> None:
    nudged.reply("ada.fenn", "1: done", said=NOON, Message_ID="<one@harrowmere.example>")
    nudged.run("run", "collect", *TODAY)
    first = nudged.rows("Peer challenge")
    nudged.control("POST", "faults", json={"match": {"path": "delta"}, "fault": {"kind": "expire_delta"}, "times": 9})
    again = nudged.run("run", "collect", *TODAY)
    assert "No messages read" in again
    assert nudged.rows("Peer challenge") == first
    assert len(nudged.mails("ada.fenn")) == 2


def test_a_row_changed_by_somebody_else_meanwhile_is_read_again_before_it_is_written(nudged: Council) -> None:
    conflict = {"match": {"method": "PATCH", "path": "/fields"}, "fault": {"kind": "status", "status": 412}, "times": 1}
    nudged.control("POST", "faults", json=conflict)
    nudged.reply("ada.fenn", "1: done", said=NOON)
    assert "1: written: status completed" in nudged.run("run", "collect", *TODAY)
    assert nudged.rows("Peer challenge")["1"]["Status"] == "Completed"


def test_a_receipt_names_the_day_of_a_completion_of_which_only_the_mail_tells(nudged: Council) -> None:
    nudged.reply("ada.fenn", "1: done", said=NOON)
    said = nudged.run("run", "collect", *TODAY)
    assert "1: written: status completed, completed on 1 March 2027" in said
    assert "It is now marked completed, on 1 March 2027." in nudged.said_to("ada.fenn")


def test_an_answer_lost_after_the_write_is_not_written_twice(nudged: Council) -> None:
    lost = {"match": {"method": "PATCH", "path": "/fields"}, "fault": {"kind": "drop_after"}, "times": 1}
    nudged.control("POST", "faults", json=lost)
    nudged.reply("ada.fenn", "1: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    row = nudged.rows("Peer challenge")["1"]
    assert row["Status"] == "Completed"
    assert row["Progress"].count("1: done") == 1


def test_nobody_is_asked_a_second_time_and_a_date_in_the_future_counts_as_today(nudged: Council) -> None:
    nudged.reply("ada.fenn", "2: nearly there", said=datetime(2099, 1, 1, tzinfo=UTC))
    nudged.run("run", "collect", *TODAY)
    assert nudged.rows("Peer challenge")["2"]["LastReply"].startswith("2027-03-01")
    nudged.reply("ada.fenn", "2: nearly there, as I said", said=NOON)
    assert "asked once already" in nudged.run("run", "collect", *TODAY)
    assert len(nudged.mails("ada.fenn")) == 2  # the nudge and one question, not two


def test_a_mail_that_a_person_moved_out_of_needs_review_is_ticked_off(nudged: Council) -> None:
    nudged.reply("ada.fenn", "Who are you?", said=NOON, Authentication_Results="dmarc=fail; compauth=fail reason=001")
    nudged.run("run", "collect", *TODAY)
    assert len(nudged.answer("outbox", "--held")["mail_to_review"]) == 1
    nudged.run("run", "collect", *TODAY)
    assert len(nudged.answer("outbox", "--held")["mail_to_review"]) == 1
    nudged.move("Needs review", "Processed")
    nudged.run("run", "collect", *TODAY)
    assert nudged.answer("outbox", "--held")["mail_to_review"] == []


def test_a_list_made_anew_is_read_anew(nudged: Council) -> None:
    refused = {"kind": "status", "status": 400}
    nudged.control("POST", "faults", json={"match": {"path": "items/delta"}, "fault": refused, "times": 1})
    said = nudged.run("run", "sync", *TODAY)
    assert "no rows new or changed" in said
    assert len(nudged.answer("preview", "--today", "2027-03-09")["mails"]) == 1


def test_completed_on_is_cleared_when_an_owner_takes_the_completion_back(nudged: Council) -> None:
    nudged.reply("ada.fenn", "1: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert nudged.rows("Peer challenge")["1"]["CompletedOn"].startswith("2027-03-01")
    nudged.reply("ada.fenn", "1: in progress", said=NOON)
    nudged.run("run", "collect", *TODAY)
    row = nudged.rows("Peer challenge")["1"]
    assert (row["Status"], row.get("CompletedOn")) == ("In progress", None)


def test_our_own_mailbox_is_never_nudged(nudged: Council) -> None:
    name, _, domain = str(nudged.facts["mailbox"]).partition("@")
    nudged.edit("Peer challenge", "2", {"OwnerText": f"{name}+r-abc@{domain}"})
    foreseen = nudged.answer("run", "remind", "--today", "2027-03-09", "--dry-run")
    assert [each["to"] for each in foreseen["nudges"]] == [nudged.person("ada.fenn")]
    assert [each["ref"] for each in foreseen["gaps"]] == ["2"]


def test_a_mail_address_in_the_owner_column_is_nudged(nudged: Council) -> None:
    nudged.edit("Peer challenge", "2", {"OwnerText": f"Nobody Known; {nudged.person('tom.wray')}"})
    foreseen = nudged.answer("run", "remind", "--today", "2027-03-09", "--dry-run")
    assert [each["to"] for each in foreseen["nudges"]] == [nudged.person("ada.fenn"), nudged.person("tom.wray")]


def test_a_reply_is_held_when_its_row_became_another_action(nudged: Council) -> None:
    swapped = {"Title": "9", "Action": "Something else"}
    nudged.edit("Peer challenge", "1", swapped)
    nudged.reply("ada.fenn", "1: done", said=NOON)
    assert "the row is no longer the one that was asked about" in nudged.run("run", "collect", *TODAY)
    assert nudged.rows("Peer challenge")["9"]["Status"] == "In progress"
