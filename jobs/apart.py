"""Mails opened and read in a process apart: one that hangs, or dies over a mail, costs that mail alone.

The child is this module run as a program: pickled calls come in on stdin, pickled answers go out on stdout. It is
started when the first mail is there and serves them all; it is killed when a mail takes too long.
"""

from __future__ import annotations

import os
import pickle
import resource
import select
import struct
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import IO, Any, Protocol

from bot.reply import (
    Attached,
    Away,
    Extract,
    Mail,
    Mentioned,
    Undo,
    Update,
    attached_files,
    find_undo,
    note_of,
    open_mail,
    read_mail,
)
from bot.reply.lines import Line

LIMIT = 30.0
"""Seconds for one mail; a 5 MB page takes two."""
_MEMORY = 2 << 30
_SIZE = struct.Struct(">Q")


class ReaderDied(Exception):
    """The process that reads mails died over one, or did not come to an end with it."""


class Reads(Protocol):
    """What is done with a mail that may be hostile; raises ReaderDied."""

    def open(self, raw: bytes) -> Mail: ...

    def read(
        self, mail: Mail, parent: str | None, known: Sequence[Mentioned], day: date, names: Sequence[str]
    ) -> tuple[Extract, tuple[Update, ...]]: ...

    def undo(self, lines: Sequence[Line], known: Sequence[Mentioned]) -> Undo | None: ...

    def away(self, mail: Mail, day: date) -> Away: ...

    def files(self, raw: bytes) -> tuple[Attached, ...]: ...


class ReadsHere:
    """Reads in this very process: for mails of one's own."""

    open = staticmethod(open_mail)
    read = staticmethod(read_mail)
    undo = staticmethod(find_undo)
    away = staticmethod(note_of)
    files = staticmethod(attached_files)


class ReadsApart:
    """Reads in one child process, which a later call starts anew once it is gone."""

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._child: subprocess.Popen[bytes] | None = None

    def open(self, raw: bytes) -> Mail:
        mail: Mail = self._call("open", raw)
        return mail

    def read(
        self, mail: Mail, parent: str | None, known: Sequence[Mentioned], day: date, names: Sequence[str]
    ) -> tuple[Extract, tuple[Update, ...]]:
        found: tuple[Extract, tuple[Update, ...]] = self._call("read", mail, parent, tuple(known), day, tuple(names))
        return found

    def undo(self, lines: Sequence[Line], known: Sequence[Mentioned]) -> Undo | None:
        found: Undo | None = self._call("undo", tuple(lines), tuple(known))
        return found

    def away(self, mail: Mail, day: date) -> Away:
        found: Away = self._call("away", mail, day)
        return found

    def files(self, raw: bytes) -> tuple[Attached, ...]:
        found: tuple[Attached, ...] = self._call("files", raw)
        return found

    @property
    def pid(self) -> int | None:
        """The child that is at work, if any."""
        return self._child.pid if self._child and self._child.poll() is None else None

    def close(self) -> None:
        if self._child:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def _call(self, name: str, *given: object) -> Any:
        self._child = self._child or _start()
        try:
            ended_well, answer = _ask(self._child, (name, given), self._limit)
        except (OSError, EOFError, struct.error, pickle.UnpicklingError) as error:
            self.close()
            raise ReaderDied(f"the reader died over a mail ({type(error).__name__})") from error
        if not ended_well:
            raise ReaderDied(f"the reader failed over a mail ({answer})")
        return answer


def _ask(child: subprocess.Popen[bytes], call: object, limit: float) -> Any:
    assert child.stdin is not None
    assert child.stdout is not None
    _write(child.stdin, call)
    if not select.select([child.stdout], [], [], limit)[0]:
        raise TimeoutError
    return _read(child.stdout)


def _start() -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen(
        [sys.executable, "-m", "jobs.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # an interrupt at the keyboard is for the parent
    )


def _write(pipe: IO[bytes], value: object) -> None:
    packed = pickle.dumps(value)
    pipe.write(_SIZE.pack(len(packed)) + packed)
    pipe.flush()


def _read(pipe: IO[bytes]) -> Any:
    (size,) = _SIZE.unpack(pipe.read(_SIZE.size))
    return pickle.loads(pipe.read(size))  # noqa: S301 - between our own two processes


_CALLS: dict[str, Callable[..., object]] = {
    "open": open_mail,
    "read": read_mail,
    "undo": find_undo,
    "away": note_of,
    "files": attached_files,
}


def serve() -> None:
    """Answer calls until stdin ends; a call that fails says so by the name of its error, and the next one goes on."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    calls, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints may come between two answers
    while head := calls.read(_SIZE.size):
        name, given = pickle.loads(calls.read(*_SIZE.unpack(head)))  # noqa: S301
        try:
            answer = True, _CALLS[name](*given)
        except Exception as fault:  # noqa: BLE001 - a mail on which our own rules fail waits for a person
            answer = False, type(fault).__name__
        _write(answers, answer)


if __name__ == "__main__":
    serve()
