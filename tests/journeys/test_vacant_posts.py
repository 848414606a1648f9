"""A post that nobody holds: its deputy is asked for it by name, and of a leaver's post the plan's lead is asked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H1,Publish the plan,Head of Housing,12 February 2027,In progress\n"
    "E1,Sell the old depot,Head of Estates,12 February 2027,In progress\n"
)
TODAY, NEXT, LATER = ("--today", "2027-03-01"), ("--today", "2027-03-02"), ("--today", "2027-03-08")
LEAVER = "Gordon Pike"


@told_once
def vacant(council: Council) -> None:
    """Housing is vacant and has a deputy; whoever is picked for Estates has left."""
    council.write_config(lead=council.person("priya.nair"))
    council.bring_in(PLAN)
    council.pick("Who is who", "Head of Housing", "Deputy", "tom.wray")
    council.pick("Who is who", "Head of Estates", "Person", LEAVER)
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)


def test_the_deputy_of_a_vacant_post_reads_for_which_post_until_somebody_holds_it(vacant: Council) -> None:
    assert "You stand in for Head of Housing, which nobody holds at present." in vacant.said_to("tom.wray")
    vacant.pick("Who is who", "Head of Housing", "Person", "ada.fenn")
    vacant.run("run", "remind", *LATER)
    assert "H1" in vacant.said_to("ada.fenn")
    assert "stand in for Head of Housing" not in vacant.said_to("ada.fenn")
    assert len(vacant.mails("tom.wray")) == 1


def test_the_lead_reads_that_whoever_is_picked_for_a_post_has_no_address_and_can_name_another(vacant: Council) -> None:
    asked = vacant.said_to("priya.nair")
    assert "Whoever is entered for Head of Estates has no mail address, so they may have left." in asked
    assert '"Head of Estates": somebody picked as Person has no mail address' in vacant.run("check", *TODAY, expect=1)
    vacant.reply("priya.nair", "Ada Fenn", said=datetime(2027, 3, 1, 12, tzinfo=UTC), inside=True)
    vacant.run("run", "remind", *NEXT)
    assert "E1" in vacant.said_to("ada.fenn")
    assert "no mail address" not in vacant.run("check", *NEXT)


def test_a_deputy_who_gets_the_post_is_asked_as_its_holder(vacant: Council) -> None:
    vacant.pick("Who is who", "Head of Housing", "Person", "tom.wray")
    vacant.run("run", "remind", *LATER)
    assert "Overdue by 24 days" in vacant.said_to("tom.wray")
    assert "stand in for Head of Housing" not in vacant.said_to("tom.wray")


SAME_POST = (
    "Ref,Action,Owner,Due,Status\n"
    "D1,Replace the telephones,Digital Officer,12 February 2027,In progress\n"
    "D2,Renew the website,Digital Officer,12 February 2027,In progress\n"
)


@told_once
def one_post(council: Council) -> None:
    """Of two actions behind one post that nobody holds the plan's lead is asked."""
    council.write_config(lead=council.person("priya.nair"))
    council.bring_in(SAME_POST)
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)


def answers(council: Council, words: str, march: int = 1) -> None:
    council.reply("priya.nair", words, said=datetime(2027, 3, march, 12, tzinfo=UTC), inside=True)
    council.run("run", "collect", "--today", f"2027-03-{march:02}")


def test_a_post_goes_to_nobody_while_another_of_its_actions_is_given_to_somebody_not_plainly_named(
    one_post: Council,
) -> None:
    answers(one_post, "D1: Tom for now.\nD2: Ada Fenn")
    shown = one_post.run("outbox", "--held")
    assert "it names different people for one post, or not plainly whom" in shown
    assert "name the owner in the list or in Who is who, then planminder settle 1.1 --dismiss" in shown
    assert "--status" not in shown
    assert "nobody is known behind Digital Officer" in one_post.run("run", "remind", *NEXT)


OWN_COLUMN = "Owner (people), which goes before what is printed: pick the owner there"


@told_once
def picked(council: Council) -> None:
    """Ada is picked in a row itself and says that it is not hers; the lead names Tom, whom her pick goes before."""
    council.write_config(lead=council.person("priya.nair"))
    council.bring_in("Ref,Action,Owner,Due,Status\nD1,Replace the phones,Beth Larkin,12 February 2027,In progress\n")
    council.pick("Peer challenge", "D1", "OwnerPeople", "ada.fenn")
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)
    council.reply("ada.fenn", "Not mine, sorry.", said=datetime(2027, 3, 1, 12, tzinfo=UTC), inside=True)
    council.run("run", "remind", *NEXT)
    answers(council, "Tom Wray", march=2)


def waiting(council: Council) -> list[object]:
    council.run("run", "remind", *LATER)
    held = council.answer("outbox", "--held")
    return [*held["asked"], *held["mail_to_review"]]


def test_of_a_row_with_a_pick_of_its_own_nothing_is_written_and_the_admin_reads_where_to_change_it(
    picked: Council,
) -> None:
    shown = picked.run("outbox", "--held")
    assert f"the row names Ada Fenn in {OWN_COLUMN}" in shown
    assert "read as owner Tom Wray" in shown
    assert "Or planminder settle 2.1 --apply." in shown
    assert OWN_COLUMN in picked.run("settle", "2", "--apply", *NEXT, expect=1)
    assert picked.rows("Peer challenge")["D1"]["OwnerText"] == "Beth Larkin"


def test_answers_whose_it_is_wait_no_more_once_somebody_else_is_picked_in_the_row(picked: Council) -> None:
    assert len(waiting(picked)) == 2
    picked.pick("Peer challenge", "D1", "OwnerPeople", "tom.wray")
    picked.run("run", "remind", *LATER, "--dry-run")
    assert len(picked.box("Needs review")) == 1
    assert waiting(picked) == []
    assert picked.box("Needs review") == []


def test_an_answer_whose_it_is_can_be_applied_once_what_was_in_its_way_is_gone(picked: Council) -> None:
    nobody = {"OwnerPeopleLookupId@odata.type": "Collection(Edm.Int32)", "OwnerPeopleLookupId": []}
    picked.edit("Peer challenge", "D1", nobody)
    assert "settled by an admin: owner Tom Wray" in picked.run("settle", "2", "--apply", *NEXT)
    assert picked.rows("Peer challenge")["D1"]["OwnerText"] == "Tom Wray"
    assert waiting(picked) == []
    picked.run("run", "collect", *LATER)
    assert "Priya Nair says that Tom Wray has it now" in picked.said_to("ada.fenn")
