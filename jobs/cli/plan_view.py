"""A document as it was read, for a person who is to say whether that is right: its columns, its actions, questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.importing import PlanReading, ReadAction
from bot.plan import DueKind
from bot.policy import next_terms
from jobs.words import count

_HEADS = ("Ref", "Status", "Due", "Owners", "Action")
_LONGEST_SECTION = 110
_WIDEST = (28, 16, 22, 34, 70)


def lines_of_all(readings: Sequence[PlanReading]) -> list[str]:
    return [line for reading in readings for line in plan_lines(reading)]


def plan_lines(reading: PlanReading) -> Iterator[str]:
    """The title and the figures, what is not read, the columns, a table of the actions by section with questions."""
    asked = len(reading.questions) + sum(len(action.questions) for action in reading.actions)
    figures = f"{count(len(reading.actions), 'action')}, {count(asked, 'question')}{_of_what(reading)}"
    if reading.workstreams:
        figures = f"highlight reports of {count(len(reading.workstreams), 'workstream')}, {figures}"
    yield f"{reading.source}: {reading.title or 'untitled'}: {figures}"
    yield from (f"  ! {line}" for line in reading.not_read)
    if reading.columns:
        yield '  Columns (field = head; --column "HEAD=FIELD" reads one as something else):'
        yield from (f"    {field:<14} = {head}" for field, head in reading.columns.items())
    if reading.actions:
        yield f"  {_statuses(reading)}"
        yield from _table(reading.actions)
    yield from (line for each in reading.workstreams for line in _workstream(each))
    yield from (f"  ? {question}" for question in reading.questions)


def _of_what(reading: PlanReading) -> str:
    """Whom the questions wait for: " (2 rows held, 1 asked by mail)"; "" where there is none."""
    held = sum(bool(action.held_by) for action in reading.actions)
    by_mail = sum(len(action.questions) for action in reading.actions if action.is_asked_by_mail)
    parts = [
        f"{count(held, 'row')} held" if held else "",
        f"{by_mail} asked by mail" if by_mail else "",
        f"{len(reading.questions)} about the document" if reading.questions else "",
    ]
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _workstream(each: Mapping[str, Any]) -> Iterator[str]:
    """What a highlight report says of one workstream, in a few lines."""
    yield f"  {each['name']}{' (' + each['period']['text'] + ')' if each['period'] else ''}"
    for name in ("schedule", "budget"):
        if each[name]:
            yield f"    {name}: {(each[name]['value'] or 'not ticked').replace('_', ' ')} ({each[name]['text']})"
    if each["tolerance"]:
        yield "    tolerance: " + "; ".join(
            f"{name} {words or 'not said'}" for name, words in each["tolerance"].items()
        )
    if each["problems"]:
        yield f"    problems: {_cut(' '.join(each['problems'].split()), 160)}"


def _statuses(reading: PlanReading) -> str:
    counted = Counter(action.status.value.label for action in reading.actions)
    return "; ".join(f"{label}: {number}" for label, number in counted.most_common())


def _table(actions: tuple[ReadAction, ...]) -> Iterator[str]:
    rows = [_cells(action) for action in actions]
    columns = zip(_HEADS, *rows, strict=True)
    widths = [min(widest, max(map(len, column))) for widest, column in zip(_WIDEST, columns, strict=True)]
    yield from _row(_HEADS, widths)
    several = len({action.section for action in actions}) > 1
    section = ""
    for action, cells in zip(actions, rows, strict=True):
        if several and action.section != section:
            section = action.section
            yield f"  -- {_cut(' '.join(section.split()), _LONGEST_SECTION) or 'no section'}"
        yield from _row(cells, widths)
        yield from (f"    ? {question}" for question in action.questions)
        if action.due.kind is DueKind.RECURRING and action.due.assumption and not action.questions:
            yield f"    = {action.due.assumption}"
        terms = [f"{day.day} {day:%B %Y}" for day in next_terms(action.due)]
        if terms:
            yield f"    = Once done, it is due again each term, and never in August: on {', then on '.join(terms)}."


def _cells(action: ReadAction) -> tuple[str, ...]:
    due, revised = action.due, action.status.revised_due
    end = (revised and revised.end) or due.end
    day = f"{end.isoformat()}{' (revised)' if revised and revised.end else ''}" if end else f'"{due.text}"'
    words = " ".join(action.action.split())
    return (action.called, action.status.value.label, day, ", ".join(action.owners) or "nobody", words)


def _row(cells: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """A row on as many lines as its owners need; other cells are cut."""
    owners = list(_wrapped(cells[3], widths[3]))
    for at, owner in enumerate(owners):
        shown = [_cut(cell, width) if at == 0 else "" for cell, width in zip(cells, widths, strict=True)]
        shown[3] = owner
        yield "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(shown, widths, strict=True)).rstrip()


def _wrapped(words: str, width: int) -> Iterator[str]:
    line = ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word[:width]
        else:
            line = f"{line} {word}".strip()[:width]
    yield line


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1].rstrip()}…"
