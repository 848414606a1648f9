"""The days of a span lived one after another: decided, mailed, remembered and, if so assumed, answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256

from bot.plan import Action, Key, Person
from bot.policy import Day, Heard, History, Mentioned, People, Policy, Reminder, Words, by_person, decide
from bot.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Trial:
    """A policy on trial, the working days it keeps, and `wakes`: the days on which nudges are decided at all."""

    name: str
    policy: Policy
    calendar: WorkingDays
    wakes: Callable[[date], bool] = lambda day: True


@dataclass(frozen=True, slots=True)
class Answers:
    """How owners are assumed to answer: of a hundred nudges `share` are answered, each `after` so many working days.

    Which ones depends on person and day alone, so the same question always has the same answer. An answer speaks of
    every action in the nudge and says how things stand: nothing is completed by it, and no date moves.
    """

    share: int = 0
    after: int = 2

    @property
    def sentence(self) -> str:
        if not self.share:
            return "nobody ever answers (the worst case)"
        when = f"after {self.after} working day{'s' * (self.after != 1)}"
        who = "every nudge is" if self.share == 100 else f"{self.share} of 100 nudges are"
        return f"{who} answered {when}; nothing is completed and no date moves"

    def come(self, person: Person, day: date) -> bool:
        """Whether this person answers the nudge of this day."""
        return sha256(f"{person.address} {day}".encode()).digest()[0] * 100 < self.share * 256


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are lived, from the first to the last."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


@dataclass(frozen=True, slots=True)
class Mailed:
    """One nudge: everything that one person is told on one day."""

    day: date
    person: Person
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class Lived:
    """What a span brought: its nudges in order, and why an action could not be chased when that was first seen."""

    trial: Trial
    span: Span
    mails: tuple[Mailed, ...]
    gaps: Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What was really said to people and heard from them; what lies after the day a span begins is none of its
    business. Words that wait for a person are taken to wait on."""

    history: History = field(default_factory=dict)
    words: Words = field(default_factory=dict)

    def before(self, first: date) -> tuple[dict[Key, list[Mentioned]], dict[Key, list[Heard]]]:
        said = {key: [each for each in found if each.on < first] for key, found in self.history.items()}
        return said, {key: [each for each in found if each.on < first] for key, found in self.words.items()}


def live(
    actions: Iterable[Action],
    known: Known,
    people: Callable[[date], People],
    span: Span,
    trial: Trial,
    answers: Answers,
) -> Lived:
    """Live a span under a policy; `people` says who stands where on a day."""
    present = {action.key: action for action in actions}
    said, words = known.before(span.first)
    coming: dict[date, list[Key]] = defaultdict(list)
    mails: list[Mailed] = []
    gaps: dict[Key, str] = {}
    for today in span.days:
        for answered in [day for day in coming if day <= today]:
            for key in coming.pop(answered):
                present[key] = replace(present[key], last_reply=answered)
        if not (trial.wakes(today) and trial.calendar.works_on(today)):
            continue
        day = Day(today, trial.policy, people(today), trial.calendar, words, trial.wakes)
        decided = decide(present.values(), said, day)
        for gap in decided.gaps:
            if not gap.in_part:
                gaps.setdefault(gap.action.key, gap.reason)
        for person, reminders in by_person(decided.reminders).items():
            mails.append(Mailed(today, person, reminders))
            if answers.come(person, today):
                coming[trial.calendar.after(today, answers.after)] += _asked(reminders)
        for each in decided.reminders:
            said.setdefault(each.action.key, []).append(each.mentioned(today))
    return Lived(trial, span, tuple(mails), gaps)


def _asked(reminders: Sequence[Reminder]) -> list[Key]:
    return [each.action.key for each in reminders if each.kind.asks_owner]
