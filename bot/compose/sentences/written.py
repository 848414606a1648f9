"""What was written about an action, as a card tells its reader."""

from __future__ import annotations

from bot.compose import wording
from bot.compose.sentences.people import name_of, with_address
from bot.policy import Heard, Reminder, ReminderKind

QUOTED = 150


def question(reminder: Reminder) -> str:
    """Our open question about the reader's own words, put once more; not beside the question how something is going,
    nor where they have said that it is not theirs, of which the card tells."""
    wrote = reminder.wrote
    if wrote is None or wrote.asked is None or not _may_be_asked(reminder):
        return ""
    if wrote.disowned:
        return ""
    asked = wording.answered_by_yes(wrote.asked.question) if wrote.asked.by_yes else wrote.asked.question
    return f"You wrote on {wording.day(wrote.on)}{quoting(wrote.words)}. {asked or _WHICH}"


_WHICH = "We could not tell which action that is about. If it is this one, please say it here once more."


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
    stranger = f" and named {wording.short(wrote.unknown, 80)}, whom we do not know" if wrote.unknown else ""
    return f"{said}{stranger}. If you know whose it is, please say so once more with their full name; {until}"


def still_to_read(reminder: Reminder) -> str:
    """What an owner is told of their own words that a person has still to read; "" where there are none."""
    wrote = reminder.wrote
    return wrote_of(reminder) if wrote and wrote.waits and not wrote.disowned else ""


def names_nobody(wrote: Heard | None) -> str:
    """What a lead is told whose answer, whose it should be, a person has still to read; "" for none."""
    if wrote is None:
        return ""
    if wrote.unknown:
        name = wording.short(wrote.unknown, 80)
        return f" On {wording.day(wrote.on)} you named {name}, whom we do not know: please give their mail address."
    return f" You wrote on {wording.day(wrote.on)}, and we could not tell who it should be: please give a full name."


def wished(reminder: Reminder) -> str:
    """Which later date waits for the lead's yes."""
    wish = reminder.wish
    if wish is None:
        return ""
    who = "you" if wish.by.address == reminder.to.address else name_of(wish.by)
    is_lead = wish.lead.address == reminder.to.address
    lead = "You" if is_lead else name_of(wish.lead)
    asked = f"On {wording.day(wish.on)} {who} asked for a new date, {wording.day(wish.wished)}{quoting(wish.words)}."
    if wish.overtaken:
        return f"{asked} Another date has been set in the plan since."
    if wish.answered:
        return f"{asked} {lead} answered on {wording.day(wish.answered)}, and a colleague has still to read that."
    return f"{asked} {lead} {'have' if is_lead else 'has'} been asked to agree."


def wrote_of(reminder: Reminder) -> str:
    """Who last wrote about it, and whether that waits for somebody; "" where nobody has told anything of it, or it is
    the wish of which the card tells."""
    heard, wish = reminder.wrote, reminder.wish
    if heard is None or not tells_of_it(heard) or (wish and heard.wish == wish and not heard.is_open):
        return ""
    own = heard.by is not None and heard.by.address == reminder.to.address
    who = "You" if own else name_of(heard.by) if heard.by else "Its owner"
    if heard.disowned:
        named = heard.disowned.named
        also = f" and named {with_address(named)}" if named else f": {wording.quoted(heard.disowned.words, QUOTED)}"
        whose = "somebody else's" if heard.from_above else "not yours" if own else "not theirs"
        return f"{who} wrote on {wording.day(heard.on)} that it is {whose}{also}."
    wrote = f"{who} wrote on {wording.day(heard.on)}{quoting(heard.words)}."
    if heard.waits:
        return f"{wrote} We have still to read that."
    if heard.asked is None:
        return wrote
    asked = "what that means" if heard.asked.question else "which action that is about"
    return f"{wrote} We asked {asked}, and wait for the answer."


def tells_of_it(heard: Heard) -> bool:
    """Whether words tell anything of how an action goes, or may: a bare yes or an UNDO that is settled does not."""
    return bool(heard.words) or heard.by is None or heard.is_open or heard.disowned is not None


def quoting(words: str) -> str:
    """Words behind a colon, ready for a sentence to end after them; "" where there are none."""
    found = wording.quoted(words, QUOTED)
    return f": {found}" if found else ""
