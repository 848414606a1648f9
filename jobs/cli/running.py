"""The commands that run a job or settle a run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from bot.settings import load
from jobs import bounces, collect, remind, runs, summarise, sync
from jobs.cli.build import open_kit
from jobs.cli.faults import MEND, WELL
from jobs.cli.telling import tell, write_mail
from jobs.kit import Kit, Report, count

Job = Callable[[Kit], Report]

# sync only reads from the tenant, so its dry run is the run itself
JOBS: dict[str, tuple[Job, Job]] = {
    "sync": (sync.sync, sync.sync),
    "remind": (remind.remind, remind.foresee),
    "collect": (collect.collect, collect.foresee),
    "summarise": (summarise.summarise, summarise.foresee),
}


def run(options: argparse.Namespace) -> int:
    real, dry = JOBS[options.job]
    with open_kit(load(options.config), options.today, options.plan) as kit:
        report = (dry if options.dry_run else real)(kit)
    return _told(report, options)


def preview(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today, options.plan) as kit:
        seen = remind.preview(kit)
    files = [write_mail(options.out, letter.person.address, letter.mail) for letter in seen.letters]
    mails = [{**remind.letter_json(each), "file": str(file)} for each, file in zip(seen.letters, files, strict=True)]
    report = Report("preview", figures={"mails": mails, "gaps": remind.gaps_json(seen.gaps)}, faults=seen.faults)
    report.say(f"{count(len(files), 'nudge')} written to {options.out}; nothing was sent.")
    report.lines += [*map(str, files), *(gap.sentence for gap in seen.gaps)]
    return _told(report, options)


def approve(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(runs.approve(kit, options.run), options)


def reject(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(runs.reject(kit, options.run), options)


def reachable(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(bounces.call_reachable(kit, options.address), options)


def _told(report: Report, options: argparse.Namespace) -> int:
    tell(report.lines, report.to_json(), options.json)
    for plan, fault in report.faults.items():
        print(f'planminder: the plan "{plan}" was left out: {fault}', file=sys.stderr)
    return MEND if report.faults else WELL
