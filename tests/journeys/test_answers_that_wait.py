"""Answers after which an action stays open: done this time, and reminded later."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.paper import tables
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

TODAY = ("--today", "2027-03-17")
NOON = datetime(2027, 3, 17, 12, tzinfo=UTC)
PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Report to the board,Ada Fenn,March (annually),In progress\n"
    "H002,Hold the briefing,Ada Fenn,12 February 2027,In progress\n"
    "H003,Publish the plan,Ada Fenn,19 February 2027,In progress\n"
)


@told_once
def nudged(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)


def asked(council: Council, today: str) -> list[str]:
    nudges = council.answer("run", "remind", "--today", today, "--dry-run")["nudges"]
    return [action["ref"] for each in nudges for action in each["actions"]]


def test_something_done_this_time_stays_open_and_comes_round_again(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H001: done", said=NOON)
    nudged.run("run", "collect", *TODAY)
    row = nudged.rows("Peer challenge")["H001"]
    assert (row["Status"], row["CompletedOn"][:10]) == ("Ongoing", "2027-03-17")
    assert "As it comes round, it stays open: the next time is 31 March 2028." in nudged.said_to("ada.fenn")
    assert "H001" not in asked(nudged, "2027-04-06")
    assert "H001" in asked(nudged, "2028-03-17")

    nudged.reply("ada.fenn", "H001: on track", said=NOON)
    nudged.run("run", "collect", *TODAY)
    assert nudged.rows("Peer challenge")["H001"]["CompletedOn"].startswith("2027-03-17")


def test_done_this_time_is_held_where_the_list_cannot_say_so(nudged: Council) -> None:
    nudged.drop_column("Peer challenge", "CompletedOn")
    nudged.reply("ada.fenn", "H001: done", said=NOON)
    said = nudged.run("run", "collect", *TODAY)
    assert "has no column Completed on" in said
    row = nudged.rows("Peer challenge")["H001"]
    assert row["Status"] == "In progress"
    assert row["Progress"].endswith("H001: done")
    assert "a colleague will set the rest by hand" in nudged.said_to("ada.fenn")


def test_a_wish_to_be_left_alone_is_held_where_the_list_cannot_keep_it(nudged: Council) -> None:
    nudged.drop_column("Peer challenge", "SnoozedUntil")
    nudged.reply("ada.fenn", "H002: remind me again in two weeks", said=NOON)
    said = nudged.run("run", "collect", *TODAY)
    assert "has no column Snoozed until: add one, or the reminders go on" in said
    assert nudged.rows("Peer challenge")["H002"]["Progress"].endswith("H002: remind me again in two weeks")
    assert "a colleague will set the rest by hand" in nudged.said_to("ada.fenn")


def test_an_owner_is_left_alone_until_the_day_they_ask_for_and_leaders_see_it(nudged: Council) -> None:
    nudged.reply("ada.fenn", "H002: remind me again in two weeks\n\nH003: leave this until August", said=NOON)
    nudged.run("run", "collect", *TODAY)
    rows = nudged.rows("Peer challenge")
    assert rows["H002"]["SnoozedUntil"] == "2027-03-30T23:00:00Z"  # midnight of the 31st, in summer time
    assert not rows["H002"].get("RevisedDue")
    assert rows["H003"]["SnoozedUntil"] == "2027-04-15T23:00:00Z"
    words = nudged.said_to("ada.fenn")
    assert "We do not remind you of it before 31 March 2027. Its date stays as it is." in words
    assert "before 16 April 2027. Its date stays as it is. You asked for 1 August 2027, and we leave an" in words
    assert "an action alone for at most 30 days." in words
    assert "H002" not in asked(nudged, "2027-03-30")
    assert "H002" in asked(nudged, "2027-03-31")

    nudged.run("run", "summarise", *TODAY)
    [paper] = nudged.papers().values()
    overdue = [" ".join(row) for row in tables(paper)["Overdue actions"]]
    assert any("Snoozed until 31 March 2027." in row for row in overdue)
    assert not any("remind me again" in row for row in overdue), "it is no update"
