"""What is to be sent: runs, the cycles they settle, and one intent a mail with its state in the draft protocol.

    NEW -> DRAFTING -> DRAFTED -> SENDING -> SENT
    (withdrawn before drafting: CANCELLED; refused for good: FAILED; evidence disagrees: UNCERTAIN)

Each state is committed before the outside call that follows it, so a process that dies anywhere leaves a state from
which the next one goes on without losing or doubling a mail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, insert, not_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.ledger.database import Database, put
from bot.ledger.mail_rows import (
    TOLD_ON,
    insert_intents,
    last_asked,
    leave_trail,
    read_history,
    read_intent,
    read_mention,
    read_run,
    run_values,
    settle,
    told,
)
from bot.ledger.mails import (
    COUNTED,
    IN_FLIGHT,
    LEFT,
    NOT_TRIED,
    Intent,
    IntentState,
    Mention,
    NewIntent,
    Run,
    RunState,
)
from bot.ledger.tables import cycle, intent, mention, run
from bot.plan import Key, Person
from bot.policy import Mentioned, ReminderKind

_ASKS_OWNER = [each for each in ReminderKind if each.asks_owner]


class Outbox:
    """Runs and intents. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_number(self) -> int:
        with self._database.reading() as connection:
            return int(connection.execute(select(func.coalesce(func.max(intent.c.id), 0))).scalar_one()) + 1

    def has_written(self) -> bool:
        """Whether any mail was ever laid or sent; before that nothing that comes in can be an answer."""
        query = select(intent.c.id).where(intent.c.draft_id != "").limit(1)
        return bool(self._database.rows(query))

    def settled(self, kind: str, day: date) -> frozenset[str]:
        """The plans whose cycle of this kind and day is already decided."""
        query = select(cycle.c.plan).where(cycle.c.kind == kind, cycle.c.day == day.isoformat())
        return frozenset(each.plan for each in self._database.rows(query))

    def latest_day(self, kind: str) -> date | None:
        found = self._database.value(select(func.max(cycle.c.day)).where(cycle.c.kind == kind))
        return date.fromisoformat(found) if found else None

    def open_run(self, opened: Run, plans: Sequence[str], intents: Sequence[NewIntent], now: datetime) -> None:
        """Record a run, the cycles it settles and its intents in one transaction; same id or key twice is an error."""
        with self._database.writing() as connection:
            connection.execute(insert(run).values(**run_values(opened, now)))
            for plan in plans:
                values = {"kind": opened.kind, "plan": plan, "day": opened.day.isoformat(), "run": opened.id}
                connection.execute(insert(cycle).values(**values))
            insert_intents(connection, opened, intents, now)

    def replace_run(
        self, old: str, new: Run, plans: Sequence[str], intents: Sequence[NewIntent], now: datetime
    ) -> None:
        """Put a run in the place of one that is held, with its cycles, in one transaction."""
        with self._database.writing() as connection:
            settle(connection, old, RunState.REPLACED, now)
            connection.execute(insert(run).values(**run_values(new, now)))
            for plan in plans:
                values = {"kind": new.kind, "plan": plan, "day": new.day.isoformat(), "run": new.id}
                connection.execute(put(cycle).values(**values))
            insert_intents(connection, new, intents, now)

    def add(self, opened: Run, intents: Sequence[NewIntent], now: datetime) -> None:
        """Add intents to a run that is made when missing; an intent whose key is known is left as it is."""
        with self._database.writing() as connection:
            connection.execute(upsert(run).values(**run_values(opened, now)).on_conflict_do_nothing())
            query = select(intent.c.key).where(intent.c.key.in_([each.key for each in intents]))
            known = set(connection.execute(query).scalars())
            insert_intents(connection, opened, [each for each in intents if each.key not in known], now)

    def runs(self, state: RunState | None = None) -> tuple[Run, ...]:
        query = select(run).order_by(run.c.made_at, run.c.id)
        if state:
            query = query.where(run.c.state == state)
        return tuple(map(read_run, self._database.rows(query)))

    def run(self, run_id: str) -> Run | None:
        return next((each for each in self.runs() if each.id == run_id), None)

    def plans_of(self, run_id: str) -> tuple[str, ...]:
        query = select(cycle.c.plan).where(cycle.c.run == run_id).order_by(cycle.c.plan)
        return tuple(each[0] for each in self._database.rows(query))

    def settle_run(self, run_id: str, state: RunState, now: datetime) -> None:
        """Approve, reject or replace a held run; unsent intents of one that may not go are cancelled."""
        with self._database.writing() as connection:
            settle(connection, run_id, state, now)

    def reopen(self, run_id: str, now: datetime) -> None:
        """Drop a run with the cycles that it settled: what its plans say that day is decided again."""
        with self._database.writing() as connection:
            settle(connection, run_id, RunState.REPLACED, now)
            connection.execute(delete(cycle).where(cycle.c.run == run_id))

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
        if wanted := list(states):
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
        self._database.write(update(intent).where(intent.c.id == number).values(**values))

    def sent(self, number: int, on: date, now: datetime) -> None:
        """The mail has left; the audit trail gets a line for each action it speaks of."""
        values = {"state": IntentState.SENT, "moved_at": now.isoformat(), "sent_on": on.isoformat()}
        with self._database.writing() as connection:
            connection.execute(update(intent).where(intent.c.id == number).values(**values))
            leave_trail(connection, number, "sent", now)

    def ended(self, number: int, state: IntentState, note: str, now: datetime) -> None:
        """The mail did not leave, or nobody can tell: FAILED or UNCERTAIN, with what an admin should know."""
        with self._database.writing() as connection:
            values = {"state": state, "moved_at": now.isoformat(), "note": note}
            connection.execute(update(intent).where(intent.c.id == number).values(**values))
            leave_trail(connection, number, f"{state}: {note}", now)

    def reached(self, kind: str, on: date, rehearsal: bool = False) -> frozenset[str]:
        """The people to whom a mail of this kind was sent on this local day; see `sent_since`."""
        return frozenset(self.sent_since(kind, on, on, rehearsal))

    def sent_since(self, kind: str, first: date, last: date, rehearsal: bool = False) -> Counter[str]:
        """How many mails of a kind went to each address in these local days; in a rehearsal also redirected ones."""
        days = intent.c.sent_on.between(first.isoformat(), last.isoformat())
        query = select(intent.c.address).where(intent.c.kind == kind, days, *told(rehearsal))
        return Counter(each.address for each in self._database.rows(query))

    def handed_over(self, since: datetime) -> tuple[datetime, ...]:
        """When each mail was handed to Exchange, or may have been, since a moment; in order."""
        query = select(intent.c.moved_at).where(intent.c.state.in_(LEFT), intent.c.moved_at >= since.isoformat())
        return tuple(sorted(datetime.fromisoformat(each.moved_at) for each in self._database.rows(query)))

    def mentions(self, number: int) -> tuple[Mention, ...]:
        query = select(mention).where(mention.c.intent == number).order_by(mention.c.position)
        return tuple(map(read_mention, self._database.rows(query)))

    def history(
        self, kind: str, today: date = date.min, *, rehearsal: bool = False, without: str = ""
    ) -> dict[Key, list[Mentioned]]:
        """What was said about each action in mails that were sent or still will be, oldest first, by the day they left.

        A mail of a day before `today` that was not sent then never will be. What a redirected mail said counts in a
        rehearsal only; what the run `without` would say does not count.
        """
        given_up = and_(intent.c.state.in_(NOT_TRIED), intent.c.day < today.isoformat())
        counts = (intent.c.kind == kind, intent.c.state.in_(COUNTED), intent.c.run != without, not_(given_up))
        query = (
            select(mention, TOLD_ON.label("told_on"), intent.c.address)
            .join(intent, intent.c.id == mention.c.intent)
            .where(*counts, *told(rehearsal))
            .order_by(TOLD_ON, intent.c.id, mention.c.position)
        )
        return read_history(self._database.rows(query))

    def last_asked(self, address: str) -> dict[Key, ReminderKind]:
        """The actions that somebody was the last to be asked about, or was told of, by nudges that left for them."""
        with self._database.reading() as connection:
            return last_asked(connection, address)

    def owners_asked(self, key: Key) -> tuple[Person, ...]:
        """Those who were asked for an action on the day on which its owners were asked last, by nudges that left."""
        counts = (intent.c.kind == "nudge", intent.c.state.in_(LEFT), *told(rehearsal=False))
        of_it = (mention.c.plan == key[0], mention.c.item_id == key[1], mention.c.kind.in_(_ASKS_OWNER))
        query = (
            select(intent.c.name, intent.c.address, TOLD_ON.label("told_on"))
            .join(mention, intent.c.id == mention.c.intent)
            .where(*counts, *of_it)
            .order_by(TOLD_ON, intent.c.id)
        )
        found = self._database.rows(query)
        return tuple(dict.fromkeys([Person(r.name, r.address) for r in found if r.told_on == found[-1].told_on]))

    def _intents(self, query: Select[Any]) -> tuple[Intent, ...]:
        return tuple(map(read_intent, self._database.rows(query)))
