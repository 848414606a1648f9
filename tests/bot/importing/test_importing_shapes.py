"""The many shapes of one plan: tables in cells, forms, notes beneath, several heads, two things in one column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from bot.importing import UnreadableDocument, read_plan
from bot.plan import Status
from bot.reading.conventions import Conventions
from tests.bot.importing.importing_documents import FLAT, excel, with_part, word

AS_OF = date(2027, 10, 1)
ROWS = (
    ("1", "Sweep the market square", "Street Scene Manager", "May 2028", "In progress"),
    ("2", "Repaint the bandstand", "Parks Manager", "June 2028", "Not started"),
)
WANTED = ["Sweep the market square", "Repaint the bandstand"]


def test_tables_in_the_cells_of_a_table_are_read_under_the_words_of_their_row(tmp_path: Path) -> None:
    document = Document()
    outer = document.add_table(rows=2, cols=2)
    for at, theme in enumerate(("Streets", "Parks")):
        outer.cell(at, 0).text = theme
        inner = outer.cell(at, 1).add_table(2, 5)
        for line, values in enumerate((FLAT, ROWS[at])):
            for cell, value in zip(inner.rows[line].cells, values, strict=True):
                cell.text = value
    document.save(str(tmp_path / "plan.docx"))
    actions = read_plan(tmp_path / "plan.docx", AS_OF).actions
    assert [(each.section, each.action) for each in actions] == [("Streets", WANTED[0]), ("Parks", WANTED[1])]


def a_plan_with_a_table_in_its_action(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    document = Document(str(word(path, [FLAT, ("1", "Repair the weir:", "Clerk", "May 2028", "In progress")])))
    inner = document.tables[0].cell(1, 1).add_table(len(rows), len(rows[0]))
    for row, texts in zip(inner.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def test_a_list_set_as_a_table_inside_a_cell_stays_in_its_action(tmp_path: Path) -> None:
    plan = a_plan_with_a_table_in_its_action(tmp_path / "plan.docx", [("-", "Clear the silt"), ("-", "Buy the gate")])
    [action] = read_plan(plan, AS_OF).actions
    assert "Clear the silt" in action.action
    assert "Buy the gate" in action.action


def test_another_table_inside_a_cell_is_named_where_it_is_not_read(tmp_path: Path) -> None:
    plan = a_plan_with_a_table_in_its_action(tmp_path / "plan.docx", [("Phase", "Cost"), ("Silt", "£4,000")])
    assert 'the table "Phase | Cost"' in read_plan(plan, AS_OF).left_out


def test_small_forms_in_a_cell_become_rows(tmp_path: Path) -> None:
    forms = "\n".join(f"Action: {a}\nOwner: {o}\nBy when: {d}\nStatus: {s}" for _, a, o, d, s in ROWS)
    path = word(tmp_path / "plan.docx", [("Case", "What we are doing"), ("Case 7", forms)])
    actions = read_plan(path, AS_OF).actions
    assert [(each.action, each.owner_text, each.due.text) for each in actions] == [row[1:4] for row in ROWS]


def test_details_beside_an_action_are_its_owner_date_and_status(tmp_path: Path) -> None:
    rows = [("Action", "Details"), *((a, f"Owner: {o}\nDue: {d}\nStatus: {s}") for _, a, o, d, s in ROWS)]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [(each.action, each.owner_text, each.status.text) for each in actions] == [(r[1], r[2], r[4]) for r in ROWS]


def test_other_heads_further_down_a_sheet_begin_another_table(tmp_path: Path) -> None:
    _, action, owner, due, status = ROWS[1]
    rows = [FLAT, ROWS[0], (), ("Part two",), ("Action", "Status", "Lead", "Deadline"), (action, status, owner, due)]
    actions = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert [(each.action, each.owner_text) for each in actions] == [(row[1], row[2]) for row in ROWS]


@pytest.mark.parametrize(
    "line", ["Update May 2028: half is done", "Progress: half is done", "15/05/2028: half is done", "May 2028 - half"]
)
def test_a_line_beneath_an_action_tells_how_it_goes(tmp_path: Path, line: str) -> None:
    reading = read_plan(excel(tmp_path / "plan.xlsx", [FLAT, ROWS[0], ("", line), ROWS[1]]), AS_OF)
    assert [each.action for each in reading.actions] == WANTED
    assert "half" in str(reading.actions[0].updates[0])


def test_an_action_that_updates_something_is_no_line_beneath(tmp_path: Path) -> None:
    rows = [FLAT, ROWS[0], ("", "Update the byelaws: markets and fairs")]
    assert len(read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions) == 2


def test_second_lines_of_heads_belong_to_the_heads(tmp_path: Path) -> None:
    rows = [("Ref", "Action", "Lead", "Target", "Current"), ("", "", "officer", "date", "status"), *ROWS]
    reading = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert reading.columns["due"] == "Target date"
    assert [each.action for each in reading.actions] == WANTED


def test_a_column_for_owner_and_date_is_divided(tmp_path: Path) -> None:
    rows = [("Action", "Lead officer / deadline"), *((a, f"{o}, {d}") for _, a, o, d, _ in ROWS)]
    actions = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert [(each.owner_text, each.due.text) for each in actions] == [(row[2], row[3]) for row in ROWS]


def test_of_projects_and_their_milestones_the_milestones_are_the_actions(tmp_path: Path) -> None:
    rows = [("Project", "Milestones", "Lead", "Due"), ("Square", *ROWS[0][1:4]), ("", *ROWS[1][1:4])]
    actions = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert [(each.section, each.action) for each in actions] == [("Square", WANTED[0]), ("Square", WANTED[1])]


def test_one_date_beside_several_statuses_holds_for_all_the_actions_of_a_cell(tmp_path: Path) -> None:
    rows = [("Action", "Due", "Status"), ("\n".join(WANTED), "May 2028", "Completed\nOn hold")]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [(each.due.text, each.status.value) for each in actions] == [
        ("May 2028", Status.COMPLETED),
        ("May 2028", Status.ON_HOLD),
    ]


@pytest.mark.parametrize(
    ("head", "printed", "value"),
    [
        ("Date completed", "1 May 2027", Status.COMPLETED),
        ("Closed", "1 May 2027", Status.COMPLETED),
        ("Completed", "Y", Status.COMPLETED),
        ("Date closed", "1 May 2029", Status.UNKNOWN),
        ("Date closed", "", Status.UNKNOWN),
    ],
)
def test_the_day_on_which_an_action_was_closed_completes_it(
    tmp_path: Path, head: str, printed: str, value: Status
) -> None:
    rows = [("Action", "Owner", "Due", head), (*ROWS[0][1:4], printed), (*ROWS[1][1:4], "")]
    assert read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions[0].status.value is value


def test_a_status_against_the_day_of_closing_is_asked_about(tmp_path: Path) -> None:
    rows = [("Action", "Owner", "Due", "Status", "Date closed"), (*ROWS[0][1:4], "On hold", "1 May 2027")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert '"On hold" and "closed 1 May 2027" do not agree: is it completed?' in action.questions


def test_an_update_says_more_than_open(tmp_path: Path) -> None:
    rows = [("Action", "Owner", "Status", "Update"), (*ROWS[0][1:3], "Open", "Not started - no broom yet")]
    assert read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions[0].status.value is Status.NOT_STARTED


def test_actions_in_paragraphs_are_read_where_no_table_holds_them(tmp_path: Path) -> None:
    above = [line for _, a, o, d, s in ROWS for line in (f"Action: {a}", f"Owner: {o}", f"Due: {d}", f"Status: {s}")]
    actions = read_plan(word(tmp_path / "plan.docx", [("Contents", "Page")], above=above), AS_OF).actions
    assert [each.action for each in actions] == WANTED


def test_a_table_of_something_else_ends_the_table_above_it_in_text(tmp_path: Path) -> None:
    def line(*cells: str) -> str:
        return "".join(cell.ljust(32) for cell in cells).rstrip()

    head = line("Action", "Owner", "Due")
    text = ["Works", "", head, line(*ROWS[0][1:4]), "", "Risks", "", "None to report.", ""]
    text += [line("Strand lead", "Reporting period", "Overall RAG"), line("Ann Webb", "May", "GREEN"), ""]
    text += ["Work next", "", head, line(*ROWS[1][1:4])]
    (tmp_path / "plan.txt").write_text("\n".join(text), encoding="utf-8")
    assert [each.action for each in read_plan(tmp_path / "plan.txt", AS_OF).actions] == WANTED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes("\n".join(",".join(row) for row in (FLAT, *ROWS)).encode(encoding))
    assert [each.action for each in read_plan(path, AS_OF).actions] == WANTED


def test_a_value_far_below_a_plan_is_refused_and_formatted_rows_are_not_read(tmp_path: Path) -> None:
    plan = excel(tmp_path / "plan.xlsx", [FLAT, *ROWS])
    import zipfile

    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(plan) as archive:
        sheet = archive.read(name)
    blank = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (at, at) for at in range(4, 50_100))
    below = b'<row r="50100"><c r="A50100"><v>1</v></c></row>'
    formatted = with_part(
        tmp_path / "formatted.xlsx", plan, name, sheet.replace(b"</sheetData>", blank + b"</sheetData>")
    )
    assert [each.action for each in read_plan(formatted, AS_OF).actions] == WANTED
    stray = with_part(
        tmp_path / "stray.xlsx", plan, name, sheet.replace(b"</sheetData>", blank + below + b"</sheetData>")
    )
    with pytest.raises(UnreadableDocument, match="50,000 rows below the rest: delete the rows"):
        read_plan(stray, AS_OF)


def test_the_documents_key_goes_before_the_councils_and_the_councils_before_the_usual(tmp_path: Path) -> None:
    means = Conventions(
        colours={"blue": Status.COMPLETED, "green": Status.ONGOING, "red": Status.AT_RISK},
        aliases={"SSM": "Street Scene Manager"},
    )
    rows = [("Action", "Owner", "RAG"), ("Sweep", "SSM", "Blue"), ("Paint", "SSM", "Green"), ("Mend", "SSM", "Red")]
    path = excel(tmp_path / "plan.xlsx", [("Green = not started",), *rows])
    actions = read_plan(path, AS_OF, means=means).actions
    assert [each.status.value for each in actions] == [Status.COMPLETED, Status.NOT_STARTED, Status.AT_RISK]
    assert actions[0].owners == ("Street Scene Manager",)


@pytest.mark.parametrize(
    "key",
    [
        [("Rating", "Meaning"), ("B", "Complete"), ("G", "Not started"), ("R", "Overdue")],
        [("B", "Complete", "Seen by the board"), ("G", "Not started", "Nobody has begun")],
        [("Return by Friday", "Blue = done"), ("", "Green = not started")],
    ],
    ids=["initials", "explained", "beside"],
)
def test_a_key_of_initials_or_beside_other_words_says_what_colours_mean(
    tmp_path: Path, key: list[tuple[str, ...]]
) -> None:
    plan = [("Action", "Owner", "RAG"), ("Sweep", "Clerk", "B"), ("Paint", "Clerk", "G"), ("Mend", "Clerk", "R")]
    actions = read_plan(excel(tmp_path / "plan.xlsx", [*key, (), *plan]), AS_OF).actions
    assert [each.status.value for each in actions] == [Status.COMPLETED, Status.NOT_STARTED, Status.AT_RISK]


def test_a_letter_alone_beside_words_is_no_key_of_colours(tmp_path: Path) -> None:
    plan = [("Action", "Owner", "RAG"), ("Sweep", "Clerk", "R"), ("Paint", "Clerk", "G")]
    actions = read_plan(excel(tmp_path / "plan.xlsx", [("R", "Complete"), (), *plan]), AS_OF).actions
    assert [each.status.value for each in actions] == [Status.AT_RISK, Status.IN_PROGRESS]
