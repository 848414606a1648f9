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
from bot.policy.terms import rounds_of
from bot.reading.dates import Recurrence
from bot.working_days import WorkingDays

_DAYS_A_MONTH = 30
_WEEKDAYS = WorkingDays()


def chased_due(action: Action, said: Sequence[Mentioned], day: Day) -> Due:
    """The promise to chase: the current due, or of something with a month of its own the occurrence that is open.

    Until the next one comes up, the last occurrence stays open if its owners have not done it and it ended within a
    month, or they were asked about it. Else it is the next one that they have not done already. `said` is what was
    said to them. Where nobody can tell when the next one is, no date is left once the one that is printed was done.
    """
    due, today = action.current_due, day.today
    recurrence = rounds_of(due, day.calendar.nation)
    if recurrence is None or recurrence.anchor is None:
        return replace(due, start=None, end=None) if _was_the_last_known(action, day.policy) else due
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


def lacks_next(action: Action, due: Due) -> bool:
    """Whether the next date must be asked for: the one that is printed was done, so none is left to chase."""
    return due.end is None and action.current_due.end is not None


def asked_again(
    action: Action, done_on: date, policy: Policy, today: date, calendar: WorkingDays = _WEEKDAYS
) -> tuple[date, bool]:
    """The day on which something that comes round is next due (True), or next asked about where none can be told."""
    done = replace(action, revised_due=None, completed_on=done_on)
    due = chased_due(done, (), Day(today, policy, calendar=calendar))
    if due.end and due.end > today:
        return due.end, True
    every = policy.ask_for_date_every if lacks_next(done, due) else check_in_every(due, policy)
    return today + timedelta(days=every), False


def check_in_every(due: Due, policy: Policy) -> int:
    """Days between two check-ins about something without an end."""
    recurrence = rounds_of(due)
    return recurrence.months * _DAYS_A_MONTH if recurrence else policy.check_in_every


def _was_the_last_known(action: Action, policy: Policy) -> bool:
    """Whether something that comes round after a time that no word of it tells was done for the date that it has."""
    due = action.current_due
    return due.kind is DueKind.RECURRING and due.end is not None and _is_done(action, due.end, policy.check_in_every)


def _done(action: Action, end: date, recurrence: Recurrence) -> bool:
    """Whether an occurrence was done."""
    return _is_done(action, end, recurrence.months * _DAYS_A_MONTH)


def _is_done(action: Action, end: date, turn: int) -> bool:
    """Whether it was completed no more than half a turn, in days, before its end, or at any time since."""
    return action.completed_on is not None and action.completed_on > end - timedelta(days=turn // 2)


def _at(due: Due, end: date, recurrence: Recurrence) -> Due:
    """The round that ends on a day; the one that is printed stands as printed."""
    if end == due.end:
        return due
    start, precision = (end.replace(day=1), Precision.MONTH) if recurrence.ends_month else (end, Precision.DAY)
    return replace(due, start=start, end=end, precision=precision, kind=DueKind.RECURRING)
