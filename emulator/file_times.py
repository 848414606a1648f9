"""The times that a client gives a file (`fileSystemInfo`), which are not those of the library's own clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from emulator.calls import given
from emulator.clock import moment_of, stamp
from emulator.errors import bad_request
from emulator.store import Row
from emulator.tenant import Tenant

NAMES = ("createdDateTime", "lastModifiedDateTime")


def wished(body: Mapping[str, Any]) -> dict[str, str]:
    """The times in a body's `fileSystemInfo`. Raises a 400 for what is not a moment."""
    times = {}
    for name in NAMES:
        text = given(given(body, "fileSystemInfo", dict, {}), name, str, "")
        moment = moment_of(text) if text else None
        if text and moment is None:
            raise bad_request(f"The property '{name}' has a value that is not a date and time.")
        if moment is not None:
            times[name] = stamp(moment)
    return times


def keep(tenant: Tenant, key: str, times: Mapping[str, str]) -> None:
    """Remember them for a file or, until its file is there, for an upload session."""
    for name, moment in times.items():
        tenant.store.run("INSERT OR REPLACE INTO file_times (key, name, moment) VALUES (?, ?, ?)", key, name, moment)


def of(tenant: Tenant, key: str) -> dict[str, str]:
    rows = tenant.store.all("SELECT name, moment FROM file_times WHERE key = ?", key)
    return {row["name"]: row["moment"] for row in rows}


def forget(tenant: Tenant, key: str) -> None:
    tenant.store.run("DELETE FROM file_times WHERE key = ?", key)


def shown(tenant: Tenant, entry: Row) -> dict[str, str]:
    """A driveItem's `fileSystemInfo`: the library's times where the client gave none."""
    return dict(zip(NAMES, (entry["created"], entry["modified"]), strict=True)) | of(tenant, entry["id"])
