"""The day on which something is decided, and all that the decision rests on besides the actions and what we said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.plan import Person
from bot.policy.heard import Words
from bot.policy.people import People
from bot.policy.rules import Policy
from bot.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Day:
    """Everything a decision rests on besides the actions and what we said about them; `words` is what we heard."""

    today: date
    policy: Policy = field(default_factory=Policy)
    people: People = field(default_factory=People)
    calendar: WorkingDays = field(default_factory=WorkingDays)
    words: Words = field(default_factory=dict)

    def is_away(self, person: Person) -> bool:
        """Whether somebody is away today and not yet back."""
        back = self.people.back.get(person.address)
        return back is not None and back > self.today

    def is_quiet_after(self, answer: date) -> bool:
        """Whether the peace after an answer lasts: on its own day whatever the policy says, and so many days more.

        One dated ahead, by a wrong clock or a slip of the hand, must not silence anybody for ever.
        """
        return abs((self.today - answer).days) <= self.policy.quiet_after_answer
