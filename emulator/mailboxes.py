"""Mailboxes and their folders."""

from __future__ import annotations

import secrets
from typing import Any

from emulator import filters, messages, names, odata
from emulator.calls import Call, Reply, answer, empty
from emulator.errors import GraphError, bad_mail_request, mail_access_denied, mail_not_found
from emulator.routing import Route
from emulator.store import Row
from emulator.tenant import Tenant

WELL_KNOWN = {
    "inbox": "Inbox",
    "drafts": "Drafts",
    "sentitems": "Sent Items",
    "deleteditems": "Deleted Items",
    "junkemail": "Junk Email",
    "outbox": "Outbox",
    "archive": "Archive",
    "conversationhistory": "Conversation History",
}
ROOT = "msgfolderroot"
PAGE = 10


def enter(tenant: Tenant, call: Call, user: str) -> str:
    """The address of the mailbox, once the caller may use it; the role assignment covers one mailbox only."""
    assert call.caller is not None
    person = find_user(tenant, user)
    if call.caller.is_admin or person is None or person["address"].lower() != tenant.identity.mailbox.lower():
        raise mail_access_denied()
    return str(person["address"])


def find_user(tenant: Tenant, key: str) -> Row | None:
    """By address, user principal name or object id."""
    return tenant.store.one(
        "SELECT * FROM people WHERE (address = ? OR id = ?) AND kind <> 'outside'", key, key.lower()
    )


def make(tenant: Tenant, address: str) -> None:
    """The folders of a new mailbox."""
    root = add_folder(tenant, address, None, "Top of Information Store", ROOT)
    for known_as, name in WELL_KNOWN.items():
        add_folder(tenant, address, root, name, known_as)


def add_folder(tenant: Tenant, address: str, parent: str | None, name: str, known_as: str | None = None) -> str:
    key = "AQMkADAw" + secrets.token_urlsafe(60) + "AAAA"
    tenant.store.run(
        "INSERT INTO folders (id, mailbox, parent, name, known_as) VALUES (?, ?, ?, ?, ?)",
        *(key, address, parent, name, known_as),
    )
    return key


def folder(tenant: Tenant, address: str, key: str) -> Row:
    """A folder by id or well-known name in any case. Raises Exchange's 404."""
    row = tenant.store.one(
        "SELECT * FROM folders WHERE mailbox = ? AND (id = ? OR known_as = ?)", address, key, key.lower()
    )
    if row is None:
        raise mail_not_found()
    return row


def known_folder(tenant: Tenant, address: str, known_as: str) -> str:
    return str(folder(tenant, address, known_as)["id"])


def shown(tenant: Tenant, row: Row) -> dict[str, Any]:
    children = tenant.store.one("SELECT COUNT(*) AS n FROM folders WHERE parent = ?", row["id"])
    counts = tenant.store.one(
        "SELECT COUNT(*) AS n, COALESCE(SUM(document ->> '$.isRead' = 0), 0) AS unread FROM messages WHERE folder = ?",
        row["id"],
    )
    assert children is not None
    assert counts is not None
    return {
        "id": row["id"],
        "displayName": row["name"],
        "parentFolderId": row["parent"] or row["id"],
        "childFolderCount": children["n"],
        "unreadItemCount": counts["unread"],
        "totalItemCount": counts["n"],
        "isHidden": False,
    }


def folders_under(tenant: Tenant, call: Call, address: str, parent: str) -> Reply:
    options = odata.options(call)
    rows = tenant.store.all("SELECT * FROM folders WHERE mailbox = ? AND parent = ? ORDER BY name", address, parent)
    found = [shown(tenant, row) for row in rows]
    if options.filter:
        predicate, _ = filters.parse(options.filter)
        found = [each for each in found if predicate(each.get)]
    size = options.top or PAGE
    skip = options.skip
    more = odata.link(call, "$skip", str(skip + size)) if len(found) > skip + size else None
    shaped = [odata.shaped(each, options) for each in found[skip : skip + size]]
    return answer(odata.page(f"users('{address}')/mailFolders", shaped, next_link=more))


def listed(tenant: Tenant, call: Call, user: str) -> Reply:
    address = enter(tenant, call, user)
    return folders_under(tenant, call, address, known_folder(tenant, address, ROOT))


def children(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = enter(tenant, call, user)
    return folders_under(tenant, call, address, folder(tenant, address, folder_key)["id"])


def get(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = enter(tenant, call, user)
    return answer(odata.shaped(shown(tenant, folder(tenant, address, folder_key)), odata.options(call)))


def create(tenant: Tenant, call: Call, user: str) -> Reply:
    return create_child(tenant, call, user, ROOT)


def create_child(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = enter(tenant, call, user)
    parent = folder(tenant, address, folder_key)
    name = checked_name(tenant, call, address, parent["id"], "")
    key = add_folder(tenant, address, parent["id"], name)
    return answer(shown(tenant, folder(tenant, address, key)), 201)


def checked_name(tenant: Tenant, call: Call, address: str, parent: str | None, own: str) -> str:
    """The folder's name in a body. Raises a 400, or a 409 when another folder than `own` has it."""
    try:
        name = names.title(call.json().get("displayName"), "A folder")
    except GraphError as error:
        raise bad_mail_request(error.message) from None
    siblings = "SELECT 1 FROM folders WHERE mailbox = ? AND parent = ? AND name = ? AND id <> ?"
    if tenant.store.one(siblings, address, parent, name, own):
        raise GraphError(409, "ErrorFolderExists", "A folder with the specified name already exists.")
    return name


def rename(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = enter(tenant, call, user)
    row = folder(tenant, address, folder_key)
    if row["known_as"]:
        raise bad_mail_request("A distinguished folder cannot be renamed.", "ErrorCannotRenameFolder")
    name = checked_name(tenant, call, address, row["parent"], row["id"])
    tenant.store.run("UPDATE folders SET name = ? WHERE id = ?", name, row["id"])
    return answer(shown(tenant, folder(tenant, address, row["id"])))


def remove(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    """A folder of one's own goes, and its messages go to Deleted Items."""
    address = enter(tenant, call, user)
    row = folder(tenant, address, folder_key)
    if row["known_as"]:
        raise bad_mail_request("A distinguished folder cannot be deleted.", "ErrorDeleteDistinguishedFolder")
    bin_ = known_folder(tenant, address, "deleteditems")
    for message in tenant.store.all("SELECT * FROM messages WHERE folder = ?", row["id"]):
        messages.relocate(tenant, message, bin_)
    tenant.store.run("DELETE FROM folders WHERE id = ?", row["id"])
    return empty()


ROUTES: tuple[Route, ...] = (
    ("GET", "/users/{user}/mailFolders", listed),
    ("POST", "/users/{user}/mailFolders", create),
    ("GET", "/users/{user}/mailFolders/{folder_key}", get),
    ("PATCH", "/users/{user}/mailFolders/{folder_key}", rename),
    ("DELETE", "/users/{user}/mailFolders/{folder_key}", remove),
    ("GET", "/users/{user}/mailFolders/{folder_key}/childFolders", children),
    ("POST", "/users/{user}/mailFolders/{folder_key}/childFolders", create_child),
)
