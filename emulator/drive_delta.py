"""The changes of a library's files and folders since a link was given."""

from __future__ import annotations

from typing import Any

from emulator import delta, drive, drive_items, library, odata
from emulator.calls import Call, Reply, answer
from emulator.errors import bad_request
from emulator.store import Row
from emulator.tenant import Tenant

PAGE = 200
CEILING = 5000


def changes(tenant: Tenant, call: Call, drive_key: str, entry: str) -> Reply:
    """As for a list: everything first, then what changed or went; `token=latest` gives nothing but a link."""
    shelf = drive.enter(tenant, call, drive_key)
    if drive.entry_at(tenant, shelf, entry)["parent"]:
        raise bad_request("delta can be called on the root of a drive only.", "notSupported")
    options = odata.options(call)
    size = min(options.top or PAGE, CEILING)
    token = call.query.get("token") or call.query.get("$skiptoken") or ""
    context = f"drives('{drive_key}')/items"
    if token.lower() == "latest":
        return answer(odata.page(context, [], delta_link=onward(tenant, call, shelf, tenant.store.change)))
    start = delta.opened(tenant, call, token, f"drive {shelf['id']}")["since"] if token else 0
    rows = since(tenant, shelf, start, size + 1)
    found = [odata.shaped(shown(tenant, shelf, row), options) for row in rows[:size]]
    if start == 0:
        found.insert(0, odata.shaped(drive_items.shown(tenant, shelf, library.root(tenant, shelf)), options))
    if len(rows) > size:
        return answer(odata.page(context, found, next_link=onward(tenant, call, shelf, rows[size - 1]["change"])))
    return answer(odata.page(context, found, delta_link=onward(tenant, call, shelf, tenant.store.change)))


def since(tenant: Tenant, shelf: Row, start: int, most: int) -> list[Row]:
    """What changed, and (but not at the beginning) what went, in the order of the changes."""
    kept = tenant.store.all(
        "SELECT entries.*, items.change FROM entries"
        " JOIN items ON items.list = entries.list AND items.id = entries.item"
        " WHERE entries.list = ? AND items.change > ? ORDER BY items.change LIMIT ?",
        *(shelf["id"], start, most),
    )
    gone = tenant.store.all(
        "SELECT * FROM removed_entries WHERE list = ? AND change > ? AND ? > 0 ORDER BY change LIMIT ?",
        *(shelf["id"], start, start, most),
    )
    return sorted([*kept, *gone], key=lambda row: int(row["change"]))[:most]


def shown(tenant: Tenant, shelf: Row, row: Row) -> dict[str, Any]:
    if "name" in row.keys():  # noqa: SIM118 - a Row is not a mapping
        return drive_items.shown(tenant, shelf, row)
    parent = {"driveId": library.drive_id(shelf), "id": row["parent"]}
    kind: dict[str, Any] = {"folder": {}} if row["is_folder"] else {"file": {}}
    return {"id": row["id"], "deleted": {"state": "deleted"}, "parentReference": parent, **kind}


def onward(tenant: Tenant, call: Call, shelf: Row, number: int) -> str:
    return odata.link(call, "token", delta.token(tenant, f"drive {shelf['id']}", number))


ROUTES = (("GET", "/drives/{drive_key}/items/{entry}/delta", changes),)
