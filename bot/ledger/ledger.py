"""The whole ledger in one hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.ledger.database import Database
from bot.ledger.evidence import Evidence
from bot.ledger.imports import Imports
from bot.ledger.inbox import Inbox
from bot.ledger.outbox import Outbox
from bot.ledger.register import Register
from bot.ledger.review import Review
from bot.ledger.snapshot import Snapshot


class Ledger:
    """Snapshot of the lists, imports, outbox, inbox, review queue and register over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.snapshot = Snapshot(database)
        self.imports = Imports(database)
        self.outbox = Outbox(database)
        self.inbox = Inbox(database)
        self.review = Review(database)
        self.evidence = Evidence(database)
        self.register = Register(database)

    @contextmanager
    def alone(self) -> Iterator[Ledger]:
        """This ledger, held while a job runs; raises LedgerBusy when another process holds it for long."""
        with self._database.sole_writer():
            yield self

    @contextmanager
    def copied(self) -> Iterator[Ledger]:
        """A copy to look ahead on, which is forgotten; what is made only once is made here first, to be the same."""
        self.register.token_secret()
        self.register.identity()
        with self._database.copied() as copy:
            yield Ledger(copy)

    def close(self) -> None:
        self._database.close()
