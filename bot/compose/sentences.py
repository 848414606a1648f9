"""What a card of a nudge says about its action, for each kind of reminder. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.compose import wording
from bot.plan import Due, Person
from bot.policy import Escalation, Heard, Post, Reminder, ReminderKind

_CHIPS = {
    ReminderKind.DUE_TODAY: "Due today",
    ReminderKind.CHECK_IN: "How is it going?",
    ReminderKind.ASK_WHO: "Who should be asked?",
    ReminderKind.COPY: "For your information",
}


def chip(reminder: Reminder) -> str:
    """What a card is about, at a glance: "Overdue by 31 days", "Due today", "Due in 14 days", "No date yet"."""
    if reminder.kind in (ReminderKind.OVERDUE, ReminderKind.ESCALATED):
        return f"Overdue by {wording.count(reminder.days, 'day')}"
    if reminder.kind is ReminderKind.ASK_FOR_DATE:
        return "Which day is meant?" if reminder.action.current_due.text else "No date yet"
    if reminder.kind in _CHIPS:
        return _CHIPS[reminder.kind]
    return "Due tomorrow" if reminder.days == -1 else f"Due in {wording.count(-reminder.days, 'day')}"


def due(reminder: Reminder, today: date) -> str:
    """When it is due, as printed and as read; or what is asked where there is no date."""
    printed = wording.quoted(reminder.action.current_due.text, 120)
    if reminder.kind is ReminderKind.ASK_FOR_DATE:
        if printed:
            return f"The plan gives its date as {printed}. Which day is meant?"
        return "It has no date yet. When is it to be done?"
    if reminder.kind is ReminderKind.CHECK_IN:
        if printed:
            return f"The plan says {printed}: how is it going?"
        return "It goes on without an end date. Is it still running, and is there anything to tell?"
    return wording.due_sentence(_chased(reminder, today), today)


def _chased(reminder: Reminder, today: date) -> Due:
    """The promise spoken of: of something that comes round, the turn that `days` counts from."""
    has_date = reminder.days != 0 or reminder.kind is ReminderKind.DUE_TODAY
    given = reminder.action.current_due
    return replace(given, end=today - timedelta(days=reminder.days)) if has_date else given


def about(reminder: Reminder) -> str:
    """Why this person is told of it, where they are not simply its owner; "" where they are."""
    absent = _in_place_of(reminder.instead_of) if reminder.instead_of else ""
    if reminder.kind is ReminderKind.ESCALATED:
        return " ".join(filter(None, (_with(reminder), _wrote(reminder.wrote), _warned(reminder), absent)))
    if reminder.kind is ReminderKind.ASK_WHO:
        return f"{_sentence(reminder.reason)}{_if_named(reminder.named)}"
    if reminder.kind is ReminderKind.COPY:
        return f"{_sentence(reminder.reason.partition(': ')[2] or reminder.reason)}"
    return " ".join(filter(None, (absent, _not_yours(reminder.wrote))))


def _not_yours(wrote: Heard | None) -> str:
    """What an owner is told who has said that it is not theirs; "" where they have not."""
    if wrote is None or wrote.disowned is None:
        return ""
    said = f"You wrote on {wording.day(wrote.on)} that it is not yours"
    until = "until that is settled, we have to go on asking you."
    named = wrote.disowned.named
    if named:
        return f"{said} and named {wording.short(named.name, 80)}: {until}"
    return f"{said}. If you know whose it is, please say so once more with their full name; {until}"


def _if_named(named: Person | None) -> str:
    who = wording.short(named.name, 80) if named else ""
    return f" Should we ask {who} from now on? Reply with the word YES, or with another name." if who else ""


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
    who = ", ".join(filter(None, (_in_whose_place(told.instead_of), _post(told, reminder))))
    name = wording.short(told.to.name, 80)
    return f"{name} ({who})" if who else name


def _in_whose_place(absent: Sequence[Person]) -> str:
    return f"in place of {_names(absent)}" if absent else ""


def _post(told: Escalation, reminder: Reminder) -> str:
    lead = reminder.action.people[0] if reminder.action.people else None
    if told.post is Post.MANAGER and lead:
        return "your manager" if told.yours else f"the manager of {wording.short(lead.name, 80)}"
    names = {
        Post.LEAD: "who looks after the plan",
        Post.DIRECTOR: "the director",
        Post.SLT: "for the senior leadership team",
    }
    return names.get(told.post, "") if told.post else ""


def _in_place_of(absent: Sequence[Person]) -> str:
    return f"You get this in place of {_names(absent)}, who {'is' if len(absent) == 1 else 'are'} away."


def _names(people: Sequence[Person]) -> str:
    return wording.listed([wording.short(each.name, 80) for each in people])


def _with(reminder: Reminder) -> str:
    action = reminder.action
    people = wording.listed([_with_address(each) for each in action.people])
    party = wording.short(action.owner_text, 120)
    names = {each.name for each in action.people}
    if party in names:
        return f"It is with {people}."
    return f"{people} {'answers' if len(action.people) == 1 else 'answer'} for it (the plan names {party})."


def _with_address(person: Person) -> str:
    """A name with its address; the address alone where no name is known."""
    named = person.name.casefold() != person.address
    return f"{wording.short(person.name, 60)} ({person.address})" if named else person.address


def _wrote(heard: Heard | None) -> str:
    """Who last wrote about it, and whether that waits for somebody; "" where nobody has."""
    if heard is None:
        return ""
    who = wording.short(heard.by.name, 80) if heard.by else "Its owner"
    if heard.disowned:
        named = heard.disowned.named
        also = f" and named {_with_address(named)}" if named else f": {wording.quoted(heard.disowned.words, 150)}"
        return f"{who} wrote on {wording.day(heard.on)} that it is not theirs{also}."
    open_still = "what they wrote waits for our administrator" if heard.waits else "it is still open"
    return f"{who} last wrote about it on {wording.day(heard.on)}, and {open_still}."


def _warned(reminder: Reminder) -> str:
    when = f" on {wording.day(reminder.warned)}" if reminder.warned else ""
    since = " since" if reminder.wrote else ""
    disowned = reminder.wrote is not None and reminder.wrote.disowned
    passed_on = f"{when} that it would be passed on{'' if disowned else f', and have had no answer{since}'}."
    if not reminder.away:
        return f"We warned{passed_on}"
    asked = wording.listed([_with_address(each) for each in reminder.asked])
    return f"{_away(reminder.away)} So we warned {asked} in their place{passed_on}"


def _away(away: Sequence[tuple[Person, date]]) -> str:
    """Who is away and when they are back, where that is known."""
    return " ".join(
        f"{wording.short(person.name, 80)} is away{f' until {wording.day(back)}' if back < date.max else ''}."
        for person, back in away
    )


def _sentence(reason: str) -> str:
    """A reason of the policy as a sentence: "has no owner" becomes "It has no owner."."""
    words = wording.short(reason, 300).rstrip(".")
    words = f"It {words}" if words.startswith(("has ", "is ")) else words[:1].upper() + words[1:]
    return f"{words}."
