"""The site's drive over Graph: by id and by path, upload, download, versions, and a file's columns."""

from __future__ import annotations

from typing import Any

from emulator import conversion, drive_items, file_times, items, library, odata, sites
from emulator.calls import Call, Reply, answer, empty, given
from emulator.errors import GraphError, access_denied, already_exists, bad_request, not_found
from emulator.file_contents import kept
from emulator.routing import Route
from emulator.store import Row
from emulator.tenant import Tenant
from emulator.urls import addressed

CONFLICT = "@microsoft.graph.conflictbehavior"


def enter(tenant: Tenant, call: Call, drive: str) -> Row:
    """The library behind a drive, once the caller may use its site."""
    shelf = library.by_drive(tenant, drive)
    if shelf is None:
        raise access_denied()
    sites.enter(tenant, call, shelf["site"])
    return shelf


def entry_at(tenant: Tenant, shelf: Row, key: str) -> Row:
    """`root`, `root:a%2Fb`, an id, or an id with a path below it."""
    name, path = addressed(key)
    start = library.by_id(tenant, shelf, name)
    return library.walk(tenant, start, path) if path else start


def drives(tenant: Tenant, call: Call, site: str) -> Reply:
    here = sites.enter(tenant, call, site)
    shelf = library.of(tenant, here["id"])
    return answer(odata.page("drives", [drive_shown(tenant, shelf)]))


def site_drive(tenant: Tenant, call: Call, site: str) -> Reply:
    here = sites.enter(tenant, call, site)
    return drive_answer(tenant, call, library.of(tenant, here["id"]))


def list_drive(tenant: Tenant, call: Call, site: str, list_key: str) -> Reply:
    here = sites.enter(tenant, call, site)
    shelf = library.of(tenant, here["id"])
    if list_key.lower() not in {shelf["id"].lower(), shelf["title"].lower()}:
        raise not_found()
    return drive_answer(tenant, call, shelf)


def drive(tenant: Tenant, call: Call, drive: str) -> Reply:
    return drive_answer(tenant, call, enter(tenant, call, drive))


def drive_answer(tenant: Tenant, call: Call, shelf: Row) -> Reply:
    return answer(odata.shaped(drive_shown(tenant, shelf), odata.options(call)))


def drive_shown(tenant: Tenant, shelf: Row) -> dict[str, Any]:
    return {
        "createdDateTime": shelf["created"],
        "description": "",
        "id": library.drive_id(shelf),
        "lastModifiedDateTime": shelf["modified"],
        "name": shelf["title"],
        "webUrl": f"{tenant.identity.site_url}/Shared%20Documents",
        "driveType": "documentLibrary",
        "createdBy": {"user": {"displayName": "System Account"}},
        "lastModifiedBy": {"user": {"displayName": "SharePoint App"}},
        "owner": {"user": {"displayName": tenant.identity.site_name}},
        "quota": {"deleted": 0, "remaining": 27487790694400, "state": "normal", "total": 27487790694400, "used": 0},
    }


