"""A key in every shape that people print it, and lines that name colours and are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing.printed.key_lines import entries_of, keys_of, meaning
from bot.importing.reader import read_plan
from bot.plan import Status
from tests.bot.importing.importing_documents import in_order, workbook

AS_OF = date(2028, 6, 1)
MEANT = [Status.COMPLETED, Status.IN_PROGRESS, Status.AT_RISK, Status.AT_RISK, Status.NOT_STARTED]
PLAN = [
    ["Ref", "Action", "Lead", "Due", "RAG"],
    *(["1", f"Mend sluice number {code}", "Town Clerk", "May 2029", code] for code in "BGARW"),
]
TABLES = {
    "an entry a cell": [
        ["B – done and agreed", "G – on track", "A – slipping", "R – off track", "W – not due to start"]
    ],
    "behind the word key": [["Key", "B Done", "G On track", "A Slipping", "R Off track", "W Not started"]],
    "codes over words": [["B", "G", "A", "R", "W"], ["Done", "On track", "Slipping", "Late", "Not begun"]],
    "words before codes": [["Done", "B"], ["On track", "G"], ["Slipping", "A"], ["Late", "R"], ["Not begun", "W"]],
    "in turn": [["B", "Done", "G", "On track", "A", "Slipping", "R", "Late", "W", "Not begun"]],
    "in sentences": [
        ["B (blue)", "The action is done"],
        ["G (green)", "The action is on track"],
        ["A (amber)", "Some slippage"],
        ["R (red)", "Will not be finished on time"],
        ["W (white)", "The action has not begun"],
    ],
}


@pytest.mark.parametrize(
    "line",
    [
        "Key: B done, G on track, A some delay, R serious delay, W not started",
        "Each action has a rating: B, finished; G, on course; A, at some risk of being late; R, late; W, not begun.",
        "B Complete  G On track  A Slipping  R Off track  W Not started",
        "B-complete; G-on track; A-slipping; R-off track; W-not started",
        "Ratings: complete (B), on track (G), slipping (A), off track (R) and not started (W).",
        "B (complete), G (on track), A (slipping), R (off track), W (not started)",
        "Marked B where complete, G where on track, A where there is slippage, R where late, W where not started.",
        "B stands for complete, G stands for on track, A for slipping, R for off track and W for not started.",
        "Complete = B; On track = G; Slipping = A; Off track = R; Not started = W",
        "‘B’ complete, ‘G’ on track, ‘A’ slipping, ‘R’ off track, ‘W’ not started",
        "Blue (B) complete; Green (G) on track; Amber (A) slipping; Red (R) off track; White (W) not started",
        "[B] complete [G] on track [A] slipping [R] off track [W] not started",
        "B → complete, G → on track, A → slipping, R → off track, W → not started",
    ],
)
def test_a_line_explains_five_letters_however_it_is_put(line: str) -> None:
    assert [meaning(entry.words) for entry in entries_of(line)] == MEANT


@pytest.mark.parametrize(
    "line",
    [
        "Actions are rated red, amber or green.",
        "Phase A complete; Phase B on track; Phase C not started",
        "Lot A is complete, lot B is on track and lot C has not started",
        "Red actions are reported to Cabinet; amber actions to the board",
        "Green space plan: Red kite survey complete, Blue lagoon on hold, Green lane not started",
        "Rated A by the inspectors, B by the regulator",
    ],
)
def test_a_line_that_names_letters_or_colours_alone_explains_none(line: str) -> None:
    assert len({entry.code for entry in entries_of(line) if meaning(entry.words)}) < 2


def test_an_entry_a_line_and_a_wrapped_line_are_a_key_too() -> None:
    lines = [
        "Key to ratings",
        "B Complete",
        "W Not started",
        "Rated: G, going to plan; R, late or likely to be late; A, at",
    ]
    keys = [key for key in keys_of([*lines, "some risk of being late."]) if len(key) > 1]
    assert [[(entry.code, entry.words) for entry in key] for key in keys] == [
        [("green", "going to plan"), ("red", "late or likely to be late"), ("amber", "at some risk of being late")],
        [("blue", "Complete"), ("w", "Not started")],
    ]


@pytest.mark.parametrize("shape", TABLES)
@pytest.mark.parametrize("above", [True, False])
def test_a_small_table_is_a_key_over_or_under_the_plan(tmp_path: Path, shape: str, above: bool) -> None:
    blocks = [TABLES[shape], "", PLAN] if above else [PLAN, "", TABLES[shape]]
    actions = read_plan(in_order(tmp_path / "plan.docx", ["Sluices: action plan", *blocks]), AS_OF).actions
    assert [each.status.value for each in actions] == MEANT


@pytest.mark.parametrize("shape", TABLES)
def test_a_small_table_is_a_key_in_a_sheet_of_its_own(tmp_path: Path, shape: str) -> None:
    plan = read_plan(workbook(tmp_path / "plan.xlsx", {"Plan": PLAN, "Guide": TABLES[shape]}), AS_OF)
    assert [each.status.value for each in plan.actions] == MEANT
    assert plan.questions == ()


def test_a_count_of_each_colour_is_no_key(tmp_path: Path) -> None:
    count = [["Theme", "Blue", "Green", "Amber", "Red"], ["Ponds", "1", "2", "0", "1"]]
    blocks = ["Blue: complete; green: on track", count, "", PLAN]
    actions = read_plan(in_order(tmp_path / "plan.docx", blocks), AS_OF).actions
    assert [each.status.value for each in actions][:2] == MEANT[:2]


@pytest.mark.parametrize(
    ("cell", "value", "asked"),
    [
        ("B; live since 1 May", Status.COMPLETED, False),
        ("B (live since 1 May)", Status.COMPLETED, False),
        ("Blue In post from 1 May.", Status.COMPLETED, False),
        ("G. Three of five are up", Status.IN_PROGRESS, False),
        ("W; starts in April 2029", Status.NOT_STARTED, False),
        ("B, signed off by the Board", Status.COMPLETED, False),
        ("B; still waiting for the report", Status.COMPLETED, True),
        ("B – on hold until spring", Status.ON_HOLD, True),
        ("W; work began in May", Status.IN_PROGRESS, True),
        ("G; contract signed and work done", Status.IN_PROGRESS, True),
    ],
)
def test_a_code_with_a_remark_means_what_the_key_says(tmp_path: Path, cell: str, value: Status, asked: bool) -> None:
    plan = [
        ["B = complete, G = on track, W = not started"],
        PLAN[0],
        ["1", "Mend the sluice", "Clerk", "May 2029", cell],
    ]
    (action,) = read_plan(workbook(tmp_path / "plan.xlsx", {"Plan": plan}), AS_OF).actions
    assert (action.status.value, bool(action.questions), action.status.text) == (value, asked, cell)


@pytest.mark.parametrize(
    ("cell", "update", "moved"),
    [
        ("Amber – minor delays", "The divers were ill. Now expected July 2029.", date(2029, 7, 31)),
        ("Amber – now expected August 2029", "The divers were ill.", date(2029, 8, 31)),
        ("Amber – minor delays", "", None),
    ],
)
def test_an_update_is_heard_beside_a_code_with_a_remark(
    tmp_path: Path, cell: str, update: str, moved: date | None
) -> None:
    plan = [
        ["Green = on track, Amber = minor delays"],
        [*PLAN[0], "Progress to date"],
        ["1", "Mend the sluice", "Clerk", "May 2029", cell, update],
    ]
    (action,) = read_plan(workbook(tmp_path / "plan.xlsx", {"Plan": plan}), AS_OF).actions
    assert action.status.value is Status.AT_RISK
    assert (action.status.revised_due.end if action.status.revised_due else None) == moved


def test_an_action_with_a_word_of_its_own_does_not_share_the_colour_of_its_row(tmp_path: Path) -> None:
    row = [
        "1",
        "a) Mend the gate\nb) Paint the door",
        "Clerk",
        "May\nJune 2028",
        "Amber",
        "a) Completed\nb) Not started",
    ]
    head = ["Ref", "Actions", "Lead", "Due", "RAG", "Comments"]
    blocks = ["Blue = complete; amber = late", [head, row]]
    actions = read_plan(in_order(tmp_path / "plan.docx", blocks), AS_OF).actions
    assert [each.status.value for each in actions] == [Status.COMPLETED, Status.NOT_STARTED]
