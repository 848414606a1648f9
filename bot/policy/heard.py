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
class Disowned:
    """That somebody says an action is not theirs: their `words`, and whom they `named`, where that is one person whom
    the site knows."""

    words: str
    named: Person | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A mail about an action: the day it was written `on`, who it is `by` (None: its owners, by their list), whether
    its words still wait for a person (`waits`), that they say it is not theirs, until somebody has settled that
    (`disowned`), and whether they wrote as its owner of that day or in an owner's place (`as_owner`)."""

    on: date
    by: Person | None = None
    waits: bool = False
    disowned: Disowned | None = None
    as_owner: bool = False

    def keeps_still(self, today: date) -> bool:
        """Whether the ladder waits for the person who is to read it."""
        return self.waits and (today - self.on).days < WAITED_FOR


Words = Mapping[Key, Sequence[Heard]]
"""What was written about each action."""


def by_present(action: Action, present: Collection[str], words: Sequence[Heard]) -> date | None:
    """The day on which whoever is at one of the addresses `present` last wrote about an action.

    The row's own day counts as theirs, unless it is the day of somebody who was its owner then and is none any more.
    """
    listed = action.last_reply
    if not words:
        return listed
    days = [each.on for each in words if each.by and each.by.address in present]
    of_others = any(
        each.on == listed and each.as_owner and each.by and each.by.address not in present for each in words
    )
    return max([*days, *([listed] if listed and not of_others else [])], default=None)


def disowning(action: Action, words: Sequence[Heard]) -> Heard | None:
    """The last words of an action's owners, if they are that it is not theirs."""
    if not words:
        return None
    theirs = {person.address for person in action.people}
    own = [each for each in words if each.by and each.by.address in theirs]
    last = max(reversed(own), key=lambda each: each.on, default=None)
    if last is None or last.disowned is None:
        return None
    return None if action.last_reply and action.last_reply > last.on else last


def disowned_by(action: Action, words: Sequence[Heard]) -> tuple[Person, Disowned] | None:
    """The owner who wrote last, if that was to say that the action is not theirs."""
    last = disowning(action, words)
    return (last.by, last.disowned) if last and last.by and last.disowned else None


def last_words(action: Action, words: Sequence[Heard]) -> Heard | None:
    """What was written last; words that wait go before the same day's others."""
    answered = [Heard(action.last_reply)] if action.last_reply else []
    return max([*words, *answered], key=lambda each: (each.on, each.waits, each.by is not None), default=None)
