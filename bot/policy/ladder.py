"""The escalation ladder: from the owners to those above them, after a warning that the owners had time to answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bot.plan import Person
from bot.policy.day import Day
from bot.policy.heard import Heard
from bot.policy.reminders import Mentioned, ReminderKind
from bot.policy.rules import Joint, Post, Rung
from bot.policy.silence import Silence
from bot.policy.standing import Standing

Above = Mapping[Post, Person]
"""Who holds the posts above an action's owners: see `bot.policy.people.People.above`."""


class Step(NamedTuple):  # quicker than a frozen dataclass
    """The next escalation of an action that was due on `end`: whom `to`, from which `rung`, since when its owners are
    `warned` (None: not yet), and the day before which it was `promised` not to come; whether they were warned already,
    before words that kept the ladder still (`anew`)."""

    to: Person
    rung: Rung
    end: date
    warned: date | None = None
    promised: date = date.min
    anew: bool = False

    def on(self, day: Day) -> date:
        """The day on which it comes without an answer, where its owners are warned today or were."""
        had_time = day.calendar.after(self.warned or day.today, day.policy.grace)
        return max(had_time, day.calendar.after(self.end, self.rung.after), self.promised)

    def is_due(self, day: Day) -> bool:
        return self.warned is not None and self.on(day) <= day.today

    def warn_by(self, day: Day) -> date:
        """The last day on which a warning is in time for the rung's own day."""
        return day.calendar.after(self.end, max(0, self.rung.after - day.policy.grace))


def next_step(standing: Standing, silence: Silence, above: Above, day: Day) -> Step | None:
    """What the ladder asks for about an overdue action.

    Nobody is warned while they are away: the ladder rests while no owner is there, and goes on with those who are. A
    warning given before an absence counts no more once they are back.

    A warning counts from the day it was sent and only for the rung after it: told once, the next rung warns anew, and
    so does the same rung after words that kept the ladder still. No escalation comes before the day that any warning
    named, however the policy was tightened since. No rung is told twice, whoever holds its post then, and none below it
    comes up again.
    """
    there = _there(standing.owners, day) if day.policy.ladder else ()
    found = _next_rung(standing, silence.told, above, day) if there else None
    if found is None:
        return None
    rung, to = found
    warnings = _warnings(silence, rung)
    if not warnings:
        return Step(to, rung, silence.end)
    promised = max([each.promised for each in warnings if each.promised], default=date.min)
    fresh = _fresh(warnings, standing.stilling) if standing.stilling else warnings
    return Step(to, rung, silence.end, _warned(fresh, there, day), promised, anew=not fresh)


def step_after(step: Step, standing: Standing, silence: Silence, above: Above, day: Day) -> Step | None:
    """What comes once a step is told today: nobody is warned of it yet."""
    told = Mentioned(day.today, ReminderKind.ESCALATED, step.to.address, post=step.rung.to)
    found = _next_rung(standing, (*silence.told, told), above, day)
    return Step(found[1], found[0], silence.end) if found else None


def warned_on(warned: date, silence: Silence, day: Day) -> Collection[str]:
    """The addresses that were warned on a day and have had all the time since to answer: of joint owners not one who
    was away, or is, or whose mail came back."""
    return {each.to for each in silence.said if each.warned and each.on == warned and _has_stayed(each, day)}


def _has_stayed(warning: Mentioned, day: Day) -> bool:
    """Whether somebody has not been away since they were warned."""
    return warning.on >= day.people.back.get(warning.to, date.min)


def last_told(silence: Silence, above: Above, day: Day) -> Person | None:
    """Who above the owners was told last of the silence."""
    if not silence.told:
        return None
    address = silence.told[-1].to
    known = (*above.values(), *day.people.deputies.values(), *day.people.named.values())
    return next((each for each in known if each.address == address), Person(address, address))


def _there(owners: Sequence[Person], day: Day) -> Collection[str]:
    """The addresses of those owners who are asked and are not away."""
    asked = owners if day.policy.joint is Joint.EACH else owners[:1]
    return [person.address for person in asked if not day.is_away(person)]


def _warnings(silence: Silence, rung: Rung) -> list[Mentioned]:
    """The warnings of a rung since somebody was told last; of an older one it is not known which rung it was of."""
    ours, told = (None, rung.to), silence.told[-1].on if silence.told else date.min
    return [each for each in silence.said if each.warned and each.post in ours and each.on >= told]


def _fresh(warnings: Sequence[Mentioned], words: Sequence[Heard]) -> list[Mentioned]:
    """The warnings that came after all words for which the ladder waited, or that were taken back."""
    days = (each.on if each.taken_back else each.stilled for each in words)
    stilled = max(filter(None, days), default=date.min)
    return [each for each in warnings if each.on > stilled]


def _warned(warnings: Sequence[Mentioned], there: Collection[str], day: Day) -> date | None:
    """The day on which whoever has known of it longest, without having been away since, was warned."""
    return min([each.on for each in warnings if each.to in there and _has_stayed(each, day)], default=None)


def _rungs_above(told: Sequence[Mentioned], ladder: Sequence[Rung]) -> Sequence[Rung]:
    """The rungs above the highest that was told."""
    if not told:
        return ladder
    posts = {each.post for each in told}
    return ladder[max((number for number, rung in enumerate(ladder, start=1) if rung.to in posts), default=0) :]


def _next_rung(standing: Standing, told: Sequence[Mentioned], above: Above, day: Day) -> tuple[Rung, Person] | None:
    """The first rung whose person is known, not an owner of the action, has not been told yet, and is not the one whose
    answer is missing."""
    passed_over = {each.address for each in (*standing.owners, *standing.action.people)}
    passed_over.update([each.to for each in told])
    if standing.waiting:
        passed_over.add(standing.waiting.lead.address)
    for rung in _rungs_above(told, day.policy.ladder):
        to = day.people.at(rung.to, above)
        if to and to.address not in passed_over:
            return rung, to
    return None
