"""The lines of an owner cell: where the column was too narrow for the next word, a line end means nothing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.importing.pasted.entries import Entry
from bot.reading.owners import explain_owners

_LONGEST = 120
"""Characters of a cell about which it is asked whether a line end parts two owners."""


def owner_width(entries: Iterable[Entry]) -> int:
    """The longest line of owner cells that were printed on several lines, in characters."""
    cells = (_lines(entry.fragments.get("owner", [])) for entry in entries)
    return max((len(line) for cell in cells if len(cell) > 1 for line in cell), default=0)


def _lines(fragments: list[str]) -> list[str]:
    return [line for fragment in fragments for line in fragment.split("\n") if line.strip()]


def owner_lines(fragments: list[str], width: int) -> tuple[list[str], list[str]]:
    """The lines that were meant as such, and a question where a forced line end may part two owners."""
    lines: list[str] = []
    last = ""
    questions = []
    for fragment in _lines(fragments):
        if lines and (_is_forced(last, fragment, width) or _is_torn(lines[-1], fragment)):
            if len(lines[-1]) <= _LONGEST and _may_be_two(lines[-1], fragment):
                questions.append(f'"{lines[-1]} / {fragment}": is that one owner or two?')
            lines[-1] = f"{lines[-1]} {fragment}"
        else:
            lines.append(fragment)
        last = fragment
    return lines, questions


def _is_forced(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split()[0]) > width


def _is_torn(line: str, after: str) -> bool:
    """Whether a line end parts the words of one post: apart they are doubtful, together they are not."""
    apart, together = explain_owners(f"{line}\n{after}"), explain_owners(f"{line} {after}")
    return apart.doubtful and bool(together.reading.owners) and not together.doubtful


def _may_be_two(line: str, after: str) -> bool:
    apart = [explain_owners(text) for text in (line, after)]
    if any(each.doubtful or not each.reading.owners for each in apart) or len(after.split()) < 2:
        return False
    together = explain_owners(f"{line} {after}").reading.owners
    return len(together) < sum(len(each.reading.owners) for each in apart)
