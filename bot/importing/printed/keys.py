"""What a document's own key says its colours and codes mean: a line of text, a small table, cells beside a plan.

A key prints each code once and beside it words that state how far an action is; a column of a plan does neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.importing.columns.found import find_columns
from bot.importing.tables import Row, Table
from bot.plan import Status
from bot.reading.conventions import COLOURS
from bot.reading.statuses import explain_status

_COLOUR = r"red|amber|yellow|green|blue|gr[ea]y|white|black|purple|orange|pink"
_CODE = rf"(?:(?i:{_COLOUR})|[A-Z]{{1,3}})"
_SAYS = r"\s?(?:=|:|[–—-](?=\s)|\b(?:means|indicates|denotes)\b)\s?"
_ENTRY = re.compile(
    rf"(?:^|(?<=[\s;,|/(.•·]))(?P<code>{_CODE})(?:\s{{0,3}}[(/–—-]{{0,2}}\s?(?P<also>(?i:{_COLOUR})|[RAGBWY])\b\)?)?"
    rf"(?:\s(?i:rating|status|rag))?{_SAYS}"
)
_NO_CODE = frozenset({"rag", "key", "nb", "ps", "by"})
_LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
_ALIKE = {"gray": "grey", "orange": "amber"}
_BARE = re.compile(_CODE)
_OF_SEVERAL = re.compile(r"\b(?:actions|items|schemes|projects|recommendations|tasks)\b", re.IGNORECASE)
"""What a heading speaks of, and an entry of a key does not: "A: Completed actions"."""
_LONGEST, _LONGEST_CODE, _MOST_CELLS, _FEWEST = 90, 6, 3, 2

_MEANS = tuple(
    (re.compile(pattern, re.IGNORECASE), value)
    for pattern, value in (
        (r"(?:not (?:yet )?(?:due|scheduled|required yet)|future (?:date|start|action))\b", Status.NOT_STARTED),
        (r"(?:withdrawn|removed|deleted|cancelled|superseded)(?: (?:or|from|by|and)\b|/)", Status.CANCELLED),
        (r"(?:fully )?embedded\b|evidenced\b|signed[- ]off\b", Status.COMPLETED),
        (r"(?:(?:minor|some|significant|major|serious) )?(?:issues|concerns|problems|slippage)\b", Status.AT_RISK),
        (r"(?:needs|requires) (?:attention|intervention|action)\b|off plan\b", Status.AT_RISK),
        (r"(?:progressing )?(?:as planned|to plan)\b|good progress\b|no (?:issues|concerns)\b", Status.IN_PROGRESS),
    )
)
"""What only keys say, for no action is described so."""


@dataclass(frozen=True, slots=True)
class Key:
    """A code (lower case, a colour by its name) -> what it means; `unclear`: code -> words nobody can be sure of."""

    means: Mapping[str, Status]
    unclear: Mapping[str, str]

    def questions(self, printed: Iterable[str]) -> list[str]:
        """One question about the unclear codes that a plan prints."""
        used = {_called(each) for each in printed}
        asked = [
            f'{code} "{words}" (read as {self.means.get(code, Status.UNKNOWN).label.lower()})'
            for code, words in self.unclear.items()
            if code in used
        ]
        return [f"The key says {'; '.join(asked)}: how far is such an action?"] if asked else []

    def about_silent(self, printed: Iterable[str]) -> list[str]:
        """One question about the colours that stand alone for a status and have no usual meaning."""
        silent = sorted(
            code
            for code in {_called(each) for each in printed}
            if re.fullmatch(_COLOUR, code) and code not in self.unclear
            if self.means.get(code, Status.UNKNOWN) is Status.UNKNOWN
        )
        return [f"No key says what {' and '.join(silent)} means: how far is such an action?"] if silent else []


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    words: str
    also: str = ""


def key_of(tables: Sequence[Table] = (), usual: Mapping[str, Status] = COLOURS, lines: Sequence[str] = ()) -> Key:
    """What each colour and code means in a document: as its key says, else as `usual`. `lines` are its bare text."""
    said: dict[str, set[Status]] = {}
    unclear: dict[str, str] = {}
    for entries in (*map(_of_text, lines), *(each for table in tables for each in _of_table(table))):
        found = [(entry, _meaning(entry.words)) for entry in entries if entry.words]
        clear = {entry.code for entry, value in found if value}
        for entry, value in found:
            for code in filter(None, (entry.code, entry.also)):
                if len(code) > 3 or len(clear) >= _FEWEST:
                    said.setdefault(code, set()).update([value] if value else [])
                    unclear |= {} if value or len(clear) < _FEWEST else {code: entry.words[:_LONGEST]}
    for code, values in said.items():
        if len(values) > 1:
            unclear[code] = " or ".join(sorted(value.label for value in values))
    means = {code: next(iter(values)) for code, values in said.items() if len(values) == 1}
    return Key({**usual, **means}, {code: words for code, words in unclear.items() if code not in means})


def explains(line: str) -> bool:
    """Whether a line explains several codes."""
    return len({entry.code for entry in _of_text(line) if entry.words and _meaning(entry.words)}) >= _FEWEST


def _meaning(words: str) -> Status | None:
    own = next((value for pattern, value in _MEANS if pattern.match(words)), None)
    if own or _OF_SEVERAL.search(words):
        return own
    found = (explain_status(part, date.min) for part in (re.split(r"[,;(]", words)[0], words))
    stated = (each.reading.value for each in found if not each.doubtful)
    return next((value for value in stated if value is not Status.UNKNOWN), None)


def _called(code: str) -> str:
    plain = code.lower().strip(" .")
    return _ALIKE.get(plain, _LETTERS.get(plain, plain))


def _of_text(text: str) -> list[_Entry]:
    """The entries of a line: "G = on track, R = overdue"."""
    starts = [each for each in _ENTRY.finditer(text) if _called(each["code"]) not in _NO_CODE]
    return [
        _Entry(_called(each["code"]), _first(text[each.end() : after]), _called(each["also"] or ""))
        for each, after in zip(starts, [*(each.start() for each in starts), len(text)][1:], strict=True)
    ]


def _first(words: str) -> str:
    """The words of one entry, without what divides it from the next."""
    return re.split(r"\s[|•]\s|;", words.strip(" ,;|/•("))[0].strip(" ,;.|/(")[:_LONGEST]


def _of_table(table: Table) -> Iterator[list[_Entry]]:
    yield from map(_of_text, table.above)
    columns = find_columns(table)
    read = columns.read if columns else frozenset()
    few = [row for row in table.rows if len(row.own_cells) <= _MOST_CELLS]
    below: list[_Entry] = []
    for row in few:
        here = [entry for _, cell in row.own_cells if len(cell.text) <= 400 for entry in _of_text(cell.text)]
        below = [*below, *here] if here else []
        if here:
            yield below
    for row in table.rows if read else ():
        beside = [cell.text for at, cell in row.own_cells if at not in read and "=" in cell.text]
        yield [entry for text in beside for entry in _of_text(text)]
    yield from _of_cells(table, columns.row if columns else len(table.rows), read)


def _of_cells(table: Table, head: int, read: frozenset[int]) -> Iterator[list[_Entry]]:
    """Codes or filled cells with words to the right of them, several below or beside each other.

    What stands in the columns that are `read` of a plan is its own, but for rows too short to be an action.
    """
    runs: dict[int, list[tuple[int, _Entry]]] = {}
    for index, row in enumerate(table.rows):
        short = index < head or len(row.own_cells) <= _MOST_CELLS
        here = list(_pairs(row, frozenset() if short else read))
        filled = [_Entry(_called(cell.fill), cell.text) for _, cell in row.own_cells if cell.fill] if short else []
        if len(filled) > _FEWEST and all(_meaning(entry.words) for entry in filled):
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


def _as_key(run: list[tuple[int, _Entry]]) -> Iterator[list[_Entry]]:
    entries = [entry for _, entry in run]
    if len({entry.code for entry in entries}) == len(entries):
        yield entries


def _pairs(row: Row, read: frozenset[int]) -> Iterator[tuple[int, _Entry]]:
    """The cells of a row that hold a code, or are blank and filled, each with the words beside it."""
    for at, cell in enumerate(row.cells[:-1]):
        if at in read or at + 1 in read or cell.carried:
            continue
        code = cell.fill
        if cell.paragraphs:
            code = cell.text if len(cell.text) <= _LONGEST_CODE and _BARE.fullmatch(cell.text) else ""
        if not code:
            continue
        beside = row.cell(at + 1)
        if beside.fill == cell.fill != "":
            continue
        named = bool(re.fullmatch(_COLOUR, beside.text, re.IGNORECASE))
        words = row.cell(at + 2).text if named else beside.text
        if words and _called(code) not in _NO_CODE and not _BARE.fullmatch(words):
            yield at, _Entry(_called(code), words[:_LONGEST], _called(beside.text) if named else "")
