"""Facts about the service itself, last month's figures, and the audit trail."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Insert, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.ledger.database import Database, put
from bot.ledger.tables import event, fact, summary


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit trail: what happened to which action or person, and what caused it."""

    at: datetime
    kind: str
    what: str
    plan: str = ""
    ref: str = ""
    person: str = ""
    cause: str = ""


def trail_line(each: Event) -> Insert:
    """A line added to the trail."""
    return insert(event).values(**_values(each))


def _values(each: Event) -> dict[str, str]:
    return asdict(each) | {"at": each.at.isoformat()}


class Register:
    """Small durable things. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fact(self, name: str) -> str:
        return self._database.value(select(fact.c.value).where(fact.c.name == name)) or ""

    def set_fact(self, name: str, value: str) -> None:
        self._database.write(put(fact).values(name=name, value=value))

    def facts(self, prefix: str) -> dict[str, str]:
        """Every fact whose name begins with a prefix, by the rest of its name."""
        query = select(fact.c.name, fact.c.value).where(
            fact.c.name.startswith(prefix, autoescape=True), fact.c.value != ""
        )
        return {each.name.removeprefix(prefix): each.value for each in self._database.rows(query)}

    def token_secret(self, key_id: int = 0) -> bytes:
        """The secret of one key behind the tokens in our mails, made once for a ledger."""
        return bytes.fromhex(self._made_once(f"token secret {key_id}" if key_id else "token secret"))

    def identity(self) -> str:
        """What tells this ledger from any other, made once; a copy from a backup keeps it."""
        return self._made_once("identity")

    def _made_once(self, name: str) -> str:
        """A random fact (64 hexadecimal digits) that is made when it is first asked for."""
        made = upsert(fact).values(name=name, value=secrets.token_hex(32))
        self._database.write(made.on_conflict_do_nothing())
        return self.fact(name)

    def summaries_before(self, plan: str, month: date, edition: str, most: int) -> tuple[tuple[date, str], ...]:
        """(month, figures as they were kept) of the latest papers of earlier months, oldest first."""
        query = (
            select(summary.c.month, summary.c.figures)
            .where(summary.c.plan == plan, summary.c.edition == edition, summary.c.month < month.isoformat())
            .order_by(summary.c.month.desc())
            .limit(most)
        )
        found = [(date.fromisoformat(each.month), each.figures) for each in self._database.rows(query)]
        return tuple(reversed(found))

    def keep_summary(self, plan: str, month: date, edition: str, figures: str, made_on: date, link: str) -> None:
        values = {"plan": plan, "month": month.isoformat(), "edition": edition, "figures": figures}
        values |= {"made_on": made_on.isoformat(), "link": link}
        self._database.write(put(summary).values(**values))

    def note(self, events: Sequence[Event]) -> None:
        """Add lines to the audit trail."""
        rows = [_values(each) for each in events]
        if rows:
            with self._database.writing() as connection:
                connection.execute(insert(event), rows)

    def events(self, ref: str = "", person: str = "") -> tuple[Event, ...]:
        """The audit trail in order, of one action or one person where named."""
        query = select(event).order_by(event.c.id)
        if ref:
            query = query.where(event.c.ref == ref)
        if person:
            query = query.where(event.c.person == person.lower())
        return tuple(
            Event(datetime.fromisoformat(r.at), r.kind, r.what, r.plan, r.ref, r.person, r.cause)
            for r in self._database.rows(query)
        )
