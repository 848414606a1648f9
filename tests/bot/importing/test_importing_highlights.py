"""Highlight reports: what each workstream says of itself, and what it says in two ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bot.importing import read_plan

AS_OF = date(2028, 1, 10)
REPORT = """Market Hall

Summary of key proposals

- Roof the hall

Project:\t\tStage: 2\t
Period\t\tReport Due\tdate: Nov 27
Covered: Aug - Nov 27\t\t\t
UNDERSPEND:\tON BUDGE\tT\tOVERSPEND
£-\tYES\t\t£-
Ahead of time\tOn schedule\t\tBehind schedule
\t{on}\t\t{behind}

Products completed this period (position statement):

The roof is drawn.

Actual or Potential problems:

{problems}

Risk update:

None new

Tolerance Situation (if any was set):

Time: {time} Cost: Unaffected Quality: Unaffected

River Path

Summary of key proposals

Project:\t\tStage: 1\t
Covered: Aug - Nov 27\t\t\t
UNDERSPEND:\tON BUDGET\tOVERSPEND
£4,000\t\t
Ahead of time\tOn schedule\tBehind schedule
YES\tYES\t

Actual or Potential problems:

None
"""


def streams(
    tmp_path: Path, on: str = "YES", behind: str = "", problems: str = "None", time: str = "Unaffected"
) -> list[dict[str, Any]]:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.format(on=on, behind=behind, problems=problems, time=time), encoding="utf-8")
    plan = read_plan(path, AS_OF)
    assert plan.actions == ()
    return [dict(each) for each in plan.workstreams]


def test_a_workstream_has_its_period_boxes_problems_and_tolerance(tmp_path: Path) -> None:
    hall, _ = streams(tmp_path)
    assert (hall["name"], hall["stage"], hall["period"]["text"]) == ("Market Hall", "2", "Aug - Nov 27")
    assert (hall["period"]["end"], hall["report_due"]["end"]) == ("2027-11-30", "2027-11-30")
    assert (hall["schedule"]["value"], hall["budget"]["value"]) == ("on_schedule", "on_budget")
    assert (hall["summary"], hall["done"], hall["problems"]) == ("- Roof the hall", "The roof is drawn.", "None")
    assert hall["tolerance"] == {"time": "Unaffected", "cost": "Unaffected", "quality": "Unaffected"}
    assert hall["questions"] == []


def test_two_ticks_are_reported_and_a_sum_is_a_tick(tmp_path: Path) -> None:
    path = streams(tmp_path)[1]
    assert path["questions"] == ['"Ahead of time" and "On schedule" are ticked: which holds?']
    assert (path["schedule"]["value"], path["budget"]["value"]) == ("", "underspend")


def test_no_tick_is_reported(tmp_path: Path) -> None:
    assert streams(tmp_path, on="")[0]["questions"] == ["No box of the schedule is ticked: how is it?"]


def test_a_tick_against_the_words_is_reported(tmp_path: Path) -> None:
    assert streams(tmp_path, on="", behind="YES")[0]["questions"] == [
        '"Behind schedule" is ticked and the text says "None": which holds?',
        '"Behind schedule" is ticked and the tolerance of time is "Unaffected": is it behind?',
    ]
    assert streams(tmp_path, problems="The survey is delayed")[0]["questions"] == [
        '"On schedule" is ticked and the text says "The survey is delayed": which holds?'
    ]
