"""How runs and mails are laid into the tables and read from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, insert, select, tuple_, update

from bot.ledger.mails import LEFT, Intent, IntentState, Mention, NewIntent, Run, RunState
from bot.ledger.register import Event, trail_line
from bot.ledger.tables import intent, mention, message, run
from bot.plan import Key, Person
from bot.policy import Mentioned, Post, ReminderKind


def read_run(found: Row[Any]) -> Run:
    """A run from its row."""
    return Run(found.id, found.kind, date.fromisoformat(found.day), RunState(found.state), found.reason)


def read_intent(found: Row[Any]) -> Intent:
    """An intent from its row."""
    return Intent(
        number=found.id,
        key=found.key,
        run=found.run,
        kind=found.kind,
        day=date.fromisoformat(found.day),
        person=Person(found.name, found.address),
        reply_to=found.reply_to,
        token=found.token,
        subject=found.subject,
        text=found.text,
        html=found.html,
        state=IntentState(found.state),
        draft_id=found.draft_id,
        internet_message_id=found.internet_message_id,
        moved_at=datetime.fromisoformat(found.moved_at),
        note=found.note,
        redirected_to=found.redirected_to,
        answers=tuple(json.loads(found.answers)),
    )


def read_mention(found: Row[Any]) -> Mention:
    """A mention from its row."""
    return Mention(
        found.plan,
        found.item_id,
        found.ref,
        ReminderKind(found.kind),
        bool(found.warned),
        Post(found.post) if found.post else None,
        date.fromisoformat(found.promised) if found.promised else None,
        found.named,
    )


def read_history(found: Iterable[Row[Any]]) -> dict[Key, list[Mentioned]]:
    """What was said about each action, from mentions with the day on which their mails left and the address."""
    history: dict[Key, list[Mentioned]] = {}
    for r in found:
        each, on = read_mention(r), date.fromisoformat(r.told_on)
        said = Mentioned(on, each.kind, r.address, each.warned, each.post, each.promised, each.named)
        history.setdefault(each.key, []).append(said)
    return history


def run_values(opened: Run, now: datetime) -> dict[str, str]:
    return {
        "id": opened.id,
        "kind": opened.kind,
        "day": opened.day.isoformat(),
        "state": opened.state,
        "reason": opened.reason,
        "made_at": now.isoformat(),
    }


def insert_intents(connection: Connection, opened: Run, intents: Sequence[NewIntent], now: datetime) -> None:
    """Lay the mails of a run, with what they speak of; the messages that a receipt answers wait for none any more."""
    for each in intents:
        connection.execute(insert(intent).values(**_intent_values(opened, each, now)))
        if each.answers and each.kind == "receipt":
            answered = update(message).where(message.c.number.in_(each.answers)).values(receipt="intended")
            connection.execute(answered)
        mentions = [_mention_values(each.number, *placed) for placed in enumerate(each.mentions)]
        if mentions:
            connection.execute(insert(mention), mentions)


def _intent_values(opened: Run, new: NewIntent, now: datetime) -> dict[str, object]:
    return {
        "id": new.number,
        "key": new.key,
        "run": opened.id,
        "kind": new.kind,
        "day": opened.day.isoformat(),
        "name": new.person.name,
        "address": new.person.address,
        "reply_to": new.reply_to,
        "token": new.token,
        "subject": new.subject,
        "text": new.text,
        "html": new.html,
        "state": IntentState.NEW,
        "draft_id": "",
        "internet_message_id": "",
        "moved_at": now.isoformat(),
        "sent_on": "",
        "note": "",
        "redirected_to": new.redirected_to,
        "answers": json.dumps(new.answers),
    }


def _mention_values(number: int, position: int, said: Mention) -> dict[str, object]:
    return {
        "intent": number,
        "position": position,
        "plan": said.plan,
        "item_id": said.item_id,
        "ref": said.ref,
        "kind": said.kind,
        "warned": int(said.warned),
        "post": said.post or "",
        "promised": said.promised.isoformat() if said.promised else "",
        "named": said.named,
    }


def leave_trail(connection: Connection, number: int, what: str, now: datetime) -> None:
    """A line in the audit trail for each action a mail speaks of, or one line when it speaks of none."""
    mail = connection.execute(select(intent).where(intent.c.id == number)).one()
    if mail.redirected_to:
        what = f"{what} (redirected to {mail.redirected_to})"
    spoken_of = connection.execute(select(mention).where(mention.c.intent == number)).all()
    lines = [(_sort(mail.kind, each), each.plan, each.ref) for each in spoken_of] or [(mail.kind, "", "")]
    for sort, plan, ref in lines:
        cause = f"run {mail.run}, mail {number}"
        connection.execute(trail_line(Event(now, mail.kind, f"{sort} {what}", plan, ref, mail.address, cause)))


def _sort(kind: str, spoken_of: Row[Any]) -> str:
    """What a mail is for an action that it speaks of: "nudge (overdue, with a warning)", "escalation", "receipt"."""
    if kind != "nudge":
        return kind
    sort = _SORTS[ReminderKind(spoken_of.kind)]
    return f"{sort.removesuffix(')')}, with a warning)" if spoken_of.warned else sort


_SORTS = {
    ReminderKind.OVERDUE: "nudge (overdue)",
    ReminderKind.DUE_TODAY: "nudge (due today)",
    ReminderKind.UPCOMING: "nudge (coming up)",
    ReminderKind.ASK_FOR_DATE: "nudge (for a date)",
    ReminderKind.CHECK_IN: "nudge (how it goes)",
    ReminderKind.ESCALATED: "escalation",
    ReminderKind.ASK_WHO: "question who owns it",
    ReminderKind.COPY: "copy",
}


TOLD_ON = case((intent.c.sent_on != "", intent.c.sent_on), else_=intent.c.day)
"""The local day on which a mail left; of one of unknown fate, the day for which it was decided."""


def last_asked(connection: Connection, address: str) -> dict[Key, ReminderKind]:
    """The actions that somebody was the last to be asked about, or was told of, by nudges that left for them."""
    counts = (intent.c.kind == "nudge", intent.c.state.in_(LEFT), *told(rehearsal=False))
    every = (
        select(mention, TOLD_ON.label("told_on"), intent.c.address)
        .join(intent, intent.c.id == mention.c.intent)
        .where(*counts)
    )
    theirs = every.where(intent.c.address == address).with_only_columns(mention.c.plan, mention.c.item_id)
    key = tuple_(mention.c.plan, mention.c.item_id)
    escalated: dict[Key, ReminderKind] = {}
    asked: dict[Key, tuple[str, dict[str, ReminderKind]]] = {}
    for r in connection.execute(every.where(key.in_(theirs)).order_by(TOLD_ON, intent.c.id)):
        kind = ReminderKind(r.kind)
        if kind is ReminderKind.ESCALATED and r.address == address:
            escalated[r.plan, r.item_id] = kind
        elif kind.asks_owner or kind is ReminderKind.ASK_WHO:
            day, of_day = asked.get((r.plan, r.item_id), ("", {}))
            asked[r.plan, r.item_id] = r.told_on, {**(of_day if day == r.told_on else {}), r.address: kind}
    return escalated | {key: of_day[address] for key, (_, of_day) in asked.items() if address in of_day}


def told(rehearsal: bool) -> Sequence[ColumnElement[bool]]:
    """Outside a rehearsal nobody counts as told by a mail that went to somebody else."""
    return () if rehearsal else (intent.c.redirected_to == "",)


def settle(connection: Connection, run_id: str, state: RunState, now: datetime) -> None:
    """Approve, reject or replace a run; unsent mails of one that may not go are cancelled."""
    connection.execute(update(run).where(run.c.id == run_id).values(state=state))
    connection.execute(trail_line(Event(now, "run", f"run {run_id} {state}", cause=run_id)))
    if state is not RunState.APPROVED:
        connection.execute(
            update(intent)
            .where(intent.c.run == run_id, intent.c.state == IntentState.NEW)
            .values(state=IntentState.CANCELLED)
        )
