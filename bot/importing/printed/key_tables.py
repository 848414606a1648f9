"""The entries of a key in tables: codes or filled cells beside their words, or above them, or with them in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from bot.importing.columns.found import find_columns
from bot.importing.printed.key_lines import CODE, COLOUR, Entry, called, entries_of, is_code, keys_of, meaning, states
from bot.importing.tables import Row, Table

_BARE = re.compile(rf"(?P<code>{CODE})(?:\s?[(/–—-]\s?(?P<also>(?i:{COLOUR})|[RAGBWY])\)?)?")
_WITH_WORDS = re.compile(rf"{CODE}\b\W.*", re.DOTALL)
_NAME = re.compile(r"\b(?:key|legend)\b", re.IGNORECASE)
_LONGEST, _MOST_CELLS, _FEWEST = 90, 3, 2


def keys_of_table(table: Table) -> Iterator[list[Entry]]:
    """What may be the entries of a key: in the lines over a table, in its short rows and beside its plan."""
    yield from keys_of(table.above)
    columns = find_columns(table)
    read = columns.read if columns else frozenset()
    few = [row for row in table.rows if len(row.own_cells) <= _MOST_CELLS]
    yield from keys_of([cell.text for row in few if len(row.own_cells) == 1 for _, cell in row.own_cells])
    below: list[Entry] = []
    for row in few:
        here = [entry for _, cell in row.own_cells if len(cell.text) <= 400 for entry in entries_of(cell.text)]
        below = [*below, *here] if here else []
        if here:
            yield below
    for row in table.rows if read else ():
        beside = [cell.text for at, cell in row.own_cells if at not in read and "=" in cell.text]
        yield [entry for text in beside for entry in entries_of(text)]
    yield from _under_its_name(table.rows, read)
    yield from filter(None, map(_of_row, table.rows))
    yield from filter(None, map(_of_two_rows, table.rows, table.rows[1:]))
    yield from _runs_of_words_first(table.rows)
    yield from _of_cells(table, columns.row if columns else len(table.rows), read)


def is_key(table: Table) -> bool:
    """Whether a table is a key and nothing else: its name, and below it codes or filled cells beside their words."""
    name, *rows = table.rows or [Row(0, ())]
    pairs = [list(_pairs(row, frozenset())) for row in rows]
    entries = [entry for pair in pairs for _, entry in pair]
    named = len(name.own_cells) == 1 and bool(_NAME.search(name.own_cells[0][1].text))
    alone = all(pairs) and len({entry.code for entry in entries}) == len(entries) > _FEWEST
    return named and alone and all(meaning(entry.words) for entry in entries)


def _under_its_name(rows: Sequence[Row], read: frozenset[int]) -> Iterator[list[Entry]]:
    """Entries below each other under the word key, in a column beside those that are `read` of a plan."""
    named = ((at, up) for up, row in enumerate(rows) for at, cell in row.own_cells if _NAME.search(cell.text))
    for at, up in named:
        below = (row.cell(at).text for row in rows[up + 1 :] if at not in read)
        run = takewhile(_WITH_WORDS.fullmatch, (text for text in below if text))
        yield from _as_key([(0, entry) for text in run for entry in entries_of(text)])


def _of_cells(table: Table, head: int, read: frozenset[int]) -> Iterator[list[Entry]]:
    """Codes or filled cells with words to the right of them, several below or beside each other.

    What stands in the columns that are `read` of a plan is its own, but for rows too short to be an action.
    """
    runs: dict[int, list[tuple[int, Entry]]] = {}
    for index, row in enumerate(table.rows):
        short = index < head or len(row.own_cells) <= _MOST_CELLS
        here = list(_pairs(row, frozenset() if short else read))
        filled = [Entry(called(cell.fill), cell.text) for _, cell in row.own_cells if cell.fill] if short else []
        if len(filled) > _FEWEST and all(meaning(entry.words) for entry in filled):
            yield filled
        if len({entry.code for _, entry in here}) == len(here) > 1:
            yield [entry for _, entry in here]
        for at, entry in here:
            before = runs.get(at, [])
            if before and row.number - before[-1][0] > 2:
                yield from _as_key(before)
                before = []
            runs[at] = [*before, (row.number, entry)]
    for run in runs.values():
        yield from _as_key(run)


def _as_key(run: list[tuple[int, Entry]]) -> Iterator[list[Entry]]:
    entries = [entry for _, entry in run]
    if len({entry.code for entry in entries}) == len(entries):
        yield entries


def _pairs(row: Row, read: frozenset[int]) -> Iterator[tuple[int, Entry]]:
    """The cells of a row that hold a code, or are blank and filled, each with the words beside it."""
    for at, cell in enumerate(row.cells[:-1]):
        if at in read or at + 1 in read or cell.carried:
            continue
        bare = _BARE.fullmatch(cell.text) if cell.paragraphs else None
        code = bare["code"] if bare else "" if cell.paragraphs else cell.fill
        if not code:
            continue
        beside = row.cell(at + 1)
        if beside.fill == cell.fill != "":
            continue
        named = bool(re.fullmatch(COLOUR, beside.text, re.IGNORECASE))
        words = row.cell(at + 2).text if named else beside.text
        if words and is_code(code) and not _BARE.fullmatch(words):
            also = beside.text if named else (bare and bare["also"]) or ""
            yield at, Entry(called(code), words[:_LONGEST], called(also))


def _of_row(row: Row) -> list[Entry]:
    """The entries of a row each cell of which holds one, or whose cells hold codes and words in turn."""
    texts = [cell.text for _, cell in row.own_cells]
    if not _WITH_WORDS.fullmatch(texts[0] if texts else "") and not _is_code(texts[:1]):
        texts = texts[1:]
    if len(texts) > _FEWEST and all(len(text) <= _LONGEST and _WITH_WORDS.fullmatch(text) for text in texts):
        return entries_of("; ".join(texts))
    codes, words = texts[::2], texts[1::2]
    if len(codes) == len(words) >= _FEWEST and all(_is_code([code]) for code in codes) and not _is_code(words):
        return entries_of("; ".join(f"{code}: {each}" for code, each in zip(codes, words, strict=True)))
    return []


def _of_two_rows(codes: Row, words: Row) -> list[Entry]:
    """The entries of a row of codes with their words in the row below."""
    below = dict(words.own_cells)
    found = [(cell.text, below[at].text) for at, cell in codes.own_cells if _is_code([cell.text]) and at in below]
    if len(found) <= _FEWEST or len(found) + 1 < max(len(codes.own_cells), len(below)):
        return []
    return [Entry(called(code), each[:_LONGEST]) for code, each in found] if all(states(w) for _, w in found) else []


def _runs_of_words_first(rows: Sequence[Row]) -> Iterator[list[Entry]]:
    for is_run, run in groupby(rows, key=lambda row: bool(_words_first(row))):
        entries = [entry for row in run for entry in _words_first(row)] if is_run else []
        if len(entries) > _FEWEST:
            yield from _as_key([(0, entry) for entry in entries])


def _words_first(row: Row) -> list[Entry]:
    """The entry of a row that holds words that say how far something is, and behind them a code."""
    texts = [cell.text for _, cell in row.own_cells]
    if len(texts) != _FEWEST or not _is_code(texts[1:]) or not states(texts[0]):
        return []
    return [Entry(called(texts[1]), texts[0][:_LONGEST])]


def _is_code(texts: list[str]) -> bool:
    return any(_BARE.fullmatch(text) and is_code(text) for text in texts)
