"""Finds the places of a text where a date is named, by the table of rules.

A found place is blanked, so that no later rule reads a part of it again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.reading.dates.feasts import FEAST_NAMES
from bot.reading.dates.periods import Period
from bot.reading.dates.rules import RULES
from bot.reading.months import MONTHS, SEASONS

MOST_MENTIONS = 40
_OPENINGS = "|".join(sorted({name[:3] for name in (*MONTHS, *SEASONS)}))
_WORTH_A_LOOK = re.compile(rf"\d|{_OPENINGS}|year|quarter|half|term|{FEAST_NAMES}")
"""What a text in lower case holds that names a date; matched without regard to case it takes four times as long."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One date named in a text, from `low` to `high`.

    `in_year` dates it in a year of the reader's choosing where none is written (`period` is None then); where both
    are None the calendar has no such day. `doubt` is a sentence for people where it may mean something else.
    """

    low: int
    high: int
    rule: str
    period: Period | None
    in_year: Callable[[int], Period | None] | None = None
    doubt: str | None = None


def find_mentions(text: str, as_of: date) -> tuple[Mention, ...]:
    """Every date named in a tidied `text`, in printed order. Two-digit years near `as_of` are taken as years."""
    found: list[Mention] = []
    lower = text.lower()
    if not _WORTH_A_LOOK.search(lower):
        return ()
    for rule in RULES:
        if rule.holds not in lower:
            continue
        for match in rule.pattern.finditer(text):
            built = rule.build(match, as_of)
            if built is not None:
                found.append(Mention(match.start(), match.end(), rule.name, built.period, built.in_year, built.doubt))
                text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]
        if len(found) > MOST_MENTIONS:
            break
    return tuple(sorted(found, key=lambda mention: mention.low))
