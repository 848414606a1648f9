"""The durable record: what was seen, decided, sent, read and written. Every outside act is committed here first."""

from bot.ledger.database import Database, LedgerBusy, LedgerUnusable, open_ledger
from bot.ledger.evidence import Evidence, KeptFile
from bot.ledger.imports import Imported, Imports
from bot.ledger.inbox import Inbox
from bot.ledger.ledger import Ledger
from bot.ledger.mails import IN_FLIGHT, NOT_TRIED, Intent, IntentState, Mention, NewIntent, Run, RunState
from bot.ledger.messages import ASKED_ONCE, ASKS_US, OVERTAKEN, Envelope, MessageState, PlannedUpdate, StoredMessage
from bot.ledger.outbox import Outbox
from bot.ledger.register import Event, Register
from bot.ledger.review import Example, Question, Review
from bot.ledger.snapshot import Basis, Seen, Snapshot

__all__ = [
    "ASKED_ONCE",
    "ASKS_US",
    "IN_FLIGHT",
    "NOT_TRIED",
    "OVERTAKEN",
    "Basis",
    "Database",
    "Envelope",
    "Event",
    "Evidence",
    "Example",
    "Imported",
    "Imports",
    "Inbox",
    "Intent",
    "IntentState",
    "KeptFile",
    "Ledger",
    "LedgerBusy",
    "LedgerUnusable",
    "Mention",
    "MessageState",
    "NewIntent",
    "Outbox",
    "PlannedUpdate",
    "Question",
    "Register",
    "Review",
    "Run",
    "RunState",
    "Seen",
    "Snapshot",
    "StoredMessage",
    "open_ledger",
]
