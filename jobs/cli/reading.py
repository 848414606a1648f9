"""The command that shows how words and replies are read: explain."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
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
    means = conventions_of(options.config)

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


def conventions_of(config: Path) -> Conventions:
    """What the council's configuration says of its words; the usual where there is no configuration yet."""
    from bot.reading import USUAL

    if not config.exists():
        return USUAL
    from bot.settings import load_conventions

    return load_conventions(config)


def _phrases(given: list[str]) -> Iterable[str]:
    if not given and sys.stdin.isatty():
        print("Type a phrase a line; end with Ctrl-D.", file=sys.stderr, flush=True)
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
