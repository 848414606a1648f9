"""Highlight reports: no table of actions, but a form a workstream that says how its period, money and time stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.importing.choices import BUDGET, SCHEDULE, Choice, box_words, read_choice
from bot.reading import read_due
from bot.reading.shapes import due_json

_TEXTS: tuple[tuple[str, str], ...] = (
    ("summary", r"summary\b.{0,40}\b(?:proposals?|scope|objectives?)\b.*"),
    (
        "done",
        r"(?:products?|milestones?|work|activities)\s(?:completed|delivered)\b.*|position statement.*|achievements\b.*",
    ),
    ("problems", r"(?:actual or potential |current |key )?problems\b.*|barriers to progress\b.*"),
    ("risks", r"(?:key )?risks?(?: update| status)?"),
    ("issues", r"(?:key |project )?issues?(?: status| update)?"),
    ("impact", r"budget (?:&|and) schedule impact\b.*"),
    ("tolerance", r"tolerances?\b.*"),
    ("next", r"(?:products?|milestones?|work|activities)\b.{0,30}\bnext period.*|next steps"),
    ("links", r"(?:comments? on )?inter-?dependenc(?:e|ies)\b.*"),
)
"""Field -> the words of the label above its text."""

_LABEL = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in _TEXTS), re.IGNORECASE)
_INSIDE = re.compile(
    r"(?<=[.!?])\s+"
    r"(?=(?:risk update|project issues status|budget (?:&|and) schedule impact|tolerance situation)[^:]{0,60}:)",
    re.IGNORECASE,
)
_HEADERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "name",
        re.compile(
            r"\b(?:project|work ?stream|strand)(?: (?:name|title))?\s?:\s*(?P<value>.*?)(?=\s*\b\w+\s?:|$)", re.I
        ),
    ),
    ("stage", re.compile(r"\bstage\s?:\s*(?P<value>\S+)", re.I)),
    ("period", re.compile(r"\b(?:period\s)?covered\s?:\s*(?P<value>.+)|\breporting period\s?:\s*(?P<other>.+)", re.I)),
    ("report_due", re.compile(r"\breport\s+due[\sdate]*:\s*(?P<value>.+)", re.I)),
)
_TOLERANCE = re.compile(
    r"\b(time|cost|quality)\s?:[^\S\n]*(.*?)(?=\s*\b(?:time|cost|quality)\s?:|$)", re.IGNORECASE | re.M
)
_WELL = re.compile(r"\bon (?:target|track|schedule|course)\b|^\W*(?:none|no problems?)\b", re.IGNORECASE)
_LATE = re.compile(r"\bbehind schedule\b|\bdelay|\bslipp|\bextended by\b|\blate\b", re.IGNORECASE)
_USUAL = (
    *("Products completed this period", "Actual or potential problems", "Project issues status", "Position statement"),
    *("Budget & schedule impact of the changes", "Tolerance situation"),
)
"""Labels as most such forms print them."""
_SHORT_YEAR = re.compile(r"\b([A-Z][a-z]{2,8})\s?'?(\d\d)$")
_LONGEST_NAME, _LONGEST_LABEL, _FEWEST_FIELDS = 80, 140, 3


@dataclass(slots=True)
class Workstream:
    """A workstream as its highlight report prints it; `lines` are those of the document that speak of it.

    `texts` holds what stands under each label: summary, done, problems, risks, issues, impact, next, links.
    """

    name: str
    stage: str = ""
    period: str = ""
    report_due: str = ""
    budget: Choice | None = None
    schedule: Choice | None = None
    texts: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)

    @property
    def tolerance(self) -> dict[str, str]:
        """ "time", "cost" and "quality" as printed, where the report says anything of them."""
        return {name.lower(): _plain(words) for name, words in _TOLERANCE.findall(self.texts.get("tolerance", ""))}

    @property
    def questions(self) -> list[str]:
        """What the report leaves open, or says in two ways."""
        asked = [question for choice in (self.budget, self.schedule) if choice for question in choice.questions]
        said = [self.texts.get(name, "") for name in ("problems", "risks", "impact")]
        ticked = self.schedule.value if self.schedule else ""
        against = {"behind_schedule": _WELL, "on_schedule": _LATE, "ahead_of_time": _LATE}.get(ticked)
        lines = [line for text in said for line in text.splitlines()]
        words = next((line for line in lines if against and against.search(line)), "")
        if words:
            asked.append(f'"{box_words(ticked)}" is ticked and the text says "{words[:_LONGEST_NAME]}": which holds?')
        time = self.tolerance.get("time", "")
        if ticked == "behind_schedule" and re.match(r"unaffected|none|no\b", time, re.IGNORECASE):
            asked.append(f'"Behind schedule" is ticked and the tolerance of time is "{time}": is it behind?')
        return asked


def find_workstreams(lines: Sequence[tuple[int, str]]) -> tuple[Workstream, ...]:
    """The workstreams of a highlight report given as numbered lines; none where the text is no such report."""
    if not any(read_choice([line], SCHEDULE) for _, line in lines):
        return ()
    found: list[Workstream] = []
    for block in _blocks(_split(lines)):
        read = _read(block)
        if found and _is_bare(found[-1]):
            read.name = f"{found.pop().name}: {read.name}"
        found.append(read)
    found = [each for each in found if not _is_bare(each)]
    reports = [each for each in found if each.schedule or each.budget]
    return tuple(found) if reports and max(len(each.texts) for each in reports) >= _FEWEST_FIELDS else ()


def _is_bare(each: Workstream) -> bool:
    return not (each.period or each.schedule or any(words for words in each.texts.values()))


def _split(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(number, part) for number, line in lines for part in _INSIDE.split(_broken_label(line)) if part.strip()]


def _blocks(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The lines of each workstream: one begins at its summary, or at the head of its form where that comes first."""
    starts: list[int] = []
    begun: set[str] = set()
    for at, (_, line) in enumerate(lines):
        kinds = _kinds(line)
        if (kinds & begun & {"summary", "stage", "period"}) or (not starts and kinds) or ("summary" in kinds and begun):
            starts.append(_name_at(lines, at))
            begun = set()
        begun |= kinds
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield list(lines[begin:end])


