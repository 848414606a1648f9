"""Readings as sentences for people, beside the JSON for programs."""

from __future__ import annotations

from bot.plan import Due, DueKind, OwnersReading, StatusReading


def due_sentence(due: Due) -> str:
    if due.end is None:
        read = "no date" if due.kind is DueKind.UNKNOWN else f"no date, {due.kind}"
    else:
        read = f"by {due.end.day} {due.end:%B %Y} ({due.precision}, {due.kind})"
    return f'"{due.text}": {read}{_because(due.assumption)}'


def status_sentence(status: StatusReading) -> str:
    note = f', "{status.note}"' if status.note else ""
    revised = f"; new date {due_sentence(status.revised_due)}" if status.revised_due else ""
    return f'"{status.text}": {status.value.label.lower()}{note}{revised}'


def owners_sentence(owners: OwnersReading) -> str:
    return f'"{owners.text}": {"; ".join(owners.owners) or "nobody"}'


def ruled(sentence: str, rule: str) -> str:
    """A reading with the name of the rule that made it."""
    return f"{sentence} (rule: {rule})"


def _because(assumption: str | None) -> str:
    return f". {assumption}" if assumption else ""
