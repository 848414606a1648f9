"""The non-delivery report that Exchange writes to a sender (RFC 3464): words, fields, the mail.

Of a large mail only the header comes back, as RFC 6522 allows.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from email.utils import format_datetime
from html import escape

from emulator import mime, mime_bounds, mime_writing
from emulator.mail_bytes import Mail
from emulator.tenant import Tenant

SERVER = "LO2P265MB0001.GBRP265.PROD.OUTLOOK.COM"
LARGEST = 1024 * 1024
NOWHERE = ".invalid"  # RFC 2606: no such domain exists, or ever will


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one recipient got nothing: the enhanced status (RFC 3463), what the server said, a sentence for people."""

    address: str
    status: str
    said: str
    sentence: str


def failure_of(tenant: Tenant, address: str) -> Failure | None:
    """Why an address that is nobody's in the tenant cannot be reached; None for one that can."""
    domain = address.rpartition("@")[2].lower()
    if domain == tenant.identity.domain:
        said = f"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {address} not found by SMTP address lookup"
        return Failure(address, "5.1.10", said, f"{address} wasn't found at {domain}.")
    if domain.endswith(NOWHERE):
        said = f"550 5.4.310 DNS domain {domain} does not exist [Message=InfoDomainNonexistent]"
        return Failure(address, "5.4.310", said, f"The domain of {address} does not exist.")
    return None


def written(tenant: Tenant, sender: str, failures: list[Failure], mail: Mail) -> bytes:
    """The report on a mail that was not delivered as bytes, with that mail, or with its head alone when it is large."""
    document = mail.document
    is_large = mail.wire.size > LARGEST
    returned = mime_bounds.head_of(mail.text) if is_large else mail.wire.whole()
    outer, inner = secrets.token_hex(12), secrets.token_hex(12)
    when = format_datetime(tenant.clock.now().replace(microsecond=0))
    subject = mime_writing.encoded(f"Undeliverable: {document.get('subject') or ''}")
    advice = "Check the address and send the message again."
    plain = "Delivery has failed to these recipients:\n\n" + "".join(f"{each.sentence}\n" for each in failures) + advice
    markup = "".join(f"<p>{escape(each.sentence)}</p>" for each in failures)
    head = (
        f"From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@{tenant.identity.domain}>\r\n"
        f"To: <{sender}>\r\nSubject: {subject}\r\nDate: {when}\r\nMessage-ID: {mime_writing.new_internet_id()}\r\n"
        f"In-Reply-To: {document['internetMessageId']}\r\nReferences: {document['internetMessageId']}\r\n"
        "Auto-Submitted: auto-replied\r\nX-MS-Exchange-Message-Is-Ndr:\r\nContent-Language: en-GB\r\n"
        "Return-Path: <>\r\nX-MS-Exchange-Organization-AuthAs: Internal\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/report; report-type=delivery-status; boundary="{outer}"\r\n\r\n'
        f'--{outer}\r\nContent-Type: multipart/alternative; boundary="{inner}"\r\n\r\n'
        f"--{inner}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n"
        f"--{inner}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        f"<html><body><h2>Your message couldn't be delivered</h2>{markup}<p>{advice}</p></body></html>\r\n"
        f"--{inner}--\r\n"
        f"--{outer}\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns;{SERVER}\r\nReceived-From-MTA: dns;{SERVER}\r\nArrival-Date: {when}\r\n\r\n"
        + "".join(map(recipient_fields, failures))
        + f"--{outer}\r\nContent-Type: {'text/rfc822-headers' if is_large else 'message/rfc822'}\r\n\r\n"
    )
    return head.encode() + returned + f"\r\n--{outer}--\r\n".encode()


def recipient_fields(failure: Failure) -> str:
    said = mime.one_line(failure.said)
    return (
        f"Final-Recipient: rfc822;{mime.one_line(failure.address)}\r\nAction: failed\r\nStatus: {failure.status}\r\n"
        f"Diagnostic-Code: smtp;{said}\r\n\r\n"
    )
