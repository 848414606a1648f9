"""What documents said of the rows that they brought in, so that a newer document can be told from an edited list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from bot.ledger.database import Database, put
from bot.ledger.tables import imported


@dataclass(frozen=True, slots=True)
class Imported:
    """What a document said of one row (any JSON object), its name, and the day on which it was brought in."""

    source: str
    on: date
    said: Mapping[str, Any]


class Imports:
    """The last document's words for each row. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self, plan: str) -> dict[str, Imported]:
        """What was said last of every row of a plan, by item id; rows made by hand have nothing."""
        query = select(imported).where(imported.c.plan == plan)
        return {
            row.item_id: Imported(row.source, date.fromisoformat(row.on), json.loads(row.said))
            for row in self._database.rows(query)
        }

    def keep(self, plan: str, said: Mapping[str, Imported]) -> None:
        """Keep what was said of rows, by item id, in place of what was said before."""
        rows = [
            {
                "plan": plan,
                "item_id": item_id,
                "source": each.source,
                "on": each.on.isoformat(),
                "said": json.dumps(each.said, ensure_ascii=False),
            }
            for item_id, each in said.items()
        ]
        if rows:
            with self._database.writing() as connection:
                connection.execute(put(imported), rows)
