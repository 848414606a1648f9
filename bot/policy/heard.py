"""What people wrote about an action: an answer of its owners, however it was read, and words that wait for a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Person

Key = tuple[str, str]
"""A plan's name and an item's id: what tells actions apart."""

WAITED_FOR = 14
"""Calendar days for which words that nobody has settled keep the ladder still: two of the admins' weekly mails."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A mail about an action: the day it was written `on`, who it is `by` (None: its owners, by their list), and
    whether its words still wait for a person (`waits`)."""

    on: date
    by: Person | None = None
    waits: bool = False

    def keeps_still(self, today: date) -> bool:
        """Whether the ladder waits for the person who is to read it."""
        return self.waits and (today - self.on).days < WAITED_FOR


Words = Mapping[Key, Sequence[Heard]]
"""What was written about each action."""


def by_owners(action: Action, owners: Collection[Person], words: Sequence[Heard]) -> date | None:
    """The day on which its present owners, or whoever is asked in their place, last wrote about an action."""
    if not words:
        return action.last_reply
    theirs = {person.address for person in (*owners, *action.people)}
    days = [each.on for each in words if each.by and each.by.address in theirs]
    return max([*days, *([action.last_reply] if action.last_reply else [])], default=None)


def last_words(action: Action, words: Sequence[Heard]) -> Heard | None:
    """What was written last; words that wait go before the same day's others."""
    answered = [Heard(action.last_reply)] if action.last_reply else []
    return max([*words, *answered], key=lambda each: (each.on, each.waits, each.by is not None), default=None)
