"""What a document's own key says its colours and codes mean: a line of text, a small table, cells beside a plan.

A key prints each code once and beside it words that state how far an action is; a column of a plan does neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.importing.printed.key_lines import COLOUR, called, keys_of, meaning
from bot.importing.printed.key_tables import keys_of_table
from bot.importing.tables import Table
from bot.plan import Status
from bot.reading.conventions import COLOURS

_LONGEST, _FEWEST = 90, 2


@dataclass(frozen=True, slots=True)
class Key:
    """A code (lower case, a colour by its name) -> what it means; `unclear`: code -> words nobody can be sure of."""

    means: Mapping[str, Status]
    unclear: Mapping[str, str]

    def questions(self, printed: Iterable[str]) -> list[str]:
        """One question about the unclear codes that a plan prints."""
        used = {called(each) for each in printed}
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
            for code in {called(each) for each in printed}
            if re.fullmatch(COLOUR, code) and code not in self.unclear
            if self.means.get(code, Status.UNKNOWN) is Status.UNKNOWN
        )
        return [f"No key says what {' and '.join(silent)} means: how far is such an action?"] if silent else []


def key_of(tables: Sequence[Table] = (), usual: Mapping[str, Status] = COLOURS, lines: Sequence[str] = ()) -> Key:
    """What each colour and code means in a document: as its key says, else as `usual`. `lines` are its bare text."""
    said: dict[str, set[Status]] = {}
    unclear: dict[str, str] = {}
    for entries in (*keys_of(lines), *(each for table in tables for each in keys_of_table(table))):
        found = [(entry, meaning(entry.words)) for entry in entries if entry.words]
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
