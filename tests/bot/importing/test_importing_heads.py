"""Which column holds what where the heads are those of real councils: two rows of heads, old columns, odd words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from importing_documents import excel, word

from bot.importing import read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


@pytest.mark.parametrize(
    ("heads", "field", "head"),
    [
        (("Action", "Lead Member", "Lead Officer", "By when", "Status"), "owner", "Lead Officer"),
        (("Action", "Portfolio holder", "Responsible officer", "By when", "Status"), "owner", "Responsible officer"),
        (("Action", "Owner", "By when", "Old status", "Status"), "status", "Status"),
        (("Action", "Owner", "Previous due date", "Due date", "Status"), "due", "Due date"),
        (("Audit", "Action", "Owner", "By when", "Status"), "section", "Audit"),
        (("Ref", "Activity", "Who’s responsible?", "By when", "How’s it going?"), "status", "How’s it going?"),
        (("Minute", "Action", "Owner", "By when", "Status"), "ref", "Minute"),
        (("Ref", "Action", "Owner", "By when", "Complied?"), "status", "Complied?"),
        (("Ref", "Objective / task", "Lead officer", "By", "How far"), "action", "Objective / task"),
        (("Ref", "Objective / task", "Lead officer", "By", "How far"), "due", "By"),
        (("Requirement", "What has to be done", "Officer", "Deadline", "BRAG"), "action", "What has to be done"),
        (("Minute", "Resolution", "To be actioned by", "Deadline", "State of play"), "owner", "To be actioned by"),
        (("Minute", "Resolution", "To be actioned by", "Deadline", "State of play"), "status", "State of play"),
        (("ID", "Title", "AssignedTo", "DueDate", "TaskStatus"), "due", "DueDate"),
        (("Cyf", "Argymhelliad", "Cam gweithredu", "Swyddog", "Statws"), "action", "Cam gweithredu"),
        (("Cyf", "Gweithred", "Swyddog cyfrifol", "Erbyn pryd", "Statws"), "due", "Erbyn pryd"),
        (("Ref", "Commitment", "Who leads", "Agreed finish", "New finish"), "revised_due", "New finish"),
        (("Audit", "Action", "Manager", "Original deadline", "Latest deadline"), "revised_due", "Latest deadline"),
        (("Rhif / No.", "Action", "Owner", "By when", "Status"), "ref", "Rhif / No."),
        (("Action", "Planned end", "Owner", "Forecast end", "Status"), "due", "Planned end"),
        (("You said", "We will", "Manager", "When", "Status"), "recommendation", "You said"),
        (("Ref", "Our commitment", "Person", "When", "Status"), "action", "Our commitment"),
        (("Ref", "Our commitment", "Person", "When", "Status"), "owner", "Person"),
    ],
)
def test_the_head_that_fits_best_is_taken(tmp_path: Path, heads: tuple[str, ...], field: str, head: str) -> None:
    plan = read_plan(excel(tmp_path / "plan.xlsx", [heads, ("Walk", "Clerk", "Ranger", "May 2028", "Done")]), AS_OF)
    assert plan.columns[field] == head


@pytest.mark.parametrize(
    "head", ["Latest note date", "Latest update date", "Status date", "Last updated", "Modified by", "Desired outcome"]
)
def test_what_is_told_of_a_note_or_hoped_for_is_nothing_of_the_action(tmp_path: Path, head: str) -> None:
    heads = ("Action", "Owner", "Due date", "Status", head)
    row = ("Walk the route", "Ranger", "31 May 2028", "In progress", "2 September 2027")
    plan = read_plan(excel(tmp_path / "plan.xlsx", [heads, row]), AS_OF)
    assert set(plan.columns.values()) == {*heads[:4]}
    assert plan.actions[0].status.revised_due is None


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("Priority", "How will we know?", "What we will do", "Who", "When"), ("Parks", "A count", "", "", "")),
        (("ID", "List Name", "Card Name", "Members", "Due Date"), ("7", "To do", "", "", "")),
        (("Concern", "Reply", "Steps we will take", "Lead", "By"), ("Noise", "We agree", "", "", "")),
    ],
)
def test_of_heads_that_may_say_what_to_do_the_plainest_is_the_action(
    tmp_path: Path, heads: tuple[str, ...], row: tuple[str, ...]
) -> None:
    rows = [
        heads,
        (*row[:2], "Walk the route", "Ranger", "May 2028"),
        (*row[:2], "Mend the gate", "Clerk", "June 2028"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [(each.action, each.owner_text) for each in plan.actions] == [
        ("Walk the route", "Ranger"),
        ("Mend the gate", "Clerk"),
    ]


def test_where_no_head_says_action_the_column_of_orders_is_it_and_is_asked_about(tmp_path: Path) -> None:
    heads = ("Recommendation", "Ways forward", "Owner", "Due", "Status")
    row = ("That paths be safe", "Repair every path each spring", "Ranger", "May 2028", "Not started")
    other = ("That gates be shut", "Mend the gate by the pond", "Clerk", "June 2028", "Not started")
    plan = read_plan(excel(tmp_path / "plan.xlsx", [heads, row, other]), AS_OF)
    assert [(each.recommendation, each.action) for each in plan.actions] == [row[:2], other[:2]]
    assert plan.questions == (
        'The column "Ways forward" says what is to be done and is read as action: is that right?',
    )


@pytest.mark.parametrize(
    ("printed", "status", "asks"),
    [
        ("Yes", Status.COMPLETED, False),
        ("Yes - late", Status.COMPLETED, False),
        ("Yes, in part", Status.UNKNOWN, True),
        ("No", Status.UNKNOWN, False),
    ],
)
def test_a_plain_yes_under_a_head_that_asks_whether_it_was_done_is_done(
    tmp_path: Path, printed: str, status: Status, asks: bool
) -> None:
    heads = ("Ref", "Action", "Owner", "By when", "Complied?")
    rows = [heads, ("1", "Apologise to the tenant", "Clerk", "May 2028", printed)]
    [action] = read_plan(excel(tmp_path / "log.xlsx", rows), AS_OF).actions
    assert (action.status.value, bool(action.questions)) == (status, asks)


def test_a_head_of_two_rows_is_read_together(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Ownership", None, "Timescale", None, "Progress"),
        (None, None, "Officer", "Member", "Start", "End", "Status"),
        ("1", "Inspect the stalls", "Clerk", "Cllr Vale", "May 2027", "June 2028", "Not started"),
    ]
    path = excel(tmp_path / "plan.xlsx", rows, merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"])
    plan = read_plan(path, AS_OF)
    [action] = plan.actions
    assert plan.columns["due"] == "Timescale End"
    assert (action.owners, action.due.end, action.status.value) == (
        ("Clerk",),
        date(2028, 6, 30),
        Status.NOT_STARTED,
    )
    assert plan.left_out == ("Ownership Member", "Timescale Start")


def test_the_first_action_under_a_merged_cell_is_no_second_head(tmp_path: Path) -> None:
    rows = [
        ("Recommendation", "Action", "Owner", "Due", "Status"),
        ("1) Paths", "Walk", "Ranger", "May 2028", "Not started"),
        (None, "Map", None, None, "Not started"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows, merged=["A2:A3", "C2:C3", "D2:D3"]), AS_OF)
    assert [(action.action, action.owners) for action in plan.actions] == [("Walk", ("Ranger",)), ("Map", ("Ranger",))]


def test_a_recommendation_printed_over_its_table_holds_for_the_table(tmp_path: Path) -> None:
    document = Document()
    for number, words in enumerate(("Simplify the tariffs", "Mend the signs"), 1):
        document.add_paragraph(f"Recommendation {number}: {words}")
        table = document.add_table(rows=2, cols=4)
        for row, values in zip(
            table.rows, [("Action", "Lead", "Timescale", "Progress"), (f"Act {number}", "Clerk", "May 2028", "")],
            strict=True,
        ):  # fmt: skip
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    document.save(str(tmp_path / "plan.docx"))
    plan = read_plan(tmp_path / "plan.docx", AS_OF)
    assert [(each.ref, each.recommendation) for each in plan.actions] == [
        ("1", "Simplify the tariffs"),
        ("2", "Mend the signs"),
    ]


def test_a_blank_recommendation_goes_on_with_the_one_above_but_not_into_another_theme(tmp_path: Path) -> None:
    heads = ("Ref", "Theme", "Recommendation", "Action", "Owner", "By when")
    rows = [
        heads,
        ("1", "Homes", "Keep homes warm", "Survey the roofs", "Clerk", "May 2028"),
        ("2", "Homes", None, "Mend the voids", "Clerk", "May 2028"),
        ("3", "Digital", None, "Move the telephones", "Clerk", "May 2028"),
    ]
    plan = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [action.recommendation for action in plan.actions] == ["Keep homes warm", "Keep homes warm", ""]
    merged = read_plan(excel(tmp_path / "merged.xlsx", rows, merged=["C2:C4"]), AS_OF)
    assert [action.recommendation for action in merged.actions] == ["Keep homes warm"] * 3


def test_titles_across_the_table_and_heads_typed_again_leave_the_recommendations(tmp_path: Path) -> None:
    heads = ("No.", "What we will do", "Lead officer", "Target date", "Progress update")
    rows = [
        ("Market plan 2027/28", "", "", "", ""),
        heads,
        ("Recommendation 1: Say what the market is for", "", "", "", ""),
        ("1a", "Write the story", "Clerk", "May 2028", "Not started"),
        heads,
        ("Recommendation 2: Count the money", "", "", "", ""),
        ("2a", "Agree the rents", "Clerk", "June 2028", "Under way"),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", rows, across=(0, 2, 5)), AS_OF)
    assert plan.title == "Market plan 2027/28"
    assert [(each.ref, each.recommendation, each.section) for each in plan.actions] == [
        ("1a", "Say what the market is for", ""),
        ("2a", "Count the money", ""),
    ]


def test_a_semicolon_file_of_windows_is_read_whole(tmp_path: Path) -> None:
    text = (
        "Climate plan – 2027;;;;\r\n;;;;\r\nRef;Theme;Activity;Who’s responsible?;How’s it going?\r\n"
        "C1;Homes;Insulate homes;Estates Manager;Started – 12 done, £40k spent\r\nC2;;Survey boilers;;\r\n"
    )
    (tmp_path / "plan.csv").write_bytes(text.encode("cp1252"))
    plan = read_plan(tmp_path / "plan.csv", AS_OF)
    assert plan.title == "Climate plan – 2027"
    assert [(each.ref, each.section, each.status.note) for each in plan.actions] == [
        ("C1", "Homes", "12 done, £40k spent"),
        ("C2", "Homes", ""),
    ]


@pytest.mark.parametrize("head", ["Summer term evaluation", "How far have we got?", "End of year review"])
def test_a_head_that_asks_how_it_went_holds_the_status(tmp_path: Path, head: str) -> None:
    rows = [("Actions", "Who", "Timescale", head), ("Dredge the pond", "Clerk", "May 2029", "Done")]
    plan = read_plan(
        excel(tmp_path / "plan.xlsx", [*rows, ("Mend the sluice", "Clerk", "May 2029", "Not started")]), AS_OF
    )
    assert [each.status.value for each in plan.actions] == [Status.COMPLETED, Status.NOT_STARTED]
