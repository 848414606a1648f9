"""Live a span of days in advance under one policy or two: who would get how many mails; nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.bank_holidays import working_days
from bot.importing import PlanReading
from bot.plan import Action, Owner, Person
from bot.policy import People
from bot.settings import PolicyFile
from bot.settings.policy import CalendarSettings, PolicySettings
from bot.settings.sections import ScheduleSettings
from bot.simulation import Answers, Figures, Known, Span, Trial, figures, live
from bot.timetable import parse
from jobs.importing.propose import as_action
from jobs.kit import Kit
from jobs.people.heard import heard
from jobs.people.standing import standing_on
from jobs.reader import read_directory
from jobs.sending.letters import NUDGE
from jobs.sync import sync, without_faults


@dataclass(frozen=True, slots=True)
class Simulated:
    """The figures of each policy, how many open actions they began with, and the plans whose lists are at fault."""

    policies: tuple[Figures, ...]
    actions: int
    faults: dict[str, str]


def simulate(kit: Kit, trials: Sequence[Trial], span: Span, answers: Answers) -> Simulated:
    """From the lists as they stand, after what has really been said and heard, with the absences that are known of
    today. The guards leave nobody out: a pilot ends, and a busy week is to be seen."""
    synced = sync(kit)
    kit = without_faults(kit, synced)
    known = read_directory(kit)
    actions = [action for plan in kit.plans for action in kit.ledger.snapshot.actions(plan.name)]
    before = Known(kit.ledger.outbox.history(NUDGE, span.first), heard(kit))
    people = {day: standing_on(kit, known, day) for day in span.days}
    lived = [live(actions, before, people.__getitem__, span, each, answers) for each in trials]
    return Simulated(tuple(figures(each, actions) for each in lived), _open(actions), synced.faults)


def simulate_documents(
    readings: Sequence[PlanReading], trials: Sequence[Trial], span: Span, answers: Answers
) -> Simulated:
    """From documents that are in no list yet: every party they print counts as one person, and nobody stands above."""
    actions = [action for reading in readings for action in _as_printed(reading, span)]
    lived = [live(actions, Known(), lambda _: People(), span, each, answers) for each in trials]
    return Simulated(tuple(figures(each, actions) for each in lived), _open(actions), {})


def trial(name: str, policy: PolicyFile) -> Trial:
    """A policy on trial; what is not written stands at its default."""
    calendar = policy.calendar or CalendarSettings()
    schedule = policy.schedule or ScheduleSettings()
    return Trial(
        name,
        (policy.policy or PolicySettings()).policy(),
        working_days(calendar.nation, calendar.closures),
        parse(schedule.remind, ZoneInfo("UTC")).falls_on,
    )


def _as_printed(reading: PlanReading, span: Span) -> Iterator[Action]:
    plan = reading.title or reading.source
    for number, read in enumerate(reading.actions, start=1):
        action = as_action(plan, read, reading.source, span.first)
        owners = tuple(Owner(each.text, (Person(each.text, each.text.casefold()),)) for each in action.owners)
        yield replace(action, item_id=f"{reading.source} {number}", owners=owners)


def _open(actions: Sequence[Action]) -> int:
    return sum(action.is_open for action in actions)
