"""Messages that came in and their updates as values, and how they are laid into the tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from bot.plan import Key, Person


class MessageState(StrEnum):
    STORED = "stored"
    READ = "read"
    SETTLED = "settled"
    FILED = "filed"
    REVIEWED = "reviewed"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A mail as it came. `number` is what people call it by, `raw` is empty once it was purged.

    `identity` is its Message-ID and content, known once it was opened: the same mail twice is one mail. `written` is
    its own date (aware), `trust` who vouches for its sender ("": not known). `words` are what was newly written in it,
    where no update keeps them. A copy has the class and the reason of the mail that it copies, and no words of its own.
    """

    key: str
    number: int
    graph_id: str
    raw: bytes
    state: MessageState
    mail_class: str
    reason: str
    intent: int | None
    sender: str
    day: date
    identity: str = ""
    subject: str = ""
    written: datetime | None = None
    sender_name: str = ""
    words: str = ""
    tries: int = 0
    trust: str = ""

    @property
    def person(self) -> Person:
        """Its sender, as they call themselves."""
        return Person(self.sender_name, self.sender)

    @property
    def said_on(self) -> date:
        """The day its sender wrote it, by their own clock, but never later than we took it in, which all mails have."""
        return min(self.written.date(), self.day) if self.written else self.day


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is known of a mail once it was opened, and stays known when the mail itself is purged."""

    identity: str
    sender: Person
    subject: str
    written: datetime | None
    mail_class: str
    words: str = ""
    trust: str = ""


OVERTAKEN = "overtaken"
"""The state of an update whose question was answered since, or whose action has moved on."""

ASKED_ONCE = "asked once already"
"""How the sentence begins of an answer to a question of ours that is in doubt again; our question stands behind it."""


DENIES = "answers no"
"""The rule of words that deny what we proposed, whatever else is asked about them."""
DISOWNS = "says not mine"
"""The rule of words that an action is not their writer's: they confirm nothing about it any more."""


ASKS_US = "asks a question"
"""The rule of words that a person must answer."""


@dataclass(frozen=True, slots=True)
class PlannedUpdate:
    """One update of one action as decided, and what became of it.

    `read` is everything that was read in the words and `changes` what of it may be written, by our field names,
    printed. `basis` is how the action stood when the reply was read. `before` and `after` are the row around our own
    write, printed too; both are empty until one is begun.
    """

    plan: str
    item_id: str
    ref: str
    decision: str
    rule: str
    comment: str
    sentence: str
    state: str = "planned"
    changes: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    basis: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.plan, self.item_id

    @property
    def is_held(self) -> bool:
        """Whether it waits for a person: it was doubtful, or its row would not take all of it."""
        # An answer that is asked about waits for its sender.
        left_out = self.decision == "apply" and self.state == "noted" and bool(self.changes)
        return left_out or (self.state == "held" and self.decision != "ask")

    @property
    def is_asked(self) -> bool:
        """Whether its sender was asked what it means, and nobody has settled it since."""
        return self.decision == "ask" and self.state in ("noted", "held")

    @property
    def waits(self) -> bool:
        """Whether anybody has still to say what it means."""
        return self.is_held or self.is_asked

    @property
    def was_asked(self) -> bool:
        """Whether its sender was asked what it means, whatever has come of it but a person's own word."""
        return self.is_asked or self.state == OVERTAKEN


def read_message(found: Row[Any]) -> StoredMessage:
    """A message from its row."""
    return StoredMessage(
        key=found.key,
        number=found.number,
        graph_id=found.graph_id,
        raw=found.raw,
        state=MessageState(found.state),
        mail_class=found.mail_class,
        reason=found.reason,
        intent=found.intent,
        sender=found.sender,
        day=date.fromisoformat(found.day),
        identity=found.identity,
        subject=found.subject,
        written=datetime.fromisoformat(found.written) if found.written else None,
        sender_name=found.sender_name,
        words=found.words,
        tries=found.tries,
        trust=found.trust,
    )


def envelope_values(envelope: Envelope) -> dict[str, str]:
    return {
        "identity": envelope.identity,
        "sender": envelope.sender.address,
        "sender_name": envelope.sender.name,
        "subject": envelope.subject,
        "written": envelope.written.isoformat() if envelope.written else "",
        "mail_class": envelope.mail_class,
        "words": envelope.words,
        "trust": envelope.trust,
    }


def read_update(found: Row[Any]) -> PlannedUpdate:
    """An update from its row."""
    return PlannedUpdate(
        plan=found.plan,
        item_id=found.item_id,
        ref=found.ref,
        decision=found.decision,
        rule=found.rule,
        comment=found.comment,
        sentence=found.sentence,
        state=found.state,
        changes=json.loads(found.changes),
        read=json.loads(found.read),
        basis=json.loads(found.basis),
        before=json.loads(found.before),
        after=json.loads(found.after),
    )


def update_values(key: str, updates: Sequence[PlannedUpdate]) -> list[dict[str, object]]:
    """The columns of every update of a message, in order."""
    return [
        {
            "message": key,
            "position": position,
            "plan": each.plan,
            "item_id": each.item_id,
            "ref": each.ref,
            "decision": each.decision,
            "rule": each.rule,
            "comment": each.comment,
            "sentence": each.sentence,
            "state": each.state,
            "changes": printed(each.changes),
            "read": printed(each.read),
            "basis": printed(each.basis),
            "before": printed(each.before),
            "after": printed(each.after),
        }
        for position, each in enumerate(updates)
    ]


def printed(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False)
