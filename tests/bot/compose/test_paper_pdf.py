"""Papers as a word processor lays them out: no reference broken, no row and no word lost below the end of a page."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from test_paper_document import HOSTILE
from test_paper_kinds import made

from bot.compose import PaperKind, sample
from bot.plan import Action, Owner
from bot.summary import OnRecord, Summary, summarise

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and pdftotext, which lay a paper out and read it, are not on this machine",
)
REFS = [f"AP-North-{number}.iv" for number in range(len(HOSTILE))]


def holding(ref: str, text: str) -> Action:
    """An action whose every field that people fill holds `text`."""
    row = replace(sample.LATE, item_id=ref, ref=ref, text=text, theme=text, recommendation=f"{text} too")
    return replace(row, progress=text, status_text=text, owners=(Owner(text),), due=replace(row.due, text=text))


def summary() -> Summary:
    actions = tuple(map(holding, REFS, HOSTILE))
    nudged = {each.key: sample.TODAY for each in actions}
    return summarise(OnRecord("Plan", actions, nudged=nudged), period=sample.SUMMARY.period, today=sample.TODAY)


def laid_out(document: bytes, folder: Path) -> str:
    """The words on the pages of a paper, line by line."""
    (folder / "paper.docx").write_bytes(document)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "paper.docx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", "paper.pdf", "-"]
    return subprocess.run(read, cwd=folder, check=True, capture_output=True, text=True, timeout=60).stdout


def words(document: bytes) -> str:
    tables = Document(io.BytesIO(document)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def test_hostile_text_costs_no_page_a_row_a_reference_or_the_end_of_a_long_text(tmp_path: Path) -> None:
    document = made(PaperKind.STATUS, summary())
    pages = laid_out(document, tmp_path)
    assert {ref: pages.count(ref) for ref in REFS} == dict.fromkeys(REFS, 3)  # overdue, no reply, annex
    given = words(document)
    assert given.count("x") > 4_000
    assert [each for each in ("x", "word") if pages.count(each) < given.count(each)] == []
