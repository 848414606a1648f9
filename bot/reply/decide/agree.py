"""A plan lead's yes or no to a new date that an owner asks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reply.lines import Line, typed
from bot.reply.units.units import units_of, words_of

_POLITE = r"(?:please|thanks|thank you|ok|okay|fine|sorry)"
_YES = re.compile(rf"^\W*(?:(?:yes|agreed?|approved|i agree|{_POLITE})\b\W*)+$", re.IGNORECASE)
_SAYS_YES = re.compile(r"\b(?:yes|agreed?|approved)\b", re.IGNORECASE)
_NO = re.compile(rf"^\W*(?:(?:no|not agreed|not approved|i do not agree|declined|{_POLITE})\b\W*)+$", re.IGNORECASE)
_SAYS_NO = re.compile(r"\b(?:no|not|declined)\b", re.IGNORECASE)
_NO_AND_WHY = re.compile(
    r"^\W*(?:not agreed|not approved|i do not agree|declined)\s?[,.;:–-]+\s?(?P<why>\S.*)$", re.IGNORECASE
)
"""A plain no with its reason on the same line, as our mail asks for it."""
_BENDS_IT = re.compile(r"\?|\b(?:but|only|if|unless|until|except|instead|rather|not|no)\b|n['’]t\b|\d", re.IGNORECASE)
"""Words below a yes after which nobody can be sure that it is one."""

_HALF_YES = re.compile(
    r"\?|\b(?:but|only|if|unless|until|except|instead|rather|would|could|make it|yes|agreed?|approved)\b|\d",
    re.IGNORECASE,
)
"""Words behind a no that may offer another day."""


def agreement_in(lines: Sequence[Line]) -> bool | None:
    """Whether a body begins with a plain yes or a plain no, with nothing that bends it; None where it is neither."""
    own = typed(lines)
    first = own[0].text[:100] if own else ""
    below = words_of(units_of(own[1:], ()))
    if _YES.match(first) and _SAYS_YES.search(first):
        return None if _BENDS_IT.search(below) else True
    reason = _NO_AND_WHY.match(first)
    plain = _NO.match(first) and _SAYS_NO.search(first)
    return False if plain or (reason and not _HALF_YES.search(f"{reason['why']} {below}")) else None
