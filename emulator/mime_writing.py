"""A message written as Exchange would send it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr
from typing import Any

from emulator.mime import Part, one_line, plain
from emulator.pieces import Content
from emulator.weaving import Woven

WIRE = compat32.clone(linesep="\r\n", max_line_length=78)
UTF8 = Charset("utf-8")
UTF8.body_encoding = QP
ADDRESSED = {"From": "from", "Sender": "sender", "To": "toRecipients", "Cc": "ccRecipients", "Reply-To": "replyTo"}


def new_internet_id() -> str:
    return f"<LO2P{secrets.token_hex(14).upper()}@LO2P265MB0001.GBRP265.PROD.OUTLOOK.COM>"


def written(
    document: Mapping[str, Any], sent: datetime, parts: Iterable[Part], headers: Iterable[tuple[str, str]]
) -> Woven:
    """A message from its Graph document and attachments kept in the store; `headers` are those beyond the usual."""
    parts = list(parts)
    message = with_parts(body_of(document), parts)
    for name, key in ADDRESSED.items():
        people = document.get(key) or []
        people = [people] if isinstance(people, dict) else people
        if people and not (name == "Sender" and document.get("sender") == document.get("from")):
            message[name] = ", ".join(printed(person) for person in people)
    message["Subject"] = encoded(document.get("subject") or "")
    message["Date"] = format_datetime(sent.astimezone(UTC).replace(microsecond=0))
    message["Message-ID"] = document["internetMessageId"]
    if document.get("importance", "normal") != "normal":
        message["Importance"] = document["importance"]
    for name, value in headers:
        message[one_line(name)] = encoded(value)
    contents = [part.content for part in parts if isinstance(part.content, Content)]
    return Woven(message.as_bytes(policy=WIRE), {content.key: content for content in contents})


def body_of(document: Mapping[str, Any]) -> Message:
    body = document.get("body") or {}
    content = body.get("content") or ""
    if str(body.get("contentType", "text")).lower() != "html":
        return MIMEText(content, "plain", UTF8)  # type: ignore[arg-type]
    alternatives = MIMEMultipart("alternative")
    alternatives.attach(MIMEText(plain(content), "plain", UTF8))  # type: ignore[arg-type]
    alternatives.attach(MIMEText(content, "html", UTF8))  # type: ignore[arg-type]
    return alternatives


def with_parts(body: Message, parts: list[Part]) -> Message:
    for kind, wanted in (("related", [part for part in parts if part.inline]), ("mixed", parts)):
        chosen = [part for part in wanted if part.inline == (kind == "related")]
        if chosen:
            outer = MIMEMultipart(kind)
            outer.attach(body)
            for part in chosen:
                outer.attach(attached(part))
            body = outer
    if "MIME-Version" not in body:
        body["MIME-Version"] = "1.0"
    return body


def attached(part: Part) -> Message:
    main, _, sub = part.type.partition("/")
    piece = MIMEBase(one_line(main) or "application", one_line(sub) or "octet-stream")
    assert isinstance(part.content, Content)
    piece.set_payload(part.content.key)
    piece["Content-Transfer-Encoding"] = "base64"
    disposition = "inline" if part.inline else "attachment"
    piece.add_header("Content-Disposition", disposition, filename=one_line(part.name))
    if part.content_id:
        piece["Content-ID"] = f"<{one_line(part.content_id)}>"
    return piece


def printed(person: Mapping[str, Any]) -> str:
    """A recipient on the wire; a name that only repeats the address is left out.

    An address that is not ASCII, which only a draft may have, is an encoded word.
    """
    given = person.get("emailAddress") or {}
    address = one_line(given.get("address") or "")
    name = one_line(given.get("name") or "")
    on_wire = address if address.isascii() else Header(address, "utf-8").encode(maxlinelen=0)
    return formataddr(("" if name == address else name, on_wire))


def encoded(value: str) -> str:
    """A header value on the wire: RFC 2047 where it is not ASCII."""
    text = one_line(value)
    return text if text.isascii() else Header(text, "utf-8").encode(linesep="\r\n")
