"""What one council means by its colours and short names, as its configuration says."""

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

NO_ALIASES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Conventions:
    """`colours`: a lower-case colour -> what it means standing alone; `aliases`: a party as printed -> its full name."""

    colours: Mapping[str, Status] = field(default_factory=lambda: COLOURS)
    aliases: Mapping[str, str] = field(default_factory=lambda: NO_ALIASES)


USUAL = Conventions()
"""How a council is read that has said nothing of its own."""
