"""The command line: every command, with one line of help and one example."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot import __version__
from jobs.cli import arguments
from jobs.cli.options import config_option


@dataclass(frozen=True, slots=True)
class Command:
    """A command: one line of help, one example, and what adds its options."""

    name: str
    help: str
    example: str
    options: Callable[[argparse.ArgumentParser], None]


@cache
def build_parser(config: Path) -> argparse.ArgumentParser:
    """The parser of every command; `config` is the configuration where none is named."""
    parser = argparse.ArgumentParser(
        prog="planminder",
        description="Minds action plans kept in SharePoint: reminds owners, reads their replies, reports every month.",
        epilog="example: planminder demo --out demo-out",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"planminder {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.help,
            description=command.help,
            epilog=f"example: {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        config_option(sub, config)
        command.options(sub)
    return parser


COMMANDS: tuple[Command, ...] = (
    Command("demo", "a month in the life of a fictional council", "planminder demo --out demo-out", arguments.demo),
    Command(
        "import",
        "bring a plan into its SharePoint list",
        'planminder import plan.docx --plan "Peer challenge"',
        arguments.bring_in,
    ),
    Command(
        "explain",
        "how a phrase or a reply is read",
        'planminder explain due "end of Q2" --as-of 2026-04-01',
        arguments.explain,
    ),
    Command("run", "run one job once", "planminder run remind --dry-run", arguments.run),
    Command(
        "preview", "write the mails that `run remind` would send", "planminder preview --out preview", arguments.preview
    ),
    Command(
        "simulate",
        "who would get how many mails over a span of days",
        "planminder simulate --from 2027-01-01 --to 2027-12-31 --policy gentler.toml --chart mails.svg",
        arguments.simulate,
    ),
    Command(
        "summary",
        "where a paper's figures come from, and what changed since",
        'planminder summary verify "Peer challenge 2026-11.docx"',
        arguments.summary,
    ),
    Command("outbox", "what waits, was held, sent or is uncertain", "planminder outbox --held", arguments.outbox),
    Command("approve", "let a held run go", "planminder approve 2026-11-23-1", arguments.settle),
    Command("reject", "drop a held run", "planminder reject 2026-11-23-1", arguments.settle),
    Command(
        "settle",
        "apply, correct or dismiss a reply that waits for you",
        "planminder settle 17.2 --status completed --on 2027-03-01",
        arguments.settle_reply,
    ),
    Command(
        "reachable",
        "write again to an address from which a mail came back",
        "planminder reachable jo.reed@tamberley.example",
        arguments.reachable,
    ),
    Command("log", "the audit trail", "planminder log --action 8.iii", arguments.log),
    Command("serve", "run the jobs at their times until stopped", "planminder serve", lambda parser: None),
    Command(
        "check", "all faults of settings, templates, tenant and lists at once", "planminder check", arguments.check
    ),
)
