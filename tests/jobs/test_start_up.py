"""What a command loads: reading starts fast, without the libraries of the tenant, the ledger and the templates."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OF_THE_SERVICE = {
    *("msal", "office365", "requests", "sqlalchemy", "alembic", "apscheduler", "jinja2", "docxtpl", "holidays"),
    *("inscriptis", "cryptography", "starlette", "uvicorn"),
}
OF_DOCUMENTS = {"docx", "openpyxl", "lxml"}
LOADED = "import sys; from jobs.cli import main; code = main(); print(*sys.modules, file=sys.stderr); sys.exit(code)"


def _loaded(*arguments: str) -> set[str]:
    """The packages that a process has loaded when it has done one command, under the configuration that is shipped."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize("plan", ["peer-challenge.docx", "financial-resilience.xlsx", "shared-services-programme.csv"])
def test_a_dry_run_loads_only_what_reading_a_document_needs(plan: str) -> None:
    loaded = _loaded("import", f"config/sample/{plan}", "--dry-run", "--as-of", "2027-03-01")
    assert "bot" in loaded
    assert loaded & OF_THE_SERVICE == set()


@pytest.mark.parametrize("kind", ["due", "status", "owners"])
def test_explaining_a_phrase_loads_neither_the_tenants_libraries_nor_those_of_documents(kind: str) -> None:
    loaded = _loaded("explain", kind, "July 2028", "--as-of", "2027-03-01")
    assert "bot" in loaded
    assert loaded & (OF_THE_SERVICE | OF_DOCUMENTS) == set()
