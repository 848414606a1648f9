"""Files that are broken, dressed up or dangerous end in one clear sentence."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest
from importing_documents import FLAT, HEAD, excel, with_part, word

from bot.importing import UnreadableDocument, read_plan
from bot.importing.documents.files import check_archive, opened

AS_OF = date(2027, 10, 1)
ROW = ("1", "Survey", "Clerk", "May 2028", "")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")


def refused(path: Path, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        read_plan(path, AS_OF)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    refused(tmp_path / "gone.docx", "There is no file .*gone.docx: check the name and the folder")
    refused(tmp_path, "is a folder: name the document in it")


@pytest.mark.parametrize("name", ["//council/plans/plan.docx", r"\\council\plans\plan.docx"])
def test_a_file_that_is_not_on_the_network(name: str) -> None:
    refused(Path(name), "check that the network drive is connected, or copy the document to this computer")


def test_a_document_on_the_web_is_not_fetched() -> None:
    refused(Path("https://tamberley.gov.uk/plan.docx"), "not fetched from the web, so save it on this computer")


@pytest.mark.parametrize("name", ["our\nplan.docx", "plan\udcff.docx"])
def test_a_name_that_no_line_can_hold_is_refused_on_one_line(tmp_path: Path, name: str) -> None:
    path = word(tmp_path / "plan.docx", [HEAD, ROW]).rename(tmp_path / name)
    with pytest.raises(UnreadableDocument, match="rename the document") as refusal:
        read_plan(path, AS_OF)
    assert str(refusal.value).isprintable()


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.csv")
    refused(tmp_path / "plan.csv", "is not a file: name the document itself")


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            PermissionError(13, "Permission denied"),
            "may not be read by whoever runs this: close it .* or ask",
        ),
        (FileNotFoundError(2, "No such file"), "was there a moment ago and is not now: .* Check where it is"),
        (OSError(5, "Input/output error"), r"cannot be opened \(Input/output error\): copy it to this computer"),
    ],
)
def test_a_file_that_is_closed_to_us_or_goes_while_it_is_read(fault: OSError, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message), opened(Path("plan.docx")):
        raise fault


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".csv", ".tsv", ".txt"])
def test_a_file_that_is_gone_when_it_is_opened_is_missed_in_every_format(tmp_path: Path, suffix: str) -> None:
    path = Gone(tmp_path / f"plan{suffix}")
    path.write_text("Action,Owner")
    refused(path, "was there a moment ago")


def test_an_archive_that_goes_between_two_looks_is_not_called_damaged(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="was there a moment ago"), opened(tmp_path / "plan.docx"):
        check_archive(tmp_path / "plan.docx", "word/document.xml")


class Gone(type(Path())):  # type: ignore[misc]
    """A file that is seen and then cannot be opened."""

    def open(self, mode: str = "r", *others: object, **named: object) -> IO[Any]:
        if mode == "rb":
            raise FileNotFoundError(2, "No such file", str(self))
        return super().open(mode, *others, **named)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("plan.docx", b"", "is empty"),
        ("plan.docx", b"just words", "is not a .docx file, whatever its name says"),
        ("plan.xlsx", LOCKED, "protected by a password"),
        ("plan.docx", LOCKED, "protected by a password"),
        ("plan.docx", OLE, "old Office format, whatever its name says: open it and save it as .docx"),
        ("plan.doc", OLE, "cannot be read: open it, save it as .docx"),
        ("plan.xls", OLE, "cannot be read: open it, save it as .xlsx"),
        ("plan.odt", b"PK\x03\x04", "cannot be read: open it, save it as .docx"),
        ("~$plan.xlsx", b"", "only marks that somebody has the document open"),
        ("plan.pdf", b"%PDF-1.7", "is a PDF: import the Word or Excel file"),
        ("plan.msg", OLE, "is a mail: save the plan that is attached"),
        ("~$plan.docx", b"\x05Ada", "only marks that somebody has the document open"),
        ("plan.png", b"\x89PNG", "plans are read from .docx, .xlsx, .csv, .tsv"),
        ("plan.csv", b"1,Survey\n" * 1_200_000, "is 10 MB, more than the 10 MB that are read: keep the rows"),
        ("plan.csv", b"Action,Owner\n" + b"Survey,Clerk\n" * 20_001, "a table of more than 20,000 rows"),
        ("plan.csv", b"PK\x03\x04 zipped", "is not a .csv file"),
        ("plan.csv", b"\0\1\2a" * 50, "is not a .csv file"),
        ("plan.docx", b"%PDF-1.7", "is a PDF"),
        ("plan.txt", b"PK\x03\x04 zipped", "is not a .txt file"),
        ("plan.docx", b"PK\x03\x04 and then nothing", "is damaged"),
    ],
)
def test_what_is_not_a_plan_is_refused_by_name(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    refused(path, message)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_file_cut_short_is_damaged(tmp_path: Path, suffix: str) -> None:
    whole = (
        word(tmp_path / "whole.docx", [HEAD, ROW]) if suffix == ".docx" else excel(tmp_path / "whole.xlsx", [FLAT, ROW])
    )
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(whole.read_bytes()[:-400])
    refused(path, "is damaged")


@pytest.mark.parametrize(
    ("suffix", "part"),
    [(".docx", "word/document.xml"), (".xlsx", "xl/worksheets/sheet1.xml"), (".xlsx", "xl/workbook.xml")],
)
@pytest.mark.parametrize("data", [b"<broken", b"", b"\xff\xfe\x00", b"<a><b></a>"])
def test_a_broken_part_is_damaged(tmp_path: Path, suffix: str, part: str, data: bytes) -> None:
    whole = (
        word(tmp_path / "whole.docx", [HEAD, ROW]) if suffix == ".docx" else excel(tmp_path / "whole.xlsx", [FLAT, ROW])
    )
    refused(with_part(tmp_path / f"plan{suffix}", whole, part, data), "is damaged")


def test_a_workbook_called_a_document_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(excel(tmp_path / "whole.xlsx", [FLAT, ROW]).read_bytes())
    refused(path, "is not a Word file")


@pytest.mark.parametrize("declared", [b'<!ENTITY x SYSTEM "file:///etc/hostname">', b'<!ENTITY x "xxxxxxxxxx">'])
def test_entities_are_never_resolved(tmp_path: Path, declared: bytes) -> None:
    source = word(tmp_path / "whole.docx", [HEAD, ROW])
    with zipfile.ZipFile(source) as archive:
        part = archive.read("word/document.xml")
    poisoned = part.replace(b"<w:document", b"<!DOCTYPE w [" + declared + b"]><w:document", 1).replace(
        b"Survey", b"&x;"
    )
    refused(with_part(tmp_path / "plan.docx", source, "word/document.xml", poisoned), "refers to things outside itself")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-7"])
def test_entities_in_an_unusual_encoding_are_not_resolved_either(tmp_path: Path, codec: str) -> None:
    source = excel(tmp_path / "whole.xlsx", [FLAT, ROW])
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(source) as archive:
        part = archive.read(name).decode()
    declared = f'<?xml version="1.0" encoding="{codec[:6].rstrip("-")}"?><!DOCTYPE w [<!ENTITY x "xxxxxxxxxx">]>'
    poisoned = declared + part[part.index("<worksheet") :].replace("Survey", "&x;")
    refused(with_part(tmp_path / "plan.xlsx", source, name, poisoned.encode(codec)), "is damaged|outside itself")


def test_a_document_of_far_too_much_text_is_refused(tmp_path: Path) -> None:
    source = word(tmp_path / "whole.docx", [HEAD, ROW])
    with zipfile.ZipFile(source) as archive:
        part = archive.read("word/document.xml")
    long = part.replace(b"<w:tbl>", b"<w:p><w:r><w:t>Weir</w:t></w:r></w:p>" * 1_200_000 + b"<w:tbl>", 1)
    refused(with_part(tmp_path / "plan.docx", source, "word/document.xml", long), "far more text than a plan can")


@pytest.mark.parametrize(("suffix", "part"), [(".docx", "word/document.xml"), (".xlsx", "xl/worksheets/sheet1.xml")])
def test_a_file_that_unpacks_to_an_absurd_size_is_refused(tmp_path: Path, suffix: str, part: str) -> None:
    path = tmp_path / f"plan{suffix}"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(part, "w", force_zip64=True) as member,
    ):
        for _ in range(260):
            member.write(b" " * 2**20)
    refused(path, "unpacks to far more than a plan can hold")


def test_a_very_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(100 * 2**20)
    refused(path, "is 100 MB, more than the 50 MB that are read")


def test_macros_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsm"
    path.write_bytes(excel(tmp_path / "whole.xlsx", [FLAT, ROW]).read_bytes())
    assert [action.action for action in read_plan(path, AS_OF).actions] == ["Survey"]
