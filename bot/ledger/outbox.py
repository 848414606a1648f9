"""What is to be sent: runs, the cycles they settle, and one intent a mail with its state in the draft protocol.

    NEW -> DRAFTING -> DRAFTED -> SENDING -> SENT
    (withdrawn before drafting: CANCELLED; refused for good: FAILED; evidence disagrees: UNCERTAIN)

Each state is committed before the outside call that follows it, so a process that dies anywhere leaves a state from
which the next one goes on without losing or doubling a mail.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.ledger.database import Database
from bot.ledger.tables import cycle, event, intent, mention, run
from bot.plan import Person


class RunState(StrEnum):
    HELD = "held"
    APPROVED = "approved"
    REJECTED = "rejected"
    REPLACED = "replaced"


class IntentState(StrEnum):
    NEW = "new"
    DRAFTING = "drafting"
    DRAFTED = "drafted"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"


IN_FLIGHT = (IntentState.DRAFTING, IntentState.DRAFTED, IntentState.SENDING)
COUNTED = (IntentState.NEW, *IN_FLIGHT, IntentState.SENT, IntentState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Run:
    """What one job decided to send on one local day; `reason` says why it is held."""

    id: str
    kind: str
    day: date
    state: RunState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An action that a mail speaks of."""

    plan: str
    item_id: str
    ref: str


@dataclass(frozen=True, slots=True)
class NewIntent:
    """A mail that should be sent once. `number` is reserved with `next_number`; `key` is unique for ever."""

    number: int
    key: str
    kind: str
    person: Person
    reply_to: str
    token: str
    subject: str
    text: str
    html: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """A mail on its way. `moved_at` is when it reached its state (aware, UTC)."""

    number: int
    key: str
    run: str
    kind: str
    day: date
    person: Person
    reply_to: str
    token: str
    subject: str
    text: str
    html: str
    state: IntentState
    draft_id: str
    internet_message_id: str
    moved_at: datetime
    note: str


