"""Attachments from 3 to 150 MB: announced on the draft, then sent in pieces to an address that needs no token."""

from __future__ import annotations

import json
import re
import secrets
from datetime import UTC, datetime
from typing import Any

from emulator import attachments, mailboxes, messages, pieces, uploads
from emulator.calls import Call, Reply, answer, empty, given, insensitive
from emulator.clock import real_now, stamp
from emulator.errors import bad_mail_request, mail_not_found, payload_too_large
from emulator.mime import Part
from emulator.pieces import Content
from emulator.store import Row
from emulator.tenant import OUTLOOK, Tenant

SMALLEST = 3 * 1024 * 1024
LARGEST = 150 * 1024 * 1024
LARGEST_PIECE = 4 * 1024 * 1024
LIFE = 3600
TOO_SMALL = "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize"
PATH = re.compile(r".*/AttachmentSessions\('(\w+)'\)", re.IGNORECASE)


def create(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    draft = attachments.draft_of(tenant, call, user, message)
    wish = given(call.json(), "AttachmentItem", dict, {})
    name, size = given(wish, "name", str, ""), given(wish, "size", int, 0)
    if str(insensitive(wish, "attachmentType")).lower() != "file" or not name or size < 1:
        raise bad_mail_request("AttachmentItem takes attachmentType (file), name and size.", "ErrorInvalidParameter")
    if size < SMALLEST:
        raise bad_mail_request("The attachment is smaller than an upload session takes.", TOO_SMALL)
    if size > LARGEST:
        raise payload_too_large("An attachment may have 150 MB, sent by an upload session; this one is larger.")
    part = {
        "name": name,
        "type": given(wish, "contentType", str, "") or "application/octet-stream",
        "inline": given(wish, "isInline", bool, False),
        "content_id": given(wish, "contentId", str, "") or None,
    }
    key = secrets.token_hex(16)
    tenant.store.run(
        "INSERT INTO attachment_sessions (id, message, part, received, total, expires) VALUES (?, ?, ?, 0, ?, ?)",
        *(key, draft["number"], json.dumps(part), size, real_now() + LIFE),
    )
    user_id = tenant.guid(f"user {mailboxes.enter(tenant, call, user).lower()}")
    place = f"users('{user_id}@{tenant.identity.tenant_id}')/messages('{draft['immutable_id']}')"
    url = f"https://{OUTLOOK}/api/gv1.0/{place}/AttachmentSessions('{key}')?authtoken={secrets.token_urlsafe(24)}"
    return answer({"uploadUrl": url, **state(find(tenant, key)), "nextExpectedRanges": ["0-"]}, 201)


def find(tenant: Tenant, key: str) -> Row:
    row = tenant.store.one("SELECT * FROM attachment_sessions WHERE id = ? AND expires > ?", key, real_now())
    if row is None:
        raise mail_not_found()
    return row


def state(row: Row) -> dict[str, Any]:
    """Outlook names only where the next piece begins."""
    expires = stamp(datetime.fromtimestamp(row["expires"], UTC))
    return {"expirationDateTime": expires, "nextExpectedRanges": [str(row["received"])]}


def on_outlook(tenant: Tenant, call: Call) -> Reply:
    """Answer a request to Outlook's own host: a piece of an attachment, or the end of its session."""
    found = PATH.fullmatch(call.path)
    row = find(tenant, found.group(1) if found else "")
    if call.method == "DELETE":
        forget(tenant, row["id"])
        return empty()
    if call.method == "GET":
        return answer(state(row))
    if call.size > LARGEST_PIECE:
        raise payload_too_large("A piece of an attachment may have 4 MB; send smaller ones.")
    last = uploads.keep_piece(tenant, call, row)
    tenant.store.run("UPDATE attachment_sessions SET received = ? WHERE id = ?", last + 1, row["id"])
    if last + 1 < row["total"]:
        return answer(state(find(tenant, row["id"])))
    return finish(tenant, row)


def finish(tenant: Tenant, row: Row) -> Reply:
    draft = tenant.store.one("SELECT * FROM messages WHERE number = ? AND is_draft", row["message"])
    if draft is None:
        raise mail_not_found()
    content = Content(tenant.store, row["id"], row["total"])
    messages.attach(tenant, row["message"], [Part(content=content, **json.loads(row["part"]))])
    attachments.note_attachments(tenant, draft)
    end(tenant, row["id"])
    made = messages.attachment_rows(tenant, row["message"])[-1]["id"]
    place = f"Users('{draft['mailbox']}')/Messages('{draft['immutable_id']}')/Attachments('{made}')"
    return Reply(201, b"", {"Location": f"https://{OUTLOOK}/api/v2.0/{place}"})


def forget(tenant: Tenant, key: str) -> None:
    pieces.drop(tenant.store, key)
    end(tenant, key)


def end(tenant: Tenant, key: str) -> None:
    """The session is over; what was sent stays."""
    tenant.store.run("DELETE FROM attachment_sessions WHERE id = ?", key)


ROUTES = (("POST", "/users/{user}/messages/{message}/attachments/createUploadSession", create),)
