"""What stands in the way of a start, as a sentence that says what to do."""

from __future__ import annotations

import sqlite3
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from emulator.errors import FULL, StateError, is_full_disk

ANOTHER = "Give an empty folder as --state, or put back a copy of this one."


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """While a state is opened or founded. Raises StateError for a full disk, a damaged database, a forbidden file."""
    try:
        yield
    except sqlite3.Error as error:
        if is_full_disk(error):
            raise StateError(f"The tenant cannot be kept in {folder}. {FULL}") from error
        raise StateError(f"The database {folder / 'tenant.db'} is damaged: {error}. {ANOTHER}") from error
    except OSError as error:
        if is_full_disk(error):
            raise StateError(f"The tenant cannot be kept in {folder}. {FULL}") from error
        place = error.filename or folder
        raise StateError(f"{place} cannot be used: {error.strerror}. Let its owner read and write it.") from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """While a key or certificate is read. Raises StateError for one that is none."""
    try:
        yield
    except (ValueError, AssertionError, ssl.SSLError) as error:
        advice = "Delete it and start again; clients then need the new one."
        raise StateError(f"{path} is no key with its certificate any more. {advice}") from error