def _kinds(line: str) -> set[str]:
    flat = _flat(line)
    kinds = {name for name, pattern in _HEADERS if pattern.search(flat)}
    label = _label(flat)
    return kinds | ({label[0]} if label else set())


def _name_at(lines: Sequence[tuple[int, str]], at: int) -> int:
    """Where a workstream begins: at the line before its first label, where that can be its name."""
    before = _flat(lines[at - 1][1]) if at else ""
    can_name = before and len(before) <= _LONGEST_NAME and not before.endswith((".", ":", ";")) and before[0].isupper()
    return at - 1 if can_name and not _kinds(before) else at


def _read(block: Sequence[tuple[int, str]]) -> Workstream:
    first = _flat(block[0][1])
    stream = Workstream("" if _kinds(first) else first, lines=[number for number, _ in block])
    texts: dict[str, list[str]] = {}
    under = ""
    for _, line in block[0 if _kinds(first) else 1 :]:
        flat = _flat(line)
        _take_header(stream, flat)
        label = _label(flat)
        if label:
            under, rest = label
            texts.setdefault(under, []).extend([rest] if rest else [])
        elif under and not _is_header(flat):
            texts[under].append(flat)
        elif _is_header(flat):
            under = ""
    stream.texts = {name: "\n".join(words) for name, words in texts.items()}
    printed = [line for _, line in block]
    stream.budget, stream.schedule = read_choice(printed, BUDGET), read_choice(printed, SCHEDULE)
    return stream


def _take_header(stream: Workstream, flat: str) -> None:
    for name, pattern in _HEADERS:
        found = pattern.search(flat)
        value = next((each.strip(" -") for each in found.groups() if each), "") if found else ""
        if value and not getattr(stream, name):
            setattr(stream, name, value)


def _is_header(flat: str) -> bool:
    return any(pattern.search(flat) for _, pattern in _HEADERS) or bool(BUDGET.any(flat) or SCHEDULE.any(flat))


def _label(flat: str) -> tuple[str, str] | None:
    """(field, the words behind its label) of a line that begins with a label."""
    head, colon, rest = flat.partition(":")
    found = _LABEL.fullmatch(head.strip())
    if found is None or found.lastgroup is None or len(head) > _LONGEST_LABEL or (not colon and len(head.split()) < 2):
        return None
    return found.lastgroup, rest.strip()


def _broken_label(line: str) -> str:
    """A label whose letters an extraction dealt to several cells, "Actual or Potential proble | ems:", made whole."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    begun = re.sub(r"\W", "", cells[0]).lower() if len(cells) > 1 and cells[-1].endswith(":") else ""
    whole = [label for label in _USUAL if len(begun) > 12 and re.sub(r"\W", "", label).lower().startswith(begun[:-1])]
    return f"{whole[0]}:" if whole else line


def _flat(line: str) -> str:
    return " ".join(line.split()).strip(" #*")


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(" .;,")


def workstream_json(each: Workstream, as_of: date) -> dict[str, Any]:
    """A workstream as programs read it: its dates with their readings, its boxes, its texts, and what is open."""
    boxes = {"budget": each.budget, "schedule": each.schedule}
    return {
        "name": each.name,
        "stage": each.stage,
        "period": _dated(each.period, as_of),
        "report_due": _dated(each.report_due, as_of),
        **{name: {"value": box.value, "text": box.text} if box else None for name, box in boxes.items()},
        **{name: each.texts.get(name, "") for name, _ in _TEXTS if name != "tolerance"},
        "tolerance": each.tolerance,
        "questions": each.questions,
        "source_rows": [each.lines[0], each.lines[-1]] if each.lines else [],
    }


def _dated(printed: str, as_of: date) -> dict[str, Any] | None:
    """A month as printed with its reading; "Nov 08" over a report is November 2008, never a day."""
    if not printed:
        return None
    return {**due_json(read_due(_SHORT_YEAR.sub(r"\1 20\2", printed), as_of)), "text": printed}
