from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.council import ROOT
from tests.journeys.paper import tables, words

pytestmark = pytest.mark.journey

PLANS = ("Financial resilience", "Peer challenge", "Shared services programme")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that one demo left, and what it told."""
    out = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-c", "from jobs.cli import entry; entry()", "demo", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=100)
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def test_the_demo_tells_the_month(played: tuple[Path, str]) -> None:
    _, told = played
    assert "Monday 1 March 2027" in told
    assert "4.iii: written: revised_due 2027-06-30" in told
    assert "FR-09: noted: words kept" in told
    assert "Held for you: mail from david.fairclough@tamberley.example" in told
    assert "5.ii nobody is known behind Commercial Manager" in told


def test_the_demo_leaves_nudges_and_receipts(played: tuple[Path, str]) -> None:
    names = [file.name for file in (played[0] / "mails").iterdir()]
    assert sum("a word from you" in name and name.endswith(".html") for name in names) >= 40
    assert sum("Thank you" in name and name.endswith(".eml") for name in names) >= 10


def test_the_demo_leaves_a_paper_for_each_plan_that_tells_what_the_owners_said(played: tuple[Path, str]) -> None:
    papers = {plan: (played[0] / "papers" / f"{plan} 2027-03.docx").read_bytes() for plan in PLANS}
    assert all("Highlight report for March 2027" in words(paper) for paper in papers.values())
    moved = {row[0]: row for row in tables(papers["Peer challenge"])["Dates that moved"]}
    assert "30 June 2027" in moved["4.iii"][3]
    assert "waiting for the auditors" in moved["4.iii"][5]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed, so no paper can be opened in it")
def test_libreoffice_opens_every_paper(played: tuple[Path, str], tmp_path: Path) -> None:
    papers = sorted((played[0] / "papers").glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, papers)]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    assert all((tmp_path / f"{paper.stem}.pdf").stat().st_size > 10_000 for paper in papers)
    assert len(papers) == len(PLANS)
