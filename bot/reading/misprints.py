"""Slips of the pen and of scanners: words one letter off the one that is meant."""

from __future__ import annotations


def one_letter_off(word: str, name: str) -> bool:
    """Whether one letter changed, added, lost or swapped with its neighbour makes `word` into `name`."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, wanted = word[same:], name[same:]
    swapped = len(rest) > 1 and len(wanted) > 1 and rest[1] + rest[0] + rest[2:] == wanted
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped
