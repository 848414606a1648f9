"""A workbook with a sheet a month, each the whole plan again: the newest counts, the earlier are versions of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.importing.choosing import Choice
from bot.importing.columns.updates import oldest_first, told_at
from bot.importing.shapes.month_columns import with_whole_year
from bot.importing.tables import Table
from bot.reading.months import MONTH_NAMES

_TIME = re.compile(
    rf"\b(?:{MONTH_NAMES})\b|\bq[1-4]\b|\b(?:19|20)\d\d(?:\s?[-/]\s?\d{{2,4}})?\b|\b\d{{1,2}}\b|\W", re.IGNORECASE
)
_MOST_NAMED, _LONGEST = 5, 60


def earlier_versions(tables: Sequence[Table], chosen: Sequence[Choice]) -> Mapping[int, str]:
    """The sheets that are earlier versions of another -> what that one is called.

    They are named alike but for their month, and hold at least half of the newest one's actions.
    """
    alike: dict[str, list[int]] = {}
    for at, (table, choice) in enumerate(zip(tables, chosen, strict=True)):
        if table.name and choice.columns and told_at(with_whole_year(table.name)):
            alike.setdefault(_TIME.sub("", table.name).lower(), []).append(at)
    found: dict[int, str] = {}
    for places in alike.values():
        *earlier, newest = [at for at, _ in oldest_first([(at, with_whole_year(tables[at].name)) for at in places])]
        actions = _actions(tables[newest], chosen[newest])
        same = [at for at in earlier if 2 * len(actions & _actions(tables[at], chosen[at])) >= len(actions) > 0]
        found |= dict.fromkeys(same, tables[newest].name)
    return found


def about_earlier(tables: Sequence[Table], chosen: Sequence[Choice], found: Mapping[int, str]) -> list[str]:
    """One question for each plan whose earlier versions are left out, with the actions that stand only there."""
    asked = []
    for name in dict.fromkeys(found.values()):
        newest = next(at for at, table in enumerate(tables) if table.name == name)
        here = _actions(tables[newest], chosen[newest])
        old = [at for at, each in found.items() if each == name]
        sheets = ", ".join(f'"{tables[at].name}"' for at in old)
        gone = dict.fromkeys(each for at in old for each in _printed(tables[at], chosen[at]) if _key(each) not in here)
        only = "; ".join(f'"{each[:_LONGEST]}"' for each in list(gone)[:_MOST_NAMED])
        lost = f" Only there {'stand' if len(gone) > 1 else 'stands'} {only}." if only else ""
        asked.append(
            f'The sheet "{name}" is read as the newest version of the plan, and not {sheets}: is that right?{lost}'
        )
    return asked


def _actions(table: Table, choice: Choice) -> frozenset[str]:
    return frozenset(map(_key, _printed(table, choice)))


def _printed(table: Table, choice: Choice) -> list[str]:
    columns = choice.columns
    if columns is None:
        return []
    rows = [row for row in table.rows[columns.row + 1 :] if len(row.own_cells) > 1]
    return [text for row in rows if (text := row.cell(columns.indexes["action"]).text)]


def _key(action: str) -> str:
    return re.sub(r"\W+", " ", action).strip().lower()
