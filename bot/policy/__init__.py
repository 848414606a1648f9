"""The rules of reminding: (actions, what was said, people, calendar, today) -> reminders, each with its reason."""

from bot.policy.bounced import Bounced, read_bounced
from bot.policy.day import Day
from bot.policy.decide import decide
from bot.policy.gaps import wrong_address
from bot.policy.heard import AskedBack, Disowned, Heard, Wish, Words, disowned_by, open_wish
from bot.policy.occurrences import Rounds, asked_again, comes_round
from bot.policy.people import People
from bot.policy.reminders import (
    Decided,
    Escalation,
    Gap,
    History,
    Mentioned,
    Reminder,
    ReminderKind,
    by_person,
    last_asked,
    leaving_out,
)
from bot.policy.rules import Joint, Policy, Post, Rung, Unit
from bot.policy.terms import next_terms

__all__ = [
    "AskedBack",
    "Bounced",
    "Day",
    "Decided",
    "Disowned",
    "Escalation",
    "Gap",
    "Heard",
    "History",
    "Joint",
    "Mentioned",
    "People",
    "Policy",
    "Post",
    "Reminder",
    "ReminderKind",
    "Rounds",
    "Rung",
    "Unit",
    "Wish",
    "Words",
    "asked_again",
    "by_person",
    "comes_round",
    "decide",
    "disowned_by",
    "last_asked",
    "leaving_out",
    "next_terms",
    "open_wish",
    "read_bounced",
    "wrong_address",
]
