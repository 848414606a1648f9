from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from tests.journeys.council import ROOT

pytestmark = pytest.mark.journey


def test_the_demo_plays_a_month_and_leaves_its_mails_and_papers(tmp_path: Path) -> None:
    played = subprocess.run(
        [sys.executable, "-c", "from jobs.cli import entry; entry()", "demo", "--out", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=100,
    )
    assert played.returncode == 0, played.stderr
    assert "60 actions" not in played.stderr
    subjects = [file.name for file in (tmp_path / "mails").glob("*.eml")]
    assert sum("Thank you" in subject for subject in subjects) >= 8
    assert sum("a word from you" in subject for subject in subjects) >= 40
    papers = sorted((tmp_path / "papers").glob("*.docx"))
    assert [paper.name for paper in papers] == [
        "Financial resilience 2027-03.docx",
        "Peer challenge 2027-03.docx",
        "Shared services programme 2027-03.docx",
    ]
    assert all("Highlight report for March 2027" in _text(paper) for paper in papers)


def _text(paper: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(paper)).paragraphs)
