"""The admins are told by mail what waits for them: when something is new, and once a week."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.reply import open_mail, parent_text
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "1,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
    "2,Hold the briefing,Nobody Known,28 February 2027,In progress\n"
)


@told_once
def watched(council: Council) -> None:
    """A council whose admin is Tom Wray, with one action to chase and one without a known owner."""
    council.write_config(mail=f'admins = ["{council.person("tom.wray")}"]')
    council.bring_in(PLAN)


def test_the_admin_hears_of_a_held_run_and_of_rows_nobody_is_asked_about_and_not_twice(watched: Council) -> None:
    watched.run("run", "remind", "--today", "2027-03-01")
    [notice] = watched.mails("tom.wray")
    assert notice["subject"] == "2 things wait for you in Planminder"
    said = watched.raw(notice).decode()
    assert "Run 2027-03-01-1: 1 nudge" in said
    assert "Peer challenge, 2: nobody is known behind Nobody Known" in said
    watched.run("run", "remind", "--today", "2027-03-01")
    watched.run("approve", "2027-03-01-1", "--today", "2027-03-01")
    watched.run("run", "remind", "--today", "2027-03-02")
    assert len(watched.mails("tom.wray")) == 1


def test_an_action_that_is_asked_about_in_spite_of_its_snooze_does_not_stand_under_those_nobody_is_asked_about(
    watched: Council,
) -> None:
    watched.edit("Peer challenge", "1", {"SnoozedUntil": "2030-03-31"})
    watched.run("run", "remind", "--today", "2027-03-01")
    said = watched.said_to("tom.wray")
    nobody, _, in_part = said.rpartition("Actions asked about in part, or in spite of their row")
    assert "Peer challenge, 2: nobody is known" in nobody
    assert "Peer challenge, 1: is snoozed until 31 March 2030" in in_part


def test_what_still_waits_is_said_again_after_a_week_and_a_mail_to_review_at_once(watched: Council) -> None:
    watched.run("run", "remind", "--today", "2027-03-01")
    watched.run("approve", "2027-03-01-1", "--today", "2027-03-01")
    watched.reply("ada.fenn", "1: done", said=datetime(2027, 3, 1, 12, tzinfo=UTC), Authentication_Results="dmarc=fail")
    watched.run("run", "remind", "--today", "2027-03-02")
    assert len(watched.mails("tom.wray")) == 2
    watched.run("run", "remind", "--today", "2027-03-08")
    assert len(watched.mails("tom.wray")) == 2
    watched.run("run", "remind", "--today", "2027-03-09")
    assert len(watched.mails("tom.wray")) == 3


def test_held_nudges_can_be_looked_at_as_pages(watched: Council) -> None:
    watched.run("run", "remind", "--today", "2027-03-01")
    watched.run("outbox", "--held", "--out", "held")
    page = watched.folder / "held" / f"{watched.person('ada.fenn')}.html"
    assert "Publish the plan" in page.read_text(encoding="utf-8")


def test_an_unsent_nudge_of_yesterday_waits_for_remind(watched: Council) -> None:
    watched.run("run", "remind", "--today", "2027-03-01")
    assert "1 nudge sent" in watched.run("approve", "2027-03-01-1", "--today", "2027-03-01")
    away = {"match": {"method": "POST", "path": "/messages$"}, "fault": {"kind": "status", "status": 500}, "times": 50}
    watched.control("POST", "faults", json=away)
    assert "No nudges sent" in watched.run("run", "remind", "--today", "2027-03-10")
    watched.control("DELETE", "faults")
    watched.run("run", "collect", "--today", "2027-03-11")
    assert len(watched.mails("ada.fenn")) == 1
    assert "1 nudge sent" in watched.run("run", "remind", "--today", "2027-03-11")
    assert len(watched.mails("ada.fenn")) == 2


def test_a_broken_template_holds_up_no_mail_and_the_admin_hears_of_it(watched: Council) -> None:
    own = watched.folder / "templates" / "mail"
    own.mkdir(parents=True)
    (own / "nudge.txt").write_text("Dear {{ mail.nme }}", encoding="utf-8")
    mine = '[service]\ntemplates = "templates"'
    watched.write_config(mail=f'admins = ["{watched.person("tom.wray")}"]', extra=mine)
    assert "mail/nudge.txt, line 1 cannot be used" in watched.run("check", expect=1)
    watched.run("run", "remind", "--today", "2027-03-01")
    watched.run("approve", "2027-03-01-1", "--today", "2027-03-01")
    [nudge] = watched.mails("ada.fenn")
    assert "say where things stand" in said(watched, nudge)
    [notice] = watched.mails("tom.wray")
    assert "The template mail/nudge.txt, line 1 cannot be used" in said(watched, notice)


def said(council: Council, mail: dict[str, Any]) -> str:
    return " ".join(parent_text(open_mail(council.raw(mail))).split())
