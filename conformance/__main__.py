"""`python -m conformance`: a table of checks, or with `--json` a list; exit 1 when any failed or was not run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

from conformance.clients import CLIENTS
from conformance.running import Row, rows

WIDTHS = (34, 52, 7)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m conformance",
        description="Hold the local tenant against clients that others wrote.",
        epilog="Example: python -m conformance --only rclone",
    )
    parser.add_argument("--only", choices=[client.key for client in CLIENTS], help="one client alone")
    parser.add_argument("--json", action="store_true", help="print a list of JSON objects instead of a table")
    given = parser.parse_args()
    chosen = [client for client in CLIENTS if given.only in {None, client.key}]
    found = (row for client in chosen for row in rows(client))
    told = list(found) if given.json else printed(found)
    if given.json:
        print(json.dumps([asdict(row) for row in told], ensure_ascii=False, indent=1))
    return 1 if any(row.error for row in told) else 0


def printed(found: Iterable[Row]) -> list[Row]:
    """The table, row by row as the checks end, and a line that counts them."""
    kept = []
    print(line("client", "check", "result", "seconds"))
    for row in found:
        kept.append(row)
        print(line(row.client, row.check, row.error or "passed", f"{row.seconds:.2f}"), flush=True)
    passed = sum(1 for row in kept if not row.error)
    print(f"{passed} of {len(kept)} checks passed, {len({row.client for row in kept})} clients")
    return kept


def line(client: str, check: str, result: str, seconds: str) -> str:
    return f"{client:<{WIDTHS[0]}}  {check:<{WIDTHS[1]}}  {seconds:>{WIDTHS[2]}}  {result}"


if __name__ == "__main__":
    sys.exit(main())
