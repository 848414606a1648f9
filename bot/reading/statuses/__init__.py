"""A status cell -> how far the action has come, and the new date it may hide."""

from bot.reading.statuses.explain import (
    ExplainedStatus,
    explain_status,
    names_something_left,
    opening_status,
    read_status,
    says_only_a_code,
)

__all__ = [
    "ExplainedStatus",
    "explain_status",
    "names_something_left",
    "opening_status",
    "read_status",
    "says_only_a_code",
]
