"""One paper of a kind and so many actions, and what it took as JSON: `papers.py` runs this in a process of its own.

Every fifth action is late, every seventh moved, and each has a recommendation, an owner and an answer.
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import date, datetime, timedelta

from bot.compose import Composer, PaperHead, PaperKind
from bot.plan import Action, Change, Due, Owner, Status
from bot.resources import shipped
from bot.summary import OnRecord, Period, record_of, summarise

TODAY = date(2026, 10, 1)
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
PLAN = "Corporate plan"


def main(kind: PaperKind, count: int) -> None:
    paper = _paper(kind, tuple(map(_action, range(count))))
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    print(json.dumps({"memory_mb": peak, "kb": round(len(paper) / 1000, 1)}))


def _paper(kind: PaperKind, actions: tuple[Action, ...]) -> bytes:
    changes = tuple(Change(PLAN, each.item_id, each.ref, "added", "", each.text, date(2026, 3, 2)) for each in actions)
    summary = summarise(OnRecord(PLAN, actions, changes), period=SEPTEMBER, today=TODAY)
    made = datetime(2026, 10, 1, 9)  # noqa: DTZ001 - local time, as printed
    record = record_of(summary, actions, made.isoformat(), "x").to_json()
    composer = Composer(shipped("templates"))
    paper = composer.summary_document(
        summary, made, PaperHead(council="Tamberley District Council", record=record), kind
    )
    if composer.faults:
        raise SystemExit(str(composer.faults))
    return paper


def _action(number: int) -> Action:
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


if __name__ == "__main__":
    main(PaperKind(sys.argv[1]), int(sys.argv[2]))
