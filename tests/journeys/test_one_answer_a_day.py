"""At most one automatic answer a day to one sender in one conversation, and never one to a machine."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

import pytest

from bot.reply import open_mail
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
    "H002,Hold the briefing,Ada Fenn,12 February 2027,In progress\n"
    "H003,Print the leaflet,Ada Fenn,12 February 2027,In progress\n"
    "P001,Order the chairs,Tom Wray,12 February 2027,In progress\n"
)
TODAY, TOMORROW, DAY_AFTER = ("--today", "2027-03-01"), ("--today", "2027-03-02"), ("--today", "2027-03-03")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def nudged(council: Council, guards: str = "") -> Council:
    council.write_config(guards=guards)
    council.nudge_first(PLAN, *TODAY)
    return council


def receipts(council: Council, name: str = "ada.fenn") -> list[str]:
    texts = (open_mail(council.raw(mail)).plain for mail in council.mails(name))
    return [" ".join(text.split()) for text in texts if "You get this mail because you replied" in text]


def statuses(council: Council) -> list[str]:
    return [row["Status"] for row in council.rows("Peer challenge").values()]


def test_replies_read_together_share_a_receipt_and_one_undo_takes_all_of_them_back(council: Council) -> None:
    nudged(council)
    for ref in ("H001", "H002"):
        council.reply("ada.fenn", f"{ref}: done", said=NOON)
    council.run("run", "collect", *TODAY)
    [told] = receipts(council)
    assert "2 updates recorded" in told
    council.reply("ada.fenn", "UNDO", said=NOON)
    council.run("run", "collect", *TODAY)
    assert statuses(council) == ["In progress"] * 4


def test_what_comes_later_on_a_day_is_applied_at_once_and_told_of_on_the_next(council: Council) -> None:
    nudged(council)
    for ref in ("H001", "H002", "H003"):
        council.reply("ada.fenn", f"{ref}: done", said=NOON, parent_of="ada.fenn" if ref == "H001" else "")
        said = council.run("run", "collect", *TODAY)
    assert "1 message had an answer from us today already" in said or "2 messages had an answer" in said
    assert statuses(council)[:3] == ["Completed"] * 3
    assert len(receipts(council)) == 1
    assert len(council.box("Processed")) == 3
    council.run("run", "collect", *TOMORROW)
    council.run("run", "collect", *TOMORROW)
    assert ["1 update recorded" in receipts(council)[0], "2 updates recorded" in receipts(council)[1]] == [True, True]
    assert len(receipts(council)) == 2


def test_other_people_and_other_conversations_are_answered_on_the_same_day(council: Council) -> None:
    nudged(council)
    council.reply("ada.fenn", "H001: done", said=NOON)
    council.reply("tom.wray", "P001: done", said=NOON)
    council.run("run", "collect", *TODAY)
    assert (len(receipts(council)), len(receipts(council, "tom.wray"))) == (1, 1)


def test_a_ceiling_a_day_holds_receipts_back_and_an_admin_hears_of_it(council: Council) -> None:
    nudged(council, guards="answers_a_day = 1")
    council.reply("ada.fenn", "H001: done", said=NOON)
    council.reply("tom.wray", "P001: done", said=NOON)
    council.run("run", "collect", *TODAY)
    assert len(receipts(council)) + len(receipts(council, "tom.wray")) == 1
    council.write_config(guards="answers_a_day = 1", mail=f'admins = ["{council.person("priya.nair")}"]')
    council.run("run", "remind", *TODAY)
    notice = open_mail(council.raw(council.mails("priya.nair")[-1])).plain
    assert "Receipts that wait" in notice
    council.run("run", "collect", *TOMORROW)
    assert len(receipts(council)) + len(receipts(council, "tom.wray")) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated"},
        {"Return_Path": "<>"},
        {"Precedence": "bulk"},
        {"X_Autoreply": "yes"},
        {"List_Id": "<all.tamberley.example>"},
    ],
)
def test_machine_mail_is_never_answered_even_with_plain_words_in_it(council: Council, headers: dict[str, str]) -> None:
    nudged(council)
    council.reply("ada.fenn", "H001: nearly there", said=NOON, **headers)
    council.run("run", "collect", *TODAY)
    assert receipts(council) == []
    assert len(council.box("drafts")) == 0


@told_once
def waiting(council: Council) -> None:
    """Ada disowns an action when the receipts of the day are out; Priya, the plan's lead, is asked whose it is."""
    council.write_config(lead=council.person("priya.nair"), guards="answers_a_day = 1")
    council.nudge_first(PLAN, *TODAY)
    council.reply("tom.wray", "P001: done", said=NOON, inside=True)
    council.run("run", "collect", *TOMORROW)
    council.reply("ada.fenn", "H001: Not mine", said=NOON, inside=True)
    council.run("run", "remind", *TOMORROW)
    assert not receipts(council)
    council.write_config(lead=council.person("priya.nair"))


