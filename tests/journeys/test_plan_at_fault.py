"""One plan's list at fault does not keep the other plans from their nudges, answers and papers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\n{ref},{text},Ada Fenn,31 January 2027,In progress\n"
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@told_once
def broken(council: Council) -> None:
    """Ada was nudged about two plans; then the first one's list lost the column that holds progress."""
    _well(council)
    for plan, ref in (("Housing", "H1"), ("Audit", "A1")):
        (council.folder / "plan.csv").write_text(PLAN.format(ref=ref, text=f"Mend {plan}"), encoding="utf-8")
        council.run("import", "plan.csv", "--plan", plan)
    council.run("run", "remind", "--today", "2027-03-01")
    council.run("approve", "2027-03-01-1", "--today", "2027-03-01")
    text = council.config.read_text(encoding="utf-8")
    lost = 'name = "Housing"\ncolumns = { progress = "Comments" }'
    council.config.write_text(text.replace('name = "Housing"', lost), encoding="utf-8")


def _well(council: Council) -> None:
    council.write_config(("Housing", "Audit"), mail=f'admins = ["{council.person("tom.wray")}"]')


def test_the_healthy_plan_is_nudged_and_the_admin_is_told_of_the_other(broken: Council) -> None:
    said = broken.run("run", "remind", "--today", "2027-03-09", expect=1)
    assert "1 nudge sent" in said
    assert 'the plan "Housing" was left out: list "Housing" has no column "Comments"' in said
    nudge, notice = broken.mails("ada.fenn")[-1], broken.mails("tom.wray")[-1]
    assert "Mend Audit" in broken.raw(nudge).decode()
    assert "Mend Housing" not in broken.raw(nudge).decode()
    assert "Plans that are not looked after" in broken.raw(notice).decode()


def test_a_preview_shows_the_healthy_plan_and_names_the_other(broken: Council) -> None:
    said = broken.run("preview", "--today", "2027-03-09", expect=1)
    assert "1 nudge written" in said
    assert 'the plan "Housing" was left out' in said


def test_answers_wait_for_their_list_and_the_others_are_written(broken: Council) -> None:
    broken.reply("ada.fenn", "H1: done\nA1: done", said=NOON)
    broken.run("run", "collect", "--today", "2027-03-02", expect=1)
    assert broken.rows("Audit")["A1"]["Status"] == "Completed"
    assert len(broken.box("inbox")) == 1

    _well(broken)
    broken.run("run", "collect", "--today", "2027-03-02")
    row = broken.rows("Housing")["H1"]
    assert (row["Status"], row["Progress"]) == ("Completed", "1 March 2027, Ada Fenn: H1: done")
    assert broken.rows("Audit")["A1"]["Progress"].count("A1: done") == 1
    assert len(broken.mails("ada.fenn")) == 2  # the nudge and one receipt


def test_the_healthy_plan_gets_its_paper(broken: Council) -> None:
    broken.run("run", "summarise", "--today", "2027-03-02", expect=1)
    assert list(broken.papers()) == ["Audit 2027-02.docx"]
