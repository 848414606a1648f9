"""Rows of a .csv or .tsv file in any usual encoding and with any usual separator."""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import Path

from bot.importing.errors import UnreadableDocument
from bot.importing.files import unmarked_utf16
from bot.importing.tables import MOST_COLUMNS, MOST_ROWS, Row, Table, cell_of, too_many_rows

_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 1_000_000


def read_delimited(path: Path) -> tuple[Table, ...]:
    """The file as one table. Raises `UnreadableDocument`."""
    text = decode(path.read_bytes())
    separator = "\t" if path.suffix.lower() == ".tsv" else _separator(text)
    csv.field_size_limit(_LONGEST_FIELD)
    rows: list[Row] = []
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            if any(field.strip() for field in fields):
                if len(rows) == MOST_ROWS:
                    raise too_many_rows(path.name)
                rows.append(Row(number, tuple(cell_of(field) for field in fields[:MOST_COLUMNS])))
    except csv.Error as error:
        raise UnreadableDocument(
            f"{path.name} is not a table of values ({error}): export the plan again as CSV."
        ) from error
    return (Table(tuple(rows)),)


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the encoding of older Windows programs."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    unmarked = unmarked_utf16(data)
    if unmarked:
        return data.decode(unmarked, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


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
