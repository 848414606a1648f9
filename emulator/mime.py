"""Mail as bytes, read as Exchange would file it; and header fields put on and taken off without touching the rest."""

from __future__ import annotations

import email
import html
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from emulator import mime_bounds
from emulator.mime_bounds import head_of
from emulator.pieces import Content, Held

PREVIEW = 255


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment. `content_id` is without angle brackets."""

    name: str
    type: str
    content: Content | Held
    inline: bool = False
    content_id: str | None = None


def one_line(text: object) -> str:
    return re.sub(r"[\r\n]+\s*", " ", str(text))


def stamped(mime: bytes, headers: Iterable[tuple[str, str]]) -> bytes:
    """The same bytes with header lines put on top."""
    end = b"\r\n" if b"\r\n" in mime[:2000] or b"\n" not in mime[:2000] else b"\n"
    return b"".join(f"{name}: {value}".encode() + end for name, value in headers) + mime


def without_headers(mime: bytes, pattern: str) -> bytes:
    """The same bytes without the header fields whose names match, their continuation lines included."""
    matcher = re.compile(pattern.encode(), re.IGNORECASE)
    head = head_of(mime)
    kept, dropping = [], False
    for line in head.splitlines(keepends=True):
        if line[:1] not in b" \t":
            dropping = bool(matcher.fullmatch(line.partition(b":")[0].strip()))
        if not dropping:
            kept.append(line)
    return b"".join(kept) + mime[len(head) :]


def headers_of(mime: bytes) -> list[dict[str, str]]:
    """Every header field from the top, unfolded and decoded."""
    head = email.message_from_bytes(head_of(mime) + b"\r\n\r\n", policy=compat32)
    return [{"name": name, "value": readable(str(value))} for name, value in head.items()]


def header(mime: bytes, name: str) -> str | None:
    return next((each["value"] for each in headers_of(mime) if each["name"].lower() == name.lower()), None)


def read(mime: bytes) -> tuple[dict[str, Any], list[Part]]:
    """The Graph document of a message that came as bytes, and its attachments. Bad mail is read as far as it goes.

    Raises a 400 for one whose parts or addresses are beyond all bounds.
    """
    mime_bounds.check(mime)
    try:
        message = email.message_from_bytes(mime, policy=compat32)
        content, parts = contents(message)
        return {**told(message), **said(content), "hasAttachments": any(not part.inline for part in parts)}, parts
    except RecursionError as error:
        raise mime_bounds.unreadable("it is nested too deeply") from error


def read_head(mime: bytes) -> dict[str, Any]:
    """What the header alone says of a message: who, to whom, about what. Raises a 400 as `read` does."""
    mime_bounds.check(mime)
    try:
        return told(email.message_from_bytes(head_of(mime) + b"\r\n\r\n", policy=compat32))
    except RecursionError as error:
        raise mime_bounds.unreadable("its addresses are nested too deeply") from error


def said(content: Mapping[str, str]) -> dict[str, Any]:
    return {"body": content, "bodyPreview": preview(content)}


def told(message: Message) -> dict[str, Any]:
    sender = people_in(message, "From")
    return {
        "subject": readable(str(message.get("Subject", ""))),
        "internetMessageId": one_line(message.get("Message-ID", "")).strip(),
        "importance": importance(message),
        "from": next(iter(sender), None),
        "sender": next(iter(people_in(message, "Sender") or sender), None),
        "toRecipients": people_in(message, "To"),
        "ccRecipients": people_in(message, "Cc"),
        "bccRecipients": people_in(message, "Bcc"),
        "replyTo": people_in(message, "Reply-To"),
    }


def contents(message: Message) -> tuple[dict[str, str], list[Part]]:
    """The body that Graph shows (HTML when there is one) and everything else as parts."""
    bodies: dict[str, str] = {}
    parts: list[Part] = []
    for piece in pieces_of(message):
        kind = piece.get_content_type()
        named = piece.get_filename()
        disposition = str(piece.get("Content-Disposition", "")).partition(";")[0].strip().lower()
        if kind in ("text/plain", "text/html") and not named and disposition != "attachment" and kind not in bodies:
            bodies[kind] = text_of(piece)
        else:
            parts.append(part_of(piece, kind, named, disposition))
    if "text/html" in bodies:
        return {"contentType": "html", "content": bodies["text/html"]}, parts
    return {"contentType": "text", "content": bodies.get("text/plain", "")}, parts


def pieces_of(message: Message) -> Iterator[Message]:
    """What is no container, in order; an attached message is one piece as a whole."""
    if not message.is_multipart() or message.get_content_type() == "message/rfc822":
        yield message
        return
    for piece in message.get_payload():
        if isinstance(piece, Message):
            yield from pieces_of(piece)


def part_of(piece: Message, kind: str, named: str | None, disposition: str) -> Part:
    payload = piece.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else attached_message(piece)
    content_id = str(piece.get("Content-ID", "")).strip().strip("<>") or None
    name = readable(named) if named else f"attachment.{kind.rpartition('/')[2]}"
    return Part(name, kind, Held(content), disposition == "inline" or content_id is not None, content_id)


def attached_message(piece: Message) -> bytes:
    """The bytes of an attached message, which the parser has read as a message although it may be base64."""
    inner = [each for each in piece.get_payload() if isinstance(each, Message)]
    if str(piece.get("Content-Transfer-Encoding", "")).strip().lower() == "base64" and inner:
        found = decoded_base64(str(inner[0].get_payload()).encode())
        if found:
            return found
    return b"".join(each.as_bytes() for each in inner)


def text_of(piece: Message) -> str:
    payload = piece.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else str(payload).encode()
    for charset in (piece.get_content_charset(), "utf-8"):
        try:
            return raw.decode(charset or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", "replace")


def people_in(message: Message, name: str) -> list[dict[str, Any]]:
    values = [str(value) for value in message.get_all(name, [])]
    return [recipient(readable(address), readable(label)) for label, address in getaddresses(values) if address]


def recipient(address: str, name: str = "") -> dict[str, Any]:
    return {"emailAddress": {"name": name or address, "address": address}}


def readable(text: str) -> str:
    """A header value decoded and unfolded; what cannot be decoded stays as it is."""
    flat = re.sub(r"\r?\n[ \t]?", " ", text)
    try:
        return str(make_header(decode_header(flat)))
    except (LookupError, UnicodeError, ValueError):
        return flat


def importance(message: Message) -> str:
    value = str(message.get("Importance", "normal")).strip().lower()
    return value if value in {"low", "normal", "high"} else "normal"


def date_of(mime: bytes) -> datetime | None:
    """The mail's own Date header, aware, or None when there is none that can be read."""
    try:
        moment = parsedate_to_datetime(header(mime, "Date") or "")
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def plain(markup: str) -> str:
    """A plain rendering of HTML for the text alternative and the preview."""
    text = re.sub(r"(?is)<(style|script|title)\b.*?(?:</\1\s*>|\Z)", "", without_head(markup))
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?i) ?<(br|/p|/div|/tr|/h\d|/li|/table)\b[^<>]*> ?", "\n", text)
    text = html.unescape(re.sub(r"<[^<>]*>", "", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def without_head(markup: str) -> str:
    begin = re.search(r"(?i)<head\b", markup)
    end = re.compile(r"(?i)</head\s*>").search(markup, begin.end()) if begin else None
    return markup[: begin.start()] + markup[end.end() :] if begin and end else markup


def preview(body: Mapping[str, str]) -> str:
    text = plain(body["content"][:20_000]) if body["contentType"] == "html" else body["content"]
    return re.sub(r"[ \t]+", " ", text).strip()[:PREVIEW]


def decoded_base64(body: bytes) -> bytes | None:
    """A MIME message sent as base64 text, or None when it is not that."""
    try:
        return b64decode(b"".join(body.split()), validate=True)
    except ValueError:
        return None
