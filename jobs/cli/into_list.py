"""The part of `planminder import` that needs the plan's list: compared, agreed to, written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bot.importing import PlanReading
from bot.settings import PlanSettings, Settings, SettingsAtFault, load
from jobs.cli.build import open_kit
from jobs.cli.plan_view import lines_of_all
from jobs.cli.progress_bar import ProgressBar
from jobs.cli.telling import show, tell
from jobs.importing.bring_in import bring_in
from jobs.importing.bring_in_words import proposal_lines
from jobs.importing.propose import Proposal, propose
from jobs.kit import JobRefused

_STOPPED = 130
"""The exit code of a command that somebody stopped with Ctrl-C."""


def compared(options: argparse.Namespace, readings: Sequence[PlanReading]) -> list[str]:
    """What is read, and what it would change in the plan's list, which is only looked at."""
    settings = load(options.config)
    plan = _plan(settings, options.plan)
    with open_kit(settings, options.as_of, plan.name, looks_only=True) as kit:
        proposals = [propose(kit, plan, reading) for reading in readings]
    told = [line for each in proposals for line in proposal_lines(each, plan.list_title)]
    return [*lines_of_all([each.reading for each in proposals]), *told, "Nothing was written."]


def write(options: argparse.Namespace, readings: Sequence[PlanReading]) -> int:
    """What is read is shown, agreed to and written into the plan's list; the exit code."""
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
        show(lines_of_all([each.reading for each in proposals]))
    if asks and not _agreed(plan, proposals, aside=options.json):
        print("Nothing was written.", file=sys.stderr)
        return 0
    with open_kit(settings, options.as_of, plan.name) as kit:
        if asks and proposals != [propose(kit, plan, reading) for reading in readings]:
            raise JobRefused("The list was edited while you were looking. Nothing was written: run the import again.")
        written = _Written(ProgressBar("rows written"))
        try:
            reports = [bring_in(kit, plan, reading, written, changes=asks or options.yes) for reading in readings]
        except KeyboardInterrupt:
            print(f"\n{written}", file=sys.stderr)
            return _STOPPED
    tell([line for report in reports for line in report.lines], [each.to_json() for each in reports], options.json)
    return 0


def _plan(settings: Settings, name: str | None) -> PlanSettings:
    plan = settings.plan(name) if name else settings.plans[0] if len(settings.plans) == 1 else None
    if plan is None:
        names = ", ".join(f'"{each.name}"' for each in settings.plans)
        raise SettingsAtFault([f"name the plan with --plan: the configuration has {names}"])
    return plan


def _agreed(plan: PlanSettings, proposals: Sequence[Proposal], *, aside: bool) -> bool:
    """Whether a person says yes to what would be done. Nobody is asked about a document that changes nothing."""
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
