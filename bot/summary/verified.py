"""Completions that somebody other than their owner vouches for: "verified" apart from "completed". Pure."""

from __future__ import annotations

from bot.plan import Action, Status

_NOT_YET = frozenset(("", "no", "n", "none", "not yet", "pending", "tbc", "?", "-", "–"))


def verified_by(action: Action) -> str:
    """Who verified a completion, and when, as the list says; "" where nobody did, or only somebody who owns it."""
    words = " ".join(action.verified.split())
    if action.status is not Status.COMPLETED or words.casefold() in _NOT_YET:
        return ""
    owners = [*(owner.text for owner in action.owners), *(person.name for person in action.people)]
    return "" if any(name.strip() and name.casefold() in words.casefold() for name in owners) else words
