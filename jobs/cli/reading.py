"""The commands that read words and documents: explain and import."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.reading.conventions import Conventions
from jobs.cli.telling import tell, tell_lines


def explain(options: argparse.Namespace) -> int:
    if options.kind == "reply":
        return _explain_reply(options)
    from bot.reading.dates import explain_due
    from bot.reading.owners import explain_owners
    from bot.reading.shapes import due_json, owners_json, status_json
    from bot.reading.statuses import explain_status
    from jobs.cli.sentences import due_sentence, owners_sentence, ruled, status_sentence

    as_of = options.as_of or date.today()  # noqa: DTZ011 - a day on this desk, for words without a year
    means = _conventions(options.config)

    def due(text: str) -> tuple[str, Any]:
        found = explain_due(text, as_of)
        return ruled(due_sentence(found.due), found.rule), {**due_json(found.due), "rule": found.rule}

    def status(text: str) -> tuple[str, Any]:
        found = explain_status(text, as_of, means.colours)
        return ruled(status_sentence(found.reading), found.rule), {**status_json(found.reading), "rule": found.rule}

    def owners(text: str) -> tuple[str, Any]:
        found = explain_owners(text, means.aliases)
        return ruled(owners_sentence(found.reading), found.rule), {**owners_json(found.reading), "rule": found.rule}

    kinds: dict[str, Callable[[str], tuple[str, Any]]] = {"due": due, "status": status, "owners": owners}
    tell_lines(map(kinds[options.kind], _phrases(options.text)), options.json)
    return 0


def _conventions(config: Path) -> Conventions:
    from bot.reading import USUAL

    if not config.exists():
        return USUAL
    from bot.settings import load_conventions

    return load_conventions(config)


def _phrases(given: list[str]) -> Iterable[str]:
    return given or (line.rstrip("\r\n") for line in sys.stdin)


def _explain_reply(options: argparse.Namespace) -> int:
    if options.batch:
        pairs = [line.rstrip("\n").split("\t") for line in sys.stdin if line.strip()]
        tell_lines(
            (_reply(Path(file), Path(*parent) if parent and parent[0] else None) for file, *parent in pairs), True
        )
        return 0
    if options.file is None:
        raise SystemExit("planminder explain reply: name a FILE.eml, or give --batch lines on stdin")
    sentence, answer = _reply(options.file, options.parent)
    tell([sentence], answer, options.json)
    return 0


def _reply(file: Path, parent: Path | None) -> tuple[str, dict[str, Any]]:
    from bot.reply import open_mail, reply_json

    answer = reply_json(open_mail(file.read_bytes()), open_mail(parent.read_bytes()) if parent else None)
    return "\n".join([f"{file.name}: {answer['class']}", *map(_update_line, answer["updates"])]), answer


def _update_line(update: dict[str, Any]) -> str:
    end = update["due"]["end"] if update["due"] else None
    read = ", ".join(each for each in (update["status"], end) if each) or "nothing certain"
    return f'  {update["ref"] or "no action"}: {update["decision"]}: {read} ({update["rule"]}): "{update["comment"]}"'


def bring_in(options: argparse.Namespace) -> int:
    from bot.importing import read_plan

    as_of = options.as_of or date.today()  # noqa: DTZ011 - a day on this desk, for words without a year
    readings = [read_plan(file, as_of) for file in options.files]
    if options.dry_run:
        answers = [reading.to_json() for reading in readings]
        tell(_summary_lines(readings), answers[0] if len(answers) == 1 else answers, options.json)
        return 0
    return _write(options, readings)


def _write(options: argparse.Namespace, readings: list[Any]) -> int:
    from bot.settings import SettingsAtFault, load
    from jobs.bring_in import bring_in as bring
    from jobs.cli.build import open_kit

    settings = load(options.config)
    plan = settings.plan(options.plan) if options.plan else settings.plans[0] if len(settings.plans) == 1 else None
    if plan is None:
        names = ", ".join(f'"{each.name}"' for each in settings.plans)
        raise SettingsAtFault([f"name the plan with --plan: the configuration has {names}"])
    if not options.json:
        print("\n".join(_summary_lines(readings)))
    if not (options.yes or _confirmed(plan.list_title)):
        print("Nothing was written.", file=sys.stderr)
        return 0
    with open_kit(settings, options.as_of, plan.name) as kit:
        reports = [bring(kit, plan, reading, _progress) for reading in readings]
    tell([line for report in reports for line in report.lines], [each.to_json() for each in reports], options.json)
    return 0


def _confirmed(list_title: str) -> bool:
    """Ask a person at a terminal; a script has decided by calling."""
    if not sys.stdin.isatty():
        return True
    return input(f'Write this to the list "{list_title}"? [y/N] ').strip().lower() in ("y", "yes")


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        print(f"\r{done} of {of} rows written", end=end, file=sys.stderr, flush=True)


def _summary_lines(readings: list[Any]) -> Iterator[str]:
    for reading in readings:
        yield f"{reading.source}: {reading.title or 'untitled'}: {len(reading.actions)} actions"
        yield from (f"  ! {line}" for line in reading.not_read)
        yield "  columns: " + ", ".join(f"{ours} = {theirs}" for ours, theirs in reading.columns.items())
        for action in reading.actions:
            due = action.due.end.isoformat() if action.due.end else f'"{action.due.text}"'
            owners = ", ".join(action.owners) or "nobody"
            yield f"  {action.ref:<8} {action.status.value.label:<14} {due:<12} {owners}: {action.action[:70]}"
            yield from (f"           ? {question}" for question in action.questions)
        yield from (f"  ? {question}" for question in reading.questions)
