"""What the owners of one action are asked today, and what those above them are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from bot.plan import Action, Due, DueKind, Person
from bot.policy import moments, reasons
from bot.policy.day import Day
from bot.policy.gaps import gave_up
from bot.policy.heard import Heard, by_owners, last_words
from bot.policy.ladder import Step, as_read_by, next_step, told_last
from bot.policy.occurrences import chased_due, check_in_every
from bot.policy.reminders import Mentioned, Reminder, ReminderKind
from bot.policy.rules import Joint


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked, and how many days the date lies back (negative: ahead)."""

    kind: ReminderKind
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one action stands today: the promise that is chased, and what was said about it.

    `asked` are the days on which its present owners were asked, `answered` when they last wrote; `since` is what was
    said since the promise fell due and was last answered, because an answer and a new date start afresh; `late_nudges`
    are the days of the overdue nudges among that.
    """

    action: Action
    due: Due
    asked: tuple[date, ...]
    answered: date | None
    since: Sequence[Mentioned]
    late_nudges: Sequence[date]


def about(
    action: Action, owners: tuple[Person, ...], said: Sequence[Mentioned], day: Day
) -> tuple[list[Reminder], str]:
    """The reminders about one action, and why its owners are asked no more ("" when they are)."""
    words = day.words.get((action.plan, action.item_id), ())
    answered = by_owners(action, owners, words)
    if not owners or _is_quiet(action, answered, said, day):
        return [], ""
    standing = _standing(action, owners, said, answered, day)
    end = standing.due.end
    climbs = not any(each.keeps_still(day.today) for each in words)
    step = None
    if climbs and end and end < day.today:
        step = next_step(action, owners, end, standing.since, day)
    found = (
        [_escalation(standing, step, step.warned, last_words(action, words), day)]
        if step and step.is_due and step.warned
        else []
    )
    nudges = standing.late_nudges
    must_warn = step is not None and step.must_warn
    if 0 < day.policy.overdue_most <= len(nudges) and not must_warn:
        return found, gave_up(len(nudges))
    ask = _ask(standing, must_warn, day)
    if ask:
        if climbs and ask.kind is ReminderKind.OVERDUE and step is None and end:
            step = next_step(action, owners, end, standing.since, day, _eve_of_next(end, nudges, day))
        found += _to_owners(standing, ask, step, owners, day)
    return found, ""


def _eve_of_next(end: date, nudges: Sequence[date], day: Day) -> date:
    """The last day before the overdue nudge that follows one of today."""
    following = moments.overdue(end, (*nudges, day.today), day.policy)
    return day.calendar.on_or_after(following) - timedelta(days=1)


def _is_quiet(action: Action, answered: date | None, said: Sequence[Mentioned], day: Day) -> bool:
    """Whether the owners answered lately, asked for peace, or were told of it today already."""
    until = action.snoozed_until
    # A reply dated ahead, by a wrong clock or a slip of the hand, must not silence anybody for ever.
    if answered and abs((day.today - answered).days) < day.policy.quiet_after_answer:
        return True
    if said and said[-1].on >= day.today:
        return True
    return until is not None and 0 < (until - day.today).days <= day.policy.snooze_most


def _standing(
    action: Action, owners: tuple[Person, ...], said: Sequence[Mentioned], answered: date | None, day: Day
) -> Standing:
    """What was said to people who are not owners any more does not count; what was told above them does."""
    present = {person.address for person in owners}
    said = [each for each in said if each.to in present or not each.kind.asks_owner]
    asked = tuple([each.on for each in said if each.kind.asks_owner])
    due = chased_due(action, asked, day)
    start = max(due.end or date.min, answered or date.min)
    since = said[bisect_right(said, start, key=attrgetter("on")) :]
    # Joint owners who are asked on one day are asked once.
    late_nudges = tuple(dict.fromkeys(each.on for each in since if each.kind is ReminderKind.OVERDUE))
    return Standing(action, due, asked, answered, since, late_nudges)


def _ask(standing: Standing, must_warn: bool, day: Day) -> Ask | None:
    due, last = standing.due, standing.asked[-1] if standing.asked else None
    if due.end is None:
        return _ask_undated(standing, last, day)
    days = (day.today - due.end).days
    if days > 0:
        comes = must_warn or moments.overdue(due.end, standing.late_nudges, day.policy) <= day.today
        return Ask(ReminderKind.OVERDUE, days, reasons.about_date(due, days)) if comes else None
    if not moments.comes_up(due.end, day.policy, day.calendar, day.today, last):
        return None
    kind = ReminderKind.UPCOMING if days else ReminderKind.DUE_TODAY
    return Ask(kind, days, reasons.about_date(due, days))


def _ask_undated(standing: Standing, last: date | None, day: Day) -> Ask | None:
    """Something without an end goes on and is looked at now and then; anything else without a date needs one."""
    due = standing.due
    if due.kind in (DueKind.ONGOING, DueKind.RECURRING):
        heard = max((each for each in (last, standing.answered) if each), default=None)
        if moments.again(heard, check_in_every(due, day.policy), day.today):
            return Ask(ReminderKind.CHECK_IN, 0, reasons.check_in(due, standing.answered))
        return None
    if moments.again(last, day.policy.ask_for_date_every, day.today):
        return Ask(ReminderKind.ASK_FOR_DATE, 0, reasons.no_date(due))
    return None


def _to_owners(
    standing: Standing, ask: Ask, step: Step | None, owners: tuple[Person, ...], day: Day
) -> Iterator[Reminder]:
    (lead, *others), action = owners, standing.action
    warning = step.announced(action, day) if step else None
    told = told_last(action, standing.since, day) if ask.kind is ReminderKind.OVERDUE else None
    joint = day.policy.joint
    for person in owners if joint is Joint.EACH else (lead,):
        absent = day.people.replaced(person, action.people)
        comes = None if day.is_away(person) else as_read_by(person, warning, action, day)
        known = as_read_by(person, told, action, day)
        yield Reminder(action, ask.kind, ask.days, ask.reason, person, comes, known, instead_of=absent)
    if joint is Joint.COPY:
        for person in others:
            yield Reminder(action, ReminderKind.COPY, ask.days, reasons.copied(lead.name), person)


def _escalation(standing: Standing, step: Step, warned: date, wrote: Heard | None, day: Day) -> Reminder:
    end = standing.due.end
    assert end is not None
    late = day.calendar.between(end, day.today)
    reason = reasons.escalated(standing.action, standing.due, late, warned, wrote)
    return Reminder(
        standing.action,
        ReminderKind.ESCALATED,
        (day.today - end).days,
        reason,
        step.to,
        warned=warned,
        wrote=wrote,
        post=step.rung.to,
        instead_of=day.people.replaced(step.to, day.people.above(standing.action).values()),
    )
