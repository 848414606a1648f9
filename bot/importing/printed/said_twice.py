"""A day printed in two languages, "31 March 2027 / 31 Mawrth 2027", is one day."""

from __future__ import annotations

import re
from datetime import date

from bot.reading.dates import explain_due

_BETWEEN = re.compile(r"\s*[/|\n]\s+|\s+[/|]\s*")


def once(printed: str, as_of: date) -> str:
    """A due phrase whose parts all name the same day without a doubt as its first part; any other as it is."""
    parts = [part for part in _BETWEEN.split(printed) if part]
    if len(parts) < 2:
        return printed
    read = [explain_due(part, as_of) for part in parts]
    plain = not any(each.doubtful or each.due.end is None for each in read)
    return parts[0] if plain and len({(each.due.end, each.due.kind) for each in read}) == 1 else printed
