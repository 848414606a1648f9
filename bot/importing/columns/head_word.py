"""Words of a head, and the field that they speak for."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Words of a head that speak for a field; where several do, the greatest weight decides."""

    field: str
    weight: int
    pattern: re.Pattern[str]


def word(field: str, weight: int, pattern: str) -> Word:
    return Word(field, weight, re.compile(pattern))
