"""Ledgers that tests open: as on a council's first day, copied and not migrated, which takes a seventh of a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from bot.ledger import database, open_ledger
from bot.ledger.database import FILE_NAME


@cache
def _of_the_first_day() -> bytes:
    with TemporaryDirectory() as folder:
        open_ledger(Path(folder)).close()
        return (Path(folder) / FILE_NAME).read_bytes()


def founded(folder: Path) -> Path:
    """The folder, with an empty ledger in it where it has none."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FILE_NAME).exists():
        (folder / FILE_NAME).write_bytes(_of_the_first_day())
    return folder


@contextmanager
def without_power_cuts() -> Iterator[None]:
    """No ledger of this process waits for its disk: what is killed here are processes, and never the machine."""
    as_ever = database._set_up_connection

    def set_up(connection: Any, record: Any) -> None:
        as_ever(connection, record)
        connection.execute("PRAGMA synchronous=OFF")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_set_up_connection", set_up)
        yield
