"""The commands that stand for the whole service: serve, check and demo."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import threading
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import JOBS as JOB_NAMES
from bot.settings import Settings, SettingsAtFault, load
from bot.timetable import Timetable
from jobs.cli.faults import exit_code, exit_code_and_sentence
from jobs.cli.telling import tell
from jobs.people.standing import calendar_of

if TYPE_CHECKING:
    from jobs.check import Finding

log = logging.getLogger("planminder")


def serve(options: argparse.Namespace) -> int:
    from bot.ledger import Ledger, open_ledger
    from jobs.cli.build import utc_now
    from jobs.scheduler import Wakes, run_until

    settings = load(options.config)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    for library in ("apscheduler", "alembic"):
        logging.getLogger(library).setLevel(logging.WARNING)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    ledger = Ledger(open_ledger(settings.data_folder))
    wakes = Wakes(
        last=lambda job: _moment(ledger.register.fact(f"woke:{job}")),
        note=lambda job, moment: ledger.register.set_fact(f"woke:{job}", moment.isoformat()),
    )
    for job, moment in _upcoming(settings, utc_now()).items():
        log.info("%s next at %s", job, moment.isoformat(timespec="minutes"))
    run_until(stop, _timetables(settings), partial(_run, settings), wakes, utc_now)
    ledger.close()
    log.info("stopped")
    return 0


def _run(settings: Settings, job: str) -> None:
    """Run one job; what it cannot do now is said, and asked again in a while."""
    from jobs.cli.build import open_kit
    from jobs.cli.running import JOBS
    from jobs.scheduler import NotDone

    real, _ = JOBS[job]
    try:
        with open_kit(settings) as kit:
            report = real(kit)
    except Exception as error:
        known = exit_code_and_sentence(error)
        if known is None:
            log.exception("%s failed", job)
        else:
            log.warning("%s: %s", job, known[1])
        raise NotDone from error
    for plan, fault in report.faults.items():
        log.warning('%s: the plan "%s" was left out: %s', job, plan, fault)
    log.info("%s: done. %s", job, report.outcome)


def check(options: argparse.Namespace) -> int:
    from bot.compose import wording
    from jobs.check import Finding, check_files
    from jobs.cli.build import composer_of, utc_now

    settings, wrong, own = _as_far_as_right(options.config)
    findings = check_files(wrong, composer_of(own))
    if settings:
        findings += _tenant_findings(settings, options.today)
    else:
        findings.append(Finding("tenant", note="not looked at: the settings do not say where to look, or as whom"))
    faults = [finding for finding in findings if finding.fault]
    begin = datetime.combine(options.today, time.min, settings.zone) if settings and options.today else utc_now()
    upcoming = _upcoming(settings, begin) if settings and not wrong else {}
    lines = [_line(each.what, each.fault, each.note) for each in findings]
    lines += [
        f"next  {job} on {moment:%A} {wording.day(moment.date())} at {moment:%H:%M}" for job, moment in upcoming.items()
    ]
    answer = {
        "ok": not faults,
        "findings": [
            {"what": each.what, "ok": not each.fault, "fault": each.fault, "note": each.note} for each in findings
        ],
        "next": {job: moment.isoformat(timespec="minutes") for job, moment in upcoming.items()},
    }
    tell(lines, answer, options.json)
    return exit_code(finding.unreached for finding in faults)


def _as_far_as_right(config: Path) -> tuple[Settings | None, list[str], Path | None]:
    """The settings without what is at fault in them (None: nothing to go by), their faults, the templates' folder."""
    try:
        settings = load(config)
    except SettingsAtFault as wrong:
        return wrong.rest, wrong.faults, wrong.templates
    return settings, [], settings.own_templates


def _tenant_findings(settings: Settings, today: date | None) -> list[Finding]:
    from bot.m365 import Library, Lists, Mailbox
    from jobs.check import check as look
    from jobs.cli.build import local_today, sign_in

    tenant = sign_in(settings)
    lists = Lists(tenant, settings.tenant.site)
    mailbox = Mailbox(tenant, settings.tenant.mailbox)
    return look(settings, lists, mailbox, Library(tenant, lists), today or local_today(settings))


def _upcoming(settings: Settings, begin: datetime) -> dict[str, datetime]:
    """When each job runs next after `begin`, reminders on a day on which mails leave; a job that never does is left
    out."""
    coming: dict[str, datetime | None] = {job: each.next_after(begin) for job, each in _timetables(settings).items()}
    calendar = calendar_of(settings)
    coming["remind"] = settings.timetable("remind", calendar).next_working(begin, calendar)
    return {job: moment for job, moment in coming.items() if moment}


def _line(what: str, fault: str, note: str) -> str:
    grade = "FAULT" if fault else "note" if note else "ok"
    return f"{grade:<6}{': '.join(filter(None, (what, fault or note)))}"


def demo(options: argparse.Namespace) -> int:
    from jobs.demo import demo as play

    # Stopped either way, the local tenant must not outlive the demo that started it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return play(options.out, options.serve)


def _timetables(settings: Settings) -> Mapping[str, Timetable]:
    calendar = calendar_of(settings)
    return {job: settings.timetable(job, calendar) for job in JOB_NAMES}


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
