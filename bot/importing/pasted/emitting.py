"""Whole actions -> a table of the shape that every document is turned into, one row for each action."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.importing.pasted.entries import Entry, Recommendation
from bot.importing.pasted.joined import Joined
from bot.importing.pasted.owner_lines import owner_lines, owner_width
from bot.importing.pasted.segments import NUMBERS
from bot.importing.pasted.strips import glue
from bot.importing.printed.key_lines import explained_by_key
from bot.importing.tables import Cell, Row, Table

_LONGEST_QUOTE = 100


def table_of(
    joined: Joined, heads: Mapping[str, str], head_line: int, above: Iterable[str], known: frozenset[str]
) -> Table:
    """A head row and a row for each section and action found; what fitted nowhere becomes questions of the table."""
    columns = [name for name in heads if name != NUMBERS]
    rows = [Row(head_line, tuple(Cell((heads[name],)) for name in columns))]
    told: set[int] = set()
    answered = {id(each.recommendation) for each in joined.found if isinstance(each, Entry)}
    questions = list(joined.questions)
    width = owner_width(each for each in joined.found if isinstance(each, Entry))
    number = head_line
    for each in joined.found:
        if isinstance(each, str):
            rows.append(Row(number, (Cell((each,), span=len(columns)), *[Cell()] * (len(columns) - 1))))
        elif isinstance(each, Recommendation):
            if id(each) not in answered and each.text:
                questions.append(f'{_lines(each.lines)}: "{_short(each.text)}" has no action: what is to be done?')
        else:
            number = each.lines[0]
            rows.append(_row(each, columns, id(each.recommendation) not in told, width, known))
            told.add(id(each.recommendation))
    return Table(tuple(rows), above=tuple(above), questions=(*questions, *left_over(joined.left_over)))


def _row(entry: Entry, columns: list[str], first: bool, width: int, known: frozenset[str]) -> Row:
    cells = []
    questions = list(entry.questions)
    for name in columns:
        if name == "recommendation":
            cells.append(_cell([glue(entry.recommendation.fragments, known)] if first else []))
        elif name == "response":
            cells.append(_cell([glue(entry.recommendation.response, known)] if first else []))
        elif name == "action":
            text = glue(entry.fragments.get(name, []), known)
            cells.append(_cell([f"{entry.label}) {text}" if entry.label else text]))
        elif name == "owner":
            lines, asked = owner_lines(entry.fragments.get(name, []), width)
            cells.append(_cell(lines))
            questions.extend(asked)
        else:
            cells.append(_cell([glue(entry.fragments.get(name, []), known)]))
    return Row(entry.lines[0], tuple(cells), tuple(sorted(entry.lines)), tuple(dict.fromkeys(questions)))


def _cell(paragraphs: list[str]) -> Cell:
    return Cell(tuple(text for text in paragraphs if text.strip()))


def left_over(lines: list[tuple[int, str]]) -> list[str]:
    """One question for each run of neighbouring lines that no row took; a key is no action."""
    runs: list[list[tuple[int, str]]] = []
    explained = explained_by_key([text for _, text in lines])
    for number, text in lines:
        if text in explained:
            continue
        if runs and number - runs[-1][-1][0] <= 3:
            runs[-1].append((number, text))
        else:
            runs.append([(number, text)])
    return [
        f"{_lines([number for number, _ in run])} outside the table {'was' if len(run) == 1 else 'were'} not read, "
        f'"{_short(run[0][1])}": does it hold an action?'
        for run in runs
    ]


def _lines(numbers: list[int]) -> str:
    first, last = min(numbers), max(numbers)
    return f"Line {first}" if first == last else f"Lines {first} to {last}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1].rstrip() + "…"
