"""Regular expressions of others: they may be wrong, and they may never come to an end.

Python's own engine backtracks without a limit, but it lets signals interrupt it. A timer's signal ends a search that
has taken too long; that works in the main thread alone, which is where the tenant runs.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONGEST = 1000
SECONDS = 0.25


class TooSlow(Exception):
    """The expression did not come to an end in time; the sentence says what to do."""


def pattern(text: object) -> re.Pattern[str]:
    """The expression in a text. Raises ValueError with a sentence when it is none."""
    if not isinstance(text, str) or len(text) > LONGEST:
        raise ValueError(f"match.path is a regular expression of at most {LONGEST} characters")
    try:
        with limited():
            return re.compile(text)
    except RecursionError as error:
        raise ValueError("match.path is nested too deeply") from error
    except (re.error, OverflowError) as error:
        raise ValueError(f"match.path is not a regular expression: {error}") from error
    except TooSlow as error:
        raise ValueError(f"match.path: {error}") from error


def found(expression: re.Pattern[str], text: str) -> bool:
    """Whether the expression is anywhere in the text. Raises TooSlow."""
    with limited():
        return expression.search(text) is not None


@contextmanager
def limited() -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def interrupt(_: int, __: FrameType | None) -> None:
    raise TooSlow(f"the expression takes more than {SECONDS} seconds. Write one without a repetition in a repetition.")
