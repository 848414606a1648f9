"""A reply taken back by the word UNDO in answer to its receipt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest

from bot.reply import open_mail
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
    "H002,Hold the briefing,Ada Fenn,12 February 2027,At risk\n"
)
TODAY = ("--today", "2027-03-01")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@told_once
def answered(council: Council) -> None:
    """Ada has answered both her actions, and has her receipt."""
    council.nudge_first(PLAN, *TODAY)
    council.reply("ada.fenn", "H001: done\n\nH002: new date 30 June 2027", said=NOON)
    council.run("run", "collect", *TODAY)


def stands(council: Council, ref: str) -> tuple[Any, ...]:
    row = council.rows("Peer challenge")[ref]
    return tuple(row.get(field) or None for field in ("Status", "RevisedDue", "CompletedOn", "LastReply"))


def log(council: Council, ref: str) -> list[Mapping[str, str]]:
    return list(council.answer("log", "--action", ref))


def test_the_one_word_puts_every_row_back_and_keeps_the_words_as_history(answered: Council) -> None:
    assert stands(answered, "H001")[0] == "Completed"
    assert "Reply with the one word UNDO and we put it back as it was." in answered.said_to("ada.fenn")

    answered.reply("ada.fenn", "UNDO\n\nI looked at the wrong plan.", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert stands(answered, "H001") == ("In progress", None, None, None)
    assert stands(answered, "H002") == ("At risk", None, None, None)
    progress = answered.rows("Peer challenge")["H001"]["Progress"].splitlines()
    assert progress[0] == "1 March 2027, Ada Fenn: H001: done"
    assert progress[1] == "1 March 2027, Ada Fenn: took back “H001: done”: I looked at the wrong plan."
    words = answered.said_to("ada.fenn")
    assert "2 answers put back" in words
    assert "It is marked “In progress” again." in words
    assert "The new date is taken out again." in words
    assert "the one word UNDO" not in words
    assert log(answered, "H001")[-2]["what"] == "undone: status “In progress” again, no day of completion again"
    assert len(answered.box("Processed")) == 2


def test_the_button_of_the_receipt_does_the_same(answered: Council) -> None:
    page = answered.raw(answered.mails("ada.fenn")[-1]).decode()
    body = open_mail(page.encode()).html
    href = body[body.index("mailto:") :].partition('"')[0]
    answered.reply("ada.fenn", unquote(href.partition("body=")[2]).replace("\r\n", "\n"), said=NOON)
    answered.run("run", "collect", *TODAY)
    assert stands(answered, "H001")[0] == "In progress"


def test_after_an_undo_its_owners_are_asked_as_if_there_had_been_no_answer(council: Council) -> None:
    council.nudge_first(f"{PLAN}H003,Paint the hall,Ada Fenn; Priya Nair,4 March 2027,In progress\n", *TODAY)
    council.reply("ada.fenn", "H003: on track", said=NOON.replace(day=2))
    council.run("run", "remind", "--today", "2027-03-02")
    council.reply("ada.fenn", "UNDO", said=NOON.replace(day=4))
    council.run("run", "collect", "--today", "2027-03-04")
    council.run("run", "remind", "--today", "2027-03-05")
    for name in ("ada.fenn", "priya.nair"):
        assert "H003 Paint the hall" in council.said_to(name)
        assert "Overdue by 1 day" in council.said_to(name)
    mails = len(council.mails("ada.fenn"))
    council.run("run", "remind", "--today", "2027-03-05")
    assert len(council.mails("ada.fenn")) == mails


@pytest.mark.parametrize(
    ("before", "stands_again", "said", "logged"),
    [
        (None, "", "We remind you of it as before.", "reminders as before"),
        (
            "2027-03-08T12:00:00Z",
            "2027-03-08",
            "We wait until 8 March 2027 again.",
            "no reminder before 8 March 2027 again",
        ),
    ],
)
def test_a_wish_to_be_left_alone_is_taken_back_to_the_day_that_stood_there(
    answered: Council, before: str | None, stands_again: str, said: str, logged: str
) -> None:
    answered.edit("Peer challenge", "H002", {"SnoozedUntil": before})
    answered.reply("ada.fenn", "H002: remind me again in two weeks", said=NOON.replace(day=2))
    answered.run("run", "collect", "--today", "2027-03-02")
    assert str(answered.rows("Peer challenge")["H002"]["SnoozedUntil"]).startswith("2027-03-16")
    answered.reply("ada.fenn", "UNDO", said=NOON.replace(day=2))
    answered.run("run", "collect", "--today", "2027-03-02")
    assert str(answered.rows("Peer challenge")["H002"].get("SnoozedUntil") or "")[:10] == stands_again
    assert said in answered.said_to("ada.fenn")
    assert f"undone: {logged}" in [each["what"] for each in log(answered, "H002")]


def test_one_action_may_be_named(answered: Council) -> None:
    answered.reply("ada.fenn", "H002: undo", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert stands(answered, "H001")[0] == "Completed"
    assert stands(answered, "H002") == ("At risk", None, None, None)


def test_a_row_that_somebody_changed_since_is_left_alone_and_the_receipt_says_so(answered: Council) -> None:
    answered.edit("Peer challenge", "H001", {"Theme": "Looked at by Cabinet"})
    before = answered.rows("Peer challenge")["H001"]
    answered.reply("ada.fenn", "UNDO", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert answered.rows("Peer challenge")["H001"] == before
    assert stands(answered, "H002")[0] == "At risk"
    assert "1 answer put back, 1 answer not put back" in answered.said_to("ada.fenn")
    assert "The row was changed since, so nothing was put back." in answered.said_to("ada.fenn")


def test_a_row_changed_at_the_very_moment_is_looked_at_again(answered: Council) -> None:
    conflict = {"match": {"method": "PATCH", "path": "/fields"}, "fault": {"kind": "status", "status": 412}, "times": 1}
    answered.control("POST", "faults", json=conflict)
    answered.reply("ada.fenn", "UNDO", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert stands(answered, "H001")[0] == "In progress"
    assert answered.rows("Peer challenge")["H001"]["Progress"].count("took back") == 1


def test_an_answer_lost_after_the_row_was_put_back_is_not_done_twice(answered: Council) -> None:
    lost = {"match": {"method": "PATCH", "path": "/fields"}, "fault": {"kind": "drop_after"}, "times": 1}
    answered.control("POST", "faults", json=lost)
    answered.reply("ada.fenn", "H001: UNDO", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert answered.rows("Peer challenge")["H001"]["Progress"].count("took back") == 1
    assert "1 answer put back" in answered.said_to("ada.fenn")


def test_it_is_undone_once_and_the_same_words_count_again_afterwards(answered: Council) -> None:
    answered.reply("ada.fenn", "UNDO", said=NOON)
    answered.reply("ada.fenn", "UNDO", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert answered.rows("Peer challenge")["H001"]["Progress"].count("took back") == 1
    assert "It was put back already." in answered.said_to("ada.fenn")
    answered.reply("ada.fenn", "H001: done", said=NOON)
    answered.run("run", "collect", *TODAY)
    assert stands(answered, "H001")[0] == "Completed"
    assert answered.rows("Peer challenge")["H001"]["Progress"].count("Ada Fenn: H001: done") == 2


def test_nobody_undoes_what_is_not_theirs_to_answer(answered: Council) -> None:
    answered.reply("tom.wray", "UNDO", said=NOON, inside=True, parent_of="ada.fenn")
    answered.reply("ada.fenn", "UNDO", said=NOON, Authentication_Results="dmarc=fail; compauth=fail reason=001")
    said = answered.run("run", "collect", *TODAY)
    assert stands(answered, "H001")[0] == "Completed"
    assert "it would undo what somebody else answered" in said
    assert "the sender is not who the mail says" in said
    assert len(answered.box("Needs review")) == 2


def test_words_that_bend_an_undo_leave_it_to_a_person(answered: Council) -> None:
    answered.reply("ada.fenn", "UNDO\n\nbut only the second", said=NOON)
    assert "it says UNDO and something else beside it" in answered.run("run", "collect", *TODAY)
    assert stands(answered, "H002")[1] is not None


def test_an_undo_with_words_behind_it_is_held_as_one_and_quoted_to_nobody(answered: Council) -> None:
    answered.reply("ada.fenn", "H002: UNDO. I meant the hall", said=NOON)
    assert "it says UNDO and something else beside it" in answered.run("run", "collect", *TODAY)
    assert stands(answered, "H002")[1] is not None
    [held] = answered.answer("outbox", "--held")["mail_to_review"]
    assert [each["ref"] for each in held["updates"]] == ["H002"]


def test_a_bare_yes_is_no_last_update(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)
    council.reply("ada.fenn", "H002: new date 30 June 2028", said=NOON)
    council.run("run", "collect", *TODAY)
    council.reply("ada.fenn", "Yes", said=NOON)
    council.run("run", "collect", *TODAY)
    row = council.rows("Peer challenge")["H002"]
    assert row["Progress"].endswith("Ada Fenn: to our question: Yes")
    assert row["RevisedDue"].startswith("2028-06-29")


def test_an_undo_of_a_mail_that_recorded_nothing_is_answered_in_words_and_asked_about_no_more(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)
    council.reply("ada.fenn", "UNDO", said=NOON)
    council.run("run", "collect", *TODAY)
    told = council.said_to("ada.fenn")
    assert "There is nothing in the mail you replied to that an UNDO could put back." in told
    assert "1 answer not put back" in told
    assert not council.rows("Peer challenge")["H001"].get("Progress")
    held = council.answer("outbox", "--held")
    assert (held["asked"], held["mail_to_review"]) == ([], [])
    council.run("run", "remind", "--today", "2027-03-08")
    assert "Overdue by 36 days" in council.said_to("ada.fenn"), "an UNDO of nothing is no answer"
    assert "UNDO" not in council.said_to("ada.fenn")


def test_an_undo_below_which_an_answer_stands_is_read_as_that_answer(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)
    council.reply("ada.fenn", "H001: UNDO\n\nH002: new date 30 June 2027", said=NOON)
    council.run("run", "collect", *TODAY)
    assert str(stands(council, "H002")[1])[:10] == "2027-06-29"


def test_an_undo_can_not_itself_be_undone(answered: Council) -> None:
    answered.reply("ada.fenn", "UNDO", said=NOON)
    answered.run("run", "collect", *TODAY)
    answered.reply("ada.fenn", "UNDO", said=NOON)
    answered.run("run", "collect", *TODAY)
    answered.run("run", "collect", "--today", "2027-03-02")
    assert "changed nothing in the plan that an UNDO could put back" in answered.said_to("ada.fenn")
    assert stands(answered, "H001")[0] == "In progress"
