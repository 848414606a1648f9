"""Owners who answer no more than they were asked: a bare date, a yes to how it is going, a yes to a receipt."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.reply import WHERE
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

TODAY = ("--today", "2027-03-17")
NOON = datetime(2027, 3, 17, 12, tzinfo=UTC)
NEXT_DAY = ("--today", "2027-03-18")
NEXT_NOON = datetime(2027, 3, 18, 12, tzinfo=UTC)
PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Report to the board,Ada Fenn,,In progress\n"
    "H002,Keep the register,Ada Fenn,Ongoing,Ongoing\n"
    "H003,Publish the plan,Ada Fenn,19 February 2027,In progress\n"
)


@told_once
def nudged(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)


def date_of(council: Council, ref: str) -> str:
    return str(council.rows("Peer challenge")[ref].get("RevisedDue") or "")[:10]


def test_a_bare_date_and_a_yes_answer_what_each_action_was_asked(nudged: Council) -> None:
    nudged.reply(
        "ada.fenn", "H001: 30 April 2027\n\nH002: Yes, still running\n\nH003: On track. 30 June 2027", said=NOON
    )
    nudged.run("run", "collect", *TODAY)
    assert date_of(nudged, "H001") in ("2027-04-29", "2027-04-30")
    assert nudged.rows("Peer challenge")["H002"]["Status"] == "Ongoing"
    assert not date_of(nudged, "H003")
    words = nudged.said_to("ada.fenn")
    assert "Its new date is 30 April 2027." in words
    assert "Is 30 June 2027 the new date?" in words

    nudged.reply("ada.fenn", "Yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert date_of(nudged, "H003") in ("2027-06-29", "2027-06-30")
    assert "Its new date is 30 June 2027." in nudged.said_to("ada.fenn")


def test_a_no_leaves_the_date_and_a_yes_to_a_question_that_is_settled_changes_nothing(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H003: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", "No", said=NEXT_NOON)
    said = nudged.run("run", "collect", *NEXT_DAY)
    assert not date_of(nudged, "H003")
    assert "Held for you" not in said


def test_a_yes_to_being_left_alone_snoozes_the_action(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H003: Remind me in two weeks, it all hangs on Finance", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert "May we leave this alone until 31 March 2027?" in nudged.said_to("ada.fenn")
    nudged.reply("ada.fenn", "Yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert str(nudged.rows("Peer challenge")["H003"].get("SnoozedUntil") or "")[:10] in ("2027-03-30", "2027-03-31")


def test_a_yes_comes_too_late_for_an_action_that_has_moved_on(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H003: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.edit("Peer challenge", "H003", {"Status": "On hold"})
    nudged.run("run", "sync", *NEXT_DAY)
    nudged.reply("ada.fenn", "Yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert not date_of(nudged, "H003")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("H003: Done, contract signed 12 March", "12 March 2027"),
        ("H003: Done, or near enough", "17 March 2027"),
    ],
)
@pytest.mark.parametrize("yes", ["Yes", "Yes, complete"])
def test_a_yes_to_whether_it_is_complete_dates_it_by_the_words_that_it_confirms(
    nudged: Council, words: str, day: str, yes: str
) -> None:
    nudged.reply("ada.fenn", words, said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert "Is the whole action complete?" in nudged.said_to("ada.fenn")
    nudged.reply("ada.fenn", yes, said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert nudged.rows("Peer challenge")["H003"]["Status"] == "Completed"
    assert f"It is now marked completed, on {day}." in nudged.said_to("ada.fenn")


def test_one_yes_to_whether_each_of_several_is_complete_completes_them(nudged: Council) -> None:
    nudged.reply("ada.fenn", "All of them are done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert "Is each of them complete?" in nudged.said_to("ada.fenn")
    nudged.reply("ada.fenn", "Yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    rows = nudged.rows("Peer challenge")
    assert [rows[ref]["Status"] for ref in ("H001", "H002", "H003")] == ["Completed"] * 3


def test_actions_that_are_each_named_are_closed_together(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001 and H003 are done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    rows = nudged.rows("Peer challenge")
    assert [rows[ref]["Status"] for ref in ("H001", "H002", "H003")] == ["Completed", "Ongoing", "Completed"]


@pytest.mark.parametrize(
    ("words", "status"),
    [("H002: ON TRACK", "Ongoing"), ("H002: on track", "Ongoing"), ("H002: now in progress", "In progress")],
)
def test_what_goes_on_without_an_end_is_no_less_ongoing_for_being_on_track(
    nudged: Council, words: str, status: str
) -> None:
    nudged.reply("ada.fenn", words, said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert nudged.rows("Peer challenge")["H002"]["Status"] == status
    assert f"It is now marked {status.lower()}" in nudged.said_to("ada.fenn")


def test_one_yes_answers_the_one_question_beside_what_the_lead_is_asked_about(council: Council) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, *TODAY)
    words = "H001: Not mine, ask Priya Nair\n\nH003: On track. 30 June 2027"
    council.reply("ada.fenn", words, said=NOON, inside=True)
    council.run("run", "collect", *TODAY)
    receipt = council.said_to("ada.fenn")
    assert "We ask the plan's lead whether Priya Nair has it now" in receipt
    assert "Please answer the question by replying" in receipt

    council.reply("ada.fenn", "Yes", said=NEXT_NOON, inside=True)
    council.run("run", "collect", *NEXT_DAY)
    assert date_of(council, "H003") in ("2027-06-29", "2027-06-30")
    assert council.answer("outbox", "--held")["mail_to_review"] == []


def test_one_yes_answers_the_one_question_beside_one_that_was_settled_before_it_could_be_asked(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H002: still running", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", "H001: nearly there\n\nH003: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.edit("Peer challenge", "H001", {"Status": "On hold"})
    nudged.run("run", "sync", *NEXT_DAY)
    nudged.run("run", "collect", *NEXT_DAY)
    assert "there is nothing more to ask about this" in nudged.said_to("ada.fenn")
    nudged.reply("ada.fenn", "Yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert date_of(nudged, "H003") in ("2027-06-29", "2027-06-30")


def test_which_action_is_meant_is_asked_where_the_receipt_had_not_asked_it_and_a_yes_of_one_is_read(
    nudged: Council,
) -> None:
    nudged.reply("ada.fenn", "H001: nearly there\n\nH003: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", "Yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert "Please begin your answer with “H001:” or “H003:”" in nudged.said_to("ada.fenn")
    nudged.reply("ada.fenn", "Yes, as I said", said=NEXT_NOON)
    assert "asked once already, and the answer leaves it open: Which action do you mean?" in nudged.run(
        "run", "collect", *NEXT_DAY
    )
    nudged.reply("ada.fenn", "H003: yes", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert date_of(nudged, "H003") in ("2027-06-29", "2027-06-30")


@pytest.mark.parametrize(("status", "asked"), [("In progress", False), ("Not started", True)])
def test_how_it_stands_is_not_asked_where_a_yes_would_change_nothing(
    council: Council, status: str, asked: bool
) -> None:
    council.nudge_first(PLAN.replace("2027,In progress", f"2027,{status}"), *TODAY)
    council.reply("ada.fenn", "H003: all good here, 27 pages a week on average", said=NOON)
    council.run("run", "collect", *TODAY)
    told = council.said_to("ada.fenn")
    assert ("We take it that this is in progress. Is that so?" in told) is asked
    assert ("but nothing else was changed" in told) is asked
    assert bool(council.answer("outbox", "--held")["asked"]) is asked
    row = council.rows("Peer challenge")["H003"]
    assert (row["Status"], row["Progress"].endswith("27 pages a week on average")) == (status, True)


@pytest.mark.parametrize(("due", "asked"), [("Monthly", False), ("Ongoing", False), ("12 March 2027", True)])
@pytest.mark.parametrize(
    "words",
    [
        *("Yes, met on 9 March, the next one is 13 April", "Two more homes let in February"),
        "went to the board on the 10th, next one is June",
    ],
)
def test_days_of_what_has_no_end_are_news_of_it(council: Council, due: str, asked: bool, words: str) -> None:
    council.nudge_first(f"Ref,Action,Owner,Due,Status\nH001,Hold the board,Ada Fenn,{due},In progress\n", *TODAY)
    council.reply("ada.fenn", words, said=NOON)
    council.run("run", "collect", *TODAY)
    assert bool(council.answer("outbox", "--held")["asked"]) is asked
    row = council.rows("Peer challenge")["H001"]
    assert (row["Status"], row["Progress"].endswith(words)) == ("In progress", True)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("H003: the web page went up Monday as agreed", f"You tell what came about. {WHERE}"),
        ("H003: the last two maps come at the end of May", "You wrote “end of May”. Is 31 May 2027 the new date?"),
        ("H003: the printer won't start before the strike ends", f"You tell of something that may hold it up. {WHERE}"),
        ("H003: spoke to the designer again, she likes it", ""),
    ],
)
def test_news_of_an_end_of_a_later_day_or_of_lateness_is_asked_about_where_the_status_stays(
    nudged: Council, words: str, asked: str
) -> None:
    nudged.reply("ada.fenn", words, said=NOON)
    nudged.run("run", "collect", *TODAY)
    told = nudged.said_to("ada.fenn")
    assert asked in told
    assert (WHERE in told) is asked.endswith(WHERE)
    assert bool(nudged.answer("outbox", "--held")["asked"]) is bool(asked)
    assert nudged.rows("Peer challenge")["H003"]["Status"] == "In progress"


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("H003: spoke to the designer again, she likes it", "Thank you: 1 note kept"),
        ("H003: on hold", "Thank you: 1 update recorded"),
    ],
)
def test_a_receipt_calls_words_that_set_nothing_a_note(nudged: Council, words: str, subject: str) -> None:
    nudged.reply("ada.fenn", words, said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert nudged.mails("ada.fenn")[-1]["subject"] == subject


def test_words_that_leave_our_question_open_do_not_close_it(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H003: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", "the printer is a nice man by the way", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    waiting = nudged.answer("outbox", "--held")
    [held] = waiting["mail_to_review"]
    assert "asked once already" in held["updates"][0]["reason"]
    nudged.run("settle", "1.1", "--apply", *NEXT_DAY)
    assert date_of(nudged, "H003") in ("2027-06-29", "2027-06-30")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("No, it may be August", {"revised_due": "2027-08-31"}),
        ("No, the printer has gone bust", {"status": "at_risk"}),
        ("No. And as I said it isn't mine", {}),
        ("No, that's just the proofs", None),
    ],
)
def test_what_a_no_denies_is_not_proposed_any_more(nudged: Council, words: str, left: dict[str, str] | None) -> None:
    nudged.reply("ada.fenn", "H003: On track. 30 June 2027", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", words, said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    waiting = nudged.answer("outbox", "--held")
    found = [each["read"] for mail in (*waiting["mail_to_review"], *waiting["asked"]) for each in mail["updates"]]
    assert found == ([] if left is None else [left])
    assert not date_of(nudged, "H003")


@pytest.mark.parametrize("words", ["Thank you, have a lovely Easter", "Thanks!\n\nSent from my iPhone\n\n> H003"])
def test_thanks_for_a_receipt_are_no_update_and_wait_for_nobody(nudged: Council, words: str) -> None:
    nudged.reply("ada.fenn", "H003: on track", said=NOON)
    nudged.run("run", "collect", *TODAY)
    before, mails = nudged.rows("Peer challenge")["H003"], len(nudged.mails("ada.fenn"))
    nudged.reply("ada.fenn", words, said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    after = nudged.rows("Peer challenge")["H003"]
    assert (after["Progress"], after["LastReply"]) == (before["Progress"], before["LastReply"])
    assert len(nudged.mails("ada.fenn")) == mails
    assert not nudged.answer("outbox", "--held")["mail_to_review"]


def test_what_comes_round_was_done_on_the_day_that_is_told_whenever_it_comes_next(council: Council) -> None:
    council.nudge_first("Ref,Action,Owner,Due,Status\nH001,Publish the bulletin,Ada Fenn,Termly,In progress\n", *TODAY)
    council.reply("ada.fenn", "Winter one was published 26 February, the spring one follows in May.", said=NOON)
    council.run("run", "collect", *TODAY)
    assert "Is the whole action complete?" in council.said_to("ada.fenn")
    council.reply("ada.fenn", "Yes", said=NEXT_NOON)
    council.run("run", "collect", *NEXT_DAY)
    assert str(council.rows("Peer challenge")["H001"]["CompletedOn"])[:10] in ("2027-02-25", "2027-02-26")


def test_a_new_date_of_a_completed_action_waits_for_a_person_and_leaves_its_row(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H003: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    nudged.reply("ada.fenn", "H003 is not finished after all. New date 30 June 2027", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    row = nudged.rows("Peer challenge")["H003"]
    assert (row["Status"], date_of(nudged, "H003")) == ("Completed", "")
    [mail] = nudged.answer("outbox", "--held")["mail_to_review"]
    [update] = mail["updates"]
    assert update["read"] == {"status": "in_progress", "revised_due": "2027-06-30"}


def test_a_completion_told_again_keeps_the_day_of_the_first(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H003: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    first = nudged.rows("Peer challenge")["H003"]["CompletedOn"]
    nudged.reply("ada.fenn", "As I said, H003 is done", said=NEXT_NOON)
    nudged.run("run", "collect", *NEXT_DAY)
    assert nudged.rows("Peer challenge")["H003"]["CompletedOn"] == first
