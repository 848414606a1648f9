"""How fast words and documents are read: one JSON object on stdout, with the limits beside it.

    python bench/reading.py

Phrases are timed in one process after start-up, in milliseconds a phrase (median of the rounds). Each document is read
by a process of its own, in seconds from its start; memory is that process's peak in MB (Linux only).
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path

import docx
import openpyxl

from bot.reading import read_due, read_owners, read_status

PLANMINDER = Path(sys.executable).with_name("planminder")
AS_OF = date(2027, 3, 1)
ROWS = 2_000
ROUNDS = 20
HEAD = ("Ref", "Action", "Owner", "Due", "Status")
ACTION, DUE = "Survey the weir and report to the committee", "end of Q2 2028/29"
STATUS = "In progress, now expected in May 2029"
SERVICES = ("Water", "Parks", "Planning", "Housing", "Waste", "Licensing", "Leisure", "Benefits", "Elections", "Legal")
OTHERS = ("Clerk", "Solicitor", "Treasurer", "Head of HR and OD", "Cllr Holt")
OWNERS = tuple(f"Head of {service} and {other}" for service in SERVICES for other in OTHERS)
"""As many different ones as a large plan names: the reading of an owner's words is used again."""

PHRASES = {
    "due": ("July 2028", "end of Q2 2028/29", "w/c 4 June", "throughout the programme", "TBC", "Oct/Nov 2028"),
    "status": ("In progress, new date May 2029", "Completed except for the appendix", "75%", "not started yet"),
    "owners": ("S151 Officer and Head of HR and OD", "Cllrs Holt & Vane", "Priya Raman, Head of Waste"),
}
READERS: dict[str, Callable[[str], object]] = {
    "due": lambda text: read_due(text, AS_OF),
    "status": lambda text: read_status(text, AS_OF),
    "owners": read_owners,
}
LIMITS = {"due_ms": 1, "docx_2000_rows_s": 5, "xlsx_2000_rows_s": 5, "docx_memory_mb": 300, "xlsx_memory_mb": 300}


def main() -> int:
    figures = {f"{kind}_ms": _a_phrase(kind) for kind in PHRASES}
    with tempfile.TemporaryDirectory() as folder:
        for suffix, write in (("docx", _write_docx), ("xlsx", _write_xlsx)):
            path = Path(folder) / f"plan.{suffix}"
            write(path)
            figures[f"{suffix}_2000_rows_s"], figures[f"{suffix}_memory_mb"] = _a_document(path)
    over = sorted(name for name, limit in LIMITS.items() if figures[name] > limit)
    print(json.dumps({"figures": figures, "limits": LIMITS, "over": over}, indent=2))
    return 1 if over else 0


def _a_phrase(kind: str) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for phrase in PHRASES[kind]:
            READERS[kind](phrase)
        times.append((time.perf_counter() - began) / len(PHRASES[kind]))
    return round(statistics.median(times) * 1000, 3)


def _a_document(path: Path) -> tuple[float, float]:
    command = [str(PLANMINDER), "import", str(path), "--dry-run", "--json", "--as-of", str(AS_OF)]
    began = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    took = time.perf_counter() - began
    found = len(json.loads(done.stdout)["actions"])
    if found != ROWS:
        raise SystemExit(f"{path.name}: {found} of {ROWS} actions were found")
    return round(took, 2), round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1)


def _rows() -> list[tuple[str, ...]]:
    owners = cycle(OWNERS)
    return [HEAD, *((str(number), ACTION, next(owners), DUE, STATUS) for number in range(1, ROWS + 1))]


def _write_docx(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=len(_rows()), cols=len(HEAD))
    for row, values in zip(table.rows, _rows(), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.save(str(path))


def _write_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in _rows():
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    sys.exit(main())
