"""A new date that needs the yes of the plan's lead: asked by one mail, written when agreed, and its owner told."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

import pytest

from bot.reply import open_mail
from bot.reply.meaning.said import WHERE
from tests.journeys.council import Council

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\nH001,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
TODAY = ("--today", "2027-03-01")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
WISH = "H001: new date 30 June 2027"


def nudged(council: Council, rule: int = 1, lead: str = "priya.nair") -> Council:
    council.write_config(lead=council.person(lead) if lead else "", extra=f"[policy]\nlead_agrees_to_dates = {rule}")
    council.nudge_first(PLAN, *TODAY)
    return council


def asks(council: Council, words: str = WISH) -> None:
    council.reply("ada.fenn", words, said=NOON)
    council.run("run", "collect", *TODAY)


def date_of(council: Council) -> str:
    return str(council.rows("Peer challenge")["H001"].get("RevisedDue") or "")[:10]


def test_the_lead_agrees_by_one_tap_and_the_owner_hears_of_it(council: Council) -> None:
    nudged(council)
    asks(council)
    assert date_of(council) == ""
    assert council.rows("Peer challenge")["H001"]["Progress"].endswith(WISH)
    assert "You ask for 30 June 2027. Priya Nair is asked to agree; until then its date stays." in council.said_to(
        "ada.fenn"
    )
    assert "Thank you: 1 new date asked for" in council.said_to("ada.fenn")
    assert "recorded" not in council.said_to("ada.fenn").casefold()
    assert "the one word UNDO" in council.said_to("ada.fenn")
    assert "You wrote “new date 30 June 2027”." in council.said_to("ada.fenn")
    asked = open_mail(council.raw(council.mails("priya.nair")[-1]))
    assert asked.subject == "Ada Fenn asks for a new date: H001, Peer challenge"
    assert "Ada Fenn wrote “new date 30 June 2027”." in " ".join(asked.plain.split())
    body = unquote(asked.html.split("body=", 1)[1].partition('"')[0]).replace("\r\n", "\n")
    assert body.startswith("AGREED\n")

    council.reply("priya.nair", body, said=NOON)
    council.run("run", "collect", *TODAY)
    assert date_of(council) == "2027-06-29"  # midnight of the 30th, in summer time
    assert "Priya Nair: agreed to the new date 30 June 2027" in council.rows("Peer challenge")["H001"]["Progress"]
    told = council.said_to("ada.fenn")
    assert "Priya Nair agreed: its new date is 30 June 2027. You wrote “new date 30 June 2027”." in told
    assert "its owner is told" in council.said_to("priya.nair")
    assert any("agreed by the plan's lead" in each["what"] for each in council.answer("log", "--action", "H001"))


def test_a_date_that_waits_for_a_yes_stands_in_the_next_nudge_until_it_is_decided(council: Council) -> None:
    nudged(council)
    asks(council)
    council.run("run", "remind", "--today", "2027-03-15")
    assert (
        "On 1 March 2027 you asked for a new date, 30 June 2027: “new date 30 June 2027”. Priya Nair has been asked to "
        "agree."
    ) in council.said_to("ada.fenn")
    assert "The last update" not in council.said_to("ada.fenn")
    council.reply("priya.nair", "NOT AGREED", said=NOON)
    council.run("run", "collect", "--today", "2027-03-16")
    council.run("run", "remind", "--today", "2027-03-30")
    assert "Overdue by 58 days" in council.said_to("ada.fenn")
    assert "been asked to agree" not in council.said_to("ada.fenn")


def test_nobody_reads_a_date_that_the_lead_refused_without_the_no(council: Council) -> None:
    council.write_config(lead=council.person("priya.nair"), extra=LADDER.format(council.person("tom.wray")))
    council.nudge_first(PLAN, *TODAY)
    asks(council)
    council.reply("priya.nair", "NOT AGREED\n\nCabinet wants it by May.", said=NOON.replace(day=2))
    council.run("run", "collect", "--today", "2027-03-02")
    for day in ("08", "09", "15", "16", "17"):
        council.run("run", "remind", "--today", f"2027-03-{day}")
    no = "On 2 March 2027 Priya Nair did not agree to the new date 30 June 2027."
    assert f"The last update, by Ada Fenn on 1 March 2027, was “new date 30 June 2027”. {no}" in council.said_to(
        "ada.fenn"
    )
    assert "Ada Fenn wrote on 1 March 2027: “new date 30 June 2027”." in council.said_to("tom.wray")
    assert no in council.said_to("tom.wray")


def test_a_no_leaves_the_date_and_says_why(council: Council) -> None:
    nudged(council)
    asks(council)
    council.reply("priya.nair", "NOT AGREED\n\nCabinet wants it by May.", said=NOON)
    council.run("run", "collect", *TODAY)
    assert date_of(council) == ""
    told = council.said_to("ada.fenn")
    assert "Priya Nair did not agree to 30 June 2027, so its date stays as it was, 31 January 2027." in told
    assert "Thank you" not in told
    assert council.mails("ada.fenn")[-1]["subject"] == "Priya Nair did not agree to your new date"
    assert "They wrote “Cabinet wants it by May”." in council.said_to("ada.fenn")


@pytest.mark.parametrize("words", ["Fine by me", "Agreed, but please make sure that the printers know"])
def test_the_lead_agrees_in_everyday_words(council: Council, words: str) -> None:
    nudged(council)
    asks(council)
    council.reply("priya.nair", words, said=NOON)
    council.run("run", "collect", *TODAY)
    assert date_of(council) in ("2027-06-29", "2027-06-30")


@pytest.mark.parametrize(
    "words",
    [
        *("Yes, but only to May", "AGREED\n\nif Cabinet agrees", "AGREED until 31 May"),
        "Not agreed - members want it by the end of May at the latest",
    ],
)
def test_anything_but_a_plain_yes_or_no_is_for_a_person(council: Council, words: str) -> None:
    nudged(council)
    asks(council)
    council.reply("priya.nair", words, said=NOON)
    assert "is no plain yes or no" in council.run("run", "collect", *TODAY)
    assert date_of(council) == ""


def test_what_the_lead_wrote_before_waits_for_nobody_once_a_plain_answer_has_decided(council: Council) -> None:
    nudged(council)
    asks(council)
    council.reply("priya.nair", "Yes, but only to May", said=NOON)
    council.reply("priya.nair", "NOT AGREED", said=NOON)
    council.run("run", "collect", *TODAY)
    assert council.answer("outbox", "--held")["mail_to_review"] == []
    assert council.box("Needs review") == []


LADDER = '[people]\nslt = "{}"\n[policy]\nlead_agrees_to_dates = 1\nescalate = [{{ after = 6, to = "slt" }}]'


def test_while_what_the_lead_answered_waits_for_a_person_nobody_is_said_to_be_silent(council: Council) -> None:
    council.write_config(lead=council.person("priya.nair"), extra=LADDER.format(council.person("tom.wray")))
    council.nudge_first(PLAN, *TODAY)
    asks(council)
    council.reply("priya.nair", "Agreed, but only to 31 May", said=NOON.replace(day=5))
    council.run("run", "collect", "--today", "2027-03-05")
    council.run("run", "remind", "--today", "2027-03-15")
    answered = "Priya Nair answered on 5 March 2027, and a colleague has still to read that."
    assert answered in council.said_to("ada.fenn")
    assert "asked to agree" not in council.said_to("ada.fenn")
    assert "Without an answer" not in council.said_to("ada.fenn")
    council.run("run", "remind", "--today", "2027-03-18")
    assert not council.mails("tom.wray")

    council.run("run", "remind", "--today", "2027-03-30")
    assert "Without an answer before 6 April 2027" in council.said_to("ada.fenn")
    council.run("run", "remind", "--today", "2027-04-06")
    assert answered in council.said_to("tom.wray")
    assert council.said_to("tom.wray").count("30 June 2027") == 2


def test_nobody_else_agrees_and_nobody_agrees_twice_or_to_what_was_taken_back(council: Council) -> None:
    nudged(council)
    asks(council)
    council.reply("ada.fenn", "AGREED", said=NOON, inside=True, parent_of="priya.nair")
    council.run("run", "collect", *TODAY)
    assert date_of(council) == ""
    council.reply("ada.fenn", "UNDO", said=NOON)
    council.run("run", "collect", *TODAY)
    assert "You do not ask for 30 June 2027 any more, and whoever was asked to agree is told so." in council.said_to(
        "ada.fenn"
    )
    told = council.said_to("priya.nair")
    assert "Ada Fenn does not ask for 30 June 2027 any more: there is nothing left for you to decide." in told
    assert "You get this mail because you look after the plan." in told
    question = next(each for each in council.mails("priya.nair") if "asks for a new date" in each["subject"])
    answers = {"In_Reply_To": question["internetMessageId"]}
    council.reply("priya.nair", "AGREED", said=NOON, **answers)
    council.run("run", "collect", *TODAY)
    assert date_of(council) == ""
    assert "It was decided or taken back already." in council.said_to("priya.nair")


def test_a_row_that_moved_on_keeps_its_date(council: Council) -> None:
    nudged(council)
    asks(council)
    council.edit("Peer challenge", "H001", {"RevisedDue": "2027-04-30T12:00:00Z"})
    council.reply("priya.nair", "AGREED", said=NOON)
    council.run("run", "collect", *TODAY)
    assert date_of(council) != "2027-06-29"
    assert "The action has moved on since" in council.said_to("priya.nair")


def test_the_owner_reads_that_another_date_was_set_while_theirs_waited_until_they_write_again(council: Council) -> None:
    nudged(council)
    asks(council)
    council.edit("Peer challenge", "H001", {"RevisedDue": "2027-03-12T12:00:00Z"})
    council.run("run", "remind", "--today", "2027-03-15")
    told = council.said_to("ada.fenn")
    assert (
        "you asked for a new date, 30 June 2027: “new date 30 June 2027”. Another date has been set in the plan" in told
    )
    assert "It was due by 12 March 2027" in told
    assert "asked to agree" not in told
    council.reply("ada.fenn", "H001: on track", said=NOON.replace(day=16))
    council.run("run", "collect", "--today", "2027-03-16")
    council.run("run", "remind", "--today", "2027-03-24")
    assert "Overdue by 12 days" in council.said_to("ada.fenn")
    assert "Another date" not in council.said_to("ada.fenn")


def test_a_wish_that_somebody_granted_in_the_list_is_none_any_more(council: Council) -> None:
    nudged(council)
    asks(council)
    council.edit("Peer challenge", "H001", {"RevisedDue": "2027-06-30T12:00:00Z"})
    council.run("run", "remind", "--today", "2027-06-28")
    assert "Due in 2 days" in council.said_to("ada.fenn")
    assert "asked for a new date" not in council.said_to("ada.fenn")


@pytest.mark.parametrize(("rule", "written"), [(0, True), (151, True), (150, False)])
def test_only_what_the_policy_says_needs_a_yes(council: Council, rule: int, written: bool) -> None:
    nudged(council, rule)
    asks(council)
    assert bool(date_of(council)) is written


def test_a_plan_without_a_lead_leaves_it_to_the_admin(council: Council) -> None:
    nudged(council, lead="")
    asks(council)
    assert date_of(council) == ""
    assert "the plan names none" in council.run("outbox", "--held")


def held_answer(council: Council, words: str) -> None:
    """Priya has answered Ada's wish in words that are no plain yes or no."""
    nudged(council)
    asks(council)
    council.reply("priya.nair", words, said=NOON.replace(day=2))
    council.run("run", "collect", "--today", "2027-03-02")


