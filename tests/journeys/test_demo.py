from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from jobs.demo.keep import MANIFEST, forget_earlier
from tests.journeys.council import ROOT
from tests.journeys.paper import tables, words

pytestmark = pytest.mark.journey

PLANS = ("Financial resilience", "Peer challenge", "Shared services programme")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that one demo left, and what it told; one is played for all the processes that run tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out, told = shared / "demo", shared / "demo.txt"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_text(_play(out), encoding="utf-8")
    return out, told.read_text(encoding="utf-8")


def _play(out: Path) -> str:
    command = [sys.executable, "-c", "from jobs.cli import entry; entry()", "demo", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_demo_tells_the_month(played: tuple[Path, str]) -> None:
    _, told = played
    assert "Monday 1 March 2027" in told
    assert "4.iii: written: new date 30 June 2027" in told
    assert "FR-09: noted: words kept" in told
    assert "Held for you: mail from david.fairclough@tamberley.example" in told
    assert "5.ii nobody is known behind Commercial Manager" in told


def test_the_demo_leaves_nudges_and_receipts(played: tuple[Path, str]) -> None:
    names = [file.name for file in played[0].iterdir()]
    assert sum("a word from you" in name and name.endswith(".html") for name in names) >= 40
    assert sum("Thank you" in name and name.endswith(".eml") for name in names) >= 10


def test_the_index_leads_to_files_that_are_there(played: tuple[Path, str]) -> None:
    links = re.findall(r'href="([^"]+)"', (played[0] / "index.html").read_text(encoding="utf-8"))
    assert len(links) > 100
    assert all((played[0] / unquote(link)).is_file() for link in links)


def test_a_second_demo_leaves_other_files_of_the_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.eml").write_text("mine", encoding="utf-8")
    (tmp_path / "old.eml").write_text("old", encoding="utf-8")
    (tmp_path / MANIFEST).write_text("old.eml\n../outside.eml", encoding="utf-8")
    forget_earlier(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.eml"]


def test_the_demo_leaves_a_paper_for_each_plan_that_tells_what_the_owners_said(played: tuple[Path, str]) -> None:
    papers = {plan: (played[0] / f"{plan} 2027-03.docx").read_bytes() for plan in PLANS}
    shapes = ("Progress report", "Status monitoring report", "Highlight report")
    assert [f"{shape} for March 2027" in words(papers[plan]) for plan, shape in zip(PLANS, shapes, strict=True)] == [
        True
    ] * 3
    moved = {row[0]: row for row in tables(papers["Peer challenge"])["Dates that moved"]}
    assert "30 June 2027" in moved["4.iii"][3]
    assert "waiting for the auditors" in moved["4.iii"][5]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed, so no paper can be opened in it")
def test_libreoffice_opens_every_paper(played: tuple[Path, str], tmp_path: Path) -> None:
    papers = sorted(played[0].glob("*2027-03*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, papers)]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    assert all((tmp_path / f"{paper.stem}.pdf").stat().st_size > 10_000 for paper in papers)
    assert len(papers) == len(PLANS) + 1  # one has a public edition too
