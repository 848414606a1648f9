"""Actions in minutes: in boxes, behind initials in brackets, behind names and a colon, on a line divided by dashes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from bot.importing import read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


@pytest.mark.parametrize("suffix", ["docx", "docm", "DOCX"])
def test_a_box_in_minutes_ends_where_it_ends(tmp_path: Path, suffix: str) -> None:
    document = Document()
    document.add_paragraph("Harbour Board, 3 October 2027")
    for heading, told, box in (
        ("1. Moorings", "Some are loose.", "Action: Ann Lark to check the chains by 9 November 2027"),
        ("2. Gulls", "They were discussed.", "Action - A Lark / J Finch: hire a falconer. Deadline: 30 November 2027"),
        ("3. Close", "Nothing else was raised.", ""),
    ):
        document.add_paragraph(heading)
        document.add_paragraph(told)
        if box:
            document.add_table(rows=1, cols=1).cell(0, 0).text = box
    document.save(str(tmp_path / f"minutes.{suffix}"))
    plan = read_plan(tmp_path / f"minutes.{suffix}", AS_OF)
    assert [(each.action, each.owners, each.due.end) for each in plan.actions] == [
        ("Ann Lark to check the chains by 9 November 2027", ("Ann Lark",), date(2027, 11, 9)),
        ("hire a falconer. Deadline: 30 November 2027", ("A Lark", "J Finch"), date(2027, 11, 30)),
    ]


def test_initials_in_brackets_and_lines_divided_by_dashes_are_read(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(
        "Harbour Board\n\n1. Moorings\nSome are loose.\n"
        "ACTION (AL): write to the pilots by 30 Nov 2027\n"
        "AP12 – JF – repaint the beacon – 31/01/2028 – on hold\n"
        "AP13 – the beacon was discussed – at length – 31/01/2028\n",
        encoding="utf-8",
    )
    plan = read_plan(tmp_path / "minutes.txt", AS_OF)
    assert [(each.ref, each.action, each.owners, each.due.end, each.status.value) for each in plan.actions] == [
        ("1", "write to the pilots by 30 Nov 2027", ("AL",), date(2027, 11, 30), Status.UNKNOWN),
        ("AP12", "repaint the beacon", ("JF",), date(2028, 1, 31), Status.ON_HOLD),
    ]