def get(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    options = odata.options(call)
    found = entry_at(tenant, shelf, entry)
    shown = drive_items.shown(tenant, shelf, found)
    if "children" in options.expand:
        shown["children"] = [drive_items.shown(tenant, shelf, inner) for inner in library.children(tenant, found)]
    return answer(odata.shaped(shown, options))


def children(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    options = odata.options(call)
    rows = library.children(tenant, entry_at(tenant, shelf, entry))
    size, skip = options.top or 200, odata.position(call, "offset")
    found = [odata.shaped(drive_items.shown(tenant, shelf, row), options) for row in rows[skip : skip + size]]
    more = len(rows) > skip + size
    onward = odata.link(call, "$skiptoken", odata.packed({"offset": skip + size})) if more else None
    return answer(odata.page(f"drives('{drive}')/items", found, next_link=onward))


def create_folder(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    parent = entry_at(tenant, shelf, entry)
    body = call.json()
    name = body.get("name")
    if not isinstance(name, str) or not isinstance(body.get("folder"), dict):
        raise bad_request("A folder needs a name and the folder facet.")
    where = library.checked_place(tenant, parent, name)
    conflict = conflict_in({key.lower(): value for key, value in body.items()}, "fail")
    existing = library.child(tenant, parent, name)
    if existing is not None and conflict == "rename":
        where, existing = library.checked_place(tenant, parent, library.free_name(tenant, where)), None
    elif existing is not None and conflict == "fail":
        raise already_exists("An item with the same name already exists under the parent")
    folder = existing if existing is not None else library.add_folder(tenant, shelf, where)
    return answer(drive_items.shown(tenant, shelf, folder), 201)


def upload(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    key, path = addressed(entry)
    wanted = call.headers.get("if-match")
    if path is None:
        found = library.by_id(tenant, shelf, key)
        library.check_etag(found, wanted)
        if found["is_folder"]:
            raise bad_request("Content cannot be written to a folder.")
        return answer(drive_items.shown(tenant, shelf, library.write(tenant, found, kept(tenant, call.pieces()))))
    where = library.place(tenant, shelf, library.by_id(tenant, shelf, key), path)
    if call.headers.get("if-none-match", "").strip() == "*" and library.child(tenant, where.parent, where.name):
        raise GraphError(412, "nameAlreadyExists", "An item with the same name already exists under the parent")
    conflict = conflict_in({name.lower(): value for name, value in call.query.items()}, "replace")
    stored, is_new = library.put(tenant, shelf, where, kept(tenant, call.pieces()), conflict, wanted)
    return answer(drive_items.shown(tenant, shelf, stored), 201 if is_new else 200)


def conflict_in(given: dict[str, Any], default: str) -> str:
    value = str(given.get(CONFLICT) or default).lower()
    if value not in library.CONFLICTS:
        raise bad_request("conflictBehavior must be fail, replace or rename.")
    return value


def content(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    found = entry_at(tenant, shelf, entry)
    if found["is_folder"]:
        raise bad_request("A folder has no content.")
    wanted = call.query.get("format")
    if wanted and wanted.lower() != "pdf":
        raise conversion.cannot()
    if call.headers.get("if-none-match", "").strip() in {library.etag(found), "*"}:
        return empty(304)
    if wanted:
        conversion.check(found["name"])
        return Reply(302, b"", {"Location": drive_items.download_url(tenant, found) + "&format=pdf"})
    return Reply(302, b"", {"Location": drive_items.download_url(tenant, found)})


def change(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    """Rename, move to another folder, or give other times."""
    shelf = enter(tenant, call, drive)
    found = entry_at(tenant, shelf, entry)
    if not found["parent"]:
        raise access_denied()
    library.check_etag(found, call.headers.get("if-match"))
    body = call.json()
    above = given(given(body, "parentReference", dict, {}), "id", str, found["parent"])
    where = library.checked_place(tenant, library.by_id(tenant, shelf, above), given(body, "name", str, found["name"]))
    clash = library.child(tenant, where.parent, where.name)
    if clash is not None and clash["id"] != found["id"]:
        raise already_exists("An item with the same name already exists under the parent")
    file_times.keep(tenant, found["id"], file_times.wished(body))
    library.rename(tenant, found, where)
    return answer(drive_items.shown(tenant, shelf, library.by_id(tenant, shelf, found["id"])))


def remove(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    found = entry_at(tenant, shelf, entry)
    library.check_etag(found, call.headers.get("if-match"))
    if not found["parent"]:
        raise access_denied()
    library.remove(tenant, found)
    return empty()


def list_item(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    found = entry_at(tenant, shelf, entry)
    return items.get(tenant, call, shelf["site"], shelf["id"], str(found["item"]))


def list_item_fields(tenant: Tenant, call: Call, drive: str, entry: str) -> Reply:
    shelf = enter(tenant, call, drive)
    found = entry_at(tenant, shelf, entry)
    handler = items.change_fields if call.method == "PATCH" else items.get_fields
    return handler(tenant, call, shelf["site"], shelf["id"], str(found["item"]))


BELOW: tuple[Route, ...] = (
    ("GET", "", get),
    ("PATCH", "", change),
    ("DELETE", "", remove),
    ("GET", "/children", children),
    ("POST", "/children", create_folder),
    ("PUT", "/content", upload),
    ("GET", "/content", content),
    ("GET", "/listItem", list_item),
    ("GET", "/listItem/fields", list_item_fields),
    ("PATCH", "/listItem/fields", list_item_fields),
)
ROUTES: tuple[Route, ...] = (
    ("GET", "/sites/{site}/drive", site_drive),
    ("GET", "/sites/{site}/drives", drives),
    ("GET", "/sites/{site}/lists/{list_key}/drive", list_drive),
    ("GET", "/drives/{drive}", drive),
    *((method, f"/drives/{{drive}}/items/{{entry}}{below}", handler) for method, below, handler in BELOW),
)
