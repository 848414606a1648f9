"""A mail that comes back: its address is left alone, somebody hears of it, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tests.journeys.council import Council

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\n1,Publish the plan,{owner},31 January 2027,In progress\n"
TODAY, NEXT = ("--today", "2027-03-01"), ("--today", "2027-03-02")


def nudged(council: Council, owner: str, *, lead: str = "") -> None:
    """The owner has had a first nudge; the admin is Tom Wray."""
    council.write_config(mail=f'admins = ["{council.person("tom.wray")}"]', lead=lead)
    council.nudge_first(PLAN.format(owner=owner), *TODAY)


def to_whom(council: Council, *today: str) -> list[str]:
    return [each["to"] for each in council.answer("run", "remind", *today, "--dry-run")["nudges"]]


def test_an_address_that_does_not_exist_is_left_alone_and_the_lead_is_asked_who(council: Council) -> None:
    lost, lead = council.person("gone.away"), council.person("ada.fenn")
    nudged(council, lost, lead=lead)
    council.run("run", "remind", *NEXT)

    assert [held["run"] for held in council.answer("outbox", "--held")["held"]] == []
    assert "Publish the plan" in council.raw(council.mails("ada.fenn")[-1]).decode()
    [mail] = [each for each in council.answer("outbox")["mails"] if each["to"] == lost]
    assert (mail["state"], mail["note"]) == ("failed", "came back: there is no such address, status 5.1.10")
    assert "nudge (overdue) failed: came back" in council.run("log", "--person", lost)
    notice = council.raw(council.mails("tom.wray")[-1]).decode()
    assert "came back" in notice
    assert len(council.box("Machine mail")) == 1
    assert council.rows("Peer challenge")["1"]["Status"] == "In progress"

    assert to_whom(council, "--today", "2027-03-09") == [lead]
    assert f"mail to {lost} came back" in council.run("check", *NEXT, expect=1)
    council.run("reachable", lost, *NEXT)
    assert to_whom(council, "--today", "2027-03-09") == [lost]
    assert "no mail to" in council.run("reachable", lost, *NEXT, expect=1)


def test_an_address_that_nobody_has_any_more_is_no_fault(council: Council) -> None:
    lost, lead = council.person("gone.away"), council.person("ada.fenn")
    nudged(council, lost, lead=lead)
    council.run("run", "remind", *NEXT)
    assert f"FAULT people: mail to {lost} came back" in council.run("check", *NEXT, expect=1)
    council.reply("ada.fenn", "1: Tom Wray", said=datetime(2027, 3, 2, 12, tzinfo=UTC))
    assert "1: written: owner Tom Wray" in council.run("run", "collect", *NEXT)
    council.run("run", "sync", *NEXT)
    assert lost not in council.run("check", *NEXT)


def test_a_report_that_nobody_vouches_for_silences_nobody(council: Council) -> None:
    nudged(council, "Ada Fenn")
    ours = council.mails("ada.fenn")[-1]["internetMessageId"]
    for sender in ("mailer-daemon@elsewhere.example", council.person("ada.fenn")):
        raw = (
            f"From: <{sender}>\nTo: {council.facts['mailbox']}\nSubject: Undeliverable\nIn-Reply-To: {ours}\n"
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
            "--b\nContent-Type: text/plain\n\nDelivery has failed.\n"
            "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;elsewhere.example\n\n"
            f"Final-Recipient: rfc822;{council.person('ada.fenn')}\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
        )
        council.control("POST", "messages", params={"mailbox": council.facts["mailbox"]}, data=raw.encode())
    said = council.run("run", "collect", *TODAY)
    assert said.count("could not be delivered") == 2
    assert len(council.box("Needs review")) == 2
    assert to_whom(council, "--today", "2027-03-09") == [council.person("ada.fenn")]


def test_a_reply_from_an_address_that_gave_mail_back_shows_that_somebody_is_there(council: Council) -> None:
    lost = council.person("gone.away")
    nudged(council, lost)
    council.run("run", "collect", *TODAY)
    assert to_whom(council, "--today", "2027-03-09") == []
    reply = EmailMessage()
    reply["From"], reply["To"], reply["Subject"] = lost, council.facts["mailbox"], "I am back"
    reply["Date"] = datetime(2027, 3, 1, 12, tzinfo=UTC)
    reply.set_content("You can write to me here again.")
    council.control("POST", "messages", params={"mailbox": council.facts["mailbox"]}, data=reply.as_bytes())
    council.run("run", "collect", *NEXT)
    assert to_whom(council, "--today", "2027-03-09") == [lost]


def test_the_note_of_somebody_who_is_gone_counts_as_a_mail_that_came_back(council: Council) -> None:
    gone, lead = council.person("tom.wray"), council.person("ada.fenn")
    nudged(council, "Tom Wray", lead=lead)
    words = "I no longer work for Tamberley Council. Please contact Beth Larkin."
    council.reply("tom.wray", words, said=datetime(2027, 3, 1, 12, tzinfo=UTC), Auto_Submitted="auto-replied")
    council.run("run", "remind", *NEXT)

    asked = council.said_to("ada.fenn")
    assert "Publish the plan" in asked
    note = "its automatic reply says that nobody reads it any more; it says to contact Beth Larkin"
    assert f"Mail to {gone} came back: {note}." in asked
    [mail] = [each for each in council.answer("outbox")["mails"] if (each["to"], each["state"]) == (gone, "failed")]
    assert mail["note"].endswith("nobody reads it any more; it says to contact Beth Larkin")
    assert f"FAULT people: mail to {gone} came back" in council.run("check", *NEXT, expect=1)
    assert to_whom(council, "--today", "2027-03-09") == [lead]
    council.reply("tom.wray", "I am still here.", said=datetime(2027, 3, 2, 12, tzinfo=UTC))
    council.run("run", "collect", *NEXT)
    assert to_whom(council, "--today", "2027-03-09") == [gone]


def test_the_deputy_of_whoever_cannot_be_reached_is_asked_in_their_place_until_that_is_mended(council: Council) -> None:
    council.bring_in(PLAN.format(owner="Head of Parks"))
    council.staff({"Head of Parks": "gone.away"})
    council.pick("Who is who", "Head of Parks", "Deputy", "ada.fenn")
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)
    council.run("run", "remind", *NEXT)
    words = " ".join(council.said_to("ada.fenn").split())
    assert f"in place of {council.person('gone.away')}, whom our mail does not reach." in words
    council.reply("ada.fenn", "1: on track", said=datetime(2027, 3, 2, 12, tzinfo=UTC), inside=True)
    assert "1: written: status in progress" in council.run("run", "collect", *NEXT)
    council.staff({"Head of Parks": "tom.wray"})
    assert to_whom(council, "--today", "2027-03-15") == [council.person("tom.wray")]


def test_the_admin_reads_whose_the_address_is_and_which_actions_the_mail_was_about(council: Council) -> None:
    council.write_config(mail=f'admins = ["{council.person("tom.wray")}"]')
    rows = (
        "2,Print the plan,Head of Parks,31 January 2027,In progress\n3,Bind it,Ada Fenn,31 January 2027,In progress\n"
    )
    council.bring_in(PLAN.format(owner="Head of Parks") + rows)
    council.staff({"Head of Parks": "gone.away"})
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)
    council.run("run", "remind", *NEXT)

    whose, said = f"Head of Parks ({council.person('gone.away')})", " ".join(council.said_to("tom.wray").split())
    assert f"To {whose}, " in said
    assert "(Peer challenge, 1, 2): came back: there is no such address" in said
    assert f"Peer challenge, 1, 2: mail to {whose} came back" in said
