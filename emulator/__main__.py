"""`python -m emulator`: found or reopen the tenant, serve it, say where it is in one line of JSON, stop when told."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from emulator import seed, serving
from emulator.errors import SeedError


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m emulator",
        description="A Microsoft 365 tenant on this machine, reached through an HTTPS proxy.",
        epilog="Example: python -m emulator --state /tmp/tenant --port 8080",
    )
    parser.add_argument("--state", type=Path, metavar="DIR", help="keep the tenant here (default: in memory)")
    parser.add_argument("--seed", type=Path, metavar="FILE.json", help="what a new tenant holds (docs/emulator.md)")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port of the page (default: any free one)")
    parser.add_argument("--proxy-port", type=int, default=0, metavar="N", help="port of the proxy (default: any)")
    parser.add_argument("--sent-lag", type=float, metavar="SECONDS", help="how late copies appear in Sent Items")
    parser.add_argument("--throttle", action="store_true", help="refuse too many calls, as Outlook and SharePoint do")
    given = parser.parse_args()
    settings = serving.Settings(given.state, given.port, given.proxy_port, given.sent_lag, given.throttle)
    try:
        return asyncio.run(serving.run(seed.read(given.seed), settings))
    except (SeedError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
