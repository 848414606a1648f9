"""Answers that name other actions, actions of one reference in two plans, copies, and rows that cannot be written."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from urllib.parse import unquote

import pytest

from bot.reply import open_mail
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLANS = {
    "Housing plan": (
        "B005,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
        "1,Train the wardens,Ada Fenn,31 January 2027,In progress\n"
    ),
    "Audit tracker": (
        "B006,Close the old findings,Ada Fenn,31 December 2027,In progress\n"
        "B007,Renew the contract,Tom Wray,31 December 2027,In progress\n"
        "1,Test the backups,Ada Fenn,31 January 2027,In progress\n"
    ),
}
TODAY = ("--today", "2027-03-01")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@told_once
def nudged(council: Council) -> None:
    """Ada has had one nudge about B005 and about the action 1 of either plan."""
    council.write_config(tuple(PLANS))
    for plan, rows in PLANS.items():
        (council.folder / "plan.csv").write_text(f"Ref,Action,Owner,Due,Status\n{rows}", encoding="utf-8")
        council.run("import", "plan.csv", "--plan", plan)
    for held in council.answer("run", "remind", *TODAY)["runs"]:
        council.run("approve", held["run"], *TODAY)


def test_a_named_action_of_another_plan_is_updated_and_one_of_somebody_else_is_held(nudged: Council) -> None:
    nudged.reply("ada.fenn", "B006 is done", said=NOON)
    nudged.reply("ada.fenn", "B007 is done", said=NOON)
    said = nudged.run("run", "collect", *TODAY)

    assert "B006: written: status completed" in said
    assert "Held for you" in said
    audit, housing = nudged.rows("Audit tracker"), nudged.rows("Housing plan")
    assert (audit["B006"]["Status"], audit["B007"]["Status"]) == ("Completed", "In progress")
    assert not housing["B005"].get("Progress")
    assert [len(nudged.box(folder)) for folder in ("Processed", "Needs review")] == [1, 1]


def test_the_button_of_each_card_is_applied_to_exactly_its_row(nudged: Council) -> None:
    page = open_mail(nudged.raw(nudged.mails("ada.fenn")[-1])).html
    links = [unescape(each) for each in re.findall(r'href="(mailto:[^"]*body=[^"]*)"', page)]
    bodies = [unquote(link.split("&body=")[1]) for link in links if "DONE" in link]
    (body,) = [each for each in bodies if each.startswith("1 (Audit tracker): DONE")]
    nudged.reply("ada.fenn", body, said=NOON)
    nudged.reply("ada.fenn", "1: done", said=NOON)
    nudged.run("run", "collect", *TODAY)

    assert nudged.rows("Audit tracker")["1"]["Status"] == "Completed"
    assert nudged.rows("Housing plan")["1"]["Status"] == "In progress"
    question = next(mail for mail in nudged.mails("ada.fenn") if "question" in mail["subject"])
    assert "begin your answer with “1 (Audit tracker):” or “1 (Housing plan):”" in " ".join(
        open_mail(nudged.raw(question)).plain.split()
    )


def test_a_copy_goes_where_the_first_went_and_is_not_read_again(nudged: Council) -> None:
    for hop in ("one", "two"):
        nudged.reply("ada.fenn", "B005 is done", said=NOON, Message_ID="<a@harrowmere.example>", Received=f"by {hop}")
    assert "1 message read" in nudged.run("run", "collect", *TODAY)
    again = b"Received: by three\r\n" + nudged.raw(nudged.box("Processed")[0])
    nudged.control("POST", "messages", params={"mailbox": nudged.facts["mailbox"]}, data=again)
    assert "No messages read" in nudged.run("run", "collect", *TODAY)

    assert len(nudged.box("Processed")) == 3
    assert nudged.box("inbox") == []
    assert nudged.rows("Housing plan")["B005"]["Progress"].count("B005 is done") == 1
    assert len(nudged.mails("ada.fenn")) == 2  # the nudge and one receipt


def test_a_mail_that_is_gone_when_it_should_be_filed_is_recorded(nudged: Council) -> None:
    gone = {"match": {"method": "POST", "path": "/move"}, "fault": {"kind": "status", "status": 404}, "times": 1}
    nudged.control("POST", "faults", json=gone)
    nudged.reply("ada.fenn", "B005 is done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert "the message is gone from the inbox" in nudged.run("log")
    assert "No messages read" in nudged.run("run", "collect", *TODAY)


def test_the_receipt_says_which_row_was_written_and_which_was_not(nudged: Council) -> None:
    nudged.edit("Audit tracker", "1", {"Title": "9"})
    nudged.reply("ada.fenn", "B005: done\n1 (Audit tracker): done", said=NOON)
    nudged.run("run", "collect", *TODAY)

    receipt = open_mail(nudged.raw(nudged.mails("ada.fenn")[-1]))
    words = " ".join(receipt.plain.split())
    assert "1 update recorded, 1 answer passed to a colleague" in words
    assert "Recorded B005" in words
    assert "With a colleague 1 (Audit tracker)" in words
    assert "could not be written into the plan" in words


def test_a_sender_without_a_name_is_called_as_the_plan_knows_them(nudged: Council) -> None:
    nudged.reply("ada.fenn", "B005: on track\nThanks\nAda", said=NOON)
    nudged.run("run", "collect", *TODAY)
    progress = nudged.rows("Housing plan")["B005"]["Progress"]
    assert progress.endswith("1 March 2027, Ada Fenn: B005: on track")
    assert "Dear Ada Fenn," in open_mail(nudged.raw(nudged.mails("ada.fenn")[-1])).plain


def test_the_receipt_does_not_pass_over_words_that_are_held(nudged: Council) -> None:
    nudged.reply("ada.fenn", "B005: done\n\nB007: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    words = " ".join(open_mail(nudged.raw(nudged.mails("ada.fenn")[-1])).plain.split())
    assert "1 update recorded, 1 answer passed to a colleague" in words
    assert "Nothing was changed for this yet: a colleague will read your words first" in words


def test_a_completion_keeps_the_day_it_names_and_a_held_mail_can_be_found_by_day_and_subject(nudged: Council) -> None:
    nudged.reply("ada.fenn", "B005: Completed on 12 February 2027", said=NOON)
    nudged.reply("ada.fenn", "B007 is done", said=NOON)
    nudged.run("run", "collect", *TODAY)

    assert nudged.rows("Housing plan")["B005"]["CompletedOn"].startswith("2027-02-12")
    receipts = [open_mail(nudged.raw(each)).plain for each in nudged.mails("ada.fenn")]
    assert any("It is now marked completed, on 12 February 2027." in " ".join(each.split()) for each in receipts)
    assert re.search(r"mail from ada\.fenn\S+, 1 March 2027, “R[eE]: .+” needs you", nudged.run("outbox", "--held"))
