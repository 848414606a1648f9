"""The command line: the door for admins and for programs.

Exit codes: 0 done, 1 a fault the admin can mend, 2 wrong usage, 3 Microsoft 365 not reached or refusing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from jobs.cli.faults import MEND, exit_code_and_sentence
from jobs.cli.parser import build_parser

# Each command's module is imported only when it is called, so that `--help` and `explain` start fast.
_HANDLERS = {
    "demo": ("jobs.cli.service", "demo"),
    "import": ("jobs.cli.importing", "bring_in"),
    "explain": ("jobs.cli.reading", "explain"),
    "run": ("jobs.cli.running", "run"),
    "preview": ("jobs.cli.running", "preview"),
    "simulate": ("jobs.cli.simulating", "simulate"),
    "summary": ("jobs.cli.papers", "summary"),
    "approve": ("jobs.cli.running", "approve"),
    "reject": ("jobs.cli.running", "reject"),
    "settle": ("jobs.cli.reviewing", "settle"),
    "reachable": ("jobs.cli.running", "reachable"),
    "outbox": ("jobs.cli.looking", "outbox"),
    "log": ("jobs.cli.looking", "log"),
    "serve": ("jobs.cli.service", "serve"),
    "check": ("jobs.cli.service", "check"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every foreseen fault ends in a sentence on stderr, never a traceback."""
    config = Path(os.environ.get("PLANMINDER_CONFIG", "config/planminder.toml"))
    options = build_parser(config).parse_args(argv)
    module, function = _HANDLERS[options.command]
    try:
        code = int(getattr(import_module(module), function)(options))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has gone; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MEND
    except Exception as error:
        known = exit_code_and_sentence(error)
        if known is None:
            raise
        code, sentence = known
        print(sentence, file=sys.stderr)
    return code


def entry() -> None:
    sys.exit(main())
