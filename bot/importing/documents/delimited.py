"""Rows of a .csv or .tsv file in any usual encoding and with any usual separator."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from pathlib import Path

from bot.importing.documents.files import unmarked_utf16
from bot.importing.errors import UnreadableDocument
from bot.importing.tables import MOST_COLUMNS, MOST_ROWS, Row, Table, cell_of, too_many_rows

_SEPARATORS = ",;\t|"
_ASCII, _UNREADABLE, _END = "\x7f", "\ufffd", "\ue00f"
"""The last letter that all encodings share, what stands for bytes that are none, and a sign behind the last row."""
_TOLD = re.compile(r"sep=(.)\s*?\n", re.IGNORECASE)
"""A first line that tells Excel the separator."""
_BROKEN = r'"[^"\t\n]*\r?\n[^"\t]*"'
_BROKEN_CELL = re.compile(rf"\t{_BROKEN}(?=\t|\r?\n|$)|^{_BROKEN}\t", re.MULTILINE)
"""A quoted cell with a line break, beside a tab."""
_LONGEST_FIELD = 1_000_000


def read_delimited(path: Path) -> tuple[Table, ...]:
    """The file as one table. Raises `UnreadableDocument`."""
    text = decode(path.read_bytes())
    told = _TOLD.match(text)
    if told:
        return (_table(text[told.end() :], told[1], path.name, 1),)
    return (_table(text, "\t" if path.suffix.lower() == ".tsv" else _separator(text), path.name),)


def read_quoted(path: Path) -> tuple[Table, ...]:
    """A text whose cells tabs divide and quotation marks hold together, as Excel saves it; () for all others."""
    text = decode(path.read_bytes())
    return (_table(text, "\t", path.name),) if _BROKEN_CELL.search(text) else ()


def _table(text: str, separator: str, name: str, before: int = 0) -> Table:
    """The rows of a text; `before` are the lines that stand over them in the file."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = csv.reader(io.StringIO(f"{text}\n{_END}\n", newline=""), delimiter=separator)
    rows: list[Row] = []
    began = 1
    try:
        for number, fields in enumerate(lines, 1 + before):
            if fields == [_END]:
                break
            if any(_END in field for field in fields):
                raise UnreadableDocument(
                    f'{name} opens a quotation mark (") at or below line {began + before} and never closes it: close '
                    "it or take it out, and import the file again."
                )
            began = lines.line_num + 1
            if any(field.strip() for field in fields):
                if len(rows) == MOST_ROWS:
                    raise too_many_rows(name)
                rows.append(_row(number, fields[:MOST_COLUMNS]))
    except csv.Error as error:
        raise UnreadableDocument(
            f"{name} holds a cell of more than {_LONGEST_FIELD:,} characters at or below line {began + before}, far "
            "more than a plan: shorten it and import the file again."
        ) from error
    return Table(tuple(rows))


def _row(number: int, fields: list[str]) -> Row:
    asked = tuple(
        f'"{" ".join(field.split())[:80]}" holds a letter that cannot be read: what does it say?'
        for field in fields
        if _UNREADABLE in field
    )
    return Row(number, tuple(cell_of(field) for field in fields), questions=asked)


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the encoding of older Windows programs."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    unmarked = unmarked_utf16(data)
    if unmarked:
        return data.decode(unmarked, "replace")
    text = data.decode("utf-8-sig", "replace")
    read = sum(letter > _ASCII for letter in text) - text.count(_UNREADABLE)
    return text if 2 * read >= text.count(_UNREADABLE) else data.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The separator that divides most of the first lines into the same number of fields."""

    def score(separator: str) -> tuple[int, int]:
        rows = [
            row for row in islice(csv.reader(io.StringIO(text[:50_000], newline=""), delimiter=separator), 30) if row
        ]
        widths = [len(row) for row in rows if len(row) > 1]
        most = max(set(widths), key=widths.count) if widths else 0
        return widths.count(most) * min(most, 2), most

    try:
        return max(_SEPARATORS, key=score)
    except csv.Error:
        return ","