@pytest.mark.parametrize("before", ["", "--dismiss"])
def test_an_admin_records_the_leads_no_and_the_owner_is_told_with_its_words(council: Council, before: str) -> None:
    held_answer(council, "Not sure we should, the inspectors come in May")
    assert "and one of --agree, --refuse" in council.run("outbox", "--held")
    if before:
        assert "The date still waits for the lead" in council.run("settle", "2", before, "--today", "2027-03-02")
    settled = council.answer("settle", "2", "--refuse", "--today", "2027-03-03")
    assert (settled["state"], settled["ref"]) == ("settled", "H001")
    council.run("run", "collect", "--today", "2027-03-03")
    assert "Priya Nair did not agree to 30 June 2027, so its date stays as it was, 31" in council.said_to("ada.fenn")
    assert "the inspectors come in May" in council.said_to("ada.fenn")
    assert (date_of(council), council.box("Needs review")) == ("", [])
    council.run("run", "remind", "--today", "2027-03-15")
    assert "asked to agree" not in council.said_to("ada.fenn")
    assert "On 2 March 2027 Priya Nair did not agree to the new date 30 June 2027." in council.said_to("ada.fenn")
    assert "decided or taken back already" in council.run("settle", "2", "--agree", *TODAY, expect=1)


def test_an_admin_records_the_leads_yes(council: Council) -> None:
    held_answer(council, "Yes, if that is what Ada needs")
    council.run("settle", "2.1", "--agree", "--today", "2027-03-03")
    council.run("settle", "2.1", "--agree", "--today", "2027-03-03")
    council.run("run", "collect", "--today", "2027-03-03")
    assert date_of(council) == "2027-06-29"  # midnight of the 30th, in summer time
    kept = council.rows("Peer challenge")["H001"]["Progress"]
    assert kept.count("Priya Nair: agreed to") == 1
    assert kept.endswith("3 March 2027, an admin: settled the answer of 2 March 2027: the new date agreed to")
    told = "Priya Nair agreed: its new date is 30 June 2027. They wrote “Yes, if that is what Ada needs”."
    assert told in council.said_to("ada.fenn")
    assert any("settled by an admin" in each["what"] for each in council.answer("log", "--action", "H001"))