def test_a_receipt_that_waited_asks_nothing_that_the_lead_has_settled_since(waiting: Council) -> None:
    waiting.reply("priya.nair", "H001: Tom Wray", said=NOON, inside=True)
    waiting.run("run", "collect", *DAY_AFTER)
    told = receipts(waiting)[-1]
    assert "Tom Wray is asked about it now, and you are not any more. You wrote “Not mine”." in told
    assert "?" not in told


def test_a_receipt_that_waited_says_what_an_admin_has_made_of_the_words_since(waiting: Council) -> None:
    waiting.run("settle", "2", "--status", "On hold", *TOMORROW)
    waiting.run("run", "collect", *DAY_AFTER)
    told = receipts(waiting)[-1]
    assert "A colleague has settled this since. It is now marked on hold. You wrote" in told
    assert "?" not in told


def test_a_receipt_that_waited_says_that_a_colleague_has_read_words_that_change_nothing(waiting: Council) -> None:
    waiting.run("settle", "2", "--dismiss", *TOMORROW)
    waiting.run("run", "collect", *DAY_AFTER)
    assert "A colleague has read this; nothing was changed." in receipts(waiting)[-1]


def test_a_receipt_that_waited_asks_nothing_that_its_reader_has_answered_since(waiting: Council) -> None:
    waiting.reply("ada.fenn", "H001: done", said=NOON, inside=True)
    waiting.run("run", "collect", *DAY_AFTER)
    told = receipts(waiting)[-1]
    assert "1 update recorded, 1 note kept" in told
    assert "The action has moved on since, so there is nothing more to ask about this. You wrote “Not mine”." in told
    assert "Who should we ask" not in told


def write(council: Council, words: str, path: str, box: str) -> None:
    """Tom writes of his own accord."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = council.person("tom.wray"), council.facts["mailbox"], "The plan"
    mail["Message-ID"], mail["Date"] = make_msgid(), format_datetime(NOON)
    mail.set_content(words)
    council.control("POST", path, params={"mailbox": box}, data=mail.as_bytes())


def test_a_colleague_who_writes_of_their_own_accord_hears_once_a_day_that_a_person_reads_it(council: Council) -> None:
    nudged(council)
    before = len(council.mails("tom.wray"))
    write(council, "Could somebody send me all that is overdue?", "messages", council.facts["mailbox"])
    council.run("run", "collect", *TODAY)
    assert len(council.mails("tom.wray")) == before
    for words in ("Could somebody send me all that is overdue?", "P001: all the chairs are here, done"):
        write(council, words, "send", council.person("tom.wray"))
        council.run("run", "collect", *TODAY)
        assert len(council.mails("tom.wray")) == before + 1
    told = council.said_to("tom.wray")
    assert "Thank you: your mail is with a colleague" in told
    assert "a colleague will read your words first. You wrote “Could somebody send me all that is overdue?”." in told
    assert "You get this mail because you wrote to us." in told
    council.run("run", "collect", *TOMORROW)
    assert "P001 Order the chairs Nothing was changed for this yet" in council.said_to("tom.wray")
    assert statuses(council) == ["In progress"] * 4
