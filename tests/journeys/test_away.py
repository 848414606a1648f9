"""Somebody's out-of-office note: the nudge waits until they are back, or their deputy is asked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\nH001,Publish the plan,Head of Housing,12 February 2027,In progress\n"
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
NOTE = "I am on annual leave until 12 March 2027. Please contact Beth Larkin."
TODAY, SOON = ("--today", "2027-03-01"), ("--today", "2027-03-08")


@told_once
def nudged(council: Council) -> None:
    council.write_config(extra="[policy]\noverdue_every = 7")
    council.bring_in(PLAN)
    council.staff({"Head of Housing": "tom.wray"})
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)


def note(council: Council, **headers: str) -> None:
    council.reply("tom.wray", NOTE, said=NOON, Auto_Submitted="auto-replied", **headers)
    council.run("run", "collect", *TODAY)


def asked(council: Council, today: str) -> list[str]:
    return [each["to"] for each in council.answer("run", "remind", "--today", today, "--dry-run")["nudges"]]


def test_who_is_away_is_asked_when_they_are_back_and_nothing_counts_as_said(nudged: Council) -> None:
    note(nudged)
    found = nudged.answer("run", "remind", *SOON, "--dry-run")
    assert (found["nudges"], found["left_out"]["away"]) == ([], {nudged.person("tom.wray"): "2027-03-12"})
    assert asked(nudged, "2027-03-12") == [nudged.person("tom.wray")]
    assert "away until 2027-03-12, says to contact Beth Larkin" in nudged.run(
        "log", "--person", nudged.person("tom.wray")
    )
    assert [len(nudged.mails("tom.wray")), len(nudged.box("Machine mail"))] == [1, 1]


def test_their_deputy_is_asked_meanwhile(nudged: Council) -> None:
    nudged.pick("Who is who", "Head of Housing", "Deputy", "priya.nair")
    assert asked(nudged, "2027-03-08") == [nudged.person("tom.wray")]
    note(nudged)
    assert asked(nudged, "2027-03-08") == [nudged.person("priya.nair")]


def test_exchange_tells_a_nudge_who_is_away_and_the_note_is_never_answered(nudged: Council) -> None:
    nudged.control("POST", "clock", json={"now": "2027-03-08T08:00:00Z"})
    away = {"status": "alwaysEnabled", "internalReplyMessage": NOTE}
    nudged.control("POST", "absences", json=away, params={"mailbox": nudged.person("tom.wray")})
    nudged.run("run", "remind", *SOON)
    nudged.run("run", "collect", *SOON)
    assert [len(nudged.mails("tom.wray")), len(nudged.box("Machine mail"))] == [2, 1]
    assert asked(nudged, "2027-03-11") == []


@pytest.fixture
def warned(nudged: Council) -> Council:
    """Tom was warned on 2 March that his manager would be told, and has a working day to answer."""
    ladder = "escalate = [ { after = 5, to = 'manager' } ]\nwarn_before_escalating = 1"
    nudged.write_config(extra=f"[policy]\noverdue_every = [1, 5]\n{ladder}")
    nudged.pick("Who is who", "Head of Housing", "Manager", "priya.nair")
    nudged.run("run", "remind", "--today", "2027-03-02")
    return nudged


def test_nobody_is_brought_to_a_manager_while_away_nor_on_the_morning_back(warned: Council) -> None:
    tom, manager = warned.person("tom.wray"), warned.person("priya.nair")
    assert asked(warned, "2027-03-08") == [manager, tom]
    note(warned)
    assert [asked(warned, f"2027-03-{day}") for day in ("11", "12")] == [[], [tom]]
    warned.run("run", "remind", "--today", "2027-03-12")
    assert asked(warned, "2027-03-15") == [manager]


def test_an_absence_in_who_is_who_is_no_time_to_answer_and_check_says_that_nobody_stands_in(warned: Council) -> None:
    days = {"AwayFrom": "2027-03-03T12:00:00Z", "AwayTo": "2027-03-11T12:00:00Z"}
    warned.edit("Who is who", "Head of Housing", days)
    tom, manager = warned.person("tom.wray"), warned.person("priya.nair")
    assert [asked(warned, f"2027-03-{day}") for day in ("08", "12")] == [[tom], [tom]]
    warned.run("run", "remind", "--today", "2027-03-12")
    assert asked(warned, "2027-03-15") == [manager]
    said = (
        "note  people: Tom Wray is away from 2027-03-03 to 2027-03-11 without a deputy: name one, or nobody is told of"
    )
    assert said in warned.run("check", *TODAY)


def test_a_mail_of_their_own_shows_that_they_are_back(nudged: Council) -> None:
    note(nudged)
    nudged.reply("tom.wray", "Could you say more?", said=NOON.replace(day=2))
    nudged.run("run", "collect", "--today", "2027-03-02")
    assert asked(nudged, "2027-03-11") == [nudged.person("tom.wray")]


def test_a_note_that_nobody_vouches_for_silences_nobody(nudged: Council) -> None:
    note(nudged, Authentication_Results="dmarc=fail; compauth=fail reason=001")
    assert asked(nudged, "2027-03-08") == [nudged.person("tom.wray")]


def test_nobody_is_waited_for_longer_than_the_policy_says(nudged: Council) -> None:
    nudged.write_config(extra="[policy]\noverdue_every = 7\naway_most = 7")
    note(nudged)
    assert asked(nudged, "2027-03-08") == [nudged.person("tom.wray")]
