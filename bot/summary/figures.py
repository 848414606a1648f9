"""The numbers of a month: what the ledger keeps so that the next months can compare themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any


class Standing(StrEnum):
    """How a theme is doing, by the rule printed in the paper (`Rules.themes`)."""

    LATE = "late"
    ATTENTION = "attention"
    ON_TRACK = "on_track"
    NOT_KNOWN = "not_known"
    COMPLETE = "complete"

    @property
    def label(self) -> str:
        return _STANDING_LABELS[self]


_STANDING_LABELS = {
    Standing.LATE: "Late",
    Standing.ATTENTION: "Needs attention",
    Standing.ON_TRACK: "On track",
    Standing.NOT_KNOWN: "Not known",
    Standing.COMPLETE: "Complete",
}


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """Actions of one theme by status; `overdue` ones are counted under their status as well.

    `standing` follows from the rule; `set_to` is what a person says instead, with who and why.
    """

    theme: str
    standing: Standing
    not_started: int = 0
    under_way: int = 0
    at_risk: int = 0
    not_stated: int = 0
    closed: int = 0
    overdue: int = 0
    set_to: Standing | None = None
    set_by: str = ""
    set_why: str = ""

    @property
    def shown(self) -> Standing:
        return self.set_to or self.standing

    @property
    def open(self) -> int:
        return self.not_started + self.under_way + self.at_risk + self.not_stated


ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Figures:
    """A month's headline numbers and its counts by theme.

    `members` says which rows each number counted, by item id, and under `ASKED` those that anybody was ever asked
    about; figures kept by an earlier version have none.
    """

    open: int
    overdue: int
    due_soon: int
    completed: int
    no_reply: int
    unconfirmed: int = 0
    themes: tuple[ThemeFigures, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def headline(self) -> dict[str, int]:
        """The numbers alone, by name."""
        return {name: number for name, number in asdict(self).items() if isinstance(number, int)}

    @property
    def anybody_asked(self) -> bool:
        """Whether there was anybody who could have been silent."""
        return bool(self.no_reply or self.members.get(ASKED))

    def only(self, item_ids: Set[str]) -> Figures:
        """The same numbers, with no word of the rows that are not among `item_ids`."""
        left = {name: tuple(each for each in ids if each in item_ids) for name, ids in self.members.items()}
        return replace(self, members=left)

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Figures:
        """The figures `to_json` wrote; ValueError, KeyError or TypeError when the text is something else."""
        kept = json.loads(text)
        themes = tuple(_theme(each) for each in kept.pop("themes"))
        members = {name: tuple(ids) for name, ids in kept.pop("members", {}).items()}
        return cls(themes=themes, members=members, **kept)


def _theme(kept: Mapping[str, Any]) -> ThemeFigures:
    set_to = kept.get("set_to")
    told = {"standing": Standing(kept["standing"]), "set_to": Standing(set_to) if set_to else None}
    return ThemeFigures(**{**kept, **told})


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures of an earlier paper; `month` is the first day of the month it was about."""

    month: date
    figures: Figures

    @property
    def label(self) -> str:
        return f"{self.month:%B %Y}"
