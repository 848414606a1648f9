"""The files that came with replies: where each was put, or why it was not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from bot.ledger.database import Database
from bot.ledger.tables import attachment


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as its sender named it; `url` is "" where it was `refused`, with the reason."""

    name: str
    sha256: str
    url: str = ""
    refused: str = ""


class Evidence:
    """Files by the message that they came with. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, message: str, position: int, file: KeptFile) -> None:
        values = {"name": file.name, "sha256": file.sha256, "url": file.url, "refused": file.refused}
        statement = insert(attachment).values(message=message, position=position, **values)
        self._database.write(statement.on_conflict_do_nothing())

    def of(self, message: str) -> tuple[KeptFile, ...]:
        query = select(attachment).where(attachment.c.message == message).order_by(attachment.c.position)
        return tuple(KeptFile(r.name, r.sha256, r.url, r.refused) for r in self._database.rows(query))
