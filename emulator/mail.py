"""Messages over Graph: drafts, sending, reading, moving."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from emulator import composing, delivery, mail_bytes, mailboxes, message_json, messages, mime, odata
from emulator.calls import Call, Reply, answer, empty, insensitive
from emulator.errors import GraphError, bad_mail_request
from emulator.mail_bytes import Mail
from emulator.store import Row
from emulator.tenant import Tenant


def create(tenant: Tenant, call: Call, user: str) -> Reply:
    return create_in(tenant, call, user, "drafts")


def create_in(tenant: Tenant, call: Call, user: str, folder_key: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    folder = mailboxes.folder(tenant, address, folder_key)
    if is_mime(call):
        return created(tenant, call, address, draft_of_mime(tenant, address, folder["id"], mime_in(call)))
    return created(tenant, call, address, draft(tenant, address, folder["id"], call.json()))


def draft(tenant: Tenant, address: str, folder: str, given: Mapping[str, Any]) -> Row:
    document = composing.document_of(tenant, address, given)
    parts = composing.parts_in(given)
    document["hasAttachments"] = any(not part.inline for part in parts)
    mail = Mail(document=document, parts=tuple(parts))
    return messages.file(tenant, address, folder, mail, is_draft=True, extended=composing.extended_in(given))


def is_mime(call: Call) -> bool:
    return call.headers.get("content-type", "").partition(";")[0].strip().lower() == "text/plain"


def mime_in(call: Call) -> bytes:
    """The mail that a body has as base64. Raises a 400."""
    raw = mime.decoded_base64(call.body)
    if not raw:
        raise bad_mail_request("The MIME content is not valid base64.", "ErrorMimeContentInvalidBase64String")
    return raw


def draft_of_mime(tenant: Tenant, address: str, folder: str, raw: bytes) -> Row:
    """A draft that says what a mail in MIME does; its other header fields but `x-` are left out."""
    read, parts = mime.read(raw)
    for person in filter(None, (read["from"], read["sender"])):
        composing.check_own(address, person)
    if not composing.INTERNET_ID.fullmatch(read["internetMessageId"]):
        del read["internetMessageId"]
    own = [each for each in mime.headers_of(raw) if composing.HEADER_NAME.fullmatch(each["name"])]
    thread = {"inReplyTo": mime.header(raw, "In-Reply-To"), "references": mime.header(raw, "References")}
    said = {key: value for key, value in {**read, **thread, "headers": own}.items() if value}
    document = {**composing.document_of(tenant, address, {}), **said}
    return messages.file(tenant, address, folder, Mail(document=document, parts=tuple(parts)), is_draft=True)


def created(tenant: Tenant, call: Call, address: str, row: Row, status: int = 201) -> Reply:
    shown = message_json.shown(tenant, call, row, odata.Options())
    return answer(shown, status, Location=f"https://{call.host}/v1.0/users/{address}/messages/{shown['id']}")


def get(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    return answer(message_json.shown(tenant, call, messages.find(tenant, address, message), odata.options(call)))


def value(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    return Reply(200, headers={"Content-Type": "text/plain"}, content=delivery.bytes_of(tenant, row))


def change(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    check_etag(call, row)
    body = call.json()
    locked = {key for key in body if key in composing.ONLY_WHILE_DRAFT} if not row["is_draft"] else set()
    if locked:
        raise bad_mail_request(
            f"'{sorted(locked)[0]}' can be changed only while the message is a draft.", "ErrorInvalidPropertySet"
        )
    document = json.loads(row["document"]) | composing.changes_of(tenant, address, body)
    row = messages.save(tenant, row, document)
    messages.extend(tenant, row["number"], composing.extended_in(body))
    return created(tenant, call, address, row, 200)


def remove(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    """To Deleted Items; from there, for good."""
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    check_etag(call, row)
    bin_ = mailboxes.known_folder(tenant, address, "deleteditems")
    messages.relocate(tenant, row, bin_)
    if row["folder"] == bin_:
        messages.erase(tenant, row["number"])
    return empty()


def check_etag(call: Call, row: Row) -> None:
    wanted = call.headers.get("if-match")
    if wanted and wanted.strip() not in {"*", message_json.etag(row), message_json.change_key(row)}:
        raise GraphError(412, "ErrorIrresolvableConflict", "The send or update operation could not be performed.")


def send(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    if not row["is_draft"]:
        raise bad_mail_request("The message is not a draft; it was sent already.", "ErrorInvalidOperation")
    check_sendable(json.loads(row["document"]))
    delivery.send_draft(tenant, row)
    return empty(202)


def check_sendable(document: Mapping[str, Any]) -> None:
    """Raises a 400 unless the message has a recipient and all addresses in it can be written to."""
    to = delivery.recipients(document)
    answered = [person["emailAddress"]["address"] for person in document.get("replyTo") or []]
    if not to or not all(composing.is_sendable(address) for address in (*to, *answered)):
        raise bad_mail_request("At least one recipient isn't valid.", "ErrorInvalidRecipients")


def send_mail(tenant: Tenant, call: Call, user: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    if is_mime(call):
        raw = mime_in(call)
        document = mime.read_head(raw)
        check_sendable(document)
        for person in filter(None, (document["from"], document["sender"])):
            composing.check_own(address, person)
        delivery.send_raw(tenant, address, raw)
        return empty(202)
    body = call.json()
    given = insensitive(body, "message")
    if not isinstance(given, dict):
        raise bad_mail_request("The parameter 'Message' is missing.", "ErrorInvalidParameter")
    keep = insensitive(body, "saveToSentItems", True)
    row = draft(tenant, address, mailboxes.known_folder(tenant, address, "drafts"), given)
    check_sendable(json.loads(row["document"]))
    delivery.send_draft(tenant, row)
    if not keep:
        messages.erase(tenant, row["number"])
    return empty(202)


def move(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    target = mailboxes.folder(tenant, address, destination(call))
    return created(tenant, call, address, messages.relocate(tenant, row, target["id"]))


def copy(tenant: Tenant, call: Call, user: str, message: str) -> Reply:
    address = mailboxes.enter(tenant, call, user)
    row = messages.find(tenant, address, message)
    target = mailboxes.folder(tenant, address, destination(call))
    twin = messages.file(
        tenant,
        address,
        target["id"],
        Mail(
            mail_bytes.of(tenant, row) if row["mime"] else mail_bytes.NO_BYTES,
            json.loads(row["document"]),
            tuple(messages.parts_of(tenant, row["number"])),
        ),
        received=row["received"],
        is_draft=bool(row["is_draft"]),
        extended=messages.extended_of(tenant, row["number"]),
    )
    return created(tenant, call, address, twin)


def destination(call: Call) -> str:
    key = insensitive(call.json(), "destinationId")
    if not isinstance(key, str) or not key:
        raise bad_mail_request("The parameter 'DestinationId' is missing.", "ErrorInvalidParameter")
    return key


ROUTES = (
    ("POST", "/users/{user}/messages", create),
    ("GET", "/users/{user}/messages/{message}", get),
    ("PATCH", "/users/{user}/messages/{message}", change),
    ("DELETE", "/users/{user}/messages/{message}", remove),
    ("GET", "/users/{user}/messages/{message}/$value", value),
    ("POST", "/users/{user}/messages/{message}/send", send),
    ("POST", "/users/{user}/messages/{message}/move", move),
    ("POST", "/users/{user}/messages/{message}/copy", copy),
    ("POST", "/users/{user}/sendMail", send_mail),
    ("POST", "/users/{user}/mailFolders/{folder_key}/messages", create_in),
)
