"""The day on which something is decided, and all that the decision rests on besides the actions and what we said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.plan import Person
from bot.policy.heard import Words
from bot.policy.people import People
from bot.policy.rules import Policy
from bot.working_days import WorkingDays

NEAR = 3
"""Working days within which what comes to one person shares a mail."""


@dataclass(frozen=True, slots=True)
class Day:
    """Everything a decision rests on besides the actions and what we said about them; `words` is what we heard, and
    `wakes` says on which days nudges are decided at all.

    What comes up within `ahead` days is near; `before` is the working day before, `tomorrow` the next, if it is one on
    which nudges are decided.
    """

    today: date
    policy: Policy = field(default_factory=Policy)
    people: People = field(default_factory=People)
    calendar: WorkingDays = field(default_factory=WorkingDays)
    words: Words = field(default_factory=dict)
    wakes: Callable[[date], bool] = lambda day: True
    ahead: int = field(init=False, compare=False)
    before: date = field(init=False, compare=False)
    tomorrow: date | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        following = self.calendar.after(self.today, 1)
        object.__setattr__(self, "ahead", (self.calendar.after(self.today, NEAR) - self.today).days)
        object.__setattr__(self, "before", self.calendar.before(self.today, 1))
        object.__setattr__(self, "tomorrow", following if self.wakes(following) else None)

    def is_away(self, person: Person) -> bool:
        """Whether somebody is away today and not yet back."""
        back = self.people.back.get(person.address)
        return back is not None and back > self.today

    def is_quiet_after(self, answer: date) -> bool:
        """Whether the peace after an answer lasts: on its own day whatever the policy says, and so many days more.

        One dated ahead, by a wrong clock or a slip of the hand, must not silence anybody for ever.
        """
        return abs((self.today - answer).days) <= self.policy.quiet_after_answer

    def may_wait(self, turn: date, every: int) -> bool:
        """Whether what comes round every so many days, and came up at its `turn` since the working day before, may wait
        for the next: once, by half its time at most, and not what comes every few days anyway."""
        if self.tomorrow is None or every // 2 < max(NEAR, (self.tomorrow - self.today).days):
            return False
        return self.before < turn <= self.today
