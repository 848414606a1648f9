"""What we ask an owner: it puts the date that their words hold, and stays open until it is answered itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

TODAY = ("--today", "2027-03-17")
PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "5,Report to the board,Ada Fenn,12 February 2027,In progress\n"
    "4.1,Hold the briefing,Ada Fenn,26 February 2027,In progress\n"
    "4.2,Publish the plan,Ada Fenn,19 February 2027,In progress\n"
)


@told_once
def nudged(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)


def say(council: Council, march: int, words: str) -> str:
    """Ada writes in answer to the last mail that she got; what she reads then."""
    council.reply("ada.fenn", words, said=datetime(2027, 3, march, 12, tzinfo=UTC), inside=True)
    council.run("run", "collect", "--today", f"2027-03-{march}")
    return council.said_to("ada.fenn")


def row_of(council: Council, ref: str) -> tuple[str, str]:
    row = council.rows("Peer challenge")[ref]
    return row["Status"], str(row.get("RevisedDue") or "")[:10]


def asked(council: Council) -> list[str]:
    waiting = council.answer("outbox", "--held")["asked"]
    return [update["ref"] for mail in waiting for update in mail["updates"]]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("7 of the 9 maps are in, two won't be till the end of May", "31 May 2027"),
        ("It goes to the 28 April committee, can't make the 9th", "28 April 2027"),
    ],
)
def test_the_day_that_words_put_in_the_place_of_one_they_miss_is_asked_about(
    nudged: Council, words: str, day: str
) -> None:
    assert f"Is {day} the new date?" in say(nudged, 17, f"4.2: {words}")
    assert f"Its new date is {day}" in say(nudged, 18, "Yes")


@pytest.mark.parametrize("answer", ["Yes, 28 April", "yes. It will be 28 April now", "Yes, it'll be done by 28 April"])
def test_a_yes_with_a_date_to_a_question_that_had_none_sets_both(nudged: Council, answer: str) -> None:
    assert "We take it that this is at risk. Is that so?" in say(nudged, 17, "4.2: the printer is struggling")
    say(nudged, 18, answer)
    assert row_of(nudged, "4.2") == ("At risk", "2027-04-27")
    assert not nudged.answer("outbox", "--held")["mail_to_review"]


def test_a_date_that_is_not_plain_in_an_answer_is_asked_about_once_more_and_then_no_more(nudged: Council) -> None:
    say(nudged, 17, "4.2: the printer is struggling")
    assert "Is “28 April” the new date?" in say(nudged, 18, "28 April")
    say(nudged, 19, "maybe 5 May")
    [held] = nudged.answer("outbox", "--held")["mail_to_review"]
    assert "asked once already" in held["reason"]


def test_an_answer_about_another_action_leaves_open_which_one_was_meant(nudged: Council) -> None:
    told = say(nudged, 17, "5: nearly there\n\n4 is nearly there too, will slip to 30 June")
    assert "Please begin your answer with “4.2:” or “4.1:”" in told
    say(nudged, 18, "5: on track")
    assert asked(nudged) == [""]
    say(nudged, 19, "4.1: new date 30 June 2027")
    assert asked(nudged) == []


def test_each_of_two_questions_is_answered_in_its_turn_in_whatever_mail_of_the_conversation(nudged: Council) -> None:
    say(nudged, 17, "5: On track. 30 June 2027\n\n4.2: On track. 30 July 2027")
    say(nudged, 18, "5: yes")
    assert asked(nudged) == ["4.2"]
    assert "Its new date is 30 July 2027" in say(nudged, 19, "4.2: yes")
    assert asked(nudged) == []


def test_thanks_for_a_receipt_answer_no_question_that_an_earlier_one_put(nudged: Council) -> None:
    say(nudged, 17, "5: On track. 30 June 2027\n\n4.2: On track. 30 July 2027")
    say(nudged, 18, "5: yes")
    mails = len(nudged.mails("ada.fenn"))
    say(nudged, 19, "Thanks")
    assert (len(nudged.mails("ada.fenn")), asked(nudged)) == (mails, ["4.2"])


@pytest.mark.parametrize(
    "words",
    [
        "Winter one was published 26 February and the summer one follows on 28 May",
        "Published on 26 February; the next follows from May",
        "Done 26 February. Next one is due on 28 May.",
    ],
)
def test_the_next_time_takes_nothing_from_the_day_on_which_it_was_done(council: Council, words: str) -> None:
    council.nudge_first("Ref,Action,Owner,Due,Status\n5,Publish the bulletin,Ada Fenn,Termly,In progress\n", *TODAY)
    say(council, 17, words)
    assert "marked as done on 26 February 2027. As it comes round, it stays open" in say(council, 18, "Yes, done")


SAID_BEFORE = "nearly there, the maps are with the printer and then it all goes to the board"


@pytest.mark.parametrize("words", [SAID_BEFORE, f"Hi,\n\n{SAID_BEFORE}\n\nAda", f"As I wrote, {SAID_BEFORE}"])
def test_words_that_repeat_what_our_mail_quotes_are_an_answer_and_not_empty(nudged: Council, words: str) -> None:
    say(nudged, 17, f"4.2: {SAID_BEFORE}")
    say(nudged, 18, words)
    [held] = nudged.answer("outbox", "--held")["mail_to_review"]
    [update] = held["updates"]
    assert (update["ref"], SAID_BEFORE in update["words"]) == ("4.2", True)


def test_the_date_that_we_asked_about_said_again_is_a_yes(nudged: Council) -> None:
    assert "Is 30 June 2027 the new date?" in say(nudged, 17, "4.2: On track. 30 June 2027")
    assert "Its new date is 30 June 2027" in say(nudged, 18, "On track. 30 June 2027")


@pytest.mark.parametrize(
    ("words", "asked_of"),
    [
        ("4.2: 19 March should be fine", ""),
        ("4.2: still aiming for 19 March", ""),
        ("4.2: 22 March should be fine", "You wrote “should”. Is “22 March” the new date?"),
        ("4.2: 19 March, unless the printer lets us down", "You tell of something that may hold it up."),
        ("4.2: it'll be June before there's a draft", "You wrote “June”. Is 30 June 2027 the new date?"),
    ],
)
def test_no_question_is_about_the_date_that_the_row_has_and_it_quotes_no_more_than_the_day(
    council: Council, words: str, asked_of: str
) -> None:
    council.nudge_first(PLAN.replace("19 February", "19 March"), *TODAY)
    told = say(council, 17, words)
    assert asked_of in told
    assert ("but nothing else was changed" in told) is bool(asked_of)


def test_what_told_nothing_goes_from_the_queue_once_its_sender_has_answered(nudged: Council) -> None:
    say(nudged, 17, "4.2: on track")
    say(nudged, 18, "Yes")
    assert len(nudged.answer("outbox", "--held")["mail_to_review"]) == 1
    say(nudged, 19, "4.2: done")
    assert nudged.answer("outbox", "--held")["mail_to_review"] == []


def test_the_queue_advises_for_each_part_of_a_mail_what_settles_that(nudged: Council) -> None:
    say(nudged, 17, "4.2: Not mine\n\n5: On track. 30 June 2027")
    told = nudged.run("outbox", "--held")
    assert "To settle 1.1: name the owner in the list or in Who is who, then planminder settle 1.1 --dismiss." in told
    assert "To settle 1.2: planminder settle 1.2 and one of --apply, --status, --due, --action, --dismiss." in told


def test_a_lone_yes_to_whether_overdue_work_has_a_new_date_sets_it(nudged: Council) -> None:
    told = say(nudged, 17, "5: done\n\n4.2: on track for 31 March")
    assert "Its date has passed. Is “31 March” the new date?" in told
    assert "Its new date is 31 March 2027" in say(nudged, 24, "Yes")
    assert row_of(nudged, "4.2")[1] == "2027-03-30"
    assert asked(nudged) == []


def test_a_yes_to_a_day_that_has_passed_since_is_asked_for_another(nudged: Council) -> None:
    assert "Is “19 March” the new date?" in say(nudged, 17, "4.2: on track for 19 March")
    told = say(nudged, 24, "Yes")
    assert "The date you name has passed. Is the action complete, or is there a new date?" in told
    assert (row_of(nudged, "4.2")[1], {*asked(nudged)}) == ("", {"4.2"})
    assert "Its new date is 9 April 2027" in say(nudged, 25, "9 April")
    assert asked(nudged) == []


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("We are at risk, as the board has been dissolved", "We take this to be about “5”. Is that so?"),
        ("Delayed, the board is flooded", "We take it that this is at risk. Is that so?"),
    ],
)
def test_words_that_were_about_another_action_than_we_took_them_to_be_are_read_for_that_one(
    nudged: Council, words: str, question: str
) -> None:
    assert question in say(nudged, 17, words)
    told = say(nudged, 18, "No, that was about 4.1, the briefing.")
    assert "4.1: " in told
    assert "Your words stay in its history, with a line that they were taken back." in told
    assert (nudged.rows("Peer challenge")["4.1"]["Progress"] or "").endswith(words)
    assert asked(nudged) in ([], ["4.1"])
    nudged.run("run", "remind", "--today", "2027-03-29")
    [card] = re.findall(r"\b5 Report to the board .*?(?=4\.1 Hold)", nudged.said_to("ada.fenn"))
    assert "Is that so?" not in card
    assert "board has been" not in card


def test_who_contradicts_what_another_owner_closed_reads_how_it_stands(council: Council) -> None:
    council.nudge_first(PLAN.replace("briefing,Ada Fenn", "briefing,Ada Fenn; Tom Wray"), *TODAY)
    say(council, 17, "4.1 done")
    words = "4.1: not complete yet, the second session is still to come"
    council.reply("tom.wray", words, said=datetime(2027, 3, 17, 13, tzinfo=UTC), inside=True)
    council.run("run", "collect", *TODAY)
    assert "It stands as “Completed” in the plan." in council.said_to("tom.wray")
    assert row_of(council, "4.1")[0] == "Completed"
