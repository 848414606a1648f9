"""The document library: folders and files, each also an item of the library's list, every upload a version."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass
from pathlib import PurePosixPath

from emulator import file_contents, file_times, items, lists, sites
from emulator.errors import already_exists, bad_request, not_found, stale_etag
from emulator.names import check_path, checked, steps
from emulator.pieces import Content
from emulator.store import Row
from emulator.tenant import Tenant
from emulator.urls import OF_SITE

ROOT = "root"
FOLDER = "Shared Documents"
CONFLICTS = {"fail", "replace", "rename"}


@dataclass(frozen=True, slots=True)
class Place:
    """A path that may not exist yet: its parent folder and the name wanted in it."""

    parent: Row
    name: str


def of(tenant: Tenant, site_id: str) -> Row:
    row = lists.find(tenant, site_id, lists.LIBRARY)
    if row is None:
        raise not_found()
    return row


def drive_id(library: Row) -> str:
    return "b!" + str(library["id"]).replace("-", "")


def by_drive(tenant: Tenant, key: str) -> Row | None:
    """A library by its drive's id, or by `site~` and the site it belongs to."""
    if key.startswith(OF_SITE):
        site = sites.find(tenant, key.removeprefix(OF_SITE))
        return lists.find(tenant, site["id"], lists.LIBRARY) if site else None
    rows = tenant.store.all("SELECT * FROM lists WHERE id IN (SELECT list FROM entries WHERE parent IS NULL)")
    return next((row for row in rows if drive_id(row) == key), None)


def root(tenant: Tenant, library: Row) -> Row:
    row = tenant.store.one("SELECT * FROM entries WHERE list = ? AND parent IS NULL", library["id"])
    assert row is not None
    return row


def make_root(tenant: Tenant, library: Row) -> None:
    insert(tenant, library, None, ROOT, is_folder=True, item=0)


def insert(tenant: Tenant, library: Row, parent: str | None, name: str, *, is_folder: bool, item: int) -> Row:
    now = tenant.clock.stamp()
    key = "01" + secrets.token_hex(16).upper()
    kind = "" if is_folder else mimetypes.guess_type(name)[0] or "application/octet-stream"
    tenant.store.run(
        "INSERT INTO entries (id, list, item, parent, name, is_folder, type, size, version, created, modified)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)",
        *(key, library["id"], item, parent, name, int(is_folder), kind, now, now),
    )
    return by_id(tenant, library, key)


def by_id(tenant: Tenant, library: Row, key: str) -> Row:
    """An entry by its id, or the root by its name. Raises a 404."""
    if key.lower() == ROOT:
        return root(tenant, library)
    row = tenant.store.one("SELECT * FROM entries WHERE list = ? AND id = ?", library["id"], key.upper())
    if row is None:
        raise not_found()
    return row


def child(tenant: Tenant, parent: Row, name: str) -> Row | None:
    return tenant.store.one("SELECT * FROM entries WHERE parent = ? AND name = ?", parent["id"], name)


def children(tenant: Tenant, parent: Row) -> list[Row]:
    return tenant.store.all("SELECT * FROM entries WHERE parent = ? ORDER BY is_folder DESC, name", parent["id"])


def walk(tenant: Tenant, start: Row, path: str) -> Row:
    """The entry at a path below another. Raises a 404."""
    for name in steps(path):
        found = child(tenant, start, name)
        if found is None:
            raise not_found()
        start = found
    return start


def path_of(tenant: Tenant, entry: Row) -> str:
    """The path below the root, without a leading slash; "" for the root."""
    names: list[str] = []
    here: Row | None = entry
    while here is not None and here["parent"]:
        names.insert(0, here["name"])
        here = tenant.store.one("SELECT * FROM entries WHERE id = ?", here["parent"])
    return "/".join(names)


def place(tenant: Tenant, library: Row, start: Row, path: str) -> Place:
    """Where an upload to a path goes; folders on the way are made."""
    names = steps(path)
    if not names:
        raise bad_request("A file needs a name.")
    for name in names[:-1]:
        found = child(tenant, start, name)
        start = found if found is not None else add_folder(tenant, library, checked_place(tenant, start, name))
    return checked_place(tenant, start, names[-1])


def checked_place(tenant: Tenant, parent: Row, name: str) -> Place:
    """A place that SharePoint would let a file or folder be put. Raises a 400."""
    if not parent["is_folder"]:
        raise bad_request("The parent is not a folder.")
    check_path(f"{tenant.identity.site_path}/{FOLDER}/{path_of(tenant, parent)}/{checked(name)}")
    return Place(parent, name)


