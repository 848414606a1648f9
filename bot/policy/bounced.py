"""An address from which a mail of ours came back, and for how long nobody is written to there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

TRIED_AGAIN_AFTER = timedelta(days=60)
"""A full mailbox is emptied and a refusal withdrawn without a word to us: then one more mail finds out."""


@dataclass(frozen=True, slots=True)
class Bounced:
    """The day on which a report said that mail to an address fails for good, and why."""

    on: date
    why: str

    def holds(self, today: date) -> bool:
        """Whether nobody is written to at the address yet."""
        return today < self.until

    @property
    def until(self) -> date:
        """The day from which the address is tried once more."""
        return self.on + TRIED_AGAIN_AFTER

    def is_answered_by(self, written: date) -> bool:
        """Whether a mail written from the address shows that somebody is there after all."""
        return written >= self.on

    def printed(self) -> str:
        """As a durable fact: the day, then the reason."""
        return f"{self.on.isoformat()} {self.why}".strip()


def read_bounced(fact: str) -> Bounced:
    """The reverse of `Bounced.printed`."""
    day, _, why = fact.partition(" ")
    return Bounced(date.fromisoformat(day), why)
