"""What stops a mail or a run that should not go: who may be mailed, what is unlike before, how much and how fast."""

from bot.guards.answers import may_be_answered
from bot.guards.files import clean_name, kept_name, why_refused
from bot.guards.limits import Limits
from bot.guards.pace import pause, room_today
from bot.guards.recipients import Recipients
from bot.guards.unlike import Cycle, Past, why_unlike

__all__ = [
    "Cycle",
    "Limits",
    "Past",
    "Recipients",
    "clean_name",
    "kept_name",
    "may_be_answered",
    "pause",
    "room_today",
    "why_refused",
    "why_unlike",
]