def add_folder(tenant: Tenant, library: Row, where: Place) -> Row:
    item = add_item(tenant, library, where.name, "Folder")
    return insert(tenant, library, where.parent["id"], where.name, is_folder=True, item=item)


def add_item(tenant: Tenant, library: Row, name: str, content_type: str) -> int:
    sheet = items.open_sheet(tenant, library)
    return int(items.add(tenant, sheet, {"FileLeafRef": name, "ContentType": content_type})["id"])


def put(
    tenant: Tenant,
    library: Row,
    where: Place,
    content: Content,
    conflict: str = "replace",
    etag_wanted: str | None = None,
) -> tuple[Row, bool]:
    """Give a name to what is kept: the entry and whether it is new. Raises 409 or 412."""
    existing = child(tenant, where.parent, where.name)
    check_etag(existing, etag_wanted)
    if existing is not None and (existing["is_folder"] or conflict == "fail"):
        raise already_exists("An item with the same name already exists under the parent")
    if existing is not None and conflict == "rename":
        where, existing = checked_place(tenant, where.parent, free_name(tenant, where)), None
    if existing is not None:
        return write(tenant, existing, content), False
    item = add_item(tenant, library, where.name, "Document")
    entry = insert(tenant, library, where.parent["id"], where.name, is_folder=False, item=item)
    return write(tenant, entry, content), True


def free_name(tenant: Tenant, where: Place) -> str:
    path = PurePosixPath(where.name)
    number = 1
    while child(tenant, where.parent, f"{path.stem} {number}{path.suffix}"):
        number += 1
    return f"{path.stem} {number}{path.suffix}"


def write(tenant: Tenant, entry: Row, content: Content) -> Row:
    """New content: a new version of the file."""
    file_contents.add(tenant, entry, content)
    touch(tenant, entry)
    row = tenant.store.one("SELECT * FROM entries WHERE id = ?", entry["id"])
    assert row is not None
    return row


def touch(tenant: Tenant, entry: Row) -> None:
    """Let the deltas of the library and of its list tell this entry again."""
    tenant.store.run(
        "UPDATE items SET modified = ?, change = ? WHERE list = ? AND id = ?",
        *(tenant.clock.stamp(), tenant.store.next_change(), entry["list"], entry["item"]),
    )


def rename(tenant: Tenant, entry: Row, where: Place) -> None:
    """Another name or folder, for the file and for its item. Raises a 400 for a folder put below itself."""
    above: Row | None = where.parent
    while above is not None:
        if above["id"] == entry["id"]:
            raise bad_request("A folder cannot be moved into itself.")
        above = tenant.store.one("SELECT * FROM entries WHERE id = ?", above["parent"])
    tenant.store.run(
        "UPDATE entries SET name = ?, parent = ?, modified = ? WHERE id = ?",
        *(where.name, where.parent["id"], tenant.clock.stamp(), entry["id"]),
    )
    tenant.store.run(
        "UPDATE items SET fields = json_set(fields, '$.FileLeafRef', ?) WHERE list = ? AND id = ?",
        *(where.name, entry["list"], entry["item"]),
    )
    check_below(tenant, entry)
    touch(tenant, entry)


def check_below(tenant: Tenant, entry: Row) -> None:
    """Raises a 400 when something in a folder has too long a path where the folder is now."""
    for inner in children(tenant, entry):
        check_path(f"{tenant.identity.site_path}/{FOLDER}/{path_of(tenant, inner)}")
        check_below(tenant, inner)


def remove(tenant: Tenant, entry: Row) -> None:
    for inner in children(tenant, entry):
        remove(tenant, inner)
    change = tenant.store.next_change()
    tenant.store.run(
        "UPDATE items SET deleted = 1, change = ? WHERE list = ? AND id = ?", change, entry["list"], entry["item"]
    )
    tenant.store.run(
        "INSERT INTO removed_entries (list, id, parent, is_folder, change) VALUES (?, ?, ?, ?, ?)",
        *(entry["list"], entry["id"], entry["parent"], entry["is_folder"], change),
    )
    file_contents.remove_all(tenant, entry)
    file_times.forget(tenant, entry["id"])
    tenant.store.run("DELETE FROM entries WHERE id = ?", entry["id"])


def etag(entry: Row) -> str:
    return f'"{{{guid(entry)}}},{entry["version"]}"'


def guid(entry: Row) -> str:
    raw = entry["id"][2:34]
    return f"{raw[:8]}-{raw[8:12]}-{raw[12:16]}-{raw[16:20]}-{raw[20:]}"


def check_etag(entry: Row | None, wanted: str | None) -> None:
    if wanted and (entry is None or wanted.strip() not in {"*", etag(entry), etag(entry).strip('"')}):
        raise stale_etag()
