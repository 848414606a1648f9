"""An overdue action: those above its owners told, and the owners asked, with a warning where one is to be given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.plan import Person
from bot.policy import moments, reasons
from bot.policy.day import Day
from bot.policy.gaps import gave_up
from bot.policy.heard import last_words
from bot.policy.ladder import Above, Step, last_told, next_step, step_after, warned_on
from bot.policy.reminders import Reminder, ReminderKind
from bot.policy.rules import Joint
from bot.policy.silence import Silence, silence_since
from bot.policy.standing import Standing
from bot.policy.to_owners import About, Ask, Told, to_owners


def about_late(standing: Standing, end: date, day: Day) -> About:
    """What an action asks for that was due on `end`, and what it asks for soon.

    A new warning goes with the last nudge that is in time for its rung. It is a mail of its own only after an
    escalation, where its day has come and nothing was said since: once that is missed, it waits for the next nudge.
    While a wish of theirs waits for the lead, its owners are asked at the slowest pace that the policy has.

    Owners who are given up are warned of a rung that they were not warned of yet, but not anew because others wrote;
    an admin is told of them once the time is over that their last warning gave them.
    """
    today, policy, silence = day.today, day.policy, silence_since(end, standing.answered, standing.said)
    above = day.people.above(standing.action) if policy.ladder or silence.told else {}
    due, coming = _steps(standing, silence, above, day)
    told = (_escalation(standing, silence, due, due.warned, above, day),) if due and due.warned else ()
    warning = coming if coming and not coming.warned else None
    stops = 0 < policy.overdue_most <= moments.turns(silence.nudges, policy)
    given_up = gave_up(len(silence.nudges)) if stops and silence.promised <= today else ""
    if stops and (not warning or warning.anew):
        return About(told, given_up=given_up)
    turn = _turn(standing, end, silence.nudges, day)
    own_mail = bool(warning and (due or silence.told) and silence.last < warning.warn_by(day) <= today)
    asked = turn <= today or own_mail
    if not asked and (stops or _turn(standing, end, silence.nudges, day, day.ahead) > today):
        return About(told, given_up=given_up)
    days = (today - end).days
    ask = Ask(ReminderKind.OVERDUE, days, reasons.about_date(standing.due, days))
    nudges = tuple(to_owners(standing, ask, day, _told(silence, due, coming, above, day)))
    if not asked:
        return About(told, nudges)
    wait = not told and not warning and _may_wait(standing, silence, turn, day)
    return About((*told, *nudges), wait=wait)


def _turn(standing: Standing, end: date, nudges: Sequence[date], day: Day, ahead: int = 0) -> date:
    """The day on which owners who had these nudges are asked again."""
    wished = standing.waiting.on if standing.waiting else None
    return moments.overdue(end, nudges, day.policy, wished, ahead)


def _may_wait(standing: Standing, silence: Silence, turn: date, day: Day) -> bool:
    """Whether a nudge may come on the next working day as well; the first word of something late keeps its day."""
    every = (turn - silence.nudges[-1]).days if silence.nudges else day.policy.overdue_every[0]
    came_up = max(turn, standing.free_from(day))
    return came_up > moments.overdue(silence.end, (), day.policy) and day.may_wait(came_up, every)


def _steps(standing: Standing, silence: Silence, above: Above, day: Day) -> tuple[Step | None, Step | None]:
    """The escalation of today, and the one that comes next, unless it is soon enough to warn of it with a later nudge;
    none while words wait for whoever is to read them."""
    if standing.stilling and any(each.keeps_still(day.today) for each in standing.stilling):
        return None, None
    step = next_step(standing, silence, above, day)
    due = step if step and step.is_due(day) else None
    coming = step_after(due, standing, silence, above, day) if due else step
    if coming and not coming.warned:
        next_turn = _turn(standing, silence.end, (*silence.nudges, day.today), day)
        coming = None if coming.warn_by(day) >= next_turn else coming  # a later nudge warns of it in time
    return due, coming


def _told(silence: Silence, due: Step | None, coming: Step | None, above: Above, day: Day) -> Told:
    """Those above the owners, each with their day: who was told last, who is told today, and who comes next."""
    last = last_told(silence, above, day)
    return Told(
        above,
        last=(last, silence.told[-1].on) if last else None,
        today=(due.to, day.today) if due else None,
        coming=(coming.to, coming.on(day)) if coming else None,
        post=coming.rung.to if coming else None,
    )


def _escalation(standing: Standing, silence: Silence, step: Step, warned: date, above: Above, day: Day) -> Reminder:
    action, people = standing.action, day.people
    knew = warned_on(warned, silence, day)
    asked = tuple([each for each in standing.owners if each.address in knew])
    wrote = last_words(action, standing.words)
    late = day.calendar.between(silence.end, day.today)
    replaced = [each for person in asked for each in people.replaced_owners(person, action)]
    return Reminder(
        action,
        ReminderKind.ESCALATED,
        (day.today - silence.end).days,
        reasons.escalated(standing.due, late, asked, warned, wrote, standing.waiting),
        step.to,
        warned=warned,
        wrote=wrote,
        post=step.rung.to,
        instead_of=people.replaced_above(step.to, above),
        lost=people.unreachable,
        asked=asked,
        away=tuple((each, people.back.get(each.address, date.max)) for each in replaced),
        absent=_absent(standing, knew, warned, day),
        wish=standing.wish,
    )


def _absent(standing: Standing, knew: Collection[str], warned: date, day: Day) -> tuple[tuple[Person, date], ...]:
    """Those whom the policy asks and who were away when warned or since, each with the day they are or were back."""
    back = day.people.back
    if not back:
        return ()
    asked = standing.owners if day.policy.joint is Joint.EACH else standing.owners[:1]
    return tuple(
        (each, back[each.address])
        for each in asked
        if each.address not in knew and back.get(each.address, warned) > warned
    )
