"""What the owners of one action are asked today, and what those above them are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter

from bot.plan import Action, Due, DueKind, Person
from bot.policy import moments, reasons
from bot.policy.day import Day
from bot.policy.gaps import gave_up
from bot.policy.heard import Heard, by_present, last_words, open_wish, unsettled
from bot.policy.ladder import Step, as_read_by, next_step, told_last, was_warned
from bot.policy.occurrences import chased_due, check_in_every
from bot.policy.reminders import Escalation, Mentioned, Reminder, ReminderKind
from bot.policy.rules import Joint


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked, and how many days the date lies back (negative: ahead)."""

    kind: ReminderKind
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one action stands today: who is asked about it, the promise that is chased, and what was said about it.

    `said` is what was said to its present owners and above them, `asked` the days on which they were asked, `heard`
    when they last wrote, and `answered` when they or the owners before them did.
    """

    action: Action
    owners: tuple[Person, ...]
    due: Due
    said: Sequence[Mentioned]
    asked: Sequence[date]
    heard: date | None
    answered: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """Who above the owners was told last, who is told today, and the rung that comes next."""

    last: Escalation | None = None
    today: Escalation | None = None
    coming: Step | None = None


def about(
    action: Action, owners: tuple[Person, ...], said: Sequence[Mentioned], day: Day
) -> tuple[list[Reminder], str]:
    """The reminders about one action, and why its owners are asked no more ("" when they are)."""
    words = day.words.get((action.plan, action.item_id), ())
    present = day.people.standing_for((*owners, *action.people), action) if words else ()
    heard = by_present(action, present, words)
    if not owners or _is_quiet(action, heard, said, day):
        return [], ""
    standing = _standing(action, owners, said, heard, day)
    end = standing.due.end
    if end and end < day.today:
        return _about_late(standing, end, words, day)
    ask = _ask_ahead(standing, end, day) if end else _ask_undated(standing, day)
    return list(_to_owners(standing, ask, Told(), day)) if ask else [], ""


def _about_late(standing: Standing, end: date, words: Sequence[Heard], day: Day) -> tuple[list[Reminder], str]:
    """An overdue action: those above its owners told, and the owners asked, with a warning where one is to be given."""
    action, policy = standing.action, day.policy
    since = _since(standing, end)
    # Joint owners who are asked on one day are asked once.
    nudges = tuple(dict.fromkeys([each.on for each in since if each.kind is ReminderKind.OVERDUE]))
    climbs = not any(each.keeps_still(day.today) for each in words)
    step = next_step(action, standing.owners, end, since, day) if climbs else None
    must_warn = step is not None and step.must_warn
    found, told = [], Told(told_last(action, since, day), coming=step)
    if step and step.is_due and step.warned:
        warned = [each for each in standing.owners if was_warned(each, step.warned, since)]
        found.append(_escalation(standing, step, step.warned, warned, words, day))
        # What the owners read today looks on to the rung above.
        since, told = (*since, step.told(day)), replace(told, today=step.telling(action, day), coming=None)
    if 0 < policy.overdue_most <= len(nudges) and not must_warn:
        return found, gave_up(len(nudges))
    if must_warn or moments.overdue(end, nudges, policy) <= day.today:
        if climbs and told.coming is None:
            coming = next_step(action, standing.owners, end, since, day, _eve_of_next(end, nudges, day))
            told = replace(told, coming=coming)
        days = (day.today - end).days
        ask = Ask(ReminderKind.OVERDUE, days, reasons.about_date(standing.due, days))
        found += _to_owners(standing, ask, told, day)
    return found, ""


def _since(standing: Standing, end: date) -> Sequence[Mentioned]:
    """What was said since the promise fell due and was last answered: an answer and a new date start afresh."""
    start = max(end, standing.answered) if standing.answered else end
    return standing.said[bisect_right(standing.said, start, key=attrgetter("on")) :]


def _eve_of_next(end: date, nudges: Sequence[date], day: Day) -> date:
    """The last day before the overdue nudge that follows one of today."""
    following = moments.overdue(end, (*nudges, day.today), day.policy)
    return day.calendar.on_or_after(following) - timedelta(days=1)


def _is_quiet(action: Action, heard: date | None, said: Sequence[Mentioned], day: Day) -> bool:
    """Whether the owners answered lately, asked for peace, or were told of it today already."""
    until = action.snoozed_until
    # A reply dated ahead, by a wrong clock or a slip of the hand, must not silence anybody for ever; and whatever the
    # policy says, nobody is asked on the very day on which they answered.
    if heard and abs((day.today - heard).days) < max(1, day.policy.quiet_after_answer):
        return True
    if said and said[-1].on >= day.today:
        return True
    return until is not None and 0 < (until - day.today).days <= day.policy.snooze_most


def _standing(
    action: Action, owners: tuple[Person, ...], said: Sequence[Mentioned], heard: date | None, day: Day
) -> Standing:
    """What was said to people who are not owners any more does not count; what was told above them does, until any
    owner answered, and what was said to an owner before their deputy was asked, or to the deputy before the owner was
    back."""
    asked: Sequence[date] = ()
    if said:
        present = day.people.standing_for(owners, action)
        said = [each for each in said if each.to in present or not each.kind.asks_owner]
        asked = [each.on for each in said if each.kind.asks_owner]
    answered = max(filter(None, (heard, action.last_reply)), default=None)
    return Standing(action, owners, chased_due(action, asked, day), said, asked, heard, answered)


def _ask_ahead(standing: Standing, end: date, day: Day) -> Ask | None:
    last = standing.asked[-1] if standing.asked else None
    if not moments.comes_up(end, day.policy, day.calendar, day.today, last):
        return None
    days = (day.today - end).days
    kind = ReminderKind.UPCOMING if days else ReminderKind.DUE_TODAY
    return Ask(kind, days, reasons.about_date(standing.due, days))


def _ask_undated(standing: Standing, day: Day) -> Ask | None:
    """Something without an end goes on and is looked at now and then; anything else without a date needs one."""
    due, last = standing.due, standing.asked[-1] if standing.asked else None
    if due.kind in (DueKind.ONGOING, DueKind.RECURRING):
        heard = max(filter(None, (last, standing.heard)), default=None)
        if moments.again(heard, check_in_every(due, day.policy), day.today):
            return Ask(ReminderKind.CHECK_IN, 0, reasons.check_in(due, standing.answered))
        return None
    if moments.again(last, day.policy.ask_for_date_every, day.today):
        return Ask(ReminderKind.ASK_FOR_DATE, 0, reasons.no_date(due))
    return None


def _to_owners(standing: Standing, ask: Ask, told: Told, day: Day) -> Iterator[Reminder]:
    (lead, *others), action = standing.owners, standing.action
    warning = told.coming.announced(action, day) if told.coming else None
    post = told.coming.rung.to if told.coming and warning else None
    joint = day.policy.joint
    words = day.words.get((action.plan, action.item_id), ())
    for person in standing.owners if joint is Joint.EACH else (lead,):
        absent = day.people.replaced(person, action.people)
        comes = None if day.is_away(person) else as_read_by(person, warning, action, day)
        yield Reminder(
            action,
            ask.kind,
            ask.days,
            ask.reason,
            person,
            comes,
            as_read_by(person, told.last, action, day),
            as_read_by(person, told.today, action, day),
            wrote=unsettled(person, action, words),
            post=post if comes else None,
            instead_of=absent,
            wish=open_wish(words),
        )
    if joint is Joint.COPY:
        for person in others:
            yield Reminder(action, ReminderKind.COPY, ask.days, reasons.copied(lead.name), person)


def _escalation(
    standing: Standing, step: Step, warned: date, told: Sequence[Person], words: Sequence[Heard], day: Day
) -> Reminder:
    wrote = last_words(standing.action, words)
    late = day.calendar.between(step.end, day.today)
    reason = reasons.escalated(standing.due, late, told, warned, wrote)
    replaced = [each for person in told for each in day.people.replaced(person, standing.action.people)]
    return Reminder(
        standing.action,
        ReminderKind.ESCALATED,
        (day.today - step.end).days,
        reason,
        step.to,
        warned=warned,
        wrote=wrote,
        post=step.rung.to,
        instead_of=day.people.replaced_above(step.to, standing.action),
        asked=tuple(told),
        away=tuple((each, day.people.back.get(each.address, date.max)) for each in replaced),
        wish=open_wish(words),
    )
