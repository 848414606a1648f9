"""An owner who wrote was heard, whatever could be read in it: the ladder waits, and everybody is told the truth."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from urllib.parse import unquote

import pytest

from bot.reply import open_mail, parent_text
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Ada Fenn,26 February 2027,In progress\n"
    "H002,Hold the briefing,Ada Fenn,26 February 2027,In progress\n"
)
POLICY = '[people]\nslt = "{}"\n[policy]\nescalate = [{{ after = 6, to = "slt" }}]\nwarn_before_escalating = 3'
FIRST = "2027-03-01"
SAID = datetime(2027, 3, 3, 12, tzinfo=UTC)


@told_once
def warned(council: Council) -> None:
    """Ada is nudged and warned that Tom, the leadership contact, hears of her two actions on 8 March."""
    extra = POLICY.format(council.person("tom.wray"))
    council.write_config(mail=f'admins = ["{council.person("beth.larkin")}"]', extra=extra)
    council.bring_in(PLAN)
    council.run("run", "remind", "--today", FIRST)
    council.run("approve", f"{FIRST}-1", "--today", FIRST)
    assert "Without an answer before 8 March 2027" in last(council, "ada.fenn")


def last(council: Council, name: str) -> str:
    return " ".join(parent_text(open_mail(council.raw(council.mails(name)[-1]))).split())


def remind(council: Council, *march: int) -> None:
    for day in march:
        council.run("run", "remind", "--today", f"2027-03-{day:02}")


def test_the_nudge_of_the_day_of_an_escalation_says_who_is_told_and_no_second_mail_follows(warned: Council) -> None:
    remind(warned, 8)
    assert "Tom Wray (for the senior leadership team) is told today." in last(warned, "ada.fenn")
    mails = len(warned.mails("ada.fenn"))
    remind(warned, 9, 10)
    assert (len(warned.mails("ada.fenn")), len(warned.mails("tom.wray"))) == (mails, 1)


def test_nobody_is_said_to_be_told_today_whom_a_pilot_leaves_out(warned: Council) -> None:
    admins, slt = f'admins = ["{warned.person("beth.larkin")}"]', POLICY.format(warned.person("tom.wray"))
    warned.write_config(mail=admins, guards=f'pilot_only = ["{warned.person("ada.fenn")}"]', extra=slt)
    mails = len(warned.mails("ada.fenn"))
    remind(warned, 8)
    assert len(warned.mails("ada.fenn")) == mails + 1
    assert "told today" not in last(warned, "ada.fenn")
    assert not warned.mails("tom.wray")


def test_words_that_wait_keep_the_ladder_still_for_a_time_and_then_it_says_who_wrote(warned: Council) -> None:
    warned.reply("ada.fenn", "Cannot say yet, the printer has it", said=SAID)
    remind(warned, 3)
    warned.reply("ada.fenn", "As I said, the printer", said=SAID, inside=True)
    remind(warned, 4)
    notice = last(warned, "beth.larkin")
    assert "Reply 2 from" in notice
    assert "asked once already" in notice
    mails = len(warned.mails("ada.fenn"))
    remind(warned, 8, 9)
    assert len(warned.mails("ada.fenn")) == mails
    assert not warned.mails("tom.wray")
    remind(warned, 10, 17)
    assert "Without an answer" in last(warned, "ada.fenn")
    remind(warned, 22)
    brought = last(warned, "tom.wray")
    assert "Ada Fenn wrote on 3 March 2027: “As I said, the printer”. We have still to read that." in brought
    assert "nobody has answered" not in brought


def test_an_answer_without_a_date_was_heard_on_the_day_it_came_and_its_owner_is_asked_again(warned: Council) -> None:
    warned.reply("ada.fenn", "Cannot say yet, the printer has it", said=None)
    remind(warned, 3)
    mails = len(warned.mails("ada.fenn"))
    remind(warned, 10)
    assert len(warned.mails("ada.fenn")) == mails
    remind(warned, 11)
    assert len(warned.mails("ada.fenn")) == mails + 1
    remind(warned, 18, 23)
    assert "Ada Fenn wrote on 3 March 2027: “Cannot say yet, the printer has it”." in last(warned, "tom.wray")


@pytest.mark.parametrize("how", ["typed", "pressed"])
def test_a_question_of_ours_is_put_once_more_and_a_yes_to_that_nudge_answers_it(warned: Council, how: str) -> None:
    warned.reply("ada.fenn", "H001: On track. 30 June 2027", said=SAID, inside=True)
    warned.reply("ada.fenn", "H002: done", said=SAID, inside=True)
    remind(warned, 3, 10, 17)
    nudge = last(warned, "ada.fenn")
    assert (
        "You wrote on 3 March 2027: “On track. 30 June 2027”. Is 30 June 2027 the new date? A yes settles it." in nudge
    )
    assert "The last update" not in nudge
    page = open_mail(warned.raw(warned.mails("ada.fenn")[-1])).html
    pressed = unquote(page.split("body=", 1)[1].partition('"')[0])
    warned.reply("ada.fenn", {"typed": "Yes", "pressed": pressed}[how], said=SAID.replace(day=18), inside=True)
    remind(warned, 18)
    assert str(warned.rows("Peer challenge")["H001"]["RevisedDue"])[:10] == "2027-06-29"
    assert warned.answer("outbox", "--held")["asked"] == []


def test_which_action_was_meant_is_asked_again_and_those_above_read_that_we_could_not_tell(warned: Council) -> None:
    warned.reply("ada.fenn", "Done apart from the appendix", said=SAID, inside=True)
    remind(warned, 3, 11)
    which = "We could not tell which action that is about. If it is this one, please say it here once more."
    assert f"You wrote on 3 March 2027: “Done apart from the appendix”. {which}" in last(warned, "ada.fenn")
    remind(warned, 18, 24)
    brought = last(warned, "tom.wray")
    assert "“Done apart from the appendix”. We asked which action that is about, and wait for the answer." in brought
    assert "what that means" not in brought


def test_words_whose_action_nobody_ever_told_stand_under_none_once_their_writer_has_said_more(warned: Council) -> None:
    warned.reply("ada.fenn", "Remind me again in two weeks, busy with the printer", said=SAID, inside=True)
    remind(warned, 3)
    warned.reply("ada.fenn", "H002: done", said=SAID.replace(day=4), inside=True)
    remind(warned, 4, 11, 18, 24)
    brought = last(warned, "tom.wray")
    assert "H001" in brought
    assert "printer" not in brought


@pytest.mark.parametrize("beside", ["", "H002: on track\n\n"])
def test_words_that_name_an_action_of_somebody_else_stand_under_none_that_was_asked_about(
    warned: Council, beside: str
) -> None:
    warned.reply("ada.fenn", f"{beside}H007: done last week", said=SAID, inside=True)
    remind(warned, 3)
    [held] = warned.answer("outbox", "--held")["mail_to_review"]
    assert "names an action that is not on the mail answered" in held["reason"]
    remind(warned, 11, 16, 17)
    assert "H007" not in last(warned, "ada.fenn")
    assert "H001 Publish" in last(warned, "tom.wray")
    for told in ("H007", "3 March", "still to read"):
        assert told not in last(warned, "tom.wray").partition("H002 Hold")[0]


def test_a_yes_to_a_card_that_puts_no_question_is_no_answer_to_one_in_the_same_words(council: Council) -> None:
    council.write_config(extra="[policy]\ncheck_in_every = 14")
    council.nudge_first(
        PLAN.replace("briefing,Ada Fenn,26 February 2027", "briefing,Ada Fenn,Ongoing"), "--today", FIRST
    )
    council.reply("ada.fenn", "H001: On track. 30 June 2027\n\nH002: On track. 30 June 2027", said=SAID, inside=True)
    remind(council, 3, 17)
    page = open_mail(council.raw(council.mails("ada.fenn")[-1])).html
    assert ("H002" in page, page.count("”. Is 30 June 2027 the new date?")) == (True, 1)
    council.reply("ada.fenn", "H002: yes", said=SAID.replace(day=18), inside=True)
    remind(council, 18)
    assert not any(row.get("RevisedDue") for row in council.rows("Peer challenge").values())


def test_nobody_above_reads_that_the_administrator_has_what_waits_for_the_owner(warned: Council) -> None:
    warned.reply("ada.fenn", "H001: On track. 30 June 2027", said=SAID, inside=True)
    remind(warned, 3, 10, 17, 22)
    brought = last(warned, "tom.wray")
    assert "30 June 2027”. We asked what that means, and wait for the answer." in brought
    assert "administrator" not in brought.partition("H002")[0]


def test_the_admin_hears_of_an_open_question_with_the_number_that_settles_it(warned: Council) -> None:
    warned.reply("ada.fenn", "H001: Not mine, ask Beth", said=SAID)
    remind(warned, 4)
    notice = last(warned, "beth.larkin")
    assert "Answers with an open question" in notice
    assert "what they mean, or the plan's lead where they name somebody else." in notice
    assert "Reply 1 from" in notice
    assert "“Not mine, ask Beth”" in notice
    assert "settled" in warned.run("settle", "1", "--due", "2027-04-30", "--today", "2027-03-04")


def test_the_admin_reads_that_an_owner_asks_something(warned: Council) -> None:
    warned.reply("ada.fenn", "H001: Is that the plan of this year or of next?", said=SAID)
    remind(warned, 4)
    asks = "H001 asks something that you can answer by mail: “Is that the plan of this year or of next?”"
    assert asks in last(warned, "beth.larkin")


def test_nobody_above_reads_as_news_that_an_answer_was_taken_back(warned: Council) -> None:
    warned.reply("ada.fenn", "H001: part done\n\nH002: part done", said=SAID, inside=True)
    remind(warned, 3)
    warned.reply("ada.fenn", "UNDO", said=SAID, inside=True)
    remind(warned, 4, 11, 18, 24)
    brought = last(warned, "tom.wray")
    assert "H001" in brought
    assert "UNDO" not in brought


def test_whoever_writes_out_of_the_blue_is_heard_by_the_reference_they_name(warned: Council) -> None:
    write(warned, "H001: done on 2 March")
    remind(warned, 3)
    [held] = warned.answer("outbox", "--held")["mail_to_review"]
    assert [(each["ref"], each["read"]["status"]) for each in held["updates"]] == [("H001", "completed")]
    remind(warned, 8)
    assert "H002" in last(warned, "tom.wray")
    assert "H001" not in last(warned, "tom.wray")


def test_a_new_owner_is_asked_at_once_though_words_of_the_one_before_were_settled_by_an_admin(warned: Council) -> None:
    write(warned, "H001: on hold")
    remind(warned, 3)
    warned.run("settle", "1", "--status", "On hold", "--today", "2027-03-03")
    assert warned.rows("Peer challenge")["H001"]["LastReply"]
    warned.edit("Peer challenge", "H001", {"OwnerText": "Priya Nair"})
    remind(warned, 4)
    assert "H001" in last(warned, "priya.nair")


def test_a_forged_mail_is_no_word_of_the_owner_and_nobody_is_told_of_it(warned: Council) -> None:
    mails = len(warned.mails("ada.fenn"))
    warned.reply("ada.fenn", "H001: done", said=SAID, Authentication_Results="dmarc=fail; compauth=fail reason=001")
    remind(warned, 3)
    assert len(warned.mails("ada.fenn")) == mails
    remind(warned, 8)
    assert "H001" in last(warned, "tom.wray")


def test_a_held_reply_is_told_to_its_sender_and_stands_in_the_log_of_its_action(warned: Council) -> None:
    warned.reply("ada.fenn", "H001: nearly there", said=SAID)
    remind(warned, 3)
    warned.reply("ada.fenn", "H001: nearly all done, as I said", said=SAID)
    remind(warned, 4)
    assert "a colleague will read your words first" in last(warned, "ada.fenn")
    told = len(warned.mails("ada.fenn"))
    warned.reply("ada.fenn", "H001: hm, nearly", said=SAID)
    remind(warned, 4)
    assert len(warned.mails("ada.fenn")) == told
    lines = [each["what"] for each in warned.answer("log", "--action", "H001")]
    assert any(each.startswith("held for an admin: asked once already") for each in lines)
    assert not any("held for an admin" in each["what"] for each in warned.answer("log", "--action", "H002"))


def write(council: Council, words: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = council.person("ada.fenn"), council.facts["mailbox"], "The plan"
    mail["Message-ID"], mail["Date"] = make_msgid(), format_datetime(SAID)
    mail.set_content(words)
    council.control("POST", "send", params={"mailbox": council.person("ada.fenn")}, data=mail.as_bytes())
