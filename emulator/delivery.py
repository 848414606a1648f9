"""What Exchange does with a message once it is accepted: the sent copy, the inboxes, the non-delivery reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from emulator import absences, mailboxes, messages, mime, mime_writing, people, reports
from emulator.clock import moment_of, stamp
from emulator.mime_writing import new_internet_id
from emulator.store import Row
from emulator.tenant import Tenant

OUTSIDE = "outside"
OWN_HEADERS = r"X-MS-Exchange-Organization-.*"
NOT_SENT = OWN_HEADERS + r"|Auto-Submitted|Return-Path|Bcc"
PROPERTY_HEADERS = {"string 0x1042": "In-Reply-To", "string 0x1039": "References", "string 0x1045": "List-Unsubscribe"}


def written(tenant: Tenant, row: Row) -> bytes:
    """A message that has no bytes yet, written now from its document."""
    document = json.loads(row["document"])
    sent = moment_of(document["sentDateTime"]) or tenant.clock.now()
    headers = [(each["name"], each["value"]) for each in document.get("headers", [])]
    headers += reply_headers(document)
    extended = messages.extended_of(tenant, row["number"])
    named = {name.lower() for name, _ in headers}
    for key, value in extended.items():
        name = PROPERTY_HEADERS.get(key.lower())
        if name and name.lower() not in named:
            headers.append((name, value))
    return mime_writing.written(document, sent, messages.parts_of(tenant, row["number"]), headers)


def reply_headers(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    given = (("In-Reply-To", document.get("inReplyTo")), ("References", document.get("references")))
    return [(name, value) for name, value in given if value]


def send_draft(tenant: Tenant, row: Row) -> None:
    """The draft leaves Drafts, is delivered, and becomes its own copy in Sent Items."""
    now = tenant.clock.stamp()
    document = json.loads(row["document"]) | {"sentDateTime": now, "receivedDateTime": now, "isRead": True}
    row = messages.save(tenant, row, document)
    raw = written(tenant, row)
    everyone = recipients(document)
    tenant.store.run(
        "UPDATE messages SET mime = ?, received = ?, is_draft = 0 WHERE number = ?", raw, now, row["number"]
    )
    sent_items = mailboxes.known_folder(tenant, row["mailbox"], "sentitems")
    messages.relocate(tenant, row, sent_items, lag=tenant.sent_lag)
    deliver(tenant, row["mailbox"], everyone, raw, document)


def send_raw(tenant: Tenant, address: str, raw: bytes, *, keep_copy: bool = True) -> Row | None:
    """Send bytes as a mailbox of the tenant; the Sent Items copy, or None when none is kept."""
    document, parts = mime.read(raw)
    raw = mime.without_headers(raw, NOT_SENT)
    top = [] if document["internetMessageId"] else [("Message-ID", new_internet_id())]
    if mime.header(raw, "Date") is None:
        top.append(("Date", tenant.clock.now().strftime("%a, %d %b %Y %H:%M:%S +0000")))
    raw = mime.stamped(raw, top)
    document["internetMessageId"] = document["internetMessageId"] or top[0][1]
    moment = mime.date_of(raw) or tenant.clock.now()
    copy = None
    if keep_copy:
        copy = messages.file(
            tenant,
            address,
            mailboxes.known_folder(tenant, address, "sentitems"),
            {**document, "isRead": True},
            raw=raw,
            received=stamp(moment),
            parts=parts,
            lag=tenant.sent_lag,
        )
    deliver(tenant, address, recipients(document), raw, document)
    return copy


def recipients(document: Mapping[str, Any]) -> list[str]:
    """Every address of To, Cc and Bcc once, in order."""
    named = (
        person["emailAddress"]["address"]
        for key in ("toRecipients", "ccRecipients", "bccRecipients")
        for person in document.get(key) or []
    )
    return list({address.lower(): address for address in named}.values())


def deliver(tenant: Tenant, sender: str, everyone: Iterable[str], raw: bytes, document: Mapping[str, Any]) -> None:
    """To each recipient: an inbox of the tenant, a report to the sender, or the world outside."""
    failed = []
    for address in everyone:
        person = people.by_address(tenant, address)
        if person is not None:
            file_inside(tenant, person["address"], internal(tenant, sender, raw), document)
            answer_for(tenant, person["address"], raw, inside=True)
        elif failure := reports.failure_of(tenant, address):
            failed.append(failure)
        else:
            file_outside(tenant, address, raw)
    if failed and mime.header(raw, "Return-Path") != "<>" and people.by_address(tenant, sender) is not None:
        file_inside(tenant, sender, reports.written(tenant, sender, failed, raw, document))


def answer_for(tenant: Tenant, address: str, raw: bytes, *, inside: bool) -> None:
    """The automatic reply of someone who is away."""
    found = absences.reply(tenant, address, raw, inside=inside)
    if found:
        sender, reply = found
        deliver(tenant, address, [sender], reply, mime.read(reply)[0])


def internal(tenant: Tenant, sender: str, raw: bytes) -> bytes:
    """The bytes with what Exchange puts on mail between mailboxes of one tenant."""
    domain = tenant.identity.domain
    when = tenant.clock.now().strftime("%a, %d %b %Y %H:%M:%S +0000")
    return mime.stamped(
        raw,
        (
            (
                "Received",
                f"from LO2P265MB0001.GBRP265.PROD.OUTLOOK.COM by LO2P265MB0002.GBRP265.PROD.OUTLOOK.COM; {when}",
            ),
            (
                "Authentication-Results",
                f"dkim=none (message not signed) header.d=none;dmarc=none action=none header.from={domain};",
            ),
            ("X-MS-Exchange-Organization-AuthAs", "Internal"),
            ("X-MS-Exchange-Organization-AuthMechanism", "04"),
            ("X-MS-Exchange-Organization-AuthSource", "LO2P265MB0001.GBRP265.PROD.OUTLOOK.COM"),
        ),
    )


def file_inside(tenant: Tenant, address: str, raw: bytes, document: Mapping[str, Any] | None = None) -> Row:
    """A message in an inbox. `document` spares reading the bytes again when the sender's is at hand."""
    read, parts = mime.read(raw)
    moment = mime.date_of(raw) or tenant.clock.now()
    if not read["internetMessageId"]:
        read["internetMessageId"] = (document or {}).get("internetMessageId") or new_internet_id()
        raw = mime.stamped(raw, [("Message-ID", read["internetMessageId"])])
    inbox = mailboxes.known_folder(tenant, address, "inbox")
    return messages.file(tenant, address, inbox, read, raw=raw, received=stamp(moment), parts=parts)


