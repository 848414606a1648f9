"""Messages as they are kept: filed, found, changed, moved, erased."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from emulator import mail_bytes, mime
from emulator.clock import real_now
from emulator.errors import mail_not_found
from emulator.mail_bytes import Mail
from emulator.mime import Part
from emulator.pieces import Content
from emulator.store import Row
from emulator.tenant import Tenant


def new_id(prefix: str) -> str:
    return prefix + secrets.token_urlsafe(72) + "AAAA"


def file(
    tenant: Tenant,
    address: str,
    folder: str,
    mail: Mail,
    *,
    received: str | None = None,
    is_draft: bool = False,
    extended: Mapping[str, str] | None = None,
    lag: float = 0.0,
) -> Row:
    """Put a message into a folder of a mailbox. `lag` seconds pass before anyone sees it."""
    now = tenant.clock.stamp()
    received = received or now
    change = tenant.store.next_change()
    kept = {**_fresh(now, received), **mail.document}
    kept["conversationId"] = mail.document.get("conversationId") or conversation(tenant, address, kept, mail.text)
    rest = mail.wire.rest
    cursor = tenant.store.run(
        "INSERT INTO messages (mailbox, folder, item_id, immutable_id, internet_id, document, mime, rest, rest_size,"
        " received, is_draft, version, visible_from, created_change, change) VALUES"
        " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
        *(address, folder, new_id("AAMkADAw"), new_id("AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A")),
        *(kept["internetMessageId"], json.dumps(kept, ensure_ascii=False), mail.text),
        *((rest.key, rest.size) if rest else (None, 0)),
        *(received, int(is_draft)),
        *(real_now() + lag if lag else 0.0, change, change),
    )
    number = int(cursor.lastrowid or 0)
    attach(tenant, number, mail.parts)
    extend(tenant, number, extended or {})
    return by_number(tenant, number)


def _fresh(now: str, received: str) -> dict[str, Any]:
    """What a message has when it is filed, unless its document says otherwise."""
    return {
        "createdDateTime": now,
        "lastModifiedDateTime": now,
        "receivedDateTime": received,
        "sentDateTime": received,
        "isRead": False,
        "categories": [],
        "flag": {"flagStatus": "notFlagged"},
        "inferenceClassification": "focused",
    }


def conversation(tenant: Tenant, address: str, document: Mapping[str, Any], raw: bytes) -> str:
    """The conversation of the message that this one answers, else one of its own."""
    named = document.get("inReplyTo") or (mime.header(raw, "In-Reply-To") if raw else None) or ""
    thread = [*re.findall(r"<[^<>\s]+>", named)]
    if raw:
        thread += re.findall(r"<[^<>\s]+>", mime.header(raw, "References") or "")
    thread.append(document["internetMessageId"])
    for internet_id in thread:
        row = tenant.store.one(
            "SELECT document ->> '$.conversationId' AS id FROM messages WHERE mailbox = ? AND internet_id = ?",
            *(address, internet_id),
        )
        if row:
            return str(row["id"])
    digest = hashlib.sha256(f"{address.lower()} {document['internetMessageId']}".encode()).digest()
    return "AAQkADAw" + urlsafe_b64encode(digest).decode().rstrip("=") + "="


def attach(tenant: Tenant, number: int, parts: Iterable[Part]) -> None:
    for part in parts:
        content = mail_bytes.keep(tenant, part).content
        assert isinstance(content, Content)
        tenant.store.run(
            "INSERT INTO attachments (id, message, name, type, is_inline, content_id, content, size, modified)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(new_id("AAMkADAwAt"), number, part.name, part.type, int(part.inline), part.content_id),
            *(content.key, content.size, tenant.clock.stamp()),
        )


def extend(tenant: Tenant, number: int, properties: Mapping[str, str]) -> None:
    for key, value in properties.items():
        tenant.store.run("INSERT OR REPLACE INTO extended (message, id, value) VALUES (?, ?, ?)", number, key, value)


def by_number(tenant: Tenant, number: int) -> Row:
    row = tenant.store.one("SELECT * FROM messages WHERE number = ?", number)
    assert row is not None
    return row


def find(tenant: Tenant, address: str, key: str) -> Row:
    """A message by either kind of id, if it can be seen by now. Raises Exchange's 404."""
    row = tenant.store.one(
        "SELECT * FROM messages WHERE mailbox = ? AND (item_id = ? OR immutable_id = ?) AND visible_from <= ?",
        *(address, key, key, real_now()),
    )
    if row is None:
        raise mail_not_found()
    return row


