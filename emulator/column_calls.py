"""Columns over Graph: listed, added, changed, removed."""

from __future__ import annotations

from emulator import columns, lists, names, odata, sites
from emulator.calls import Call, Reply, answer, empty, given
from emulator.errors import access_denied, bad_request
from emulator.store import Row
from emulator.tenant import Tenant

CHANGEABLE: dict[str, type] = {
    **dict.fromkeys(("description", "displayName"), str),
    **dict.fromkeys(("hidden", "indexed", "required", "enforceUniqueValues"), bool),
    "defaultValue": dict,
}


def listed(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    here = lists.enter(tenant, call, site, list_key)
    options = odata.options(call)
    found = [odata.shaped(definition, options) for definition in columns.of(tenant, here["id"]).values()]
    return answer(odata.page(f"sites('{here['site']}')/lists('{here['id']}')/columns", found))


def create(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    here = writable(tenant, call, site, list_key)
    definition = columns.define(tenant, here["id"], call.json())
    return answer(definition, 201)


def get(tenant: Tenant, call: Call, site: str, list_key: str, column: str) -> Reply:
    return answer(columns.find(tenant, lists.enter(tenant, call, site, list_key)["id"], column))


def change(tenant: Tenant, call: Call, site: str, list_key: str, column: str) -> Reply:
    here = writable(tenant, call, site, list_key)
    definition = columns.find(tenant, here["id"], column)
    facet = columns.facet_of(definition)
    for key, value in columns.without_annotations(call.json()).items():
        if key == facet and isinstance(value, dict):
            definition[facet] = columns.checked_facet(
                facet, {**definition[facet], **columns.without_annotations(value)}
            )
        elif key == "displayName":
            definition[key] = names.title(value, "A column")
        elif key in CHANGEABLE:
            definition[key] = given({key: value}, key, CHANGEABLE[key], definition.get(key))
        elif key in columns.FACETS and value is not None:
            raise bad_request(f"The type of a column cannot be changed from {facet} to {key}.")
    columns.save(tenant, here["id"], definition)
    return answer(definition)


def remove(tenant: Tenant, call: Call, site: str, list_key: str, column: str) -> Reply:
    here = writable(tenant, call, site, list_key)
    definition = columns.find(tenant, here["id"], column)
    if definition["readOnly"] or definition["name"] == "Title":
        raise bad_request("The column is part of the list and cannot be deleted.")
    tenant.store.run("DELETE FROM columns WHERE list = ? AND name = ?", here["id"], definition["name"])
    return empty()


def writable(tenant: Tenant, call: Call, site: str, list_key: str) -> Row:
    here = lists.enter(tenant, call, site, list_key)
    if here["hidden"]:
        raise access_denied()
    return here


def site_columns(tenant: Tenant, call: Call, site: str) -> Reply:
    here = sites.enter(tenant, call, site)
    found = [
        {**columns.completed(column), "id": tenant.guid(f"{here['id']}/column/{column['name']}")}
        for column in columns.EVERY_LIST
    ]
    return answer(odata.page(f"sites('{here['id']}')/columns", found))


ROUTES = (
    ("GET", "/sites/{site}/columns", site_columns),
    ("GET", "/sites/{site}/lists/{list_key}/columns", listed),
    ("POST", "/sites/{site}/lists/{list_key}/columns", create),
    ("GET", "/sites/{site}/lists/{list_key}/columns/{column}", get),
    ("PATCH", "/sites/{site}/lists/{list_key}/columns/{column}", change),
    ("DELETE", "/sites/{site}/lists/{list_key}/columns/{column}", remove),
)
