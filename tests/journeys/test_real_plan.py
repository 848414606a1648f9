"""A real council's plan, from its document to its paper."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.council import SEEDS, Council
from tests.journeys.paper import tables

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans in ../shared/seeds are not on this machine"),
]

POSTS = {
    "CEO": "priya.nair",
    "S151 Officer": "tom.wray",
    "Strat Lead for Transformation": "ada.fenn",
    "Transformation Programme Manager": "ada.fenn",
    "HR Lead": "beth.larkin",
    "Director of Commercial Services": "colm.odwyer",
    "Leader": "sian.hughes",
}
MONDAY = ("--today", "2017-10-02")


@pytest.mark.parametrize("document", ["seed-000-merged.docx", "seed-000-merged.xlsx"])
def test_a_real_plan_goes_from_its_document_through_nudges_and_a_reply_to_the_paper(
    council: Council, document: str
) -> None:
    council.write_config(certificate=council.facts["certificate"])
    said = council.run("import", str(SEEDS / "docs" / document), "--as-of", "2017-09-30")
    assert "34 actions written" in said
    council.staff(POSTS)

    kinds = {
        each["ref"]: each["kind"]
        for nudge in council.answer("run", "remind", "--dry-run", *MONDAY)["nudges"]
        for each in nudge["actions"]
    }
    assert kinds == dict.fromkeys(("2.ii", "3.i", "5.iii", "5.iv", "8.i", "8.ii", "O5"), "overdue") | dict.fromkeys(
        ("1.iii", "1.iv", "4.ii"), "check_in"
    )

    first = council.answer("run", "remind", *MONDAY)
    assert first["sent"] == 0
    [held] = first["runs"]
    assert held["state"] == "held"
    council.run("approve", held["run"], *MONDAY)
    assert "No nudges sent" in council.run("run", "remind", *MONDAY)

    nudged = {name: council.mails(name) for name in POSTS.values()}
    assert {name: len(mails) for name, mails in nudged.items()} == dict.fromkeys(POSTS.values(), 1)
    [s151] = nudged["tom.wray"]
    assert all(f">{ref}<" in s151["body"].replace("</span>", "<") for ref in ("8.i", "8.ii", "O5"))
    assert "8.iii" not in s151["body"]

    before = council.rows("Peer challenge")
    words = "8.iii: new date is December 2017, waiting for the adviser's report"
    council.reply("tom.wray", words, said=datetime(2017, 10, 2, 11, tzinfo=UTC))
    council.run("run", "collect", *MONDAY)
    after = council.rows("Peer challenge")
    assert {ref for ref in after if after[ref] != before[ref]} == {"8.iii"}
    assert after["8.iii"]["RevisedDue"].startswith("2017-12-31")
    assert words in after["8.iii"]["Progress"]

    council.run("run", "summarise", *MONDAY)
    [(name, paper)] = council.papers().items()
    assert name == "Peer challenge 2017-09.docx"
    found = tables(paper)
    assert [row[0] for row in found["Overdue actions"]] == ["2.ii", "3.i", "8.i", "8.ii", "5.iv", "O5"]
    [moved] = found["Dates that moved"]
    assert moved[0] == "8.iii"
    assert "31 August 2017" in moved[2]
    assert moved[3].startswith("31 December 2017")
    assert "adviser's report" in moved[5]
