"""What a card says for each kind of reminder: what it is about, when that is due, why its reader is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.compose import wording
from bot.compose.sentences.ladder import warned
from bot.compose.sentences.people import for_posts, handed_over, in_place_of, name_of, shared, whose
from bot.compose.sentences.written import QUOTED, names_nobody, not_yours, question, still_to_read, wished, wrote_of
from bot.plan import Due, DueKind
from bot.policy import Reminder, ReminderKind
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
        if _was_done(reminder):
            return "No next date yet"
        return "No exact date" if reminder.action.current_due.text else "No date yet"
    if reminder.kind is ReminderKind.ASK_WHO and (reminder.named or not reminder.action.owners):
        return "Yes or no?" if reminder.named else "No owner yet"
    if reminder.kind in _CHIPS:
        return _CHIPS[reminder.kind]
    return "Due tomorrow" if reminder.days == -1 else f"Due in {wording.count(-reminder.days, 'day')}"


def due(reminder: Reminder, today: date) -> str:
    """When it is due, as printed and as read; or what is asked where there is no date."""
    printed = wording.quoted(reminder.action.current_due.text, 120)
    if reminder.kind is ReminderKind.ASK_FOR_DATE:
        if _was_done(reminder):
            return f"The plan says {printed}, and that time was done. When is it next due?"
        if printed:
            return f"The plan gives its date as {printed}. Which day is meant?"
        return "It has no date yet. When is it to be done?"
    if reminder.kind is ReminderKind.CHECK_IN:
        if printed:
            return f"The plan says {printed}: how is it going?"
        return "It goes on without an end date. Is it still running, and is there anything to tell?"
    return wording.due_sentence(_chased(reminder, today), today)


def _was_done(reminder: Reminder) -> bool:
    """Whether the next date of something that comes round is asked for."""
    given = reminder.action.current_due
    return given.kind is DueKind.RECURRING and given.end is not None


def _chased(reminder: Reminder, today: date) -> Due:
    """The promise spoken of: of something that comes round, the turn that `days` counts from."""
    has_date = reminder.days != 0 or reminder.kind is ReminderKind.DUE_TODAY
    given = reminder.action.current_due
    return replace(given, end=today - timedelta(days=reminder.days)) if has_date else given


def about(reminder: Reminder) -> str:
    """Why this person is told of it, where they are not simply its owner; "" where they are."""
    absent = in_place_of(reminder.instead_of, reminder.lost)
    if reminder.kind is ReminderKind.ESCALATED:
        told = (whose(reminder.action), wrote_of(reminder), wished(reminder), warned(reminder), absent)
        return " ".join(filter(None, told))
    if reminder.kind is ReminderKind.ASK_WHO:
        return f"{_sentence(reminder.reason)}{names_nobody(reminder.wrote)}{_if_named(reminder)}"
    if reminder.kind is ReminderKind.COPY:
        return _sentence(reminder.reason.partition(": ")[2] or reminder.reason)
    own = not_yours(reminder.wrote) or still_to_read(reminder)
    theirs = (absent, handed_over(reminder), for_posts(reminder), shared(reminder), own, wished(reminder))
    return " ".join(filter(None, theirs))


def update(reminder: Reminder) -> str:
    """The last update; of words that the card quotes already only that the lead refused their date."""
    said = latest(reminder.action)
    last = wording.quoted(said.words, QUOTED)
    is_quoted = last and last in f"{about(reminder)} {question(reminder)}"
    return said.refused if is_quoted else wording.update_sentence(reminder.action)


def _if_named(reminder: Reminder) -> str:
    named = reminder.named
    if named is None:
        return ""
    yes_or_no = "Reply with the word YES, with NO if it stays where it is, or with another name."
    is_reader = named.address == reminder.to.address
    whom, share = ("you", "You share") if is_reader else (name_of(named), f"{name_of(named)} shares")
    has_it = any(each.address == named.address for each in reminder.action.people)
    already = f" {share} it already, and would have it alone." if has_it else ""
    return f" Should we ask {whom} from now on?{already} {yes_or_no}"


def _sentence(reason: str) -> str:
    """A reason of the policy as a sentence: "has no owner" becomes "It has no owner."."""
    words = wording.short(reason, 300).rstrip(".")
    words = f"It {words}" if words.startswith(("has ", "is ")) else wording.opening(words)
    return f"{words}."
