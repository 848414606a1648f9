"""Whoever we wrote to may answer what we asked: a deputy, a manager who was told, a lead asked who it should be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.reply import open_mail
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
    (council.folder / "plan.csv").write_text(rows, encoding="utf-8")
    council.run("import", "plan.csv")
    for held in council.answer("run", "remind", *TODAY)["runs"]:
        council.run("approve", held["run"], *TODAY)


def said_to(council: Council, name: str) -> str:
    """The last mail to somebody, as one line."""
    return " ".join(open_mail(council.raw(council.mails(name)[-1])).plain.split())


def test_the_deputy_of_somebody_away_answers_for_them_and_only_for_what_was_asked(council: Council) -> None:
    council.write_config()
    (council.folder / "plan.csv").write_text(PLAN, encoding="utf-8")
    council.run("import", "plan.csv")
    council.staff({"Head of Housing": "tom.wray"})
    council.pick("Who is who", "Head of Housing", "Deputy", "priya.nair")
    council.edit("Who is who", "Head of Housing", {"AwayFrom": "2027-02-22", "AwayTo": "2027-03-12"})
    [held] = council.answer("run", "remind", *TODAY)["runs"]
    council.run("approve", held["run"], *TODAY)

    council.reply("priya.nair", "H001: on track\n\nH002: done", said=NOON)
    said = council.run("run", "collect", *TODAY)
    rows = council.rows("Peer challenge")
    assert "H001: written: status in_progress" in said
    assert rows["H001"]["Progress"].endswith("Priya Nair: H001: on track")
    assert rows["H001"]["LastReply"].startswith("2027-03-01")
    assert rows["H002"]["Status"] == "In progress"


def test_a_manager_who_is_told_is_heard_and_the_owner_is_still_asked(council: Council) -> None:
    ladder = "[policy]\noverdue_every = 1\nescalate = [ { after = 5, to = 'lead' } ]\nwarn_before_escalating = 1"
    nudged(council, lead=council.person("beth.larkin"), extra=ladder)
    council.run("run", "remind", "--today", "2027-03-02")
    assert "Hold the briefing" in said_to(council, "beth.larkin")

    council.reply("beth.larkin", "H002: done", said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    row = council.rows("Peer challenge")["H002"]
    assert row["Status"] == "In progress"
    assert row["Progress"].endswith("Beth Larkin: H002: done")
    assert "LastReply" not in row
    assert "only the owner can change it by mail" in said_to(council, "beth.larkin")
    assert council.person("ada.fenn") in [
        each["to"] for each in council.answer("run", "remind", "--today", "2027-03-03", "--dry-run")["nudges"]
    ]
    council.reply("beth.larkin", "H002: done", said=NOON.replace(day=2), inside=True)
    council.run("run", "collect", "--today", "2027-03-02")
    assert council.rows("Peer challenge")["H002"]["Status"] == "In progress"


def test_a_nudge_passed_on_gives_nobody_a_say_not_even_through_its_receipt(council: Council) -> None:
    nudged(council)
    council.reply("tom.wray", "H002: done", said=NOON, inside=True, parent_of="ada.fenn")
    council.run("run", "collect", *TODAY)
    assert "Are you answering for its owner?" in said_to(council, "tom.wray")
    council.reply("tom.wray", "H002: done", said=NOON, inside=True)
    council.run("run", "collect", *TODAY)
    assert council.rows("Peer challenge")["H002"]["Status"] == "In progress"
