"""Everything the tenant remembers, in one SQLite database: a file under `--state`, or one that nobody sees."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from emulator.errors import StateError

SCHEMA = Path(__file__).with_name("schema.sql")
FORM = 3
ANOTHER = "Give an empty folder as --state."
MEMORY_KB = 32 * 1024
TABLES = (
    *(
        "sites",
        "grants",
        "people",
        "managers",
        "absences",
        "absence_answers",
        "lists",
        "columns",
        "items",
        "item_versions",
    ),
    *("entries", "removed_entries", "contents", "pieces", "file_times", "uploads"),
    *("folders", "messages", "removals", "extended", "attachments", "attachment_sessions"),
)

Row = sqlite3.Row


class Store:
    """One connection, used from one thread. `next_change` numbers every change for the delta links.

    Without a path it is SQLite's private temporary database: what does not fit into its memory goes to a file without
    a name, which is gone with the connection, however that ends.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._database = sqlite3.connect(path or "", isolation_level=None, check_same_thread=False)
        self._database.row_factory = sqlite3.Row
        self._open(path)
        self._database.execute(f"PRAGMA journal_mode={'WAL' if path else 'MEMORY'}")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute(f"PRAGMA cache_size=-{MEMORY_KB}")
        self._database.executescript(SCHEMA.read_text("utf-8"))
        self._database.execute(f"PRAGMA user_version={FORM}")
        self._change = int(self.recall("change", 0))
        self._kept: dict[str, sqlite3.Connection] = {}

    def _open(self, path: Path | None) -> None:
        """Raises StateError for a file that is no tenant of this version."""
        try:
            form = self._database.execute("PRAGMA user_version").fetchone()[0]
            is_new = self._database.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0] == 0
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            raise StateError(f"{path} is not a tenant's database: {error}. {ANOTHER}") from error
        if form == FORM and not is_new:
            self._check(path)
        if form != FORM and not is_new:
            raise StateError(f"{path} was kept by another version of the local tenant. {ANOTHER}")

    def _check(self, path: Path | None) -> None:
        """Every table but the bytes of files, which are many. Raises StateError for a damaged one."""
        for table in ("meta", *TABLES):
            said = self._database.execute(f"PRAGMA quick_check({table})").fetchone()[0] if table != "pieces" else "ok"
            if said != "ok":
                raise StateError(f"{path} is damaged: {' '.join(said.split())}. {ANOTHER}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing. Inside another transaction it joins that one."""
        if self._database.in_transaction:
            yield
            return
        self._database.execute("BEGIN")
        before = self._change
        try:
            yield
            if self._change != before:
                self.remember("change", self._change)
            self._database.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._database.in_transaction:  # on a full disk SQLite may have done so by itself
            self._database.execute("ROLLBACK")

    def one(self, sql: str, *values: object) -> Row | None:
        row: Row | None = self._database.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, *values: object) -> list[Row]:
        return self._database.execute(sql, values).fetchall()

    def each(self, sql: str, *values: object) -> Iterator[Row]:
        return iter(self._database.execute(sql, values))

    def run(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self._database.execute(sql, values)

    def next_change(self) -> int:
        self._change += 1
        return self._change

    @property
    def change(self) -> int:
        """The number of the latest change."""
        return self._change

    def recall(self, key: str, default: Any = None) -> Any:
        row = self.one("SELECT value FROM meta WHERE key = ?", key)
        return json.loads(row["value"]) if row else default

    def remember(self, key: str, value: object) -> None:
        self.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, json.dumps(value))

    def forget_everything(self) -> None:
        """Empty every table but `meta`; change numbers go on, so that old delta links cannot be mistaken for new."""
        for table in TABLES:
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above

    def keep(self, name: str) -> None:
        """Remember everything as it is now while this process lives, instead of what had the name before."""
        copy = sqlite3.connect("", check_same_thread=False)
        self._database.backup(copy)
        if name in self._kept:
            self._kept[name].close()
        self._kept[name] = copy

    def bring_back(self, name: str) -> None:
        """Everything as it was kept, the numbers of changes too. Raises KeyError for a name that keeps nothing."""
        self._kept[name].backup(self._database)
        self._change = int(self.recall("change", 0))

    def close(self) -> None:
        for each in (*self._kept.values(), self._database):
            each.close()
