"""Attachments of a message."""

from __future__ import annotations

import json

from emulator import composing, mailboxes, message_json, messages, odata
from emulator.calls import Call, Reply, answer, empty
from emulator.errors import bad_mail_request, mail_not_found
from emulator.store import Row
from emulator.tenant import Tenant


def listed(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    options = odata.options(call)
    rows = messages.attachment_rows(tenant, row["number"])
    found = [odata.shaped(message_json.attachment_shown(tenant, each), options) for each in rows]
    return answer(odata.page(f"users('{address}')/messages('{message}')/attachments", found))


def create(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    row = draft_of(tenant, call, user, message)
    messages.attach(tenant, row["number"], [composing.part_of(call.json())])
    note_attachments(tenant, row)
    return answer(message_json.attachment_shown(tenant, messages.attachment_rows(tenant, row["number"])[-1]), 201)


def get(tenant: Tenant, call: Call, user: str, message: str, attachment: str) -> Reply:
    return answer(message_json.attachment_shown(tenant, find(tenant, call, user, message, attachment)))


def value(tenant: Tenant, call: Call, user: str, message: str, attachment: str) -> Reply:
    row = find(tenant, call, user, message, attachment)
    return Reply(200, headers={"Content-Type": row["type"]}, content=messages.content_of(tenant, row))


def remove(tenant: Tenant, call: Call, user: str, message: str, attachment: str) -> Reply:
    row = draft_of(tenant, call, user, message)
    messages.detach(tenant, find(tenant, call, user, message, attachment))
    note_attachments(tenant, row)
    return empty()


def find(tenant: Tenant, call: Call, user: str, message: str, key: str) -> Row:
    address = mailboxes.enter(tenant, call, user)
    number = messages.find(tenant, address, message)["number"]
    row = tenant.store.one("SELECT * FROM attachments WHERE message = ? AND id = ?", number, key)
    if row is None:
        raise mail_not_found()
    return row


def draft_of(tenant: Tenant, call: Call, user: str, message: str) -> Row:
    row = messages.find(tenant, mailboxes.enter(tenant, call, user), message)
    if not row["is_draft"]:
        raise bad_mail_request("Attachments can be changed only while the message is a draft.", "ErrorInvalidOperation")
    return row


def note_attachments(tenant: Tenant, row: Row) -> None:
    rows = messages.attachment_rows(tenant, row["number"])
    document = json.loads(row["document"]) | {"hasAttachments": any(not each["is_inline"] for each in rows)}
    messages.save(tenant, row, document)


ROUTES = (
    ("GET", "/users/{user}/messages/{message}/attachments", listed),
    ("POST", "/users/{user}/messages/{message}/attachments", create),
    ("GET", "/users/{user}/messages/{message}/attachments/{attachment}", get),
    ("DELETE", "/users/{user}/messages/{message}/attachments/{attachment}", remove),
    ("GET", "/users/{user}/messages/{message}/attachments/{attachment}/$value", value),
)
