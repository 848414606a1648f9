"""What was said of an overdue action since it fell due and was last answered: an answer and a new date start afresh."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from bot.policy.reminders import Mentioned, ReminderKind


class Silence(NamedTuple):  # quicker than a frozen dataclass
    """An action that was due on `end`: all that was `said` since without an answer, in order, the escalations among it
    (`told`), and the days of its `nudges`. Joint owners who are asked on one day are asked once."""

    end: date
    said: Sequence[Mentioned]
    told: Sequence[Mentioned]
    nudges: tuple[date, ...]

    @property
    def last(self) -> date:
        """The day on which anything was said last."""
        return self.said[-1].on if self.said else self.end

    @property
    def promised(self) -> date:
        """The day that the last nudge named, before which an answer is in time."""
        last = [each.promised for each in self.said if each.promised and each.on == self.nudges[-1]]
        return max(last, default=date.min)


def silence_since(end: date, answered: date | None, said: Sequence[Mentioned]) -> Silence:
    start = max(end, answered) if answered else end
    since = said[bisect_right(said, start, key=attrgetter("on")) :]
    told = [each for each in since if each.kind is ReminderKind.ESCALATED]
    nudges = dict.fromkeys([each.on for each in since if each.kind is ReminderKind.OVERDUE])
    return Silence(end, since, told, tuple(nudges))
