"""Opening the ledger: SQLite that loses nothing on a power cut, one writer at a time, the newest tables."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Row, Select, Table, create_engine, event, inspect
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DatabaseError

from bot.ledger.tables import metadata

FILE_NAME = "ledger.db"


class LedgerUnusable(Exception):
    """The ledger cannot be opened or written; nothing may be sent without it."""


class LedgerBusy(Exception):
    """Another Planminder process is at work on this ledger."""


class LedgerDialect(SQLiteDialect_pysqlite):
    """SQLite, equal for every ledger of the process: a service opens its own for each job anew, and what was compiled
    for one serves all."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.ledger", __name__, LedgerDialect.__name__)
COMPILED: dict[Any, Any] = {}


class Database:
    """A ledger file. `reading` and `writing` give connections; a `writing` block commits at its end or not at all."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with _named(self._folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with _named(self._folder), self._engine.begin() as connection:
            yield connection

    def rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        """All that a query finds."""
        with self.reading() as connection:
            return connection.execute(query).all()

    def value(self, query: Select[Any]) -> Any:
        """The first value that a query finds; None where it finds none."""
        with self.reading() as connection:
            return connection.execute(query).scalar()

    def write(self, *statements: Executable) -> None:
        """Carry statements out in one transaction."""
        with self.writing() as connection:
            for each in statements:
                connection.execute(each)

    @contextmanager
    def sole_writer(self, patience: float = 30.0) -> Iterator[None]:
        """Keep every other process out while a job runs; raises LedgerBusy after `patience` seconds."""
        with (self._folder / "ledger.lock").open("w") as lock:
            deadline = time.monotonic() + patience
            while not _try_lock(lock):
                if time.monotonic() > deadline:
                    raise LedgerBusy("another planminder is at work on this ledger: let it finish, then run this again")
                time.sleep(0.05)
            yield

    @contextmanager
    def copied(self) -> Iterator[Database]:
        """A copy to look ahead on, also while another process is at work: what is recorded there is forgotten."""
        with TemporaryDirectory(prefix="planminder-") as folder:
            with self.reading() as connection:
                connection.exec_driver_sql("VACUUM INTO ?", (str(Path(folder) / FILE_NAME),))
            copy = open_ledger(Path(folder))
            try:
                yield copy
            finally:
                copy.close()

    def close(self) -> None:
        self._engine.dispose()


def put(table: Table) -> Insert:
    """Rows put in the place of those with the same primary key, or beside the others."""
    statement = insert(table)
    rest = {column.name: statement.excluded[column.name] for column in table.c if not column.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest)


def open_ledger(folder: Path) -> Database:
    """Open the ledger in `folder`, making or upgrading it as needed; raises LedgerUnusable with what to do."""
    with _named(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerUnusable(f"the data folder {folder} cannot be made: {error.strerror}") from error
        address, kept = f"sqlite+ledger:///{folder / FILE_NAME}", {"compiled_cache": COMPILED}
        engine = create_engine(address, connect_args={"timeout": 30}, execution_options=kept)
        event.listen(engine, "connect", _set_up_connection)
        database = Database(engine, folder)
        if not _is_current(engine):
            with database.sole_writer():
                _upgrade(engine, folder)
    return database


def _set_up_connection(connection: Any, _: Any) -> None:
    """FULL costs under a millisecond a commit, and Exchange takes one mail in two seconds: never trade safety here."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _is_current(engine: Engine) -> bool:
    from bot.ledger.migrations import NEWEST

    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == NEWEST


def _upgrade(engine: Engine, folder: Path) -> None:
    # Imported only when there is something to migrate: it costs a third of a second.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        config.attributes["target_metadata"] = metadata
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LedgerUnusable(
                f"the ledger in {folder} was made by a newer Planminder: install that version again, or restore the "
                "backup made before it"
            ) from error


def _try_lock(lock: Any) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


_ADVICE = (
    ("full", "the disk is full: make room, then run this again; nothing more was sent"),
    ("i/o error", "the disk failed or is full: see to it, then run this again; nothing more was sent"),
    ("readonly", "it cannot be written: give this account the right to write there"),
    ("unable to open", "it cannot be opened: give this account the right to write there"),
    ("not a database", "it is damaged: restore it from a backup before anything is sent"),
    ("malformed", "it is damaged: restore it from a backup before anything is sent"),
)


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """Say what a database fault means: a full disk, a lock, or a file that is no ledger."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig).lower()
        if "locked" in said or "busy" in said:
            raise LedgerBusy(f"the ledger in {folder}: another process uses it: try again shortly") from error
        for words, advice in _ADVICE:
            if words in said:
                raise LedgerUnusable(f"the ledger in {folder}: {advice}") from error
        raise
