"""A choice printed as a row of boxes ("Ahead of time | On schedule | Behind schedule") with a tick under one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TICK = re.compile(r"\b(?:yes|true)\b|[✓✔☑☒]|^\s*x\s*$", re.IGNORECASE)
_AMOUNT = re.compile(r"£\s?-?\s?\d[\d,.]*\s?(?:k|m|000)?\b", re.IGNORECASE)
_NO_ANSWER = re.compile(r"(?:£?\s?-?\s?n/?a\W*)+", re.IGNORECASE)
_MOST_LINES_BELOW = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A choice between boxes: what it is called, and box -> how it is printed."""

    called: str
    boxes: tuple[tuple[str, re.Pattern[str]], ...]

    def any(self, text: str) -> bool:
        """Whether a text prints two of the boxes, or begins with one."""
        found = sum(bool(pattern.search(text)) for _, pattern in self.boxes)
        return found > 1 or any(pattern.match(text) for _, pattern in self.boxes)


def _question(called: str, **boxes: str) -> Question:
    return Question(called, tuple((name, re.compile(words, re.IGNORECASE)) for name, words in boxes.items()))


BUDGET = _question("budget", underspend=r"underspe\w+:?", on_budget=r"on[\s-]budge(?:t|\b)", overspend=r"overspe\w+:?")
SCHEDULE = _question(
    "schedule",
    ahead_of_time=r"ahead of (?:time|schedule)",
    on_schedule=r"on[\s-](?:schedul\w*|time)\b",
    behind_schedule=r"behind (?:schedule|time)",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is ticked: `value` is the box ("" for none or several), `text` what stands in it; `questions` are open."""

    value: str
    text: str
    questions: tuple[str, ...] = ()


def read_choice(lines: Sequence[str], question: Question) -> Choice | None:
    """The choice printed in lines whose cells tabs divide; None where its boxes are not printed."""
    start = next((at for at, line in enumerate(lines) if _boxes_in(line, question) >= 2), None)
    if start is None:
        return None
    places: dict[int, str] = {}
    said: dict[str, list[str]] = {name: [] for name, _ in question.boxes}
    for column, cell in enumerate(lines[start].split("\t")):
        _take_head(cell, column, question, places, said)
    for line in lines[start + 1 : start + 1 + _MOST_LINES_BELOW]:
        if "\t" not in line or re.match(r"\s*[A-Za-z].{12,}", line.split("\t")[0]):
            break
        if any(_boxes_in(line, other) >= 2 for other in (BUDGET, SCHEDULE)):
            break
        for column, cell in enumerate(line.split("\t")):
            if cell.strip() and places:
                said[places[_nearest(places, column)]].append(cell.strip())
    return _settled(question, {name: " ".join(filter(None, words)) for name, words in said.items()})


def _boxes_in(line: str, question: Question) -> int:
    return sum(bool(pattern.search(line)) for _, pattern in question.boxes)


def _take_head(cell: str, column: int, question: Question, places: dict[int, str], said: dict[str, list[str]]) -> None:
    """The boxes that a cell prints; words behind the last of them already stand in it."""
    found = [(match, name) for name, pattern in question.boxes if (match := pattern.search(cell))]
    found.sort(key=lambda each: each[0].start())
    ends = [*(match.start() for match, _ in found[1:]), len(cell)]
    for (match, name), end in zip(found, ends, strict=False):
        places[column] = name
        said[name].append(cell[match.end() : end].strip(" –-:"))


def _nearest(places: dict[int, str], column: int) -> int:
    return min(places, key=lambda at: (abs(at - column), at > column))


def _settled(question: Question, said: dict[str, str]) -> Choice:
    ticked = [name for name, words in said.items() if _TICK.search(words)]
    if not ticked:
        ticked = [name for name, words in said.items() if _AMOUNT.search(words)]
    printed = "; ".join(f"{box_words(name)}: {words}" for name, words in said.items() if words)
    if len(ticked) == 1:
        return Choice(ticked[0], said[ticked[0]])
    if not ticked and all(_NO_ANSWER.fullmatch(words) for words in said.values() if words) and any(said.values()):
        return Choice("", "N/A")
    boxes = " and ".join(f'"{box_words(name)}"' for name in ticked)
    asked = f"{boxes} are ticked: which holds?" if ticked else f"No box of the {question.called} is ticked: how is it?"
    return Choice("", printed, (asked,))


def box_words(name: str) -> str:
    """What people call a box: "Behind schedule"."""
    return name.replace("_", " ").capitalize()
