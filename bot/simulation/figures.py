"""What a lived span comes to: mails a person and a week, who is busiest, what was never chased, what climbed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.plan import Action, Key, Person
from bot.policy import ReminderKind
from bot.simulation.live import Lived, Mailed, Span

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """One person's mails: all of them, the most in one week, and of how many actions they spoke."""

    person: Person
    mails: int
    most_in_a_week: int
    actions: int


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """One week's mails, and the people who got them."""

    monday: date
    mails: int
    people: int


@dataclass(frozen=True, slots=True)
class NeverChased:
    """An open action whose owners were never asked, and why."""

    action: Action
    reason: str


@dataclass(frozen=True, slots=True)
class Escalated:
    """An action that climbed a rung of the ladder: on which day, and who was told."""

    day: date
    action: Action
    to: Person


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one policy: people with the most mails first, every week of the span in order.

    `closed` are the days from Monday to Friday on which nobody works.
    """

    name: str
    span: Span
    mails: int
    people: tuple[PersonFigures, ...]
    weeks: tuple[WeekFigures, ...]
    never_chased: tuple[NeverChased, ...]
    escalations: tuple[Escalated, ...]
    closed: tuple[date, ...]

    @property
    def busiest(self) -> PersonFigures | None:
        return self.people[0] if self.people else None

    @property
    def busiest_week(self) -> WeekFigures:
        """The first of the weeks with the most mails."""
        return max(self.weeks, key=lambda week: (week.mails, -week.monday.toordinal()))

    @property
    def most_in_a_week(self) -> int:
        """The most mails that anybody gets in one week."""
        return max((each.most_in_a_week for each in self.people), default=0)

    def to_json(self) -> dict[str, Any]:
        people = [_person_json(each) for each in self.people]
        return {
            "name": self.name,
            "mails": self.mails,
            "busiest": people[0] if people else None,
            "people": people,
            "weeks": [{"week": str(each.monday), "mails": each.mails, "people": each.people} for each in self.weeks],
            "never_chased": [{**_action_json(each.action), "reason": each.reason} for each in self.never_chased],
            "escalations": [
                {"day": str(each.day), **_action_json(each.action), "to": each.to.address, "name": each.to.name}
                for each in self.escalations
            ],
            "closed_days": [str(day) for day in self.closed],
        }


def _person_json(each: PersonFigures) -> dict[str, Any]:
    return {
        "name": each.person.name,
        "address": each.person.address,
        "mails": each.mails,
        "most_in_a_week": each.most_in_a_week,
        "actions": each.actions,
    }


def _action_json(action: Action) -> dict[str, Any]:
    return {"plan": action.plan, "ref": action.ref}


def figures(lived: Lived, actions: Iterable[Action]) -> Figures:
    """The figures of a lived span; `actions` are those it began with."""
    reminders = [(mailed.day, each) for mailed in lived.mails for each in mailed.reminders]
    chased = {_key(each.action) for _, each in reminders if each.kind.asks_owner}
    return Figures(
        name=lived.trial.name,
        span=lived.span,
        mails=len(lived.mails),
        people=_people(lived.mails),
        weeks=_weeks(lived.mails, lived.span),
        never_chased=tuple(
            NeverChased(action, _why_never(action, lived))
            for action in actions
            if action.is_open and _key(action) not in chased
        ),
        escalations=tuple(
            Escalated(day, each.action, each.to) for day, each in reminders if each.kind is ReminderKind.ESCALATED
        ),
        closed=tuple(day for day in lived.span.days if day.weekday() < 5 and not lived.trial.calendar.works_on(day)),
    )


def _key(action: Action) -> Key:
    return action.plan, action.item_id


def _people(mails: Sequence[Mailed]) -> tuple[PersonFigures, ...]:
    theirs: dict[str, list[Mailed]] = defaultdict(list)
    for mailed in mails:
        theirs[mailed.person.address].append(mailed)
    found = [_person(each) for each in theirs.values()]
    return tuple(sorted(found, key=lambda each: (-each.mails, each.person.name, each.person.address)))


def _person(mails: Sequence[Mailed]) -> PersonFigures:
    weeks = [_monday(mailed.day) for mailed in mails]
    actions = {_key(each.action) for mailed in mails for each in mailed.reminders}
    return PersonFigures(mails[0].person, len(mails), max(map(weeks.count, set(weeks))), len(actions))


def _weeks(mails: Sequence[Mailed], span: Span) -> tuple[WeekFigures, ...]:
    theirs: dict[date, list[str]] = defaultdict(list)
    for mailed in mails:
        theirs[_monday(mailed.day)].append(mailed.person.address)
    mondays = [_monday(span.first)]
    while mondays[-1] + _WEEK <= span.last:
        mondays.append(mondays[-1] + _WEEK)
    return tuple(WeekFigures(each, len(theirs[each]), len(set(theirs[each]))) for each in mondays)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _why_never(action: Action, lived: Lived) -> str:
    if action.repeat_of:
        return f"repeats {action.repeat_of}, which is chased in its place"
    gap = lived.gaps.get(_key(action))
    if gap:
        return gap
    end = action.current_due.end
    if end and end > lived.span.last:
        return "its date lies too far ahead for a nudge in these days"
    return "none of its nudges falls on these days"
