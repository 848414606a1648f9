"""Lists of a site: found by id or title, made with their columns."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from emulator import columns, names, odata, sites
from emulator.calls import Call, Reply, answer, empty, given
from emulator.errors import access_denied, already_exists, bad_request, not_found
from emulator.store import Row
from emulator.tenant import Tenant

PEOPLE_LIST = "User Information List"
LIBRARY = "Documents"
NOT_IN_ADDRESS = re.compile(r'["#%*:<>?/\\|]')
TEMPLATES = {"genericList", "documentLibrary", "tasks", "issuesList", "links", "contacts", "events", "userInformation"}


def enter(tenant: Tenant, call: Call, site: str, key: str) -> Row:
    """The list, once the caller may use its site."""
    here = sites.enter(tenant, call, site)
    found = find(tenant, here["id"], key)
    if found is None:
        raise not_found("The specified list was not found")
    return found


def find(tenant: Tenant, site_id: str, key: str) -> Row | None:
    """By id, by title, or by the name in its address."""
    return tenant.store.one(
        "SELECT * FROM lists WHERE site = ? AND (id = ? OR title = ?)", site_id, key.strip("{}"), key
    ) or tenant.store.one("SELECT * FROM lists WHERE site = ? AND path = ? COLLATE NOCASE", site_id, f"Lists/{key}")


def make(tenant: Tenant, site_id: str, title: str, template: str, **more: Any) -> Row:
    """A new list with the columns every list has. Raises a 409 when the title is taken."""
    check_free(tenant, site_id, title)
    now = tenant.clock.stamp()
    key = more.get("id") or str(uuid4())
    tenant.store.run(
        "INSERT INTO lists (id, site, title, path, description, template, hidden, created, modified, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        key,
        site_id,
        title,
        more.get("path") or "Lists/" + NOT_IN_ADDRESS.sub("", title),
        more.get("description") or "",
        template,
        int(bool(more.get("hidden"))),
        now,
        now,
    )
    for definition in columns.EVERY_LIST + (columns.LIBRARY if template == "documentLibrary" else ()):
        columns.define(tenant, key, definition)
    row = tenant.store.one("SELECT * FROM lists WHERE id = ?", key)
    assert row is not None
    return row


def check_free(tenant: Tenant, site_id: str, title: str, own: str = "") -> None:
    """Raises a 409 when another list of the site than `own` has the title."""
    if tenant.store.one("SELECT 1 FROM lists WHERE site = ? AND title = ? AND id <> ?", site_id, title, own):
        raise already_exists(f"A list, survey, discussion board, or document library with the title '{title}' exists.")


def url(site_url: str, path: str) -> str:
    return f"{site_url}/{quote(path)}"


def shown(tenant: Tenant, row: Row) -> dict[str, Any]:
    site = tenant.store.one("SELECT * FROM sites WHERE id = ?", row["site"])
    assert site is not None
    application = {"user": {"displayName": "SharePoint App"}}
    return {
        "@odata.etag": etag(row),
        "createdDateTime": row["created"],
        "description": row["description"],
        "eTag": etag(row),
        "id": row["id"],
        "lastModifiedDateTime": row["modified"],
        "name": row["path"].rpartition("/")[2],
        "webUrl": url(f"https://{site['host']}{site['path'].rstrip('/')}", row["path"]),
        "displayName": row["title"],
        "createdBy": application,
        "lastModifiedBy": application,
        "parentReference": {"siteId": row["site"]},
        "list": {"contentTypesEnabled": False, "hidden": bool(row["hidden"]), "template": row["template"]},
    }


def etag(row: Row) -> str:
    return f'"{row["id"]},{row["version"]}"'


def listed(tenant: Tenant, call: Call, site: str) -> Reply:
    """Hidden lists come only when `system` or `list` is selected by name, or by a filter on the title."""
    here = sites.enter(tenant, call, site)
    options = odata.options(call)
    rows = tenant.store.all("SELECT * FROM lists WHERE site = ? ORDER BY title", here["id"])
    if options.filter:
        rows = [row for row in rows if title_matches(options.filter, row["title"])]
    elif not options.selects("system"):
        rows = [row for row in rows if not row["hidden"]]
    found = [odata.shaped(shown(tenant, row), options) for row in rows]
    return answer(odata.page(f"sites('{here['id']}')/lists", found))


def title_matches(text: str, title: str) -> bool:
    wanted = re.fullmatch(r"\s*(?:displayName|name)\s+eq\s+'((?:[^']|'')*)'\s*", text, re.IGNORECASE)
    if not wanted:
        raise bad_request("Lists can be filtered by displayName eq '...' only.")
    return wanted.group(1).replace("''", "'").lower() == title.lower()


def create(tenant: Tenant, call: Call, site: str) -> Reply:
    here = sites.enter(tenant, call, site)
    body = call.json()
    title = names.title(body.get("displayName") or body.get("name"), "A list")
    info = given(body, "list", dict, {})
    template = given(info, "template", str, "genericList")
    if template not in TEMPLATES:
        raise bad_request(f"'{template}' is not a known list template.")
    wishes = given(body, "columns", list, [])
    if not all(isinstance(wish, dict) for wish in wishes):
        raise bad_request("columns must be a list of column definitions.")
    description = given(body, "description", str, "")
    row = make(tenant, here["id"], title, template, description=description, hidden=info.get("hidden"))
    for wish in wishes:
        if str(wish.get("name")).lower() != "title":
            columns.define(tenant, row["id"], wish)
    return answer(shown(tenant, row), 201)


def get(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    row = enter(tenant, call, site, list_key)
    options = odata.options(call)
    whole = shown(tenant, row)
    if "columns" in options.expand:
        whole["columns"] = list(columns.of(tenant, row["id"]).values())
    return answer(odata.shaped(whole, options))


def change(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    row = enter(tenant, call, site, list_key)
    body = call.json()
    title = names.title(given(body, "displayName", str, row["title"]), "A list")
    if title != row["title"] and (row["hidden"] or row["template"] == "documentLibrary"):
        raise access_denied()
    check_free(tenant, row["site"], title, row["id"])
    tenant.store.run(
        "UPDATE lists SET title = ?, description = ?, modified = ?, version = version + 1 WHERE id = ?",
        title,
        given(body, "description", str, row["description"]),
        tenant.clock.stamp(),
        row["id"],
    )
    return answer(shown(tenant, enter(tenant, call, site, row["id"])))


def remove(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    row = enter(tenant, call, site, list_key)
    if row["hidden"] or row["template"] == "documentLibrary":
        raise access_denied()
    for sql in (
        "DELETE FROM item_versions WHERE list = ?",
        "DELETE FROM items WHERE list = ?",
        "DELETE FROM columns WHERE list = ?",
        "DELETE FROM lists WHERE id = ?",
    ):
        tenant.store.run(sql, row["id"])
    return empty()


ROUTES = (
    ("GET", "/sites/{site}/lists", listed),
    ("POST", "/sites/{site}/lists", create),
    ("GET", "/sites/{site}/lists/{list_key}", get),
    ("PATCH", "/sites/{site}/lists/{list_key}", change),
    ("DELETE", "/sites/{site}/lists/{list_key}", remove),
)
