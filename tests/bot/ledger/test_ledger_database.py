from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import IntegrityError

from bot.ledger import Database, Ledger, LedgerBusy, LedgerUnusable, open_ledger
from bot.ledger.database import COMPILED, FILE_NAME
from bot.ledger.migrations import NEWEST
from bot.ledger.migrations import __file__ as migrations
from bot.ledger.tables import metadata
from tests.ledgers import founded

HOLDER = """
import sys
from pathlib import Path
from bot.ledger import open_ledger
with open_ledger(Path(sys.argv[1])).sole_writer():
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def small_disk(pages: int) -> Iterator[None]:
    """Every database opened inside may grow to so many pages of 4 KiB, as on a full disk."""

    def limit(connection: Any, _: Any) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


@contextmanager
def other_process(folder: Path) -> Iterator[None]:
    """Another process holds the ledger as its sole writer."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate("")


def run(database: Database, *statements: str) -> None:
    with database.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_the_migrations_make_exactly_the_tables_of_the_product(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata

    open_ledger(tmp_path).close()
    engine = create_engine(f"sqlite:///{tmp_path / FILE_NAME}")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    engine.dispose()
    assert found == []


def test_what_is_committed_is_on_the_disk(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    with database.reading() as connection:
        asked = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert asked == ["wal", 2]  # FULL
    database.close()


def test_the_newest_migration_is_the_one_the_product_asks_for() -> None:
    assert ScriptDirectory(str(Path(migrations).parent)).get_heads() == [NEWEST]


def test_a_ledger_opened_again_is_the_same(tmp_path: Path) -> None:
    first = Ledger(open_ledger(tmp_path))
    first.register.set_fact("approved:Housing plan", "2026-09-04-1")
    secret = first.register.token_secret()
    first.close()
    second = Ledger(open_ledger(tmp_path))
    assert second.register.fact("approved:Housing plan") == "2026-09-04-1"
    assert second.register.token_secret() == secret
    second.close()


def test_what_was_compiled_for_one_ledger_serves_the_next(tmp_path: Path) -> None:
    def known(folder: Path) -> int:
        ledger = Ledger(open_ledger(founded(folder)))
        ledger.register.set_fact("approved:Housing plan", "2026-09-04-1")
        ledger.close()
        return len(COMPILED)

    assert 0 < known(tmp_path / "first") == known(tmp_path / "second")


def test_the_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    open_ledger(tmp_path / "a" / "b").close()
    assert (tmp_path / "a" / "b" / FILE_NAME).is_file()


def test_nothing_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    with database.reading() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    database.close()
    assert found == ["wal", 2, 1]


def test_a_block_that_fails_writes_nothing(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    twice = "INSERT INTO fact VALUES ('a', 'b')"
    with pytest.raises(IntegrityError):
        run(database, twice, twice)
    assert Ledger(database).register.fact("a") == ""
    database.close()


def test_a_row_that_belongs_to_nothing_is_refused(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    with pytest.raises(IntegrityError):
        run(
            database,
            "INSERT INTO mention (intent, position, plan, item_id, ref) VALUES (99, 0, 'Housing plan', '1', '1.1')",
        )
    database.close()


def test_a_second_process_is_kept_out_and_let_in_afterwards(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    with other_process(tmp_path), pytest.raises(LedgerBusy, match="let it finish, then run this again"):
        database.sole_writer(patience=0.1).__enter__()
    with database.sole_writer(patience=0):
        database.close()


def test_a_second_process_may_read_and_open_meanwhile(tmp_path: Path) -> None:
    with other_process(tmp_path):
        ledger = Ledger(open_ledger(tmp_path))
        assert ledger.outbox.runs() == ()
        ledger.close()


def test_a_copy_is_made_while_a_second_process_is_at_work_and_what_it_records_is_forgotten(tmp_path: Path) -> None:
    ledger = Ledger(open_ledger(tmp_path))
    ledger.register.set_fact("seen", "before")
    with other_process(tmp_path), ledger.copied() as copy:
        assert copy.register.fact("seen") == "before"
        assert copy.register.token_secret() == ledger.register.token_secret()
        copy.register.set_fact("seen", "in the copy")
        assert copy.register.fact("seen") == "in the copy"
    assert ledger.register.fact("seen") == "before"
    ledger.close()


def test_a_lock_is_let_go_when_the_work_fails(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    with pytest.raises(RuntimeError), database.sole_writer():
        raise RuntimeError
    with database.sole_writer(patience=0):
        pass
    database.close()


def test_a_full_disk_is_named_and_what_was_kept_stays(tmp_path: Path) -> None:
    with small_disk(pages=60):
        ledger = Ledger(open_ledger(tmp_path))
        ledger.register.set_fact("a", "b")
        with pytest.raises(LedgerUnusable, match=f"the ledger in {tmp_path}: the disk is full: make room"):
            ledger.inbox.store("g1", b"x" * 400_000, date(2026, 9, 4))
        assert ledger.register.fact("a") == "b"
        assert ledger.inbox.unfinished() == ()
        ledger.close()


def test_a_disk_that_is_full_from_the_start_is_named(tmp_path: Path) -> None:
    with small_disk(pages=4), pytest.raises(LedgerUnusable, match="the disk is full: make room"):
        open_ledger(tmp_path)


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 500)
    with pytest.raises(LedgerUnusable, match=f"the ledger in {tmp_path}: it is damaged: restore it from a backup"):
        open_ledger(tmp_path)


def test_a_ledger_with_torn_pages_is_named(tmp_path: Path) -> None:
    ledger = Ledger(open_ledger(tmp_path))
    ledger.register.set_fact("a", "b")
    ledger.close()
    whole = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(LedgerUnusable, match="is damaged"):
        Ledger(open_ledger(tmp_path)).register.fact("a")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(LedgerUnusable, match=f"the data folder {tmp_path / 'data'} cannot be made"):
        open_ledger(tmp_path / "data")


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="there is no folder here that not even root may write to")
def test_a_folder_that_nobody_may_write_to_is_named() -> None:
    with pytest.raises(LedgerUnusable, match="it cannot be opened: give this account the right to write there"):
        open_ledger(Path("/sys/kernel"))


def test_a_writer_that_never_lets_go_is_named(tmp_path: Path) -> None:
    database = open_ledger(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as rude:
        rude.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy, match="another process uses it: try again shortly"):
            run(database, "PRAGMA busy_timeout=50", "INSERT INTO fact VALUES ('a', 'b')")
    database.close()


def test_a_ledger_of_a_newer_planminder_is_named(tmp_path: Path) -> None:
    open_ledger(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    with pytest.raises(LedgerUnusable, match="newer Planminder"):
        open_ledger(tmp_path)
