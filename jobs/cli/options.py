"""What an argument of the command line may be, and the options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from bot.plan import Status

STATUSES = tuple(each.value for each in Status if each is not Status.UNKNOWN)


def day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no date: write it like 2026-03-31') from error


def config_option(parser: argparse.ArgumentParser, default: Path | str) -> None:
    told = "the configuration file (default: $PLANMINDER_CONFIG or config/planminder.toml)"
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help=told)


def column(text: str) -> tuple[str, str]:
    """(field, head) of "HEAD=FIELD"; the last "=" divides, for heads may hold one."""
    head, _, field = (part.strip() for part in text.rpartition("="))
    if not head or not field:
        raise argparse.ArgumentTypeError(f'"{text}": write it like "Target date=due", the printed head first')
    return field.lower().replace(" ", "_"), head


def number_from(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f'"{text}" is no whole number from {least} to {most}')
        return int(text)

    return number


def json_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else there")


def today_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=day, metavar="DATE", help="act as if it were this day (default: today)")


def plan_and_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plan", metavar="NAME", help="only this plan")
    today_option(parser)


def status(text: str) -> str:
    word = text.strip().lower().replace(" ", "_")
    if word not in STATUSES:
        raise argparse.ArgumentTypeError(f'"{text}" is no status: write one of {", ".join(STATUSES)}')
    return word
