"""The commands that run a job or settle a run."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bot.settings import load
from jobs import collect, remind, runs, summarise, sync
from jobs.cli.build import open_kit
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
        letters, gaps = remind.preview(kit)
    files = [write_mail(options.out, letter.person.address, letter.mail) for letter in letters]
    lines = [f"{count(len(letters), 'nudge')} written to {options.out}; nothing was sent.", *map(str, files)]
    lines += [gap.sentence for gap in gaps]
    mails = [{**remind.letter_json(letter), "file": str(file)} for letter, file in zip(letters, files, strict=True)]
    tell(lines, {"mails": mails, "gaps": remind.gaps_json(gaps)}, options.json)
    return 0


def approve(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(runs.approve(kit, options.run), options)


def reject(options: argparse.Namespace) -> int:
    with open_kit(load(options.config), options.today) as kit:
        return _told(runs.reject(kit, options.run), options)


def _told(report: Report, options: argparse.Namespace) -> int:
    tell(report.lines, report.to_json(), options.json)
    return 0
