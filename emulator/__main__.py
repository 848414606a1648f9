"""`python -m emulator`: found or reopen the tenant, serve it, say where it is in one line of JSON, stop when told."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from emulator import seed, serving
from emulator.control import LONGEST_LAG
from emulator.errors import PortError, SeedError, StateError


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m emulator",
        description="A Microsoft 365 tenant on this machine, reached through an HTTPS proxy.",
        epilog="Example: python -m emulator --state /tmp/tenant --port 8080",
    )
    parser.add_argument("--state", type=folder, metavar="DIR", help="keep the tenant here (default: in memory)")
    parser.add_argument("--seed", type=Path, metavar="FILE.json", help="what a new tenant holds (docs/emulator.md)")
    parser.add_argument("--port", type=port, default=0, metavar="N", help="port of the page (default: any free one)")
    parser.add_argument("--proxy-port", type=port, default=0, metavar="N", help="port of the proxy (default: any)")
    parser.add_argument("--sent-lag", type=lag, metavar="SECONDS", help="how late copies appear in Sent Items")
    parser.add_argument("--throttle", action="store_true", help="refuse too many calls, as Outlook and SharePoint do")
    given = parser.parse_args(arguments)
    settings = serving.Settings(given.state, given.port, given.proxy_port, given.sent_lag, given.throttle)
    try:
        return asyncio.run(serving.run(seed.read(given.seed), settings))
    except (SeedError, StateError, PortError) as error:
        print(error, file=sys.stderr)
        return 1


def port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text) < 65_536):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port. Give a number from 1 to 65535, or 0 for any.")
    return int(text)


def lag(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= LONGEST_LAG:
        raise argparse.ArgumentTypeError(f"{text!r} is no such time. Give a number of seconds, up to a day.")
    return seconds


def folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("--state has no name. Give a folder, or leave it out to keep nothing.")
    if Path(text).exists() and not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a file. Give a folder; it is made when it is not there.")
    return Path(text)


if __name__ == "__main__":
    sys.exit(main())