class Outbox:
    """Runs and intents. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_number(self) -> int:
        with self._database.reading() as connection:
            return int(connection.execute(select(func.coalesce(func.max(intent.c.id), 0))).scalar_one()) + 1

    def settled(self, kind: str, day: date) -> frozenset[str]:
        """The plans whose cycle of this kind and day is already decided."""
        query = select(cycle.c.plan).where(cycle.c.kind == kind, cycle.c.day == day.isoformat())
        with self._database.reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def latest_day(self, kind: str) -> date | None:
        with self._database.reading() as connection:
            found = connection.execute(select(func.max(cycle.c.day)).where(cycle.c.kind == kind)).scalar()
        return date.fromisoformat(found) if found else None

    def open_run(self, opened: Run, plans: Sequence[str], intents: Sequence[NewIntent], now: datetime) -> None:
        """Record a run, the cycles it settles and its intents in one transaction; same id or key twice is an error."""
        with self._database.writing() as connection:
            connection.execute(insert(run).values(**_run_values(opened, now)))
            for plan in plans:
                values = {"kind": opened.kind, "plan": plan, "day": opened.day.isoformat(), "run": opened.id}
                connection.execute(insert(cycle).values(**values))
            _insert_intents(connection, opened, intents, now)

    def add(self, opened: Run, intents: Sequence[NewIntent], now: datetime) -> None:
        """Add intents to a run that is made when missing; an intent whose key is known is left as it is."""
        with self._database.writing() as connection:
            connection.execute(upsert(run).values(**_run_values(opened, now)).on_conflict_do_nothing())
            known = set(
                connection.execute(
                    select(intent.c.key).where(intent.c.key.in_([each.key for each in intents]))
                ).scalars()
            )
            _insert_intents(connection, opened, [each for each in intents if each.key not in known], now)

    def runs(self, state: RunState | None = None) -> tuple[Run, ...]:
        query = select(run).order_by(run.c.made_at, run.c.id)
        if state:
            query = query.where(run.c.state == state)
        with self._database.reading() as connection:
            return tuple(
                Run(r.id, r.kind, date.fromisoformat(r.day), RunState(r.state), r.reason)
                for r in connection.execute(query)
            )

    def run(self, run_id: str) -> Run | None:
        return next((each for each in self.runs() if each.id == run_id), None)

    def plans_of(self, run_id: str) -> tuple[str, ...]:
        query = select(cycle.c.plan).where(cycle.c.run == run_id).order_by(cycle.c.plan)
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def settle_run(self, run_id: str, state: RunState, now: datetime) -> None:
        """Approve, reject or replace a held run; unsent intents of one that may not go are cancelled."""
        with self._database.writing() as connection:
            connection.execute(update(run).where(run.c.id == run_id).values(state=state))
            line = {"at": now.isoformat(), "kind": "run", "plan": "", "ref": "", "person": ""}
            connection.execute(insert(event).values(**line, what=f"run {run_id} {state}", cause=run_id))
            if state is not RunState.APPROVED:
                connection.execute(
                    update(intent)
                    .where(intent.c.run == run_id, intent.c.state == IntentState.NEW)
                    .values(state=IntentState.CANCELLED)
                )

    def cancel_untouched(self, kind: str, before: date) -> int:
        """Withdraw intents of earlier days that nothing was done about: their reminders are decided afresh."""
        statement = (
            update(intent)
            .where(intent.c.kind == kind, intent.c.state == IntentState.NEW, intent.c.day < before.isoformat())
            .values(state=IntentState.CANCELLED, note="folded into a later day")
        )
        with self._database.writing() as connection:
            return connection.execute(statement).rowcount

    def pending(self) -> tuple[Intent, ...]:
        """Intents of approved runs that are not at an end yet, those in flight first."""
        query = (
            select(intent)
            .join(run, run.c.id == intent.c.run)
            .where(run.c.state == RunState.APPROVED, intent.c.state.in_([IntentState.NEW, *IN_FLIGHT]))
            .order_by((intent.c.state == IntentState.NEW), intent.c.id)
        )
        return self._intents(query)

    def intents(self, run_id: str | None = None, states: Iterable[IntentState] = ()) -> tuple[Intent, ...]:
        query = select(intent).order_by(intent.c.id)
        if run_id:
            query = query.where(intent.c.run == run_id)
        wanted = list(states)
        if wanted:
            query = query.where(intent.c.state.in_(wanted))
        return self._intents(query)

    def intent(self, number: int) -> Intent | None:
        return next(iter(self._intents(select(intent).where(intent.c.id == number))), None)

    def intent_by_token(self, token: str) -> Intent | None:
        return next(iter(self._intents(select(intent).where(intent.c.token == token))), None)

    def intent_by_message_id(self, internet_message_ids: Sequence[str]) -> Intent | None:
        """The mail of ours that one of these Message-IDs names."""
        wanted = [each for each in internet_message_ids if each]
        return next(iter(self._intents(select(intent).where(intent.c.internet_message_id.in_(wanted)))), None)

    def move(self, number: int, state: IntentState, now: datetime, draft: tuple[str, str] = ("", "")) -> None:
        """Put an intent into its next state; `draft` is (draft id, internet message id) once known."""
        values: dict[str, object] = {"state": state, "moved_at": now.isoformat()}
        if draft[0]:
            values |= {"draft_id": draft[0], "internet_message_id": draft[1]}
        with self._database.writing() as connection:
            connection.execute(update(intent).where(intent.c.id == number).values(**values))

    def sent(self, number: int, on: date, now: datetime) -> None:
        """The mail has left; the audit trail gets a line for each action it speaks of."""
        values = {"state": IntentState.SENT, "moved_at": now.isoformat(), "sent_on": on.isoformat()}
        with self._database.writing() as connection:
            connection.execute(update(intent).where(intent.c.id == number).values(**values))
            _trail(connection, number, "sent", now)

    def ended(self, number: int, state: IntentState, note: str, now: datetime) -> None:
        """The mail did not leave, or nobody can tell: FAILED or UNCERTAIN, with what an admin should know."""
        with self._database.writing() as connection:
            values = {"state": state, "moved_at": now.isoformat(), "note": note}
            connection.execute(update(intent).where(intent.c.id == number).values(**values))
            _trail(connection, number, f"{state}: {note}", now)

    def reached(self, kind: str, on: date) -> frozenset[str]:
        """Addresses that a mail of this kind was sent to on this local day."""
        query = select(intent.c.address).where(intent.c.kind == kind, intent.c.sent_on == on.isoformat())
        with self._database.reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def mentions(self, number: int) -> tuple[Mention, ...]:
        query = select(mention).where(mention.c.intent == number).order_by(mention.c.position)
        with self._database.reading() as connection:
            return tuple(Mention(r.plan, r.item_id, r.ref) for r in connection.execute(query))

    def last_mentioned(self, kind: str) -> dict[tuple[str, str], date]:
        """The day each action was last spoken of in a mail that was sent or still will be, by (plan, item id)."""
        query = (
            select(mention.c.plan, mention.c.item_id, func.max(intent.c.day))
            .join(intent, intent.c.id == mention.c.intent)
            .where(intent.c.kind == kind, intent.c.state.in_(COUNTED))
            .group_by(mention.c.plan, mention.c.item_id)
        )
        with self._database.reading() as connection:
            return {(plan, item): date.fromisoformat(day) for plan, item, day in connection.execute(query)}

    def _intents(self, query: Select[Any]) -> tuple[Intent, ...]:
        with self._database.reading() as connection:
            return tuple(
                Intent(
                    number=r.id,
                    key=r.key,
                    run=r.run,
                    kind=r.kind,
                    day=date.fromisoformat(r.day),
                    person=Person(r.name, r.address),
                    reply_to=r.reply_to,
                    token=r.token,
                    subject=r.subject,
                    text=r.text,
                    html=r.html,
                    state=IntentState(r.state),
                    draft_id=r.draft_id,
                    internet_message_id=r.internet_message_id,
                    moved_at=datetime.fromisoformat(r.moved_at),
                    note=r.note,
                )
                for r in connection.execute(query)
            )


def _run_values(opened: Run, now: datetime) -> dict[str, str]:
    return {
        "id": opened.id,
        "kind": opened.kind,
        "day": opened.day.isoformat(),
        "state": opened.state,
        "reason": opened.reason,
        "made_at": now.isoformat(),
    }


def _insert_intents(connection: Connection, opened: Run, intents: Sequence[NewIntent], now: datetime) -> None:
    for each in intents:
        connection.execute(
            insert(intent).values(
                id=each.number,
                key=each.key,
                run=opened.id,
                kind=each.kind,
                day=opened.day.isoformat(),
                name=each.person.name,
                address=each.person.address,
                reply_to=each.reply_to,
                token=each.token,
                subject=each.subject,
                text=each.text,
                html=each.html,
                state=IntentState.NEW,
                draft_id="",
                internet_message_id="",
                moved_at=now.isoformat(),
                sent_on="",
                note="",
            )
        )
        for position, each_mention in enumerate(each.mentions):
            connection.execute(
                insert(mention).values(
                    intent=each.number,
                    position=position,
                    plan=each_mention.plan,
                    item_id=each_mention.item_id,
                    ref=each_mention.ref,
                )
            )


def _trail(connection: Connection, number: int, what: str, now: datetime) -> None:
    """A line in the audit trail for each action a mail speaks of, or one line when it speaks of none."""
    mail = connection.execute(select(intent).where(intent.c.id == number)).one()
    spoken_of = connection.execute(select(mention.c.plan, mention.c.ref).where(mention.c.intent == number)).all()
    for plan, ref in [(each.plan, each.ref) for each in spoken_of] or [("", "")]:
        connection.execute(
            insert(event).values(
                at=now.isoformat(),
                kind=mail.kind,
                plan=plan,
                ref=ref,
                person=mail.address,
                what=f"{mail.kind} {what}",
                cause=f"run {mail.run}, mail {number}",
            )
        )
