"""The commands that trace a paper: the rows behind a figure, and what changed since it was made."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.compose.carried import NotAPaper, carried
from bot.settings import load
from bot.summary import NoRecord, Record, RowChange, changed_since, period_for, public_plan
from jobs.cli.build import open_kit
from jobs.cli.faults import WELL
from jobs.cli.telling import tell
from jobs.kit import JobRefused, Kit, Report
from jobs.papers.edition import PUBLIC, known_people, record_now
from jobs.sync import sync
from jobs.words import count


def summary(options: argparse.Namespace) -> int:
    return _explain(options) if options.kind == "explain" else _verify(options)


def _explain(options: argparse.Namespace) -> int:
    if bool(options.file) == bool(options.plan):
        raise JobRefused('name either a paper or --plan: planminder summary explain overdue --plan "Peer challenge"')
    record = _record_in(options.file) if options.file else _record_of_plan(options)
    rule, ids = record.rules.of(options.figure), record.figures.get(options.figure, ())
    rows = [
        {"id": each, "ref": row.ref, "status": row.status, "due": row.due or None}
        for each in ids
        if (row := record.rows.get(each))
    ]
    report = Report("summary explain", figures={"plan": record.plan, "month": record.month, "as_of": record.as_of})
    report.figures |= {
        "edition": record.edition,
        "figure": options.figure,
        "value": len(ids),
        "rule": rule,
        "rows": rows,
    }
    report.say(f"{record.plan}, {record.month} ({record.edition}), position at {record.as_of}: {len(ids)}.")
    report.lines += [rule, *(f"  {row['ref']}  {row['status']}, due {row['due'] or 'on no date'}" for row in rows)]
    tell(report.lines, report.to_json(), options.json)
    return WELL


def _record_of_plan(options: argparse.Namespace) -> Record:
    with open_kit(load(options.config), options.today, options.plan) as kit:
        sync(kit)
        return record_now(kit, kit.plans[0], period_for(kit.today), options.edition)


def _verify(options: argparse.Namespace) -> int:
    """Whether the list still says what a paper printed."""
    record = _record_in(options.file)
    with open_kit(load(options.config), None, record.plan) as kit:
        sync(kit)
        changes = _changes(kit, record)
    report = Report("summary verify", figures={"plan": record.plan, "month": record.month, "made": record.made})
    report.figures |= {
        "edition": record.edition,
        "unchanged": not changes,
        "changes": [_told(each) for each in changes],
    }
    rows = len({each.item_id for each in changes})
    report.say(f"{record.plan}, {record.month}, made {record.made}: {count(rows, 'row')} changed since.")
    report.lines += [_sentence(each) for each in changes]
    tell(report.lines, report.to_json(), options.json)
    return WELL


def _changes(kit: Kit, record: Record) -> tuple[RowChange, ...]:
    """Public papers are compared with what the public may see now."""
    actions = kit.ledger.snapshot.actions(record.plan)
    if record.edition == PUBLIC:
        actions, _ = public_plan(actions, (), known_people(kit))
    return changed_since(record, actions)


def _record_in(file: Path) -> Record:
    try:
        return Record.from_json(carried(file.read_bytes()))
    except FileNotFoundError as error:
        raise JobRefused(
            f"there is no file {file}: name a paper that Planminder made, saved from the library as .docx"
        ) from error
    except OSError as error:
        raise JobRefused(f"{file} cannot be read: {error.strerror}") from error
    except (NotAPaper, NoRecord) as error:
        raise JobRefused(f"{file}: {error}") from error


def _told(change: RowChange) -> dict[str, str]:
    return {"ref": change.ref, "id": change.item_id, "what": change.what, "was": change.was, "now": change.now}


def _sentence(change: RowChange) -> str:
    if change.what in ("added", "removed"):
        return f"  {change.ref}: {change.what}"
    return f"  {change.ref}: {change.what}, {'was ' + change.was + ', ' if change.was else ''}now {change.now}"
