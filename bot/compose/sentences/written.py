"""What was written about an action, as a card tells its reader."""

from __future__ import annotations

from bot.compose import wording
from bot.compose.sentences.people import name_of, with_address
from bot.policy import Heard, Reminder, ReminderKind

QUOTED = 150


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


def not_yours(wrote: Heard | None) -> str:
    """What an owner is told who has said that it is not theirs; "" where they have not."""
    if wrote is None or wrote.disowned is None:
        return ""
    said = f"You wrote on {wording.day(wrote.on)} that it is not yours"
    until = "until that is settled, we have to go on asking you."
    named = wrote.disowned.named
    if named:
        return f"{said} and named {name_of(named)}: {until}"
    return f"{said}. If you know whose it is, please say so once more with their full name; {until}"


def wished(reminder: Reminder) -> str:
    """Which later date waits for the lead's yes."""
    wish = reminder.wish
    if wish is None:
        return ""
    who = "you" if wish.by.address == reminder.to.address else name_of(wish.by)
    lead = "you have" if wish.lead.address == reminder.to.address else f"{name_of(wish.lead)} has"
    asked = f"On {wording.day(wish.on)} {who} asked for a new date, {wording.day(wish.wished)}"
    return f"{asked}; {lead} been asked to agree."


def wrote_of(heard: Heard | None) -> str:
    """Who last wrote about it, and whether that waits for somebody; "" where nobody has."""
    if heard is None:
        return ""
    who = name_of(heard.by) if heard.by else "Its owner"
    if heard.disowned:
        named = heard.disowned.named
        also = f" and named {with_address(named)}" if named else f": {wording.quoted(heard.disowned.words, QUOTED)}"
        return f"{who} wrote on {wording.day(heard.on)} that it is not theirs{also}."
    wrote = f"{who} wrote on {wording.day(heard.on)}{_said(heard)}."
    if heard.waits:
        return f"{wrote} We have still to read that."
    return f"{wrote} We asked what that means, and wait for the answer." if heard.asked else wrote


def _said(wrote: Heard) -> str:
    words = wording.quoted(wrote.words, QUOTED)
    return f": {words}" if words else ""
