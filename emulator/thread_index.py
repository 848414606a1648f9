"""Thread-Index, by which Exchange and Outlook keep a conversation together ([MS-OXOMSG] 2.2.1.3)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from datetime import UTC, datetime
from uuid import UUID

BEGINNING = datetime(1601, 1, 1, tzinfo=UTC)
HEAD = 22  # one reserved byte, five of the time, sixteen of a GUID
LEVEL = 5  # added by each answer
NEAR, FAR = 18, 23  # how many low bits of the time since the beginning are dropped


def ticks(moment: datetime) -> int:
    """100 nanoseconds since 1601 (FILETIME)."""
    return int((moment - BEGINNING).total_seconds() * 10_000_000)


def started(moment: datetime, guid: UUID) -> bytes:
    return ticks(moment).to_bytes(8, "big")[:6] + guid.bytes


def parent_of(text: str) -> bytes | None:
    """The index in a header, or None where it is not one."""
    try:
        found = b64decode("".join(text.split()), validate=True)
    except (Error, ValueError):
        return None
    return found if len(found) >= HEAD and (len(found) - HEAD) % LEVEL == 0 else None


def answered(parent: bytes, moment: datetime) -> bytes:
    """One level deeper: the time since the conversation began, to 26 milliseconds or, after 1.7 years, to 0.8 s."""
    passed = max(0, ticks(moment) - int.from_bytes(parent[:6] + b"\0\0", "big"))
    is_far = passed >> (NEAR + 31) > 0
    time = (passed >> (FAR if is_far else NEAR)) & 0x7FFFFFFF
    return parent + (is_far << 31 | time).to_bytes(4, "big") + b"\x10"


def header(before: str, begun: datetime, guid: UUID, now: datetime) -> str:
    """The Thread-Index of an answer; a mail without one counts as the start of its conversation."""
    parent = parent_of(before) or started(begun, guid)
    return b64encode(answered(parent, now)).decode("ascii")