def test_only_a_leads_answer_to_a_wish_is_agreed_or_refused_by_an_admin(council: Council) -> None:
    held_answer(council, "Yes, if that is what Ada needs")
    for name in ("1", "1.1", "2.2", "9"):
        assert "is no answer to a mail that asks a lead" in council.run("settle", name, "--agree", *TODAY, expect=1)
    assert "take nothing beside them" in council.run("settle", "2", "--agree", "--due", "2027-06-30", expect=2)
    assert date_of(council) == ""


def test_a_wish_whose_day_is_past_waits_for_nobody(council: Council) -> None:
    nudged(council)
    asks(council, "H001: new date 22 March 2027")
    council.run("run", "remind", "--today", "2027-03-15")
    assert "Priya Nair has been asked to agree." in council.said_to("ada.fenn")
    council.run("run", "remind", "--today", "2027-03-23")
    assert "Overdue by 51 days" in council.said_to("ada.fenn")
    assert "asked to agree" not in council.said_to("ada.fenn")


def wishes(council: Council) -> list[str]:
    mails = (open_mail(council.raw(mail)) for mail in council.mails("priya.nair"))
    return [" ".join(mail.plain.split()) for mail in mails if "asks for a new date" in mail.subject]


def test_a_lead_who_says_nothing_is_asked_again_each_week_until_they_answer(council: Council) -> None:
    nudged(council)
    asks(council)
    for day, asked in (("05", 1), ("08", 2), ("09", 2), ("15", 3)):
        council.run("run", "remind", "--today", f"2027-03-{day}")
        assert len(wishes(council)) == asked
    again = "We asked you on 1 March 2027 and have no answer yet. The date of this action moves only with your yes."
    assert sum(again in wish for wish in wishes(council)) == 1
    assert sum("We asked you on 8 March 2027" in wish for wish in wishes(council)) == 1

    council.reply("priya.nair", "AGREED", said=NOON.replace(day=15))
    council.run("run", "collect", "--today", "2027-03-15")
    assert date_of(council) == "2027-06-29"
    council.run("run", "remind", "--today", "2027-03-22")
    assert len(wishes(council)) == 3


