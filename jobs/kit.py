"""Everything a job works with, built once by the command line and handed in; jobs build nothing and read no clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.compose import Composer, wording
from bot.ledger import Ledger
from bot.m365 import Library, Lists, Mailbox
from bot.settings import PlanSettings, Settings
from jobs.apart import Reads


@dataclass(frozen=True, slots=True)
class Kit:
    """`today` is the council's local date, `now` the moment in UTC, `wait` sleeps so many seconds."""

    settings: Settings
    ledger: Ledger
    lists: Lists
    mailbox: Mailbox
    library: Library
    composer: Composer
    reads: Reads
    today: date
    now: Callable[[], datetime]
    wait: Callable[[float], None]
    plans: Sequence[PlanSettings]


@dataclass(slots=True)
class Report:
    """What a job did: sentences for people, and figures for programs. `faults` are the plans that could not be worked
    on, each with what the admin should do; the others went on. `outcome` is one line that names no person."""

    job: str
    lines: list[str] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    outcome: str = ""

    def say(self, sentence: str) -> None:
        self.lines.append(wording.opening(sentence))

    def to_json(self) -> dict[str, Any]:
        faults = {"faults": self.faults} if self.faults else {}
        return {"job": self.job, **self.figures, **faults, "said": self.lines}


class JobRefused(Exception):
    """A job stopped before doing anything; the sentence says what the admin should do."""
