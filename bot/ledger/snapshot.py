"""The last known state of every plan's list, and how it came to be so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.dialects.sqlite import Insert

from bot.ledger.codec import action_from_json, action_to_json
from bot.ledger.database import Database, put
from bot.ledger.tables import basis, change, marker, row
from bot.plan import Action, Change


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as Graph gave it and the action it was read as."""

    action: Action
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan was like when its last cycle went out, on the day `day`: the addresses behind each open item, and
    what has changed since."""

    day: date
    people: Mapping[str, frozenset[str]]
    changes: tuple[Change, ...]


class Snapshot:
    """Rows, the changes between one sync and the next, and the markers to go on from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def marker(self, name: str) -> str:
        return self._database.value(select(marker.c.link).where(marker.c.name == name)) or ""

    def set_marker(self, name: str, link: str) -> None:
        self._database.write(_set_marker(name, link))

    def seen(self, plan: str) -> dict[str, Seen]:
        """Every row of a plan by item id, in the order of the list."""
        query = select(row.c.item_id, row.c.fields, row.c.action).where(row.c.plan == plan)
        found = {r.item_id: Seen(action_from_json(r.action), json.loads(r.fields)) for r in self._database.rows(query)}
        return dict(sorted(found.items(), key=lambda pair: (len(pair[0]), pair[0])))

    def action(self, plan: str, item_id: str) -> Action | None:
        found = self._database.value(select(row.c.action).where(row.c.plan == plan, row.c.item_id == item_id))
        return action_from_json(found) if found else None

    def actions(self, plan: str) -> tuple[Action, ...]:
        return tuple(seen.action for seen in self.seen(plan).values())

    def record(
        self, plan: str, seen: Iterable[Seen], gone: Iterable[str], changes: Iterable[Change], link: str = ""
    ) -> None:
        """Keep new states, removals, what changed and, when given, the new marker: all or nothing."""
        rows = [
            {
                "plan": plan,
                "item_id": each.action.item_id,
                "version": each.action.version,
                "fields": json.dumps(each.fields, ensure_ascii=False),
                "action": action_to_json(each.action),
            }
            for each in seen
        ]
        moved = [asdict(each) | {"on": each.on.isoformat()} for each in changes]
        with self._database.writing() as connection:
            if rows:
                connection.execute(put(row), rows)
            for item_id in gone:
                connection.execute(delete(row).where(row.c.plan == plan, row.c.item_id == item_id))
            if moved:
                connection.execute(insert(change), moved)
            if link:
                connection.execute(_set_marker(f"list:{plan}", link))

    def changes(self, plan: str, after: date | None, until: date) -> tuple[Change, ...]:
        """What changed after one day, up to and including another, in order."""
        query = select(change).where(change.c.plan == plan, change.c.on <= until.isoformat()).order_by(change.c.id)
        if after:
            query = query.where(change.c.on > after.isoformat())
        return self._changes(query)

    def keep_basis(self, plan: str, day: date) -> None:
        """Remember what a plan is like now: its next cycle is compared with that."""
        people = {
            each.item_id: sorted(person.address for person in each.people)
            for each in self.actions(plan)
            if each.is_open and not each.repeat_of
        }
        newest = select(func.coalesce(func.max(change.c.id), 0)).where(change.c.plan == plan).scalar_subquery()
        values = {"day": day.isoformat(), "change": newest, "people": json.dumps(people)}
        self._database.write(put(basis).values(plan=plan, **values))

    def basis(self, plan: str) -> Basis | None:
        found = next(iter(self._database.rows(select(basis).where(basis.c.plan == plan))), None)
        if found is None:
            return None
        people = {item_id: frozenset(addresses) for item_id, addresses in json.loads(found.people).items()}
        since = select(change).where(change.c.plan == plan, change.c.id > found.change).order_by(change.c.id)
        return Basis(date.fromisoformat(found.day), people, self._changes(since))

    def _changes(self, query: Select[Any]) -> tuple[Change, ...]:
        return tuple(
            Change(r.plan, r.item_id, r.ref, r.field, r.old, r.new, date.fromisoformat(r.on), r.by, r.why)
            for r in self._database.rows(query)
        )


def _set_marker(name: str, link: str) -> Insert:
    return put(marker).values(name=name, link=link)
