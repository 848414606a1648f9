"""What a card of a nudge says about its action, for each kind of reminder. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.compose import wording
from bot.plan import Due, Holder, Owner, Person
from bot.policy import Escalation, Heard, Post, Reminder, ReminderKind
from bot.progress import latest

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
    if reminder.kind is ReminderKind.ASK_WHO and (reminder.named or not reminder.action.owners):
        return "Yes or no?" if reminder.named else "No owner yet"
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
        told = (_with(reminder), _wrote(reminder.wrote), _wished(reminder), _warned(reminder), absent)
        return " ".join(filter(None, told))
    if reminder.kind is ReminderKind.ASK_WHO:
        return f"{_sentence(reminder.reason)}{_if_named(reminder.named)}"
    if reminder.kind is ReminderKind.COPY:
        return f"{_sentence(reminder.reason.partition(': ')[2] or reminder.reason)}"
    own = _not_yours(reminder.wrote)
    return " ".join(filter(None, (absent, _for_posts(reminder), _shared(reminder), own, _wished(reminder))))


def update(reminder: Reminder) -> str:
    """The last update; "" where the card quotes those words already."""
    quoted = wording.quoted(reminder.wrote.words, _QUOTED) if reminder.wrote else ""
    is_same = quoted == wording.quoted(latest(reminder.action).words, _QUOTED)
    is_quoted = quoted and quoted in f"{about(reminder)} {question(reminder)}"
    return "" if is_quoted and is_same else wording.update_sentence(reminder.action)


_QUOTED = 150


def question(reminder: Reminder) -> str:
    """Our open question about the reader's own words, put once more; not beside the question how something is going."""
    wrote = reminder.wrote
    if wrote is None or wrote.asked is None or not wrote.asked.question or not _may_be_asked(reminder):
        return ""
    asked = wording.answered_by_yes(wrote.asked.question) if wrote.asked.by_yes else wrote.asked.question
    return f"You wrote on {wording.day(wrote.on)}{_said(wrote)}. We asked: {asked}"


def takes_yes(reminder: Reminder) -> bool:
    """Whether a card puts a question that a plain yes settles."""
    wrote = reminder.wrote
    return bool(wrote and wrote.asked and wrote.asked.by_yes and _may_be_asked(reminder))


def _may_be_asked(reminder: Reminder) -> bool:
    return reminder.kind.asks_owner and reminder.kind is not ReminderKind.CHECK_IN


def _said(wrote: Heard) -> str:
    words = wording.quoted(wrote.words, _QUOTED)
    return f": {words}" if words else ""


def _wished(reminder: Reminder) -> str:
    """Which later date waits for the lead's yes."""
    wish = reminder.wish
    if wish is None:
        return ""
    who = "you" if wish.by.address == reminder.to.address else wording.short(wish.by.name, 80)
    lead = "you have" if wish.lead.address == reminder.to.address else f"{wording.short(wish.lead.name, 80)} has"
    asked = f"On {wording.day(wish.on)} {who} asked for a new date, {wording.day(wish.wished)}"
    return f"{asked}; {lead} been asked to agree."


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


def _for_posts(reminder: Reminder) -> str:
    """For which posts that nobody holds somebody is asked as their deputy."""
    meant = {each.address for each in (reminder.to, *reminder.instead_of)}
    posts = _vacant([each for each in reminder.action.owners if any(who.address in meant for who in each.people)])
    return f"You stand in for {posts}, which nobody holds at present." if posts else ""


def _vacant(owners: Sequence[Owner]) -> str:
    return wording.listed([wording.short(each.text, 80) for each in owners if each.holder is Holder.DEPUTY])


def _shared(reminder: Reminder) -> str:
    """With whom somebody shares an action, any of whom may answer for all; "" for its only owner."""
    meant = {each.address for each in (reminder.to, *reminder.instead_of)}
    others = [each for each in reminder.action.people if each.address not in meant]
    return f"Shared with {_names(others)}: one answer is enough." if others else ""


def _names(people: Sequence[Person]) -> str:
    return wording.listed([wording.short(each.name, 80) for each in people])


def _with(reminder: Reminder) -> str:
    action = reminder.action
    people = wording.listed([_with_address(each) for each in action.people])
    party = wording.short(action.owner_text, 120)
    names = {each.name for each in action.people}
    if party in names:
        return f"It is with {people}."
    vacant = _vacant(action.owners)
    held = f"; nobody holds {vacant} at present" if vacant else ""
    return f"{people} {'answers' if len(action.people) == 1 else 'answer'} for it (the plan names {party}{held})."


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
        also = f" and named {_with_address(named)}" if named else f": {wording.quoted(heard.disowned.words, _QUOTED)}"
        return f"{who} wrote on {wording.day(heard.on)} that it is not theirs{also}."
    wrote = f"{who} wrote on {wording.day(heard.on)}{_said(heard)}."
    if heard.waits:
        return f"{wrote} We have still to read that."
    return f"{wrote} We asked what that means, and wait for the answer." if heard.asked else wrote


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
