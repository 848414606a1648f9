"""The versions of a file: listed, fetched, deleted."""

from __future__ import annotations

from typing import Any

from emulator import drive, drive_items, file_contents, odata
from emulator.calls import Call, Reply, answer, empty
from emulator.errors import bad_request, not_found
from emulator.routing import Route
from emulator.store import Row
from emulator.tenant import Tenant


def versions(tenant: Tenant, call: Call, drive_key: str, entry: str) -> Reply:
    found = drive.entry_at(tenant, drive.enter(tenant, call, drive_key), entry)
    context = f"drives('{drive_key}')/items('{found['id']}')/versions"
    return answer(odata.page(context, [version_shown(row) for row in file_contents.versions(tenant, found)]))


def version(tenant: Tenant, call: Call, drive_key: str, entry: str, version: str) -> Reply:
    found = drive.entry_at(tenant, drive.enter(tenant, call, drive_key), entry)
    return answer(version_shown(version_row(tenant, found, version)))


def remove_version(tenant: Tenant, call: Call, drive_key: str, entry: str, version: str) -> Reply:
    found = drive.entry_at(tenant, drive.enter(tenant, call, drive_key), entry)
    number = version_row(tenant, found, version)["version"]
    if number == found["version"]:
        raise bad_request("The current version cannot be deleted.")
    file_contents.remove(tenant, found, number)
    return empty()


def version_content(tenant: Tenant, call: Call, drive_key: str, entry: str, version: str) -> Reply:
    found = drive.entry_at(tenant, drive.enter(tenant, call, drive_key), entry)
    number = version_row(tenant, found, version)["version"]
    return Reply(302, b"", {"Location": drive_items.download_url(tenant, found, number)})


def version_row(tenant: Tenant, entry: Row, version: str) -> Row:
    for row in file_contents.versions(tenant, entry):
        if f"{row['version']}.0" == version:
            return row
    raise not_found("The specified version was not found")


def version_shown(row: Row) -> dict[str, Any]:
    return {
        "id": f"{row['version']}.0",
        "lastModifiedBy": {"user": {"displayName": "SharePoint App"}},
        "lastModifiedDateTime": row["modified"],
        "size": row["size"],
    }


BASE = "/drives/{drive_key}/items/{entry}/versions"
ROUTES: tuple[Route, ...] = (
    ("GET", BASE, versions),
    ("GET", BASE + "/{version}", version),
    ("DELETE", BASE + "/{version}", remove_version),
    ("GET", BASE + "/{version}/content", version_content),
)
