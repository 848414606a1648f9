"""The command that brings plans in: read, shown, agreed to, written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jobs.cli.faults import exit_code_and_sentence
from jobs.cli.plan_view import plan_lines
from jobs.cli.progress_bar import ProgressBar
from jobs.cli.reading import conventions_of
from jobs.cli.telling import show, tell

if TYPE_CHECKING:
    from bot.importing import PlanReading
    from bot.reading.conventions import Conventions
    from bot.settings import PlanSettings, Settings
    from jobs.importing.propose import Proposal


_STOPPED = 130
"""The exit code of a command that somebody stopped with Ctrl-C."""


def bring_in(options: argparse.Namespace) -> int:
    as_of = options.as_of or date.today()  # noqa: DTZ011 - a day on this desk, for words without a year
    columns = _columns(options.column)
    means = conventions_of(options.config)
    readings = [_read(file, as_of, columns, means) for file in options.files]
    if options.dry_run:
        _look(options, readings)
        return 0
    return _write(options, readings)


def _look(options: argparse.Namespace, readings: Sequence[PlanReading]) -> None:
    """Show what is read, and beside a plan that is named what it would change in the plan's list."""
    answers = [reading.to_json() for reading in readings]
    lines = _lines(readings)
    if options.plan and options.config.exists():
        try:
            lines = _compared(options, readings)
        except Exception as error:
            fault = exit_code_and_sentence(error)
            if fault is None:
                raise
            lines.append(f'Not compared with the list of "{options.plan}". {fault[1]}')
    tell(lines, answers[0] if len(answers) == 1 else answers, options.json)


def _compared(options: argparse.Namespace, readings: Sequence[PlanReading]) -> list[str]:
    from bot.settings import load
    from jobs.cli.build import open_kit
    from jobs.importing.bring_in_words import proposal_lines
    from jobs.importing.propose import propose

    settings = load(options.config)
    plan = _plan(settings, options.plan)
    with open_kit(settings, options.as_of, plan.name, looks_only=True) as kit:
        proposals = [propose(kit, plan, reading) for reading in readings]
    told = [line for each in proposals for line in proposal_lines(each, plan.list_title)]
    return [*_lines([each.reading for each in proposals]), *told, "Nothing was written."]


def _columns(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    named = dict(given)
    twice = [field for field in named if sum(each == field for each, _ in given) > 1]
    if twice:
        raise SystemExit(f"planminder import: --column names {twice[0]} twice: one column holds it")
    return named


def _read(file: Path, as_of: date, columns: dict[str, str], means: Conventions) -> PlanReading:
    from bot.importing import read_plan

    return read_plan(file, as_of, ProgressBar(f"{file.name}: actions read"), columns, means)


def _lines(readings: Sequence[PlanReading]) -> list[str]:
    return [line for reading in readings for line in plan_lines(reading)]


def _write(options: argparse.Namespace, readings: Sequence[PlanReading]) -> int:
    from bot.settings import load
    from jobs.cli.build import open_kit
    from jobs.importing.bring_in import bring_in as bring
    from jobs.importing.propose import propose
    from jobs.kit import JobRefused

    empty = next((reading for reading in readings if not reading.actions), None)
    if empty:
        raise JobRefused(
            f"{empty.source} holds highlight reports of workstreams and no action, so nothing is brought in: read it "
            "with --dry-run, and import the plan that lists the actions."
        )
    settings = load(options.config)
    plan = _plan(settings, options.plan)
    asks = sys.stdin.isatty() and not options.yes
    with open_kit(settings, options.as_of, plan.name) as kit:
        proposals = [propose(kit, plan, reading) for reading in readings]
    if not options.json:
        show(_lines([each.reading for each in proposals]))
    if asks and not _agreed(plan, proposals, aside=options.json):
        print("Nothing was written.", file=sys.stderr)
        return 0
    with open_kit(settings, options.as_of, plan.name) as kit:
        if asks and proposals != [propose(kit, plan, reading) for reading in readings]:
            raise JobRefused("The list was edited while you were looking. Nothing was written: run the import again.")
        written = _Written(ProgressBar("rows written"))
        try:
            reports = [bring(kit, plan, reading, written, changes=asks or options.yes) for reading in readings]
        except KeyboardInterrupt:
            print(f"\n{written}", file=sys.stderr)
            return _STOPPED
    tell([line for report in reports for line in report.lines], [each.to_json() for each in reports], options.json)
    return 0


def _plan(settings: Settings, name: str | None) -> PlanSettings:
    from bot.settings import SettingsAtFault

    plan = settings.plan(name) if name else settings.plans[0] if len(settings.plans) == 1 else None
    if plan is None:
        names = ", ".join(f'"{each.name}"' for each in settings.plans)
        raise SettingsAtFault([f"name the plan with --plan: the configuration has {names}"])
    return plan


def _agreed(plan: PlanSettings, proposals: Sequence[Proposal], *, aside: bool) -> bool:
    """Whether a person says yes to what would be done. Nobody is asked about a document that changes nothing."""
    from jobs.importing.bring_in_words import proposal_lines

    for each in proposals:
        show(proposal_lines(each, plan.list_title), aside=aside)
    if not any(each.writes for each in proposals):
        return True
    print(f'Write this to the list "{plan.list_title}"? [y/N] ', end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


class _Written:
    """Counts the rows written, for the sentence to somebody who stops the import."""

    def __init__(self, bar: ProgressBar) -> None:
        self._bar = bar
        self._done = self._of = 0

    def __call__(self, done: int, of: int) -> None:
        self._done, self._of = done, of
        self._bar(done, of)

    def __str__(self) -> str:
        if not self._done:
            return "Stopped before any row was written: run it again."
        return f"Stopped: {self._done:,} of {self._of:,} rows are written. Run it again for the rest."
