"""Replies that wait for a person: shown with what was read, then applied, corrected or dismissed, once."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Any

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
    "H002,Hold the briefing,Ada Fenn,12 February 2027,In progress\n"
    "P001,Order the chairs,Tom Wray,12 February 2027,In progress\n"
)
TODAY = ("--today", "2027-03-01")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
FORGED = {"Authentication_Results": "dmarc=fail; compauth=fail reason=001"}


@told_once
def nudged(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)


def queue(council: Council) -> dict[str, Any]:
    found: dict[str, Any] = council.answer("outbox", "--held")
    return found


def row(council: Council, ref: str) -> dict[str, Any]:
    return council.rows("Peer challenge")[ref]


def settle(council: Council, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = council.answer("settle", *words, *TODAY)
    return found


def test_a_held_reply_is_shown_with_what_was_read_and_applied_as_it_was_read(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done on 26 February", said=NOON, **FORGED)
    nudged.run("run", "collect", *TODAY)
    [message] = queue(nudged)["mail_to_review"]
    [update] = message["updates"]
    assert (update["ref"], update["words"], update["decision"]) == ("H001", "H001: done on 26 February", "hold")
    assert update["read"] == {"status": "completed", "completed_on": "2027-02-26"}
    shown = nudged.run("outbox", "--held")
    assert "read as status completed, completed on 26 February 2027" in shown
    assert "| H001: done on 26 February" in shown
    assert row(nudged, "H001")["Status"] == "In progress"

    said = settle(nudged, update["id"], "--apply")
    assert (said["state"], said["ref"]) == ("settled", "H001")
    now = row(nudged, "H001")
    assert (now["Status"], now["CompletedOn"][:10]) == ("Completed", "2027-02-26")
    assert now["Progress"].splitlines() == [
        "1 March 2027, Ada Fenn: H001: done on 26 February",
        "1 March 2027, an admin: settled the answer of 1 March 2027: status completed, completed on 26 February 2027",
    ]
    assert queue(nudged)["mail_to_review"] == []
    assert [len(nudged.box(folder)) for folder in ("Needs review", "Processed")] == [0, 1]
    assert nudged.answer("log", "--action", "H001")[-1]["what"].startswith("settled by an admin")


def test_it_is_never_settled_twice(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done", said=NOON, **FORGED)
    nudged.run("run", "collect", *TODAY)
    settle(nudged, "1.1", "--apply")
    before = row(nudged, "H001")
    assert "was settled already" in nudged.run("settle", "1.1", "--apply", *TODAY, expect=1)
    assert "does not wait for anybody" in nudged.run("settle", "1", "--dismiss", *TODAY, expect=1)
    assert row(nudged, "H001") == before


def test_a_question_that_nobody_answered_is_corrected_and_kept_as_an_example(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: nearly there, say the end of April\n\nH002: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    [message] = queue(nudged)["asked"]
    assert [update["id"] for update in message["updates"]] == ["1.1"]
    settle(nudged, "1", "--due", "2027-04-30")
    now = row(nudged, "H001")
    assert now["RevisedDue"].startswith("2027-04-29T23")  # midnight of the 30th, in summer time
    assert now["Progress"].count("nearly there") == 1
    assert queue(nudged)["asked"] == []
    [example] = nudged.answer("outbox", "--examples")
    assert example["words"] == "H001: nearly there, say the end of April"
    assert example["meant"] == {"revised_due": "2027-04-30"}
    assert "ada" not in nudged.run("outbox", "--examples").lower()


def test_a_question_that_its_sender_has_answered_waits_no_more(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: nearly there", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert len(queue(nudged)["asked"]) == 1
    nudged.reply("ada.fenn", "H001: in progress", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert queue(nudged)["asked"] == []


def test_a_plain_no_settles_the_question_that_it_answers(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert len(queue(nudged)["asked"]) == 1
    nudged.reply("ada.fenn", "No", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert queue(nudged)["asked"] == []
    assert not row(nudged, "H001").get("RevisedDue")


def test_what_was_asked_before_is_closed_with_the_answer_that_an_admin_settles(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: nearly there", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", "H001: nearly all done, as I said", said=NOON)
    nudged.run("run", "collect", *TODAY)
    settle(nudged, "2", "--status", "in progress")
    found = queue(nudged)
    assert (found["asked"], found["mail_to_review"]) == ([], [])


def test_an_answer_in_doubt_again_is_put_to_the_admin_once_and_dismissed_with_the_question(nudged: Council) -> None:
    nudged.write_config(mail=f'admins = ["{nudged.person("beth.larkin")}"]')
    for words in ("H001: nearly done\n\nH002: nearly done", "H001: it was nearly all done, as I said"):
        nudged.reply("ada.fenn", words, said=NOON)
        nudged.run("run", "collect", *TODAY)
    nudged.run("run", "remind", *TODAY)
    notice = nudged.said_to("beth.larkin")
    assert "asked once already" in notice
    assert "H002 “nearly done”" in notice
    assert "H001 “nearly done”" not in notice
    settle(nudged, "2", "--dismiss")
    assert [each["id"] for each in queue(nudged)["asked"][0]["updates"]] == ["1.2"]


def test_what_was_in_doubt_again_waits_no_more_once_its_sender_has_answered_unless_it_asks_us(nudged: Council) -> None:
    words = ("H001: nearly done\n\nH002: nearly done", "H001: nearly all done\n\nH002: who told you that?")
    for answer in (*words, "H001: done on 26 February\n\nH002: done on 26 February"):
        nudged.reply("ada.fenn", answer, said=NOON)
        nudged.run("run", "collect", *TODAY)
    [held] = queue(nudged)["mail_to_review"]
    assert [each["ref"] for each in held["updates"]] == ["H002"]
    assert queue(nudged)["asked"] == []


def test_of_two_questions_the_one_that_was_answered_yes_is_closed_alone(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: nearly all done\n\nH002: nearly there", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert [each["id"] for each in queue(nudged)["asked"][0]["updates"]] == ["1.1", "1.2"]
    nudged.reply("ada.fenn", "H001: in progress", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert [each["id"] for each in queue(nudged)["asked"][0]["updates"]] == ["1.2"]
    assert "its sender has answered since" in nudged.run("settle", "1.1", "--apply", *TODAY, expect=1)
    assert any(each["what"].startswith("question closed") for each in nudged.answer("log", "--action", "H001"))


def test_a_question_about_a_row_that_an_admin_moved_is_closed_and_whose_it_is_stays_open(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: nearly all done\n\nH002: not mine", said=NOON)
    nudged.run("run", "collect", *TODAY)
    for ref in ("H001", "H002"):
        nudged.edit("Peer challenge", ref, {"Status": "On hold"})
    nudged.run("run", "sync", *TODAY)
    assert [each["id"] for each in queue(nudged)["asked"][0]["updates"]] == ["1.2"]


def test_a_row_that_has_moved_on_is_not_written_over_unless_told_to(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done", said=NOON, **FORGED)
    nudged.run("run", "collect", *TODAY)
    nudged.edit("Peer challenge", "H001", {"Status": "On hold"})
    said = nudged.run("settle", "1", "--apply", *TODAY, expect=1)
    assert "it has moved on since the reply was read (status was in_progress and is on_hold)" in said
    assert row(nudged, "H001")["Status"] == "On hold"
    assert len(queue(nudged)["mail_to_review"]) == 1
    settle(nudged, "1", "--apply", "--anyway")
    assert row(nudged, "H001")["Status"] == "Completed"


@pytest.mark.parametrize("completed_first", [True, False])
def test_words_of_which_nobody_could_tell_the_action_do_not_open_a_completed_one(
    nudged: Council, completed_first: bool
) -> None:
    done = {"Status": "Completed", "CompletedOn": "2027-02-26T00:00:00Z"}
    if completed_first:
        nudged.edit("Peer challenge", "P001", done)
        nudged.run("run", "sync", "--today", "2027-02-27")
    nudged.reply("ada.fenn", "P001: still on order, on track", said=NOON)
    nudged.run("run", "collect", *TODAY)
    if not completed_first:
        nudged.edit("Peer challenge", "P001", done)
        nudged.run("run", "sync", *TODAY)
    said = nudged.run("settle", "1", "--action", "P001", "--status", "in progress", *TODAY, expect=1)
    told = "this would open it again" if completed_first else "(status was in_progress and is completed"
    assert told in said
    assert "--anyway" in said
    assert row(nudged, "P001")["Status"] == "Completed"
    settle(nudged, "1", "--action", "P001", "--status", "in progress", "--anyway")
    assert (row(nudged, "P001")["Status"], row(nudged, "P001").get("CompletedOn")) == ("In progress", None)


def test_what_moved_and_would_not_be_written_over_does_no_harm(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done", said=NOON, **FORGED)
    nudged.run("run", "collect", *TODAY)
    nudged.edit("Peer challenge", "H001", {"RevisedDue": "2027-04-30T00:00:00Z"})
    settle(nudged, "1", "--apply")
    assert row(nudged, "H001")["Status"] == "Completed"


def test_a_mail_that_answers_nothing_of_ours_is_given_its_action(nudged: Council) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = nudged.person("tom.wray"), nudged.facts["mailbox"], "Chairs"
    mail["Message-ID"], mail["Date"] = make_msgid(), format_datetime(NOON)
    mail.set_content("All the chairs came on Friday.")
    nudged.control("POST", "messages", params={"mailbox": nudged.facts["mailbox"]}, data=mail.as_bytes())
    nudged.run("run", "collect", *TODAY)
    assert "name one with --action" in nudged.run("settle", "1", "--status", "completed", *TODAY, expect=1)
    assert "there is no action X9" in nudged.run(
        "settle", "1", "--status", "completed", "--action", "X9", *TODAY, expect=1
    )
    settle(nudged, "1", "--action", "p1", "--status", "completed", "--on", "2027-02-26")
    assert (row(nudged, "P001")["Status"], row(nudged, "P001")["CompletedOn"][:10]) == ("Completed", "2027-02-26")
    assert "All the chairs came on Friday." in row(nudged, "P001")["Progress"]


def test_a_dismissed_reply_changes_nothing_and_is_put_away(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done\n\nH002: done", said=NOON, **FORGED)
    nudged.run("run", "collect", *TODAY)
    before = nudged.rows("Peer challenge")
    assert "name one of 1.1, 1.2" in nudged.run("settle", "1", "--dismiss", *TODAY, expect=1)
    settle(nudged, "1.1", "--dismiss")
    assert len(nudged.box("Needs review")) == 1
    settle(nudged, "1.2", "--dismiss")
    assert nudged.rows("Peer challenge") == before
    assert (len(nudged.box("Needs review")), queue(nudged)["mail_to_review"]) == (0, [])


def test_what_a_person_moved_out_of_needs_review_is_not_settled_again(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done", said=NOON, **FORGED)
    nudged.run("run", "collect", *TODAY)
    nudged.move("Needs review", "Processed")
    nudged.run("run", "collect", *TODAY)
    assert "was seen to by hand" in nudged.run("settle", "1", "--apply", *TODAY, expect=1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["1"], "say what to do"),
        (["1", "--apply", "--due", "2027-04-30"], "--apply and --dismiss take no"),
        (["1", "--status", "at_risk", "--on", "2027-02-01"], "--on is the day of a completion"),
        (["1", "--dismiss", "--action", "H001"], "--dismiss writes nothing"),
        (["1", "--status", "finished"], "is no status: write one of"),
        (["1", "--apply", "--dismiss"], "not allowed with"),
    ],
)
def test_a_choice_that_contradicts_itself_is_wrong_usage(council: Council, words: list[str], told: str) -> None:
    assert told in council.run("settle", *words, expect=2)


def test_a_reply_that_is_not_there_is_said_to_be_so(nudged: Council) -> None:
    for name in ("99", "x", "1.7"):
        assert "planminder outbox --held" in nudged.run("settle", name, "--apply", *TODAY, expect=1)


FORGED_WISH = "H001: new date 30 June 2027"


@told_once
def wish_held(council: Council) -> None:
    """Ada asks for a date that needs Priya's yes, in a mail that is held."""
    council.write_config(lead=council.person("priya.nair"), extra="[policy]\nlead_agrees_to_dates = 14")
    council.nudge_first(PLAN, *TODAY)
    council.reply("ada.fenn", FORGED_WISH, said=NOON, **FORGED)
    council.run("run", "collect", *TODAY)


