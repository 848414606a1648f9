"""Action plans in Word tables."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from importing_documents import HEAD, word

from bot.importing import read_plan
from bot.plan import Status

AS_OF = date(2027, 10, 1)


def test_recommendations_and_sections_are_carried_down(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("Water", "", "", "", ""),
        ("1) Mend the weir", "i) Survey the weir", "Clerk", "May 2027", "Completed"),
        ("", "ii) Let the contract", "Clerk and Mayor", "July 2027", "In progress"),
        ("2) Clear the leat", "Clear it", "Ranger", "Ongoing", "Started and ongoing"),
        ("Streets", "", "", "", ""),
        ("Benches - there are too few", "Count the benches", "Ranger", "Q3 2027/28", "Not started"),
        ("Bins overflow", "Empty them daily", "Cllr Vane", "8 May 2028", ""),
    ]
    plan = read_plan(
        word(tmp_path / "plan.docx", rows, above=["Penford Town Council", "Peer Review Action Plan"], across=(1, 5)),
        AS_OF,
    )
    assert plan.title == "Peer Review Action Plan"
    assert [action.ref for action in plan.actions] == ["1.i", "1.ii", "2", "S1", "S2"]
    assert [action.section for action in plan.actions] == ["Water", "Water", "Water", "Streets", "Streets"]
    assert plan.actions[1].recommendation == "Mend the weir"
    assert plan.actions[1].owners == ("Clerk", "Mayor")
    assert plan.actions[3].due.end == date(2027, 12, 31)
    assert plan.actions[0].status.value is Status.COMPLETED
    assert [action.source_rows for action in plan.actions] == [(3,), (4,), (5,), (7,), (8,)]
    assert all(action.questions == () for action in plan.actions)


def test_cells_merged_downwards_hold_for_each_of_their_rows(tmp_path: Path) -> None:
    path = word(
        tmp_path / "plan.docx",
        [HEAD, ("Old bridge", "a) Inspect", "Clerk", "May 2028", ""), ("", "b) Repair", "Clerk", "June 2028", "")],
    )
    document = Document(str(path))
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(path))
    actions = read_plan(path, AS_OF).actions
    assert [(action.ref, action.recommendation) for action in actions] == [("1.a", "Old bridge"), ("1.b", "Old bridge")]


def test_stacked_cells_are_divided_by_position(tmp_path: Path) -> None:
    rows = [HEAD, ("3) Paths", "i) Walk them\nii) Map them\niii) Sign them", "Ranger\nClerk\nClerk and Mayor",
                   "May 2027\nJune 2027\nOngoing", "Completed\nIn progress\nNot started")]  # fmt: skip
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [(each.ref, each.action, each.owners, each.due.text) for each in actions] == [
        ("3.i", "Walk them", ("Ranger",), "May 2027"),
        ("3.ii", "Map them", ("Clerk",), "June 2027"),
        ("3.iii", "Sign them", ("Clerk", "Mayor"), "Ongoing"),
    ]
    assert [each.status.value for each in actions] == [Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED]


def test_stacks_that_do_not_match_are_a_question(tmp_path: Path) -> None:
    rows = [HEAD, ("3) Paths", "i) Walk\nii) Map\niii) Sign", "Ranger\nClerk", "May 2028\nJune 2028\nJuly 2028", "")]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [action.due.text for action in actions] == ["May 2028", "June 2028", "July 2028"]
    assert all(
        "2 lines of Owner stand beside 3 actions: which belongs to which?" in action.questions for action in actions
    )


WALK = "i) Walk them\nii) Map them\niii) Sign them"
SPACED = WALK.replace("\n", "\n\n")
PLAIN = re.sub(r"i+\) ", "", WALK)


@pytest.mark.parametrize(
    ("actions", "statuses", "found"),
    [
        (WALK, "Completed\n\nNot started", ("Completed", "", "Not started")),
        (WALK, "Completed\nNot started\n", ("Completed", "Not started", "")),
        (WALK, "\n\nNot started", ("", "", "Not started")),
        (SPACED, "Completed\n\n\n\nNot started", ("Completed", "", "Not started")),
        (SPACED, "Completed\n\nNot started", ("Completed", "Not started", "")),
        (PLAIN, "G\n\nA", ("G", "", "A")),
        (WALK, "Completed\n\nNot started\n\n", ("Completed Not started",) * 3),
        (WALK, "Tender out\n\nWe hope to hear in May", ("Tender out We hope to hear in May",) * 3),
        (WALK, "Completed", ("Completed",) * 3),
    ],
)
def test_a_line_left_blank_in_a_stack_belongs_to_the_action_beside_it(
    tmp_path: Path, actions: str, statuses: str, found: tuple[str, ...]
) -> None:
    rows = [HEAD, ("3) Paths", actions, "Ranger", "May 2028\nJune 2028\nJuly 2028", statuses)]
    read = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [each.due.text for each in read] == ["May 2028", "June 2028", "July 2028"]
    assert tuple(each.status.text for each in read) == found


def test_one_status_on_the_first_line_of_a_stack_completes_no_other_action(tmp_path: Path) -> None:
    rows = [HEAD, ("3) Paths", "i) Walk\nii) Map", "Ranger\n", "May 2028\nJune 2028", "Completed\n")]
    first, second = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert (first.status.value, first.questions) == (Status.COMPLETED, ())
    assert (second.status.value, second.owners) == (Status.UNKNOWN, ("Ranger",))
    assert second.questions == ('"Completed" stands once beside 2 actions: does it hold for this one too?',)


def test_one_action_of_two_paragraphs_stays_one(tmp_path: Path) -> None:
    rows = [HEAD, ("3) Paths", "Walk the paths\nand write down what is broken", "Ranger", "May 2028", "")]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [action.action for action in actions] == ["Walk the paths and write down what is broken"]


def test_lettered_halves_get_the_words_they_share(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("4) Staff", "i) Keep enough wardens a) in summer and", "Clerk", "May 2028", ""),
        ("", "b) in winter", "Mayor", "May 2029", ""),
    ]
    actions = read_plan(word(tmp_path / "plan.docx", rows), AS_OF).actions
    assert [(action.ref, action.action) for action in actions] == [
        ("4.i(a)", "Keep enough wardens in summer"),
        ("4.i(b)", "Keep enough wardens in winter"),
    ]


def test_a_table_that_goes_on_without_its_head_belongs_to_the_plan(tmp_path: Path) -> None:
    path = word(tmp_path / "plan.docx", [HEAD, ("1) Weir", "i) Survey", "Clerk", "May 2028", "")])
    document = Document(str(path))
    document.add_paragraph("")
    second = document.add_table(rows=2, cols=5)
    for at, values in enumerate((HEAD, ("", "ii) Repair", "Mayor", "June 2028", ""))):
        for cell, value in zip(second.rows[at].cells, values, strict=True):
            cell.text = value
    document.save(str(path))
    assert [action.ref for action in read_plan(path, AS_OF).actions] == ["1.i", "1.ii"]


def test_deleted_text_is_left_out_and_inserted_text_is_read(tmp_path: Path) -> None:
    path = word(tmp_path / "plan.docx", [HEAD, ("1) Weir", "Survey the weir", "Clerk", "May 2028", "")])
    document = Document(str(path))
    paragraph = document.tables[0].cell(1, 3).paragraphs[0]
    run = paragraph.runs[-1]._r
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    run.addprevious(deleted)
    deleted.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    new_run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "August 2028"
    new_run.append(text)
    inserted.append(new_run)
    deleted.addnext(inserted)
    document.save(str(path))
    assert read_plan(path, AS_OF).actions[0].due.end == date(2028, 8, 31)


def test_numbers_that_word_draws_itself_are_counted(tmp_path: Path) -> None:
    path = word(
        tmp_path / "plan.docx", [HEAD, ("1) Weir", "Survey\nRepair", "Clerk\nMayor", "May 2028\nJune 2028", "\n")]
    )
    document = Document(str(path))
    for paragraph in document.tables[0].cell(1, 1).paragraphs:
        paragraph.style = document.styles["Normal"]
        properties = paragraph._p.get_or_add_pPr()
        number, level, list_id = OxmlElement("w:numPr"), OxmlElement("w:ilvl"), OxmlElement("w:numId")
        level.set(qn("w:val"), "0")
        list_id.set(qn("w:val"), _roman_list(document))
        number.extend([level, list_id])
        properties.append(number)
    document.save(str(path))
    assert [action.ref for action in read_plan(path, AS_OF).actions] == ["1.i", "1.ii"]


def _roman_list(document: object) -> str:
    """The id of a list "i)", "ii)" in a document, made when it is first asked for."""
    numbering = document.part.numbering_part.element  # type: ignore[attr-defined]
    if not numbering.xpath("w:num[@w:numId='77']"):
        abstract, level, link = OxmlElement("w:abstractNum"), OxmlElement("w:lvl"), OxmlElement("w:num")
        abstract.set(qn("w:abstractNumId"), "77")
        level.set(qn("w:ilvl"), "0")
        for tag, value in (("w:start", "1"), ("w:numFmt", "lowerRoman"), ("w:lvlText", "%1)")):
            element = OxmlElement(tag)
            element.set(qn("w:val"), value)
            level.append(element)
        abstract.append(level)
        link.set(qn("w:numId"), "77")
        target = OxmlElement("w:abstractNumId")
        target.set(qn("w:val"), "77")
        link.append(target)
        numbering.insert(0, abstract)
        numbering.append(link)
    return "77"
