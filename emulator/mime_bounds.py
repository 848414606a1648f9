"""What a mail may ask of whoever reads it, found by running over its bytes once, before anything is parsed.

The reader's work grows with the nesting, the parts and the addresses of a mail, not only with its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from emulator.errors import GraphError, bad_mail_request

LARGEST_HEAD = 256 * 1024
MOST_CONTAINERS = 60
MOST_LINES = 300_000  # more than 16 MiB of base64
MOST_PARTS = 2_000
MOST_ADDRESSES = 1_000  # Exchange Online's own bound on recipients
LONGEST_FIELD = 4 * 1024
DEEPEST_COMMENT = 20
HEAD_END = re.compile(rb"\r?\n(?=\r?\n)")
CONTAINER = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
DELIMITER = re.compile(rb"^--[^\r\n]", re.MULTILINE)
LONG_FIELD = re.compile(
    rb"^content-(?:type|disposition):(?:[^\r\n]|\r?\n[ \t]){%d}" % LONGEST_FIELD, re.IGNORECASE | re.MULTILINE
)
PEOPLE = re.compile(
    rb"^(?:from|sender|to|cc|bcc|reply-to)[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE
)


def head_of(raw: bytes) -> bytes:
    """The header fields, without the empty line behind them."""
    found = HEAD_END.search(raw)
    return raw[: found.end()] if found else raw


def check(raw: bytes) -> None:
    """Raises a 400 for a mail that nobody could read in time."""
    if raw.count(b"\n") > MOST_LINES:
        raise unreadable(f"it has more than {MOST_LINES} lines")
    head = head_of(raw)
    if len(head) > LARGEST_HEAD:
        raise unreadable(f"its header has more than {LARGEST_HEAD // 1024} KB")
    check_people(found.group(1) for found in PEOPLE.finditer(head))
    if LONG_FIELD.search(raw):
        raise unreadable(f"a Content-Type or Content-Disposition has more than {LONGEST_FIELD} characters")
    containers = sum(1 for _ in CONTAINER.finditer(raw))
    if containers > MOST_CONTAINERS:
        raise unreadable(f"it has more than {MOST_CONTAINERS} multiparts and attached messages")
    if containers and sum(1 for _ in DELIMITER.finditer(raw)) > MOST_PARTS:
        raise unreadable(f"it has more than {MOST_PARTS} parts")


def check_people(values: Iterable[bytes]) -> None:
    addresses = 0
    for value in values:
        addresses += 1 + sum(value.count(mark) for mark in (b",", b";", b":"))
        marks = (1 if mark == b"("[0] else -1 for mark in value if mark in b"()")
        if max(accumulate(marks), default=0) > DEEPEST_COMMENT:
            raise unreadable("the comments in an address are nested too deeply")
    if addresses > MOST_ADDRESSES:
        raise unreadable(f"it names more than {MOST_ADDRESSES} addresses")


def unreadable(reason: str) -> GraphError:
    return bad_mail_request(f"The MIME content is invalid: {reason}.", "ErrorMimeContentInvalid")
