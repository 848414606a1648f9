"""The versions of a file, and the bytes of each."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from emulator import file_times, pieces
from emulator.errors import not_found
from emulator.pieces import Content
from emulator.store import Row
from emulator.tenant import Tenant


def kept(tenant: Tenant, sent: Iterable[bytes]) -> Content:
    """New bytes, which belong to no file yet."""
    key = secrets.token_hex(16)
    return Content(tenant.store, key, pieces.keep(tenant.store, key, sent))


def add(tenant: Tenant, entry: Row, content: Content) -> None:
    """What is kept becomes the file's next version."""
    now, version = tenant.clock.stamp(), entry["version"] + 1
    file_times.forget(tenant, entry["id"])
    tenant.store.run(
        "INSERT INTO contents (entry, version, content, size, modified) VALUES (?, ?, ?, ?, ?)",
        *(entry["id"], version, content.key, content.size, now),
    )
    tenant.store.run(
        "UPDATE entries SET size = ?, version = ?, modified = ? WHERE id = ?", content.size, version, now, entry["id"]
    )


def of(tenant: Tenant, entry: Row, version: int | None = None) -> Content:
    """The bytes of a version, else of the current one. Raises a 404."""
    row = tenant.store.one(
        "SELECT content, size FROM contents WHERE entry = ? AND version = ?",
        *(entry["id"], version or entry["version"]),
    )
    if row is None:
        raise not_found("The specified version was not found")
    return Content(tenant.store, row["content"], row["size"])


def versions(tenant: Tenant, entry: Row) -> list[Row]:
    """Newest first."""
    return tenant.store.all(
        "SELECT entry, version, size, modified FROM contents WHERE entry = ? ORDER BY version DESC", entry["id"]
    )


def remove(tenant: Tenant, entry: Row, version: int) -> None:
    pieces.drop(tenant.store, of(tenant, entry, version).key)
    tenant.store.run("DELETE FROM contents WHERE entry = ? AND version = ?", entry["id"], version)


def remove_all(tenant: Tenant, entry: Row) -> None:
    for row in versions(tenant, entry):
        remove(tenant, entry, row["version"])
