"""Bring the ledger's snapshot up to what the lists hold, and keep every movement in the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.history import compare
from bot.ledger import Seen
from bot.m365 import NotFound, Refused, Row, RowPage, SyncExpired
from bot.settings import PlanSettings
from jobs.kit import JobRefused, Kit, Report
from jobs.reader import Reader
from jobs.replies.review import close_questions
from jobs.words import count


def sync(kit: Kit) -> Report:
    """Read what changed in every plan's list since the last time; a list at fault does not keep the others back."""
    report = Report("sync", figures={"plans": {}})
    reader = Reader(kit)
    for plan in kit.plans:
        try:
            _sync_plan(kit, reader, plan, report)
        except (JobRefused, NotFound) as fault:
            if len(kit.plans) == 1:
                raise
            report.faults[plan.name] = str(fault)
    if len(report.faults) == len(kit.plans):
        raise JobRefused("\n".join(report.faults.values()))
    close_questions(kit)
    changed = sum(plan["changes"] for plan in report.figures["plans"].values())
    report.outcome = f"{count(changed, 'change')} in {count(len(report.figures['plans']), 'plan')}"
    return report


def without_faults(kit: Kit, synced: Report) -> Kit:
    """The kit for the plans whose lists could be read."""
    return replace(kit, plans=[plan for plan in kit.plans if plan.name not in synced.faults])


def _sync_plan(kit: Kit, reader: Reader, plan: PlanSettings, report: Report) -> None:
    known = kit.ledger.snapshot.seen(plan.name)
    reading = reader.fingerprint(plan)
    page, whole = _changed_rows(kit, plan)

    reads_differently = kit.ledger.register.fact(f"reading:{plan.name}") != reading
    rows = _rows_to_read(known if reads_differently else {}, page)
    read = {row.id: Seen(reader.read(plan, row), row.fields) for row in rows}
    fresh = [seen for item_id, seen in read.items() if known.get(item_id) != seen]
    gone = _gone(known, page, whole)
    changes = compare(
        {item_id: seen.action for item_id, seen in known.items()},
        [seen.action for seen in fresh],
        gone,
        kit.today,
        editors={row.id: row.modified_by for row in page.rows},
    )

    kit.ledger.snapshot.record(plan.name, fresh, gone, changes, page.marker)
    kit.ledger.register.set_fact(f"reading:{plan.name}", reading)
    report.figures["plans"][plan.name] = {"read": len(fresh), "gone": len(gone), "changes": len(changes)}
    report.say(f"{plan.name}: {count(len(fresh), 'row')} new or changed, {count(len(changes), 'change')} recorded.")


def _changed_rows(kit: Kit, plan: PlanSettings) -> tuple[RowPage, bool]:
    """The rows since the last marker, or the whole list (True) when there is none or Graph says it has expired."""
    marker = kit.ledger.snapshot.marker(f"list:{plan.name}")
    if marker:
        try:
            return kit.lists.rows(plan.list_title, marker), False
        except (SyncExpired, Refused):  # a list that was made anew refuses the old one's marker
            return kit.lists.rows(plan.list_title), True
    return kit.lists.rows(plan.list_title), True


def _rows_to_read(known: Mapping[str, Seen], page: RowPage) -> list[Row]:
    """The rows that changed, and the known ones handed in."""
    current = {item_id: Row(item_id, seen.action.version, seen.fields) for item_id, seen in known.items()}
    current |= {row.id: row for row in page.rows}
    return [row for row in current.values() if not row.deleted]


def _gone(known: Mapping[str, Seen], page: RowPage, whole: bool) -> list[str]:
    deleted = {row.id for row in page.rows if row.deleted}
    present = {row.id for row in page.rows}
    return [item_id for item_id in known if item_id in deleted or (whole and item_id not in present)]
