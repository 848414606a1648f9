"""How many of the points at which a process can die are tried: some in every run, all of them in `make soak`."""

from __future__ import annotations

import os

SOAK = bool(os.environ.get("SOAK"))


def stride(all_of_them: int, sampled: int) -> int:
    """The step from one point to the next."""
    return all_of_them if SOAK else sampled
