"""The commands that run a job or settle a run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from bot.settings import load
from jobs import approve as settling
from jobs import collect, remind, summarise, sync
from jobs.cli.build import open_kit, open_ledger_only
from jobs.cli.faults import MEND, WELL
from jobs.cli.telling import tell, write_mails
from jobs.kit import JobRefused, Kit, Report
from jobs.people import bounces
from jobs.sending import told
from jobs.sending.runs import reason_of
from jobs.words import count

Job = Callable[[Kit], Report]

# sync only reads from the tenant, and a dry run records nothing: its dry run is the run itself
JOBS: dict[str, tuple[Job, Job]] = {
    "sync": (sync.sync, sync.sync),
    "remind": (remind.remind, remind.foresee),
    "collect": (collect.collect, collect.foresee),
    "summarise": (summarise.summarise, summarise.foresee),
}


def run(options: argparse.Namespace) -> int:
    real, dry = JOBS[options.job]
    with open_kit(load(options.config), options.today, options.plan, looks_only=options.dry_run) as kit:
        report = (dry if options.dry_run else real)(kit)
    return _told(report, options)


def preview(options: argparse.Namespace) -> int:
    if options.run:
        return _preview_run(options)
    with open_kit(load(options.config), options.today, options.plan, looks_only=True) as kit:
        seen = remind.preview(kit)
    files, beside = write_mails(options.out, [(each.person.address, each.mail) for each in seen.letters])
    mails = [{**told.letter_json(each), "file": str(file)} for each, file in zip(seen.letters, files, strict=True)]
    report = Report("preview", figures={"mails": mails, "gaps": told.gaps_json(seen.gaps)}, faults=seen.faults)
    report.say(f"{count(len(files), 'nudge')} written to {options.out}; nothing was sent.")
    report.lines += [*beside, *map(str, files), *(gap.sentence for gap in seen.gaps)]
    for waiting in seen.waiting if seen.held else ():
        report.say(
            f"Run {waiting.id} of today is held: `planminder preview --run {waiting.id}` shows it as it was held."
        )
    if seen.held and not seen.waiting:
        report.say(f"Some would wait for you first: {reason_of(seen.held)}.")
    return _told(report, options)


def _preview_run(options: argparse.Namespace) -> int:
    """The mails of a run as the ledger keeps them: neither the tenant nor the day has a say in them."""
    with open_ledger_only(load(options.config)) as ledger:
        run = ledger.outbox.run(options.run)
        if run is None:
            raise JobRefused(f'there is no run "{options.run}": `planminder outbox --held` names those that wait')
        intents = ledger.outbox.intents(run.id)
    files, beside = write_mails(options.out, [(each.person.address, each) for each in intents])
    mails = [{"to": each.person.address, "file": str(file)} for each, file in zip(intents, files, strict=True)]
    report = Report("preview", figures={"run": run.id, "state": run.state, "reason": run.reason, "mails": mails})
    why = f": {run.reason}" if run.reason else ""
    report.say(f"{count(len(files), 'mail')} of run {run.id}, which is {run.state}{why}; written to {options.out}.")
    report.lines += [*beside, *map(str, files)]
    return _told(report, options)


def approve(options: argparse.Namespace) -> int:
    """What has changed meanwhile is not sent: that ends like a fault, so that a script does not take it for done."""
    with open_kit(load(options.config), options.today) as kit:
        report = settling.approve(kit, options.run)
    return _told(report, options) or (MEND if "changed" in report.figures else WELL)


def reject(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(settling.reject(kit, options.run), options)


def reachable(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(bounces.call_reachable(kit, options.address), options)


def _told(report: Report, options: argparse.Namespace) -> int:
    tell(report.lines, report.to_json(), options.json)
    for plan, fault in report.faults.items():
        print(f'planminder: the plan "{plan}" was left out: {fault}', file=sys.stderr)
    return MEND if report.faults else WELL
