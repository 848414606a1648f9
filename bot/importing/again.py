"""A document brought in again: which of its actions the list holds already. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.directory import fold
from bot.importing.plan_reading import ReadAction

_ALIKE, _STRANGE = 0.5, 0.2
"""The share of common words from which two texts are the same action reworded, and below which they hardly can be."""


@dataclass(frozen=True, slots=True)
class Present:
    """A row of the list: its reference and the text of its action, as they stand there."""

    ref: str
    text: str


def find_present(actions: Sequence[ReadAction], present: Sequence[Present]) -> dict[int, int]:
    """Action -> row, both by position, for every action that the list holds; each row is one action at most.

    A reference that the document prints decides whatever the words have become. One that only counts the rows moves
    when a row is put between, so there the words decide.
    """
    found: dict[int, int] = {}
    for same in (_exactly, _by_printed_ref, _by_words, _by_counted_ref):
        free = [at for at in range(len(present)) if at not in found.values()]
        for number, action in enumerate(actions):
            if number in found:
                continue
            row = next((at for at in free if same(action, present[at])), None)
            if row is not None:
                found[number] = row
                free.remove(row)
    return found


def is_strange(action: ReadAction, row: Present) -> bool:
    """Whether an action and the row with its reference have hardly a word in common."""
    return _share(action.action, row.text) < _STRANGE


def _exactly(action: ReadAction, row: Present) -> bool:
    return _same_ref(action, row) and fold(action.action) == fold(row.text)


def _by_printed_ref(action: ReadAction, row: Present) -> bool:
    return action.ref_printed and _same_ref(action, row)


def _by_words(action: ReadAction, row: Present) -> bool:
    return bool(fold(action.action)) and fold(action.action) == fold(row.text)


def _by_counted_ref(action: ReadAction, row: Present) -> bool:
    return _same_ref(action, row) and _share(action.action, row.text) >= _ALIKE


def _same_ref(action: ReadAction, row: Present) -> bool:
    return fold(action.ref) == fold(row.ref)


def _share(one: str, other: str) -> float:
    a, b = (frozenset(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(a & b) / len(a | b) if a | b else 1.0