def parts_of(tenant: Tenant, number: int) -> list[Part]:
    return [
        Part(row["name"], row["type"], content_of(tenant, row), bool(row["is_inline"]), row["content_id"])
        for row in attachment_rows(tenant, number)
    ]


def content_of(tenant: Tenant, attachment: Row) -> Content:
    return Content(tenant.store, attachment["content"], attachment["size"])


def detach(tenant: Tenant, attachment: Row) -> None:
    tenant.store.run("DELETE FROM attachments WHERE id = ?", attachment["id"])
    mail_bytes.forget(tenant, [attachment["content"]])


def extended_of(tenant: Tenant, number: int) -> dict[str, str]:
    return {row["id"]: row["value"] for row in tenant.store.all("SELECT * FROM extended WHERE message = ?", number)}


def save(tenant: Tenant, row: Row, document: Mapping[str, Any]) -> Row:
    """The message with a changed document: a new version."""
    kept = {**document, "lastModifiedDateTime": tenant.clock.stamp()}
    tenant.store.run(
        "UPDATE messages SET document = ?, version = version + 1, change = ? WHERE number = ?",
        *(json.dumps(kept, ensure_ascii=False), tenant.store.next_change(), row["number"]),
    )
    return by_number(tenant, row["number"])


def relocate(tenant: Tenant, row: Row, folder: str, *, lag: float = 0.0) -> Row:
    """Into another folder: a new item id, the same immutable id, a removal in the old folder's delta."""
    change = tenant.store.next_change()
    tenant.store.run(
        "INSERT INTO removals (folder, message, item_id, immutable_id, change) VALUES (?, ?, ?, ?, ?)",
        *(row["folder"], row["number"], row["item_id"], row["immutable_id"], change),
    )
    tenant.store.run(
        "UPDATE messages SET folder = ?, item_id = ?, version = version + 1, visible_from = ?, created_change = ?,"
        " change = ? WHERE number = ?",
        *(folder, new_id("AAMkADAw"), real_now() + lag if lag else 0.0, change, change, row["number"]),
    )
    return by_number(tenant, row["number"])


def erase(tenant: Tenant, number: int) -> None:
    rows = tenant.store.all(
        "SELECT content FROM attachments WHERE message = ?1 UNION SELECT rest FROM messages WHERE number = ?1"
        " UNION SELECT id FROM attachment_sessions WHERE message = ?1",
        number,
    )
    for sql in (
        "DELETE FROM attachments WHERE message = ?",
        "DELETE FROM extended WHERE message = ?",
        "DELETE FROM attachment_sessions WHERE message = ?",
        "DELETE FROM messages WHERE number = ?",
    ):
        tenant.store.run(sql, number)
    mail_bytes.forget(tenant, [row["content"] for row in rows if row["content"]])


def attachment_rows(tenant: Tenant, number: int) -> list[Row]:
    return tenant.store.all("SELECT * FROM attachments WHERE message = ? ORDER BY rowid", number)


def visible(tenant: Tenant, address: str, folder: str | None) -> Iterable[Row]:
    """The messages of a folder, or of the whole mailbox, newest first."""
    if folder:
        return tenant.store.each(
            "SELECT * FROM messages WHERE folder = ? AND visible_from <= ? ORDER BY received DESC, number DESC",
            *(folder, real_now()),
        )
    return tenant.store.each(
        "SELECT * FROM messages WHERE mailbox = ? AND visible_from <= ? ORDER BY received DESC, number DESC",
        *(address, real_now()),
    )
