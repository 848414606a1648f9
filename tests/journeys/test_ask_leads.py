"""Leads asked some working days before a highlight report; what they answer stands in it word for word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.paper import words
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = """Ref,Theme,Action,Owner,Due,Status
H1,Homes,Mend the roofs,Head of Housing,30 June 2027,In progress
H2,Rents,Agree the rents,Head of Housing,30 June 2027,In progress
H3,Depot,Sell the depot,Head of Housing,31 January 2027,Completed
"""
NOON = datetime(2027, 2, 24, 12, tzinfo=UTC)
ANSWER = """Homes

Budget:
£3,000 over – agreed with finance.

Risk update
None.
"""


@told_once
def asked(council: Council) -> None:
    """Papers are made on Monday 1 March; ada.fenn leads the plan and tom.wray its rents; four working days before,
    on Tuesday 23 February, they are asked."""
    council.write_config(("Housing",), lead=council.person("ada.fenn"), extra="[summary]\nask_leads = 4")
    configured = council.config.read_text(encoding="utf-8")
    extra = f'paper = "highlight"\ntheme_leads = {{ Rents = "{council.person("tom.wray")}" }}\n'
    council.config.write_text(configured + extra, encoding="utf-8")
    council.bring_in(PLAN)
    council.run("run", "remind", "--today", "2027-02-22")
    assert council.mails("ada.fenn") == []
    council.run("run", "remind", "--today", "2027-02-23")


def test_each_lead_is_asked_once_about_their_own_open_themes(asked: Council) -> None:
    assert "asked for their words" not in asked.run("run", "remind", "--today", "2027-02-24")
    [ada], [tom] = asked.mails("ada.fenn"), asked.mails("tom.wray")
    assert ada["subject"] == "Housing: your words for February 2027, please, by 1 March 2027"
    assert ("Homes" in ada["body"], "Rents" in ada["body"], "Depot" in ada["body"]) == (True, False, False)
    assert "Rents" in tom["body"]


def test_an_answer_fills_its_section_word_for_word_and_the_rest_is_marked(asked: Council) -> None:
    asked.reply("ada.fenn", ANSWER, said=NOON)
    asked.run("run", "summarise", "--today", "2027-03-01")
    [paper] = asked.papers().values()
    homes, rents = words(paper).split("Homes\n")[1].split("Rents\n")
    assert "Budget\n£3,000 over – agreed with finance.\n" in homes
    assert "Risk update\nNone.\n" in homes
    unsaid = "Actual or potential problems; Effect of changes on budget; Tolerance: time, cost and quality"
    assert f"Not supplied: {unsaid}. To be written by: Ada Fenn.\n" in homes
    everything = unsaid.replace("problems;", "problems; Risk update;")
    assert f"Not supplied: Budget; {everything}. To be written by: Tom Wray.\n" in rents
    assert asked.box("inbox") == []
    [_, receipt] = asked.mails("ada.fenn")
    assert "Your words go into the highlight report under “Budget”; “Risk update”." in receipt["body"]


def test_a_later_answer_replaces_an_earlier_one_heading_by_heading(asked: Council) -> None:
    asked.reply("ada.fenn", ANSWER, said=NOON)
    asked.run("run", "collect", "--today", "2027-02-25")
    asked.reply("ada.fenn", "Budget: back on target\n", said=NOON)
    asked.run("run", "summarise", "--today", "2027-03-01")
    [paper] = asked.papers().values()
    assert "Budget\nback on target\n" in words(paper)
    assert "Risk update\nNone.\n" in words(paper)
    assert "£3,000" not in words(paper)


def test_what_nobody_vouches_for_or_somebody_else_writes_waits_for_a_person(asked: Council) -> None:
    asked.reply("tom.wray", ANSWER, said=NOON, parent_of="ada.fenn")
    asked.reply("ada.fenn", "All fine, thanks.", said=NOON)
    said = asked.run("run", "collect", "--today", "2027-02-25")
    assert "it goes into no highlight report" in said
    assert "it has words below none of the headings" in said
    asked.run("run", "summarise", "--today", "2027-03-01")
    assert "£3,000" not in words(next(iter(asked.papers().values())))
