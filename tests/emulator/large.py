"""Large contents made as they are read, and how much memory a tenant took for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.emulator.local import LocalTenant

MIB = 1024 * 1024


def numbered(size: int) -> Iterator[bytes]:
    """So many MiB, no two of them the same."""
    return (number.to_bytes(4) * (MIB // 4) for number in range(size))


def digest(pieces: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for piece in pieces:
        whole.update(piece)
    return whole.hexdigest()


@cache
def digest_of(size: int) -> str:
    """Of so many numbered MiB."""
    return digest(numbered(size))


def peak(tenant: LocalTenant) -> int:
    """MiB of memory at most so far."""
    path = Path(f"/proc/{tenant.process.pid}/status")
    if not path.exists():
        pytest.skip("the memory of a process is read from /proc, which is not here")
    return next(int(line.split()[1]) // 1024 for line in path.read_text().splitlines() if line.startswith("VmHWM"))
