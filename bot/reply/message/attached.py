"""The files that came with a mail; pictures of a signature and what belongs to the mail itself are none. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from bot.reply.message.mail import MAX_RAW, PARSER_FAULTS
from bot.reply.message.mime import unfold

MOST = 20
_OWN = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/calendar")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as it came: the name its sender gave it, and its bytes."""

    name: str
    content: bytes


def attached_files(raw: bytes) -> tuple[Attached, ...]:
    """The files of a mail in order, at most 20; none where it cannot be taken apart."""
    try:
        message = message_from_bytes(raw[:MAX_RAW], policy=policy.default)
        return tuple(_file(part) for part in message.walk() if _is_file(part))[:MOST]
    except PARSER_FAULTS:
        return ()


def _is_file(part: Message) -> bool:
    kind = part.get_content_type()
    if part.is_multipart() or kind in _OWN:
        return False
    placed = part.get_content_disposition() or ""
    in_the_text = placed == "inline" or (part.get("Content-ID") and placed != "attachment")
    if part.get_content_maintype() == "image" and in_the_text:
        return False
    return placed == "attachment" or bool(part.get_filename())


def _file(part: Message | EmailMessage) -> Attached:
    content = part.get_payload(decode=True)
    return Attached(unfold(str(part.get_filename() or "")), content if isinstance(content, bytes) else b"")
