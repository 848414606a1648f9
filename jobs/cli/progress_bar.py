"""How far a long task has come, for a person at a terminal: nothing is printed into a file or for a short one."""

from __future__ import annotations

import sys
from typing import TextIO

_WIDTH, _SHORT = 30, 200
"""Characters of the bar, and steps up to which nobody waits long enough to need one."""


class ProgressBar:
    """Called with (steps done, of how many); draws only when another part of the bar is full."""

    def __init__(self, words: str, stream: TextIO | None = None, *, short: int = _SHORT) -> None:
        self._words = words
        self._stream = stream or sys.stderr
        self._short = short
        self._drawn = -1

    def __call__(self, done: int, of: int) -> None:
        full = _WIDTH * done // of
        if of <= self._short or full == self._drawn or not self._stream.isatty():
            return
        self._drawn = full
        bar = f"[{'#' * full}{'.' * (_WIDTH - full)}]"
        end = "\n" if done == of else ""
        self._stream.write(f"\r{bar} {done:,} of {of:,} {self._words}{end}")
        self._stream.flush()
