"""How commands speak: sentences for people, one JSON value for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any


def tell(lines: Iterable[str], answer: Any, as_json: bool) -> None:
    """Sentences on stdout; with --json they go to stderr, and one JSON value goes to stdout."""
    for line in lines:
        print(line, file=sys.stderr if as_json else sys.stdout)
    if as_json:
        print(json.dumps(answer, ensure_ascii=False, default=str))


def tell_lines(answers: Iterable[tuple[str, Any]], as_json: bool) -> None:
    """One answer a line: its sentence, or with --json its JSON object."""
    for sentence, answer in answers:
        print(json.dumps(answer, ensure_ascii=False, default=str) if as_json else sentence, flush=True)