def test_a_date_that_needs_the_leads_yes_is_put_to_them_when_an_admin_applies_it(wish_held: Council) -> None:
    said = wish_held.run("settle", "1", "--apply", *TODAY)
    assert "settled by an admin: new date 30 June 2027, if the plan's lead agrees." in said
    assert f"{wish_held.person('priya.nair')} is asked to agree" in said
    assert "was applied already" in wish_held.run("settle", "1.1", "--apply", *TODAY, expect=1)
    wish_held.run("run", "collect", *TODAY)
    assert not row(wish_held, "H001").get("RevisedDue")
    assert sum("asks for a new date" in each["subject"] for each in wish_held.mails("priya.nair")) == 1
    wish_held.reply("priya.nair", "AGREED", said=NOON.replace(day=2))
    wish_held.run("run", "collect", "--today", "2027-03-02")
    assert row(wish_held, "H001")["RevisedDue"].startswith("2027-06-29")  # midnight of the 30th, in summer time
    assert "Priya Nair agreed: its new date is 30 June 2027." in wish_held.said_to("ada.fenn")


def test_a_date_that_an_admin_sets_is_written_and_they_read_whose_yes_it_passes_over(wish_held: Council) -> None:
    said = wish_held.run("settle", "1", "--due", "2027-06-30", *TODAY)
    assert f"written without the yes of {wish_held.person('priya.nair')}, who agrees to such dates" in said
    assert row(wish_held, "H001")["RevisedDue"].startswith("2027-06-29")
    wish_held.run("run", "collect", *TODAY)
    assert wish_held.mails("priya.nair") == []


def test_a_date_is_put_to_no_lead_over_one_that_was_set_meanwhile(wish_held: Council) -> None:
    wish_held.edit("Peer challenge", "H001", {"RevisedDue": "2027-04-30T00:00:00Z"})
    assert "it has moved on since" in wish_held.run("settle", "1", "--apply", *TODAY, expect=1)
    assert "is asked to agree" in wish_held.run("settle", "1", "--apply", "--anyway", *TODAY)
    wish_held.run("run", "collect", *TODAY)
    wish_held.reply("priya.nair", "AGREED", said=NOON.replace(day=2))
    wish_held.run("run", "collect", "--today", "2027-03-02")
    assert row(wish_held, "H001")["RevisedDue"].startswith("2027-06-29")
