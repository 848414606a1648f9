"""Making a paper: one JSON object on stdout, with the limits beside it.

    python bench/papers.py

Each paper is made by a process of its own, from the start of Python to the bytes of the .docx, in seconds of CPU;
memory is that process's peak in MB (Linux only). Every fifth action is late, every seventh moved, and each has a
recommendation, an owner and an answer. All three shapes are made of 500 actions, the status report of 5,000 too.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from datetime import date, datetime, timedelta

LIMITS = {
    "status_500_s": 3,
    "highlight_500_s": 3,
    "committee_500_s": 3,
    "status_5000_s": 10,
    "status_5000_memory_mb": 250,
}
TASKS = (("status", 500), ("highlight", 500), ("committee", 500), ("status", 5_000))
TODAY = date(2026, 10, 1)
PLAN = "Corporate plan"


def main() -> int:
    if len(sys.argv) > 2:
        return _make(sys.argv[1], int(sys.argv[2]))
    figures: dict[str, float] = {}
    for kind, actions in TASKS:
        began = _cpu_of_children()
        command = [sys.executable, __file__, kind, str(actions)]
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


def _make(kind: str, count: int) -> int:
    from bot.compose import Composer, PaperHead, PaperKind
    from bot.plan import Action, Change, Due, Owner, Status
    from bot.resources import shipped
    from bot.summary import OnRecord, Period, record_of, summarise

    def action(number: int) -> Action:
        due = TODAY + timedelta(days=number % 300 - 60 if number % 5 == 0 else number % 300)
        return Action(
            PLAN,
            str(number),
            f"{number // 10}.{number % 10}",
            "Survey the weir, agree the works with the drainage board and report to the committee",
            theme=f"Theme {number % 12}",
            recommendation=f"Keep the town dry, and say by when each of its defences is looked at ({number // 10})",
            owners=(Owner(f"Post {number % 60}"),),
            due=Due.on(due),
            revised_due=Due.on(due + timedelta(days=30)) if number % 7 == 0 else None,
            status=Status.COMPLETED if number % 4 == 0 else Status.IN_PROGRESS,
            progress="3 September 2026, Officer 7: the survey is booked and the board has been told",
        )

    actions = tuple(action(number) for number in range(count))
    changes = tuple(Change(PLAN, each.item_id, each.ref, "added", "", each.text, date(2026, 3, 2)) for each in actions)
    period = Period(date(2026, 9, 1), date(2026, 9, 30))
    summary = summarise(OnRecord(PLAN, actions, changes), period=period, today=TODAY)
    made = datetime(2026, 10, 1, 9)  # noqa: DTZ001 - local time, as printed
    head = PaperHead(
        council="Tamberley District Council", record=record_of(summary, actions, made.isoformat(), "x").to_json()
    )
    composer = Composer(shipped("templates"))
    paper = composer.summary_document(summary, made, head, PaperKind(kind))
    if composer.faults:
        raise SystemExit(str(composer.faults))
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    print(json.dumps({"memory_mb": peak, "kb": round(len(paper) / 1000, 1)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
