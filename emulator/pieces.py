"""Files in pieces: never whole in memory, neither on their way in, nor in the store, nor on their way out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from emulator.store import Store

PIECE = 1024 * 1024


class Gone(Exception):
    """The file was deleted while it was being read."""


class Spool:
    """The body of a request: in memory while it is small, otherwise in a nameless file that goes with the process."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.SpooledTemporaryFile(PIECE, dir=str(folder))  # noqa: SIM115 - closed by close()
        self.size = 0

    def write(self, some: bytes) -> None:
        self._file.write(some)
        self.size += len(some)

    def settle(self) -> None:
        """All of it has come. Raises OSError when there is no room for it."""
        self._file.flush()

    def whole(self) -> bytes:
        self._file.seek(0)
        return self._file.read()

    def pieces(self) -> Iterator[bytes]:
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece

    def close(self) -> None:
        with suppress(OSError):  # what found no room on the disk goes with the file
            self._file.close()


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes from `start` to before `end` of what is kept in the store under `key`."""

    store: Store
    key: str
    end: int
    start: int = 0

    @property
    def size(self) -> int:
        return self.end - self.start

    def part(self, first: int, last: int) -> Content:
        """From byte `first` to byte `last`, that one included."""
        return replace(self, start=self.start + first, end=self.start + last + 1)

    def pieces(self) -> Iterator[bytes]:
        """Each is fetched when it is asked for. Raises Gone."""
        at = self.start
        while at < self.end:
            row = self.store.one(
                "SELECT first, bytes FROM pieces WHERE content = ? AND first <= ? ORDER BY first DESC LIMIT 1",
                *(self.key, at),
            )
            piece = row["bytes"][at - row["first"] : self.end - row["first"]] if row else b""
            if not piece:
                raise Gone(self.key)
            yield piece
            at += len(piece)


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes in memory, where bytes in pieces are wanted."""

    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    def part(self, first: int, last: int) -> Held:
        return Held(self.content[first : last + 1])

    def pieces(self) -> Iterator[bytes]:
        return (self.content[first : first + PIECE] for first in range(0, len(self.content), PIECE))


def keep(store: Store, key: str, pieces: Iterable[bytes], first: int = 0) -> int:
    """Keep bytes under a key from byte `first` on; the number of the byte behind the last."""
    for piece in pieces:
        store.run("INSERT INTO pieces (content, first, bytes) VALUES (?, ?, ?)", key, first, piece)
        first += len(piece)
    return first


def drop(store: Store, key: str) -> None:
    store.run("DELETE FROM pieces WHERE content = ?", key)
