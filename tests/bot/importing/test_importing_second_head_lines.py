"""Heads printed on two lines, in text and in files whose cells cannot be merged: they are read together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import excel

from bot.importing import PlanReading, read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)
ROWS = (("1", "Inspect the stalls", "Clerk", "June 2028", "Not started"), ("2", "Sweep", "Ranger", "May 2028", "Done"))
SMALL = (("Ref", "Action", "Lead", "Target", "Current"), ("", "needed", "officer", "date", "progress"))
LARGE = (("Ref", "Action", "Lead", "Original", "Latest"), ("", "", "Officer", "Target", "Position"))
BRACKETS = (("Ref", "Action", "Lead", "Target", "Progress"), ("", "", "(officer)", "(date)", "and RAG"))
HEADS = pytest.mark.parametrize("heads", [SMALL, LARGE, BRACKETS], ids=["small", "large", "brackets"])


def spaced(cells: tuple[str, ...]) -> str:
    return "".join(f"{cell:22}" for cell in cells).rstrip()


def read(path: Path, text: str) -> PlanReading:
    path.write_text(text + "\n", encoding="utf-8")
    return read_plan(path, AS_OF)


@HEADS
@pytest.mark.parametrize(
    ("suffix", "between"),
    [(".txt", ""), (".txt", "\t"), (".txt", " | "), (".tsv", "\t"), (".csv", ",")],
    ids=["spaces", "tabs", "strokes", "tsv", "csv"],
)
def test_a_head_of_two_lines_is_read_together_in_every_layout(
    tmp_path: Path, heads: tuple[tuple[str, ...], ...], suffix: str, between: str
) -> None:
    lines = (between.join(cells) if between else spaced(cells) for cells in (*heads, *ROWS))
    plan = read(tmp_path / f"plan{suffix}", "\n".join(lines))
    assert [(each.ref, each.action, each.owners[0], each.due.end) for each in plan.actions] == [
        ("1", "Inspect the stalls", "Clerk", date(2028, 6, 30)),
        ("2", "Sweep", "Ranger", date(2028, 5, 31)),
    ]
    assert [each.status.value for each in plan.actions] == [Status.NOT_STARTED, Status.COMPLETED]
    assert plan.columns["ref"] == "Ref"
    assert plan.columns["owner"] == f"{heads[0][2]} {heads[1][2]}"
    assert plan.columns["due"] == f"{heads[0][3]} {heads[1][3]}"


def test_dates_first_set_and_revised_are_told_by_both_lines_of_their_heads(tmp_path: Path) -> None:
    heads = (
        ("Ref", "Action", "Lead", "Original", "Revised", "Progress"),
        ("", "", "Officer", "Target", "Target", "to Date"),
    )
    row = ("1", "Inspect the stalls", "Clerk", "May 2028", "June 2028", "Not started")
    plan = read(tmp_path / "plan.txt", "\n".join(map(spaced, (*heads, row))))
    assert (plan.columns["due"], plan.columns["revised_due"]) == ("Original Target", "Revised Target")


def test_a_start_and_a_finish_under_one_head_are_told_apart_in_a_csv(tmp_path: Path) -> None:
    text = "Action,Who,Timescale,,Progress\n,,Start,Finish,\nInspect the stalls,Clerk,May 2027,June 2028,Not started"
    [action] = read(tmp_path / "plan.csv", text).actions
    assert action.due.end == date(2028, 6, 30)


def test_a_first_row_of_few_words_is_no_second_line(tmp_path: Path) -> None:
    text = "Theme,Action,Lead officer,Due date,Status\n,Sweep,Ranger,May 2028,Done\n,Inspect,Clerk,June 2028,Open"
    assert [each.action for each in read(tmp_path / "plan.csv", text).actions] == ["Sweep", "Inspect"]


def test_strokes_that_frame_a_table_open_no_cell(tmp_path: Path) -> None:
    text = "\n".join(f"| {' | '.join(cells)} |" for cells in (*SMALL, *ROWS))
    assert [each.ref for each in read(tmp_path / "plan.txt", text).actions] == ["1", "2"]


def test_a_row_that_lacks_the_stroke_of_its_frame_keeps_its_columns(tmp_path: Path) -> None:
    rows = [f"| {' | '.join(cells)} |" for cells in (SMALL[0], *ROWS)]
    assert [each.ref for each in read(tmp_path / "plan.txt", "\n".join([*rows[:-1], rows[-1][2:]])).actions] == [
        "1",
        "2",
    ]


@pytest.mark.parametrize("between", ["", "\t"], ids=["spaces", "tabs"])
def test_second_lines_of_heads_are_no_part_of_a_first_row_without_a_reference(tmp_path: Path, between: str) -> None:
    lines = (
        ("Action", "Lead", "Original", "Progress"),
        ("", "Officer", "Target", "Position"),
        ("Inspect the stalls in", "Clerk", "May 2028", "Not started"),
        ("every market", "", "", ""),
    )
    text = "\n".join(between.join(cells) if between else spaced(cells) for cells in lines)
    [action] = read(tmp_path / "plan.txt", text).actions
    assert (action.action, action.owners) == ("Inspect the stalls in every market", ("Clerk",))


def test_a_line_below_heads_that_span_columns_parts_them_whatever_its_words(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Agreed action", "Officer", "Target date", "", "Status", ""),
        ("", "", "", "Original", "Revised", "Aug-27", "Nov-27"),
        ("1", "Remove leavers within five days", "Payroll Manager", "30/06/2027", "30/12/2027", "Amber", "Amber"),
        ("2", "Check all overtime claims", "Payroll Manager", "31/07/2027", "", "Red", "Complete"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows, merged=("D1:E1", "F1:G1")), AS_OF)
    assert [each.action for each in plan.actions] == ["Remove leavers within five days", "Check all overtime claims"]
    first, second = plan.actions
    assert first.due.end == date(2027, 6, 30)
    assert first.status.revised_due is not None
    assert first.status.revised_due.end == date(2027, 12, 30)
    assert (first.status.value, second.status.value) == (Status.AT_RISK, Status.COMPLETED)


def test_cells_below_a_head_that_spans_columns_are_a_row_where_others_stand_beside_them(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Agreed action", "Officers", "", "Target date"),
        ("1", "Remove leavers", "Payroll Manager", "Clerk", "June 2027"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows, merged=("C1:D1",)), AS_OF)
    assert [each.action for each in plan.actions] == ["Remove leavers"]
