"""Words that tell of an action and state no status: what they come to, and the question that says so."""

from __future__ import annotations

from dataclasses import replace

from bot.plan import Status
from bot.reading.statuses import ExplainedStatus

_LONGEST = 80


def as_account(told: ExplainedStatus) -> tuple[ExplainedStatus, str]:
    """What an account without a status word beside a blank status comes to, and what is asked: work is under way."""
    value = told.reading.value
    if value is Status.UNKNOWN and told.rule == "no status" and len(told.reading.text.split()) > 1:
        value = Status.IN_PROGRESS
    elif value is not Status.UNKNOWN and not value.is_closed:
        return told, ""
    question = "" if value is Status.UNKNOWN else how_far(told.reading.text, value)
    return replace(told, reading=replace(told.reading, value=value)), question


def how_far(printed: str, supposed: Status) -> str:
    """The question about words that state no status, with what they most likely say."""
    plain = " ".join(printed.split())
    shown = plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
    asked = "what is its status" if supposed is Status.UNKNOWN else f"is it {supposed.label.lower()}"
    return f'"{shown}" does not say how far it is: {asked}?'
