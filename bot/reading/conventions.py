"""What one council means by its colours and short names, as its configuration says, and the checks of what it says."""

from __future__ import annotations

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


def colour_named(colour: str) -> str:
    """A colour in lower case; ValueError where none of that name is read."""
    known = {*COLOURS, *OTHER_COLOURS}
    if colour.lower() not in known:
        raise ValueError(f'"{colour}" is no colour that we read: write one of {", ".join(sorted(known))}')
    return colour.lower()


def status_meant(words: str) -> Status:
    """The status that a council means by a colour; ValueError where there is none of that name."""
    if words.casefold() not in _STATUSES:
        raise ValueError(f'"{words}" is no status: write one of {", ".join(_STATUSES)}')
    return _STATUSES[words.casefold()]


def colours_from(said: Mapping[str, str]) -> Mapping[str, Status]:
    """What each colour means when `said` (colour -> status in words) is added to the usual; ValueError says what is
    wrong with an entry."""
    return {**COLOURS, **{colour_named(colour): status_meant(status) for colour, status in said.items()}}


def check_alias(alias: str) -> None:
    """ValueError where an alias is empty."""
    if not alias.strip():
        raise ValueError("an alias without letters stands for nobody: name the party as your plans print it")


def check_aliases(said: Mapping[str, str]) -> None:
    """ValueError where an alias stands there twice; that each names one party is for `read_owners`."""
    folded = [" ".join(alias.casefold().split()) for alias in said]
    twice = {alias for alias in folded if folded.count(alias) > 1}
    if twice:
        raise ValueError(f'"{min(twice)}" stands there twice, for capitals do not matter: leave one')
