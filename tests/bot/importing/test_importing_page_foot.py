"""The lines at the foot of a pasted paper: whom to ask about it, and when it comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.importing.pasted.strips import lines_of
from bot.importing.reader import read_plan

TEXT = """Action 1: Dredge the mill pond
Owner: Estates Manager
Due: May 2029
Position: Boat hired.
Action 2: Replace both gauges
Owner: Drainage Engineer
Due: June 2029
Position: Closed: gauges read since March.
Contact: Deputy Town Clerk, Council Offices. Next report to the
Council: 4 June 2029.
"""


def test_whom_to_ask_about_a_paper_owns_none_of_its_actions(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(TEXT, encoding="utf-8")
    plan = read_plan(tmp_path / "paper.txt", date(2028, 6, 1))
    assert [each.owners for each in plan.actions] == [("Estates Manager",), ("Drainage Engineer",)]
    assert plan.actions[1].status.text == "Closed: gauges read since March."
    assert any("Deputy Town Clerk" in asked for asked in plan.questions)


def test_a_foot_is_told_from_the_last_cell_of_a_row_over_the_number_of_the_next() -> None:
    foot = "Plan\n\nSluices – report 2027\n1\n\nMend the gate\n\nSluices – report 2027\n2\n\nPaint the door"
    rows = "\n1\nMend the gate\nNot yet started\n2\nPaint the door\nNot yet started\n3\nClear the leat"
    assert [line.text for line in lines_of(foot)] == ["Plan", "Mend the gate", "Paint the door"]
    assert [line.text for line in lines_of(rows)] == rows.split("\n")[1:]
