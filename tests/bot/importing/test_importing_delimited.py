"""Action plans in CSV and TSV files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)
LINES = [
    ["Recommendation", "Action", "Owner", "By when", "RAG status"],
    ["Water", "", "", "", ""],
    ["1) Mend the weir", "i) Survey – soon", "Clerk", "May 2028", "Not started"],
    ["", "ii) Repair", "Mayor", "June 2028", "Completed"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_encoding_and_separator_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes("\r\n".join(separator.join(line) for line in LINES).encode(encoding))
    actions = read_plan(path, AS_OF).actions
    assert [(action.ref, action.action, action.section) for action in actions] == [
        ("1.i", "Survey – soon", "Water"),
        ("1.ii", "Repair", "Water"),
    ]
    assert actions[1].status.value is Status.COMPLETED


def test_quoted_cells_may_hold_lines_and_separators(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        'Action,Owner,Due,Status\n"Walk, map\nand sign the paths","Ranger, Clerk",May 2028,\n', encoding="utf-8"
    )
    action = read_plan(path, AS_OF).actions[0]
    assert action.action == "Walk, map and sign the paths"
    assert action.owners == ("Ranger", "Clerk")


def test_a_tab_separated_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.tsv"
    path.write_text("\n".join("\t".join(line) for line in LINES), encoding="utf-8")
    assert len(read_plan(path, AS_OF).actions) == 2


def test_the_reading_has_the_shape_of_the_interface(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        'Ref,Action,Owner,Due,Status\n7,Walk the paths,Ranger,May 2028,"Started, moved to June 2028"\n',
        encoding="utf-8",
    )
    due = {
        "text": "May 2028",
        "start": "2028-05-01",
        "end": "2028-05-31",
        "precision": "month",
        "kind": "deadline",
        "assumption": None,
    }
    revised = {
        "text": "June 2028",
        "start": "2028-06-01",
        "end": "2028-06-30",
        "precision": "month",
        "kind": "deadline",
        "assumption": None,
    }
    assert read_plan(path, AS_OF).to_json() == {
        "source": "plan.csv",
        "title": "plan",
        "columns": {"ref": "Ref", "action": "Action", "owner": "Owner", "due": "Due", "status": "Status"},
        "actions": [
            {
                "ref": "7",
                "section": "",
                "recommendation": "",
                "response": "",
                "action": "Walk the paths",
                "owners": ["Ranger"],
                "owner_text": "Ranger",
                "due": due,
                "status": {
                    "text": "Started, moved to June 2028",
                    "value": "in_progress",
                    "note": "moved to June 2028",
                    "revised_due": revised,
                },
                "confidence": 1.0,
                "questions": [],
                "source_rows": [2],
                "repeat_of": "",
            }
        ],
        "questions": [],
        "left_out": [],
        "workstreams": [],
    }
