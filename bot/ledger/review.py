"""What waits for a person's reading of a reply, and what a person made of it. Every method is one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, and_, exists, insert, or_, select

from bot.ledger.database import Database
from bot.ledger.inbox import WITHOUT_BYTES, of_update
from bot.ledger.messages import (
    ASKED_ONCE,
    DENIES,
    DISOWNS,
    PlannedUpdate,
    StoredMessage,
    printed,
    read_message,
    read_update,
    update_values,
)
from bot.ledger.register import Event, trail_line
from bot.ledger.tables import example, mention, message
from bot.ledger.tables import update as update_table


@dataclass(frozen=True, slots=True)
class Example:
    """Words as somebody wrote them, what was read in them, and what a person says they mean ({}: nothing)."""

    words: str
    read: Mapping[str, str]
    meant: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """An update that a sender was asked about, with its place; `answered` once they said something sure since, or a
    person has seen to what they said, `once_more` where their answer to it waits for a person."""

    message: str
    position: int
    number: int
    sender: str
    update: PlannedUpdate
    answered: bool
    once_more: bool


_OPEN = (update_table.c.decision == "ask", update_table.c.state.in_(["noted", "held"]))


def _in_doubt_again(of: FromClause) -> tuple[ColumnElement[bool], ...]:
    return of.c.decision == "hold", of.c.state == "held", of.c.sentence.startswith(ASKED_ONCE)


_TELLS_NOTHING = (
    update_table.c.decision == "hold",
    update_table.c.state == "held",
    update_table.c.rule.in_(["thanks", "empty"]),
)
_answer, _answering = update_table.alias("answer"), message.alias("answering")
_beside = update_table.alias("beside")
_PROPOSED = and_(update_table.c.rule != DISOWNS, update_table.c.read != printed({}))
_SURE = (
    _answer.c.state.in_(["written", "settled"]),
    # A plain no, and words that a question would have changed nothing about.
    and_(_answer.c.decision == "apply", _answer.c.state == "noted", _answer.c.changes == printed({})),
    # A no with more behind it that is in doubt, and the word that it is not theirs.
    and_(
        update_table.c.item_id != "",
        or_(_answer.c.decision == "ask", and_(*_in_doubt_again(_answer))),
        or_(_answer.c.rule == DENIES, and_(_answer.c.rule == DISOWNS, _PROPOSED)),
    ),
    and_(_answer.c.state == "dismissed", _answer.c.sentence.startswith(ASKED_ONCE)),
)
"""What settles a question, in any of its sender's later answers about the same action."""


def _is_of_answer(of: FromClause) -> ColumnElement[bool]:
    return and_(of.c.plan == _answer.c.plan, of.c.item_id == _answer.c.item_id)


_MAY_BE_OF = and_(
    update_table.c.item_id == "",
    exists().where(mention.c.intent == message.c.intent, _is_of_answer(mention)).correlate(message, _answer),
    ~exists()
    .where(_beside.c.message == update_table.c.message, _is_of_answer(_beside))
    .correlate(update_table, _answer),
)
"""Words of which nobody could tell the action may be of any that the mail answered spoke of, but for those of which
the same reply speaks besides."""


def _later(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the sender of an update has answered like that since, about the same action."""
    return exists().where(
        _answer.c.message == _answering.c.key,
        _answering.c.number > message.c.number,
        _answering.c.sender == message.c.sender,
        or_(_is_of_answer(update_table), _MAY_BE_OF),
        *which,
    )


class Review:
    """The queue of replies that a person settles, and the examples that come of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def asked(self) -> tuple[StoredMessage, ...]:
        """Messages whose senders were asked something that is open still, oldest first, without their bytes."""
        waits = exists().where(update_table.c.message == message.c.key, *_OPEN)
        query = WITHOUT_BYTES.where(waits, message.c.reason == "", message.c.number > 0).order_by(message.c.number)
        return tuple(map(read_message, self._database.rows(query)))

    def questions(self) -> tuple[Question, ...]:
        """Every question that is open still, oldest first."""
        return self._about(*_OPEN)

    def in_doubt_again(self) -> tuple[Question, ...]:
        """Every answer to a question of ours that was in doubt again, so that it waits for a person, and every mail
        that told nothing and does so."""
        return self._about(or_(and_(*_in_doubt_again(update_table)), and_(*_TELLS_NOTHING)))

    def _about(self, *which: ColumnElement[bool]) -> tuple[Question, ...]:
        query = (
            select(update_table, message.c.number, message.c.sender)
            .add_columns(_later(or_(*_SURE)).label("answered"), _later(*_in_doubt_again(_answer)).label("once_more"))
            .join(message, message.c.key == update_table.c.message)
            .where(*which, message.c.number > 0)
            .order_by(message.c.number, update_table.c.position)
        )
        return tuple(
            Question(r.message, r.position, r.number, r.sender, read_update(r), bool(r.answered), bool(r.once_more))
            for r in self._database.rows(query)
        )

    def add(self, key: str, wanted: PlannedUpdate) -> None:
        """Give a message that no update was read in the one that a person reads in it."""
        self._database.write(insert(update_table).values(update_values(key, [wanted])))

    def aim(self, key: str, position: int, wanted: PlannedUpdate) -> None:
        """Record which action an update is about after all, before anything is written to its row."""
        values = update_values(key, [wanted])[0]
        kept = {name: values[name] for name in ("plan", "item_id", "ref", "basis", "before", "after")}
        self._database.write(of_update(key, position).values(**kept))

    def settle(self, key: str, position: int, settled: PlannedUpdate, learnt: Example | None, trail: Event) -> None:
        """Record what a person made of an update, with the example it gives."""
        values = update_values(key, [settled])[0]
        kept = {name: values[name] for name in ("plan", "item_id", "ref", "state", "changes", "basis")}
        statements = [of_update(key, position).values(**kept), trail_line(trail)]
        if learnt:
            read, meant = printed(learnt.read), printed(learnt.meant)
            statements.append(insert(example).values(words=learnt.words, read=read, meant=meant))
        self._database.write(*statements)

    def examples(self) -> tuple[Example, ...]:
        """Everything that people said replies mean, oldest first."""
        found = self._database.rows(select(example).order_by(example.c.id))
        return tuple(Example(r.words, json.loads(r.read), json.loads(r.meant)) for r in found)
