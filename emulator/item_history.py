"""What happened to a list's items: delta links and versions."""

from __future__ import annotations

from typing import Any

from emulator import delta, fields, items, odata
from emulator.calls import Call, Reply, answer
from emulator.errors import not_found
from emulator.store import Row
from emulator.tenant import Tenant


def changes(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    """`token=latest` gives nothing but a link; without a token every item, then what changed since."""
    sheet = items.enter(tenant, call, site, list_key)
    options = odata.options(call)
    for inner in options.expand.values():
        fields.check_lookups(sheet.definitions, inner.select)
    size = min(options.top or items.PAGE, items.CEILING)
    token = call.query.get("token") or call.query.get("$skiptoken") or ""
    context = f"sites('{sheet.row['site']}')/lists('{sheet.id}')/items"
    if token.lower() == "latest":
        return answer(odata.page(context, [], delta_link=onward(tenant, call, sheet, tenant.store.change)))
    state = delta.opened(tenant, call, token, sheet.id) if token else delta.beginning(tenant)
    rows = tenant.store.all(
        "SELECT * FROM items WHERE list = ? AND change > ? AND NOT (deleted AND change <= ?) ORDER BY change LIMIT ?",
        *(sheet.id, state["since"], state.get("began", 0), size + 1),
    )
    found = [odata.shaped(changed(sheet, row, options), options) for row in rows[:size]]
    if len(rows) > size:
        next_link = onward(tenant, call, sheet, rows[size - 1]["change"], began=state.get("began", 0))
        return answer(odata.page(context, found, next_link=next_link))
    return answer(odata.page(context, found, delta_link=onward(tenant, call, sheet, tenant.store.change)))


def onward(tenant: Tenant, call: Call, sheet: items.Sheet, since: int, **more: int) -> str:
    return odata.link(call, "token", delta.token(tenant, sheet.id, since, **more))


def changed(sheet: items.Sheet, row: Row, options: odata.Options) -> dict[str, Any]:
    if row["deleted"]:
        return {"@odata.etag": items.etag(row), "id": str(row["id"]), "deleted": {"state": "deleted"}}
    return items.shown(sheet, row, options.expand)


def versions(tenant: Tenant, call: Call, site: str, list_key: str, item: str) -> Reply:
    sheet = items.enter(tenant, call, site, list_key)
    row = items.find(tenant, sheet, item)
    rows = tenant.store.all(
        "SELECT * FROM item_versions WHERE list = ? AND item = ? ORDER BY version DESC", sheet.id, row["id"]
    )
    options = odata.options(call)
    with_fields = "fields" in options.expand
    context = f"sites('{sheet.row['site']}')/lists('{sheet.id}')/items('{row['id']}')/versions"
    return answer(odata.page(context, [version_shown(sheet, row, each, with_fields) for each in rows]))


def version(tenant: Tenant, call: Call, site: str, list_key: str, item: str, version: str) -> Reply:
    sheet = items.enter(tenant, call, site, list_key)
    row = items.find(tenant, sheet, item)
    kept = tenant.store.one(
        "SELECT * FROM item_versions WHERE list = ? AND item = ? AND version = ?",
        *(sheet.id, row["id"], version.partition(".")[0]),
    )
    if kept is None:
        raise not_found("The specified version was not found")
    return answer(version_shown(sheet, row, kept, with_fields="fields" in odata.options(call).expand))


def version_shown(sheet: items.Sheet, item: Row, kept: Row, with_fields: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": f"{kept['version']}.0",
        "lastModifiedDateTime": kept["modified"],
        "lastModifiedBy": items.identity(kept["modified_by"]),
    }
    if with_fields:
        as_then = {**dict(item), **dict(kept)}
        shown["fields"] = items.field_values(sheet, as_then, ())
    return shown


ROUTES = (
    ("GET", "/sites/{site}/lists/{list_key}/items/delta", changes),
    ("GET", "/sites/{site}/lists/{list_key}/items/{item}/versions", versions),
    ("GET", "/sites/{site}/lists/{list_key}/items/{item}/versions/{version}", version),
)
