"""Notes typed by hand: a raised figure or a star behind words in a cell, and a line below the table that it stands for.

The mark is no part of the words ("Complete¹" is no year, "3⁴" no reference), and what the line says is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.importing.documents.marks import commented, settled
from bot.importing.tables import Cell, Row, Table

_PLAIN, _RAISED = "0123456789abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ"
_LIFTED = str.maketrans(_PLAIN, _RAISED)
_LOWERED = str.maketrans(_RAISED, _PLAIN)
_FIGURES = re.compile(r"\d{1,2}|[a-e]")
_MARK = re.compile(rf"(?<=\S)\s?(?P<mark>[{_RAISED}]{{1,2}}(?:[,\s][{_RAISED}]{{1,2}})*)")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcm]?m|ft|yd)$")
_STAR = re.compile(r"(?<=[^\s*†‡])\s?(?P<mark>\*{1,3}|[†‡])(?=\s*$)")
_LINE = re.compile(
    rf"\s*(?:notes?\s)?[(\[]?(?P<mark>[{_RAISED}]{{1,2}}|\d{{1,2}}|[a-e]|\*{{1,3}}|[†‡])(?:[)\]:]|(?<=[^\da-e])|(?=\s))"
    r"\s*(?P<words>[^\W\d_].{6,})",
    re.IGNORECASE | re.DOTALL,
)


def raised(text: str) -> str:
    """The text of a raised run: a figure or a letter by itself is the mark of a note, "st" goes on with its number."""
    return text.translate(_LIFTED) if _FIGURES.fullmatch(text.strip()) else text


def with_notes(tables: Sequence[Table], lines: Iterable[str]) -> tuple[Table, ...]:
    """The tables without the marks of notes, the rows asked about what `lines` of the document say under each mark."""
    said = {_key(found["mark"]): " ".join(found["words"].split()) for line in lines if (found := _LINE.match(line))}
    return tuple(_with_notes(table, said) for table in tables)


def _with_notes(table: Table, said: Mapping[str, str]) -> Table:
    used: set[str] = set()
    rows = tuple(_marked(row, said, used) for row in table.rows)
    if not used:
        return table
    kept = tuple(row for row in rows if not _is_note(row, used))
    return settled(replace(table, rows=kept), {key: said.get(key, "") for key in used})


def _marked(row: Row, said: Mapping[str, str], used: set[str]) -> Row:
    """A row whose notes are marked as comments are; their keys are added to `used`."""

    def taken(found: re.Match[str]) -> str:
        keys = [_key(mark) for mark in re.split(r"[,\s]+", found["mark"])]
        known = all(key in said for key in keys)
        if found["mark"][0] in _RAISED:
            if _UNIT.search(found.string[: found.start("mark")]) and set(found["mark"]) <= {"²", "³"}:
                return found[0]
        elif not known:
            return found[0]
        used.update(keys)
        return "".join(map(commented, keys))

    def plain(paragraph: str) -> str:
        return _STAR.sub(taken, _MARK.sub(taken, paragraph))

    return replace(row, cells=tuple(_with(cell, tuple(map(plain, cell.paragraphs))) for cell in row.cells))


def _with(cell: Cell, paragraphs: tuple[str, ...]) -> Cell:
    return cell if paragraphs == cell.paragraphs else replace(cell, paragraphs=paragraphs)


def _is_note(row: Row, used: set[str]) -> bool:
    """Whether a row of a sheet is the line of a note that some cell bears."""
    found = _LINE.match(row.own_cells[0][1].text) if len(row.own_cells) == 1 else None
    return found is not None and _key(found["mark"]) in used


def _key(mark: str) -> str:
    return f"note {mark.lower().translate(_LOWERED)}"
