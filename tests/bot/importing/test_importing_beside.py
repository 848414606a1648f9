"""Tables side by side in a sheet, and sentences that say what a person can do about a column or a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel, word

from bot.importing import UnreadableDocument, read_plan

AS_OF = date(2027, 10, 1)


def test_tables_side_by_side_are_read_apart(tmp_path: Path) -> None:
    rows = [
        ("No", "Action", "Owner", "Due", None, None, "Task", "Responsible", "By"),
        ("1", "Mend the clock", "Town Clerk", "May 2028", None, None, "Light the square", "Mayor", "July 2028"),
        ("2", "Paint the gates", "Ranger", "June 2028", None, None, None, None, None),
    ]
    read = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF)
    assert [(each.action, each.owners, each.due.end) for each in read.actions] == [
        ("Mend the clock", ("Town Clerk",), date(2028, 5, 31)),
        ("Paint the gates", ("Ranger",), date(2028, 6, 30)),
        ("Light the square", ("Mayor",), date(2028, 7, 31)),
    ]
    assert read.left_out == ()


def test_names_are_no_sentences_and_the_advice_names_the_column(tmp_path: Path) -> None:
    rows = [
        (*FLAT, "Lead Member", "Benefits"),
        (
            "1",
            "Mend the clock",
            "Clerk",
            "May 2028",
            "",
            "Cllr Ann Lark / Cllr Joe Finch",
            "It will strike the hour again",
        ),
    ]
    assert read_plan(word(tmp_path / "plan.docx", rows), AS_OF).not_read == [
        'Not brought in, and it holds sentences: Benefits. To keep them, import with --column "Benefits=update".',
        "Not brought in, for the list has no place for it: Lead Member.",
    ]


def test_a_named_head_that_is_there_is_not_said_to_be_missing(tmp_path: Path) -> None:
    rows = [("Thing", "Review date"), ("Bell tower", "May 2028"), ("Town clock", "June 2028")]
    with pytest.raises(UnreadableDocument, match=r'has a head row with "Review date".*--column "HEAD=action"'):
        read_plan(word(tmp_path / "plan.docx", rows), AS_OF, columns={"due": "Review date"})


def test_a_day_that_a_sheet_counts_is_asked_about_with_the_number_and_the_day(tmp_path: Path) -> None:
    rows = [FLAT, ("1", "Mend the clock", "Clerk", 46752, "In progress")]
    [action] = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert action.questions == (
        '"46752" is a day as a spreadsheet counts it, read as 31 December 2027: is that right?',
    )
