"""Where one action stands on a day: who is asked about it, the promise that is chased, what was said and heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Due, Person
from bot.policy.day import Day
from bot.policy.heard import Heard, Wish, by_present, open_wish
from bot.policy.occurrences import chased_due
from bot.policy.reminders import Mentioned


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one action stands today.

    `said` is what was said to its present `owners` and above them, `asked` the days on which they were asked, `heard`
    when they last wrote, `answered` when they or the owners before them did, `words` what was written about it,
    `stilling` those of them for which the ladder may wait, and `wish` a later date that has not been decided.
    """

    action: Action
    owners: tuple[Person, ...]
    due: Due
    said: Sequence[Mentioned]
    asked: Sequence[date]
    heard: date | None
    answered: date | None
    words: Sequence[Heard]
    stilling: Sequence[Heard] = ()
    wish: Wish | None = None

    @property
    def waiting(self) -> Wish | None:
        """The wish, if it is the lead's turn."""
        return self.wish if self.wish and self.wish.waits else None


def heard_of(action: Action, owners: Sequence[Person], words: Sequence[Heard], day: Day) -> date | None:
    """When its present owners, whoever of them can be asked, last wrote about an action."""
    if not words:
        return action.last_reply
    return by_present(action, _present(action, owners, day), words)


def standing_of(
    action: Action,
    owners: tuple[Person, ...],
    said: Sequence[Mentioned],
    words: Sequence[Heard],
    heard: date | None,
    day: Day,
) -> Standing:
    """What was said to people who are not owners any more does not count; what was told above them does, until any
    owner answered, and what was said to an owner before their deputy was asked, or to the deputy before the owner was
    back."""
    if said:
        present = day.people.standing_for(owners, action)
        said = [each for each in said if each.to in present or not each.kind.asks_owner]
    asked = [each.on for each in said if each.kind.asks_owner]
    listed = action.last_reply
    answered = max(heard, listed) if heard and listed else heard or listed
    due = chased_due(action, said, day)
    if not words:
        return Standing(action, owners, due, said, asked, heard, answered, words)
    stilling = _stilling(words, _present(action, owners, day), asked)
    return Standing(action, owners, due, said, asked, heard, answered, words, stilling, open_wish(words))


def _present(action: Action, owners: Sequence[Person], day: Day) -> Collection[str]:
    """The addresses of its owners, whether or not they can be asked, and of those asked in their place."""
    return day.people.standing_for((*owners, *action.people), action)


def _stilling(words: Sequence[Heard], present: Collection[str], asked: Sequence[date]) -> Sequence[Heard]:
    """What an owner before them wrote before its present owners were asked keeps no warning back from these."""
    since = asked[0] if asked else date.max
    return [each for each in words if not each.as_owner or (each.by and each.by.address in present) or each.on >= since]
