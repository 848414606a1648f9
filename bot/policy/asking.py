"""What the owners of one action are asked today, and what those above them are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.plan import Action, DueKind, Person
from bot.policy import moments, reasons
from bot.policy.day import Day
from bot.policy.heard import Heard
from bot.policy.late import about_late
from bot.policy.occurrences import check_in_every, lacks_next
from bot.policy.reminders import Mentioned, ReminderKind
from bot.policy.standing import Standing, heard_of, standing_of
from bot.policy.to_owners import NOTHING, About, Ask, to_owners


def about(
    action: Action, owners: tuple[Person, ...], said: Sequence[Mentioned], words: Sequence[Heard], day: Day
) -> About:
    """What one action asks for; what comes back soon as well, where its owners hear of others today."""
    heard = heard_of(action, owners, words, day)
    if not owners or _is_quiet(action, heard, said, day):
        return NOTHING
    standing = standing_of(action, owners, said, words, heard, day)
    end = standing.due.end
    if end and end < day.today:
        return about_late(standing, end, day)
    if end:
        ask = _ask_ahead(standing, end, day)
        return About(tuple(to_owners(standing, ask, day))) if ask else NOTHING
    return _about_undated(standing, day)


def _is_quiet(action: Action, heard: date | None, said: Sequence[Mentioned], day: Day) -> bool:
    """Whether the owners answered lately, asked for peace, or were told of it today already."""
    until = action.snoozed_until
    if (heard and day.is_quiet_after(heard)) or (said and said[-1].on >= day.today):
        return True
    return until is not None and 0 < (until - day.today).days <= day.policy.snooze_most


def _ask_ahead(standing: Standing, end: date, day: Day) -> Ask | None:
    """What is asked of something not late yet; its owners are not pressed while a wish of theirs waits for the lead."""
    waiting, asked = standing.waiting, (standing.asked,) if standing.asked else ()
    if waiting and day.today < moments.overdue(end, asked, day.policy, waiting.on):
        return None
    if not moments.comes_up(end, day.policy, day.calendar, day.today, standing.asked):
        return None
    days = (day.today - end).days
    kind = ReminderKind.UPCOMING if days else ReminderKind.DUE_TODAY
    return Ask(kind, days, reasons.about_date(standing.due, days))


def _about_undated(standing: Standing, day: Day) -> About:
    """Something without an end goes on and is looked at now and then; anything else without a date needs one."""
    due, last = standing.due, standing.asked
    comes_again = lacks_next(standing.action, due)
    goes_on = due.kind in (DueKind.ONGOING, DueKind.RECURRING) and not comes_again
    if goes_on or comes_again:
        last = max(filter(None, (last, standing.heard)), default=None)
    every = check_in_every(due, day.policy) if goes_on else day.policy.ask_for_date_every
    if not moments.again(last, every, day.today, day.ahead):
        return NOTHING
    if goes_on:
        ask = Ask(ReminderKind.CHECK_IN, 0, reasons.check_in(due, standing.answered))
    else:
        why = reasons.no_next_date(due) if comes_again else reasons.no_date(due)
        ask = Ask(ReminderKind.ASK_FOR_DATE, 0, why)
    nudges = tuple(to_owners(standing, ask, day))
    if not moments.again(last, every, day.today):
        return About(soon=nudges)
    came_up = max(last + timedelta(days=every), standing.free_from(day)) if last else None
    return About(nudges, wait=came_up is not None and day.may_wait(came_up, every))
