"""One client's checks: gathered under their names, run one by one, reported as lines of JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conformance.council import Council

Check = Callable[[Council], None]


class Different(Exception):
    """The client saw something else than it should."""


class Checks(dict[str, Check]):
    """Name -> check. Every check begins with the council as its seed has it."""

    def named(self, name: str) -> Callable[[Check], Check]:
        def keep(check: Check) -> Check:
            self[name] = check
            return check

        return keep

    def run(self) -> None:
        """Run them all against the tenant whose line is in the file named first on the command line."""
        council = Council(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
        for name, check in self.items():
            began = time.perf_counter()
            error = outcome(check, council)
            line = {"check": name, "error": error, "seconds": round(time.perf_counter() - began, 2)}
            print(json.dumps(line, ensure_ascii=False), flush=True)


def outcome(check: Check, council: Council) -> str | None:
    """None, or what went wrong: whatever a client raises is a finding about the tenant."""
    try:
        council.reset()
        check(council)
    except Exception as error:  # noqa: BLE001 - every client has errors of its own
        return f"{type(error).__name__}: {error}"
    return None


def same(found: Any, wanted: Any) -> None:
    if found != wanted:
        raise Different(f"{found!r} instead of {wanted!r}")


def refused(call: Callable[[], Any], kind: type[Exception], tell: Callable[[Any], Any], wanted: Any) -> None:
    """The call raises the client's own error, which tells the status or code that is wanted."""
    try:
        call()
    except kind as error:
        same(tell(error), wanted)
    else:
        raise Different(f"nothing was refused, {wanted!r} was expected")
