from __future__ import annotations

import pytest

from bot.guards import clean_name, kept_name, why_refused

TYPES = ("pdf", "docx", "txt")
PDF = b"%PDF-1.7 minutes"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("minutes.pdf", PDF, ""),
        ("MINUTES.PDF", PDF, ""),
        ("notes.txt", b"we met", ""),
        ("minutes.pdf.exe", PDF, "files that end in “.exe” are not taken"),
        ("minutes", PDF, "a file needs an ending"),
        ("", PDF, "a file needs an ending"),
        ("minutes.pdf", b"MZ\x90", "it is no real .pdf file"),
        ("minutes.docx", PDF, "it is no real .docx file"),
        ("minutes.pdf", b"", "it is empty"),
        ("minutes.pdf", PDF + b"x" * 1_000_000, "it is larger than 1 MB"),
        ("minutes\u202efdp.exe", PDF, "files that end in “.exe”"),
    ],
)
def test_a_file_is_taken_by_its_ending_its_size_and_what_it_begins_with(name: str, content: bytes, why: str) -> None:
    said = why_refused(name, content, TYPES, 1)
    assert (said.startswith(why) if why else said == "") is True


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\ada\\minutes.pdf", "minutes.pdf"),
        ('a<b>c|d"e?.pdf', "a b c d e.pdf"),
        ("minutes\r\nX-Header.pdf", "minutes X-Header.pdf"),
        (".. .hidden.pdf", "hidden.pdf"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_names_lose_paths_and_what_the_library_refuses(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_two_files_never_share_a_name_and_one_file_always_has_the_same() -> None:
    first = kept_name("2.1", "2027-03-01", "minutes.pdf", PDF)
    assert first.startswith("2.1 2027-03-01 minutes (")
    assert first == kept_name("2.1", "2027-03-01", "minutes.pdf", PDF)
    assert first != kept_name("2.1", "2027-03-01", "minutes.pdf", PDF + b".")
