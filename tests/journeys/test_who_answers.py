"""Whoever we wrote to may answer what we asked: a deputy, a manager who was told, a lead asked who it should be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council

pytestmark = pytest.mark.journey

TODAY = ("--today", "2027-03-01")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Head of Housing,31 January 2027,In progress\n"
    "H002,Hold the briefing,Ada Fenn,12 February 2027,In progress\n"
)


def nudged(council: Council, rows: str = PLAN, **configured: str) -> None:
    """The first nudges have gone out; `configured` goes to the configuration."""
    council.write_config(**configured)
    council.nudge_first(rows, *TODAY)


def test_the_deputy_of_somebody_away_answers_for_them_and_only_for_what_was_asked(council: Council) -> None:
    council.bring_in(PLAN)
    council.staff({"Head of Housing": "tom.wray"})
    council.pick("Who is who", "Head of Housing", "Deputy", "priya.nair")
    council.edit("Who is who", "Head of Housing", {"AwayFrom": "2027-02-22", "AwayTo": "2027-03-12"})
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)

    council.reply("priya.nair", "H001: on track\n\nH002: done", said=NOON)
    said = council.run("run", "collect", *TODAY)
    rows = council.rows("Peer challenge")
    assert "H001: written: status in progress" in said
    assert rows["H001"]["Progress"].endswith("Priya Nair: H001: on track")
    assert rows["H001"]["LastReply"].startswith("2027-03-01")
    assert rows["H002"]["Status"] == "In progress"


def test_what_a_colleague_answers_whom_the_plan_does_not_name_is_no_update_until_it_is_checked(
    council: Council,
) -> None:
    nudged(council)
    council.reply("priya.nair", "H002: done", said=NOON, inside=True, parent_of="ada.fenn")
    council.run("run", "collect", *TODAY)
    kept = ": not named in the plan, so not checked yet: H002: done"
    assert council.rows("Peer challenge")["H002"]["Progress"].endswith(kept)
    council.run("run", "remind", "--today", "2027-03-08")
    assert "There is no update yet" in council.said_to("ada.fenn")
    council.run("settle", "1", "--status", "in_progress", *TODAY)
    assert f"{council.person('priya.nair')}: H002: done\n" in council.rows("Peer challenge")["H002"]["Progress"]


def test_a_lead_whose_words_on_whose_it_is_are_held_is_left_alone_for_as_long_as_an_owner(council: Council) -> None:
    rows = "Ref,Action,Owner,Due,Status\nH003,Paint the hall,,31 January 2027,In progress\n"
    nudged(council, rows, lead=council.person("beth.larkin"))
    council.reply("beth.larkin", "I think it may be vacant until the summer", said=NOON.replace(day=5), inside=True)
    council.run("run", "collect", "--today", "2027-03-05")

    def asked(march: int) -> int:
        return len(council.answer("run", "remind", "--today", f"2027-03-{march:02}", "--dry-run")["nudges"])

    assert [asked(12), asked(15)] == [0, 1]


def test_a_manager_who_is_told_is_heard_and_the_owner_is_still_asked(council: Council) -> None:
    ladder = "[policy]\noverdue_every = 1\nescalate = [ { after = 5, to = 'lead' } ]\nwarn_before_escalating = 1"
    nudged(council, lead=council.person("beth.larkin"), extra=ladder)
    council.run("run", "remind", "--today", "2027-03-02")
    assert "Hold the briefing" in council.said_to("beth.larkin")

    council.reply("beth.larkin", "H002: done", said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    row = council.rows("Peer challenge")["H002"]
    assert row["Status"] == "In progress"
    assert row["Progress"].endswith("Beth Larkin: H002: done")
    assert "LastReply" not in row
    receipt = council.said_to("beth.larkin")
    assert "1 note kept" in receipt
    assert "a word from you to them helps most" in receipt
    assert "question" not in receipt
    assert council.person("ada.fenn") in [
        each["to"] for each in council.answer("run", "remind", "--today", "2027-03-03", "--dry-run")["nudges"]
    ]
    council.reply("beth.larkin", "H002: I have now spoken to Ada", said=NOON.replace(day=2), inside=True)
    assert "H002: noted" in council.run("run", "collect", "--today", "2027-03-02")
    row = council.rows("Peer challenge")["H002"]
    assert row["Status"] == "In progress"
    assert row["Progress"].endswith("Beth Larkin: H002: I have now spoken to Ada")
    assert council.box("Needs review") == []
    council.reply("beth.larkin", "I shall speak to Ada in the morning", said=NOON.replace(day=2), inside=True)
    council.reply("beth.larkin", "We are both on track with that now", said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    assert council.answer("outbox", "--held")["asked"] == []


def test_that_somebody_left_waits_for_the_admin_where_who_was_told_names_nobody(council: Council) -> None:
    ladder = "[policy]\noverdue_every = 1\nescalate = [ { after = 5, to = 'lead' } ]\nwarn_before_escalating = 1"
    nudged(council, lead=council.person("beth.larkin"), extra=ladder)
    council.run("run", "remind", "--today", "2027-03-02")
    words = "Ada left us on 26 February.."
    council.reply("beth.larkin", f"H002: {words}", said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    assert "a colleague will read your words first" in council.said_to("beth.larkin")
    held = council.run("outbox", "--held")
    assert "tells whose it is" in held
    assert "Ada left us" in held
    assert council.rows("Peer challenge")["H002"]["Status"] == "In progress"


def test_the_word_of_somebody_told_holds_off_those_above_them_for_two_weeks_and_then_the_owner_is_warned_anew(
    council: Council,
) -> None:
    rungs = "{ after = 5, to = 'lead' }, { after = 13, to = 'slt' }"
    ladder = f"[policy]\noverdue_every = 1\nescalate = [ {rungs} ]\nwarn_before_escalating = 1\n"
    slt = f'[people]\nslt = "{council.person("priya.nair")}"\n'
    nudged(council, lead=council.person("beth.larkin"), extra=slt + ladder)
    council.run("run", "remind", "--today", "2027-03-02")
    warned = "without an answer before 3 march 2027, priya nair"
    assert warned in " ".join(council.said_to("ada.fenn").lower().split())
    council.reply("beth.larkin", "Ada told me, please give her a while", said=NOON.replace(day=2), inside=True)
    for day in (3, 8, 15):
        council.run("run", "remind", "--today", f"2027-03-{day:02}")
    assert not council.mails("priya.nair")
    council.run("run", "remind", "--today", "2027-03-16")
    assert "before 17 march 2027, priya nair" in " ".join(council.said_to("ada.fenn").lower().split())
    assert not council.mails("priya.nair")
    council.run("run", "remind", "--today", "2027-03-17")
    assert "Hold the briefing" in council.said_to("priya.nair")


def test_words_of_somebody_only_told_that_name_no_action_are_kept_and_nothing_is_asked(council: Council) -> None:
    ladder = "[policy]\noverdue_every = 1\nescalate = [ { after = 5, to = 'lead' } ]\nwarn_before_escalating = 1"
    nudged(council, PLAN.replace("Head of Housing", "Ada Fenn"), lead=council.person("beth.larkin"), extra=ladder)
    council.run("run", "remind", "--today", "2027-03-02")
    council.reply("beth.larkin", "Thank you. It will move on to June", said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    held = council.answer("outbox", "--held")
    assert (held["asked"], held["mail_to_review"]) == ([], [])
    receipt = council.said_to("beth.larkin")
    assert "1 note kept" in receipt
    assert "Which action" not in receipt


def test_a_nudge_passed_on_gives_nobody_a_say_not_even_through_its_receipt(council: Council) -> None:
    nudged(council)
    council.reply("tom.wray", "H002: done", said=NOON, inside=True, parent_of="ada.fenn")
    council.run("run", "collect", *TODAY)
    assert "Are you answering for its owner?" in council.said_to("tom.wray")
    council.reply("tom.wray", "H002: done", said=NOON, inside=True)
    council.run("run", "collect", *TODAY)
    assert council.rows("Peer challenge")["H002"]["Status"] == "In progress"


UNOWNED = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Head of Housing,31 January 2027,In progress\n"
    "H002,Hold the briefing,Head of Parks,31 January 2027,In progress\n"
    "H003,Print the leaflet,Head of Housing,31 January 2027,In progress\n"
    "H004,Order the chairs,Head of Halls,31 January 2027,In progress\n"
)


def test_the_lead_says_who_it_is_and_only_a_person_whom_the_site_knows_is_written_down(council: Council) -> None:
    nudged(council, UNOWNED, lead=council.person("priya.nair"))
    stranger = f"H004: somebody.else@{council.domain}"
    council.reply("priya.nair", f"H001: it's Tom Wray\n\nH002: Jo Marsh has it now\n\n{stranger}", said=NOON)
    said = council.run("run", "collect", *TODAY)

    assert "H001: written: owner Tom Wray (tom.wray@" in said
    assert 'it names "Jo Marsh", whom the people of the site do not tell for certain' in said
    posts = council.rows("Who is who")
    assert [each["LookupValue"] for each in posts["Head of Housing"]["Person"]] == ["Tom Wray"]
    assert not posts["Head of Parks"].get("Person")
    assert not posts["Head of Halls"].get("Person")
    words = council.said_to("priya.nair")
    assert "We ask Tom Wray about it from now on, as about all that “Head of Housing” stands behind." in words
    row = council.rows("Peer challenge")["H001"]
    assert row["Progress"].endswith("Priya Nair: named who it is with, “Tom Wray”: it's Tom Wray")
    assert "LastReply" not in row
    foreseen = council.answer("run", "remind", "--today", "2027-03-02", "--dry-run")["nudges"]
    assert {each["to"]: [a["ref"] for a in each["actions"]] for each in foreseen} == {
        council.person("tom.wray"): ["H001", "H003"]
    }
    assert len(council.box("Needs review")) == 1


def test_a_row_without_an_owner_gets_the_one_the_lead_names(council: Council) -> None:
    nobodys = "H005,Light the hall,,31 January 2027,In progress\nH006,Heat the hall,TBC,TBC,In progress\n"
    nudged(council, UNOWNED + nobodys, lead=council.person("priya.nair"))
    assert "It has no owner." in council.said_to("priya.nair")
    council.reply("priya.nair", f"H005: {council.person('tom.wray')}\n\nH006: Tom Wray", said=NOON)
    council.run("run", "collect", *TODAY)
    rows = council.rows("Peer challenge")
    assert [rows[ref]["OwnerText"] for ref in ("H005", "H006")] == ["Tom Wray", "Tom Wray"]
    assert "We ask Tom Wray about it from now on." in council.said_to("priya.nair")
    council.run("run", "remind", "--today", "2027-03-02")
    assert "Light the hall" in council.said_to("tom.wray")


def test_a_lead_answers_whose_it_is_in_reply_to_a_later_mail_that_does_not_speak_of_it(council: Council) -> None:
    her_own = "H007,Paint the hall,Priya Nair,4 March 2027,In progress\n"
    nudged(
        council,
        f"{UNOWNED}{her_own}H009,Sweep the hall,Ada Fenn,31 January 2027,Open\n",
        lead=council.person("priya.nair"),
    )
    assert "H001" in council.said_to("priya.nair")
    council.run("run", "remind", "--today", "2027-03-04")
    later = council.said_to("priya.nair")
    assert "H007" in later
    assert "H001" not in later
    words = "H001: Tom Wray\n\nH002: I cannot say\n\nH004: done"
    council.reply("priya.nair", words, said=NOON.replace(day=4), inside=True)
    council.reply("ada.fenn", "H004: Ada Fenn", said=NOON.replace(day=4), inside=True)
    said = council.run("run", "collect", "--today", "2027-03-04")
    assert "H001: written: owner Tom Wray" in said
    posts = council.rows("Who is who")
    assert [each["LookupValue"] for each in posts["Head of Housing"]["Person"]] == ["Tom Wray"]
    assert not posts["Head of Parks"].get("Person")
    assert not posts["Head of Halls"].get("Person")
    assert council.rows("Peer challenge")["H004"]["Status"] == "In progress"


def test_nobody_but_the_one_who_was_asked_names_an_owner(council: Council) -> None:
    nudged(council, UNOWNED, lead=council.person("priya.nair"))
    council.reply("tom.wray", "H001: it's Tom Wray", said=NOON, inside=True, parent_of="priya.nair")
    council.run("run", "collect", *TODAY)
    assert not council.rows("Who is who")["Head of Housing"].get("Person")


def test_one_post_is_not_given_to_two_people(council: Council) -> None:
    nudged(council, UNOWNED, lead=council.person("priya.nair"))
    council.reply("priya.nair", "H001: it's Tom Wray\n\nH003: it's Beth Larkin", said=NOON)
    assert "it names different people for one post" in council.run("run", "collect", *TODAY)
    assert not council.rows("Who is who")["Head of Housing"].get("Person")
    council.reply("priya.nair", "H001: it's Tom Wray", said=NOON)
    council.reply("priya.nair", "H003: it's Beth Larkin", said=NOON)
    assert 'stands behind "Head of Housing" by now' in council.run("run", "collect", *TODAY)
    posts = council.rows("Who is who")
    assert [each["LookupValue"] for each in posts["Head of Housing"]["Person"]] == ["Tom Wray"]
