"""Items of a list: read with their fields, added, changed under If-Match, remembered in versions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from emulator import columns, fields, lists, lookups, odata, people
from emulator.calls import Call, Reply, answer, empty, given
from emulator.errors import access_denied, bad_request, not_found, stale_etag
from emulator.store import Row
from emulator.tenant import Tenant

PAGE = 200
CEILING = 5000
APPLICATION = "SharePoint App"
APPLICATION_ID = "1073741822"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list opened for reading or writing: everything that each of its items needs."""

    row: Row
    definitions: dict[str, dict[str, Any]]
    people: fields.People
    named: fields.Named
    url: str

    @property
    def context(self) -> str:
        return odata.METADATA + f"sites('{self.row['site']}')/lists('{self.id}')"

    @property
    def id(self) -> str:
        return str(self.row["id"])


def open_sheet(tenant: Tenant, row: Row) -> Sheet:
    url = lists.url(tenant.identity.site_url, row["path"])
    everyone = people.of(tenant, row["site"])
    return Sheet(row, columns.of(tenant, row["id"]), everyone, lookups.named(tenant, everyone), url)


def enter(tenant: Tenant, call: Call, site: str, list_key: str) -> Sheet:
    return open_sheet(tenant, lists.enter(tenant, call, site, list_key))


def etag(row: Row | Mapping[str, Any]) -> str:
    return f'"{row["guid"]},{row["version"]}"'


def shown(sheet: Sheet, row: Row, expand: Mapping[str, odata.Expand]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "@odata.etag": etag(row),
        "createdDateTime": row["created"],
        "eTag": etag(row),
        "id": str(row["id"]),
        "lastModifiedDateTime": row["modified"],
        "webUrl": f"{sheet.url}/{row['id']}_.000",
        "createdBy": identity(row["created_by"]),
        "lastModifiedBy": identity(row["modified_by"]),
        "parentReference": {"id": sheet.id, "siteId": sheet.row["site"]},
        "contentType": {"id": "0x0100" + sheet.id.replace("-", "").upper()[:32], "name": "Item"},
    }
    wanted = next((inner for name, inner in expand.items() if name.lower() == "fields"), None)
    if wanted is not None:
        item["fields@odata.context"] = f"{sheet.context}/items('{row['id']}')/fields/$entity"
        item["fields"] = field_values(sheet, row, wanted.select)
    return item


def identity(name: str) -> dict[str, Any]:
    return {"user": {"displayName": name}} if "@" not in name else {"user": {"email": name, "displayName": name}}


def field_values(
    sheet: Sheet, row: Row | Mapping[str, Any], select: tuple[str, ...], *, as_written: bool = False
) -> dict[str, Any]:
    """The open `fields` of an item: its columns and what SharePoint adds of its own."""
    stored = json.loads(row["fields"])
    values = fields.shown(sheet.definitions, stored, sheet.named, select, as_written=as_written)
    own = {
        "LinkTitle": stored.get("Title"),
        "LinkTitleNoMenu": stored.get("Title"),
        "id": str(row["id"]),
        "ContentType": stored.get("ContentType", "Item"),
        "Modified": row["modified"],
        "Created": row["created"],
        "AuthorLookupId": APPLICATION_ID,
        "EditorLookupId": APPLICATION_ID,
        "_UIVersionString": f"{row['version']}.0",
        "Attachments": False,
        "Edit": "",
        "ItemChildCount": "0",
        "FolderChildCount": "0",
    }
    wanted = {name.lower() for name in select}
    chosen = {key: value for key, value in own.items() if value is not None and (not wanted or key.lower() in wanted)}
    if {"author", "editor"} & wanted:
        chosen |= {name: APPLICATION for name in ("Author", "Editor") if name.lower() in wanted}
    return {"@odata.etag": etag(row), **values, **chosen}


def find(tenant: Tenant, sheet: Sheet, key: str) -> Row:
    """An item by its number or its GUID."""
    if key.isdecimal():
        number = int(key) if len(key) < 12 else 0
        row = tenant.store.one("SELECT * FROM items WHERE list = ? AND id = ? AND NOT deleted", sheet.id, number)
    else:
        row = tenant.store.one("SELECT * FROM items WHERE list = ? AND guid = ? AND NOT deleted", sheet.id, key.lower())
    if row is None:
        raise not_found("The specified item was not found")
    return row


def get(tenant: Tenant, call: Call, site: str, list_key: str, item: str) -> Reply:
    sheet = enter(tenant, call, site, list_key)
    options = odata.options(call)
    row = find(tenant, sheet, item)
    for inner in options.expand.values():
        fields.check_lookups(sheet.definitions, inner.select)
    return answer(odata.shaped(shown(sheet, row, options.expand), options))


