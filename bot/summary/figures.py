"""The numbers of a month: what the ledger keeps so that the next month can compare itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a theme is doing, by the rule printed in the paper (`THEME_RULE`)."""

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
    """Actions of one theme by status; `overdue` ones are counted under their status as well."""

    theme: str
    standing: Standing
    not_started: int = 0
    under_way: int = 0
    at_risk: int = 0
    not_stated: int = 0
    closed: int = 0
    overdue: int = 0

    @property
    def open(self) -> int:
        return self.not_started + self.under_way + self.at_risk + self.not_stated


@dataclass(frozen=True, slots=True)
class Figures:
    """A month's headline numbers and its counts by theme: what the ledger keeps for the next month's comparison."""

    open: int
    overdue: int
    due_soon: int
    completed: int
    no_reply: int
    themes: tuple[ThemeFigures, ...] = ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Figures:
        """The figures `to_json` wrote; ValueError, KeyError or TypeError when the text is something else."""
        kept = json.loads(text)
        themes = tuple(ThemeFigures(**{**each, "standing": Standing(each["standing"])}) for each in kept.pop("themes"))
        return cls(themes=themes, **kept)
