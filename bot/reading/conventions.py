"""What one council means by its colours and short names, as its configuration says, and the checks of what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.plan import Status

COLOURS: Mapping[str, Status] = MappingProxyType(
    {
        "red": Status.AT_RISK,
        "amber": Status.AT_RISK,
        "yellow": Status.AT_RISK,
        "green": Status.IN_PROGRESS,
        "blue": Status.UNKNOWN,
        "grey": Status.NOT_STARTED,
        "white": Status.NOT_STARTED,
    }
)
"""What a colour alone means unless a council says otherwise; none means completed, for councils differ on it."""

OTHER_COLOURS = frozenset({"black", "purple", "orange", "pink", "brown", "gold", "silver"})
"""Colours that some councils print beside a status and that mean nothing by themselves until a council says so."""

NO_ALIASES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Conventions:
    """`colours`: a lower-case colour -> what it means alone; `aliases`: a party as printed -> its full name."""

    colours: Mapping[str, Status] = field(default_factory=lambda: COLOURS)
    aliases: Mapping[str, str] = field(default_factory=lambda: NO_ALIASES)


USUAL = Conventions()
"""How a council is read that has said nothing of its own."""

_STATUSES = {status.label.casefold(): status for status in Status}
_COLOUR = re.compile(r"[A-Za-z]{3,9}")


def colours_from(said: Mapping[str, str]) -> Mapping[str, Status]:
    """What each colour means when `said` (colour -> status in words) is added to the usual; ValueError says what is
    wrong with an entry."""
    for colour, status in said.items():
        if not _COLOUR.fullmatch(colour):
            raise ValueError(f'"{colour}" is no colour: write one word of three to nine letters, like blue')
        if status.casefold() not in _STATUSES:
            raise ValueError(f'{colour} cannot mean "{status}": write one of {", ".join(_STATUSES)}')
    return {**COLOURS, **{colour.lower(): _STATUSES[status.casefold()] for colour, status in said.items()}}


def check_aliases(said: Mapping[str, str]) -> None:
    """ValueError where an alias stands there twice or is empty; that each names one party is for `read_owners`."""
    folded = [" ".join(alias.casefold().split()) for alias in said]
    if "" in folded:
        raise ValueError("an alias without letters stands for nobody: name the party as your plans print it")
    twice = {alias for alias in folded if folded.count(alias) > 1}
    if twice:
        raise ValueError(f'"{min(twice)}" stands there twice, for capitals do not matter: leave one')
