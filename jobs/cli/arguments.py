"""The options of each command, with the words that its help says of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from jobs.cli.options import (
    column,
    config_option,
    day,
    json_option,
    number_from,
    plan_and_day,
    status,
    today_option,
)

JOBS = ("sync", "remind", "collect", "summarise")
FIGURES = ("open", "overdue", "due_soon", "completed", "no_reply", "unconfirmed")


def demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("demo-out"), metavar="DIR", help="where mails and papers go")
    parser.add_argument("--serve", action="store_true", help="keep the tenant running afterwards and print its address")


def bring_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=".docx, .xlsx, .csv, .tsv, or a PDF's text as .txt"
    )
    parser.add_argument("--plan", metavar="NAME", help="the plan to bring it into (default: the only one)")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=column,
        metavar="HEAD=FIELD",
        help='read the column with this head as a field: --column "Target date=due"; "column 3" is one without a head',
    )
    parser.add_argument("--as-of", type=day, metavar="DATE", help="the day the document speaks from (default: today)")
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="read only: needs no tenant and no configuration; with --plan it shows what would change in the list",
    )
    parser.add_argument(
        "--yes",
        action="store_true",
        help="write without asking; a script without it adds new actions and leaves the rows that are there",
    )
    json_option(parser)


_PHRASES = {
    "due": 'planminder explain due "end of Q2" --as-of 2026-04-01',
    "status": 'planminder explain status "Completed apart from the appendix"',
    "owners": 'planminder explain owners "S151 Officer and Head of HR"',
}


def explain(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="due|status|owners|reply")
    for kind in ("due", "status", "owners"):
        sub = kinds.add_parser(kind, help=f"how {kind} phrases are read", epilog=f"example: {_PHRASES[kind]}")
        sub.add_argument("text", nargs="*", metavar="TEXT", help="phrases (default: one a line on stdin)")
        sub.add_argument("--as-of", type=day, metavar="DATE", help="the day the words were written (default: today)")
        config_option(sub, argparse.SUPPRESS)
        json_option(sub)
    reply = kinds.add_parser(
        "reply",
        help="how a reply would be read",
        epilog="example: planminder explain reply reply.eml --parent nudge.eml",
    )
    reply.add_argument("file", nargs="?", type=Path, metavar="FILE.eml", help="the reply")
    reply.add_argument("--parent", type=Path, metavar="FILE.eml", help="the mail of ours that it answers")
    reply.add_argument("--batch", action="store_true", help="read FILE<TAB>PARENT lines on stdin, print JSON lines")
    json_option(reply)


def run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("job", choices=JOBS, help="the job to run once, now")
    plan_and_day(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would be done; nothing leaves this machine")
    json_option(parser)


def preview(parser: argparse.ArgumentParser) -> None:
    plan_and_day(parser)
    parser.add_argument("--run", metavar="ID", help="the mails of this run instead, as `planminder outbox` names it")
    parser.add_argument("--out", type=Path, default=Path("preview"), metavar="DIR", help="where the mails are written")
    json_option(parser)


def simulate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", type=day, metavar="DATE", dest="first", required=True, help="the first day")
    parser.add_argument("--to", type=day, metavar="DATE", dest="last", required=True, help="the last day")
    parser.add_argument("--policy", type=Path, metavar="FILE", help="another policy, shown beside the configured one")
    parser.add_argument("--plan", metavar="NAME", help="only this plan")
    parser.add_argument(
        "--plan-file",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="plans that are in no list yet: needs no tenant; every party they print counts as one person",
    )
    parser.add_argument(
        "--answers",
        type=number_from(0, 100),
        default=0,
        metavar="SHARE",
        help="of 100 nudges, how many are answered (0)",
    )
    parser.add_argument(
        "--answers-after", type=number_from(0, 60), default=2, metavar="DAYS", help="after so many working days (2)"
    )
    parser.add_argument("--chart", type=Path, metavar="FILE.svg", help="draw the mails of each week there")
    json_option(parser)


def summary(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="explain|verify")
    explain = kinds.add_parser(
        "explain",
        help="the rule and the rows behind a figure",
        epilog='example: planminder summary explain overdue --plan "Peer challenge"',
    )
    explain.add_argument("figure", choices=FIGURES, metavar="FIGURE", help=", ".join(FIGURES))
    explain.add_argument("file", nargs="?", type=Path, metavar="FILE.docx", help="a paper, as it was made")
    explain.add_argument("--edition", choices=("internal", "public"), default="internal", help="with --plan (internal)")
    plan_and_day(explain)
    verify = kinds.add_parser(
        "verify",
        help="which rows changed since a paper was made",
        epilog='example: planminder summary verify "Peer challenge 2026-11.docx"',
    )
    verify.add_argument("file", type=Path, metavar="FILE.docx", help="a paper, as it was made")
    for each in (explain, verify):
        config_option(each, argparse.SUPPRESS)
        json_option(each)


def outbox(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--held", action="store_true", help="only what waits for an admin")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write the mails that wait there, to look at")
    parser.add_argument(
        "--examples", action="store_true", help="instead: what people said replies mean, words and readings alone"
    )
    today_option(parser)
    json_option(parser)


def settle(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", metavar="RUN", help="the run's id, as `planminder outbox --held` prints it")
    today_option(parser)
    json_option(parser)


def settle_reply(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reply", metavar="ID", help="the reply as `planminder outbox --held` numbers it: 17.2, or 17")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--apply", action="store_true", help="write what was read")
    what.add_argument("--dismiss", action="store_true", help="write nothing, and put the mail away")
    what.add_argument("--agree", action="store_true", help="a lead answers a wish: they agreed to the new date")
    what.add_argument("--refuse", action="store_true", help="a lead answers a wish: they did not agree to it")
    what.add_argument("--status", type=status, metavar="STATUS", help="write this status: completed, in_progress, …")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day on which it was completed")
    parser.add_argument("--due", type=day, metavar="DATE", help="write this new date")
    parser.add_argument(
        "--action", default="", metavar="REF", help="the action it is about, if that was not understood"
    )
    parser.add_argument(
        "--plan", default="", metavar="NAME", help="the plan of that action, where several use its number"
    )
    parser.add_argument("--anyway", action="store_true", help="write over what has changed since the reply was read")
    today_option(parser)
    json_option(parser)


def reachable(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address", metavar="ADDRESS", help="a mail address from which our mail came back")
    today_option(parser)
    json_option(parser)


def check(parser: argparse.ArgumentParser) -> None:
    today_option(parser)
    json_option(parser)


def log(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--action", default="", metavar="REF", help="only what concerns this action")
    parser.add_argument("--person", default="", metavar="ADDRESS", help="only what concerns this person")
    json_option(parser)
