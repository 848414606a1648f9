"""Runs and mails as values, with the states of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.plan import Key, Person
from bot.policy import Post, ReminderKind


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
NOT_TRIED = (IntentState.NEW, IntentState.DRAFTING, IntentState.DRAFTED)
LEFT = (IntentState.SENDING, IntentState.SENT, IntentState.UNCERTAIN)
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
    """An action that a mail speaks of, as what kind of reminder, and whether the mail announces an escalation.

    `post` is the rung of the ladder that an escalation told, `promised` the day that a warning names for one, `named`
    the address of whom a question whose it is names.
    """

    plan: str
    item_id: str
    ref: str
    kind: ReminderKind = ReminderKind.UPCOMING
    warned: bool = False
    post: Post | None = None
    promised: date | None = None
    named: str = ""

    @property
    def key(self) -> Key:
        return self.plan, self.item_id


@dataclass(frozen=True, slots=True)
class NewIntent:
    """A mail that should be sent once. `number` is reserved with `next_number`; `key` is unique for ever.

    `redirected_to` is the address that a rehearsal sends it to instead of to `person`, "" for none. `answers` are
    the numbers of the messages that a receipt is about, none for other mails.
    """

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
    redirected_to: str = ""
    answers: tuple[int, ...] = ()


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
    redirected_to: str = ""
    answers: tuple[int, ...] = ()

    @property
    def goes_to(self) -> str:
        """The address that it leaves for."""
        return self.redirected_to or self.person.address
