"""Mailboxes as the page shows them: folders with what is unread in them, messages in a line each."""

from __future__ import annotations

import email
import json
from base64 import b64encode
from email.policy import compat32
from typing import Any
from urllib.parse import unquote, urlsplit

from emulator import library, messages, mime, showing
from emulator.store import Row
from emulator.tenant import Tenant

FIRST = ("inbox", "drafts", "sentitems", "deleteditems", "junkemail", "archive")
QUIET = {"msgfolderroot", "outbox", "conversationhistory", "archive", "junkemail", "deleteditems"}
SENT = {"sentitems", "drafts", "outbox"}
MOST_OF_PICTURES = 16 * 1024 * 1024  # bytes shown on one page
PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}


def owner(tenant: Tenant, address: str) -> Row | None:
    return tenant.store.one("SELECT * FROM people WHERE address = ?", address)


def everyone(tenant: Tenant) -> list[dict[str, Any]]:
    """Each mailbox with what is unread in its inbox and when something last came or went."""
    rows = tenant.store.all(
        "SELECT people.*, COUNT(messages.number) AS total, MAX(messages.received) AS latest,"
        " COALESCE(SUM(folders.known_as = 'inbox' AND messages.document ->> '$.isRead' = 0), 0) AS unread"
        " FROM people LEFT JOIN messages ON messages.mailbox = people.address"
        " LEFT JOIN folders ON folders.id = messages.folder"
        " GROUP BY people.address ORDER BY kind = 'outside', kind = 'person', name"
    )
    return [dict(row) for row in rows]


def senders(tenant: Tenant) -> list[Row]:
    return tenant.store.all("SELECT * FROM people WHERE kind <> 'outside' ORDER BY name")


def folders(tenant: Tenant, address: str) -> list[dict[str, Any]]:
    """The usual ones first; those that are rarely used only when something is in them."""
    rows = tenant.store.all(
        "SELECT folders.*, COUNT(messages.number) AS total,"
        " COALESCE(SUM(messages.document ->> '$.isRead' = 0), 0) AS unread FROM folders"
        " LEFT JOIN messages ON messages.folder = folders.id WHERE folders.mailbox = ? GROUP BY folders.id",
        address,
    )
    order = {name: place for place, name in enumerate(FIRST)}
    shown = [dict(row) for row in rows if row["total"] or row["known_as"] not in QUIET]
    return sorted(shown, key=lambda each: (order.get(each["known_as"], len(FIRST)), each["name"].lower()))


def in_folder(tenant: Tenant, folder: str, most: int) -> list[dict[str, Any]]:
    """Newest first."""
    rows = tenant.store.all(
        "SELECT messages.*, EXISTS (SELECT 1 FROM attachments WHERE message = number AND NOT is_inline) AS clipped"
        " FROM messages WHERE folder = ? ORDER BY received DESC, number DESC LIMIT ?",
        *(folder, most),
    )
    return [line(row) for row in rows]


def line(row: Row) -> dict[str, Any]:
    document = json.loads(row["document"])
    return {
        "id": row["immutable_id"],
        "subject": document["subject"],
        "preview": " ".join(document.get("bodyPreview", "").split()),
        "from": names([document["from"]] if document.get("from") else []),
        "to": names(document.get("toRecipients") or []),
        "received": row["received"],
        "read": document["isRead"],
        "clipped": bool(row["clipped"]),
    }


def names(people: list[dict[str, Any]]) -> str:
    return ", ".join(each["emailAddress"]["name"] or each["emailAddress"]["address"] for each in people)


def mark(tenant: Tenant, row: Row, *, read: bool) -> Row:
    document = json.loads(row["document"])
    if document["isRead"] == read:
        return row
    return messages.save(tenant, row, {**document, "isRead": read})


def text_part(row: Row) -> str | None:
    """The plain part of a mail that has one."""
    if not row["mime"]:
        return None
    for piece in email.message_from_bytes(row["mime"], policy=compat32).walk():
        if piece.get_content_type() == "text/plain" and not piece.get_filename():
            return mime.text_of(piece)
    return None


def displayed(tenant: Tenant, row: Row) -> str:
    """The mail's HTML with its `mailto:` links leading to the page's form, the tenant's own addresses to its pages."""
    parts = {part.content_id: part for part in messages.parts_of(tenant, row["number"]) if part.content_id}

    def links(link: str) -> str | None:
        scheme = urlsplit_scheme(link)
        if scheme == "mailto":
            return showing.compose_link(link, mailbox=row["mailbox"], about=row["immutable_id"])
        return (own_page(tenant, link) or link) if scheme in {"http", "https"} else None

    left = MOST_OF_PICTURES

    def images(content_id: str) -> str | None:
        nonlocal left
        part = parts.get(unquote(content_id))
        if part is None or part.type not in PICTURES or part.content.size > left:
            return None
        left -= part.content.size
        return f"data:{part.type};base64,{b64encode(b''.join(part.content.pieces())).decode()}"

    return showing.for_display(json.loads(row["document"])["body"]["content"], links, images)


def urlsplit_scheme(link: str) -> str:
    try:
        return urlsplit(link).scheme
    except ValueError:
        return ""


def own_page(tenant: Tenant, link: str) -> str | None:
    """Where the page shows a list or a file that the link names under the tenant's SharePoint host."""
    target = urlsplit(link)
    site = tenant.identity.site_path.rstrip("/") + "/"
    path = unquote(target.path)
    if (target.hostname or "") != tenant.identity.host or not path.lower().startswith(site.lower()):
        return None
    below = path[len(site) :].lower()
    for row in tenant.store.all("SELECT id, path, template FROM lists"):
        if row["template"] != "documentLibrary" and (below + "/").startswith(row["path"].lower() + "/"):
            return f"/lists/{row['id']}"
    for entry in tenant.store.all("SELECT * FROM entries WHERE NOT is_folder"):
        if below.endswith("/" + library.path_of(tenant, entry).lower().lstrip("/")):
            return f"/library/{entry['id']}"
    return "/library" if below.startswith("shared documents") else None
