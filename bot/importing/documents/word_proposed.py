"""Changes in a Word document that nobody has accepted or refused: which words of which cells are at stake.

The document is read as if all were accepted; a person is asked row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NEW, _OLD = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_ROW, _TABLE, _TEXTS = f"{W}tr", f"{W}tbl", (f"{W}t", f"{W}delText")
_OF_ROWS = {f"{W}ins": "put in", f"{W}del": "taken out"}
_MOST_ROWS, _LONGEST, _DIGITS = 10, 80, 4
_NOBODYS, _ASKS = "that nobody has accepted, read as if {it} were", "Is that right?"
_ELSEWHERE = (
    "Beside its tables the document holds changes that nobody has accepted or refused; it is read as if all were "
    "accepted: is that right?"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a cell: those that stay, those that a change puts in and those that one takes out."""

    stay: str
    new: str
    old: str


def about_proposed(document: etree._Element) -> tuple[str, ...]:
    """A question for each of the first rows that hold such changes, one for all other rows and one for other text."""
    if next(document.iter(*_NEW, *_OLD), None) is None:
        return ()
    tables = list(document.iter(_TABLE))
    asked = [each for at, table in enumerate(tables, 1) for each in _about_rows(table, at if len(tables) > 1 else 0)]
    more = len(asked) - _MOST_ROWS
    others = "One more row holds" if more == 1 else f"{more} more rows hold"
    rest = f"{others} changes that nobody has accepted, read as if they were: is that right?"
    outside = any(_kind(each) and _row_of(each) is None for each in document.iter(*_TEXTS))
    return (*asked[:_MOST_ROWS], *([rest] if more > 0 else []), *([_ELSEWHERE] if outside else []))


def _about_rows(table: etree._Element, number: int) -> Iterator[str]:
    """The questions about a table; `number` is which one it is, 0 where there is no other."""
    rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
    heads = {at: _words(cell, rows[0]) for at, cell in _cells(rows[0])} if rows else {}
    for at, row in enumerate(rows, 1):
        called = f"Table {number}, row {at}" if number else f"Row {at}"
        cells = [(column, _words(cell, row)) for column, cell in _cells(row)]
        whole = next((does for tag, does in _OF_ROWS.items() if row.find(f"{W}trPr/{tag}") is not None), "")
        line = " | ".join(filter(None, (f"{each.stay}{each.new}{each.old}" for _, each in cells)))
        changed = [_change(_head(heads, column), each) for column, each in cells if each.new or each.old]
        if whole:
            yield f"{called} is {whole} by a change {_NOBODYS.format(it='it')}: {_quoted(line)}. {_ASKS}"
        elif changed:
            yield f"{called} holds changes {_NOBODYS.format(it='they')}: {'; '.join(changed)}. {_ASKS}"


def _head(heads: Mapping[int, _Words], column: int) -> str:
    head = f"{heads[column].stay}{heads[column].new}" if column in heads else ""
    return f'under "{head[:_LONGEST]}",' if head else f"in column {column + 1},"


def _change(where: str, words: _Words) -> str:
    if words.new and words.old:
        return f"{where} {_quoted(words.new)} replaces {_quoted(words.old)}"
    return f"{where} {_quoted(words.new)} is put in" if words.new else f"{where} {_quoted(words.old)} is taken out"


def _quoted(words: str) -> str:
    return f'"{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"}"'


def _cells(row: etree._Element) -> list[tuple[int, etree._Element]]:
    """The cells of a row, each with its column."""
    found, column = [], 0
    for cell in row.iter(f"{W}tc"):
        if _row_of(cell) is row:
            found.append((column, cell))
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            wide = (span.get(f"{W}val") or "") if span is not None else ""
            column += int(wide) if wide.isdecimal() and len(wide) < _DIGITS else 1
    return found


def _words(cell: etree._Element, row: etree._Element) -> _Words:
    """The words of a cell, without those of tables that stand in it."""
    texts = [(_kind(each), each.text or "") for each in cell.iter(*_TEXTS) if _row_of(each) is row]
    stay, new, old = (
        " ".join("".join(text for kind, text in texts if kind == of).split()) for of in ("", "new", "old")
    )
    return _Words(stay, new, old)


def _kind(text: etree._Element) -> str:
    """Whether a change puts a text in ("new") or takes it out ("old"); "" where it stays."""
    over = next((each.tag for each in text.iterancestors(*_NEW, *_OLD)), "")
    return "new" if over in _NEW else "old" if over else ""


def _row_of(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(_ROW), None)
