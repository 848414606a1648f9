"""Which occurrence is open of something that comes round: the one that is chased, and that the papers count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.plan import Action, Due, DueKind, Precision
from bot.policy import moments
from bot.policy.day import Day
from bot.policy.reminders import History, Mentioned, ReminderKind
from bot.policy.rules import Policy
from bot.reading.dates import Recurrence, read_recurrence
from bot.working_days import WorkingDays

_DAYS_A_MONTH = 30


def chased_due(action: Action, said: Sequence[Mentioned], day: Day) -> Due:
    """The promise to chase: the current due, or of something with a month of its own the occurrence that is open.

    Until the next one comes up, the last occurrence stays open if its owners have not done it and it ended within a
    month, or they were asked about it. Else it is the next one that they have not done already. `said` is what was
    said to them.
    """
    due, today = action.current_due, day.today
    recurrence = read_recurrence(due)
    if recurrence is None or recurrence.anchor is None:
        return due
    last, coming = recurrence.before_day(today), recurrence.from_day(today)
    if last and today < moments.first(coming, day.policy, day.calendar) and not _done(action, last, recurrence):
        opened = moments.first(last, day.policy, day.calendar)
        if (today - last).days <= _DAYS_A_MONTH or any(_is_about(last, opened, each) for each in said):
            return _at(due, last, recurrence)
    return _at(due, recurrence.after(coming) if _done(action, coming, recurrence) else coming, recurrence)


@dataclass(frozen=True, slots=True)
class Rounds:
    """What comes round, as it stands on any day by what was said to its owners until then."""

    policy: Policy = field(default_factory=Policy)
    calendar: WorkingDays = field(default_factory=WorkingDays)
    said: History = field(default_factory=dict)

    def at(self, action: Action, on: date) -> Action:
        """An action with the date for which it would be chased on a day."""
        if action.current_due.kind is not DueKind.RECURRING:
            return action
        done = action.completed_on if action.completed_on and action.completed_on <= on else None
        said = [each for each in self.said.get(action.key, ()) if each.on <= on]
        day = Day(on, self.policy, calendar=self.calendar)
        due = chased_due(replace(action, completed_on=done), said, day)
        return replace(action, revised_due=due) if action.revised_due else replace(action, due=due)


def _is_about(last: date, opened: date, said: Mentioned) -> bool:
    """Whether something was said of the last occurrence; what is said ahead after its day is said of the next."""
    return opened <= said.on and (said.kind is ReminderKind.OVERDUE or (said.on <= last and said.kind.asks_owner))


def comes_round(action: Action) -> bool:
    """Whether an action is done again and again, so that doing it once does not end it."""
    return action.due.kind is DueKind.RECURRING


def asked_again(action: Action, done_on: date, policy: Policy, today: date) -> tuple[date, bool]:
    """The day on which something that comes round is next due (True), or next asked about where it names no month."""
    done = replace(action, revised_due=None, completed_on=done_on)
    end = chased_due(done, (), Day(today, policy)).end
    if end and end > today:
        return end, True
    return today + timedelta(days=check_in_every(done.current_due, policy)), False


def check_in_every(due: Due, policy: Policy) -> int:
    """Days between two check-ins about something without an end."""
    recurrence = read_recurrence(due)
    return recurrence.months * _DAYS_A_MONTH if recurrence else policy.check_in_every


def _done(action: Action, end: date, recurrence: Recurrence) -> bool:
    """Whether an occurrence was done: completed no more than half a turn before its end, or at any time since."""
    half = timedelta(days=recurrence.months * _DAYS_A_MONTH // 2)
    return action.completed_on is not None and action.completed_on > end - half


def _at(due: Due, end: date, recurrence: Recurrence) -> Due:
    """The round that ends on a day; the one that is printed stands as printed."""
    if end == due.end:
        return due
    start, precision = (end.replace(day=1), Precision.MONTH) if recurrence.ends_month else (end, Precision.DAY)
    return replace(due, start=start, end=end, precision=precision, kind=DueKind.RECURRING)
