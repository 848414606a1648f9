"""Making a paper: one JSON object on stdout, with the limits beside it.

    python bench/papers.py

Each paper is made by a process of its own, from the start of Python to the bytes of the .docx, in seconds of CPU;
memory is that process's peak in MB (Linux only), which is never below its parent's: this one loads nothing of the
product. All three shapes are made of 500 actions, the status report of 5,000 too.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

LIMITS = {
    "status_500_s": 3,
    "highlight_500_s": 3,
    "committee_500_s": 3,
    "status_5000_s": 10,
    "status_5000_memory_mb": 250,
}
TASKS = (("status", 500), ("highlight", 500), ("committee", 500), ("status", 5_000))
MAKER = Path(__file__).with_name("one_paper.py")


def main() -> int:
    figures: dict[str, float] = {}
    for kind, actions in TASKS:
        began = _cpu_of_children()
        command = [sys.executable, str(MAKER), kind, str(actions)]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        figures[f"{kind}_{actions}_s"] = round(_cpu_of_children() - began, 2)
        figures[f"{kind}_{actions}_memory_mb"] = told["memory_mb"]
        figures[f"{kind}_{actions}_kb"] = told["kb"]
    over = sorted(name for name, limit in LIMITS.items() if figures[name] > limit)
    print(json.dumps({"figures": figures, "limits": LIMITS, "over": over}, indent=2))
    return 1 if over else 0


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
