"""Where one action stands on a day: who is asked about it, the promise that is chased, what was said and heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.plan import Action, Due, Person
from bot.policy.day import Day
from bot.policy.heard import Heard, by_present
from bot.policy.occurrences import chased_due
from bot.policy.reminders import Mentioned


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one action stands today.

    `said` is what was said to its present `owners` and above them, `asked` the days on which they were asked, `heard`
    when they last wrote, `answered` when they or the owners before them did, and `words` what was written about it.
    """

    action: Action
    owners: tuple[Person, ...]
    due: Due
    said: Sequence[Mentioned]
    asked: Sequence[date]
    heard: date | None
    answered: date | None
    words: Sequence[Heard]


def heard_of(action: Action, owners: Sequence[Person], words: Sequence[Heard], day: Day) -> date | None:
    """When its present owners, whoever of them can be asked, last wrote about an action."""
    if not words:
        return action.last_reply
    return by_present(action, day.people.standing_for((*owners, *action.people), action), words)


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
    return Standing(action, owners, chased_due(action, said, day), said, asked, heard, answered, words)
