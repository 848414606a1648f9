"""Exports as programs write them: what they say of themselves, and what is broken in them, named by its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.importing import UnreadableDocument, read_plan

AS_OF = date(2027, 10, 1)
HEAD = "Ref,Action,Owner,Due,Status\n"


def csv_of(folder: Path, data: bytes) -> Path:
    path = folder / "paths.csv"
    path.write_bytes(data)
    return path


def test_a_bad_byte_spoils_its_own_cell_alone_and_is_asked_about(tmp_path: Path) -> None:
    rows = "1,Open the café,Clerk,May 2028,Open\n".encode() + b"2,Mend the \xff clock,Clerk,May 2028,Open\n"
    first, second = read_plan(csv_of(tmp_path, HEAD.encode() + rows), AS_OF).actions
    assert (first.action, first.questions) == ("Open the café", ())
    assert second.held_by == ('"Mend the \ufffd clock" holds a letter that cannot be read: what does it say?',)


def test_a_file_of_an_older_program_keeps_its_letters(tmp_path: Path) -> None:
    rows = HEAD + "1,Open the café – “Lark’s”,Clerk,May 2028,Open\n"
    [action] = read_plan(csv_of(tmp_path, rows.encode("cp1252")), AS_OF).actions
    assert (action.action, action.questions) == ("Open the café – “Lark’s”", ())


def test_a_quotation_mark_never_closed_is_named_with_its_line(tmp_path: Path) -> None:
    rows = (
        HEAD + '1,Open the fair,Clerk,May 2028,Open\n2,"Mend the clock,Clerk,May 2028,Open\n3,Paint,Clerk,May 2028,\n'
    )
    with pytest.raises(UnreadableDocument, match=r"quotation mark \(\"\) at or below line 3 and never closes it"):
        read_plan(csv_of(tmp_path, rows.encode()), AS_OF)


def test_a_cell_longer_than_any_plan_is_named_with_its_line(tmp_path: Path) -> None:
    rows = HEAD + "1,Open the fair,Clerk,May 2028,Open\n2," + "clock " * 200_000 + ",Clerk,May 2028,Open\n"
    with pytest.raises(UnreadableDocument, match="more than 1,000,000 characters at or below line 3"):
        read_plan(csv_of(tmp_path, rows.encode()), AS_OF)


def test_the_line_that_tells_the_separator_is_no_title(tmp_path: Path) -> None:
    rows = "sep=;\nRef;Action;Owner;Due;Status\n1;Mend the clock, then the bell;Clerk;May 2028;Open\n"
    read = read_plan(csv_of(tmp_path, rows.encode()), AS_OF)
    assert (read.title, read.actions[0].action) == ("paths", "Mend the clock, then the bell")
    assert read.actions[0].source_rows == (3,)


def test_unicode_text_of_a_sheet_keeps_cells_with_line_breaks_whole(tmp_path: Path) -> None:
    path = tmp_path / "paths.txt"
    rows = 'Ref\tAction\tOwner\tDue\tStatus\n1\t"Mend the clock\nand the bell"\tClerk\tMay 2028\tOpen\n'
    path.write_text(rows, encoding="utf-16")
    [action] = read_plan(path, AS_OF).actions
    assert (action.action, action.owners) == ("Mend the clock and the bell", ("Clerk",))
