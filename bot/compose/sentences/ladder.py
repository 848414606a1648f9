"""Whom silence is brought to, as those read it who are warned of it and those who are told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.compose import wording
from bot.compose.sentences.people import name_of, names_of, vacant_posts, with_address
from bot.compose.sentences.written import tells_of_it
from bot.plan import Person
from bot.policy import Escalation, Post, Reminder


def warning(reminder: Reminder) -> str:
    """Who above was told last, who is today, and who will be without an answer by when; "" where nobody.

    It says by when to answer, not on which day somebody is told: that waits for whoever is away, or has just come back.
    """
    told, tells, comes = reminder.told, reminder.tells, reminder.warning
    was = f"{_who(told, reminder)} was told on {wording.day(told.on)}." if told else ""
    now = f"{_who(tells, reminder)} is told today." if tells else ""
    will = f"Without an answer before {wording.day(comes.on)}, {_who(comes, reminder)} will be told." if comes else ""
    return " ".join(filter(None, (was, now, will)))


def _who(told: Escalation, reminder: Reminder) -> str:
    place = f"in place of {names_of(told.instead_of)}" if told.instead_of else ""
    who = ", ".join(filter(None, (place, _post(told, reminder))))
    return f"{name_of(told.to)} ({who})" if who else name_of(told.to)


def _post(told: Escalation, reminder: Reminder) -> str:
    lead = next(filter(lambda owner: owner.people, reminder.action.owners), None)
    if told.post is Post.MANAGER and lead:
        whose = vacant_posts([lead]) or name_of(lead.people[0])
        return "your manager" if told.yours else f"the manager of {whose}"
    return _POSTS.get(told.post, "") if told.post else ""


_POSTS = {
    Post.LEAD: "who looks after the plan",
    Post.DIRECTOR: "the director",
    Post.SLT: "for the senior leadership team",
}


def warned(reminder: Reminder) -> str:
    """Who was warned, as whoever is told now reads it."""
    when = f" on {wording.day(reminder.warned)}" if reminder.warned else ""
    since = " since" if reminder.wrote and tells_of_it(reminder.wrote) else ""
    # Who says that it is not theirs, or waits for the lead's yes, has answered.
    answered = (reminder.wrote and reminder.wrote.is_denial) or (reminder.wish and reminder.wish.waits)
    passed_on = f"{when} that it would be passed on{'' if answered else f', and have had no answer{since}'}."
    if reminder.away:
        asked = wording.listed([with_address(each) for each in reminder.asked])
        said = f"{_away(reminder.away, reminder.lost)} So we warned {asked} in their place{passed_on}"
    else:
        some = len(reminder.asked) < len(reminder.action.people)
        said = f"We warned{f' {names_of(reminder.asked)}' if some and reminder.asked else ''}{passed_on}"
    return " ".join((said, *map(_absent, reminder.absent)))


def _absent(absent: tuple[Person, date]) -> str:
    person, back = absent
    known = f" (back on {wording.day(back)})" if back < date.max else ""
    return f"{name_of(person)} has been away in that time{known}."


def _away(away: Sequence[tuple[Person, date]], lost: Collection[str]) -> str:
    """Who is away and when they are back, where that is known, and from where our mail comes back."""
    return " ".join(
        f"Our mail to {name_of(person)} comes back."
        if person.address in lost
        else f"{name_of(person)} is away{f' until {wording.day(back)}' if back < date.max else ''}."
        for person, back in away
    )
