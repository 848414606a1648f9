"""Somebody with two posts under two managers: what stays late goes to the manager of the post that owns it."""

from __future__ import annotations

import pytest

from tests.journeys.council import Council

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H1,Publish the plan,Head of Housing,12 February 2027,In progress\n"
    "E1,Sell the old depot,Head of Estates,12 February 2027,In progress\n"
)


def test_an_action_is_brought_to_the_manager_in_the_row_of_its_post(council: Council) -> None:
    council.write_config(extra="[policy]\nescalate = [ { after = 15, to = 'manager' } ]")
    council.bring_in(PLAN)
    council.staff({"Head of Housing": "tom.wray", "Head of Estates": "tom.wray"})
    council.pick("Who is who", "Head of Housing", "Manager", "priya.nair")
    council.pick("Who is who", "Head of Estates", "Manager", "beth.larkin")
    [held] = council.answer("run", "remind", "--today", "2027-03-01")["runs"]
    council.run("approve", held["run"], "--today", "2027-03-01")
    [mail] = council.mails("tom.wray")
    said = " ".join(str(mail).split())
    assert "Priya Nair (your manager) will be told" in said
    assert "Beth Larkin (your manager) will be told" in said
    checked = council.run("check", "--today", "2027-03-01")
    assert "note  managers: Tom Wray has different managers as" in checked
