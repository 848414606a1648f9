"""A message as it came in, opened once: who, to whom, when, both bodies, and what its headers prove.

`open_mail` never raises. A message that cannot be taken apart is of class unreadable and waits for a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from bot.plan import Person
from bot.reply.message import mime
from bot.reply.message.bounce import NO_REPORT, DeliveryReport, read_report
from bot.reply.message.classify import MailClass, classify
from bot.reply.message.trust import Trust, judge

MAX_RAW = 10_000_000
"""Bytes of one message that are looked at; the rest stays in the mailbox."""

_MAX_PARTS = 200
_MAX_CONTENT_HEADER = 2_000
_CONTENT_HEADER = re.compile(rb"^(content-[^\n]{0,500})[^\n]*(?:\n[ \t][^\n]*)*\n?", re.IGNORECASE | re.MULTILINE)
_ID = re.compile(r"<[^<>\s]{1,400}>")
_ADDRESS = re.compile(r"[^\s<>,;:\"()]{1,200}@[^\s<>,;:\"()]{1,200}")

# What the standard parser has been seen to raise on broken mail; anything else is a fault of ours and may escape.
PARSER_FAULTS = (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError)


NOBODY = Person("", "")


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. Ids keep their angle brackets; `recipients` are To and Cc with their plus tags, lower case.

    `refused` when it holds words that are not read, such as those of a message inside it. `report` is what a bounce
    says of the mail that came back.
    """

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    sender: Person = NOBODY
    recipients: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None
    plain: str = ""
    html: str = ""
    mail_class: MailClass = MailClass.UNREADABLE
    trust: Trust = Trust.FAILED
    trust_reason: str = ""
    refused: bool = False
    report: DeliveryReport = NO_REPORT

    @property
    def identity(self) -> bytes:
        """What stays the same when one mail is delivered twice; empty for one that could not be opened.

        A verdict on the sender that changed makes it another mail: a forged copy must not stand for the true one.
        """
        parts = (self.sender.address, self.date.isoformat() if self.date else "", self.subject, self.plain, self.html)
        whole = (*parts, self.mail_class, self.trust)
        return "\0".join(whole).encode("utf-8", "replace") if any(parts) else b""


def open_mail(raw: bytes) -> Mail:
    """The message in `raw` (RFC 5322 bytes); class unreadable when it is empty, broken, encrypted or a nesting bomb."""
    trimmed = raw[:MAX_RAW].lstrip(b"\r\n\t \0")
    if not trimmed or trimmed.lower().count(b"boundary=") > _MAX_PARTS:
        return Mail(trust_reason="the message is empty or nested too deeply to open")
    trimmed = _CONTENT_HEADER.sub(_shorten, trimmed)
    try:
        message = message_from_bytes(trimmed, policy=policy.default)
        return _open(message)
    except PARSER_FAULTS as fault:
        return Mail(trust_reason=f"the message could not be taken apart ({type(fault).__name__})")


def _shorten(header: re.Match[bytes]) -> bytes:
    """A content header of sane length: the standard parser takes minutes over one with thousands of parameters."""
    return header[0] if len(header[0]) <= _MAX_CONTENT_HEADER else header[1] + b"\n"


def _open(message: EmailMessage) -> Mail:
    headers = mime.headers(message)
    senders = mime.addresses(headers.get("from", ()))
    bodies = mime.bodies(message)
    trust, reason = judge(headers, senders)
    mail_class = classify(message, headers, senders[0].address if senders else "", bodies)
    return Mail(
        message_id=_first_id(headers, "message-id"),
        in_reply_to=_first_id(headers, "in-reply-to"),
        references=tuple(dict.fromkeys(_ID.findall(" ".join(headers.get("references", ()))))),
        sender=senders[0] if senders else _sender_as_written(headers),
        recipients=_recipients(headers),
        subject=mime.unfold(headers.get("subject", ("",))[0]),
        date=_sent(headers),
        plain=bodies.plain,
        html=bodies.html,
        mail_class=mail_class,
        trust=trust,
        trust_reason=reason,
        refused=bodies.refused,
        report=read_report(message) if mail_class is MailClass.BOUNCE else NO_REPORT,
    )


def _first_id(headers: mime.Headers, name: str) -> str:
    found = _ID.search(" ".join(headers.get(name, ())))
    return found.group() if found else ""


def _recipients(headers: mime.Headers) -> tuple[str, ...]:
    """Every address of To and Cc, found by shape so that a broken list still gives up its plus tag."""
    joined = " ".join((*headers.get("to", ()), *headers.get("cc", ())))
    return tuple(dict.fromkeys(found.lower() for found in _ADDRESS.findall(joined)))


def _sender_as_written(headers: mime.Headers) -> Person:
    name, address = parseaddr(headers.get("from", ("",))[0])
    return Person(name, address.lower())


def _sent(headers: mime.Headers) -> datetime | None:
    """The sender's own date, aware; a date without a zone is taken as UTC."""
    for value in headers.get("date", ())[:1]:
        try:
            moment = parsedate_to_datetime(value.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