def file_outside(tenant: Tenant, address: str, raw: bytes) -> None:
    """Mail that leaves the tenant is kept where the page can show it."""
    read, parts = mime.read(raw)
    read["deliveredTo"] = address
    folder = tenant.store.one("SELECT id FROM folders WHERE mailbox = ? AND known_as = 'inbox'", OUTSIDE)
    assert folder is not None
    moment = mime.date_of(raw) or tenant.clock.now()
    messages.file(tenant, OUTSIDE, folder["id"], read, raw=raw, received=stamp(moment), parts=parts)


def receive(tenant: Tenant, address: str, raw: bytes, verdict: str) -> Row:
    """Mail from outside, with the headers Exchange stamps. `verdict`: pass, fail, or none for no verdict at all."""
    raw = mime.without_headers(raw.lstrip(b"\r\n"), OWN_HEADERS)
    sender = (mime.read(raw)[0]["from"] or {}).get("emailAddress", {}).get("address", "")
    domain = re.sub(r"[^\w.-]", "", sender.rpartition("@")[2].lower()) or "unknown.invalid"
    top = [("X-MS-Exchange-Organization-AuthAs", "Anonymous")]
    own = mime.header(raw, "Authentication-Results")
    if verdict == "fail":
        top.append(("Authentication-Results", failing(domain)))
    elif verdict != "none" and own is None:
        top.append(("Authentication-Results", passing(domain)))
    row = file_inside(tenant, address, mime.stamped(raw, top))
    answer_for(tenant, address, raw, inside=False)
    return row


def passing(domain: str) -> str:
    return (
        f"spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; "
        f"dmarc=pass action=none header.from={domain}; compauth=pass reason=100"
    )


def failing(domain: str) -> str:
    return (
        f"spf=fail smtp.mailfrom={domain}; dkim=none header.d=none; "
        f"dmarc=fail action=quarantine header.from={domain}; compauth=fail reason=000"
    )