def test_a_lead_whose_words_wait_for_a_person_is_not_asked_again(council: Council) -> None:
    nudged(council)
    asks(council)
    council.reply("priya.nair", "Agreed, but only to 31 May", said=NOON.replace(day=5))
    for day in ("05", "08", "15"):
        council.run("run", "remind", "--today", f"2027-03-{day}")
    assert len(wishes(council)) == 1


def test_a_date_that_waits_for_a_silent_lead_stands_in_the_outbox_and_after_a_week_in_the_admins_mail(
    council: Council,
) -> None:
    lead, admins = council.person("priya.nair"), f'admins = ["{council.person("tom.wray")}"]'
    council.write_config(lead=lead, mail=admins, extra="[policy]\nlead_agrees_to_dates = 1")
    council.nudge_first(PLAN, *TODAY)
    asks(council)
    waits = f"asks for 30 June 2027; {lead} was asked on 1 March 2027 and has not answered"
    assert waits in council.run("outbox", "--held", *TODAY)
    [wish] = council.answer("outbox", "--held", *TODAY)["wishes"]
    assert (wish["reply"], wish["ref"], wish["wished"], wish["lead"]) == (1, "H001", "2027-06-30", lead)
    told = len(council.mails("tom.wray"))
    council.run("run", "remind", "--today", "2027-03-05")
    assert len(council.mails("tom.wray")) == told
    council.run("run", "remind", "--today", "2027-03-08")
    assert waits in council.said_to("tom.wray")
    council.reply("priya.nair", "AGREED", said=NOON.replace(day=9))
    council.run("run", "collect", "--today", "2027-03-09")
    assert council.answer("outbox", "--held", "--today", "2027-03-09")["wishes"] == []


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        ("H001: new date 30 June 2027 because the printers are full; proofs come on 1 April.", "Yes"),
        ("H001: new date 30 June 2027 because the printers are full; proofs come on 1 April.", "H001 yes please"),
        ("H001: new date please, the printers are full", "H001 30 June 2027"),
    ],
)
def test_the_lead_reads_what_a_bare_yes_or_a_day_alone_was_about(council: Council, first: str, answer: str) -> None:
    nudged(council)
    asks(council, first)
    assert wishes(council) == []
    council.reply("ada.fenn", answer, said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    [wish] = wishes(council)
    assert "Date asked for: 30 June 2027" in wish
    assert f"Ada Fenn wrote “{first.removeprefix('H001: ')[:70]}" in wish
    council.reply("priya.nair", "NOT AGREED", said=NOON.replace(day=3))
    council.run("run", "collect", "--today", "2027-03-03")
    assert f"You wrote “{first.removeprefix('H001: ')[:70]}" in council.said_to("ada.fenn")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("H001: as I said - waiting for Priya.", False),
        ("Waiting for Priya!", False),
        ("H001: why do you ask me again?", True),
        ("H001: nearly done, only the index is left", True),
    ],
)
def test_whoever_only_points_to_the_date_that_waits_is_asked_for_nothing(
    council: Council, words: str, asked: bool
) -> None:
    nudged(council)
    asks(council)
    council.run("run", "remind", "--today", "2027-03-15")
    council.reply("ada.fenn", words, said=NOON.replace(day=16))
    council.run("run", "collect", "--today", "2027-03-16")
    told = council.said_to("ada.fenn")
    waits = "The new date 30 June 2027, asked for on 1 March 2027, is still to be decided by Priya Nair"
    assert (waits in told) is not asked
    assert (WHERE in told) is asked
    assert bool(council.answer("outbox", "--held")["asked"]) is asked
