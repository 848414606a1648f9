"""Where one action stands on a day: who is asked about it, the promise that is chased, what was said and heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.plan import Action, Due, Person
from bot.policy.day import Day
from bot.policy.heard import Heard, Wish, by_present, open_wish
from bot.policy.occurrences import chased_due
from bot.policy.reminders import Mentioned


class Standing(NamedTuple):  # made for every open action on every day: quicker than a frozen dataclass
    """Where one action stands today.

    `said` is what was said to its present `owners` and above them, `heard` when they last wrote, `answered` when they
    or the owners before them did, `words` what was written about it, `stilling` those of them for which the ladder may
    wait, and `wish` a later date that has not been decided: `waiting` as well while that is the lead's turn.
    """

    action: Action
    owners: tuple[Person, ...]
    due: Due
    said: Sequence[Mentioned]
    heard: date | None
    answered: date | None
    words: Sequence[Heard]
    stilling: Sequence[Heard] = ()
    wish: Wish | None = None
    waiting: Wish | None = None

    @property
    def asked(self) -> date | None:
        """The day on which its owners were last asked."""
        return next((each.on for each in reversed(self.said) if each.kind.asks_owner), None)

    def free_from(self, day: Day) -> date:
        """The first day behind the peace after an answer, or of a snooze."""
        quiet = self.heard + timedelta(days=day.policy.quiet_after_answer + 1) if self.heard else date.min
        return max(quiet, self.action.snoozed_until or date.min)


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
    listed = action.last_reply
    answered = max(heard, listed) if heard and listed else heard or listed
    due = chased_due(action, said, day)
    if not words:
        return Standing(action, owners, due, said, heard, answered, words)
    stilling, wish = _stilling(words, _present(action, owners, day), said), open_wish(words)
    waiting = wish if wish and wish.waits else None
    return Standing(action, owners, due, said, heard, answered, words, stilling, wish, waiting)


def _present(action: Action, owners: Sequence[Person], day: Day) -> Collection[str]:
    """The addresses of its owners, whether or not they can be asked, and of those asked in their place."""
    return day.people.standing_for((*owners, *action.people), action)


def _stilling(words: Sequence[Heard], present: Collection[str], said: Sequence[Mentioned]) -> Sequence[Heard]:
    """What an owner before them wrote before its present owners were asked keeps no warning back from these."""
    since = next((each.on for each in said if each.kind.asks_owner), date.max)
    return [each for each in words if not each.as_owner or (each.by and each.by.address in present) or each.on >= since]
