"""What Exchange does with a message once it is accepted: the sent copy, the inboxes, the non-delivery reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from emulator import absences, mail_bytes, mailboxes, messages, mime, mime_writing, people, reports
from emulator.clock import moment_of, stamp
from emulator.mail_bytes import Mail
from emulator.mime_writing import new_internet_id
from emulator.store import Row
from emulator.tenant import Tenant
from emulator.weaving import Woven

OUTSIDE = "outside"
OWN_HEADERS = r"X-MS-Exchange-Organization-.*"
NOT_SENT = OWN_HEADERS + r"|Auto-Submitted|Return-Path|Bcc"
PROPERTY_HEADERS = {"string 0x1042": "In-Reply-To", "string 0x1039": "References", "string 0x1045": "List-Unsubscribe"}


def bytes_of(tenant: Tenant, row: Row) -> Woven:
    """What a message is as a mail: as it was sent or came, or as its draft would be sent."""
    return mail_bytes.of(tenant, row) if row["mime"] else written(tenant, row)


def written(tenant: Tenant, row: Row) -> Woven:
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
    sent = mail_bytes.composed(tenant, written(tenant, row))
    tenant.store.run(
        "UPDATE messages SET mime = ?, received = ?, is_draft = 0 WHERE number = ?", sent.text, now, row["number"]
    )
    sent_items = mailboxes.known_folder(tenant, row["mailbox"], "sentitems")
    messages.relocate(tenant, row, sent_items, lag=tenant.sent_lag)
    deliver(tenant, row["mailbox"], recipients(document), sent.saying(bccRecipients=[]))


def send_raw(tenant: Tenant, address: str, raw: bytes, *, keep_copy: bool = True) -> Row | None:
    """Send bytes as a mailbox of the tenant; the Sent Items copy, or None when none is kept."""
    mail = mail_bytes.taken(tenant, mime.without_headers(raw, NOT_SENT))
    head = mime.read_head(raw)
    top = [] if mail.document["internetMessageId"] else [("Message-ID", new_internet_id())]
    if mime.header(mail.text, "Date") is None:
        top.append(("Date", tenant.clock.now().strftime("%a, %d %b %Y %H:%M:%S +0000")))
    mail = mail.stamped(top)
    mail = mail.saying(internetMessageId=mail.document["internetMessageId"] or top[0][1])
    moment = mime.date_of(mail.text) or tenant.clock.now()
    copy = None
    if keep_copy:
        copy = messages.file(
            tenant,
            address,
            mailboxes.known_folder(tenant, address, "sentitems"),
            mail.saying(bccRecipients=head["bccRecipients"], isRead=True),
            received=stamp(moment),
            lag=tenant.sent_lag,
        )
    deliver(tenant, address, recipients(head), mail)
    return copy


def recipients(document: Mapping[str, Any]) -> list[str]:
    """Every address of To, Cc and Bcc once, in order."""
    named = (
        person["emailAddress"]["address"]
        for key in ("toRecipients", "ccRecipients", "bccRecipients")
        for person in document.get(key) or []
    )
    return list({address.lower(): address for address in named}.values())


def deliver(tenant: Tenant, sender: str, everyone: Iterable[str], mail: Mail) -> None:
    """To each recipient: an inbox of the tenant, a report to the sender, or the world outside."""
    failed = []
    for address in everyone:
        person = people.by_address(tenant, address)
        if person is not None:
            file_inside(tenant, person["address"], internal(tenant, mail))
            answer_for(tenant, person["address"], mail, inside=True)
        elif failure := reports.failure_of(tenant, address):
            failed.append(failure)
        else:
            file_outside(tenant, address, mail)
    if failed and mime.header(mail.text, "Return-Path") != "<>" and people.by_address(tenant, sender) is not None:
        file_inside(tenant, sender, mail_bytes.taken(tenant, reports.written(tenant, sender, failed, mail)))


def answer_for(tenant: Tenant, address: str, mail: Mail, *, inside: bool) -> None:
    """The automatic reply of someone who is away."""
    found = absences.reply(tenant, address, mail, inside=inside)
    if found:
        sender, reply = found
        deliver(tenant, address, [sender], mail_bytes.composed(tenant, reply))


def internal(tenant: Tenant, mail: Mail) -> Mail:
    """The mail with what Exchange puts on mail between mailboxes of one tenant."""
    domain = tenant.identity.domain
    when = tenant.clock.now().strftime("%a, %d %b %Y %H:%M:%S +0000")
    return mail.stamped(
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


def file_inside(tenant: Tenant, address: str, mail: Mail) -> Row:
    """A message in an inbox."""
    moment = mime.date_of(mail.text) or tenant.clock.now()
    if not mail.document["internetMessageId"]:
        key = new_internet_id()
        mail = mail.stamped([("Message-ID", key)]).saying(internetMessageId=key)
    inbox = mailboxes.known_folder(tenant, address, "inbox")
    return messages.file(tenant, address, inbox, mail, received=stamp(moment))


def file_outside(tenant: Tenant, address: str, mail: Mail) -> None:
    """Mail that leaves the tenant is kept where the page can show it."""
    folder = tenant.store.one("SELECT id FROM folders WHERE mailbox = ? AND known_as = 'inbox'", OUTSIDE)
    assert folder is not None
    moment = mime.date_of(mail.text) or tenant.clock.now()
    messages.file(tenant, OUTSIDE, folder["id"], mail.saying(deliveredTo=address), received=stamp(moment))


def receive(tenant: Tenant, address: str, raw: bytes, verdict: str) -> Row:
    """Mail from outside, with the headers Exchange stamps. `verdict`: pass, fail, or none for no verdict at all."""
    mail = mail_bytes.taken(tenant, mime.without_headers(raw.lstrip(b"\r\n"), OWN_HEADERS))
    sender = (mail.document["from"] or {}).get("emailAddress", {}).get("address", "")
    domain = re.sub(r"[^\w.-]", "", sender.rpartition("@")[2].lower()) or "unknown.invalid"
    top = [("X-MS-Exchange-Organization-AuthAs", "Anonymous")]
    own = mime.header(mail.text, "Authentication-Results")
    if verdict == "fail":
        top.append(("Authentication-Results", failing(domain)))
    elif verdict != "none" and own is None:
        top.append(("Authentication-Results", passing(domain)))
    row = file_inside(tenant, address, mail.stamped(top))
    answer_for(tenant, address, mail, inside=False)
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
