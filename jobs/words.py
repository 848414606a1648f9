"""Words that every job speaks with."""

from __future__ import annotations


def count(number: int, thing: str) -> str:
    """ "1 nudge", "3 nudges", "no nudges"."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def ended(sentence: str) -> str:
    """A sentence with the mark that ends it: a full stop, unless it has one of its own."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