def get_fields(tenant: Tenant, call: Call, site: str, list_key: str, item: str) -> Reply:
    sheet = enter(tenant, call, site, list_key)
    return answer(field_values(sheet, find(tenant, sheet, item), odata.options(call).select))


def create(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    sheet = writable(tenant, call, site, list_key)
    values = given(call.json(), "fields", dict, {})
    if "id" in values:
        raise bad_request("Field 'id' is read-only")
    row = add(tenant, sheet, fields.taken(sheet.definitions, sheet.named, values))
    expand = {"fields": odata.Expand()}
    item = shown(sheet, row, expand)
    item["fields"] = field_values(sheet, row, (), as_written=True)
    return answer(item, 201, Location=f"{sheet.url}/{row['id']}_.000")


def add(tenant: Tenant, sheet: Sheet, values: Mapping[str, Any], by: str = APPLICATION) -> Row:
    last = tenant.store.one("SELECT MAX(id) AS id FROM items WHERE list = ?", sheet.id)
    number = (last["id"] or 0) + 1 if last else 1
    now = tenant.clock.stamp()
    kept = json.dumps({key: value for key, value in values.items() if value is not None}, ensure_ascii=False)
    tenant.store.run(
        "INSERT INTO items (list, id, guid, fields, version, created, modified, created_by, modified_by, change)"
        " VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)",
        *(sheet.id, number, str(uuid4()), kept, now, now, by, by, tenant.store.next_change()),
    )
    return keep_version(tenant, sheet, number)


def change_fields(tenant: Tenant, call: Call, site: str, list_key: str, item: str) -> Reply:
    sheet = writable(tenant, call, site, list_key)
    row = update(tenant, call, sheet, item, call.json())
    return answer(field_values(sheet, row, (), as_written=True))


def change(tenant: Tenant, call: Call, site: str, list_key: str, item: str) -> Reply:
    sheet = writable(tenant, call, site, list_key)
    row = update(tenant, call, sheet, item, given(call.json(), "fields", dict, {}))
    return answer(shown(sheet, row, {"fields": odata.Expand()}))


def update(tenant: Tenant, call: Call, sheet: Sheet, key: str, values: Mapping[str, Any]) -> Row:
    row = find(tenant, sheet, key)
    check_etag(call, row)
    if "id" in values:
        raise bad_request("Field 'id' is read-only")
    return write(tenant, sheet, row, fields.taken(sheet.definitions, sheet.named, values))


def write(tenant: Tenant, sheet: Sheet, row: Row, values: Mapping[str, Any], by: str = APPLICATION) -> Row:
    """New values for some fields: a new version of the item."""
    merged = {**json.loads(row["fields"]), **values}
    kept = {key: value for key, value in merged.items() if value is not None}
    tenant.store.run(
        "UPDATE items SET fields = ?, version = version + 1, modified = ?, modified_by = ?, change = ?"
        " WHERE list = ? AND id = ?",
        *(json.dumps(kept, ensure_ascii=False), tenant.clock.stamp(), by, tenant.store.next_change()),
        *(sheet.id, row["id"]),
    )
    return keep_version(tenant, sheet, row["id"])


def keep_version(tenant: Tenant, sheet: Sheet, number: int) -> Row:
    tenant.store.run(
        "INSERT INTO item_versions (list, item, version, fields, modified, modified_by)"
        " SELECT list, id, version, fields, modified, modified_by FROM items WHERE list = ? AND id = ?",
        sheet.id,
        number,
    )
    return find(tenant, sheet, str(number))


def remove(tenant: Tenant, call: Call, site: str, list_key: str, item: str) -> Reply:
    sheet = writable(tenant, call, site, list_key)
    row = find(tenant, sheet, item)
    check_etag(call, row)
    tenant.store.run(
        "UPDATE items SET deleted = 1, change = ? WHERE list = ? AND id = ?",
        *(tenant.store.next_change(), sheet.id, row["id"]),
    )
    return empty()


def check_etag(call: Call, row: Row) -> None:
    wanted = call.headers.get("if-match")
    if wanted and wanted.strip() not in {"*", etag(row), etag(row).strip('"')}:
        raise stale_etag()


def writable(tenant: Tenant, call: Call, site: str, list_key: str) -> Sheet:
    sheet = enter(tenant, call, site, list_key)
    if sheet.row["hidden"]:
        raise access_denied()
    return sheet


ROUTES = (
    ("POST", "/sites/{site}/lists/{list_key}/items", create),
    ("GET", "/sites/{site}/lists/{list_key}/items/{item}", get),
    ("PATCH", "/sites/{site}/lists/{list_key}/items/{item}", change),
    ("DELETE", "/sites/{site}/lists/{list_key}/items/{item}", remove),
    ("GET", "/sites/{site}/lists/{list_key}/items/{item}/fields", get_fields),
    ("PATCH", "/sites/{site}/lists/{list_key}/items/{item}/fields", change_fields),
)
