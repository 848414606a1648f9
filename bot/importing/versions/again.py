"""A document brought in again: which of its actions the list holds already. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.directory import fold
from bot.importing.plan_reading import ReadAction

_ALIKE, _STRANGE = 0.5, 0.2
"""The share of common words from which two texts are the same action reworded, and below which they hardly can be."""

_COUNTED = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,9})")


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


def as_numbered(
    actions: Sequence[ReadAction], present: Sequence[Present], found: Mapping[int, int]
) -> tuple[ReadAction, ...]:
    """The actions with references that stay: of an unnumbered one that the list holds its own, of a new one a free one.

    `found` is action -> row by position, as `find_present` says.
    """
    taken = {fold(row.ref) for row in present} | {fold(each.ref) for each in actions if each.ref_printed}
    refs: dict[str, str] = {}
    numbered: list[ReadAction] = []
    for at, action in enumerate(actions):
        ref = action.ref
        if not action.ref_printed:
            ref = present[found[at]].ref or ref if at in found else _free(ref, taken)
            taken.add(fold(ref))
        refs[action.ref] = ref
        numbered.append(replace(action, ref=ref))
    return tuple(replace(each, repeat_of=refs.get(each.repeat_of, each.repeat_of)) for each in numbered)


def _free(ref: str, taken: Collection[str]) -> str:
    """A reference, or the next one of its kind behind those that are taken: "3" -> "8", "G.2" -> "G.5"."""
    if fold(ref) not in taken:
        return ref
    counted = _COUNTED.fullmatch(ref)
    stem, number = (counted["stem"], int(counted["number"])) if counted else (f"{ref}.", 2)
    while fold(f"{stem}{number}") in taken:
        number += 1
    return f"{stem}{number}"


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
