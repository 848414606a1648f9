"""How the tables of these rooms are written: rows of patterns, any of which may match, whatever the case."""

from __future__ import annotations

import re


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that takes no notice of case, as every table of these rooms does."""
    return re.compile(pattern, re.IGNORECASE)


def either(*rows: str) -> str:
    """A pattern for any of the rows of a table, each of which may hold several ways of saying one thing."""
    return f"(?:{'|'.join(rows)})"
