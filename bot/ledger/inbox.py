"""Mail that came in: kept raw before anything is read, then what it was read as and what became of each update.

STORED -> READ (updates planned) -> SETTLED (written, receipt intended) -> FILED (moved to its folder)
-> REVIEWED (a held one that a person has seen to)
COPY (the same mail delivered once more, never read again) -> FILED
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Update, func, insert, literal, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.ledger.database import Database
from bot.ledger.messages import (
    Envelope,
    MessageState,
    PlannedUpdate,
    StoredMessage,
    envelope_values,
    printed,
    read_message,
    read_update,
    update_values,
)
from bot.ledger.register import Event, trail_line
from bot.ledger.tables import message
from bot.ledger.tables import update as update_table

WITHOUT_BYTES = select(*[each for each in message.c if each.name != "raw"], literal(b"").label("raw"))
"""Messages without their own bytes, which may be many and are needed only to read them."""


class Inbox:
    """Messages and their updates. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def knows(self, graph_id: str) -> bool:
        return bool(self._database.rows(select(message.c.key).where(message.c.graph_id == graph_id)))

    def store(self, graph_id: str, raw: bytes, today: date) -> None:
        """Keep a mail, byte for byte and with its hash, before anything is read from it."""
        with self._database.writing() as connection:
            values = _values(graph_id, raw, MessageState.STORED, today) | {"number": _next_number(connection)}
            connection.execute(upsert(message).values(**values).on_conflict_do_nothing())

    def leave_alone(self, graph_ids: Sequence[str], today: date) -> None:
        """Remember messages that were in the mailbox before us, so that they are never taken for answers."""
        rows = [_values(graph_id, b"", MessageState.FILED, today) for graph_id in graph_ids]
        if rows:
            with self._database.writing() as connection:
                connection.execute(upsert(message).on_conflict_do_nothing(), rows)

    def unfinished(self) -> tuple[StoredMessage, ...]:
        """Messages that are not filed yet, in the order they came; copies are not among them."""
        ended = [MessageState.FILED, MessageState.REVIEWED, MessageState.COPY]
        return self._messages(select(message).where(message.c.state.not_in(ended)))

    def copies(self) -> tuple[StoredMessage, ...]:
        """Copies that are not filed yet, each with the class and the reason of the mail that it copies."""
        found = []
        for copy in self._messages(select(message).where(message.c.state == MessageState.COPY)):
            first = self._messages(_same(copy.key, copy.identity))[:1]
            found += [replace(copy, mail_class=each.mail_class, reason=each.reason) for each in first]
        return tuple(found)

    def is_copy(self, key: str, identity: str) -> bool:
        """Whether a mail of this identity came before; then this one is remembered as its copy, to be filed."""
        with self._database.writing() as connection:
            first = connection.execute(_same(key, identity)).first()
            if first is None or not identity:
                return False
            values = {"state": MessageState.COPY, "identity": identity}
            connection.execute(_of(key).values(**values))
            return True

    def tried(self, key: str) -> int:
        """Count a failed try to read a message; how many there have been."""
        with self._database.writing() as connection:
            connection.execute(_of(key).values(tries=message.c.tries + 1))
            return int(connection.execute(select(message.c.tries).where(message.c.key == key)).scalar_one())

    def held(self) -> tuple[StoredMessage, ...]:
        """Messages that a person must look at, and has not seen to yet, without their bytes."""
        waiting = (message.c.reason != "", message.c.state != MessageState.REVIEWED)
        return self._messages(WITHOUT_BYTES.where(*waiting))

    def replies(self, since: date) -> tuple[StoredMessage, ...]:
        """Replies of people that came on a day or after it, without their bytes, in the order they came."""
        wanted = (message.c.mail_class == "reply", message.c.day >= since.isoformat(), message.c.trust != "")
        return self._messages(WITHOUT_BYTES.where(*wanted).order_by(message.c.number))

    def read(
        self, key: str, envelope: Envelope, *, intent: int | None, reason: str, updates: Sequence[PlannedUpdate]
    ) -> None:
        """Keep what a message was read as, together with every update it asks for."""
        values = {"state": MessageState.READ, "intent": intent, "reason": reason, **envelope_values(envelope)}
        rows = update_values(key, updates)
        with self._database.writing() as connection:
            connection.execute(_of(key).values(**values))
            if rows:
                connection.execute(insert(update_table), rows)

    def updates(self, key: str) -> tuple[PlannedUpdate, ...]:
        query = select(update_table).where(update_table.c.message == key).order_by(update_table.c.position)
        return tuple(map(read_update, self._database.rows(query)))

    def settled(self, key: str, receipt_due: bool, trail: Sequence[Event] = ()) -> None:
        """Every update of a message is written; whether its sender is to be told, and what the trail has to say."""
        values = {"state": MessageState.SETTLED, "receipt": "due" if receipt_due else ""}
        self._database.write(_of(key).values(**values), *map(trail_line, trail))

    def awaiting_receipt(self) -> tuple[StoredMessage, ...]:
        """Messages whose senders are to be told what became of them, in the order they came."""
        return self._messages(select(message).where(message.c.receipt == "due").order_by(message.c.number))

    def update_done(self, key: str, position: int, state: str, sentence: str = "", trail: Event | None = None) -> None:
        """Record what became of one update (written, noted, kept as it is, held), with its line in the audit trail."""
        values = {"state": state} | ({"sentence": sentence} if sentence else {})
        self._database.write(of_update(key, position).values(**values), *([trail_line(trail)] if trail else []))

    def begin(self, key: str, position: int, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Record how a row reads before it is written, and how it should read after; committed before the call."""
        self._database.write(of_update(key, position).values(before=printed(before), after=printed(after)))

    def undone(self, key: str, position: int, original: tuple[str, int], trail: Event, state: str = "undone") -> None:
        """Record that an update took back or decided another one, the `original` (message key and position)."""
        done = of_update(key, position).values(state="written")
        self._database.write(done, of_update(*original).values(state=state), trail_line(trail))

    def message(self, number: int) -> StoredMessage | None:
        """The message of this number."""
        found = self._messages(select(message).where(message.c.number == number, message.c.number > 0))
        return next(iter(found), None)

    def hold(self, key: str, reason: str) -> None:
        """Add a reason why a person must look at a message."""
        with self._database.writing() as connection:
            known = connection.execute(select(message.c.reason).where(message.c.key == key)).scalar() or ""
            if reason not in known:
                joined = f"{known}; {reason}" if known else reason
                connection.execute(_of(key).values(reason=joined))

    def purge(self, before: date) -> int:
        """Forget the bytes of mails that came before a day and wait for nobody; what was made of them stays."""
        seen_to = or_(message.c.reason == "", message.c.state == MessageState.REVIEWED)
        ended = message.c.state.in_([MessageState.FILED, MessageState.REVIEWED])
        old = (message.c.day < before.isoformat(), message.c.raw != b"", ended, seen_to, message.c.receipt != "due")
        with self._database.writing() as connection:
            return connection.execute(update(message).where(*old).values(raw=b"")).rowcount

    def move(self, key: str, state: MessageState) -> None:
        self._database.write(_of(key).values(state=state))

    def _messages(self, query: Select[Any]) -> tuple[StoredMessage, ...]:
        return tuple(map(read_message, self._database.rows(query)))


def _of(key: str) -> Update:
    return update(message).where(message.c.key == key)


def of_update(key: str, position: int) -> Update:
    """What becomes of one update of a message."""
    return update(update_table).where(update_table.c.message == key, update_table.c.position == position)


def _next_number(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(message.c.number), 0))).scalar_one()) + 1


def _same(key: str, identity: str) -> Select[Any]:
    """The messages of one identity besides one, the first first."""
    others = select(message).where(message.c.identity == identity, message.c.key != key)
    return others.where(message.c.state != MessageState.COPY).order_by(message.c.number)


def _values(graph_id: str, raw: bytes, state: MessageState, today: date) -> dict[str, Any]:
    """The columns of a message nobody has read yet."""
    return {
        "key": graph_id,
        "graph_id": graph_id,
        "raw": raw,
        "sha256": hashlib.sha256(raw).hexdigest(),
        "number": 0,
        "state": state,
        "mail_class": "",
        "sender": "",
        "intent": None,
        "reason": "",
        "day": today.isoformat(),
    }
