"""The command that brings plans in: documents read and shown. What needs the plan's list is `into_list`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.importing import PlanReading, read_plan
from bot.reading.conventions import Conventions
from jobs.cli.faults import exit_code_and_sentence
from jobs.cli.plan_view import lines_of_all
from jobs.cli.progress_bar import ProgressBar
from jobs.cli.reading import conventions_of
from jobs.cli.telling import tell


def bring_in(options: argparse.Namespace) -> int:
    as_of = options.as_of or date.today()  # noqa: DTZ011 - a day on this desk, for words without a year
    columns = _columns(options.column)
    means = conventions_of(options.config)
    readings = [_read(file, as_of, columns, means) for file in options.files]
    if options.dry_run:
        _look(options, readings)
        return 0
    # The tenant's and the ledger's libraries take longer to load than most documents take to read.
    from jobs.cli.into_list import write

    return write(options, readings)


def _look(options: argparse.Namespace, readings: Sequence[PlanReading]) -> None:
    """Show what is read, and beside a plan that is named what it would change in the plan's list."""
    answers = [reading.to_json() for reading in readings]
    lines = lines_of_all(readings)
    if options.plan and options.config.exists():
        from jobs.cli.into_list import compared

        try:
            lines = compared(options, readings)
        except Exception as error:
            fault = exit_code_and_sentence(error)
            if fault is None:
                raise
            lines.append(f'Not compared with the list of "{options.plan}". {fault[1]}')
    tell(lines, answers[0] if len(answers) == 1 else answers, options.json)


def _columns(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    named = dict(given)
    twice = [field for field in named if sum(each == field for each, _ in given) > 1]
    if twice:
        raise SystemExit(f"planminder import: --column names {twice[0]} twice: one column holds it")
    return named


def _read(file: Path, as_of: date, columns: dict[str, str], means: Conventions) -> PlanReading:
    return read_plan(file, as_of, ProgressBar(f"{file.name}: actions read"), columns, means)
